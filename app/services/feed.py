"""Follows the portal's queue of events for as long as the program runs, and says how it goes.

Polls often while something happens and rarely while nothing does; waits longer and longer after
failures; stops only where polling cannot help, and says why. Under a read-only profile it watches
the queue without taking anything out of it. Knows no window.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from random import SystemRandom

from app.bitrix.errors import AccessDenied, BitrixError, ReadOnly, Refused, SignedOut, Throttled
from app.bitrix.events import CONNECTOR_EVENTS, EventQueue
from app.domain.feed import FeedHealth, FeedSource, FeedState
from app.domain.problem import Problem
from app.services.clock import Alarm, Clock
from app.services.drawing import Drawer, Drawn
from app.services.failures import JournalFull, problem_of
from app.services.inbox import Inbox
from app.services.session import Session
from app.services.signal import Signal

#: Each idle poll makes the next wait longer by this factor.
STRETCH = 1.5
#: The longest wait after failures, and between looks whether a refusal still holds.
LONGEST_DELAY, LOOK_AGAIN = 60.0, 300.0
#: A poll that takes longer than this makes the feed slow in the eyes of the person.
SLOW_SECONDS = 5.0

log = logging.getLogger(__name__)


class Feed:
    """The one reader of the queue."""

    def __init__(
        self,
        session: Session,
        queue: EventQueue,
        inbox: Inbox,
        *,
        interval: tuple[float, float],
        clock: Clock,
    ) -> None:
        self.health_changed: Signal[FeedHealth] = Signal()
        self.recovered: Signal[None] = Signal()
        kept = inbox.kept
        self.health = FeedHealth(FeedState.STOPPED, last_event=kept.newest, events=kept.rows)
        self._session = session
        self._queue = queue
        self._inbox = inbox
        self._shortest, self._longest = interval
        self._clock = clock
        self._alarm = Alarm()
        self._turn = asyncio.Lock()
        self._wait = self._shortest
        self._failures = 0
        self._paused = False
        self._was_locked = False
        self._drawer: Drawer | None = None
        self._random = SystemRandom().random

    async def run(self) -> None:
        """Follow the queue, until cancelled.

        Raises:
            JournalFailed: the journal cannot be read or written any more.
        """
        try:
            while True:
                await self._alarm.nap(await self._round())
        finally:
            self._tell(replace(self.health, state=FeedState.STOPPED, retry_at=None))

    def pause(self) -> None:
        """Leave the queue alone until `resume`."""
        self._paused = True
        self._tell(replace(self.health, state=FeedState.PAUSED, problem=None, retry_at=None))

    def resume(self) -> None:
        """Follow the queue again."""
        self._paused = False
        self.poll_now()

    @asynccontextmanager
    async def quiet(self) -> AsyncIterator[None]:
        """The queue is somebody else's as long as the block lasts: a poll that has begun is over
        before, and the next one waits. A pause that the person makes meanwhile stays one.
        """
        async with self._turn:
            yield

    def poll_now(self) -> None:
        """Do not wait for the next poll; after a failure, try again at once."""
        self._wait = self._shortest
        self._alarm.ring()

    def notice(self) -> None:
        """The sign-in may have ended, or the profile become read-only: say so now, not later."""
        if self._session.signed_out is not None or self._locked() is not self._was_locked:
            self.poll_now()

    def expect(self) -> None:
        """Something was sent, so an answer may come soon: poll often again."""
        if self._wait > self._shortest and self.health.state is FeedState.LIVE:
            self.poll_now()

    async def _round(self) -> float | None:
        async with self._turn:
            return await self._poll()

    async def _poll(self) -> float | None:
        """One poll. Answers how long to wait for the next, None: until somebody rings."""
        if self._paused:
            return None
        started, self._was_locked = self._clock(), self._locked()
        try:
            drawer = self._fitting() or await self._begin()
            drawn = await drawer.draw()
        except JournalFull as full:
            return self._failed(FeedState.PAUSED, full.problem)
        except BitrixError as error:
            return self._refused(error)
        return self._succeeded(drawn, (self._clock() - started).total_seconds())

    def _fitting(self) -> Drawer | None:
        """The drawer in use, unless the profile has become read-only, or is it no longer."""
        drawer = self._drawer
        if drawer is None or self._locked() is not (drawer.source is FeedSource.WATCHED):
            return None
        return drawer

    def _locked(self) -> bool:
        return self._session.profile.read_only

    async def _begin(self) -> Drawer:
        """Find out how the queue can be read, and subscribe.

        Raises:
            BitrixError: it cannot be read now, or not by this user.
        """
        if self.health.state is FeedState.UNAVAILABLE:
            await self._session.refresh_capabilities()
        allowed = self._session.capabilities
        if not allowed.installed:
            raise Refused("NOT_INSTALLED")
        if not allowed.admin:
            raise AccessDenied("ACCESS_DENIED")
        if self._locked():
            await self._look_for_subscriptions()
            source = FeedSource.WATCHED
        else:
            await self._subscribe()
            source = FeedSource.CONFIRMED if allowed.offline_extended else FeedSource.PEEKED
        self._drawer = Drawer(self._queue, self._inbox, source)
        return self._drawer

    async def _look_for_subscriptions(self) -> None:
        """Watching binds nothing. Where nothing is bound, the feed would wait for nothing."""
        bound = await self._bound()
        if not bound.intersection(CONNECTOR_EVENTS):
            raise Refused("NOTHING_SUBSCRIBED", method="event.get")

    async def _bound(self) -> set[str]:
        """What fills the queue that is read here: others of the application are not ours."""
        rows = await self._queue.get_bindings()
        return {each.event for each in rows if each.fills_our_queue}

    async def _subscribe(self) -> None:
        """Bind what is not bound yet. An older portal may lack one event; without any the feed
        would wait for nothing.
        """
        bound = await self._bound()
        refusal: Refused | None = None
        for event in CONNECTOR_EVENTS:
            try:
                if event not in bound:
                    await self._queue.bind_offline(event)
                    bound.add(event)
            except Refused as error:
                log.warning("%s is not told by this portal: %s", event, error)
                refusal = error
        if refusal is not None and not bound.intersection(CONNECTOR_EVENTS):
            raise refusal

    def _succeeded(self, drawn: Drawn, took: float) -> float | None:
        now = self._clock()
        busy = drawn.rows or drawn.applied.rows
        recovered, self._failures = self._failures > 0, 0
        self._wait = self._shortest if busy else min(self._wait * STRETCH, self._longest)
        newest = drawn.applied.newest
        health = self.health
        self._tell(
            FeedHealth(
                state=FeedState.SLOW if took > SLOW_SECONDS else FeedState.LIVE,
                source=self._drawer.source if self._drawer else FeedSource.NONE,
                interval=self._wait,
                last_poll=now,
                last_event=newest or health.last_event,
                lag=max((now - newest).total_seconds(), 0.0) if newest else health.lag,
                queue=drawn.queue,
                events=health.events + drawn.applied.rows,
            )
        )
        if recovered:
            self.recovered.emit(None)
        return 0.0 if drawn.full else self._wait

    def _refused(self, error: BitrixError) -> float | None:
        """What an error means for the polls to come."""
        source = self._drawer.source if self._drawer else FeedSource.NONE
        if source is FeedSource.CONFIRMED and error.has_code("WRONG_LICENSE"):
            self._drawer = Drawer(self._queue, self._inbox, FeedSource.PEEKED)
            return 0.0
        if isinstance(error, ReadOnly):  # the lock has closed during this poll
            self._drawer = None
            return 0.0
        problem = problem_of(error)
        if isinstance(error, SignedOut):
            self._tell(self._troubled(FeedState.SIGNED_OUT, problem, None))
            return None
        if isinstance(error, Throttled):
            return self._waiting(FeedState.SLOW, problem, error.retry_after)
        if isinstance(error, Refused):
            self._drawer = None
            return self._waiting(FeedState.UNAVAILABLE, problem, LOOK_AGAIN)
        return self._failed(FeedState.UNREACHABLE, problem)

    def _failed(self, state: FeedState, problem: Problem) -> float:
        """Wait longer after each failure, never all consoles at the same moment."""
        delay = min(self._shortest * 2**self._failures, LONGEST_DELAY)
        self._failures = min(self._failures + 1, 16)
        return self._waiting(state, problem, delay * (0.75 + self._random() / 2))

    def _waiting(self, state: FeedState, problem: Problem, seconds: float) -> float:
        self._wait = self._shortest
        self._tell(self._troubled(state, problem, seconds))
        return seconds

    def _troubled(self, state: FeedState, problem: Problem, seconds: float | None) -> FeedHealth:
        again = None if seconds is None else self._clock() + timedelta(seconds=seconds)
        return replace(self.health, state=state, problem=problem, retry_at=again)

    def _tell(self, health: FeedHealth) -> None:
        """The person's pause is stronger than what a poll that was under way has to say."""
        if self._paused and health.state is not FeedState.STOPPED:
            health = replace(health, state=FeedState.PAUSED, problem=None, retry_at=None)
        self.health = health
        self.health_changed.emit(health)
