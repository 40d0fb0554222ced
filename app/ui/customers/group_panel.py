"""CHAT_GROUP on and off, side by side: the same people, the same words, the same `chat.id`."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dialog import Dialog
from app.domain.links import neutral
from app.domain.persona import Persona
from app.ui.connectors.fact_table import Fact, FactTable
from app.ui.customers.channel_choice import ChannelChoice
from app.ui.customers.outcome_words import CrmLinks, OutcomeWords
from app.ui.dialogs.composer_field import ComposerField
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel, FormField, label

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.services.group_trial import Side, Trial

_LABEL = 128
_FEWEST = 2
_NARROW, _FIELDS = 900, 712


class GroupPanel(QWidget):
    """Shows a trial as its dialogs change."""

    set_up_asked = Signal(str, object)  # connector, line
    run_asked = Signal(str, object, str)  # connector, line, text
    crm_asked = Signal()
    opened = Signal(object)  # DialogId

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self._desk, self._words = desk, OutcomeWords(self)
        self._personas: tuple[Persona, ...] = ()
        self._trial: Trial | None = None
        self._crm: Mapping[int, CrmLinks] = {}
        self._busy = False
        self.channel = ChannelChoice(desk.connectors, theme, _LABEL)
        self.text = ComposerField(fewest=2)
        self.text.setProperty("flat", "false")
        self.text.setPlainText(self.tr("Hello, this is {name}"))
        self.text_field = FormField(theme, self.tr("Text"), self.text, beside=_LABEL)
        self.about = label("", "body", "text2", wrap=True)
        self.set_up = Button(theme, self.tr("Register the twin connector"), icon="plug")
        self.run = Button(theme, self.tr("Compare"), "primary", "play")
        self.crm = Button(theme, self.tr("Ask for the CRM records"), "link", "refresh")
        self.heads = [ElidedLabel("", "strong"), ElidedLabel("", "strong")]
        self.counts = [label("", "small", "text2", wrap=True) for _ in self.heads]
        self.tables = [self._table(theme, name) for name in self._names()]
        self.results = QWidget()
        self.results.hide()
        self._arrange()
        self._wire()
        self.show_personas(())

    def show_personas(self, personas: Sequence[Persona]) -> None:
        """These are chosen."""
        self._personas = tuple(personas)
        self.refresh()

    def refresh(self) -> None:
        """What can be done may have changed."""
        connector, line = self.channel.place
        ready = bool(connector) and self._desk.group_trial.is_ready(connector, line)
        why = self._why_not(connector, line)
        self.set_up.setVisible(bool(connector) and not ready)
        self.set_up.setEnabled(not self._desk.profile.read_only and not self._busy)
        few = len(self._personas) < _FEWEST
        choose = self.tr("Choose at least two people in the list.") if few else ""
        twin = (
            ""
            if ready
            else self.tr(
                "First register the twin: a second connector, the same but for CHAT_GROUP, so that "
                "what the setting changes can be seen side by side."
            )
        )
        reason = why or choose or twin
        self.run.setEnabled(not reason and not self._busy)
        self.run.setToolTip(reason)
        self.about.setText(reason or self._about(connector))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside each other, one side stands below the other."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = self.width() < _NARROW
        self._sides.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def set_busy(self, busy: bool) -> None:
        """It is being set up or written."""
        self._busy = busy
        self.refresh()

    def show_trial(self, trial: "Trial") -> None:
        """People have written: show what becomes of it."""
        self._trial, self._crm = trial, {}
        self.results.show()
        self.show_dialog(None)

    def show_crm(self, links: Mapping[int, CrmLinks]) -> None:
        """What the portal told of each chat."""
        self._crm = links
        self.show_dialog(None)

    def show_dialog(self, dialog: Dialog | None) -> None:
        """A dialog has changed, or anything may have."""
        if self._trial is None:
            return
        if dialog is not None and not any(dialog.id in s.dialogs for s in self._trial.sides):
            return
        for place, side in enumerate(self._trial.sides):
            self._show_side(place, side)

    def _show_side(self, place: int, side: "Side") -> None:
        assert self._trial is not None
        found = [self._desk.dialogs.get(each) for each in side.dialogs]
        rows = [
            (dialog.id, self._row(customer.full_name, dialog))
            for customer, dialog in zip(self._trial.customers, found, strict=True)
            if dialog is not None
        ]
        # Several people of a group stand in one dialog: each row needs a key of its own.
        keyed = [((number, key), facts) for number, (key, facts) in enumerate(rows)]
        self.tables[place].show_rows(keyed)
        name = self._names()[place]
        self.heads[place].setText(f"{name} · {neutral(side.connector)}")
        known = [each for each in found if each is not None]
        chats = len({each.portal_chat for each in known if each.portal_chat is not None})
        sessions = len({each.session for each in known if each.session is not None})
        counted = (self.tr("%n chat(s)", "", chats), self.tr("%n session(s)", "", sessions))
        self.counts[place].setText(" · ".join(counted))

    def _row(self, name: str, dialog: Dialog) -> tuple[Fact, ...]:
        words, links = self._words, self._crm.get(dialog.portal_chat or 0)
        return (
            Fact(neutral(name), words.chat(dialog)),
            Fact(words.session(dialog), words.operator(dialog)),
            Fact(words.crm(links)),
        )

    def _why_not(self, connector: str, line: int) -> str:
        if self._desk.profile.read_only:
            return self.tr("This portal is read-only here: nothing can be sent.")
        if not connector or not line:
            return self.tr("Connect a connector to a line first.")
        return ""

    def _about(self, connector: str) -> str:
        text = self.tr(
            "Everybody writes once through {one} and once through {other}, always in the same new "
            "chat id."
        )
        twin = self._desk.group_trial.twin_of(connector)
        return text.format(one=neutral(connector), other=neutral(twin))

    def _names(self) -> list[str]:
        return [self.tr("Without CHAT_GROUP"), self.tr("With CHAT_GROUP")]

    def _table(self, theme: Theme, name: str) -> FactTable:
        heads = [self.tr("Person"), self.tr("Session"), self.tr("CRM")]
        table = FactTable(theme, name, heads, (4, 4, 3))
        table.activated.connect(lambda _: self._open(table))
        return table

    def _open(self, table: FactTable) -> None:
        if isinstance(table.key, tuple):
            self.opened.emit(table.key[1])

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("A group, and what becomes of it"), "title", wrap=True))
        for part in (self.about, self.channel, self.text_field):
            part.setMaximumWidth(_FIELDS)
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addSpacing(_LABEL)
        row.addWidget(self.run)
        row.addWidget(self.set_up)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.results)
        column.addStretch(1)
        inner = QVBoxLayout(self.results)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.setSpacing(8)
        self._sides = sides = QHBoxLayout()
        sides.setSpacing(12)
        for head, count, table in zip(self.heads, self.counts, self.tables, strict=True):
            side = QVBoxLayout()
            side.setSpacing(4)
            for shown in (head, count, table):
                side.addWidget(shown)
            side.addStretch(1)
            sides.addLayout(side, 1)
        inner.addLayout(sides)
        inner.addWidget(self.crm)

    def _wire(self) -> None:
        self.channel.changed.connect(self.refresh)
        self.set_up.clicked.connect(lambda: self.set_up_asked.emit(*self.channel.place))
        self.run.clicked.connect(self._ask_run)
        self.text.submitted.connect(self._ask_run)
        self.crm.clicked.connect(self.crm_asked)
        self.text.textChanged.connect(lambda: self.text_field.set_problem(""))

    def _ask_run(self) -> None:
        text = self.text.toPlainText().strip()
        if not text:
            self.text_field.set_problem(self.tr("Write what they say first."))
            self.text.setFocus()
        elif self.run.isEnabled():
            self.run_asked.emit(*self.channel.place, text)
