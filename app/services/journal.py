"""The only store of facts: one SQLite file for each portal, used by one thread of its own.

Knows transactions and versions; what the tables mean is known by the modules that fill them.
"""

import asyncio
import errno
import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import Self, TypeVar

from app.services.failures import JournalFailed, JournalFull, ServiceError
from app.services.files import private_file, private_folder
from app.services.schema import VERSION, migrate

T = TypeVar("T")

log = logging.getLogger(__name__)

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


class Journal:
    """One file, one thread, one transaction at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._connection: Connection | None = None

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open or create the file and bring it to the present version.

        Raises:
            JournalFull: there is no room to create it.
            JournalFailed: it is damaged, locked or newer than this program.
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
        return future

    def _open(self) -> None:
        try:
            self._close_to_others()
            connection = sqlite3.connect(self.path, isolation_level=None, timeout=5.0)
        except (OSError, sqlite3.Error) as error:
            raise _failure(error) from error
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            migrate(connection)
        except (sqlite3.Error, ServiceError) as error:
            connection.close()
            raise _failure(error) from error
        self._connection = connection
        log.info("Journal %s is open, version %d", self.path, VERSION)

    def _close_to_others(self) -> None:
        """What customers wrote is read by nobody else on this machine. Files that come later beside
        the journal are made as private as it is.
        """
        private_folder(self.path.parent)
        beside = (self.path.with_name(f"{self.path.name}{end}") for end in ("-wal", "-shm"))
        for file in (self.path, *(each for each in beside if each.exists())):
            private_file(file)

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
                raise _failure(error) from error
            raise
        return result


def is_in_use(path: Path) -> bool:
    """Whether another connection, of this process or another one, has the file open. It must not be
    needed any more: it does not keep its way of writing.
    """
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=0.5)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        return getattr(error, "sqlite_errorcode", 0) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return False


def _tell(then: Callable[[T], None], future: "asyncio.Future[T]") -> None:
    if not future.cancelled() and future.exception() is None:
        then(future.result())


def _failure(error: Exception) -> ServiceError:
    if isinstance(error, ServiceError):
        return error
    full = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL
    out_of_room = isinstance(error, OSError) and error.errno in _NO_ROOM
    if full or out_of_room:
        return JournalFull(str(error))
    return JournalFailed("JOURNAL_FAILED", str(error))
