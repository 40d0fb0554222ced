"""Over a bot's tabs: its name, how it stands, the line that it welcomes, and its switch."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.bot_life import Mode
from app.domain.links import neutral
from app.ui.bots.model import Row
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ElidedLabel, FormField, Switch

_LABEL = 128


class BotHead(QWidget):
    """Tells what is wished; what comes of it is shown when it has happened."""

    line_wished = Signal(object)  # int
    switched = Signal(bool)
    unregister_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.name, self.badge = ElidedLabel("", "title"), Badge(theme)
        self.code = ElidedLabel("", "mono", "text3")
        self.line = QComboBox()
        self.switch = Switch(theme, self.tr("Answers customers"))
        self.unregister = Button(theme, self.tr("Unregister…"), "danger", "trash")
        self.field = FormField(theme, self.tr("Welcomes in"), self.line, beside=_LABEL)
        self._arrange()
        self.line.activated.connect(lambda _: self.line_wished.emit(self.line.currentData()))
        self.switch.clicked.connect(self.switched)
        self.unregister.clicked.connect(self.unregister_asked)

    def show_row(self, row: Row, lines: Iterable[tuple[int, str]], *, locked: bool) -> None:
        """A bot as it stands now."""
        bot = row.bot
        self.name.setText(neutral(bot.name))
        self.badge.set(row.standing, row.tone)
        told = self.tr("code {code}, user {user}").format(code=bot.code, user=bot.id)
        self.code.setText(told)
        self._show_lines(bot.line, lines)
        self.switch.setChecked(bot.active and bot.mode is Mode.FETCH)
        self.switch.setEnabled(bot.mode is Mode.FETCH)
        for part in (self.line, self.unregister):
            part.setEnabled(not locked)
            part.setToolTip(self.tr("The profile is read-only.") if locked else "")

    def _show_lines(self, chosen: int, lines: Iterable[tuple[int, str]]) -> None:
        items = [(self.tr("No line"), 0), *((neutral(name), number) for number, name in lines)]
        if chosen not in {number for _, number in items}:
            items.append((f"#{chosen}", chosen))
        now = [(self.line.itemText(n), self.line.itemData(n)) for n in range(self.line.count())]
        if now != items:
            self.line.clear()
            for name, number in items:
                self.line.addItem(name, number)
        self.line.setCurrentIndex(self.line.findData(chosen))

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.name)
        top.addWidget(self.badge)
        top.addStretch(1)
        top.addWidget(self.unregister)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.field, 1)
        below.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.code)
        column.addLayout(below)
