"""What comes out of the portal's queue: first to disk as it is, then into the dialogs.

Saving needs no understanding and no network, so nothing can stand between reading the queue and
the disk. Applying happens in one transaction with the mark that it was done.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from sqlite3 import Connection

from app.bitrix.events import Batch, decode
from app.bitrix.wire import UNKNOWN_TIME
from app.domain.events import Event, MessageAdded, QueuedEvent
from app.services.applying import Applier
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.people import People
from app.services.rows import load_text, save_setting, stamp
from app.services.signal import Signal
from app.services.transcript import Transcript

CHUNK = 100
_AUTO_DELIVER = "auto_deliver"

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
class _Waiting:
    id: int
    raw: bytes


class Inbox:
    """The rows of the queue on disk, and what they did."""

    def __init__(
        self,
        journal: Journal,
        dialogs: Dialogs,
        people: People,
        origin: Callable[[], str],
        clock: Clock,
        *,
        read_only: Callable[[], bool] = lambda: False,
    ) -> None:
        self.applied: Signal[Event] = Signal()
        self.kept = Kept()
        self.signed: dict[str, bool] = {}
        self.auto_deliver = True
        self._journal = journal
        self._dialogs = dialogs
        self._people = people
        self._origin = origin
        self._clock = clock
        self._read_only = read_only

    @property
    def acknowledges(self) -> bool:
        """Whether operators' messages are acknowledged by themselves now: never while read-only."""
        return self.auto_deliver and not self._read_only()

    async def load(self) -> None:
        """Read what earlier runs left: the switch, and how much was applied up to when."""
        found = await self._journal.run(partial(load_text, name=_AUTO_DELIVER))
        self.auto_deliver = found != "off"
        self.kept = await self._journal.run(_load_kept)

    async def set_auto_deliver(self, on: bool) -> None:
        """Whether operators' messages are acknowledged by themselves; remembered."""
        await self._journal.run(partial(save_setting, _AUTO_DELIVER, "on" if on else "off"))
        self.auto_deliver = on

    async def save(self, batch: Batch) -> int:
        """Put a batch on disk as it came. Answers how many rows are new; known ones are ignored."""
        rows = [(row.id, row.name, row.message_id, row.raw) for row in batch.rows]
        now = stamp(self._clock())
        return await self._journal.run(partial(_save, batch.process_id, now, rows))

    async def apply_waiting(self) -> Applied:
        """Apply every saved row that was not applied yet, oldest first.

        Raises:
            BitrixError: names could not be asked for; what was applied so far stays.
            JournalFull: no room; the rest waits on disk.
        """
        total = Applied()
        while True:
            waiting = await self._journal.run(_waiting)
            if not waiting:
                return total
            total = total.plus(await self._apply_rows(waiting))

    async def apply_own(self, event: Event) -> None:
        """Apply what our own call caused: the portal does not queue it for us."""
        applier = self._applier()
        await self._dialogs.write(lambda t: applier.apply_one(t, event, applier.now))
        self.applied.emit(event)

    async def _apply_rows(self, waiting: Sequence[_Waiting]) -> Applied:
        decoded = [(each.id, decode(each.raw, origin=self._origin())) for each in waiting]
        events = [event for _, queued in decoded for event in queued.events]
        await self._people.learn(e.user_id for e in events if isinstance(e, MessageAdded))
        applier = self._applier()
        bad = await self._dialogs.write(partial(_apply, applier, decoded))
        for event in events:
            self.applied.emit(event)
        return Applied(len(decoded), bad, _newest(queued for _, queued in decoded))

    def _applier(self) -> Applier:
        return Applier(
            person=self._people.get,
            signed=lambda connector: self.signed.get(connector, True),
            now=self._clock(),
            auto_deliver=self.acknowledges,
        )


def _load_kept(conn: Connection) -> Kept:
    (rows,) = conn.execute(
        "SELECT (SELECT count(*) FROM event) - (SELECT count(*) FROM event WHERE applied = 0)"
    ).fetchone()
    last = conn.execute(
        "SELECT raw FROM event WHERE applied = 1 ORDER BY id DESC LIMIT ?", (CHUNK,)
    )
    return Kept(rows, _newest(decode(raw) for (raw,) in last))


def _newest(rows: Iterable[QueuedEvent]) -> datetime | None:
    return max((row.at for row in rows if row.at != UNKNOWN_TIME), default=None)


def _save(
    process: str, now: str, rows: Sequence[tuple[int, str, str, bytes]], conn: Connection
) -> int:
    if not rows:
        return 0
    cursor = conn.execute("INSERT INTO batch (process, read_at) VALUES (?, ?)", (process, now))
    before = conn.total_changes
    conn.executemany(
        "INSERT OR IGNORE INTO event (batch, row, name, message_id, raw) VALUES (?, ?, ?, ?, ?)",
        [(cursor.lastrowid, *row) for row in rows],
    )
    return conn.total_changes - before


def _waiting(conn: Connection) -> list[_Waiting]:
    rows = conn.execute("SELECT id, raw FROM event WHERE applied = 0 ORDER BY id LIMIT ?", (CHUNK,))
    return [_Waiting(row[0], row[1]) for row in rows]


def _apply(
    applier: Applier, decoded: Sequence[tuple[int, QueuedEvent]], transcript: Transcript
) -> int:
    unreadable = 0
    for number, queued in decoded:
        reason = applier.apply(transcript, queued)
        if reason:
            unreadable += 1
            log.warning("Row %d of the queue is kept but was not understood: %s", number, reason)
        transcript.conn.execute(
            "UPDATE event SET applied = 1, unreadable = ? WHERE id = ?", (reason, number)
        )
    return unreadable
