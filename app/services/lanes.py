"""Makes the calls of the outbox, lane by lane; each `drive` runs in a task of the caller's.

A lane does its jobs in order. Where the portal surely did nothing, or where doing it twice is
harmless, it waits and tries again. Where a message may have arrived it looks for it in the portal's
chat, again and again with growing rests, and sends it once more only when it is surely not there.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from functools import partial
from math import inf
from random import SystemRandom

from app.bitrix.errors import BitrixError, Throttled
from app.domain.problem import Problem
from app.domain.receipts import Receipts
from app.services import outcomes
from app.services.clock import Alarm, Clock
from app.services.dialogs import Dialogs
from app.services.failures import JournalFull, problem_of
from app.services.jobs import JobState
from app.services.looking import Looker
from app.services.misfits import MISTAKES
from app.services.orders import Lane, Order, place_of, take
from app.services.outcomes import Outcome, Step
from app.services.performing import Performer
from app.services.subject import about

FIRST_DELAY, LONGEST_DELAY = 2.0, 60.0
#: Reasons that a person has to see to: nothing is tried again meanwhile.
_CLOSED = ("READ_ONLY", "OVERLOAD_LIMIT")
#: Calls that may be under way at the same time.
BREADTH = 8

log = logging.getLogger(__name__)


class Lanes:
    """Drives lanes. `receipts` is the rule that holds everywhere, None while nothing may leave."""

    def __init__(
        self,
        dialogs: Dialogs,
        performer: Performer,
        looker: Looker,
        *,
        receipts: Callable[[], Receipts | None],
        clock: Clock,
        told: Callable[[], None],
    ) -> None:
        self._troubles: dict[Lane, Problem] = {}
        self._dialogs = dialogs
        self._performer = performer
        self._looker = looker
        self._receipts = receipts
        self._clock = clock
        self._told = told
        self._gate = asyncio.Semaphore(BREADTH)
        self._alarms: dict[Lane, Alarm] = {}
        self._delays: dict[Lane, float] = {}
        self._random = SystemRandom().random

    @property
    def problem(self) -> Problem | None:
        """Why a lane waits, if one does: the oldest trouble."""
        return next(iter(self._troubles.values()), None)

    def reserve(self, lanes: Sequence[Lane]) -> list[Lane]:
        """Those that nobody drives; from here on they count as driven."""
        found = [lane for lane in lanes if lane not in self._alarms]
        self._alarms |= {lane: Alarm() for lane in found}
        return found

    def hurry(self) -> None:
        """Something changed for the better: no lane has to wait any longer."""
        for alarm in self._alarms.values():
            alarm.ring()

    async def drive(self, lane: Lane) -> None:
        """Do the jobs of a reserved lane until none waits."""
        try:
            while await self._step(lane):
                pass
        finally:
            del self._alarms[lane]
            self._calm(lane)
            self._told()

    async def _step(self, lane: Lane) -> bool:
        """One call, then a rest if it could not be made. False when nothing is left to do."""
        try:
            async with self._gate:
                orders = await self._dialogs.write(partial(take, lane, self._clock()))
                if not orders:
                    return False
                with about(*map(place_of, orders)):
                    step = await self._try(orders)
        except JournalFull as full:
            await self._rest(lane, full.problem)
            return True
        if step.outcome is not None:
            await self._write_down(lane, orders, step.outcome)
        if step.rests is None:
            self._calm(lane)
        elif step.rests.code.upper() in _CLOSED:  # whoever opens it rings
            return False
        else:
            await self._rest(lane, step.rests, step.at_least, step.at_most, tells=step.tells)
        return True

    async def _try(self, orders: Sequence[Order]) -> Step:
        try:
            return await self._do(orders)
        except MISTAKES as error:
            log.exception("A call of the outbox failed")
            return Step(outcomes.broken(orders, error))

    async def _do(self, orders: Sequence[Order]) -> Step:
        """Make the call, or look for what an unanswered one did."""
        first = orders[0]
        if first.job.state is JobState.UNKNOWN:
            return await self._looker.look(first, self._receipts())
        try:
            return Step(await self._performer.perform(orders))
        except BitrixError as error:
            if outcomes.is_final(first.job.kind, error):
                return Step(outcomes.failed(orders, error))
            rest = error.retry_after if isinstance(error, Throttled) else 0.0
            return Step(outcomes.postponed(orders), problem_of(error), rest)

    async def _write_down(self, lane: Lane, orders: Sequence[Order], outcome: Outcome) -> None:
        """The call was made: its outcome must get to disk, however long there is no room. What
        cannot be written down is nobody else's trouble.
        """
        ways = [outcome]
        while ways:
            try:
                await self._dialogs.write(ways[0])
            except JournalFull as full:
                await self._rest(lane, full.problem)
            except MISTAKES as error:
                log.exception("What came of a call cannot be written down")
                ways = [outcomes.broken(orders, error)] if ways == [outcome] else []
            else:
                return

    def _calm(self, lane: Lane) -> None:
        self._troubles.pop(lane, None)
        self._delays.pop(lane, None)

    async def _rest(
        self,
        lane: Lane,
        problem: Problem,
        at_least: float = 0.0,
        at_most: float = inf,
        *,
        tells: bool = True,
    ) -> None:
        if tells:
            self._troubles[lane] = problem
            self._told()
        delay = self._delays.get(lane, FIRST_DELAY)
        self._delays[lane] = min(delay * 2, LONGEST_DELAY)
        delay *= 0.75 + self._random() / 2
        await self._alarms[lane].nap(min(max(delay, at_least), at_most))
