"""Trying a bot's rules without a portal: what it would say to what is typed here."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.bot import BotRules, Reaction, StepKind, Talk, heard, joined
from app.ui.bots.words import BotWords
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, Switch, label


class _Said(QWidget):
    def __init__(self, badge: Badge, room: int, text: str, why: str = "") -> None:
        super().__init__()
        who = badge.text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(room - badge.sizeHint().width())
        column = QVBoxLayout()
        column.setSpacing(0)
        self.text = label(text, "body", wrap=True)
        column.addWidget(self.text)
        if why:
            column.addWidget(label(why, "small", "text3", wrap=True))
        row.addLayout(column, 1)
        self.setAccessibleName(f"{who}: {text}" + (f" ({why})" if why else ""))


class Trial(QWidget):
    """`rules` tells the rules as they are typed now; nothing of this leaves the window."""

    def __init__(self, theme: Theme, rules: Callable[[], BotRules]) -> None:
        super().__init__()
        self._theme, self._rules, self._words = theme, rules, BotWords(self)
        self._talk = Talk()
        self.said: list[_Said] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Write as the customer, then Enter"))
        self.line.setAccessibleName(self.tr("Write as the customer"))
        self.send = Button(theme, self.tr("Say"), "primary", "send")
        self.again = Button(theme, self.tr("Begin anew"), icon="refresh")
        self.closed = Switch(theme, self.tr("Out of working hours"))
        self._arrange()
        self.send.clicked.connect(self.say)
        self.line.returnPressed.connect(self.say)
        self.again.clicked.connect(self.begin)
        self.closed.toggled.connect(self.begin)

    def begin(self) -> None:
        """A new dialog: the bot comes in and greets."""
        self._talk = Talk()
        for part in self.said:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.said.clear()
        self._show(joined(self._rules(), self._talk, is_open=not self.closed.isChecked()))

    def say(self) -> None:
        """The customer says what is typed."""
        text = self.line.text().strip()
        if not text:
            return
        self._put(self.tr("You"), "customer", text)
        self.line.clear()
        if self._talk.over:
            self._put(self.tr("Now"), "neutral", self.tr("The bot has left; people see this."))
            return
        self._show(heard(self._rules(), self._talk, text, is_open=not self.closed.isChecked()))

    def _show(self, reaction: Reaction) -> None:
        self._talk = reaction.talk
        why = self._words.why(reaction)
        for step in reaction.steps:
            if step.kind is StepKind.SAY:
                self._put(self.tr("Bot"), "bot", step.text, why)
            else:
                told = self._words.step(step, self._rules().target)
                self._put(self.tr("Now"), "neutral", told, why)
        if not reaction.steps:
            self._put(self.tr("Bot"), "bot", self.tr("says nothing"), why)

    def _put(self, who: str, tone: str, text: str, why: str = "") -> None:
        badge = Badge(self._theme, who, tone, self)
        part = _Said(badge, self._widest(badge), text, why)
        self._column.insertWidget(len(self.said), part)
        self.said.append(part)

    def _widest(self, badge: Badge) -> int:
        """How much room the longest of the words takes, so that all texts begin at one place."""
        around = badge.sizeHint().width() - badge.fontMetrics().horizontalAdvance(badge.text)
        words = (self.tr("You"), self.tr("Bot"), self.tr("Now"))
        return around + max(map(badge.fontMetrics().horizontalAdvance, words))

    def _follow(self, _first: int, last: int) -> None:
        """The newest words are the ones to see."""
        self._area.verticalScrollBar().setValue(last)

    def _arrange(self) -> None:
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setMinimumHeight(240)
        self._area.verticalScrollBar().rangeChanged.connect(self._follow)
        self._area.setFrameShape(QFrame.Shape.StyledPanel)
        self._area.setAccessibleName(self.tr("What was said"))
        text = self.tr("The rules as they are typed now, also unsaved ones. No portal is asked.")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.send)
        below = QHBoxLayout()
        below.addWidget(self.closed)
        below.addStretch(1)
        below.addWidget(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(text, "small", "text3", wrap=True))
        column.addWidget(self._area, 1)
        column.addLayout(row)
        column.addLayout(below)
