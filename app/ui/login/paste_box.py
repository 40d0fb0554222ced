"""A field that takes a pasted text and never shows it: what is in it may open a portal."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.credentials import Doubt
from app.ui.buttons import Button
from app.ui.credential_words import CredentialErrors
from app.ui.errors import Explained
from app.ui.labels import label
from app.ui.panels import ErrorPanel, Note
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.domain.credentials import Credentials

_HEIGHT = 56


class _Slot(QPlainTextEdit):
    """Lets nothing in but a paste or a drop, and keeps neither."""

    pasted = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand the text on instead of showing it."""
        self.pasted.emit(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only the shortcut for pasting; Tab and Esc go where they always go."""
        if event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
        else:
            event.ignore()


class PasteBox(QWidget):
    """The slot, a button for it, and what was recognised."""

    pasted = Signal(str)
    changed = Signal()  # it may need another height

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        name = self.tr("Paste what you have")
        self.slot = _Slot()
        self.slot.setAccessibleName(name)
        self.slot.setTabChangesFocus(True)
        self.slot.setFixedHeight(_HEIGHT)
        self.slot.setPlaceholderText(
            self.tr("Press Ctrl+V here. What is pasted is sorted and never shown.")
        )
        self.button = Button(theme, self.tr("Paste"), "normal", "copy")
        text = self.tr(
            "The request to your installer, an event with its auth block, JSON with tokens, a .env "
            "file, or the keys from the card. With tokens no browser is needed."
        )
        self.about = label(text, "small", "text2", wrap=True)
        self.found = Note(theme, "", "accent")
        self.doubts = Note(theme)
        self.panel = ErrorPanel(theme)
        for note in (self.found, self.doubts):
            note.hide()
        self.slot.pasted.connect(self.pasted)
        self.button.clicked.connect(lambda: self.pasted.emit(QGuiApplication.clipboard().text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(name, "strong", "text2"))
        column.addWidget(self.about)
        column.addWidget(self.slot)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.found, self.doubts, self.panel):
            column.addWidget(part)

    def show_found(self, found: "Credentials", *, needs_secret: bool = True) -> None:
        """What it was, which parts of it are used, and what to know before. A secret that is kept
        already is not missed.
        """
        self._clear()
        words = CredentialErrors()
        parts = {
            self.tr("access token"): found.access,
            self.tr("refresh token"): found.refresh,
            self.tr("client id"): found.client_id,
            self.tr("client secret"): found.client_secret,
            self.tr("portal {host}").format(host=urlsplit(found.portal).netloc): found.portal,
        }
        text = self.tr("Recognised: {form}. Found: {parts}.")
        listed = ", ".join(name for name, value in parts.items() if value)
        self.found.text.setText(text.format(form=words.form(found.form), parts=listed))
        self.found.show()
        for part in (self.slot, self.about):  # what is known now needs their room
            part.hide()
        self.button.setText(self.tr("Paste something else"))
        doubts = [each for each in found.doubts if needs_secret or each is not Doubt.NO_SECRET]
        self.doubts.text.setText("\n".join(words.doubt(each) for each in doubts))
        self.doubts.setVisible(bool(doubts))
        self.changed.emit()

    def show_trouble(self, explained: Explained) -> None:
        """It is something else."""
        self._clear()
        self.panel.show_error(explained)
        self.changed.emit()

    def _clear(self) -> None:
        for part in (self.slot, self.about):
            part.show()
        self.button.setText(self.tr("Paste"))
        self.found.hide()
        self.doubts.hide()
        self.panel.clear()
