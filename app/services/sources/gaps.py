"""Times of which something may be missing: found, kept in the journal, told in the dialogs.

Remembers when events were read last. Knows no calls.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import partial
from sqlite3 import Connection
from typing import Self

from app.domain.dialog import Dialog, DialogState
from app.domain.feed import KEPT, FeedSource, Gap, GapReason
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.notes import NoteKind
from app.services.rows import load_setting, moment, save_setting, stamp, to_json
from app.services.transcript import Transcript

#: The last reading is written down no more often than this.
_PAUSE = timedelta(minutes=1)
_HEARD, _SEEN = "feed_heard", "gap_seen"


class Gaps:
    """What may be missing. `newest` is the gap that nobody has taken note of yet."""

    def __init__(
        self,
        journal: Journal,
        dialogs: Dialogs,
        clock: Clock,
        heard: datetime | None,
        newest: Gap | None,
    ) -> None:
        self.newest = newest
        self._journal = journal
        self._dialogs = dialogs
        self._clock = clock
        self._heard = heard
        self._written = heard

    @classmethod
    async def load(cls, journal: Journal, dialogs: Dialogs, clock: Clock) -> Self:
        """Read when events were read last, and the gap that nobody has taken note of."""
        return cls(journal, dialogs, clock, *(await journal.run(_load)))

    async def heard(self) -> None:
        """Events were read just now."""
        now = self._heard = self._clock()
        if self._written is None or not timedelta() <= now - self._written < _PAUSE:
            await self._journal.run(partial(save_setting, _HEARD, to_json([now])))
            self._written = now

    async def look_back(self, source: FeedSource) -> Gap | None:
        """Before a source is read: nobody may have listened for longer than the portal keeps what
        this source tells. Such a gap is written down and told in every dialog that was open.
        """
        now, kept = self._clock(), KEPT.get(source)
        if self._heard is None or kept is None or now - self._heard <= kept:
            return None
        gap = Gap(source, self._heard, now - kept)
        self._heard = now
        was_open = [each for each in self._dialogs.all() if each.state is DialogState.OPEN]
        await self._write(gap, was_open)
        return gap

    async def too_deep(self, source: FeedSource, chats: Collection[int]) -> None:
        """Chats have more new messages than their history gives back."""
        now = self._clock()
        gap = Gap(source, self._heard or now, now, GapReason.DEEP)
        meant = [each for each in self._dialogs.all() if each.portal_chat in chats]
        await self._write(gap, meant)

    async def take_note(self) -> None:
        """A person has seen it. What is noted in the dialogs stays."""
        await self._journal.run(_take_note)
        self.newest = None

    async def _write(self, gap: Gap, told: Collection[Dialog]) -> None:
        def write(transcript: Transcript) -> None:
            _store(gap, transcript.conn)
            value = f"{stamp(gap.since)}/{stamp(gap.until)}"
            for dialog in told:
                transcript.note(dialog.id, self._clock(), NoteKind.EVENTS_MISSED, value)

        await self._dialogs.write(write)
        self.newest = gap


def _store(gap: Gap, conn: Connection) -> None:
    conn.execute(
        "INSERT INTO gap (source, since_at, until_at, why) VALUES (?, ?, ?, ?)",
        (gap.source.value, stamp(gap.since), stamp(gap.until), gap.why.value),
    )


def _load(conn: Connection) -> tuple[datetime | None, Gap | None]:
    heard = load_setting(conn, _HEARD, list[datetime], [])
    (seen,) = load_setting(conn, _SEEN, list[int], [0]) or (0,)
    row = conn.execute(
        "SELECT source, since_at, until_at, why FROM gap WHERE id > ? ORDER BY id DESC LIMIT 1",
        (seen,),
    ).fetchone()
    return (heard[0] if heard else None), None if row is None else _gap(*row)


def _gap(source: str, since: str, until: str, why: str) -> Gap:
    return Gap(FeedSource(source), moment(since), moment(until), GapReason(why))


def _take_note(conn: Connection) -> None:
    (newest,) = conn.execute("SELECT coalesce(max(id), 0) FROM gap").fetchone()
    save_setting(_SEEN, to_json([newest]), conn)
