"""The application token that handlers check: the made-up one to copy, or a person's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.style import Theme
from app.ui.widgets import CopyField, FormField, SecretField


class TokenLine(QWidget):
    """Shows the made-up one. `lent` when a person has typed the own one, "" to go back."""

    lent = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        name = self.tr("application_token")
        self.made_up = CopyField(theme, name)
        self.own = SecretField(theme, self.tr("Your application_token"))
        self.own.line.setPlaceholderText(self.tr("Yours, until you quit"))
        self.own.line.editingFinished.connect(lambda: self.lent.emit(self.own.line.text()))
        self.kind = FormField(theme, name, self._both())
        self.kind.setToolTip(
            self.tr(
                "Your handler compares it. The portal tells the real one only when the application "
                "is installed; this one belongs to your sign-in and stays the same."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.kind)

    def show_token(self, token: str, *, lent: bool) -> None:
        """Which one goes along."""
        self.made_up.set_value(token)
        self.made_up.setEnabled(not lent)

    def _both(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.made_up)
        column.addWidget(self.own)
        return box
