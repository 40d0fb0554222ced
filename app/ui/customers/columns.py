"""Two columns: a list whose width stays, and what belongs to it, which scrolls. Knows no person."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

_LIST, _LIST_NARROW, _NARROW = 320, 256, 1112
_WIDEST = 760


class Columns(QSplitter):
    """Where there is little room the list gives way to the fields."""

    def __init__(self, left: QWidget, right: QWidget, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._right = right
        self.area = QScrollArea()
        self.area.setWidget(right)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(name)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(self.area)
        self.setStretchFactor(1, 1)
        self.set_wide(wide=False)
        self.setSizes([_LIST, 800])

    def set_wide(self, *, wide: bool) -> None:
        """Whether the right side shows things beside each other and not only fields."""
        self._right.setMaximumWidth(2 * _WIDEST if wide else _WIDEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list changes its width where the window becomes narrow, or wide again."""
        before, now = event.oldSize().width() < _NARROW, event.size().width() < _NARROW
        super().resizeEvent(event)
        if before != now or event.oldSize().width() < 0:
            narrow = _LIST_NARROW if now else _LIST
            self.setSizes([narrow, max(1, event.size().width() - narrow)])
