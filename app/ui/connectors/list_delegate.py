"""Draws the rows of the connector list. Knows only the theme and the entries."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.connector import LineState, Origin
from app.domain.links import neutral
from app.ui.connectors.list_model import ROW, Heading, Row
from app.ui.connectors.tile_icons import paint_connector
from app.ui.connectors.words import look_of
from app.ui.style import Theme

Index = QModelIndex | QPersistentModelIndex
_PAD = 16
_HEADING = 28
_ROW = 56
_DOT = 8
_NARROW = 300


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
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, Heading):
            self._heading(painter, option.rect, entry)
        else:
            state = option.state
            selected = bool(state & QStyle.StateFlag.State_Selected)
            self._ground(
                painter, option.rect, selected, bool(state & QStyle.StateFlag.State_MouseOver)
            )
            self._row(painter, option.rect, entry)
            if selected and state & QStyle.StateFlag.State_HasFocus:
                self._ring(painter, option.rect)
        painter.restore()

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
        self._text(painter, inner.adjusted(0, 0, -24, 0), heading.text)

    def _ground(self, painter: QPainter, rect: QRect, selected: bool, hovered: bool) -> None:
        theme = self._theme
        if selected or hovered:
            painter.fillRect(rect, theme.colour("selection" if selected else "hover"))
        if selected:
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent")
            )
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))

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
        self._text(painter, name, neutral(row.connector.name))
        painter.setFont(self._small_mono())
        painter.setPen(self._theme.colour("text3"))
        self._text(painter, QRect(left, name.top() + 19, right - left - 8, 20), row.connector.id)

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
        self._dot(painter, QPointF(box.left() - 10, box.center().y() + 1), row.state, look.token)
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

    def _dot(self, painter: QPainter, centre: QPointF, state: LineState, token: str) -> None:
        hollow = not state.is_on
        colour = self._theme.colour(token)
        painter.setPen(QPen(colour, 1.5) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawEllipse(centre, _DOT / 2 - 0.5, _DOT / 2 - 0.5)

    def _small_mono(self) -> QFont:
        font = self._theme.font("mono")
        font.setPixelSize(self._theme.font("caption").pixelSize())
        return font

    @staticmethod
    def _text(painter: QPainter, rect: QRect, text: str) -> None:
        elided = QFontMetrics(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | _MIDDLE, elided)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
