"""Asks for the passphrase of the file with the keys, and shows the way out for who forgot it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.buttons import Button
from app.ui.errors import Explained
from app.ui.fields import FormField, SecretField
from app.ui.labels import label
from app.ui.panels import Note
from app.ui.style import Theme


class UnlockPanel(QFrame):
    """A field in the window: nothing is blocked, and a wrong passphrase is told below it."""

    unlock = Signal(str)
    start_anew = Signal()
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "soft")
        self.secret = SecretField(theme, self.tr("Passphrase"))
        self.field = FormField(theme, self.tr("Passphrase"), self.secret)
        self.button = Button(theme, self.tr("Unlock"), "primary", "key")
        self.forgot = Button(theme, self.tr("Forgot the passphrase?"), "link")
        self.lost = Note(
            theme,
            self.tr(
                "Nobody can open the file without its passphrase. Starting anew deletes it: the "
                "sign-ins and the client secrets of every portal in it are lost, and each portal "
                "has to be signed in to again. Dialogs and settings stay."
            ),
            "danger",
        )
        self.anew = Button(theme, self.tr("Delete the keys and start anew"), "danger")
        self.button.clicked.connect(self.submit)
        self.secret.line.returnPressed.connect(self.submit)
        self.secret.line.textEdited.connect(lambda: self.field.set_problem(""))
        self.forgot.clicked.connect(self._on_forgot)
        self.anew.clicked.connect(self.start_anew)
        self.lost.hide()
        self.anew.hide()
        self._arrange()

    def first_focus(self) -> QWidget:
        """Where typing begins."""
        return self.secret.line

    def set_busy(self, busy: bool) -> None:
        """Being tried."""
        self.button.set_busy(busy)

    def show_trouble(self, explained: Explained) -> None:
        """A wrong passphrase, or a file that cannot be read. What was typed stays, to be mended."""
        parts = (explained.title, explained.text, explained.advice)
        self.field.set_problem(". ".join(part.rstrip(".") for part in parts if part))
        self.secret.line.setFocus()
        self.secret.line.selectAll()
        self.changed.emit()

    def submit(self) -> None:
        """Try what was typed."""
        if self.secret.line.text():
            self.unlock.emit(self.secret.line.text())
        else:
            self.field.set_problem(self.tr("Enter the passphrase"))
            self.secret.line.setFocus()

    def _on_forgot(self) -> None:
        self.forgot.hide()
        self.lost.show()
        self.anew.show()
        self.anew.setFocus()
        self.changed.emit()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Your keys are locked"), "strong"))
        text = self.tr("They are in a file on this machine that only your passphrase opens.")
        column.addWidget(label(text, "body", "text2", wrap=True))
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self.forgot)
        column.addLayout(row)
        column.addWidget(self.lost)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.anew)
        column.addLayout(foot)
