"""Draws the rows of the connector list. Knows only the theme and the entries."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterStateGuard
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.connector import LineState, Origin
from app.domain.links import neutral
from app.ui.connectors.list_model import Heading, Row
from app.ui.connectors.tile_icons import paint_connector
from app.ui.connectors.words import look_of
from app.ui.model_rows import ROW, Index
from app.ui.row_painting import (
    draw_text,
    is_selected,
    paint_dot,
    paint_ground,
    paint_ring,
    small_mono,
)
from app.ui.style import Theme

_PAD = 16
_HEADING = 28
_ROW = 56
_NARROW = 300
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ConnectorDelegate(QStyledItemDelegate):
    """A heading, or icon, name, id, state and the number of lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two heights."""
        return QSize(200, _HEADING if isinstance(index.data(ROW), Heading) else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One entry."""
        entry = index.data(ROW)
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if isinstance(entry, Heading):
                self._heading(painter, option.rect, entry)
            else:
                paint_ground(painter, option, self._theme, bar=is_selected(option))
                self._row(painter, option.rect, entry)
                paint_ring(painter, option, self._theme)

    def _heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        painter.fillRect(rect, self._theme.colour("bg0"))
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        font = self._theme.font("small")
        painter.setFont(font)
        painter.setPen(self._theme.colour("text3"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | _MIDDLE, str(heading.count))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text2"))
        draw_text(painter, inner.adjusted(0, 0, -24, 0), heading.text)

    def _row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        box = QRectF(rect.left() + _PAD, rect.top() + 12, 32, 32)
        paint_connector(painter, box, row.connector, self._theme)
        left, narrow = round(box.right()) + 12, rect.width() < _NARROW
        right = self._state(painter, rect, row, narrow=narrow)
        end = rect.right() - _PAD
        own = row.connector.origin is Origin.OWN
        name = QRect(left, rect.top() + 9, (end if narrow else right) - left - 8, 20)
        painter.setFont(self._theme.font("strong" if own else "body"))
        painter.setPen(self._theme.colour("text1"))
        draw_text(painter, name, neutral(row.connector.name))
        painter.setFont(small_mono(self._theme))
        painter.setPen(self._theme.colour("text3"))
        draw_text(painter, QRect(left, name.top() + 19, right - left - 8, 20), row.connector.id)

    def _state(self, painter: QPainter, rect: QRect, row: Row, *, narrow: bool) -> int:
        """The state at the right end, beside the id where there is little room. Answers where it
        begins.
        """
        look = look_of(row.state)
        painter.setFont(self._theme.font("caption" if narrow else "small"))
        width = QFontMetrics(painter.font()).horizontalAdvance(look.word)
        box = QRect(rect.right() - _PAD - width - 2, rect.top() + 9, width + 4, 20)
        if narrow:
            box.translate(0, 19)
        elif not row.lines:
            box.moveTop(rect.center().y() - 9)
        centre = QPointF(box.left() - 10, box.center().y() + 1)
        paint_dot(painter, centre, self._theme.colour(look.token), hollow=not row.state.is_on)
        plain = row.state is LineState.WORKING
        painter.setPen(self._theme.colour("text2" if plain else look.token))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, look.word)
        if row.lines and not narrow:
            painter.setFont(self._theme.font("caption"))
            painter.setPen(self._theme.colour("text3"))
            lines = QRect(rect.right() - _PAD - 120, box.top() + 19, 122, 18)
            text = self.tr("%n line(s)", "", row.lines)
            painter.drawText(lines, Qt.AlignmentFlag.AlignRight | _MIDDLE, text)
        return box.left() - 16
