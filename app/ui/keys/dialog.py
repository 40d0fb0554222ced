"""A small window that asks where keys are to be kept, when the place of before cannot be used."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.buttons import Button
from app.ui.errors import Explained
from app.ui.keys.choice import VaultChoice
from app.ui.labels import label
from app.ui.panels import ErrorPanel
from app.ui.style import Theme

_WIDTH = 520


class VaultDialog(QDialog):
    """`chosen` carries the place and its passphrase; whoever keeps them closes the window, and
    deletes it once nothing is being done any more.
    """

    chosen = Signal(str, str)

    def __init__(self, theme: Theme, *, keychain: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("vault")
        self.setWindowTitle(self.tr("Where are your keys to be kept?"))
        self.setFixedWidth(_WIDTH)
        self.choice = VaultChoice(theme, keychain=keychain)
        self.panel = ErrorPanel(theme)
        self.ok = Button(theme, self.tr("Keep them there"), "primary")
        self.cancel = Button(theme, self.tr("Cancel"))
        self.ok.clicked.connect(self._on_ok)
        self.choice.submitted.connect(self._on_ok)
        self.choice.changed.connect(self._fit)
        self.cancel.clicked.connect(self.reject)
        self._arrange()

    def open(self) -> None:
        """Show it beside the window."""
        self.setModal(False)
        self.show()
        self._fit()
        self.choice.first_focus().setFocus()

    def show_trouble(self, explained: Explained) -> None:
        """It cannot be kept there."""
        self.panel.show_error(explained)
        self._fit()

    def _on_ok(self) -> None:
        self.panel.clear()
        answer = self.choice.answer()
        if answer is not None:
            self.chosen.emit(*answer)

    def _fit(self) -> None:
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(_WIDTH))

    def _arrange(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 16)
        self._column.setSpacing(12)
        self._column.addWidget(label(self.tr("Where are your keys to be kept?"), "page", wrap=True))
        self._column.addWidget(self.choice)
        self._column.addWidget(self.panel)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.ok)
        foot.addWidget(self.cancel)
        self._column.addLayout(foot)
