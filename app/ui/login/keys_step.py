"""The step that exists only where keys cannot be kept yet: choose a place, or unlock the one of
before.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.errors import Explained
from app.ui.keys.choice import VaultChoice
from app.ui.keys.unlock import UnlockPanel
from app.ui.labels import label
from app.ui.panels import ErrorPanel
from app.ui.style import Theme


class KeysStep(QWidget):
    """Asked before anything secret arrives, and again when a place stops working."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, *, keychain: bool) -> None:
        super().__init__()
        self.title = label("", "page")
        self.text = label("", "body", "text2", wrap=True)
        self.unlock = UnlockPanel(theme)
        self.unlock.button.hide()  # the dialog's own button goes on
        self.choice = VaultChoice(theme, keychain=keychain)
        self.panel = ErrorPanel(theme)
        self.unlock.changed.connect(self.changed)
        self.anew = False
        self.unlock.start_anew.connect(self._on_anew)
        self.choice.changed.connect(self._on_choice)
        self.choice.submitted.connect(self.submitted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.title, self.text, self.unlock, self.choice, self.panel):
            column.addWidget(part)
        column.addStretch(1)
        self.set_locked(locked=False)

    def set_locked(self, *, locked: bool) -> None:
        """Ask for the passphrase of the file that there is, or for a place. `anew` says then that
        the person has given up what is in the file.
        """
        self.anew = False
        self.unlock.setVisible(locked)
        self.choice.setVisible(not locked)
        self.text.setVisible(not locked)
        self.title.setText(
            self.tr("Unlock your keys") if locked else self.tr("Where are your keys to be kept?")
        )
        self.text.setText(
            self.tr(
                "The keys are the client secret and the tokens of your sign-in: whoever has them "
                "can write in your portal."
            )
        )
        self.changed.emit()

    def _on_anew(self) -> None:
        self.set_locked(locked=False)
        self.anew = True

    def _on_choice(self) -> None:
        self.panel.clear()  # it was said of another place
        self.changed.emit()

    def show_trouble(self, explained: Explained) -> None:
        """A place that does not work, or a passphrase that does not open the file."""
        if not self.unlock.isHidden():
            self.unlock.show_trouble(explained)
            return
        self.panel.show_error(explained)
        self.changed.emit()

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        if not self.unlock.isHidden():
            return self.unlock.first_focus()
        return self.choice.first_focus()
