"""Paints the screen of a transcript: every row that touches the region to paint."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPainterStateGuard

from app.ui.dialogs.bubble_painter import BubblePainter, Look
from app.ui.dialogs.row_layout import RowLayout
from app.ui.dialogs.texts import units
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.ui.dialogs.transcript_view import TranscriptView
    from app.ui.dialogs.window import Placed

_RING = 4  # how far a focus ring reaches out of its row


class Canvas:
    """Belongs to one view."""

    def __init__(self, view: "TranscriptView", theme: Theme) -> None:
        self._view = view
        self._theme = theme
        self._painter = BubblePainter(theme)

    def paint(self, region: QRect) -> None:
        """Paint a region of the viewport."""
        painter = QPainter(self._view.viewport())
        try:
            painter.fillRect(region, self._theme.colour("bg2"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._rows(painter, region)
        finally:
            painter.end()  # a painter that outlives its paint event takes the process with it

    def _rows(self, painter: QPainter, region: QRect) -> None:
        for each in self._view.window_rows.placed:
            below = each.y - _RING > region.bottom()
            if not below and each.y + each.height + _RING > region.top():
                with QPainterStateGuard(painter):
                    painter.translate(0, each.y)
                    self._row(painter, each)

    def _row(self, painter: QPainter, each: "Placed") -> None:
        width = self._view.viewport().width()
        if each.position == self._view.jump.position:
            painter.fillRect(0, 0, width, each.height + 4, self._theme.colour("accentSoft"))
        if each.row is None:
            self._painter.placeholder(painter, width, each.height, each.position % 3 == 1)
        else:
            self._painter.paint(painter, each.row, width, self._look(each.position, each.row))

    def _look(self, position: int, row: RowLayout) -> Look:
        view = self._view
        length = units(row.text.shown.text) if row.text else 0
        return Look(
            view.selection.range_in(position, length),
            view.rows.closes_run(position),
            position == view.focused and view.hasFocus(),
        )
