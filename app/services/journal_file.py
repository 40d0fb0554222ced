"""The journal's file: how it is opened, whether it is sound, and what an error of it means.

Knows SQLite and the file system, no tables.
"""

import errno
import logging
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection

from app.services.failures import JournalDamaged, JournalFailed, JournalFull, ServiceError
from app.services.files import private_file, private_folder

#: Files up to this size are looked through at every opening; larger ones in the background.
SMALL = 32 << 20
#: The write-ahead log is cut to this length whenever everything in it is in the file itself.
LOG_LIMIT = 8 << 20
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
#: What SQLite says of a full disk when the file of its shared memory or a flush meets it first.
_PERHAPS_FULL = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
_LEAST_ROOM = 1 << 20

log = logging.getLogger(__name__)


def connect(path: Path) -> Connection:
    """The journal, open for one thread at a time.

    Raises:
        OSError, sqlite3.Error: it cannot be opened, or is no database.
    """
    close_to_others(path)
    connection = sqlite3.connect(path, isolation_level=None, timeout=5.0, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")  # what was deleted cannot be read any more
        connection.execute(f"PRAGMA journal_size_limit = {LOG_LIMIT}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> Connection:
    """The journal beside whoever writes it, open for one thread at a time; nothing can be changed.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    address = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(
        address, uri=True, isolation_level=None, timeout=5.0, check_same_thread=False
    )


def close_to_others(path: Path) -> None:
    """What customers wrote is read by nobody else on this machine. Files that come later beside the
    journal are made as private as it is.
    """
    private_folder(path.parent)
    for file in (path, *(each for each in beside(path) if each.exists())):
        private_file(file)


def beside(path: Path) -> tuple[Path, Path]:
    """The files that SQLite keeps beside the journal while it is open, or after a crash: where the
    file itself lies, if `path` is a link.
    """
    path = real(path)
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def real(path: Path) -> Path:
    """Where a file lies, wherever links to it stand."""
    return Path(os.path.realpath(path))  # `resolve` breaks down at links that go round


def was_left_open(path: Path) -> bool:
    """Whether the last program that had the file open did not close it, or still has it open."""
    wal, _ = beside(path)
    return wal.exists() and wal.stat().st_size > 0


def check_quickly(connection: Connection, path: Path) -> None:
    """Find damage, as far as that takes no time: a small file is looked through as a whole, of a
    large one only whether it is as long as it says and its tables can be entered.

    Raises:
        JournalDamaged: something is wrong with it.
        sqlite3.Error: so much that SQLite itself says so.
    """
    connection.execute("PRAGMA cell_size_check = ON")
    if path.stat().st_size <= SMALL:
        (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if said != "ok":
            raise JournalDamaged(said)
        return
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE rootpage > 0").fetchall()
    log.info("%d tables of a large journal can be entered", len(tables))


def check_wholly(path: Path, connection: Connection) -> None:
    """Look through the whole file on a connection of its own. An index that does not fit its table
    is made anew on `connection`. `interrupt` of the connection ends it with an OperationalError.

    Raises:
        JournalDamaged: rows are lost or cannot be trusted.
    """
    troubles = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
    if troubles == ["ok"]:
        orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
        if orphans:
            log.warning("Rows of %s miss what they refer to: %s", path, orphans)
        return
    log.warning("The journal %s is not in order: %s", path, "; ".join(troubles))
    if not all("index" in trouble for trouble in troubles):
        raise JournalDamaged(troubles[0])
    connection.execute("REINDEX")
    (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if said != "ok":
        raise JournalDamaged(said)


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


def failure_of(error: Exception, path: Path) -> ServiceError:
    """What an error of the file or of the system means for the journal."""
    if isinstance(error, ServiceError):
        return error
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL or (isinstance(error, OSError) and error.errno in _NO_ROOM):
        return JournalFull(str(error))
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return JournalDamaged(str(error))
    if code in _PERHAPS_FULL and not _has_room(path):
        return JournalFull(str(error))
    return JournalFailed("JOURNAL_FAILED", str(error))


def _has_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free >= _LEAST_ROOM
    except OSError:
        return True
