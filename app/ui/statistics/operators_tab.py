"""Who answered how much and how fast."""

from PySide6.QtWidgets import QWidget

from app.domain.statistics.facts import Bucket, Spread
from app.ui.statistics.figures_table import Column, Figure, Row, Table
from app.ui.statistics.groups import Group
from app.ui.statistics.plot_layout import Pair, ScrolledTab, TableCard
from app.ui.statistics.plot_words import FigureWords
from app.ui.statistics.plots import AnswerLines, HourBars
from app.ui.statistics.tab import Shown
from app.ui.style import Theme


class OperatorsTab(ScrolledTab):
    """A table of all of them, and two plots of those who answered most."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = FigureWords(self)
        self.card = TableCard(theme, self.tr("Operators"))
        self.bars, self.times = HourBars(theme), AnswerLines(theme)
        self.column.addWidget(self.card)
        self.column.addWidget(Pair(self.bars, self.times), 1)
        for part in (self.card, self.bars, self.times):
            part.dialogs_wanted.connect(self.dialogs_wanted)

    def show_state(self, shown: Shown) -> None:
        """Show these figures."""
        self.bars.show_state(shown, Group.OPERATOR)
        self.times.show_state(shown, Group.OPERATOR)
        buckets = shown.report.by_operator if shown.report else ()
        rows = tuple(self._row(place, bucket) for place, bucket in enumerate(buckets))
        self.card.setVisible(bool(rows))
        self.card.show_table(Table(self._columns(), rows))

    def panes(self) -> list[QWidget]:
        """The table, then each plot."""
        return [self.card.table, self.bars.body, self.times.body]

    def _columns(self) -> tuple[Column, ...]:
        titles = (
            self.words.count_title(),
            self.tr("First, median"),
            self.tr("First, p95"),
            self.tr("Next, median"),
            self.tr("Next, p95"),
            self.tr("Resolution, median"),
        )
        names = Column(self.words.group(Group.OPERATOR))
        return (names, *(Column(title, number=True) for title in titles))

    def _row(self, place: int, bucket: Bucket) -> Row:
        name = self.words.operator(bucket)
        count = Figure(self.words.number(bucket.count), bucket.count)
        first, following = self._both(bucket.spread), self._both(bucket.next_answer)
        last = self._time(bucket.resolution.median)
        return Row((Figure(name, place), count, *first, *following, last), bucket.dialogs, name)

    def _both(self, spread: Spread) -> tuple[Figure, Figure]:
        return self._time(spread.median), self._time(spread.p95)

    def _time(self, seconds: float | None) -> Figure:
        return Figure(self.words.duration(seconds), seconds)
