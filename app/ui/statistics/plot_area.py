"""Where a plot stands in its card: makes what draws, and lets the keyboard walk over the slots.

What draws is loaded when a plot is first shown, beside the window's own work, and made in pieces.
"""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from app.ui.statistics.plot_data import Chart
from app.ui.statistics.plot_loading import load_canvas
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.widgets import plain_tip

if TYPE_CHECKING:
    from app.ui.statistics.plot_canvas import Canvas

LOAD = "plots"


class PlotArea(QWidget):
    """Where the plot stands: the keyboard walks over its slots, each is told, Enter opens one."""

    opened = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.chart, self.place = Chart(), -1
        self.canvas: Canvas | None = None
        self.tasks = Tasks(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._hint())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 2, 2)

    def show_chart(self, chart: Chart) -> None:
        """Another chart; the cursor stays where it was."""
        self.chart = chart
        if self.canvas is not None:
            self.canvas.show_chart(chart)
        self._go(min(self.place, len(chart.slots) - 1), aloud=False)

    def showEvent(self, event: QShowEvent) -> None:
        """Time to make what draws."""
        super().showEvent(event)
        if self.canvas is None:
            self.tasks.start(LOAD, self._load)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor stands somewhere as soon as the keyboard is here."""
        super().focusInEvent(event)
        if self.place < 0 and self.chart.slots:
            self._go(0)
        self._mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No mark where no keyboard is."""
        super().focusOutEvent(event)
        QToolTip.hideText()
        self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End walk; Enter and Space open."""
        last, keys = len(self.chart.slots) - 1, Qt.Key
        to = {
            keys.Key_Left: max(self.place - 1, 0),
            keys.Key_Right: min(self.place + 1, last),
            keys.Key_Home: 0,
            keys.Key_End: last,
        }.get(keys(event.key()))
        if to is not None:
            self._go(to)
        elif event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space) and self.place >= 0:
            self.opened.emit(self.place)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int, *, aloud: bool = True) -> None:
        self.place = place
        said = self.chart.slots[place].said if place >= 0 else ""
        self.setAccessibleDescription(said or self._hint())
        self._mark()
        if aloud and said and self.canvas is not None and self.hasFocus():
            QToolTip.showText(self.canvas.point_of(place), plain_tip(said), self)
        if aloud and said and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _hint(self) -> str:
        return self.tr("Arrow keys walk over the figures, Enter opens dialogs, T shows a table")

    def _mark(self) -> None:
        if self.canvas is not None:
            self.canvas.set_cursor(self.place if self.hasFocus() else -1)

    async def _load(self) -> None:
        made = (await load_canvas())(self._theme, self)
        await asyncio.sleep(0)  # to make one takes as long as a frame
        made.clicked.connect(self.opened)
        self._column.addWidget(made)
        self.canvas = made
        self.show_chart(self.chart)
