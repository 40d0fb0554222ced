"""The scroll bar of the transcript: always in its place, with a handle only when it can move."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider

from app.ui.style import Theme


class TranscriptBar(QScrollBar):
    """Painted on the ground of the transcript."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground and the handle."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("bg2"))
            if self.maximum() <= self.minimum():
                return
            option = QStyleOptionSlider()
            self.initStyleOption(option)
            part, kind = QStyle.SubControl.SC_ScrollBarSlider, QStyle.ComplexControl.CC_ScrollBar
            handle = QRectF(self.style().subControlRect(kind, option, part, self))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            held = self.isSliderDown() or self.underMouse()
            painter.setBrush(self._theme.colour("text3" if held else "borderStrong"))
            painter.drawRoundedRect(handle.adjusted(3, 3, -3, -3), 3, 3)
