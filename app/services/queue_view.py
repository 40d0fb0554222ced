"""The portal's queue as it lies there: looked at without touching it, and changed only on purpose.

Looking is `event.offline.list` and `event.get` alone. What changes the queue waits until the feed
is not reading it. Knows no window.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from sqlite3 import Connection

from app.bitrix.decoding import decode
from app.bitrix.errors import Refused
from app.bitrix.events import EventQueue
from app.bitrix.queue_rows import Batch, QueueRow
from app.bitrix.transport import Params
from app.bitrix.wire import UNKNOWN_TIME
from app.domain.events import Unreadable
from app.domain.portal import User
from app.services.clock import Clock, utc_now
from app.services.feed import Feed
from app.services.inbox import Applied, Inbox
from app.services.journal import Journal
from app.services.session import Session

#: Erroneous rows that are read in one go.
TOGETHER = 50

_KNOWN = "SELECT 1 FROM event WHERE row = ? AND name = ? AND message_id = ?"


class Lot(StrEnum):
    """FREE rows wait for whoever reads; RESERVED ones wait to be confirmed and never come back by
    themselves; ERROR ones were put aside and are returned to nobody who does not ask for them.
    """

    FREE = "free"
    RESERVED = "reserved"
    ERROR = "error"


_FILTERS: dict[Lot, Params] = {
    Lot.FREE: {"=PROCESS_ID": "", "=ERROR": 0},
    Lot.RESERVED: {">PROCESS_ID": "", "=ERROR": 0},
    Lot.ERROR: {"=ERROR": 1},
}


@dataclass(frozen=True, slots=True)
class SeenRow:
    """A row as it was seen. `at` is the portal's time, None when it cannot be read; `reason` is why
    this program would not understand it; `kept`: the journal here has it already.
    """

    row: QueueRow
    at: datetime | None
    reason: str
    kept: bool


@dataclass(frozen=True, slots=True)
class SeenLot:
    """Rows of one lot, oldest first. `next` is where the next page begins, None at the end."""

    rows: tuple[SeenRow, ...] = ()
    total: int = 0
    next: int | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """The queue of one `auth_connector` at a moment."""

    partition: str
    at: datetime
    lots: dict[Lot, SeenLot]


@dataclass(frozen=True, slots=True)
class Partition:
    """A queue of its own: what `auth_connector` it belongs to, and which events go there."""

    auth_connector: str
    events: tuple[str, ...] = ()


class QueueView:
    """Looks into the queues of this application."""

    def __init__(
        self,
        session: Session,
        feed: Feed,
        inbox: Inbox,
        journal: Journal,
        clock: Clock = utc_now,
    ) -> None:
        self._session = session
        self._feed = feed
        self._inbox = inbox
        self._journal = journal
        self._clock = clock

    @property
    def user(self) -> User:
        """As whom it looks."""
        return self._session.capabilities.user

    @property
    def can_look(self) -> bool:
        """Whether the portal shows its queue to this user: to administrators only."""
        return self._session.capabilities.admin

    @property
    def can_change(self) -> bool:
        """Whether the profile lets anything leave that changes something."""
        return not self._session.profile.read_only

    @property
    def read_here(self) -> str:
        """Which queue this console itself reads, by its `auth_connector`."""
        return self._session.queue

    async def partitions(self) -> tuple[Partition, ...]:
        """The queues that events are subscribed to go to, and the usual one; the one that is read
        here is the first.

        Raises:
            BitrixError: the portal does not say.
        """
        found: dict[str, list[str]] = {self.read_here: [], "": []}
        for binding in await self._queue("").get_bindings():
            if binding.offline:
                found.setdefault(binding.auth_connector, []).append(binding.event)
        return tuple(Partition(name, tuple(events)) for name, events in found.items())

    async def look(self, partition: str = "") -> Look:
        """The first page of each lot.

        Raises:
            BitrixError: the portal shows nothing: no administrator, or no such feature.
        """
        lots = {lot: await self.page(partition, lot) for lot in Lot}
        return Look(partition, self._clock(), lots)

    async def page(self, partition: str, lot: Lot, start: int = 0) -> SeenLot:
        """A page of one lot.

        Raises:
            BitrixError: as `look`.
        """
        page = await self._queue(partition).list(filter=_FILTERS[lot], start=start)
        rows = await self._journal.run(partial(_seen, page.rows))
        total = page.total if page.total is not None else start + len(rows)
        return SeenLot(rows, total, page.next)

    async def clear(self, partition: str, seen: Sequence[SeenRow]) -> None:
        """Destroy exactly these rows at the portal; whoever has not read them never will.

        Raises:
            BitrixError: the portal refused; some of them may be gone.
        """
        queue, rows = self._queue(partition), [each.row for each in seen]
        async with self._feed.quiet():
            for process, ids in _batches(rows).items():
                await queue.clear(process, ids)
            for row in rows:
                if not row.process_id:
                    exactly: Params = {"=ID": row.id}
                    await queue.get(clear=True, limit=1, filter=exactly, errors=row.error)

    async def mark_error(self, partition: str, seen: Sequence[SeenRow]) -> None:
        """Put reserved rows aside at the portal: they are returned to nobody who does not ask for
        errors.

        Raises:
            BitrixError: the portal refused.
        """
        queue = self._queue(partition)
        reserved = [each.row for each in seen if each.row.process_id]
        async with self._feed.quiet():
            for process in _batches(reserved):
                marks = [row.message_id for row in reserved if row.process_id == process]
                await queue.error(process, marks)

    async def read_errors(self, partition: str = "") -> Applied:
        """Take the erroneous rows in after all: onto the disk, into the dialogs, then out of the
        queue.

        Raises:
            BitrixError, ServiceError: what was read so far is on disk or still at the portal.
        """
        queue = self._queue(partition)
        async with self._feed.quiet():
            try:
                batch = await queue.get(clear=False, limit=TOGETHER, errors=True)
            except Refused as error:
                if not error.has_code("WRONG_LICENSE"):
                    raise
                return await self._read_looking(queue)
            await self._inbox.save(batch)
            applied = await self._inbox.apply_waiting()
            if batch.rows:
                await queue.clear(batch.process_id)
            return applied

    async def _read_looking(self, queue: EventQueue) -> Applied:
        """Where rows cannot be reserved: look, save, apply, remove exactly these."""
        rows = tuple(await queue.put_aside())
        await self._inbox.save(Batch("", rows))
        applied = await self._inbox.apply_waiting()
        for row in rows:
            await queue.get(clear=True, limit=1, filter={"=ID": row.id}, errors=True)
        return applied

    def _queue(self, partition: str) -> EventQueue:
        return EventQueue(self._session.caller, auth_connector=partition)


def _batches(rows: Sequence[QueueRow]) -> dict[str, list[int]]:
    """Reserved rows by the name that they are reserved under."""
    found: dict[str, list[int]] = {}
    for row in rows:
        if row.process_id:
            found.setdefault(row.process_id, []).append(row.id)
    return found


def _seen(rows: Sequence[QueueRow], conn: Connection) -> tuple[SeenRow, ...]:
    return tuple(_seen_row(row, conn) for row in rows)


def _seen_row(row: QueueRow, conn: Connection) -> SeenRow:
    told = decode(row.raw)
    reasons = [event.reason for event in told.events if isinstance(event, Unreadable)]
    kept = conn.execute(_KNOWN, (row.id, row.name, row.message_id)).fetchone() is not None
    return SeenRow(row, None if told.at == UNKNOWN_TIME else told.at, "; ".join(reasons), kept)
