"""Full-text search in everything that is kept here, and the message of a moment.

Reads over a connection of its own in a thread of its own, so that neither the loop nor whoever
writes waits for it. Messages of an older file are added to the index by `index_old`, which somebody
has to run. Knows no window.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from sqlite3 import Connection
from threading import Lock
from typing import TypeVar

from app.domain.dialog import DialogId
from app.domain.query import parse_query
from app.services.failures import JournalFailed
from app.services.journal import Journal
from app.services.journal_file import connect_to_read, failure_of
from app.services.old_words import add_some, count_old
from app.services.search_queries import (
    Found,
    find,
    find_dialogs,
    find_moment,
    find_places,
)
from app.services.signal import Signal

T = TypeVar("T")


class Search:
    """Answers one question after another. Whoever is cancelled while he waits ends his own question
    at once, and no other.
    """

    def __init__(self, journal: Journal) -> None:
        #: 0 to 1 while messages of an older file are added, 1 when everything can be found.
        self.progress = 1.0
        self.progressed: Signal[float] = Signal()
        self._journal = journal
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search")
        self._connection: Connection | None = None
        self._turn = _Turn()

    async def find(
        self, text: str, *, dialog: DialogId | None = None, limit: int = 30, offset: int = 0
    ) -> Found:
        """What has all these words, in one dialog or everywhere. Any text can be asked for.

        Raises:
            JournalDamaged: parts of the file cannot be read.
            JournalFailed: the file cannot be read.
        """
        terms = parse_query(text)
        if not terms:
            return Found()
        return await self._read(partial(find, terms, dialog, limit, offset))

    async def heads(self, text: str) -> tuple[DialogId, ...]:
        """Dialogs whose customer, ids or operator have these words, the newest first.

        Raises:
            JournalFailed: the file cannot be read.
        """
        terms = parse_query(text)
        return await self._read(partial(find_dialogs, terms)) if terms else ()

    async def places(self, text: str, dialog: DialogId) -> tuple[int, ...]:
        """The positions in one dialog that have all these words, in order.

        Raises:
            JournalFailed: the file cannot be read.
        """
        terms = parse_query(text)
        return await self._read(partial(find_places, terms, dialog)) if terms else ()

    async def position_at(self, dialog: DialogId, moment: datetime) -> int:
        """The message of that moment or the next one after it, the last one if there is none; -1 in
        a dialog without messages.

        Raises:
            JournalFailed: the file cannot be read.
        """
        return await self._read(partial(find_moment, dialog, moment))

    async def index_old(self) -> None:
        """Add the messages that an older program wrote; goes on where it stopped.

        Raises:
            JournalFailed: it cannot be written; tried again at the next start.
        """
        total = await self._journal.run(count_old)
        done = 0
        while total:
            added = await self._journal.run(add_some)
            if not added:
                break
            done += added
            self._tell(min(done / total, 0.999))
        self._tell(1.0)

    async def close(self) -> None:
        """Give up what is being searched for and close the file."""
        self._turn.end_all()
        loop = asyncio.get_running_loop()
        await asyncio.shield(loop.run_in_executor(self._thread, self._close))
        self._thread.shutdown(wait=False)

    async def _read(self, work: Callable[[Connection], T]) -> T:
        question = _Question()
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._thread, self._work, question, work)
        except asyncio.CancelledError:
            self._turn.end(question)
            raise

    def _work(self, question: "_Question", work: Callable[[Connection], T]) -> T:
        try:
            if self._connection is None:
                self._connection = connect_to_read(self._journal.path)
            self._turn.begin(question, self._connection)
            return work(self._connection)
        except sqlite3.Error as error:
            raise failure_of(error, self._journal.path) from error
        finally:
            self._turn.leave()

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _tell(self, progress: float) -> None:
        if progress != self.progress:
            self.progress = progress
            self.progressed.emit(progress)


class _Question:
    """What somebody waits for, known by nothing but itself."""

    def __init__(self) -> None:
        self.given_up = False


class _Turn:
    """Whose question is on the connection: an interrupt meets that one or nobody."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._now: tuple[_Question, Connection] | None = None
        self._is_over = False

    def begin(self, question: _Question, connection: Connection) -> None:
        """In the search's thread.

        Raises:
            JournalFailed: it was given up before it began, so that nobody hears this.
        """
        with self._lock:
            if self._is_over or question.given_up:
                raise JournalFailed("JOURNAL_FAILED", "the search was given up")
            self._now = question, connection

    def leave(self) -> None:
        """In the search's thread: the question has its answer."""
        with self._lock:
            self._now = None

    def end(self, question: _Question) -> None:
        """From another thread: nobody waits for it any more."""
        with self._lock:
            question.given_up = True
            if self._now is not None and self._now[0] is question:
                self._now[1].interrupt()

    def end_all(self) -> None:
        """From another thread: this one and those behind it."""
        with self._lock:
            self._is_over = True
            if self._now is not None:
                self._now[1].interrupt()
