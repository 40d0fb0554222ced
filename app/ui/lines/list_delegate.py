"""Draws the rows of the list of lines. Knows only the theme and the rows."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.links import neutral
from app.ui.lines.advice_words import look_of
from app.ui.lines.list_model import ROW, Row
from app.ui.lines.words import LineWords
from app.ui.style import Theme

Index = QModelIndex | QPersistentModelIndex
_PAD, _ROW, _DOT = 16, 56, 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class LineDelegate(QStyledItemDelegate):
    """State, name and number; below it operators, connectors and the CRM; warnings at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are alike."""
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        row, state = index.data(ROW), option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self._ground(painter, option.rect, selected, hovered)
        if isinstance(row, Row):
            self._row(painter, option.rect, row)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, selected: bool, hovered: bool) -> None:
        theme = self._theme
        if selected or hovered:
            painter.fillRect(rect, theme.colour("selection" if selected else "hover"))
        if selected:
            bar = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(bar, theme.colour("accent"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        theme, words = self._theme, LineWords()
        self._dot(painter, QPointF(rect.left() + _PAD + 4, rect.top() + 19), row)
        left, right = rect.left() + _PAD + 18, rect.right() - _PAD
        right = self._number(painter, rect, right, row)
        name = QRect(left, rect.top() + 9, right - left - 8, 20)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text1" if row.line.active else "text3"))
        title = neutral(row.line.name)
        self._text(painter, name, f"{title} •" if row.edited else title)
        below, end = name.top() + 19, rect.right() - _PAD
        end = self._advice(painter, QRect(left, below, end - left, 20), row)
        channels = words.connectors(row.connectors, known=row.known)
        parts = [words.operators(row.line), channels, words.crm(row.line)]
        if not row.line.active:
            parts.insert(0, words.state(row.line))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text3"))
        self._text(painter, QRect(left, below, end - left - 8, 20), " · ".join(filter(None, parts)))

    def _number(self, painter: QPainter, rect: QRect, right: int, row: Row) -> int:
        font = self._theme.font("mono")
        font.setPixelSize(self._theme.font("caption").pixelSize())
        painter.setFont(font)
        painter.setPen(self._theme.colour("text3"))
        width = QFontMetrics(font).horizontalAdvance(str(row.line.id)) + 2
        box = QRect(right - width, rect.top() + 9, width, 20)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, str(row.line.id))
        return right - width

    def _advice(self, painter: QPainter, rect: QRect, row: Row) -> int:
        """A sign with the number of warnings. Answers where it begins."""
        if not row.advice:
            return rect.right()
        icon, token = look_of(row.worst)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour(token))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | _MIDDLE, str(row.advice))
        width = QFontMetrics(painter.font()).horizontalAdvance(str(row.advice))
        x = rect.right() - width - 18
        painter.drawPixmap(x, rect.top() + 3, self._theme.pixmap(icon, token, 14))
        return x

    def _dot(self, painter: QPainter, centre: QPointF, row: Row) -> None:
        on = row.line.active
        colour = self._theme.colour("success" if on else "text3")
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(colour, 1.5))
        painter.setBrush(colour if on else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, _DOT / 2 - 0.5, _DOT / 2 - 0.5)

    @staticmethod
    def _text(painter: QPainter, rect: QRect, text: str) -> None:
        elided = QFontMetrics(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | _MIDDLE, elided)
