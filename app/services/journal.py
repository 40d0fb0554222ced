"""The only store of facts: one SQLite file for each portal, used by one thread of its own.

Knows transactions and versions; what the tables mean is known by the modules that fill them.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import Self, TypeVar

from app.services.backup import bring_up
from app.services.failures import JournalDamaged, JournalFailed, ServiceError
from app.services.journal_file import check_quickly, connect, failure_of, was_left_open
from app.services.schema import VERSION
from app.services.signal import Signal

T = TypeVar("T")

log = logging.getLogger(__name__)


class Journal:
    """One file, one thread, one transaction at a time. `was_left_open`: the program that had it
    open before did not close it. `damaged` tells once that something in it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._connection: Connection | None = None
        self.was_left_open = False
        self.damaged: Signal[JournalDamaged] = Signal()
        self._is_damaged = False

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open or create the file and bring it to the present version.

        Raises:
            JournalFull: there is no room to create it.
            JournalDamaged: parts of it cannot be read; it was left as it is.
            JournalFailed: it is locked or newer than this program, or could not be brought to the
                present version and is as it was.
        """
        journal = cls(path)
        loop = asyncio.get_running_loop()
        try:
            await loop.run_in_executor(journal._thread, journal._open)
        except ServiceError:
            journal._thread.shutdown(wait=False)
            raise
        return journal

    async def close(self) -> None:
        """Wait for what was begun, then close the file."""
        loop = asyncio.get_running_loop()
        await asyncio.shield(loop.run_in_executor(self._thread, self._close))
        self._thread.shutdown(wait=False)

    async def run(
        self, work: Callable[[Connection], T], then: Callable[[T], None] | None = None
    ) -> T:
        """Run `work` in the journal's thread as one transaction.

        `then` is called with its result on the event loop right after the commit, in the order of
        the commits, even when the caller has been cancelled meanwhile: what is on disk is told.

        Raises:
            JournalFull: the disk is full; nothing was changed.
            JournalFailed: reading or writing failed; nothing was changed.
        """
        return await asyncio.shield(self.begin(work, then))

    def begin(
        self, work: Callable[[Connection], T], then: Callable[[T], None] | None = None
    ) -> "asyncio.Future[T]":
        """What `run` does, for whoever cannot wait: it is done before everything that is asked for
        later. The future carries what `run` returns or raises.
        """
        loop = asyncio.get_running_loop()
        future = loop.run_in_executor(self._thread, self._transaction, work)
        if then is not None:
            future.add_done_callback(partial(_tell, then))
        future.add_done_callback(self._look_for_damage)
        return future

    def _look_for_damage(self, future: "asyncio.Future[T]") -> None:
        error = None if future.cancelled() else future.exception()
        if isinstance(error, JournalDamaged) and not self._is_damaged:
            self._is_damaged = True
            self.damaged.emit(error)

    def _open(self) -> None:
        try:
            self.was_left_open = was_left_open(self.path)
            connection = connect(self.path)
        except (OSError, sqlite3.Error) as error:
            raise failure_of(error, self.path) from error
        try:
            check_quickly(connection, self.path)
            bring_up(connection, self.path)
        except (OSError, sqlite3.Error, ServiceError) as error:
            connection.close()
            raise failure_of(error, self.path) from error
        self._connection = connection
        log.info("Journal %s is open, version %d", self.path, VERSION)

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _transaction(self, work: Callable[[Connection], T]) -> T:
        connection = self._connection
        if connection is None:
            raise JournalFailed("JOURNAL_FAILED", "the journal is closed")
        try:
            connection.execute("BEGIN IMMEDIATE")
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise failure_of(error, self.path) from error
            raise
        return result


def _tell(then: Callable[[T], None], future: "asyncio.Future[T]") -> None:
    if not future.cancelled() and future.exception() is None:
        then(future.result())
