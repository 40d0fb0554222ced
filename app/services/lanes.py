"""Runs the jobs of the outbox: a lane for each dialog, one for the acknowledgements of each line.

A lane does its jobs in order. Where the portal surely did nothing, or where doing it twice is
harmless, it waits and tries again; it never repeats a send whose outcome is unknown.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from random import SystemRandom
from sqlite3 import Connection

from app.bitrix.errors import BitrixError, Throttled
from app.domain.dialog import DialogId
from app.domain.problem import Problem
from app.services.clock import Alarm
from app.services.dialogs import Dialogs
from app.services.failures import JournalFull, problem_of
from app.services.jobs import JobKind, find_jobs
from app.services.performing import (
    Order,
    Outcome,
    Performer,
    failed,
    is_final,
    postponed,
    take_order,
    unknown,
)
from app.services.transcript import Transcript

FIRST_DELAY, LONGEST_DELAY = 2.0, 60.0
#: Calls that may be under way at the same time.
BREADTH = 8
#: Messages that are acknowledged in one call.
TOGETHER = 50

_DELIVER = JobKind.DELIVER.value
_LANES = f"""
    SELECT DISTINCT job.kind = '{_DELIVER}', dialog.connector, dialog.line,
        CASE WHEN job.kind = '{_DELIVER}' THEN 0 ELSE job.dialog END
    FROM job JOIN dialog ON dialog.id = job.dialog WHERE job.state = 'waiting'
"""  # noqa: S608 - the kind is ours
_OF_DIALOG = f"dialog = ? AND kind != '{_DELIVER}' AND state = 'waiting'"
_OF_LINE = (
    f"kind = '{_DELIVER}' AND state = 'waiting' AND dialog IN "  # noqa: S608 - the kind is ours
    "(SELECT id FROM dialog WHERE connector = ? AND line = ?)"
)


@dataclass(frozen=True, slots=True)
class Lane:
    """Jobs that are done one after the other. `dialog` is 0 for acknowledgements."""

    delivers: bool
    connector: str
    line: int
    dialog: DialogId


def find_lanes(conn: Connection) -> list[Lane]:
    """Lanes that have something to do."""
    rows = conn.execute(_LANES)
    return [Lane(bool(row[0]), row[1], row[2], DialogId(row[3])) for row in rows]


def recover(transcript: Transcript) -> None:
    """Jobs that were running when the program ended: nobody knows whether they were done."""
    for job in find_jobs(transcript.conn, "state = 'running'"):
        unknown(transcript, job)


class Lanes:
    """Drives lanes; each `drive` runs in a task of the caller's."""

    def __init__(
        self,
        dialogs: Dialogs,
        performer: Performer,
        *,
        auto_deliver: Callable[[], bool],
        told: Callable[[], None],
    ) -> None:
        self._troubles: dict[Lane, Problem] = {}
        self._dialogs = dialogs
        self._performer = performer
        self._auto_deliver = auto_deliver
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
        """One call, then a wait if it could not be made. False when nothing is left to do."""
        try:
            async with self._gate:
                orders = await self._dialogs.write(partial(_take, lane))
                if not orders:
                    return False
                outcome, trouble, rest = await self._call(orders)
        except JournalFull as full:
            await self._wait(lane, full.problem)
            return True
        await self._write_down(lane, outcome)
        if trouble is None:
            self._calm(lane)
        elif trouble.code == "READ_ONLY":  # the lock has closed: whoever opens it rings
            return False
        else:
            await self._wait(lane, trouble, rest)
        return True

    async def _call(self, orders: Sequence[Order]) -> tuple[Outcome, Problem | None, float]:
        """What to write down, why the lane has to wait, if it has to, and how long at least."""
        first = orders[0]
        try:
            if first.job.kind is JobKind.DELIVER:
                return await self._performer.deliver(orders), None, 0.0
            deliver = self._auto_deliver()
            return await self._performer.perform(first, auto_deliver=deliver), None, 0.0
        except BitrixError as error:
            if is_final(first.job.kind, error):
                return partial(failed, orders, error), None, 0.0
            rest = error.retry_after if isinstance(error, Throttled) else 0.0
            return partial(postponed, orders), problem_of(error), rest

    async def _write_down(self, lane: Lane, outcome: Outcome) -> None:
        """The call was made: its outcome must get to disk, however long there is no room."""
        while True:
            try:
                await self._dialogs.write(outcome)
            except JournalFull as full:
                await self._wait(lane, full.problem)
            else:
                return

    def _calm(self, lane: Lane) -> None:
        self._troubles.pop(lane, None)
        self._delays.pop(lane, None)

    async def _wait(self, lane: Lane, problem: Problem, at_least: float = 0.0) -> None:
        self._troubles[lane] = problem
        self._told()
        delay = self._delays.get(lane, FIRST_DELAY)
        self._delays[lane] = min(delay * 2, LONGEST_DELAY)
        await self._alarms[lane].nap(max(delay * (0.75 + self._random() / 2), at_least))


def _take(lane: Lane, transcript: Transcript) -> list[Order]:
    """The next job of a lane, or the next acknowledgements together, marked as running."""
    if lane.delivers:
        jobs = find_jobs(transcript.conn, _OF_LINE, lane.connector, lane.line)[:TOGETHER]
    else:
        jobs = find_jobs(transcript.conn, _OF_DIALOG, lane.dialog)[:1]
    return [take_order(transcript, job) for job in jobs]
