"""Re-posts the journal's events to a handler on this machine, one by one, as the portal does.

An event waits on disk until the handler has answered. A handler that is not there is tried again
and again, with growing pauses. Whatever it answers is an answer, and who takes the post and says
nothing is not asked twice: so does the portal. `repeat` asks again until the answer is good. A
program that ends while it posts posts that event once more: nothing is lost, one may come twice.
"""

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any, Self

from app.bitrix.connection import OnContact
from app.bitrix.errors import BitrixError
from app.bitrix.handler_post import HandlerDoor
from app.domain.forwarding import (
    Choice,
    Forward,
    Forwarded,
    ForwardState,
    Preview,
    Since,
    TargetError,
    check_target,
)
from app.domain.problem import Problem
from app.services import forward_rows
from app.services.clock import Alarm, Clock
from app.services.failures import ServiceError, problem_of
from app.services.forward_auth import ForwardAuth
from app.services.forward_lock import TargetLock
from app.services.forward_post import Post
from app.services.journal import Journal
from app.services.rows import load_setting, save_setting, stamp, to_json
from app.services.signal import Signal

#: The first and the longest pause before a handler is tried again.
FIRST_DELAY, LONGEST_DELAY = 1.0, 60.0
#: Seconds between looks at the journal where nobody tells of new events.
LOOK = 5.0
_SETTING = "forwarding"

log = logging.getLogger(__name__)


class Forwarding:
    """The forwarding to one handler at a time. `run` does the work; the rest only says what."""

    def __init__(
        self,
        journal: Journal,
        auth: ForwardAuth,
        door: HandlerDoor,
        clock: Clock,
        *,
        look: float = LOOK,
        remember: bool = True,
    ) -> None:
        """`look`: seconds between looks for new events. `remember`: a choice outlives this run."""
        self.changed: Signal[Forwarded] = Signal()
        self.tried: Signal[Forward] = Signal()
        self.state = Forwarded()
        self.auth = auth
        self._journal = journal
        self._post = Post(auth, door, clock)
        self._clock = clock
        self._look, self._remember = look, remember
        self._alarm = Alarm()
        self._turn = asyncio.Lock()
        self._lock = TargetLock(journal.path.parent)
        self._failures = 0

    @classmethod
    async def load(
        cls, journal: Journal, auth: ForwardAuth, on_contact: OnContact, clock: Clock
    ) -> Self:
        """As earlier runs chose it, unless the journal was made to say what nobody could choose."""
        forwarding = cls(journal, auth, HandlerDoor(on_contact), clock)
        load = partial(load_setting, name=_SETTING, shape=Choice, otherwise=Choice())
        await forwarding._tell(choice=_possible(await journal.run(load)))
        return forwarding

    async def choose(self, choice: Choice, since: Since = Since.LEFT_OFF) -> None:
        """Forward so from now on.

        Raises:
            ServiceError: the choice could not be kept; the one before holds.
        """
        old = self.state.choice
        begins = not (old.on and old.target == choice.target)
        if choice.on and (begins or since is not Since.LEFT_OFF):
            await self._journal.run(partial(forward_rows.begin, choice.target, since))
        if self._remember:
            await self._journal.run(partial(save_setting, _SETTING, to_json(choice)))
        await self._tell(choice=choice, problem=None, retry_at=None)
        self.try_now()

    async def pause(self, paused: bool) -> None:
        """Let events wait, or go on with them."""
        await self.choose(replace(self.state.choice, paused=paused))

    def wake(self) -> None:
        """There may be new events. A handler that is down is not tried sooner for it."""
        self._alarm.ring()

    def try_now(self) -> None:
        """Do not wait for the next try."""
        self._failures = 0
        self.state = replace(self.state, retry_at=None)
        self._alarm.ring()

    async def resend(self, number: int) -> None:
        """Post one event once more, now, whatever came of it before.

        Raises:
            BitrixError: there is no token to send along.
        """
        async with self._turn:
            found = await self._journal.run(
                partial(forward_rows.again, number, stamp(self._clock()))
            )
            if found is not None:
                await self._settle(await self._post.deliver(found, self.state.choice))
                await self._tell()

    async def page(self, before: int = 0, count: int = 200) -> tuple[Forward, ...]:
        """What was or will be posted to the present target, the newest first."""
        target = self.state.choice.target
        return await self._journal.run(partial(forward_rows.page, target, before, count))

    async def preview(self, number: int) -> Preview:
        """What was posted for an event at its last try, or would be posted now."""
        found = await self._journal.run(partial(forward_rows.found, number))
        return Preview() if found is None else await self._post.preview(found)

    async def run(self) -> None:
        """Post what waits, until cancelled."""
        try:
            while True:
                await self._alarm.nap(await self._round())
        finally:
            await self._lock.release()
            await self._post.close()

    async def _round(self) -> float | None:
        """One event. Answers how long to rest then, None: until somebody wakes it."""
        choice = self.state.choice
        if not choice.on:
            return None
        async with self._turn:
            try:
                rest = self._rest()
                if choice.paused or rest > 0:
                    await self._tell()  # more may wait than before
                    return None if choice.paused else rest
                return await self._forward(choice)
            except (BitrixError, ServiceError) as error:
                log.info("Nothing can be forwarded: %s", error)
                return await self._wait(problem_of(error))

    def _rest(self) -> float:
        """Seconds until the next try of a handler that was down."""
        again = self.state.retry_at
        return 0.0 if again is None else (again - self._clock()).total_seconds()

    async def _forward(self, choice: Choice) -> float:
        await self._lock.take(choice.target)
        if self.state.choice != choice:
            return 0.0
        take = partial(forward_rows.take, choice.target, stamp(self._clock()))
        found = await self._journal.run(take)
        if found is None:
            await self._tell(problem=None, retry_at=None)
            return self._look
        await self._tell(posting=True, waiting=found.waiting)
        if self.state.choice != choice:  # paused meanwhile: it waits, as if it had not been tried
            return 0.0
        forward = await self._settle(await self._post.deliver(found, choice))
        if forward.state is ForwardState.WAITING:
            return await self._wait(Problem(forward.problem, str(forward.status or "")))
        self._failures = 0
        await self._tell(posting=False, problem=None, retry_at=None)
        return 0.0

    async def _settle(self, forward: Forward) -> Forward:
        await self._journal.run(partial(forward_rows.settle, forward))
        self.tried.emit(forward)
        return forward

    async def _wait(self, problem: Problem) -> float:
        delay: float = min(FIRST_DELAY * 2**self._failures, LONGEST_DELAY)
        self._failures = min(self._failures + 1, 16)
        again = self._clock() + timedelta(seconds=delay)
        await self._tell(posting=False, problem=problem, retry_at=again)
        return delay

    async def _tell(self, **news: Any) -> None:
        """Publish how it goes, unless nothing is new. What is chosen meanwhile stays."""
        target = news.get("choice", self.state.choice).target
        if "waiting" not in news:
            count = partial(forward_rows.count_waiting, target)
            news["waiting"] = await self._journal.run(count) if target else 0
        state = replace(self.state, **news)
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _possible(choice: Choice) -> Choice:
    try:
        return replace(choice, target=check_target(choice.target))
    except TargetError:
        return Choice()
