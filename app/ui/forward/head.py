"""The top of the Forwarding page: where to, how, whether, and why events wait."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.forwarding import Forwarded
from app.ui.forward.presenter import CHOOSE, ForwardPresenter
from app.ui.forward.tokens import TokenLine
from app.ui.forward.words import ForwardWords
from app.ui.portal.times import countdown
from app.ui.style import Theme, dress
from app.ui.widgets import Badge, Button, FormField, IconLabel, Switch, label, line

_EXAMPLE = "http://localhost:8000/handler"


class ForwardHead(QWidget):
    """Asks by signals; the presenter decides."""

    turned = Signal(bool)
    token_wished = Signal(bool)

    def __init__(self, theme: Theme, words: ForwardWords) -> None:
        super().__init__()
        self._words = words
        self.state = Badge(theme)
        self.waiting = label("", "small", "text2")
        self.pause = Button(theme, self.tr("Pause"), icon="pause")
        self.switch = Switch(theme, self.tr("Forward events"))
        self.target = QLineEdit()
        self.target.setPlaceholderText(_EXAMPLE)
        self.target.setProperty("mono", "true")
        self.field = FormField(theme, self.tr("Address of your handler"), self.target)
        self.repeat = QCheckBox(self.tr("Post again until the answer is 200 to 299"))
        self.repeat.setToolTip(self.tr("The portal posts an event once, whatever is answered."))
        self.token = QCheckBox(self.tr("Send a live access token along"))
        self.token.setToolTip(self.tr("Without it, a placeholder stands in its place."))
        self.application = TokenLine(theme)
        self._icon = IconLabel(theme, "alert", "danger")
        self.why = label("", "body", wrap=True)
        self.again = Button(theme, self.tr("Try now"), "link", "refresh")
        self.trouble = QFrame()
        dress(self.trouble, card="danger")
        self._arrange()
        self.switch.clicked.connect(self._on_switched)
        self.token.clicked.connect(self._on_token)
        self.target.returnPressed.connect(lambda: self.turned.emit(True))

    def show_state(self, presenter: ForwardPresenter) -> None:
        """How it goes now."""
        state, choice = presenter.state, presenter.state.choice
        self.state.set(*self._words.state(state))
        self.waiting.setText(self._words.waiting(state.waiting) if state.waiting else "")
        self.switch.setChecked(choice.on)
        self.switch.setEnabled(not presenter.tasks.is_busy(CHOOSE))
        self.pause.setVisible(choice.on)
        self.pause.setText(self.tr("Go on") if choice.paused else self.tr("Pause"))
        self.pause.set_icon("play" if choice.paused else "pause")
        self.repeat.setChecked(choice.repeat)
        self.token.setChecked(choice.token)
        self.token.setEnabled(choice.on)
        self.application.show_token(presenter.application_token, lent=presenter.is_lent)
        if not self.target.text() and not self.target.hasFocus():
            self.target.setText(choice.target)
        self.tick(state)

    def tick(self, state: Forwarded) -> None:
        """A second has passed."""
        problem = state.problem if not state.choice.paused else None
        self.trouble.setVisible(problem is not None)
        if problem is None:
            return
        text = self._words.why(problem)
        if state.retry_at is not None:
            left = countdown((state.retry_at - datetime.now(UTC)).total_seconds() + 0.5)
            text += " " + self.tr("Next try in {time}.").format(time=left)
        self.why.setText(text)

    def _on_switched(self) -> None:
        on = self.switch.isChecked()
        self.switch.setChecked(not on)  # it moves when it is so
        self.turned.emit(on)

    def _on_token(self) -> None:
        wished = self.token.isChecked()
        self.token.setChecked(not wished)
        self.token_wished.emit(wished)

    def _arrange(self) -> None:
        first, second, third, told = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(label(self.tr("Forwarding"), "title"))
        first.addWidget(self.state)
        first.addWidget(self.waiting)
        first.addStretch(1)
        first.addWidget(self.pause)
        first.addWidget(self.switch)
        second.setSpacing(16)
        second.addWidget(self.field, 4, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.application, 5, Qt.AlignmentFlag.AlignTop)
        third.setSpacing(24)
        third.addWidget(self.repeat)
        third.addWidget(self.token)
        third.addStretch(1)
        told.setContentsMargins(12, 6, 12, 6)
        told.setSpacing(8)
        told.addWidget(self._icon)
        told.addWidget(self.why, 1)
        told.addWidget(self.again)
        self.trouble.setLayout(told)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 10, 16, 10)
        inside.setSpacing(10)
        for row in (first, second, third):
            inside.addLayout(row)
        inside.addWidget(self.trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside)
        column.addWidget(line())
