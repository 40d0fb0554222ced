"""Follows the signed-in user's own events: the source of those who are no administrators.

Saved and applied first, confirmed by the next reading. These events tell nothing of chats that the
user does not belong to, of sessions that end, and name no files: now and then, and whenever one of
these is in question, known chats are read back.
"""

from datetime import UTC, datetime, timedelta

from app.bitrix.chat_rows import IM, row_of_event
from app.bitrix.im_events import ImEvents, ImPage
from app.bitrix.queue_rows import Batch
from app.domain.feed import FeedSource
from app.services.clock import Clock
from app.services.drawing import Drawn
from app.services.inbox import Inbox
from app.services.sources.history import HistoryReader, Looked

#: Between two looks at known chats, while nothing asks for one: so many of the shortest waits.
_LOOKS = 10


class ImEventSource:
    """Reads the user's events, and chats beside them."""

    source = FeedSource.IM_EVENTS

    def __init__(
        self, events: ImEvents, reader: HistoryReader, inbox: Inbox, clock: Clock, shortest: float
    ) -> None:
        self._events = events
        self._reader = reader
        self._inbox = inbox
        self._clock = clock
        self._pause = timedelta(seconds=shortest * _LOOKS)
        self._look_at = datetime.fromtimestamp(0, UTC)
        self._confirm: int | None = None

    async def draw(self) -> Drawn:
        """Read once; before the rest, what an earlier run saved and did not apply.

        Raises:
            BitrixError, ServiceError: what was read so far is on disk; nothing of it is confirmed
                that is not.
        """
        page = await self._events.get(confirm=self._confirm)
        new = await self._save(page)
        applied = await self._inbox.apply_waiting()
        if page.next_offset is not None:
            self._confirm = page.next_offset
        if page.more:
            return Drawn(new, applied, full=True)
        looked = await self._look()
        applied = applied.plus(await self._inbox.apply_waiting())
        return Drawn(new + looked.rows, applied, eager=looked.more, deep=looked.deep)

    async def _save(self, page: ImPage) -> int:
        connectors = self._reader.chats.connectors()
        ours = [each for each in page.events if each.place.connector in connectors]
        for each in ours:
            if each.has_files:
                self._reader.chats.hint(each.place.portal_chat)
        if not ours:
            return 0
        self._look_at = min(self._look_at, self._clock())
        rows = tuple(row_of_event(each) for each in ours)
        return await self._inbox.save(Batch("", rows), IM)

    async def _look(self) -> Looked:
        if self._clock() < self._look_at:
            return Looked()
        looked = await self._reader.look()
        if not looked.more:
            self._look_at = self._clock() + self._pause
        return looked
