"""Two boxes: through which connector, and to which open line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.domain.links import neutral
from app.ui.dialogs.customer_rules import own_first
from app.ui.style import Theme
from app.ui.widgets import FormField

if TYPE_CHECKING:
    from app.services.connectors import Connectors


class ChannelChoice(QWidget):
    """What was chosen stays chosen when connectors and lines change."""

    changed = Signal()

    def __init__(self, connectors: "Connectors", theme: Theme, beside: int) -> None:
        super().__init__()
        self._connectors = connectors
        self.connector, self.line = QComboBox(), QComboBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.fields = {
            "connector": FormField(theme, self.tr("Connector"), self.connector, beside=beside),
            "line": FormField(theme, self.tr("Open line"), self.line, beside=beside),
        }
        for field, box in zip(self.fields.values(), (self.connector, self.line), strict=True):
            column.addWidget(field)
            box.currentIndexChanged.connect(self.changed)
        self.refresh()

    @property
    def place(self) -> tuple[str, int]:
        """The connector's id and the line's number; "" and 0 while there is none."""
        return str(self.connector.currentData() or ""), int(self.line.currentData() or 0)

    def choose(self, connector: str, line: int) -> None:
        """Write through this channel, where it is there."""
        for box, data in ((self.connector, connector), (self.line, line)):
            if (found := box.findData(data)) >= 0:
                box.setCurrentIndex(found)

    def refresh(self) -> None:
        """The connectors or lines have changed."""
        own = own_first(self._connectors.connectors())
        _fill(self.connector, [(neutral(each.name) or each.id, each.id) for each in own])
        lines = self._connectors.lines()
        _fill(self.line, [(neutral(each.name), each.id) for each in lines])


def _fill(box: QComboBox, items: list[tuple[str, object]]) -> None:
    chosen = box.currentData()
    if [(box.itemText(n), box.itemData(n)) for n in range(box.count())] == items:
        return
    box.clear()
    for text, data in items:
        box.addItem(text, data)
    box.setCurrentIndex(max(0, box.findData(chosen)))
