"""First step: which portal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.address import hide_webhook
from app.domain.portal import Network
from app.ui.buttons import Button
from app.ui.errors import Explained
from app.ui.fields import FormField
from app.ui.labels import label
from app.ui.network_form import NetworkForm
from app.ui.panels import ErrorPanel
from app.ui.style import Theme


class PortalStep(QWidget):
    """One field, and the way there behind a link. A pasted webhook is hidden at once."""

    submitted = Signal()
    test_requested = Signal()
    changed = Signal()  # it may need another height

    def __init__(self, theme: Theme, address: str, network: Network) -> None:
        super().__init__()
        self.line = QLineEdit(address)
        self.line.setPlaceholderText("acme.bitrix24.com")
        self.field = FormField(
            theme,
            self.tr("Portal address"),
            self.line,
            self.tr("Paste it as you have it: a name, an address, or the address of any page."),
        )
        self.panel = ErrorPanel(theme)
        self.more = Button(theme, self.tr("Network…"), "link")
        self.network = NetworkForm(theme)
        self._offered = network
        self.network.set_value(network)
        self.network.hide()
        self.network.changed.connect(self.changed)
        self.network.test_requested.connect(self.test_requested)
        self.more.clicked.connect(self.show_network)
        if network != Network():
            self.show_network()
        self.line.returnPressed.connect(self.submitted)
        self.line.textEdited.connect(self._on_edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Which portal?"), "page"))
        text = self.tr("Sign in as an administrator of the portal: only they receive its events.")
        column.addWidget(label(text, "body", "text2", wrap=True))
        column.addWidget(self.field)
        column.addWidget(self.panel)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.network)
        column.addStretch(1)

    def show_network(self) -> None:
        """Open the part that most people never need."""
        self.more.hide()
        self.network.show()
        self.network.ca_file.line.setFocus()
        self.changed.emit()

    def offer_network(self, network: Network) -> None:
        """The way to a portal that is known; what the person has entered stays."""
        if self.network.value() != self._offered:
            return
        self._offered = network
        self.network.set_value(network)
        if network != Network():
            self.more.hide()
            self.network.show()
        self.changed.emit()

    def first_focus(self) -> QWidget:
        """Where typing begins."""
        return self.line

    def show_trouble(self, explained: Explained) -> None:
        """The field is red, the words stand below it."""
        self.line.setText(hide_webhook(self.line.text()))
        self.panel.show_on(self.field, explained)
        self.line.setFocus()

    def clear_trouble(self) -> None:
        """Nothing is wrong any more."""
        self.field.set_problem("")
        self.panel.clear()

    def _on_edited(self, text: str) -> None:
        self.clear_trouble()
        hidden = hide_webhook(text)
        if hidden != text:
            self.line.setText(hidden)
            self.submitted.emit()
