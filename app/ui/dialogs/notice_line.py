"""A line of words over the transcript, on a ground of its own."""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.style import Theme
from app.ui.widgets import ElidedLabel, IconLabel

_HEIGHT, _MARGIN, _GAP = 28, 16, 8


class NoticeLine(QWidget):
    """One line; fewer words where there is less room. `beside` stands at its end."""

    def __init__(self, theme: Theme, icon: str, beside: QWidget | None = None) -> None:
        super().__init__()
        self._theme, self._beside = theme, beside
        self.setFixedHeight(_HEIGHT)
        self.words = ElidedLabel("", "small", "text2")
        self._texts = ("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(_GAP)
        row.addWidget(IconLabel(theme, icon))
        row.addWidget(self.words, 1)
        if beside is not None:
            row.addWidget(beside)
        theme.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many words as fit."""
        super().resizeEvent(event)
        self._show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, and a line under it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.colour("bg0"))
            line = self._theme.colour("border")
            painter.fillRect(0, self.height() - 1, self.width(), 1, line)

    def say(self, whole: str, short: str) -> None:
        """All of it, and what is said where that does not fit."""
        self._texts = (whole, short)
        self._show()

    def _show(self) -> None:
        whole, short = self._texts
        beside = 0 if self._beside is None else self._beside.sizeHint().width() + _GAP
        room = self.width() - 2 * _MARGIN - 16 - _GAP - beside
        fits = self.words.fontMetrics().horizontalAdvance(whole) <= room
        text = whole if fits else short
        if text != self.words.whole_text():
            self.words.setText(text)
        if whole != self.accessibleName():
            self.setAccessibleName(whole)
