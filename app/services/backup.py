"""Brings an older journal to the present version: a copy of it lies beside it before anything is
changed, and goes back into its place when a step fails.

Knows files and versions, no tables.
"""

import logging
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection

from app.services import schema
from app.services.failures import JournalFailed, ServiceError
from app.services.files import alone_with, private_file
from app.services.journal_file import failure_of

#: How many copies of a journal are kept.
KEPT = 2

log = logging.getLogger(__name__)


def bring_up(connection: Connection, path: Path) -> None:
    """Bring an open journal to the present version, while no other process does the same.

    Raises:
        OSError: another process does not come to an end with it.
        JournalFull: no room for the copy or the change; the file is as it was.
        JournalFailed: JOURNAL_NEWER; JOURNAL_NOT_MIGRATED, a step failed and the file is as it was.
    """
    if schema.version_of(connection) == schema.VERSION:
        return
    with alone_with(path):
        found = schema.version_of(connection)
        if found != schema.VERSION:
            _bring_up(connection, path, found)


def _bring_up(connection: Connection, path: Path, found: int) -> None:
    copy = back_up(connection, path, found) if found else None
    try:
        schema.migrate(connection)
    except (sqlite3.Error, ServiceError) as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if copy is not None:
            _put_back(connection, copy)
            log.warning("The journal was left at version %d: %s", found, error)
        raise _not_migrated(error, path, copy) from error


def back_up(connection: Connection, path: Path, version: int) -> Path:
    """A copy of an open journal beside it, whole or not at all; the oldest copies go.

    Raises:
        OSError, sqlite3.Error: there is none.
    """
    day = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    copy = path.with_name(f"{path.stem}-version-{version}-{day}.backup")
    unfinished = copy.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    private_file(unfinished)
    try:
        with closing(sqlite3.connect(unfinished)) as target:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        os.replace(unfinished, copy)  # noqa: PTH105 - atomic also on Windows
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    for old in backups(path)[:-KEPT]:
        old.unlink(missing_ok=True)
    log.info("The journal of version %d was copied to %s", version, copy.name)
    return copy


def backups(path: Path) -> list[Path]:
    """The copies of a journal, oldest first."""
    found = path.parent.glob(f"{path.stem}-version-*.backup")
    return sorted(found, key=lambda each: each.stem.rsplit("-version-", 1)[1].partition("-")[2])


def _put_back(connection: Connection, copy: Path) -> None:
    """The copy's content in one transaction: a crash leaves the old or the new one."""
    with closing(sqlite3.connect(copy)) as source:
        source.backup(connection)


def _not_migrated(error: Exception, path: Path, copy: Path | None) -> ServiceError:
    failed = failure_of(error, path)
    if failed.problem.code != "JOURNAL_FAILED" or copy is None:
        return failed
    return JournalFailed("JOURNAL_NOT_MIGRATED", f"{error} ({copy.name})")
