"""Whether connectors bring messages over: what was not delivered, how late the rest came."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.statistics.facts import ConnectorHealth
from app.ui.statistics.delivery_figures import DeliveryWords, Way, lag_chart, lag_table, table
from app.ui.statistics.plot_layout import FigureCard, Pair, ScrolledTab, TableCard
from app.ui.statistics.plots import PlotCard
from app.ui.statistics.tab import Shown
from app.ui.style import Theme

#: From this share on it is more than a few.
_MANY = 0.1


class LagCard(PlotCard):
    """How late messages came in one direction, by connector."""

    def __init__(self, theme: Theme, way: Way) -> None:
        self._way, self.delivery = way, DeliveryWords()
        super().__init__(theme, self.delivery.way(way))
        self.delivery.setParent(self)

    def show_state(self, shown: Shown) -> None:
        """Show these figures."""
        if shown.report is None:
            self.say_state(shown)
            return
        health = shown.report.health
        chart, unit = lag_chart(health, self._way, self.words)
        title = self.words.in_unit(self.delivery.way(self._way), unit)
        figures = partial(lag_table, health, self._way, self.words, self.delivery)
        self.show_figures(chart, figures, title)


class DeliveryTab(ScrolledTab):
    """Figures of all connectors, a table of each, and their lags."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = DeliveryWords(self)
        self.undelivered = FigureCard(self.tr("Not delivered"))
        self.waiting = FigureCard(self.tr("Not confirmed"))
        self.retries = FigureCard(self.tr("Calls made again"))
        self.duplicates = FigureCard(self.tr("Told twice"))
        self.card = TableCard(theme, self.tr("Connectors"))
        self.out, self.back = LagCard(theme, Way.OUT), LagCard(theme, Way.BACK)
        self.add_cards(self.undelivered, self.waiting, self.retries, self.duplicates)
        self.column.addWidget(self.card)
        self.column.addWidget(Pair(self.out, self.back), 1)
        for part in (self.card, self.out, self.back):
            part.dialogs_wanted.connect(self.dialogs_wanted)

    def show_state(self, shown: Shown) -> None:
        """Show these figures."""
        health = shown.report.health if shown.report else ()
        self.out.show_state(shown)
        self.back.show_state(shown)
        self.card.setVisible(bool(health))
        self.card.show_table(table(health, self.out.words, self.words))
        if shown.report is None:
            self._show_none(self.tr("is being counted") if shown.busy else self.tr("not counted"))
        else:
            self._show_totals(health)

    def panes(self) -> list[QWidget]:
        """The table, then each plot."""
        return [self.card.table, self.out.body, self.back.body]

    def _show_none(self, why: str) -> None:
        """What is not known is no zero."""
        for card in (self.undelivered, self.waiting, self.retries, self.duplicates):
            card.show_figure("—", why)

    def _show_totals(self, health: tuple[ConnectorHealth, ...]) -> None:
        words = self.out.words
        sent, written = sum(each.sent for each in health), sum(each.written for each in health)
        arrived = sum(each.confirmed for each in health)
        lost, refused = sum(e.undelivered for e in health), sum(e.failed for e in health)
        known = arrived + lost
        said = self.tr("{lost} of {sent} to customers, {refused} of {written} from them").format(
            lost=words.number(lost),
            sent=words.number(sent),
            refused=words.number(refused),
            written=words.number(written),
        )
        share = words.share(lost / known if known else None)
        tone = "danger" if known and lost / known >= _MANY else "warning"
        self.undelivered.show_figure(share, said, tone if lost or refused else "")
        said = self.tr("of {sent} messages to customers").format(sent=words.number(sent))
        self.waiting.show_figure(words.number(max(0, sent - arrived - lost)), said)
        retries, twice = sum(e.retries for e in health), sum(e.duplicates for e in health)
        self.retries.show_figure(words.number(retries), self.tr("for the same message"))
        self.duplicates.show_figure(words.number(twice), self.tr("rows that told nothing new"))
