"""The row of steps at the top of the sign-in dialog."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.style import Theme

_SIDE = 20


class Stepper(QWidget):
    """Done steps have a tick, the present one the accent, the others are grey."""

    def __init__(self, theme: Theme, steps: Mapping[str, str]) -> None:
        """`steps` are keys and names."""
        super().__init__()
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._place = 0
        self.setFixedHeight(24)
        theme.changed.connect(self.update)
        self.set_steps(steps, next(iter(steps)))

    @property
    def place(self) -> int:
        """The present step, counted from 0."""
        return self._place

    def set_steps(self, steps: Mapping[str, str], present: str) -> None:
        """Another step is the present one, and a step may have come or gone."""
        self._names = tuple(steps.values())
        place = self._place = list(steps).index(present)
        text = self.tr("Step {number} of {count}: {name}")
        self.setAccessibleName(
            text.format(number=place + 1, count=len(self._names), name=self._names[place])
        )
        self.update()

    def sizeHint(self) -> QSize:
        """The names and short lines between them."""
        return QSize(sum(self._widths()) + 32 * (len(self._names) - 1), 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Circles, names, and lines that share the rest of the width."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            widths = self._widths()
            gap = (self.width() - sum(widths)) / max(1, len(self._names) - 1)
            x = 0.0
            for number, width in enumerate(widths):
                self._paint_step(painter, number, x)
                x += width
                if number < len(widths) - 1:
                    painter.setPen(QPen(self._theme.colour("border"), 1))
                    middle = self.height() / 2
                    painter.drawLine(
                        round(x + 12), round(middle), round(x + gap - 12), round(middle)
                    )
                x += gap

    def _paint_step(self, painter: QPainter, number: int, x: float) -> None:
        theme = self._theme
        done, present = number < self._place, number == self._place
        token = "success" if done else "accent" if present else "text3"
        circle = QRectF(x + 1, (self.height() - _SIDE) / 2, _SIDE, _SIDE).adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(token), 1.5))
        painter.drawEllipse(circle)
        painter.setFont(self._font(number))
        if done:
            icon = theme.pixmap("check", token, 12)
            painter.drawPixmap(round(circle.center().x() - 6), round(circle.center().y() - 6), icon)
        else:
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        place = QRectF(x + _SIDE + 8, 0, 300, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._names[number])

    def _widths(self) -> list[int]:
        return [
            _SIDE + 10 + QFontMetrics(self._font(number)).horizontalAdvance(name)
            for number, name in enumerate(self._names)
        ]

    def _font(self, number: int) -> QFont:
        return self._theme.font("strong" if number == self._place else "body")
