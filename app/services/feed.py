"""Follows what happens at the portal for as long as the program runs, and says how it goes.

Reads the best source there is, another one while it fails, and tries the better one again now and
then. Polls often while something happens and rarely while nothing does; waits longer and longer
after failures; notices that the computer slept; stops only where polling cannot help or makes it
worse, and says why. Under a read-only profile nothing is taken from the portal. Knows no window.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from random import SystemRandom

from app.bitrix.errors import BitrixError, Refused, SignedOut, Throttled
from app.bitrix.records import polling
from app.domain.feed import FeedHealth, FeedState
from app.domain.problem import Problem
from app.services.clock import Alarm, Clock
from app.services.drawing import Drawn
from app.services.failures import JournalFull, problem_of
from app.services.inbox import Inbox
from app.services.session import Session
from app.services.signal import Signal
from app.services.sources.reading import LOOK_AGAIN, Reading

#: Each idle poll makes the next wait longer by this factor.
STRETCH = 1.5
#: The longest wait after failures.
LONGEST_DELAY = 120.0
#: A poll that takes longer than this makes the feed slow in the eyes of the person.
SLOW_SECONDS = 5.0
#: A wait is done in pieces of so many seconds; one that took longer by so many was a sleep.
PIECE, JUMP = 10.0, 30.0

log = logging.getLogger(__name__)


class Feed:
    """The one reader of the portal's events."""

    def __init__(
        self,
        session: Session,
        reading: Reading,
        inbox: Inbox,
        *,
        interval: tuple[float, float],
        clock: Clock,
    ) -> None:
        self.health_changed: Signal[FeedHealth] = Signal()
        self.recovered: Signal[None] = Signal()
        kept = inbox.kept
        self.health = FeedHealth(
            FeedState.STOPPED, last_event=kept.newest, events=kept.rows, gap=reading.gap
        )
        self._session = session
        self._reading = reading
        self._shortest, self._longest = interval
        self._clock = clock
        self._alarm = Alarm()
        self._turn = asyncio.Lock()
        self._wait = self._shortest
        self._failures = 0
        self._paused = False
        self._stood = (False, False)
        self._random = SystemRandom().random

    async def run(self) -> None:
        """Follow the portal, until cancelled.

        Raises:
            JournalFailed: the journal cannot be read or written any more.
        """
        try:
            while True:
                await self._rest(await self._round())
        finally:
            self._tell(replace(self.health, state=FeedState.STOPPED, retry_at=None))

    def pause(self) -> None:
        """Leave the portal alone until `resume`."""
        self._paused = True
        self._tell(replace(self.health, state=FeedState.PAUSED, problem=None, retry_at=None))

    def resume(self) -> None:
        """Follow the portal again, and try what has failed: a person wants to know."""
        self._paused = False
        self._reading.forget_failures()
        self.poll_now()

    async def take_note(self) -> None:
        """A person has seen that something may be missing."""
        await self._reading.take_note()
        self._tell(replace(self.health, gap=None))

    @asynccontextmanager
    async def quiet(self) -> AsyncIterator[None]:
        """The queue is somebody else's as long as the block lasts: a poll that has begun is over
        before, and the next one waits. A pause that the person makes meanwhile stays one.
        """
        async with self._turn:
            yield

    def poll_now(self) -> None:
        """Do not wait for the next poll; after a failure, try again at once: a person wants it."""
        self._session.try_again()
        self._hurry()

    def _hurry(self) -> None:
        self._wait = self._shortest
        self._alarm.ring()

    def notice(self) -> None:
        """The sign-in may have ended, the profile become read-only, the vendor's block have been
        met or be tried again: say so now, not later.
        """
        if self._session.signed_out is not None or self._standing() != self._stood:
            self._hurry()

    def expect(self) -> None:
        """Something was sent, so an answer may come soon: poll often again."""
        if self._wait > self._shortest and self.health.state is FeedState.LIVE:
            self._hurry()

    async def _rest(self, seconds: float | None) -> None:
        """Wait, in pieces: timers stand still while a computer sleeps, and what was waited for
        before it slept means nothing after.
        """
        while seconds is None or seconds > 0:
            piece = None if seconds is None else min(seconds, PIECE)
            began = self._clock()
            if await self._alarm.nap(piece) or seconds is None or piece is None:
                return
            if abs((self._clock() - began).total_seconds() - piece) > JUMP:
                log.info("The clock has jumped: the computer slept, or was set")
                self._wait, self._failures = self._shortest, 0
                self.recovered.emit(None)
                return
            seconds -= piece

    async def _round(self) -> float | None:
        async with self._turn:
            return await self._poll()

    async def _poll(self) -> float | None:
        """One poll. Answers how long to wait for the next, None: until somebody rings."""
        if self._paused:
            return None
        started, self._stood = self._clock(), self._standing()
        try:
            with polling():
                drawn = await self._reading.read()
        except JournalFull as full:
            return self._failed(FeedState.PAUSED, full.problem)
        except BitrixError as error:
            return await self._refused(error)
        return self._succeeded(drawn, (self._clock() - started).total_seconds())

    def _standing(self) -> tuple[bool, bool]:
        """Whether the profile is read-only, and whether the vendor's block was met."""
        return self._session.profile.read_only, self._session.overload is not None

    def _succeeded(self, drawn: Drawn, took: float) -> float | None:
        now = self._clock()
        busy = drawn.rows or drawn.applied.rows or drawn.eager
        recovered, self._failures = self._failures > 0, 0
        self._wait = self._shortest if busy else min(self._wait * STRETCH, self._longest)
        newest = drawn.applied.newest
        health = self.health
        self._tell(
            FeedHealth(
                state=FeedState.SLOW if took > SLOW_SECONDS else FeedState.LIVE,
                source=self._reading.source,
                interval=self._wait,
                last_poll=now,
                last_event=newest or health.last_event,
                lag=max((now - newest).total_seconds(), 0.0) if newest else health.lag,
                queue=drawn.queue,
                events=health.events + drawn.applied.rows,
                gap=self._reading.gap,
                own_queue=bool(self._session.queue),
                tells_customers=self._reading.tells_customers,
            )
        )
        if recovered:
            self.recovered.emit(None)
        return 0.0 if drawn.full else self._wait

    async def _refused(self, error: BitrixError) -> float | None:
        """What an error means for the polls to come."""
        if await self._reading.changes(error, self._failures):
            self._failures = 0
            return 0.0
        problem = problem_of(error)
        if isinstance(error, SignedOut):
            self._tell(self._troubled(FeedState.SIGNED_OUT, problem, None))
            return None
        if isinstance(error, Throttled) and error.overload:
            self._failures = 1
            self._tell(self._troubled(FeedState.PAUSED, problem, None))
            return None
        if isinstance(error, Throttled):
            return self._waiting(FeedState.SLOW, problem, error.retry_after)
        if isinstance(error, Refused):
            self._reading.close()
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
