"""The seven switches of a registration, with the vendor's names beside ours."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.connector import FLAG_DEFAULTS
from app.ui.style import Theme
from app.ui.widgets import ElidedLabel, IconLabel, Switch, label

_LEFT_OF_WORDS = 38


class FlagsView(QWidget):
    """All seven are always sent."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = self._words()
        self.switches = {name: Switch(theme, words[name]) for name in FLAG_DEFAULTS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Behaviour"), "title"))
        head.addStretch(1)
        head.addWidget(label(self.tr("all seven flags are always sent"), "caption", "text3"))
        column.addLayout(head)
        for name, switch in self.switches.items():
            row = QHBoxLayout()
            row.addWidget(switch)
            row.addStretch(1)
            vendor = ElidedLabel(name, "mono", "text3")
            row.addWidget(vendor)
            column.addLayout(row)
            column.addWidget(self._explained(name, switch))
            switch.toggled.connect(self.changed)
        self.warning = QWidget()
        row = QHBoxLayout(self.warning)
        row.setContentsMargins(_LEFT_OF_WORDS, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(theme, "warn", "warning", 14))
        told = self.tr(
            "With this on the CRM tracker does not run, so no lead or contact may be made."
        )
        row.addWidget(label(told, "small", "warning", wrap=True), 1)
        column.addWidget(self.warning)
        self.switches["CHAT_GROUP"].toggled.connect(self.warning.setVisible)
        self.warning.hide()

    def values(self) -> dict[str, bool]:
        """All seven."""
        return {name: switch.isChecked() for name, switch in self.switches.items()}

    def show_values(self, flags: dict[str, bool]) -> None:
        """Set them without telling anybody."""
        for name, switch in self.switches.items():
            blocked = switch.blockSignals(True)
            switch.setChecked(flags[name])
            switch.blockSignals(blocked)
        self.warning.setVisible(flags["CHAT_GROUP"])

    def _explained(self, name: str, switch: Switch) -> QWidget:
        text = self._explanations()[name]
        switch.setAccessibleDescription(text)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(_LEFT_OF_WORDS, 0, 0, 4)
        row.addWidget(label(text, "caption", "text3", wrap=True))
        return holder

    def _explanations(self) -> dict[str, str]:
        return {
            "DEL_EXTERNAL_MESSAGES": self.tr(
                "Operators may delete what a customer wrote, in the portal's chat."
            ),
            "EDIT_INTERNAL_MESSAGES": self.tr(
                "Each edit then comes as OnImConnectorMessageUpdate, if it was acknowledged."
            ),
            "DEL_INTERNAL_MESSAGES": self.tr(
                "Each deletion then comes as OnImConnectorMessageDelete, if it was acknowledged."
            ),
            "NEWSLETTER": self.tr("The channel can be chosen for mailings from the CRM."),
            "NEED_SYSTEM_MESSAGES": self.tr(
                "Greeting, automatic answers and requests to rate are sent to the customer too."
            ),
            "NEED_SIGNATURE": self.tr(
                "Texts arrive with [b]Name:[/b] in front; this console takes it off again."
            ),
            "CHAT_GROUP": self.tr(
                "All who write in one chat share a dialog, and it belongs to no single customer."
            ),
        }

    def _words(self) -> dict[str, str]:
        return {
            "DEL_EXTERNAL_MESSAGES": self.tr("Customer messages can be deleted"),
            "EDIT_INTERNAL_MESSAGES": self.tr("Operators edit their messages"),
            "DEL_INTERNAL_MESSAGES": self.tr("Operators delete their messages"),
            "NEWSLETTER": self.tr("CRM mailings use this channel"),
            "NEED_SYSTEM_MESSAGES": self.tr("System texts reach the customer"),
            "NEED_SIGNATURE": self.tr("Operator name in front of the text"),
            "CHAT_GROUP": self.tr("One dialog per chat, not per person"),
        }
