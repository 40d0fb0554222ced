"""The banner over the connectors: what happened to them elsewhere, and the button that mends it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.drift import DriftKind, Notice
from app.domain.links import neutral
from app.ui.connectors.drift_presenter import DriftPresenter
from app.ui.connectors.drift_words import DriftWords
from app.ui.connectors.words import clock_time
from app.ui.errors import explain
from app.ui.style import Theme
from app.ui.widgets import Button, IconLabel, label, plain_tip

if TYPE_CHECKING:
    from app.services.connectors import Connectors

#: Rows at first, and the height of all of them before they are scrolled.
_SHOWN, _TALLEST = 2, 176
_LONGEST = 48  # characters of a name


def _short(name: str) -> str:
    """A name in a sentence."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


class NoticeRow(QWidget):
    """One occurrence with its buttons."""

    def __init__(self, theme: Theme, notice: Notice, presenter: DriftPresenter) -> None:
        super().__init__()
        self.notice = notice
        self.text = label("", "body", wrap=True)
        self.failure = label("", "small", "danger", wrap=True)
        words = DriftWords().mend(notice.kind)
        self.mend = Button(theme, words)
        self.show_it = Button(theme, self.tr("Show"), "ghost")
        self.dismiss = Button(theme, self.tr("Dismiss"), "ghost")
        self.mend.setVisible(bool(words))
        self.show_it.setVisible(notice.kind is not DriftKind.LINE_DELETED)
        self.mend.clicked.connect(lambda: presenter.heal(notice))
        self.dismiss.clicked.connect(lambda: presenter.dismiss(notice))
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addWidget(self.failure)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(column, 1)
        for button in (self.mend, self.show_it, self.dismiss):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class DriftBanner(QFrame):
    """One banner however much happened; hidden while nothing did."""

    show_wanted = Signal(str, int)

    def __init__(self, theme: Theme, presenter: DriftPresenter, connectors: "Connectors") -> None:
        super().__init__()
        self._theme, self._presenter, self._connectors = theme, presenter, connectors
        self._all = False
        self.rows: dict[Notice, NoticeRow] = {}
        self.title = label("", "strong", wrap=True)
        self.heal_all = Button(theme, self.tr("Mend all"))
        self.more = Button(theme, "", "link")
        self.area = QScrollArea()
        self.area.setAccessibleName(self.tr("What happened elsewhere"))
        self.setProperty("card", "danger")
        self._arrange()
        self.heal_all.clicked.connect(presenter.heal_all)
        self.more.clicked.connect(self._on_more)
        presenter.changed.connect(self._show)
        self._show()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(self._theme, "alert", "danger"))
        head.addWidget(self.title, 1)
        head.addWidget(self.heal_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 16, 10)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(24, 0, 8, 0)
        self._lines.setSpacing(8)
        self.area.setWidget(self._body)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self._body, self.area.viewport()):
            ground.setAutoFillBackground(False)
        self._column.addWidget(self.area)
        self._column.addWidget(self.more)

    def _on_more(self) -> None:
        self._all = not self._all
        self._show()

    def _show(self) -> None:
        notices = self._presenter.notices
        self.setVisible(bool(notices))
        self.title.setText(self.tr("%n channel(s) need a look", "", len(notices)))
        self.setAccessibleName(self.title.text())
        self._make_rows(notices)
        for place, notice in enumerate(notices):
            self._fill(self.rows[notice])
            self.rows[notice].setVisible(self._all or place < _SHOWN)
        mendable = [each for each in notices if each.can_heal]
        self.heal_all.setVisible(len(mendable) > 1)
        hidden = len(notices) - _SHOWN
        self.more.setVisible(hidden > 0)
        words = self.tr("%n more", "notices", max(hidden, 0))
        self.more.setText(self.tr("Show fewer") if self._all else words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower rows are higher."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its rows, up to a limit; the rest is scrolled to."""
        self._lines.activate()
        needed = self._lines.totalHeightForWidth(self.area.viewport().width())
        self.area.setFixedHeight(min(max(needed, 0), _TALLEST))

    def _make_rows(self, notices: tuple[Notice, ...]) -> None:
        for gone in [each for each in self.rows if each not in notices]:
            row = self.rows.pop(gone)
            row.hide()
            row.deleteLater()
        for place, notice in enumerate(notices):
            if notice not in self.rows:
                row = NoticeRow(self._theme, notice, self._presenter)
                row.show_it.clicked.connect(
                    lambda _=False, x=notice: self.show_wanted.emit(x.connector, x.line)
                )
                self.rows[notice] = row
                self._lines.insertWidget(place, row)

    def _fill(self, row: NoticeRow) -> None:
        words, notice = DriftWords(), row.notice
        names = {each.id: each.name for each in self._connectors.connectors()}
        lines = {each.id: f"{each.name} ({each.id})" for each in self._connectors.lines()}
        ours = self._connectors.registration(notice.connector)
        name = ours.name if ours else names.get(notice.connector, notice.connector)
        line = lines.get(notice.line, self.tr("Line {id}").format(id=notice.line))
        whole = words.happened(notice, neutral(name), neutral(line))
        happened = words.happened(notice, _short(neutral(name)), _short(neutral(line)))
        row.text.setToolTip(plain_tip(whole) if whole != happened else "")
        seen = self.tr("Seen {time}.").format(time=clock_time(notice.at))
        row.text.setText(f"{happened} {words.means(notice.kind)} {seen}")
        busy = self._presenter.is_busy(notice)
        for button in (row.mend, row.dismiss):
            button.setEnabled(not busy)
            button.setAccessibleDescription(whole)
        failure = self._presenter.failures.get(notice.key)
        row.failure.setVisible(failure is not None)
        if failure is not None:
            why = explain(failure)
            title = why.title if why.title.endswith(".") else f"{why.title}."
            row.failure.setText(" ".join(x for x in (title, why.advice, why.code) if x))
