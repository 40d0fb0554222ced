"""Draws an entry of a queue: place, name, position, presence. Knows only the theme and rows."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterStateGuard
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.line import EntityKind
from app.domain.links import neutral
from app.ui.lines.queue_model import QueueModel, QueueRow
from app.ui.model_rows import ROW, Index
from app.ui.row_painting import draw_text, paint_dot, paint_ground, paint_ring
from app.ui.style import Theme

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
        row = index.data(ROW)
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ground(painter, option, self._theme, bar=False)
            if isinstance(row, QueueRow):
                self._row(painter, option.rect, row)
            paint_ring(painter, option, self._theme)

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
        room = QRect(left, rect.top(), right - left - 8, rect.height())
        name = draw_text(painter, room, neutral(row.name))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text3"))
        rest = QRect(left + name + 10, rect.top(), right - left - name - 18, rect.height())
        if rest.width() > 24:
            draw_text(painter, rest, neutral(row.about))

    def _presence(self, painter: QPainter, rect: QRect, row: QueueRow) -> int:
        """Dot and word at the right end. Answers where they begin."""
        word = self._model.presence(row.online)
        if not word:
            return rect.right() - 8
        painter.setFont(self._theme.font("small"))
        width = QFontMetrics(painter.font()).horizontalAdvance(word) + 2
        box = QRect(rect.right() - 10 - width, rect.top(), width, rect.height())
        colour = self._theme.colour("success" if row.online else "text3")
        centre = QPointF(box.left() - 10, box.center().y() + 1)
        paint_dot(painter, centre, colour, hollow=not row.online)
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, word)
        return box.left() - 16
