"""What rows of lists look like everywhere: ground, mark, ring of the keyboard, dot, cut texts."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.ui.style import Theme

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_BAR = 3


def is_selected(option: QStyleOptionViewItem) -> bool:
    """Whether the row is marked."""
    return bool(option.state & QStyle.StateFlag.State_Selected)


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, theme: Theme, *, bar: bool
) -> None:
    """The ground of a row, the line below it, and with `bar` the mark at its left end."""
    rect, selected = option.rect, is_selected(option)
    if selected or option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.colour("selection" if selected else "hover"))
    if bar:
        painter.fillRect(
            QRect(rect.left(), rect.top(), _BAR, rect.height()), theme.colour("accent")
        )
    painter.setPen(theme.colour("border"))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def paint_ring(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """A ring around the marked row while the keyboard is in the list."""
    if is_selected(option) and option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))


def paint_dot(painter: QPainter, centre: QPointF, colour: QColor, *, hollow: bool) -> None:
    """A dot, or a circle; always beside words that say the same."""
    painter.setPen(QPen(colour, 1.5) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    painter.drawEllipse(centre, 3.5, 3.5)


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """A text from the left, cut where it does not fit. Answers how wide it is."""
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(text, mode, rect.width())
    painter.drawText(rect, _LEFT, shown)
    return metrics.horizontalAdvance(shown)


def small_mono(theme: Theme) -> QFont:
    """The fixed font in the size of captions."""
    font = theme.font("mono")
    font.setPixelSize(theme.font("caption").pixelSize())
    return font
