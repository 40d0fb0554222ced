"""Everything that leaves for the portal on behalf of a person: on disk before the call.

What is asked for is planned in one transaction and shows at once; `run` makes the calls. Taking,
closing and renaming a dialog can be repeated without harm and are called right away. While the
profile is read-only nothing new is planned and nothing leaves; what waits goes on waiting. Nothing
leaves either while the vendor has blocked the portal for overload, until a person tries again.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from app.bitrix.transport import PagedCaller
from app.domain.dialog import DialogId
from app.domain.portal import User
from app.domain.problem import Problem
from app.domain.receipts import ReceiptMode, Receipts
from app.services.clock import Alarm, Clock
from app.services.dialogs import Dialogs
from app.services.inbox import Inbox
from app.services.jobs import LATER, JobState, pause_again
from app.services.journal import Journal
from app.services.lanes import Lanes
from app.services.looking import Looker
from app.services.orders import Agenda, find_agenda
from app.services.outcomes import recover
from app.services.performing import Performer
from app.services.reconciling import Reconciler
from app.services.signal import Signal
from app.services.wishes import Wishes


@dataclass(frozen=True, slots=True)
class OutboxCounts:
    """Calls that were not made yet, that nobody knows the outcome of, that were refused, and that
    wait for their time.
    """

    queued: int = 0
    unknown: int = 0
    failed: int = 0
    later: int = 0


class Outbox(Wishes):
    """Makes the calls that people asked for, in order."""

    def __init__(
        self,
        caller: PagedCaller,
        me: User,
        journal: Journal,
        dialogs: Dialogs,
        inbox: Inbox,
        *,
        clock: Clock,
        read_only: Callable[[], bool] = lambda: False,
        overload: Callable[[], Problem | None] = lambda: None,
    ) -> None:
        super().__init__(caller, me, dialogs, clock, read_only)
        self.changed: Signal[OutboxCounts] = Signal()
        self.counts = OutboxCounts()
        self._journal = journal
        self._inbox = inbox
        self._overload = overload
        self._alarm = Alarm()
        self._told: tuple[OutboxCounts, Problem | None] = (self.counts, None)
        self._lanes = Lanes(
            dialogs,
            Performer(caller, clock, lambda: inbox.acknowledges),
            Looker(Reconciler(caller, me.id), clock),
            receipts=lambda: inbox.acknowledges,
            clock=clock,
            told=self._stirred,
        )
        dialogs.jobs_counted.connect(self._counted)

    @property
    def problem(self) -> Problem | None:
        """Why nothing leaves at the moment."""
        closed = Problem("READ_ONLY") if self._read_only() else self._overload()
        return closed or self._lanes.problem

    @property
    def auto_deliver(self) -> bool:
        """Whether operators' messages are acknowledged by themselves."""
        return self.receipts.mode is ReceiptMode.AUTOMATIC

    @property
    def receipts(self) -> Receipts:
        """How operators' messages are acknowledged in dialogs without a rule of their own whose
        customer this console plays.
        """
        return self._inbox.receipts.everywhere

    def receipts_of(self, dialog: DialogId) -> Receipts:
        """How operators' messages are acknowledged in one dialog."""
        return self._inbox.receipts.of(dialog)

    async def run(self) -> None:
        """Make the calls, until cancelled.

        Raises:
            JournalFailed: the journal cannot be read or written any more.
        """
        await self.recover()
        self._tell()
        async with asyncio.TaskGroup() as group:
            while True:
                now = self._clock()
                closed = self._read_only() or self._overload() is not None
                agenda = Agenda() if closed else await self._journal.run(partial(find_agenda, now))
                for lane in self._lanes.reserve(agenda.lanes):
                    group.create_task(self._lanes.drive(lane), name=f"outbox {lane}")
                rest = agenda.next_at and (agenda.next_at - now).total_seconds()
                await self._alarm.nap(rest or None)

    async def recover(self) -> None:
        """What was being sent when the program ended may or may not have arrived: say so."""
        await self._dialogs.write(recover)

    async def pause_again(self) -> None:
        """Replies that could be taken back when the program ended can be again, for as long as at
        first: nothing leaves before somebody could see it wait.
        """
        self.pauses.begin_again(await self._journal.run(partial(pause_again, self._clock())))

    def hurry(self) -> None:
        """Try again at once what waits after a failure."""
        self._alarm.ring()
        self._lanes.hurry()

    def notice(self) -> None:
        """The profile may have become read-only, or is it no longer; so with the vendor's block."""
        before = self._told[1]
        self._tell()
        if before != self._told[1]:
            self.hurry()

    async def set_auto_deliver(self, on: bool) -> None:
        """Whether operators' messages are acknowledged by themselves from here on."""
        if on != self.auto_deliver:
            mode = ReceiptMode.AUTOMATIC if on else ReceiptMode.MANUAL
            await self.set_receipts(replace(self.receipts, mode=mode))

    async def set_receipts(self, receipts: Receipts | None, dialog: DialogId | None = None) -> None:
        """How operators' messages are acknowledged from here on, everywhere or in one dialog, where
        None means as everywhere. What waits for its time and is not wanted any more is given up.
        """
        await self._inbox.receipts.set(receipts, dialog)
        self.changed.emit(self.counts)

    async def prefer(self, *, auto_deliver: bool) -> None:
        """The person's general wish, for a portal for which nothing else was chosen."""
        if not self._inbox.receipts.chosen:
            await self.set_auto_deliver(auto_deliver)

    def _counted(self, jobs: dict[str, int]) -> None:
        """Somebody's transaction ended: it may have planned a call."""
        waiting = jobs.get(JobState.WAITING, 0)
        self.counts = OutboxCounts(
            waiting + jobs.get(JobState.RUNNING, 0),
            jobs.get(JobState.UNKNOWN, 0) + jobs.get(JobState.UNDECIDED, 0),
            jobs.get(JobState.FAILED, 0),
            jobs.get(LATER, 0),
        )
        if waiting or self.counts.later or self.counts.unknown:
            self._alarm.ring()
        self._tell()

    def _stirred(self) -> None:
        """A lane has ended or has to wait."""
        self._alarm.ring()
        self._tell()

    def _tell(self) -> None:
        """Tell the figures and the problem if they are others than before."""
        now = (self.counts, self.problem)
        if now != self._told:
            self._told = now
            self.changed.emit(self.counts)
