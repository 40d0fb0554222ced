"""The form of a new bot: its name and code, the line that it welcomes; on an older portal also the
address of a handler. What is typed stays until the portal has taken it.
"""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.bot import BotRules, check_bot
from app.domain.links import neutral
from app.ui.bots.words import BotWords
from app.ui.style import Theme
from app.ui.widgets import Button, FormField, Note, label

_LABEL = 128


class NewBot(QWidget):
    """`asked` with name, code, line and handler."""

    asked = Signal(str, str, object, str)
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = BotWords(self)
        self.name, self.code, self.handler = QLineEdit(), QLineEdit(), QLineEdit()
        self.line = QComboBox()
        self.code.setProperty("mono", "true")
        self.fields = {
            "name": FormField(
                *(theme, self.tr("Name"), self.name, self.tr("Customers see it")), beside=_LABEL
            ),
            "code": FormField(
                *(theme, self.tr("Code"), self.code),
                self.tr("The portal knows the bot by it; the same code takes up the same bot"),
                beside=_LABEL,
            ),
            "line": FormField(
                *(theme, self.tr("Open line"), self.line),
                self.tr("The bot greets every new customer of this line"),
                beside=_LABEL,
            ),
            "handler": FormField(theme, self.tr("Handler"), self.handler, beside=_LABEL),
        }
        self.older = Note(theme, self._older())
        self.register = Button(theme, self.tr("Register"), "primary", "check")
        self.cancel = Button(theme, self.tr("Cancel"))
        self.note = label(
            *(self.tr("It begins with a few rules that can be changed at once."), "small", "text3"),
            wrap=True,
        )
        self._arrange()
        self.register.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.cancelled)
        lines = {"name": self.name, "code": self.code, "handler": self.handler}
        for name, line in lines.items():
            line.textEdited.connect(lambda _, name=name: self.fields[name].set_problem(""))
            line.returnPressed.connect(self.submit)
        self.ask_handler(asked=False)

    def begin(self, code: str) -> None:
        """Somebody wants a new bot."""
        self.name.setText(self.tr("Helper"))
        self.code.setText(code)
        self.name.setFocus()
        self.name.selectAll()

    def ask_handler(self, *, asked: bool) -> None:
        """The portal has no bots that fetch their events."""
        self._asks = asked
        self.older.setVisible(asked)
        self.fields["handler"].setVisible(asked)
        if asked:
            self.handler.setFocus()

    def show_lines(self, lines: Iterable[tuple[int, str]]) -> None:
        """The lines that there are."""
        chosen = self.line.currentData()
        self.line.clear()
        self.line.addItem(self.tr("No line yet"), 0)
        for number, name in lines:
            self.line.addItem(neutral(name), number)
        self.line.setCurrentIndex(max(0, self.line.findData(chosen)))

    def starter(self) -> BotRules:
        """Rules to begin with, in the window's language."""
        return BotRules(
            greeting=self.tr("Hello! I am a bot. Ask me something, or write “operator”."),
            fallback=self.tr("I did not understand that. Try other words, or write “operator”."),
            hand_over_words=tuple(self.tr("operator*, human, person").split(", ")),
            hand_over_text=self.tr("One moment, I am calling a colleague."),
            closed_text=self.tr("We are closed now; people answer as soon as we open."),
        )

    def submit(self) -> None:
        """Check everything; the first field in error gets the keyboard."""
        flaws = {f.field: f.code for f in check_bot(self.name.text(), self.code.text())}
        if self._asks and not self.handler.text().strip().lower().startswith("https://"):
            flaws["handler"] = "HANDLER_EMPTY"
        for name in ("name", "code", "handler"):
            self.fields[name].set_problem(self._words.flaw(flaws[name]) if name in flaws else "")
        if flaws:
            self.fields[next(iter(flaws))].line.setFocus()
            return
        handler = self.handler.text().strip() if self._asks else ""
        line = int(self.line.currentData() or 0)
        self.asked.emit(self.name.text().strip(), self.code.text().strip(), line, handler)

    def _older(self) -> str:
        return self.tr(
            "This portal has no imbot.v2, so a bot cannot fetch what it hears: the portal posts it "
            "to an address on the internet. The bot is registered for your handler there; the "
            "rules of this page do not answer for it."
        )

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("New bot"), "title"))
        column.addWidget(self.older)
        for field in self.fields.values():
            column.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addSpacing(_LABEL)
        row.addWidget(self.register)
        row.addWidget(self.cancel)
        row.addWidget(self.note, 1)
        column.addLayout(row)
        column.addStretch(1)
