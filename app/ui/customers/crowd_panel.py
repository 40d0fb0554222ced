"""Many people write at once: one text for all, through one channel."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.content import Words
from app.domain.persona import Persona, filled_in
from app.ui.customers.channel_choice import ChannelChoice
from app.ui.dialogs.composer_field import ComposerField
from app.ui.style import Theme
from app.ui.widgets import Button, ErrorPanel, FormField, Note, Segments, label

if TYPE_CHECKING:
    from app.services.connectors import Connectors

_LABEL = 128
#: More messages in one call are not documented to work.
_LARGEST = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """Who writes what, where, and whether in one call."""

    connector: str
    line: int
    words: tuple[Words, ...]
    together: bool


class CrowdPanel(QWidget):
    """Keeps what is typed until it was sent."""

    submitted = Signal(object)  # Asked
    request_asked = Signal(object)  # Asked

    def __init__(self, connectors: "Connectors", theme: Theme) -> None:
        super().__init__()
        self._personas: tuple[Persona, ...] = ()
        self._read_only = False
        self.channel = ChannelChoice(connectors, theme, _LABEL)
        self.text = ComposerField(fewest=3)
        self.text.setProperty("flat", "false")
        hint = self.tr("{name}, {last_name}, {id} and {number} are filled in for each")
        self.text_field = FormField(theme, self.tr("Text"), self.text, hint, beside=_LABEL)
        chats = [("own", self.tr("One each")), ("shared", self.tr("One for all"))]
        self.chats = Segments(theme, self.tr("Chats in the outer channel"), chats)
        self.chat = QLineEdit()
        self.chat_field = FormField(theme, self.tr("Chat id"), self.chat, beside=_LABEL)
        calls = [("each", self.tr("One each")), ("bundle", self.tr("As few as possible"))]
        self.calls = Segments(theme, self.tr("Calls"), calls)
        self.about = label("", "body", "text2", wrap=True)
        self.send = Button(theme, "", "primary", "send")
        self.request = Button(theme, self.tr("Show request"), icon="eye")
        self.error, self.done = ErrorPanel(theme), Note(theme, tone="accent")
        self.done.hide()
        self._arrange()
        self._wire()
        self.show_personas(())

    def show_personas(self, personas: Sequence[Persona]) -> None:
        """These are chosen."""
        self._personas = tuple(personas)
        self.send.setText(self.tr("Write as %n person(s)", "", len(self._personas)))
        self._show_buttons()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be sent."""
        self._read_only = read_only
        self._show_buttons()

    def set_busy(self, busy: bool) -> None:
        """It is being written to the disk."""
        self.send.set_busy(busy)
        if not busy:
            self._show_buttons()

    def show_done(self, count: int) -> None:
        """Everything is on the disk."""
        self.text.clear()
        self.done.text.setText(
            self.tr("%n dialog(s) written to: they stand on the page Dialogs.", "", count)
        )
        self.done.show()

    def asked(self) -> Asked:
        """What stands in the panel."""
        shared = self.chat.text().strip() if self.chats.choice == "shared" else ""
        customers = [each.customer(shared) for each in self._personas]
        text = self.text.toPlainText().strip()
        words = tuple(
            Words(each, filled_in(text, each, number))
            for number, each in enumerate(customers, start=1)
        )
        return Asked(*self.channel.place, words, together=self.calls.choice == "bundle")

    def _submit(self) -> None:
        if self._all_right() and self.send.isEnabled():
            self.submitted.emit(self.asked())

    def _ask_request(self) -> None:
        if self._all_right():
            self.request_asked.emit(self.asked())

    def _all_right(self) -> bool:
        self.done.hide()
        self.error.clear()
        empty = not self.text.toPlainText().strip()
        self.text_field.set_problem(self.tr("Write what they say first.") if empty else "")
        self.chat_field.set_problem(self._chat_problem())
        for field, wrong in ((self.text_field, empty), (self.chat_field, self._chat_problem())):
            if wrong:
                field.line.setFocus()
                return False
        return True

    def _chat_problem(self) -> str:
        if self.chats.choice != "shared":
            return ""
        typed = self.chat.text().strip()
        if not typed:
            return self.tr("The id of the chat is missing.")
        return self.tr("The id must not hold a vertical bar.") if "|" in typed else ""

    def _why_not(self) -> str:
        connector, line = self.channel.place
        if self._read_only:
            return self.tr("This portal is read-only here: nothing can be sent.")
        if not self._personas:
            return self.tr("Choose people in the list first.")
        return "" if connector and line else self.tr("Connect a connector to a line first.")

    def _show_buttons(self) -> None:
        why = self._why_not()
        many = len(self._personas) > _LARGEST
        too_many = self.tr("A request is shown for at most 50 people") if many else ""
        for button, reason in ((self.send, why), (self.request, why or too_many)):
            button.setEnabled(not reason)
            button.setToolTip(reason)
        self.about.setText(why or self._about())
        self.chat_field.setVisible(self.chats.choice == "shared")

    def _about(self) -> str:
        if self.chats.choice == "own":
            return self.tr("Everybody writes in a chat of his own, whose id is his own.")
        return self.tr(
            "All write in one chat of the outer channel. With CHAT_GROUP the portal makes one "
            "chat of it, without it one for each person."
        )

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Write as many"), "title"))
        column.addWidget(self.about)
        column.addWidget(self.channel)
        for text, part in (
            (self.tr("Chats"), self.chats),
            (self.tr("Calls"), self.calls),
        ):
            column.addLayout(_beside(text, part))
            if part is self.chats:
                column.addWidget(self.chat_field)
        column.addWidget(self.text_field)
        column.addWidget(self.error)
        column.addWidget(self.done)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addSpacing(_LABEL)
        row.addWidget(self.send)
        row.addWidget(self.request)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _wire(self) -> None:
        self.channel.changed.connect(self._show_buttons)
        self.chats.chosen.connect(lambda _: self._show_buttons())
        self.text.textChanged.connect(lambda: self.text_field.set_problem(""))
        self.chat.textEdited.connect(lambda _: self.chat_field.set_problem(""))
        self.text.submitted.connect(self._submit)
        self.send.clicked.connect(self._submit)
        self.request.clicked.connect(self._ask_request)


def _beside(text: str, part: QWidget) -> QHBoxLayout:
    """A label of the form beside something that keeps its width."""
    name = label(text, "body", "text2")
    name.setFixedWidth(_LABEL)
    name.setBuddy(part)
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(name)
    row.addWidget(part)
    row.addStretch(1)
    return row
