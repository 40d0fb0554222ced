"""Draws an entry of a queue: place, name, position, presence. Knows only the theme and rows."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.domain.line import EntityKind
from app.domain.links import neutral
from app.ui.lines.queue_model import QueueModel, QueueRow
from app.ui.row_delegate import RowDelegate
from app.ui.row_painting import draw_text, paint_dot
from app.ui.style import Theme

_PLACE = 32
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class QueueDelegate(RowDelegate):
    """One line a row."""

    height = 36

    def __init__(self, theme: Theme, model: QueueModel, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._model = model

    def has_bar(self, _option: QStyleOptionViewItem, _row: QueueRow) -> bool:
        """Never: the ground tells what is chosen."""
        return False

    def paint_row(self, painter: QPainter, rect: QRect, row: QueueRow) -> None:
        """One entry."""
        theme = self.theme
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
        painter.setFont(self.theme.font("small"))
        width = QFontMetrics(painter.font()).horizontalAdvance(word) + 2
        box = QRect(rect.right() - 10 - width, rect.top(), width, rect.height())
        colour = self.theme.colour("success" if row.online else "text3")
        centre = QPointF(box.left() - 10, box.center().y() + 1)
        paint_dot(painter, centre, colour, hollow=not row.online)
        painter.setPen(self.theme.colour("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, word)
        return box.left() - 16
