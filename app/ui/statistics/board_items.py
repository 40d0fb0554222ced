"""What the board says of what needs attention, and where each leads."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.board import BoardFacts, Waiting
from app.domain.service_levels import LevelState
from app.ui.alerts.presenter import AlertRow, AlertsPresenter
from app.ui.pages import ALERTS
from app.ui.statistics.attention import Item
from app.ui.statistics.board_words import TONES, BoardWords
from app.ui.statistics.tab import Shown
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

#: Leads to dialogs that have to be looked up first.
_UNSURE = "unsure"
_RATED = "rated"


class BoardItems(QObject):
    """Knows no widget."""

    go = Signal(str, object)
    dialogs_wanted = Signal(object, str)

    def __init__(self, desk: "Desk", words: BoardWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self._desk, self._words = desk, words
        self._alerts = AlertsPresenter(desk, self)

    def of(self, facts: BoardFacts, now: datetime) -> Sequence[Item]:
        """The worst first."""
        late = [each for each in facts.waiting if each.state is LevelState.BREACH]
        soon = [each for each in facts.waiting if each.state is LevelState.WARNING]
        shown = {each.dialog for each in (*late, *soon)}
        told = [each for each in self._alerts.now() if each.alert.dialog not in shown]
        items = [self._waits(each, now) for each in late]
        items += [self._alert(each) for each in told if each.alert.urgent]
        items += [*self._unsure(), *(self._waits(each, now) for each in soon)]
        return [*items, *(self._alert(each) for each in told if not each.alert.urgent)]

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

    def _alert(self, row: AlertRow) -> Item:
        kind, place = row.alert.key
        page, payload = self._alerts.way(row.alert)
        words = (f"{kind} {place}", row.said.title, row.tone, row.icon, row.said.action)
        return Item(*words, page, payload)

    def _unsure(self) -> list[Item]:
        count = self._desk.outbox.counts.unknown
        if not count:
            return []
        text = self.tr("%n delivery(s) with unknown outcome", "", count)
        return [Item(_UNSURE, text, "warning", "warn", self.tr("Check"), _UNSURE)]

    async def _open_rated(self, stars: tuple[int, ...], shown: Shown) -> None:
        facts = await self._desk.statistics.facts(shown.period, shown.lines)
        dialogs = tuple(dict.fromkeys(each.dialog for each in facts if each.rating in stars))
        several = ", ".join(str(each) for each in sorted(stars, reverse=True))
        self.dialogs_wanted.emit(dialogs, self.tr("rated {stars}").format(stars=several))

    async def _open_unsure(self) -> None:
        dialogs = await self._desk.board.unsure()
        self.dialogs_wanted.emit(dialogs, self.tr("unknown outcome"))
