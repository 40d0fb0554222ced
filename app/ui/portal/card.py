"""A card of the portal's page: a title, something at its right, and rows of a name and a value."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.labels import label
from app.ui.style import dress


class Card(QFrame):
    """`begin` names it; `body` takes what it is about."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.title = label("", "title", wrap=True)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.title, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 16)
        self.body.setSpacing(8)
        self.body.addLayout(self._head)

    def begin(self, title: str, *beside: QWidget) -> None:
        """The title, and what stands at its right."""
        self.title.setText(title)
        self.setAccessibleName(title)
        for part in beside:
            self._head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)

    def add_buttons(self, *buttons: QWidget) -> None:
        """A row of buttons below everything that was added before."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)


class FactRows(QWidget):
    """Names at the left, values at the right; values wrap and can be copied."""

    def __init__(self, names: dict[str, str]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._values: dict[str, QLabel] = {}
        for row, (key, name) in enumerate(names.items()):
            told = label(name, "body", "text2", wrap=True)
            told.setAlignment(Qt.AlignmentFlag.AlignTop)
            told.setFixedWidth(152)
            value = self._values[key] = label("", "body", wrap=True)
            flags = Qt.TextInteractionFlag.TextSelectableByMouse
            value.setTextInteractionFlags(flags)
            value.setAccessibleName(name)
            grid.addWidget(told, row, 0)
            grid.addWidget(value, row, 1)

    def say(self, key: str, text: str, tone: str = "") -> None:
        """Show a value."""
        value = self._values[key]
        if value.text() != text:
            value.setText(text)
            value.setAccessibleDescription(text)
        if (value.property("tone") or "") != tone:
            dress(value, tone=tone)

    def said(self, key: str) -> str:
        """The value that is shown."""
        return self._values[key].text()
