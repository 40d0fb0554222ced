"""What the board says of what needs attention, and where each leads."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from itertools import chain, islice
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.alerts import Alert
from app.domain.board import BoardFacts, Waiting
from app.ui.alerts.presenter import AlertsPresenter
from app.ui.pages import ALERTS
from app.ui.statistics.attention import MOST, Item, Items
from app.ui.statistics.board_words import TONES, BoardWords
from app.ui.statistics.tab import Shown
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

#: Leads to dialogs that have to be looked up first.
_UNSURE = "unsure"
_RATED = "rated"
#: Alerts by their urgency, and what they were sorted for.
_Sorted = tuple[BoardFacts, tuple[Alert, ...], tuple[list[Alert], list[Alert]]]


class BoardItems(QObject):
    """Knows no widget."""

    go = Signal(str, object)
    dialogs_wanted = Signal(object, str)

    def __init__(self, desk: "Desk", words: BoardWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self._desk, self._words = desk, words
        self._alerts = AlertsPresenter(desk, self)
        self._sorted: _Sorted | None = None

    def of(self, facts: BoardFacts, now: datetime) -> Items:
        """The worst first: words are made for those only that there is room for."""
        urgent, others = self._told(facts)
        rows = chain(
            (self._waits(each, now) for each in facts.late),
            map(self._alert, urgent),
            self._unsure(),
            (self._waits(each, now) for each in facts.soon),
            map(self._alert, others),
        )
        counts = (facts.late, facts.soon, urgent, others)
        total = sum(map(len, counts)) + bool(self._desk.outbox.counts.unknown)
        return Items(tuple(islice(rows, MOST)), total)

    def follow(self, page: str, payload: object) -> None:
        """Where an item leads."""
        if page == _UNSURE:
            self.tasks.start(_UNSURE, self._open_unsure)
        else:
            self.go.emit(page, payload)

    def open_rated(self, stars: tuple[int, ...], shown: Shown) -> None:
        """The dialogs of the chosen time with one of these ratings."""
        self.tasks.start(_RATED, partial(self._open_rated, stars, shown))

    def open_all(self) -> None:
        """Where the items without room are."""
        self.go.emit(ALERTS, None)

    def _waits(self, each: Waiting, now: datetime) -> Item:
        wait = self._words.wait(each.since, now)
        text = self._words.waits(each.name, wait, self._words.line(each.line))
        text = f"{self._words.standing(each.state)} · {text}"
        key, tone = f"dialog {each.dialog}", TONES[each.state]
        return Item(key, text, tone, "clock", self.tr("Open"), "dialogs", each.dialog)

    def _told(self, facts: BoardFacts) -> tuple[list[Alert], list[Alert]]:
        """The urgent alerts and the others, without those of dialogs that are told of as waits."""
        alerts = self._desk.alerts.active
        if self._sorted is None or self._sorted[0] is not facts or self._sorted[1] is not alerts:
            shown = set(map(attrgetter("dialog"), chain(facts.late, facts.soon)))
            told = [each for each in alerts if each.dialog not in shown]
            urgent = [each for each in told if each.urgent]
            self._sorted = facts, alerts, (urgent, [each for each in told if not each.urgent])
        return self._sorted[2]

    def _alert(self, alert: Alert) -> Item:
        row = self._alerts.row(alert)
        kind, place = alert.key
        page, payload = self._alerts.way(alert)
        words = (f"{kind} {place}", row.said.title, row.tone, row.icon, row.said.action)
        return Item(*words, page, payload)

    def _unsure(self) -> Iterator[Item]:
        count = self._desk.outbox.counts.unknown
        if count:
            text = self.tr("%n delivery(s) with unknown outcome", "", count)
            yield Item(_UNSURE, text, "warning", "warn", self.tr("Check"), _UNSURE)

    async def _open_rated(self, stars: tuple[int, ...], shown: Shown) -> None:
        facts = await self._desk.statistics.facts(shown.period, shown.lines, stars)
        dialogs = tuple(dict.fromkeys(each.dialog for each in facts))
        several = ", ".join(str(each) for each in sorted(stars, reverse=True))
        self.dialogs_wanted.emit(dialogs, self.tr("rated {stars}").format(stars=several))

    async def _open_unsure(self) -> None:
        dialogs = await self._desk.board.unsure()
        self.dialogs_wanted.emit(dialogs, self.tr("unknown outcome"))
