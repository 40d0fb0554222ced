"""Third step: the browser has the word; here one waits, or pastes what it ended on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.address import hide_webhook
from app.ui.buttons import Button
from app.ui.errors import Explained
from app.ui.fields import CopyField, FormField
from app.ui.labels import label
from app.ui.login.steps import CODE_SECONDS
from app.ui.meters import Countdown
from app.ui.panels import ErrorPanel, Note
from app.ui.style import Theme

_TYPED = 8  # characters: more at once come from the clipboard


class BrowserStep(QWidget):
    """A countdown, the redirect address to compare, a field for the final address."""

    again = Signal()
    pasted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.about = label("", "body", "text2", wrap=True)
        self.ring = Countdown(theme, CODE_SECONDS)
        self.waiting = label("", "strong", wrap=True)
        text = self.tr(
            "A code lives for 30 seconds after Allow. That press cannot be seen from here, so the "
            "clock starts when you come back to this window."
        )
        self.explanation = label(text, "small", "text2", wrap=True)
        self.again_button = Button(theme, self.tr("Open again"), "normal", "refresh")
        self.url = CopyField(theme, self.tr("Address for a browser on another machine"))
        self.redirect = CopyField(theme, self.tr("The application's handler path must be exactly"))
        self.listener = Note(theme)
        self.listener.hide()
        self._length = 0
        self.line = QLineEdit()
        self.line.setProperty("mono", "true")
        name = self.tr("Browser on another machine? Paste the whole address it ended on")
        self.paste_field = FormField(theme, name, self.line)
        self.panel = ErrorPanel(theme)
        self.again_button.clicked.connect(self.again)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(lambda: self.pasted.emit(self.line.text()))
        self._arrange()
        self.count(CODE_SECONDS)

    def show_waiting(self, host: str, url: str, redirect: str) -> None:
        """The browser was sent to `url`."""
        self.clear_trouble()
        self.listener.hide()
        text = self.tr("We opened {host}. Sign in there as an administrator and press Allow.")
        self.about.setText(text.format(host=host))
        self.line.clear()
        self._length = 0
        self.url.set_value(url)
        self.redirect.set_value(redirect)

    def count(self, left: int) -> None:
        """Show how long a code can still live."""
        self.ring.set(left)
        if left >= CODE_SECONDS:
            self.waiting.setText(self.tr("Waiting for the browser"))
        elif left > 0:
            text = self.tr("Waiting for the browser, at most %n second(s) left", "", left)
            self.waiting.setText(text)
        else:
            self.waiting.setText(self.tr("If Allow was pressed, its code is too old by now"))

    def show_listener(self, explained: Explained) -> None:
        """The redirect cannot be caught: pasting is the way."""
        self.listener.text.setText(f"{explained.title}. {explained.text} {explained.advice}")
        self.listener.show()

    def show_trouble(self, explained: Explained, *, at_field: bool) -> None:
        """At the field for the address, or below everything."""
        self.clear_trouble()
        if at_field:
            self.line.setText(hide_webhook(self.line.text()))
            self.panel.show_on(self.paste_field, explained)
            self.line.setFocus()
        else:
            self.panel.show_error(explained, self.tr("Open again"))

    def clear_trouble(self) -> None:
        """Nothing is wrong any more."""
        self.paste_field.set_problem("")
        self.panel.clear()

    def first_focus(self) -> QWidget:
        """Where the keyboard goes: opening once more is the likeliest wish."""
        return self.again_button

    def _on_edited(self, text: str) -> None:
        self.clear_trouble()
        grown, self._length = len(text) - self._length, len(text)
        if "://" in text and grown > _TYPED:  # a whole address came at once; typing ends with Enter
            self.pasted.emit(text)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Confirm in your browser"), "page"))
        column.addWidget(self.about)
        column.addWidget(self._clock())
        for field in (self.redirect, self.url):
            block = QVBoxLayout()
            block.setSpacing(4)
            block.addWidget(label(field.line.accessibleName(), "strong", "text2"))
            block.addWidget(field)
            column.addLayout(block)
        column.addWidget(self.listener)
        column.addWidget(self.paste_field)
        column.addWidget(self.panel)
        self.panel.action.connect(self.again)
        column.addStretch(1)

    def _clock(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", "soft")
        row = QHBoxLayout(card)
        row.setContentsMargins(20, 14, 16, 14)
        row.setSpacing(16)
        row.addWidget(self.ring)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.waiting)
        words.addWidget(self.explanation)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(self.again_button)
        return card
