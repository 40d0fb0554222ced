"""Cards with a plot, its legend and, one key away, a table of the same figures.

Cheap to make: what draws is loaded when a card is first shown. Knows no desk.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.statistics.figures_table import FiguresTable, Row, Table
from app.ui.statistics.groups import Group, Measure
from app.ui.statistics.plot_area import PlotArea
from app.ui.statistics.plot_data import Chart
from app.ui.statistics.plot_figures import Figures
from app.ui.statistics.plot_words import FigureWords
from app.ui.statistics.swatches import BAR, DOT, SQUARE, Legend
from app.ui.statistics.tab import Shown
from app.ui.style import Theme
from app.ui.widgets import ElidedLabel, IconButton, label

TABLE_KEY = "T"
_LOWEST = 200


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
        self.title.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.legend = Legend(theme)  # gives way to the title
        self.switch = IconButton(theme, "list", self.tr("Show as a table (T)"))
        self.area = PlotArea(theme, name)
        self.table = FiguresTable(theme, name)
        self.note = label("", "body", "text2", wrap=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body = QStackedWidget()
        for part in (self.note, self.area, self.table):
            self.body.addWidget(part)
        self.as_table = False
        self._make_table: Callable[[], Table] = Table
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

    def show_figures(self, chart: Chart, table: Callable[[], Table], title: str) -> None:
        """The figures, or that there are none. The table is made when it is looked at."""
        self._make_table = table
        self.title.setText(title)
        self.area.setAccessibleName(title)
        self.table.setAccessibleName(title)
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
        self.legend.show_marks(marks, self.tr("polling gap") if chart.gaps else "")

    def _show_body(self) -> None:
        self.switch.setEnabled(True)
        if self.as_table:
            self.table.show_table(self._make_table())
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
        head.addWidget(self.title)
        head.addWidget(self.legend, 1)
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
        table = partial(figures.counts_table, group)
        self.show_figures(figures.bars(group), table, self._titled(group))

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
        table = partial(figures.times_table, group, measure)
        self.show_figures(chart, table, self.words.measured(measure, unit))
