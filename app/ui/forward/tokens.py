"""The application token that handlers check: the made-up one to copy, or a person's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.style import Theme
from app.ui.widgets import CopyField, FormField, SecretField


class TokenLine(QWidget):
    """Shows the made-up one. `lent` when a person has typed the own one, "" to go back."""

    lent = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.made_up = CopyField(theme, self.tr("application_token"))
        self.own = SecretField(theme, self.tr("Your own, until you quit"))
        self.own.line.editingFinished.connect(lambda: self.lent.emit(self.own.line.text()))
        first = FormField(theme, self.tr("application_token"), self.made_up)
        first.setToolTip(
            self.tr(
                "Your handler compares it. The portal tells the real one only when the application "
                "is installed; this one belongs to your sign-in and stays the same."
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        second = FormField(theme, self.tr("Your own, until you quit"), self.own)
        for part, share in ((first, 4), (second, 3)):
            row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)

    def show_token(self, token: str, *, lent: bool) -> None:
        """Which one goes along."""
        self.made_up.set_value(token)
        self.made_up.setEnabled(not lent)
