"""Cards with a plot, its legend and, one key away, a table of the same figures.

Cheap to make: the library that draws is loaded when a card is first shown, beside the window's own
work. Knows no desk.
"""

import asyncio
import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.statistics.figures_table import FiguresTable, Row, Table
from app.ui.statistics.groups import Group, Measure
from app.ui.statistics.plot_data import Chart
from app.ui.statistics.plot_figures import Figures
from app.ui.statistics.plot_words import FigureWords
from app.ui.statistics.swatches import BAR, DOT, GAP, MOST_NAMES, SQUARE, Legend
from app.ui.statistics.tab import Shown
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.widgets import ElidedLabel, IconButton, label

if TYPE_CHECKING:
    from app.ui.statistics.plot_canvas import Canvas

LOAD = "plots"
TABLE_KEY = "T"
_CANVAS = "app.ui.statistics.plot_canvas"
_LOWEST = 200


class PlotArea(QWidget):
    """Where the plot stands: the keyboard walks over its slots, Enter opens one."""

    opened = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.chart, self.place = Chart(), -1
        self.canvas: Canvas | None = None
        self.tasks = Tasks(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 2, 2, 2)

    def show_chart(self, chart: Chart) -> None:
        """Another chart; the cursor stays where it was."""
        self.chart = chart
        if self.canvas is not None:
            self.canvas.show_chart(chart)
        self._go(min(self.place, len(chart.slots) - 1), aloud=False)

    def showEvent(self, event: QShowEvent) -> None:
        """Time to load what draws."""
        super().showEvent(event)
        if self.canvas is None:
            if _CANVAS in sys.modules:
                self._make()
            else:
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
        self.setAccessibleDescription(said)
        self._mark()
        if aloud and said and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _mark(self) -> None:
        if self.canvas is not None:
            self.canvas.set_cursor(self.place if self.hasFocus() else -1)

    async def _load(self) -> None:
        await asyncio.to_thread(_import_canvas)
        self._make()

    def _make(self) -> None:
        from app.ui.statistics.plot_canvas import Canvas

        if self.canvas is None:
            self.canvas = Canvas(self._theme)
            self.canvas.clicked.connect(self.opened)
            self._column.addWidget(self.canvas)
            self.show_chart(self.chart)


class PlotCard(QFrame):
    """Title, legend, and below them a sentence, the plot or the table."""

    dialogs_wanted = Signal(object, str)  # tuple of DialogIds, what they have in common

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setAccessibleName(name)
        self.setMinimumHeight(_LOWEST)
        self.words = FigureWords(self)
        self.title = ElidedLabel(name, "title")
        self.legend = Legend(theme)
        self.switch = IconButton(theme, "list", self.tr("Show as a table (T)"))
        self.area = PlotArea(theme, name)
        self.table = FiguresTable(theme, name)
        self.note = label("", "body", "text2", wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body = QStackedWidget()
        for part in (self.note, self.area, self.table):
            self.body.addWidget(part)
        self.as_table = False
        self._arrange()
        self.switch.clicked.connect(self.toggle_table)
        shortcut = QShortcut(QKeySequence(TABLE_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.toggle_table)
        self.area.opened.connect(self._open_slot)
        self.table.opened.connect(self._open_row)

    def toggle_table(self) -> None:
        """Show the table instead of the plot, or the plot again; the keyboard stays in the card."""
        if self.body.currentWidget() is self.note:
            return
        holder: QWidget | None = self.window().focusWidget()
        had = holder is not None and self.body.isAncestorOf(holder)
        self.as_table = not self.as_table
        self.switch.set_icon("chart" if self.as_table else "list")
        table, plot = self.tr("Show as a table (T)"), self.tr("Show as a plot (T)")
        self.switch.set_name(plot if self.as_table else table)
        self._show_body()
        if had:
            self._take_keyboard()

    def show_figures(self, chart: Chart, table: Table, title: str) -> None:
        """The figures, or that there are none."""
        self.title.setText(title)
        self.area.setAccessibleName(title)
        self.table.setAccessibleName(title)
        self.table.show_table(table)
        self.area.show_chart(chart)
        if chart.is_empty:
            self.say(self.tr("Nothing in this time"))
        else:
            self._show_legend(chart)
            self._show_body()

    def say(self, text: str) -> None:
        """Words where the plot would stand."""
        self.note.setText(text)
        self.legend.show_marks(())
        self.switch.setEnabled(False)
        self.body.setCurrentWidget(self.note)

    def say_state(self, shown: Shown) -> None:
        """Why there are no figures."""
        if shown.problem is not None:
            self.say(shown.problem.title)
        else:
            self.say(self.tr("Reading the journal…"))

    async def leave(self) -> None:
        """End what is still being loaded."""
        await self.area.tasks.close()

    def _show_legend(self, chart: Chart) -> None:
        shape = BAR if chart.stacked else DOT
        marks = [(shape, place, series.name) for place, series in enumerate(chart.series)]
        if not chart.stacked:
            marks = [marks[0], *((SQUARE, place, name) for _, place, name in marks[1:])]
        more = len(marks) - MOST_NAMES
        names = marks[:MOST_NAMES]
        if more > 0:
            names.append((BAR, MOST_NAMES, self.tr("%n more", "", more)))
        if chart.gaps:
            names.append((GAP, 0, self.tr("polling gap")))
        self.legend.show_marks(names)

    def _show_body(self) -> None:
        self.switch.setEnabled(True)
        self.body.setCurrentWidget(self.table if self.as_table else self.area)

    def _take_keyboard(self) -> None:
        if self.as_table and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        (self.table if self.as_table else self.area).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_slot(self, place: int) -> None:
        slot = self.area.chart.slots[place]
        if slot.dialogs:
            self.dialogs_wanted.emit(slot.dialogs, slot.name)

    def _open_row(self, row: Row) -> None:
        self.dialogs_wanted.emit(row.dialogs, row.name)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.legend)
        head.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.body, 1)


class HourBars(PlotCard):
    """New dialogs, stacked by line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("New dialogs by hour"))

    def show_state(self, shown: Shown, group: Group = Group.HOUR) -> None:
        """The bars of one grouping."""
        if shown.report is None:
            self.say_state(shown)
            return
        figures = Figures(shown.report, shown.names, self.words)
        self.show_figures(figures.bars(group), figures.counts_table(group), self._titled(group))

    def _titled(self, group: Group) -> str:
        return {
            Group.HOUR: self.tr("New dialogs by hour"),
            Group.WEEKDAY: self.tr("New dialogs by weekday"),
            Group.DAY: self.tr("New dialogs by day"),
            Group.LINE: self.tr("New dialogs by line"),
            Group.CONNECTOR: self.tr("New dialogs by connector"),
            Group.OPERATOR: self.tr("New dialogs by operator"),
        }[group]


class AnswerLines(PlotCard):
    """Median and 95th percentile of a time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("First answer"))

    def show_state(
        self, shown: Shown, group: Group = Group.HOUR, measure: Measure = Measure.FIRST
    ) -> None:
        """The lines of one grouping."""
        if shown.report is None:
            self.say_state(shown)
            return
        figures = Figures(shown.report, shown.names, self.words, shown.target_s)
        chart, unit = figures.times(group, measure)
        title = self.words.measured(measure, unit)
        self.show_figures(chart, figures.times_table(group, measure), title)


def _import_canvas() -> None:
    """In a thread of its own; no garbage is collected in it: the window's objects die where they
    live.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        import app.ui.statistics.plot_canvas  # noqa: F401 - loading is what is wanted
    finally:
        if was_on:
            gc.enable()
