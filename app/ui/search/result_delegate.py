"""Draws a result: dialog and date, what was said before, the words found, what came after."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPainterStateGuard,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.dialogs.texts import units
from app.ui.model_rows import ROW
from app.ui.row_painting import is_selected, paint_ground, paint_ring
from app.ui.search.excerpts import Excerpt
from app.ui.search.results import Result
from app.ui.style import Theme

_SIDE, _TOP, _GAP = 16, 8, 3
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_LEFT = _AT_LEFT | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


class ResultDelegate(QStyledItemDelegate):
    """Paints plain text only, whatever it holds."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As many lines as there is something to say."""
        row = index.data(ROW)
        if not isinstance(row, Result):
            return QSize(200, 40)
        small = (row.before, row.after, row.place)
        lines = [self._height("strong"), self._height("body")]
        lines += [self._height("small") for each in small if each.text]
        return QSize(200, round(sum(lines) + _GAP * (len(lines) - 1) + 2 * _TOP))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground and lines."""
        row = index.data(ROW)
        if not isinstance(row, Result):
            return
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text its own
            paint_ground(painter, option, self._theme, bar=is_selected(option))
            rect = QRectF(option.rect).adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
            used = self._right(painter, row.at, rect)
            lines = (
                (row.title, "strong", "text1", -used - 8),
                (row.before, "small", "text2", 0),
                (row.line, "body", "text1", 0),
                (row.after, "small", "text2", 0),
                (row.place, "small", "text2", 0),
            )
            for line, role, ink, less in lines:
                if line.text:
                    self._line(painter, line, rect.adjusted(0, 0, less, 0), role, ink)
                    rect.setTop(rect.top() + self._height(role) + _GAP)
            paint_ring(painter, option, self._theme)

    def _height(self, role: str) -> float:
        return QFontMetricsF(self._theme.font(role)).height()

    def _right(self, painter: QPainter, text: str, rect: QRectF) -> float:
        font = self._theme.font("small")
        width = QFontMetricsF(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text2"))
        place = QRectF(rect.right() - width, rect.top(), width + 1, self._height("strong"))
        painter.drawText(place, _LEFT, text)
        return width

    def _line(self, painter: QPainter, line: Excerpt, rect: QRectF, role: str, ink: str) -> None:
        font = self._theme.font(role)
        shown = QFontMetricsF(font).elidedText(line.text, _ELIDE, rect.width() - 4)
        layout = QTextLayout(shown, font)
        option = QTextOption(_AT_LEFT)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(list(self._formats(line, shown)))
        layout.beginLayout()
        made = layout.createLine()
        made.setLineWidth(rect.width() * 2)
        layout.endLayout()
        painter.setPen(self._theme.colour(ink))
        layout.draw(painter, rect.topLeft())

    def _formats(self, line: Excerpt, shown: str) -> list[QTextLayout.FormatRange]:
        found = []
        room = len(shown) if shown == line.text else len(shown) - 1  # the dots are no match
        for start, end in line.places:
            if start < room:
                each = QTextLayout.FormatRange()
                each.start = units(line.text[:start])
                each.length = units(line.text[start : min(end, room)])
                each.format = QTextCharFormat()
                each.format.setBackground(self._theme.colour("warningSoft"))
                each.format.setForeground(self._theme.colour("text1"))
                each.format.setFontWeight(600)
                found.append(each)
        return found
