"""How rows leave the portal's queue without any being lost: two ways, by what the licence allows,
and a third in which they stay there.

CONFIRMED reserves rows, saves and applies them, then confirms them. PEEKED only looks, saves and
applies, then removes exactly the rows that it saw. WATCHED only looks, for read-only profiles: what
was saved is recognised when the rows are taken out later. After a crash at any point the rows are
still at the portal or already on our disk, or both; the journal recognises what it has seen.
"""

from dataclasses import dataclass, field, replace
from typing import Protocol

from app.bitrix.events import Batch, EventQueue, QueueRow
from app.domain.feed import FeedSource
from app.services.inbox import Applied, Inbox

#: Rows of one reading.
PAGE = 50
#: Rows that are looked at again while watching: a row can appear after one with a higher number.
OVERLAP = 20


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one reading brought. `queue` is how many rows still wait, None when nobody can tell;
    `full`: there may be more waiting right now; `eager`: there is more to look at, and no hurry;
    `deep` are chats with more new messages than their history gives back.
    """

    rows: int = 0
    applied: Applied = field(default_factory=Applied)
    queue: int | None = None
    full: bool = False
    eager: bool = False
    deep: tuple[int, ...] = ()


class Source(Protocol):
    """Something that brings events."""

    @property
    def source(self) -> FeedSource:
        """In which way."""
        ...

    async def draw(self) -> Drawn:
        """Read once, save, apply, confirm: in this order.

        Raises:
            BitrixError, ServiceError: what was read so far is on disk or still at the portal.
        """
        ...


class Drawer:
    """Takes rows out of the queue in one of the ways."""

    def __init__(self, queue: EventQueue, inbox: Inbox, source: FeedSource) -> None:
        self.source = source
        self._queue = queue
        self._inbox = inbox
        self._sound = False
        self._watched = 0

    async def draw(self) -> Drawn:
        """Read once. The first time, and after every failure, what was left half done is finished
        before: an answer can be lost after its rows were reserved for us.

        Raises:
            BitrixError, ServiceError: what was read so far is on disk or still at the portal.
        """
        sound, self._sound = self._sound, False
        recovered = Applied() if sound else await self._recover()
        ways = {
            FeedSource.CONFIRMED: self._draw_confirmed,
            FeedSource.PEEKED: self._draw_peeked,
            FeedSource.WATCHED: self._draw_watched,
        }
        drawn = await ways[self.source]()
        self._sound = True
        return replace(drawn, applied=drawn.applied.plus(recovered))

    async def _recover(self) -> Applied:
        """Rows that were saved but not applied, and rows that were reserved but not confirmed:
        reserved rows never come back to the queue by themselves.
        """
        applied = await self._inbox.apply_waiting()
        for process, rows in (await self._queue.reserved()).items():
            await self._inbox.save(Batch(process, tuple(rows)))
            applied = applied.plus(await self._inbox.apply_waiting())
            if self.source is FeedSource.CONFIRMED:
                await self._queue.clear(process, [row.id for row in rows])
        return applied

    async def _draw_confirmed(self) -> Drawn:
        batch = await self._queue.get(clear=False, limit=PAGE)
        if not batch.rows:
            return Drawn(applied=await self._inbox.apply_waiting(), queue=0)
        await self._inbox.save(batch)
        applied = await self._inbox.apply_waiting()
        await self._queue.clear(batch.process_id)
        full = len(batch.rows) >= PAGE
        return Drawn(len(batch.rows), applied, None if full else 0, full=full)

    async def _draw_peeked(self) -> Drawn:
        page = await self._queue.list(filter={"=ERROR": 0})
        rows = tuple(row for row in page.rows if not row.process_id and not row.error)
        if not rows:
            return Drawn(applied=await self._inbox.apply_waiting(), queue=0)
        await self._inbox.save(Batch("", rows))
        applied = await self._inbox.apply_waiting()
        await self._remove(rows)
        left = max((page.total or 0) - len(page.rows), 0)
        return Drawn(len(rows), applied, left, full=page.next is not None)

    async def _draw_watched(self) -> Drawn:
        """Rows that another program has reserved are looked at, too: they were told to this
        application.
        """
        since = max(self._watched - OVERLAP, 0)
        page = await self._queue.list(filter={">ID": since, "=ERROR": 0})
        rows = tuple(row for row in page.rows if not row.error)
        new = await self._inbox.save(Batch("", rows)) if rows else 0
        applied = await self._inbox.apply_waiting()
        self._watched = max((row.id for row in page.rows), default=self._watched)
        return Drawn(new, applied, full=page.next is not None)

    async def _remove(self, rows: tuple[QueueRow, ...]) -> None:
        """New rows get higher numbers, so the span of the seen ones holds nothing else; should it
        hold something after all, that is saved and applied as well.
        """
        ids = [row.id for row in rows]
        span = {">=ID": min(ids), "<=ID": max(ids)}
        gone = await self._queue.get(clear=True, limit=len(rows), filter=span)
        seen = set(ids)
        strangers = tuple(row for row in gone.rows if row.id not in seen)
        if strangers:
            await self._inbox.save(Batch("", strangers))
            await self._inbox.apply_waiting()
