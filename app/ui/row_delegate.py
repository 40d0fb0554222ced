"""Draws the rows of a list that are all of one height: ground, mark and ring; who inherits draws
what stands in a row. Knows no row by its meaning.
"""

from typing import Any

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPainterStateGuard
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.model_rows import ROW, Index
from app.ui.row_painting import is_selected, paint_ground, paint_ring
from app.ui.style import Theme

_NARROWEST = 200


class RowDelegate(QStyledItemDelegate):
    """`height` is that of every row."""

    height = 56

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint_row(self, painter: QPainter, rect: QRect, row: Any) -> None:
        """What stands in a row; `row` is the model's whole value."""
        raise NotImplementedError

    def has_bar(self, option: QStyleOptionViewItem, _row: Any) -> bool:
        """Whether the mark stands at the left end: where the row is chosen."""
        return is_selected(option)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are alike."""
        return QSize(_NARROWEST, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row = index.data(ROW)
        with QPainterStateGuard(painter):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_ground(painter, option, self.theme, bar=self.has_bar(option, row))
            if row is not None:
                self.paint_row(painter, option.rect, row)
            paint_ring(painter, option, self.theme)
