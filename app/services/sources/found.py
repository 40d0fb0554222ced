"""Dialogs that were open before this program looked: those in the signed-in user's list.

Asked once the feed has drained what waited for us, again after a gap, and every few minutes. The
portal lists nobody else's dialogs to anybody, and does not tell whose a connector is: channels that
come with the portal are left out, for they tell this application nothing. What was said comes by
the reader of known chats. Sends nothing, marks nothing as read, holds up nobody.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from app.bitrix.errors import BitrixError
from app.bitrix.recents import RecentChat, Recents
from app.bitrix.records import polling
from app.domain.dialog import Dialog
from app.domain.feed import FeedHealth, FeedSource, FeedState
from app.domain.problem import Problem
from app.services.clock import Alarm, Clock
from app.services.dialogs import Dialogs
from app.services.failures import ServiceError, problem_of
from app.services.feed import Feed
from app.services.found_rules import newest_of, take_recent
from app.services.grid import BUILT_IN
from app.services.journal import Journal
from app.services.people import People
from app.services.signal import Signal
from app.services.sources.chats import KnownChats
from app.services.transcript import Transcript

#: Seconds between two looks, in shortest waits of the feed.
_PACE = 150
_READING = (FeedState.LIVE, FeedState.SLOW)
_COUNTED = (FeedSource.CONFIRMED, FeedSource.PEEKED)

log = logging.getLogger(__name__)

Pair = tuple[Dialog, RecentChat, int]


class FoundDialogs:
    """`looked_at` is when the list was read last, None before the first time; `problem` why it
    could not be since; `since`: from when on events were read in this run.
    """

    def __init__(
        self,
        recents: Recents,
        feed: Feed,
        chats: KnownChats,
        *,
        journal: Journal,
        dialogs: Dialogs,
        people: People,
        shortest: float,
        clock: Clock,
        ahead: Callable[[], timedelta] = timedelta,
    ) -> None:
        self.changed: Signal[None] = Signal()
        self.looked_at: datetime | None = None
        self.since: datetime | None = None
        self.problem: Problem | None = None
        self._recents, self._feed, self._chats = recents, feed, chats
        self._journal, self._dialogs, self._people = journal, dialogs, people
        self._pace, self._clock = shortest * _PACE, clock
        self._ahead, self._alarm, self._due = ahead, Alarm(), True
        feed.health_changed.connect(self._on_health)
        feed.recovered.connect(lambda _: self._fall_due())

    async def run(self) -> None:
        """Look whenever it is time, until cancelled."""
        while True:
            await self._alarm.nap(self._pace)
            if not self._is_ready(self._feed.health):
                self._due = True
                continue
            self._due = False
            try:
                with polling():
                    await self.look()
            except (BitrixError, ServiceError) as error:
                log.warning("Dialogs that are open already could not be read: %s", error)
                self.problem = problem_of(error)
                self.changed.emit(None)

    async def look(self) -> None:
        """Read the list, begin and put right what it tells.

        Raises:
            BitrixError: it cannot be read.
            ServiceError: the journal cannot be written.
        """
        chats = await self._recents.lines()
        told = [self._here(x) for x in chats if x.place.connector not in BUILT_IN]
        try:
            await self._people.learn(each.owner for each in told)
        except BitrixError as error:
            log.info("The operators' names are not known: %s", error)
        pairs = await self._dialogs.write(partial(self._take, told))
        for dialog, chat, newest in pairs:
            played = self._dialogs.customer(dialog.id) is not None
            if not played and chat.newest > newest:
                self._chats.found(dialog, newest or chat.newest)
        self.looked_at, self.problem = self._clock(), None
        self.changed.emit(None)
        if pairs:
            self._feed.expect()

    def _take(self, told: Sequence[RecentChat], transcript: Transcript) -> list[Pair]:
        found: list[Pair] = []
        for chat in told:
            dialog = take_recent(transcript, chat, self._name)
            if dialog is not None:
                found.append((dialog, chat, newest_of(dialog.id, transcript.conn)))
        return found

    def _here(self, chat: RecentChat) -> RecentChat:
        """Times of the journal are the console's; a session begins no later than the portal says,
        or its first words would count as older than it.
        """
        ahead = self._ahead()
        begun = min(chat.opened_at, chat.opened_at - ahead)
        return replace(chat, opened_at=begun, said_at=chat.said_at - ahead)

    def _name(self, user: int) -> str:
        person = self._people.get(user)
        return "" if person is None else person.name

    def _fall_due(self) -> None:
        self._due = True

    def _on_health(self, health: FeedHealth) -> None:
        if health.state in _READING and self.since is None:
            self.since = health.last_poll
        if self._due and self._is_ready(health):
            self._alarm.ring()

    def _is_ready(self, health: FeedHealth) -> bool:
        """What waits in the queue is older than what the list tells: it comes first."""
        drained = health.queue == 0 or health.source not in _COUNTED
        return health.state in _READING and health.problem is None and drained
