"""What comes out of the portal's queue: first to disk as it is, then into the dialogs.

Saving needs no understanding and no network, so nothing can stand between reading the queue and
the disk. Applying happens in one transaction with the mark that it was done.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from sqlite3 import Connection

from app.bitrix.events import Batch, decode
from app.bitrix.wire import UNKNOWN_TIME
from app.domain.events import (
    Event,
    MessageAdded,
    MessageDeleted,
    MessageSeen,
    QueuedEvent,
    Unreadable,
)
from app.domain.receipts import Receipts
from app.services.applying import Applier
from app.services.clock import Clock
from app.services.customer_rules import strangers, written
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.people import People
from app.services.receipts import ReceiptRules
from app.services.rows import stamp
from app.services.saved_rows import (
    CHUNK,
    UnreadableRow,
    WaitingRow,
    save_rows,
    take_back,
    unreadable_rows,
    waiting_rows,
)
from app.services.signal import Signal
from app.services.transcript import Transcript

#: What a row can do to whoever applies it. A full or broken disk is not its fault.
_FAULTS_OF_A_ROW = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError),
    *(RecursionError, sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError),
    sqlite3.ProgrammingError,
)

__all__ = ["Applied", "Inbox", "Kept", "UnreadableRow"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Applied:
    """What was applied: how many rows, how many of them unreadable, and the newest's time."""

    rows: int = 0
    unreadable: int = 0
    newest: datetime | None = None

    def plus(self, other: "Applied") -> "Applied":
        """Both together."""
        newest = max(filter(None, (self.newest, other.newest)), default=None)
        return Applied(self.rows + other.rows, self.unreadable + other.unreadable, newest)


@dataclass(frozen=True, slots=True)
class Kept:
    """What earlier runs applied: how many rows, and the newest's time."""

    rows: int = 0
    newest: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Which rows were set aside and why; those that `failed` changed nothing at all."""

    reasons: dict[int, str] = field(default_factory=dict)
    failed: set[int] = field(default_factory=set)


class Inbox:
    """The rows of the queue on disk, and what they did.

    `applied` tells each event, `committed` the numbers of the rows whose fate is on disk: one that
    was tried again is told again.
    """

    def __init__(
        self,
        journal: Journal,
        dialogs: Dialogs,
        people: People,
        origin: Callable[[], str],
        clock: Clock,
        *,
        read_only: Callable[[], bool] = lambda: False,
        ahead: Callable[[], timedelta] = timedelta,
    ) -> None:
        self.applied: Signal[Event] = Signal()
        self.committed: Signal[tuple[int, ...]] = Signal()
        self.kept = Kept()
        self.signed: dict[str, bool] = {}
        self.receipts = ReceiptRules(journal, dialogs)
        self._journal = journal
        self._dialogs = dialogs
        self._people = people
        self._origin = origin
        self._clock = clock
        self._read_only = read_only
        self._ahead = ahead
        self._turn = asyncio.Lock()

    @property
    def acknowledges(self) -> Receipts | None:
        """How operators' messages are acknowledged by themselves now; None, not at all, while the
        profile is read-only.
        """
        return None if self._read_only() else self.receipts.everywhere

    async def load(self) -> None:
        """Read what earlier runs left: the switch, and how much was applied up to when."""
        await self.receipts.load()
        self.kept = await self._journal.run(_load_kept)

    async def save(self, batch: Batch, source: str = "queue") -> int:
        """Put a batch on disk as it came, with where it came from. Answers how many rows are new;
        known ones are ignored.
        """
        rows = [(row.id, row.name, row.message_id, row.raw, source) for row in batch.rows]
        now = stamp(self._clock())
        return await self._journal.run(partial(save_rows, batch.process_id, now, rows))

    async def apply_waiting(self) -> Applied:
        """Apply every saved row that was not applied yet, oldest first. A row that cannot be
        applied is set aside with the reason and keeps no other back.

        Raises:
            BitrixError: names could not be asked for; what was applied so far stays.
            JournalFull: no room; the rest waits on disk.
        """
        async with self._turn:
            total = Applied()
            while waiting := await self._journal.run(partial(_read_waiting, self._origin())):
                total = total.plus(await self._apply_rows(waiting))
            return total

    async def unreadable(self) -> tuple[UnreadableRow, ...]:
        """The newest rows that were set aside, oldest first."""
        return await self._journal.run(unreadable_rows)

    async def retry(self, ids: Sequence[int]) -> Applied:
        """Apply rows again that were set aside: a newer program may understand them. What they did
        already is not done twice.

        Raises:
            BitrixError, JournalFull: as `apply_waiting`.
        """
        await self._journal.run(partial(take_back, ids))
        return await self.apply_waiting()

    async def apply_own(self, event: Event) -> None:
        """Apply what our own call caused: the portal does not queue it for us."""
        applier = self._applier()
        await self._dialogs.write(lambda t: applier.apply_one(t, event, applier.now))
        self.applied.emit(event)

    async def _apply_rows(self, decoded: Sequence[tuple[int, QueuedEvent]]) -> Applied:
        events = [event for _, queued in decoded for event in queued.events]
        await self._people.learn(
            [
                *(e.user_id for e in events if isinstance(e, MessageAdded | MessageSeen)),
                *(queued.caused_by for _, queued in decoded if _deletes(queued)),
            ]
        )
        if wrote := written(events):
            await self._people.learn_customers(await self._journal.run(partial(strangers, wrote)))
        applier = self._applier()
        outcome = await self._dialogs.write(partial(_apply, applier, decoded))
        for number, queued in decoded:
            for event in queued.events if number not in outcome.failed else ():
                self.applied.emit(event)
        self.committed.emit(tuple(number for number, _ in decoded))
        newest = _newest(queued for _, queued in decoded)
        return Applied(len(decoded), len(outcome.reasons), newest)

    def _applier(self) -> Applier:
        return Applier(
            person=self._people.get,
            signed=lambda connector: self.signed.get(connector, True),
            now=self._clock(),
            receipts=self.acknowledges,
            ahead=self._ahead(),
        )


def _read_waiting(origin: str, conn: Connection) -> list[tuple[int, QueuedEvent]]:
    """The rows of the next transaction with their numbers, understood in the journal's thread."""
    return [(each.id, _decoded(each, origin)) for each in waiting_rows(conn)]


