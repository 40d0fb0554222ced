"""Full-text search in everything that is kept here, and the message of a moment.

Reads over a connection of its own in a thread of its own, so that neither the loop nor whoever
writes waits for it; a search that is given up ends at once. Messages of an older file are added to
the index by `index_old`, which somebody has to run. Knows no window.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from sqlite3 import Connection
from typing import Any, TypeVar

from app.domain.dialog import DialogId, Message
from app.domain.query import Term, find_terms, fold, parse_query
from app.services.journal import Journal
from app.services.journal_file import failure_of
from app.services.rows import (
    MESSAGE_COLUMNS,
    load_text,
    read_message,
    read_messages,
    save_setting,
    stamp,
)
from app.services.signal import Signal
from app.services.word_index import DONE, PROGRESS, note_all

T = TypeVar("T")

#: Messages that are added to the index in one transaction.
SOME = 200
#: Places inside one dialog that are counted; nobody walks through more.
MOST_PLACES = 5_000
_MOST_DIALOGS = 20
_DIALOG_WORDS = (
    "id, name, user, chat, operator, connector, portal_chat, session, "
    "customer ->> '$.phone', customer ->> '$.email'"
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Hit:
    """A message that was found, and those around it in its dialog."""

    message: Message
    before: Message | None
    after: Message | None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, the newest first; `more` when there are others behind them."""

    terms: tuple[Term, ...] = ()
    hits: tuple[Hit, ...] = ()
    more: bool = False


class Search:
    """One search at a time; a new one takes the place of the one before."""

    def __init__(self, journal: Journal) -> None:
        #: 0 to 1 while messages of an older file are added, 1 when everything can be found.
        self.progress = 1.0
        self.progressed: Signal[float] = Signal()
        self._journal = journal
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search")
        self._connection: Connection | None = None

    async def find(
        self, text: str, *, dialog: DialogId | None = None, limit: int = 30, offset: int = 0
    ) -> Found:
        """What has all these words, in one dialog or everywhere. Any text can be asked for.

        Raises:
            JournalFailed: the file cannot be read.
        """
        terms = parse_query(text)
        if not terms:
            return Found()
        return await self._read(partial(_find, terms, dialog, limit, offset))

    async def heads(self, text: str) -> tuple[DialogId, ...]:
        """Dialogs whose customer, ids or operator have these words, the newest first.

        Raises:
            JournalFailed: the file cannot be read.
        """
        terms = parse_query(text)
        return await self._read(partial(_dialogs, terms)) if terms else ()

    async def places(self, text: str, dialog: DialogId) -> tuple[int, ...]:
        """The positions in one dialog that have all these words, in order.

        Raises:
            JournalFailed: the file cannot be read.
        """
        terms = parse_query(text)
        return await self._read(partial(_places, terms, dialog)) if terms else ()

    async def position_at(self, dialog: DialogId, moment: datetime) -> int:
        """The first message of that moment or after it, the last one if there is none; -1 in a
        dialog without messages.

        Raises:
            JournalFailed: the file cannot be read.
        """
        return await self._read(partial(_position_at, dialog, stamp(moment)))

    async def index_old(self) -> None:
        """Add the messages that an older program wrote; goes on where it stopped.

        Raises:
            JournalFailed: it cannot be written; tried again at the next start.
        """
        total = await self._journal.run(_count_old)
        done = 0
        while total:
            added = await self._journal.run(_index_some)
            if not added:
                break
            done += added
            self._tell(min(done / total, 0.999))
        self._tell(1.0)

    async def close(self) -> None:
        """Give up what is being searched for and close the file."""
        self._interrupt()
        loop = asyncio.get_running_loop()
        await asyncio.shield(loop.run_in_executor(self._thread, self._close))
        self._thread.shutdown(wait=False)

    async def _read(self, work: Callable[[Connection], T]) -> T:
        """Cancelling ends the query, not only the waiting."""
        loop = asyncio.get_running_loop()
        future = loop.run_in_executor(self._thread, self._work, work)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            self._interrupt()
            future.add_done_callback(_forget)
            raise

    def _interrupt(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.ProgrammingError):  # closed meanwhile
                self._connection.interrupt()

    def _work(self, work: Callable[[Connection], T]) -> T:
        try:
            if self._connection is None:
                self._connection = _open(self._journal)
            return work(self._connection)
        except sqlite3.Error as error:
            raise failure_of(error, self._journal.path) from error

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _tell(self, progress: float) -> None:
        if progress != self.progress:
            self.progress = progress
            self.progressed.emit(progress)


def _open(journal: Journal) -> Connection:
    address = f"{journal.path.resolve().as_uri()}?mode=ro"
    return sqlite3.connect(
        address, uri=True, isolation_level=None, timeout=5.0, check_same_thread=False
    )


