"""Two fields for a new passphrase: its rules at the field, and a hint of how strong it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.passphrase import SHORTEST, flaw_of, strength_of
from app.ui.fields import FormField, SecretField
from app.ui.labels import label
from app.ui.style import Theme, dress

_TONES = {"none": "text3", "weak": "danger", "fair": "warning", "strong": "success"}


class NewPassphrase(QWidget):
    """Nothing is wrong before somebody goes on; then the words stand at the field."""

    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        rule = self.tr(
            "At least %n characters. A few words are easier to keep in mind.", "", SHORTEST
        )
        self.first = SecretField(theme, self.tr("Passphrase"))
        self.again = SecretField(theme, self.tr("The same once more"))
        self.field = FormField(theme, self.tr("Passphrase"), self.first, rule)
        self.again_field = FormField(theme, self.tr("The same once more"), self.again)
        self.hint = label("", "small", "text3")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.field, self.hint, self.again_field):
            column.addWidget(part)
        self.first.line.textChanged.connect(self._on_typed)
        self.again.line.textChanged.connect(lambda: self.again_field.set_problem(""))
        self.first.line.returnPressed.connect(self.again.line.setFocus)
        self.again.line.returnPressed.connect(self.submitted)
        self._on_typed("")

    def value(self) -> str:
        """The passphrase, or "" with the reason shown at the field."""
        passphrase = self.first.line.text()
        flaw = flaw_of(passphrase, self.again.line.text())
        words = {
            "empty": self.tr("Enter a passphrase"),
            "short": self.tr("This is too short"),
            "simple": self.tr("The same few characters again and again are guessed at once"),
            "different": self.tr("These two are not the same"),
        }
        if not flaw:
            return passphrase
        field = self.again_field if flaw == "different" else self.field
        field.set_problem(words[flaw])
        field.line.setFocus()
        return ""

    def clear(self) -> None:
        """Both fields are empty again."""
        for secret in (self.first, self.again):
            secret.line.clear()

    def _on_typed(self, text: str) -> None:
        self.field.set_problem("")
        strength = strength_of(text)
        words = {
            "none": "",
            "weak": self.tr("Weak: too short or too simple"),
            "fair": self.tr("Fair: longer is better"),
            "strong": self.tr("Strong"),
        }
        self.hint.setText(words[strength])
        self.hint.setVisible(strength != "none")
        dress(self.hint, tone=_TONES[strength])
