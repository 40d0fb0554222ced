"""Everything that leaves for the portal on behalf of a person: on disk before the call.

What is asked for is planned in one transaction and shows at once; `run` makes the calls. Taking,
closing and renaming a dialog can be repeated without harm and are called right away. While the
profile is read-only nothing new is planned and nothing leaves; what waits goes on waiting. Nothing
leaves either while the vendor has blocked the portal for overload, until a person tries again.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from app.bitrix.transport import PagedCaller
from app.domain.content import PLAIN, Content
from app.domain.dialog import Customer, Dialog, DialogId, Message
from app.domain.portal import User
from app.domain.problem import Problem
from app.domain.receipts import ReceiptMode, Receipts
from app.services import planning, writing
from app.services.acts import Acts
from app.services.clock import Alarm, Clock
from app.services.dialogs import Dialogs
from app.services.failures import NotPossible
from app.services.inbox import Inbox
from app.services.jobs import LATER, JobState, pause_again
from app.services.journal import Journal
from app.services.lanes import Lanes
from app.services.looking import Looker
from app.services.orders import Agenda, find_agenda
from app.services.outcomes import recover
from app.services.pauses import Pauses, plan_taking_back
from app.services.performing import Performer
from app.services.reconciling import Reconciler
from app.services.signal import Signal
from app.services.transcript import Transcript

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OutboxCounts:
    """Calls that were not made yet, that nobody knows the outcome of, that were refused, and that
    wait for their time.
    """

    queued: int = 0
    unknown: int = 0
    failed: int = 0
    later: int = 0


class Outbox(Acts):
    """Plans what people ask for and makes the calls in order."""

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
        super().__init__(caller, me, dialogs, clock)
        self.changed: Signal[OutboxCounts] = Signal()
        self.counts = OutboxCounts()
        self._journal = journal
        self._inbox = inbox
        self._read_only, self._overload = read_only, overload
        self.pauses = Pauses(clock)
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

    async def start_dialog(
        self,
        connector: str,
        line: int,
        customer: Customer,
        text: str,
        content: Content = PLAIN,
    ) -> Dialog:
        """Write as a customer, perhaps for the first time. Returns when it is on disk."""
        key, content = connector.lower(), replace(content, writer=customer)

        def plan(transcript: Transcript) -> DialogId:
            dialog = writing.plan_dialog(transcript, key, line, customer)
            writing.plan_send(transcript, dialog.id, text, self._clock(), content)
            return dialog.id

        return self._get(await self._plan(plan))

    async def send(self, dialog: DialogId, text: str, content: Content = PLAIN) -> Message:
        """Write as the customer, or as the one that `content` names. Returns when it is on disk."""
        message = await self._plan(
            lambda t: writing.plan_send(t, dialog, text, self._clock(), content)
        )
        self.pauses.end(dialog)
        return message

    async def send_together(
        self, entries: Sequence[tuple[DialogId, str, Content]]
    ) -> tuple[Message, ...]:
        """Write as customers of one connector and line, in one call. Returns when it is on disk.
        The portal answers for each message; what has to wait for an older message leaves alone.

        Raises:
            NotPossible: BUNDLE_SIZE, none or more than 50; BUNDLE_MIXED, several lines.
        """
        return await self._plan(lambda t: planning.plan_bundle(t, entries, self._clock()))

    async def reply(self, dialog: DialogId, text: str, *, pause: float = 0.0) -> Message:
        """Write as the operator who is signed in; for `pause` seconds it can be taken back, unless
        a customer's message in the same dialog comes behind it. Returns when it is on disk.
        """
        now, me = self._clock(), self._me
        message = await self._plan(
            lambda t: planning.plan_reply(t, dialog, text, me, now, pause=pause)
        )
        self.pauses.begin(dialog, message.position, pause)
        return message

    async def take_back(self, dialog: DialogId, position: int, behind: str = "") -> str:
        """Make a reply that waits the operator's draft again, in front of `behind`, which he has
        typed since; nothing is sent. Answers the draft, which is on disk.

        Raises:
            NotPossible: TOO_LATE, it has left or is about to.
        """
        draft = await self._dialogs.write(lambda t: plan_taking_back(t, dialog, position, behind))
        self.pauses.end(dialog, position)
        return draft

    async def edit(self, dialog: DialogId, position: int, text: str, payload: str = "") -> Message:
        """Change a customer's message; `payload` is the whole item where a person edited it.
        Returns when it is on disk.
        """
        return await self._plan(
            lambda t: planning.plan_edit(
                t, dialog, position, text, now=self._clock(), payload=payload
            )
        )

    async def delete(self, dialog: DialogId, position: int, payload: str = "") -> Message:
        """Delete a customer's message; `payload` as in `edit`. Returns when it is on disk."""
        return await self._plan(
            lambda t: planning.plan_delete(t, dialog, position, self._clock(), payload)
        )

    async def deliver(self, dialog: DialogId, position: int) -> Message:
        """Acknowledge an operator's message by hand. Returns when it is on disk."""
        return await self._plan(
            lambda t: planning.plan_delivery(t, dialog, position, self._clock())
        )

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

    async def retry(self, dialog: DialogId, position: int) -> Message:
        """Try again what failed. What may have arrived is looked for first, and sent again unless
        it is found: a person has decided.
        """
        now = self._clock()
        message = await self._plan(lambda t: planning.plan_retry(t, dialog, position, now))
        self.hurry()
        return message

    async def check(self, dialog: DialogId, position: int) -> Message:
        """Look at once whether a message arrived that nobody knows it of."""
        message = await self._plan(lambda t: planning.plan_check(t, dialog, position))
        self.hurry()
        return message

    async def discard(self, dialog: DialogId, position: int) -> Message:
        """Give up what waits or failed."""
        message = await self._dialogs.write(
            lambda t: planning.plan_discard(t, dialog, position, self._clock())
        )
        self.hurry()
        return message

    async def settle(self, dialog: DialogId, position: int) -> Message:
        """A person has seen that a message of unknown outcome did arrive."""
        message = await self._dialogs.write(lambda t: planning.plan_settle(t, dialog, position))
        self.hurry()
        return message

    async def _plan(self, work: Callable[[Transcript], T]) -> T:
        """Raises NotPossible: READ_ONLY, it would leave by surprise when the lock is opened."""
        if self._read_only():
            raise NotPossible("READ_ONLY")
        return await self._dialogs.write(work)

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