def _forget(future: "asyncio.Future[Any]") -> None:
    """Nobody waits for what was given up, nor for how it ended."""
    if not future.cancelled():
        future.exception()


def _match(terms: tuple[Term, ...], dialog: DialogId | None) -> str:
    """The query in the language of FTS5. Words are letters and digits only, so that none of them
    can mean anything there.
    """
    parts = [f'"{" ".join(each.words)}"{"*" if each.open_ended else ""}' for each in terms]
    asked = f"{{text}} : ({' AND '.join(parts)})"
    return asked if dialog is None else f'{asked} AND {{dialog}} : "{dialog}"'


def _find(
    terms: tuple[Term, ...], dialog: DialogId | None, limit: int, offset: int, conn: Connection
) -> Found:
    rows = conn.execute(
        "SELECT s.dialog, s.position FROM word JOIN word_source s ON s.id = word.rowid "
        "WHERE word MATCH ? ORDER BY word.rowid DESC LIMIT ? OFFSET ?",
        (_match(terms, dialog), limit + 1, offset),
    ).fetchall()
    hits = (_hit(conn, *row) for row in rows[:limit])
    return Found(terms, tuple(each for each in hits if each), len(rows) > limit)


def _hit(conn: Connection, dialog: int, position: int) -> Hit | None:
    sql = (
        f"SELECT {MESSAGE_COLUMNS} FROM message "  # noqa: S608 - columns are ours
        "WHERE dialog = ? AND position BETWEEN ? AND ?"
    )
    rows = conn.execute(sql, (dialog, position - 1, position + 1))
    around = {each.position: each for each in map(read_message, rows)}
    message = around.get(position)
    if message is None:
        return None
    return Hit(message, around.get(position - 1), around.get(position + 1))


def _places(terms: tuple[Term, ...], dialog: DialogId, conn: Connection) -> tuple[int, ...]:
    rows = conn.execute(
        "SELECT s.position FROM word JOIN word_source s ON s.id = word.rowid "
        "WHERE word MATCH ? ORDER BY word.rowid DESC LIMIT ?",
        (_match(terms, dialog), MOST_PLACES),
    )
    return tuple(sorted(position for (position,) in rows))


def _dialogs(terms: tuple[Term, ...], conn: Connection) -> tuple[DialogId, ...]:
    """Ten thousand heads are looked through faster than an index of them is kept."""
    found = []
    rows = conn.execute(f"SELECT {_DIALOG_WORDS} FROM dialog ORDER BY last_at DESC")  # noqa: S608 - columns are ours
    for number, *words in rows:
        text = fold("\n".join(str(each) for each in words if each is not None))
        if all(_has(text, term) for term in terms):
            found.append(DialogId(number))
            if len(found) == _MOST_DIALOGS:
                break
    return tuple(found)


def _has(text: str, term: Term) -> bool:
    """The quick look first: few heads have the letters at all."""
    return all(word in text for word in term.words) and bool(find_terms(text, (term,)))


def _position_at(dialog: DialogId, moment: str, conn: Connection) -> int:
    """Halves the dialog again and again: its messages stand in the order of their times."""
    row = conn.execute("SELECT first, count FROM dialog WHERE id = ?", (dialog,)).fetchone()
    if row is None or row[0] >= row[1]:
        return -1
    low, high = map(int, row)
    last = high - 1
    while low < high:
        middle = (low + high) // 2
        at: Any = conn.execute(
            "SELECT at FROM message WHERE dialog = ? AND position = ?", (dialog, middle)
        ).fetchone()
        if at is not None and at[0] >= moment:
            high = middle
        else:
            low = middle + 1
    return min(low, last)


def _count_old(conn: Connection) -> int:
    """How many messages may have to be added, at most."""
    after = load_text(conn, PROGRESS)
    if after == DONE:
        return 0
    (total,) = conn.execute("SELECT count(*) FROM message").fetchone()
    if not total:
        save_setting(PROGRESS, DONE, conn)
    return int(total)


def _index_some(conn: Connection) -> int:
    dialog, position = (int(each) for each in (load_text(conn, PROGRESS) or "0 -1").split())
    rows = conn.execute(
        f"SELECT {MESSAGE_COLUMNS} FROM message "  # noqa: S608 - columns are ours
        "WHERE (dialog, position) > (?, ?) ORDER BY dialog, position LIMIT ?",
        (dialog, position, SOME),
    ).fetchall()
    note_all(conn, read_messages(rows))
    save_setting(PROGRESS, f"{rows[-1][0]} {rows[-1][1]}" if rows else DONE, conn)
    return len(rows)
