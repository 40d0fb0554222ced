"""The checklist: what works on this portal, what does not, why, and what to do about it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.capability import Area, Capability, MissingScope, Works
from app.ui.errors import Explained
from app.ui.portal.capability_words import CapabilityWords
from app.ui.portal.card import Card
from app.ui.portal.times import moment_of
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, IconLabel, Note, label, line

_SIGNS = {
    Works.WORKS: ("check", "success"),
    Works.PARTLY: ("warn", "warning"),
    Works.NOT: ("cross-circle", "danger"),
    Works.UNKNOWN: ("question", "text3"),
}


class CapabilityRow(QWidget):
    """One row: its sign, what it is about, why, what to do."""

    def __init__(self, theme: Theme, words: CapabilityWords, row: Capability) -> None:
        super().__init__()
        self.row = row
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setProperty("focusRing", True)
        self.setAccessibleName(words.spoken(row))
        icon, token = _SIGNS[row.state]
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 3, 0, 3)
        whole.setSpacing(8)
        whole.addWidget(IconLabel(theme, icon, token), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        tone = token if row.state in (Works.NOT, Works.PARTLY) else ""
        role = "strong" if row.state is Works.NOT else "body"
        column.addWidget(label(words.title(row.key), role, tone, wrap=True))
        for text, colour in ((words.reason(row), "text2"), (words.advice(row), "")):
            if text:
                column.addWidget(label(text, "small", colour, wrap=True))
        whole.addLayout(column, 1)


class CapabilityList(QWidget):
    """All rows under the headings of their groups; the arrows walk from row to row."""

    moved = Signal(object)  # the row that has the keyboard

    def __init__(self, theme: Theme, words: CapabilityWords) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.rows: list[CapabilityRow] = []
        self.counts: dict[Area, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(self.tr("What works"))

    def show_rows(self, rows: Sequence[Capability]) -> None:
        """Show these; the row that had the keyboard keeps it."""
        held = next((each.row.key for each in self.rows if each.hasFocus()), None)
        self._clear()
        for area in Area:
            group = [row for row in rows if row.area is area]
            if group:
                self._add_group(area, group)
        again = next((each for each in self.rows if each.row.key == held), None)
        self._take_turns(again)
        if again is not None:
            again.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Up, Home and End."""
        place = next((at for at, each in enumerate(self.rows) if each.hasFocus()), 0)
        key, last = Qt.Key, len(self.rows) - 1
        wanted = {
            key.Key_Down.value: place + 1,
            key.Key_Up.value: place - 1,
            key.Key_Home.value: 0,
            key.Key_End.value: last,
        }.get(event.key())
        if wanted is None or not self.rows:
            super().keyPressEvent(event)
            return
        row = self.rows[min(max(wanted, 0), last)]
        self._take_turns(row)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.moved.emit(row)

    def _take_turns(self, chosen: CapabilityRow | None) -> None:
        """Tab comes to one row only; the arrows do the rest."""
        for place, each in enumerate(self.rows):
            turn = each is chosen or (chosen is None and place == 0)
            policy = Qt.FocusPolicy.StrongFocus if turn else Qt.FocusPolicy.ClickFocus
            each.setFocusPolicy(policy)

    def _add_group(self, area: Area, group: Sequence[Capability]) -> None:
        states = [row.state for row in group]
        parts = [
            self._words.count(state, states.count(state)) for state in Works if state in states
        ]
        counts = self.counts[area] = ", ".join(parts)
        head = QHBoxLayout()
        head.setContentsMargins(0, 8, 0, 4)
        head.setSpacing(8)
        head.addWidget(label(self._words.area(area), "strong", wrap=True), 1)
        head.addWidget(label(counts, "small", "text2"), 0, Qt.AlignmentFlag.AlignBottom)
        holder = QWidget()
        holder.setLayout(head)
        if self.rows:
            self._column.addSpacing(8)
        self._column.addWidget(line())
        self._column.addWidget(holder)
        for row in group:
            made = CapabilityRow(self._theme, self._words, row)
            self.rows.append(made)
            self._column.addWidget(made)

    def _clear(self) -> None:
        self.rows.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class CapabilityCard(Card):
    """The list, how fresh it is, and what to do with it."""

    check_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = CapabilityWords(self)
        self.list = CapabilityList(theme, self.words)
        self.again = Button(theme, self.tr("Check again"), "normal", "refresh")
        self.copy = Button(theme, self.tr("Copy as text"), "normal", "copy")
        self.checked = label("", "small", "text2", wrap=True)
        self.missing = Note(theme)
        self.missing.hide()
        self.error = ErrorPanel(theme)
        self._shown: tuple[Capability, ...] | None = None
        self.begin(self.tr("What works here"))
        for part in (self.checked, self.error, self.missing, self.list):
            self.body.addWidget(part)
        self.add_buttons(self.again, self.copy)
        self.again.clicked.connect(self.check_wanted)
        self.copy.clicked.connect(self.copy_wanted)

    def show_rows(self, rows: tuple[Capability, ...], missing: tuple[MissingScope, ...]) -> None:
        """The checklist, and the permissions that would change it."""
        if rows == self._shown:
            return
        self._shown = rows
        self.list.show_rows(rows)
        before: QWidget = self.error.close_button
        for row in self.list.rows:
            QWidget.setTabOrder(before, row)  # new rows would come after the whole window
            before = row
        self.missing.text.setText("\n".join(self._missing(missing)))
        self.missing.setVisible(bool(missing))

    def show_time(self, asked_at: datetime | None, now: datetime) -> None:
        """When the portal was asked."""
        if asked_at is None:
            self.checked.setText(self.tr("The portal was not asked yet."))
        else:
            time = moment_of(asked_at, now)
            self.checked.setText(self.tr("As the portal answered at {time}.").format(time=time))

    def show_error(self, explained: Explained | None) -> None:
        """Why the last look failed; what is shown is older then."""
        if explained is None:
            self.error.clear()
        else:
            self.error.show_error(explained)

    def as_text(self) -> str:
        """The whole list for a letter to whoever can change something."""
        lines: list[str] = []
        area: Area | None = None
        for row in self._shown or ():
            if row.area is not area:
                area = row.area
                lines += ["", f"{self.words.area(area)} ({self.list.counts[area]})"]
            lines.append(f"- {self.words.spoken(row)}")
        return "\n".join([*lines, ""]).lstrip()

    def minimumSizeHint(self) -> QSize:
        """Texts wrap: any width will do."""
        return QSize(240, super().minimumSizeHint().height())

    def _missing(self, missing: tuple[MissingScope, ...]) -> list[str]:
        return [
            self.tr("Missing permission {scope}: {rows}").format(
                scope=self.words.scope(each.scope),
                rows=", ".join(_inside(self.words.title(key)) for key in each.breaks),
            )
            for each in missing
        ]


def _inside(title: str) -> str:
    """As it stands within a sentence; an abbreviation stays as it is."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
