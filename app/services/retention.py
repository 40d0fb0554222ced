"""Deletes what is older than a person wants to keep: messages and rows as they came.

In small transactions, between which everything else goes on. Never anything that is not done with:
a message whose call waits or failed, a row that was not applied or not forwarded yet. A dialog
keeps its head; its messages go from the oldest on, so that positions have no holes. The portal may
tell of what was deleted once more: `is_forgotten` and `is_old` recognise it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from sqlite3 import Connection

from app.domain.dialog import Delivery, DialogId
from app.services import alert_rows
from app.services.bot_rows import delete_old_talks
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.rows import load_text, moment, save_setting, stamp
from app.services.transcript import Transcript
from app.services.word_index import squeeze

#: The choices, in days; 0 keeps everything.
CHOICES = (0, 365, 90, 30)
#: Messages or rows that go in one transaction.
SOME = 200
_SETTING, _EDGE = "keep_days", "kept_since"
_UNDONE = (Delivery.QUEUED, Delivery.SENDING, Delivery.UNKNOWN, Delivery.FAILED)


@dataclass(frozen=True, slots=True)
class Deleted:
    """How many messages and how many rows as they came."""

    messages: int = 0
    rows: int = 0


class Retention:
    """How long one portal's messages are kept."""

    def __init__(self, journal: Journal, dialogs: Dialogs, clock: Clock) -> None:
        self.days = 0
        self._journal, self._dialogs, self._clock = journal, dialogs, clock

    async def load(self) -> None:
        """Read what was chosen before."""
        text = await self._journal.run(partial(load_text, name=_SETTING))
        self.days = int(text) if text.isdecimal() and int(text) in CHOICES else 0

    async def choose(self, days: int) -> None:
        """Keep what is at most so many days old, from the next deletion on; remembered."""
        await self._journal.run(partial(save_setting, _SETTING, str(days)))
        self.days = days

    async def delete_old(self) -> Deleted:
        """Delete what is too old now.

        Raises:
            JournalFull, JournalFailed: what was deleted so far stays deleted.
        """
        if not self.days:
            return Deleted()
        before = stamp(self._clock() - timedelta(days=self.days))
        await self._journal.run(partial(save_setting, _EDGE, before))
        messages = 0
        for dialog in await self._journal.run(partial(_with_old_messages, before)):
            messages += await self._again(partial(self._some_messages, dialog, before))
        rows = await self._again(partial(self._some_rows, before))
        await self._journal.run(partial(alert_rows.forget, before))
        if messages:
            await self._again(self._some_words)
        return Deleted(messages, rows)

    @staticmethod
    async def _again(some: Callable[[], Awaitable[int]]) -> int:
        total = 0
        while done := await some():
            total += done
        return total

    async def _some_messages(self, dialog: DialogId, before: str) -> int:
        return await self._dialogs.write(partial(_delete_messages, dialog, before))

    async def _some_words(self) -> int:
        return await self._journal.run(squeeze)

    async def _some_rows(self, before: str) -> int:
        return await self._journal.run(partial(_delete_rows, before))


def kept_since(conn: Connection) -> datetime | None:
    """Nothing older is known any more; None when nothing was ever deleted."""
    edge = load_text(conn, _EDGE)
    return moment(edge) if edge else None


def is_old(conn: Connection, at: datetime) -> bool:
    """Whether rows of this time were deleted because of their age."""
    edge = load_text(conn, _EDGE)
    return bool(edge) and stamp(at) < edge


def is_forgotten(conn: Connection, dialog: DialogId, im: int, at: datetime) -> bool:
    """Whether the message of this number was deleted because of its age, or is of a session that
    was over when the dialog was found. Its time counts as well: the numbers of a portal that was
    set up anew start over.
    """
    sql = "SELECT forgotten, found_from FROM dialog WHERE id = ?"
    forgotten, begun = conn.execute(sql, (dialog,)).fetchone()
    if begun is not None and stamp(at) < begun:
        return True
    return im <= forgotten and is_old(conn, at)


def _with_old_messages(before: str, conn: Connection) -> list[DialogId]:
    rows = conn.execute(
        "SELECT id FROM dialog WHERE (SELECT at FROM message "
        "WHERE message.dialog = dialog.id ORDER BY position LIMIT 1) < ?",
        (before,),
    )
    return [DialogId(row[0]) for row in rows]


def _delete_messages(wanted: DialogId, before: str, transcript: Transcript) -> int:
    conn, dialog = transcript.conn, transcript.dialog(wanted)
    rows = conn.execute(
        "SELECT position, at, delivery FROM message "
        "WHERE dialog = ? AND position >= ? ORDER BY position LIMIT ?",
        (wanted, dialog.first, SOME),
    ).fetchall()
    waiting = {
        row[0] for row in conn.execute("SELECT position FROM job WHERE dialog = ?", (wanted,))
    }
    first = dialog.first
    for position, at, delivery in rows:
        if at >= before or position in waiting or delivery in _UNDONE:
            break
        first = position + 1
    if first == dialog.first:
        return 0
    conn.execute(
        "UPDATE dialog SET forgotten = max(forgotten, (SELECT coalesce(max(im), 0) FROM message "
        "WHERE dialog = dialog.id AND position < ?)) WHERE id = ?",
        (first, wanted),
    )
    conn.execute("DELETE FROM message WHERE dialog = ? AND position < ?", (wanted, first))
    left = replace(dialog, first=first, unread=min(dialog.unread, dialog.count - first))
    if first == dialog.count:
        left = replace(left, last_text="", last_author=None, last_by="")
    transcript.put(left)
    transcript.changes.trimmed.append(wanted)
    return first - dialog.first


def _delete_rows(before: str, conn: Connection) -> int:
    """The newest row stays: its number says how many there ever were."""
    old = [
        row[0]
        for row in conn.execute(
            "SELECT id FROM event WHERE applied = 1 AND id < (SELECT max(id) FROM event) "
            "AND batch <= (SELECT max(id) FROM batch WHERE read_at < ?) "
            "AND id NOT IN (SELECT event FROM forward WHERE state = 'waiting') "
            "ORDER BY id LIMIT ?",
            (before, SOME),
        )
    ]
    ids = [(each,) for each in old]
    conn.executemany("DELETE FROM forward WHERE event = ?", ids)
    conn.executemany("DELETE FROM event WHERE id = ?", ids)
    conn.execute(
        "DELETE FROM batch WHERE read_at < ? "
        "AND id < (SELECT batch FROM event ORDER BY id LIMIT 1)",
        (before,),
    )
    conn.execute("DELETE FROM gap WHERE until_at < ?", (before,))
    conn.execute("DELETE FROM watched WHERE until_at < ?", (before,))
    delete_old_talks(before, conn)
    return len(old)
