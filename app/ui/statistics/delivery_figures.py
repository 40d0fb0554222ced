"""From the health of connectors to charts and tables. Given values, nothing else."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject

from app.domain.links import neutral
from app.domain.statistics.facts import ConnectorHealth, Spread
from app.ui.statistics.figures_table import Column, Figure, Row, Table
from app.ui.statistics.plot_data import Chart, Series, Slot
from app.ui.statistics.plot_figures import MOST, scaled, unit_of
from app.ui.statistics.plot_words import FigureWords


class Way(StrEnum):
    """OUT: from an operator's message to its acknowledgement. BACK: from a customer's message into
    a session.
    """

    OUT = "out"
    BACK = "back"

    def of(self, health: ConnectorHealth) -> Spread:
        """How late messages came."""
        return health.confirm_lag if self is Way.OUT else health.arrive_lag


class DeliveryWords(QObject):
    """The words of the Delivery tab that do not stand on it."""

    def way(self, way: Way) -> str:
        """What was timed."""
        if way is Way.OUT:
            return self.tr("Operator to customer")
        return self.tr("Customer to session")

    def titles(self) -> tuple[str, ...]:
        """Over the columns of the table."""
        return (
            self.tr("Connector"),
            self.tr("Sent"),
            self.tr("Confirmed"),
            self.tr("Not delivered"),
            self.tr("Share lost"),
            self.tr("To customer, p95"),
            self.tr("Written"),
            self.tr("Refused"),
            self.tr("To session, p95"),
            self.tr("Again"),
            self.tr("Twice"),
        )

    def lag_titles(self) -> tuple[str, ...]:
        """Over the columns of a plot's table."""
        return (
            self.tr("Connector"),
            self.tr("Messages"),
            self.tr("Median"),
            "p90",
            "p95",
            self.tr("Mean"),
        )


def table(health: Sequence[ConnectorHealth], words: FigureWords, delivery: DeliveryWords) -> Table:
    """One row a connector. The share is that of messages to customers whose fate is known."""

    def count(value: int) -> Figure:
        return Figure(words.number(value), value)

    rows = []
    for place, each in enumerate(health):
        share = each.undelivered_share
        cells = (
            Figure(neutral(each.connector), place),
            *(count(each.sent), count(each.confirmed), count(each.undelivered)),
            Figure(words.share(share), share),
            Figure(words.duration(each.confirm_lag.p95), each.confirm_lag.p95),
            *(count(each.written), count(each.failed)),
            Figure(words.duration(each.arrive_lag.p95), each.arrive_lag.p95),
            *(count(each.retries), count(each.duplicates)),
        )
        rows.append(Row(cells, each.dialogs, neutral(each.connector)))
    return Table(_columns(delivery.titles()), tuple(rows))


def lag_chart(health: Sequence[ConnectorHealth], way: Way, words: FigureWords) -> tuple[Chart, int]:
    """Median and 95th percentile of each connector, and how many seconds one on the axis is."""
    shown = health[:MOST]
    spreads = [way.of(each) for each in shown]
    unit = unit_of([spread.p95 for spread in spreads])
    slots = tuple(
        Slot(name, name, f"{name}: {words.spread(spread)}", each.dialogs)
        for each, spread in zip(shown, spreads, strict=True)
        for name in (neutral(each.connector),)
    )
    series = (
        Series(words.median(), tuple(scaled(each.median, unit) for each in spreads)),
        Series(words.p95(dashed=False), tuple(scaled(each.p95, unit) for each in spreads)),
    )
    return Chart(slots, series, stacked=False, joined=False), unit


def lag_table(
    health: Sequence[ConnectorHealth], way: Way, words: FigureWords, delivery: DeliveryWords
) -> Table:
    """The figures of `lag_chart`, and more of them."""
    rows = []
    for place, each in enumerate(health):
        spread, name = way.of(each), neutral(each.connector)
        times = (spread.median, spread.p90, spread.p95, spread.mean)
        cells = (
            Figure(name, place),
            Figure(words.number(spread.count), spread.count),
            *(Figure(words.duration(time), time) for time in times),
        )
        rows.append(Row(cells, each.dialogs, name))
    return Table(_columns(delivery.lag_titles()), tuple(rows))


def _columns(titles: Sequence[str]) -> tuple[Column, ...]:
    return (Column(titles[0]), *(Column(title, number=True) for title in titles[1:]))
