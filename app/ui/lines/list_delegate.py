"""Draws the rows of the list of lines. Knows only the theme and the rows."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from app.domain.links import neutral
from app.ui.lines.advice_words import look_of
from app.ui.lines.list_model import Row
from app.ui.lines.words import LineWords
from app.ui.row_delegate import RowDelegate
from app.ui.row_painting import draw_text, paint_dot, small_mono

_PAD = 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class LineDelegate(RowDelegate):
    """State, name and number; below it operators, connectors and the CRM; warnings at the right."""

    def paint_row(self, painter: QPainter, rect: QRect, row: Row) -> None:
        """One line."""
        theme, words = self.theme, LineWords()
        colour = theme.colour("success" if row.line.active else "text3")
        centre = QPointF(rect.left() + _PAD + 4, rect.top() + 19)
        paint_dot(painter, centre, colour, hollow=not row.line.active)
        left, right = rect.left() + _PAD + 18, rect.right() - _PAD
        right = self._number(painter, rect, right, row)
        name = QRect(left, rect.top() + 9, right - left - 8, 20)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text1" if row.line.active else "text3"))
        title = neutral(row.line.name)
        draw_text(painter, name, f"{title} •" if row.edited else title)
        below, end = name.top() + 19, rect.right() - _PAD
        end = self._advice(painter, QRect(left, below, end - left, 20), row)
        channels = words.connectors(row.connectors, known=row.known)
        parts = [words.operators(row.line), channels, words.crm(row.line)]
        if not row.line.active:
            parts.insert(0, words.state(row.line))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour("text3"))
        draw_text(painter, QRect(left, below, end - left - 8, 20), " · ".join(filter(None, parts)))

    def _number(self, painter: QPainter, rect: QRect, right: int, row: Row) -> int:
        font = small_mono(self.theme)
        painter.setFont(font)
        painter.setPen(self.theme.colour("text3"))
        width = QFontMetrics(font).horizontalAdvance(str(row.line.id)) + 2
        box = QRect(right - width, rect.top() + 9, width, 20)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, str(row.line.id))
        return right - width

    def _advice(self, painter: QPainter, rect: QRect, row: Row) -> int:
        """A sign with the number of warnings. Answers where it begins."""
        if not row.advice:
            return rect.right()
        icon, token = look_of(row.worst)
        painter.setFont(self.theme.font("caption"))
        painter.setPen(self.theme.colour(token))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | _MIDDLE, str(row.advice))
        width = QFontMetrics(painter.font()).horizontalAdvance(str(row.advice))
        x = rect.right() - width - 18
        painter.drawPixmap(x, rect.top() + 3, self.theme.pixmap(icon, token, 14))
        return x
