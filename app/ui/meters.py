"""A bar that fills and a ring that empties."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.style import Theme


class Meter(QWidget):
    """A bar that fills: accent, from 60 % in the warning colour, from 90 % in the danger colour."""

    def __init__(self, theme: Theme, name: str, width: int = 96) -> None:
        super().__init__()
        self._theme, self._name, self._share = theme, name, 0.0
        self.setFixedSize(width, 6)
        theme.changed.connect(self.update)
        self.set(0, 1)

    @property
    def token(self) -> str:
        """The colour shown now, by token."""
        if self._share < 0.6:
            return "accentFill"
        return "warning" if self._share < 0.9 else "danger"

    def set(self, value: float, most: float) -> None:
        """Show `value` of `most`."""
        self._share = min(max(value / most, 0.0), 1.0) if most > 0 else 0.0
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(f"{value:.0f} / {most:.0f}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bed and the filled part."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("pressed"))
            painter.drawRoundedRect(self.rect(), 3, 3)
            painter.setClipRect(QRectF(0, 0, self.width() * self._share, self.height()))
            painter.setBrush(self._theme.colour(self.token))
            painter.drawRoundedRect(self.rect(), 3, 3)


class Countdown(QWidget):
    """A ring that empties, with the seconds left in its middle."""

    def __init__(self, theme: Theme, total: int = 30, side: int = 56) -> None:
        super().__init__()
        self._theme, self._total, self._left = theme, total, total
        self.setFixedSize(side, side)
        theme.changed.connect(self.update)
        self.set(total)

    @property
    def left(self) -> int:
        """Seconds shown."""
        return self._left

    def set(self, left: int) -> None:
        """Show that many seconds."""
        self._left = max(0, left)
        self.setAccessibleName(str(self._left))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A grey ring, the part that is left in the accent (danger near the end), the number."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            painter.setPen(QPen(self._theme.colour("pressed"), 4))
            painter.drawEllipse(ring)
            token = "accentFill" if self._left > 5 else "danger"
            pen = QPen(self._theme.colour(token), 4)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(ring, 90 * 16, -round(360 * 16 * self._left / self._total))
            painter.setPen(self._theme.colour("text1"))
            painter.setFont(self._theme.font("page"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._left))
