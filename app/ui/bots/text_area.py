"""A few lines of plain text; Tab goes on to the next control."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

_LINES = 2


class TextArea(QPlainTextEdit):
    """As high as two lines; more can be scrolled."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for two lines."""
        height = _LINES * self.fontMetrics().lineSpacing() + 20
        return QSize(200, height)

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return QSize(120, self.sizeHint().height())
