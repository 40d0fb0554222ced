"""A page of a page: the way back, a title, and the content below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.style import Theme
from app.ui.widgets import Button, IconLabel, label


class UnderTitle(QWidget):
    """Home > title, then the title once more in large, then the content."""

    back = Signal()

    def __init__(self, theme: Theme, home: str, title: str, content: QWidget) -> None:
        super().__init__()
        self.home = Button(theme, home, "link")
        self.home.clicked.connect(self.back)
        trail = QHBoxLayout()
        trail.setSpacing(6)
        trail.addWidget(self.home)
        trail.addWidget(IconLabel(theme, "chevron-right", "text3", 14))
        trail.addWidget(label(title, "small", "text2"))
        trail.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(24, 12, 24, 4)
        head.setSpacing(2)
        head.addLayout(trail)
        head.addWidget(label(title, "page"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(content, 1)
