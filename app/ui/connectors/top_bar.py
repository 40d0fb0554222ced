"""The bar over the Connectors page: connectors or open lines."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.style import Theme
from app.ui.widgets import Segments, line

CONNECTORS, LINES = "connectors", "lines"


class TopBar(QWidget):
    """Both are about the same contact center."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.segments = Segments(
            theme,
            self.tr("What is shown"),
            [(CONNECTORS, self.tr("Connectors")), (LINES, self.tr("Lines"))],
        )
        self.segments.chosen.connect(self.chosen)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(self.segments)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(line())

    def choose(self, key: str) -> None:
        """Mark one without telling anybody."""
        self.segments.choose(key)
