"""F1: every shortcut in one window, made from the same commands as the palette."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.commands import Command
from app.ui.labels import label
from app.ui.palette import keys


class CheatSheet(QDialog):
    """A list in groups. Not modal: it may stay open beside the work."""

    def __init__(self, window: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 560)
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(24, 16, 24, 24)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        self._fill(grid, [command for command in commands if command.shortcut])
        area = QScrollArea()
        area.setAccessibleName(self.tr("Keyboard shortcuts"))
        area.setWidget(body)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    @staticmethod
    def _fill(grid: QGridLayout, commands: Sequence[Command]) -> None:
        row = 0
        for group in dict.fromkeys(command.group for command in commands):
            if group:
                title = label(group, "title")
                title.setContentsMargins(0, 12 if row else 0, 0, 2)
                grid.addWidget(title, row, 0, 1, 2)
                row += 1
            for command in (c for c in commands if c.group == group):
                grid.addWidget(label(command.text, "body", "text2", wrap=True), row, 0)
                cap = label(keys(command.shortcut), "caption")
                cap.setProperty("kbd", "true")
                grid.addWidget(cap, row, 1, Qt.AlignmentFlag.AlignRight)
                row += 1
        grid.setRowStretch(row, 1)