def _decoded(row: WaitingRow, origin: str) -> QueuedEvent:
    try:
        return decode(row.raw, row.source, origin=origin)
    except _FAULTS_OF_A_ROW as error:
        return QueuedEvent(0, "", UNKNOWN_TIME, (Unreadable(_reason(error)),))


def _deletes(queued: QueuedEvent) -> bool:
    return any(isinstance(each, MessageDeleted) for each in queued.events)


def _load_kept(conn: Connection) -> Kept:
    """Rows are numbered one by one, and the newest is never deleted: nothing has to be counted."""
    (rows,) = conn.execute(
        "SELECT coalesce(max(id), 0) - (SELECT count(*) FROM event WHERE applied = 0) FROM event"
    ).fetchone()
    last = conn.execute(
        "SELECT raw, source FROM event WHERE applied = 1 ORDER BY id DESC LIMIT ?", (CHUNK,)
    )
    return Kept(rows, _newest(decode(*row) for row in last))


def _newest(rows: Iterable[QueuedEvent]) -> datetime | None:
    return max((row.at for row in rows if row.at != UNKNOWN_TIME), default=None)


def _apply(
    applier: Applier, decoded: Sequence[tuple[int, QueuedEvent]], transcript: Transcript
) -> _Outcome:
    """Apply the rows one by one: what one of them spoils is taken back, and the rest stays."""
    outcome = _Outcome()
    for number, queued in decoded:
        transcript.cause, transcript.cause_at = number, applier.now
        reason = ""
        try:
            with transcript.attempt():
                reason = applier.apply(transcript, queued)
        except _FAULTS_OF_A_ROW as error:
            outcome.failed.add(number)
            reason = _reason(error)
        if reason:
            outcome.reasons[number] = reason
            log.warning("Row %d is kept but was set aside: %s", number, reason)
        transcript.conn.execute(
            "UPDATE event SET applied = 1, unreadable = ? WHERE id = ?", (reason, number)
        )
    transcript.cause = None
    return outcome


def _reason(error: Exception) -> str:
    """Why a row was set aside, in one line."""
    return f"{type(error).__name__}: {error}"[:300]
