"""Draws an entry of a queue: place, name, position, presence. Knows only the theme and rows."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.line import EntityKind
from app.domain.links import neutral
from app.ui.lines.queue_model import ROW, QueueModel, QueueRow
from app.ui.style import Theme

Index = QModelIndex | QPersistentModelIndex
_HEIGHT, _PLACE = 36, 32
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class QueueDelegate(QStyledItemDelegate):
    """One line a row."""

    def __init__(self, theme: Theme, model: QueueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are alike."""
        return QSize(200, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One entry."""
        theme, state, rect = self._theme, option.state, option.rect
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("selection" if selected else "hover"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        row = index.data(ROW)
        if isinstance(row, QueueRow):
            self._row(painter, rect, row)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def _row(self, painter: QPainter, rect: QRect, row: QueueRow) -> None:
        theme = self._theme
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text3"))
        place = QRect(rect.left(), rect.top(), _PLACE - 8, rect.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | _MIDDLE, str(row.place))
        group = row.entity.kind is EntityKind.DEPARTMENT
        picture = theme.pixmap("users" if group else "user", "text2")
        painter.drawPixmap(rect.left() + _PLACE + 4, rect.center().y() - 7, picture)
        left = rect.left() + _PLACE + 28
        right = self._presence(painter, rect, row)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text1"))
        name = self._text(
            painter, QRect(left, rect.top(), right - left - 8, rect.height()), row.name
        )
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text3"))
        rest = QRect(left + name + 10, rect.top(), right - left - name - 18, rect.height())
        if rest.width() > 24:
            self._text(painter, rest, row.about)

    def _presence(self, painter: QPainter, rect: QRect, row: QueueRow) -> int:
        """Dot and word at the right end. Answers where they begin."""
        word = self._model.presence(row.online)
        if not word:
            return rect.right() - 8
        painter.setFont(self._theme.font("small"))
        width = QFontMetrics(painter.font()).horizontalAdvance(word) + 2
        box = QRect(rect.right() - 10 - width, rect.top(), width, rect.height())
        colour = self._theme.colour("success" if row.online else "text3")
        painter.setPen(Qt.PenStyle.NoPen if row.online else QPen(colour, 1.5))
        painter.setBrush(colour if row.online else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(box.left() - 10, box.center().y() + 1), 3.5, 3.5)
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, word)
        return box.left() - 16

    @staticmethod
    def _text(painter: QPainter, rect: QRect, text: str) -> int:
        """Draw a text, cut where it does not fit. Answers how wide it is."""
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(neutral(text), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | _MIDDLE, shown)
        return metrics.horizontalAdvance(shown)
