"""Saves what can still be read of a damaged journal into a fresh one, and tells what was lost.

The damaged file is only read. `look` leaves it where it is, `take_over` sets it aside under a name
with its date and puts the fresh one in its place. Either needs a journal that nobody has open.
"""

import logging
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from sqlite3 import Connection

from app.services.failures import JournalDamaged, ServiceError
from app.services.files import private_file, private_folder
from app.services.journal_file import beside, connect, failure_of, real
from app.services.loose_pages import Shape, loose_rows
from app.services.readable_rows import Row, copy_with_log, named, numbered, open_damaged
from app.services.reassembling import Counted, reassemble
from app.services.schema import migrate

#: Dialogs whose own row is lost are looked for by number, this far beyond the last one.
_BEYOND = 50

#: Tables whose rows are known without a way to them, and how many columns they had in version 1.
_LOOSE = {"batch": 3, "dialog": 18, "event": 8, "message": 14}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved and what was lost. `aside` is the name that the damaged file has now, "" when
    it stayed where it is. `tables` are the other tables that could not be read to their end.
    """

    saved: Counted
    lost: Counted
    tables: tuple[str, ...]
    aside: str = ""


def look(path: Path, fresh: Path) -> Salvaged:
    """Save what can be read into a file of its own, and leave the damaged one alone.

    Raises:
        JournalFull: no room for the copy.
        JournalFailed: nothing in it can be reached, or files cannot be written here.
    """
    path = real(path)
    private_folder(fresh.parent)
    reading = fresh.with_name(f"{fresh.name}.reading")
    _remove(fresh)
    try:
        connection = connect(fresh)
        with closing(connection):
            migrate(connection)
            private_file(reading)
            copy_with_log(path, reading)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            with closing(open_damaged(reading, fresh)) as damaged:
                salvaged = _save(damaged, connection, reading)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except (OSError, sqlite3.Error, ServiceError) as error:
        _remove(fresh)
        raise failure_of(error, path) from error
    finally:
        _remove(reading)
    log.warning("Saved of the damaged journal %s: %s", path, salvaged)
    return salvaged


def take_over(path: Path) -> Salvaged:
    """Save what can be read and go on with that; the damaged file stays under another name.

    Raises:
        JournalFull, JournalFailed: as `look`; everything is as it was.
    """
    path = real(path)
    fresh = path.with_name(f"{path.stem}-saved.new")
    salvaged = look(path, fresh)
    try:
        aside = set_aside(path)
        os.replace(fresh, path)  # noqa: PTH105 - atomic also on Windows
    except OSError as error:
        _remove(fresh)
        raise failure_of(error, path) from error
    return Salvaged(salvaged.saved, salvaged.lost, salvaged.tables, aside.name)


def set_aside(path: Path) -> Path:
    """Give a damaged file a second name with its date, where it stays. From then on the first name
    is only good for a fresh file: its log is gone from there.

    Raises:
        OSError: it has no second name; everything is as it was.
    """
    day = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.stem}-damaged-{day}{path.suffix}")
    wal, shm = beside(path)
    try:
        os.link(path, aside)
    except OSError:  # a file system without second names
        shutil.copyfile(path, aside)
        private_file(aside)
    if wal.exists():
        os.replace(wal, beside(aside)[0])  # noqa: PTH105 - atomic also on Windows
    shm.unlink(missing_ok=True)
    return aside


def _remove(file: Path) -> None:
    with suppress(OSError):
        for each in (file, *beside(file)):
            each.unlink(missing_ok=True)


def _save(damaged: Connection, fresh: Connection, reading: Path) -> Salvaged:
    """One transaction, so that a disk that fills up leaves nothing half done."""
    fresh.execute("PRAGMA foreign_keys = OFF")
    fresh.execute("BEGIN IMMEDIATE")
    cut = [table for table in _tables(fresh) if not _copy_table(damaged, fresh, table)]
    _quietly(damaged, "PRAGMA wal_checkpoint(TRUNCATE)")
    _add_loose(fresh, reading, [table for table in cut if table in _LOOSE])
    saved, lost = reassemble(fresh)
    fresh.execute("COMMIT")
    fresh.execute("PRAGMA foreign_keys = ON")
    if not (saved.dialogs or saved.rows) and cut:
        raise JournalDamaged("nothing in it can be read")
    told = tuple(each for each in cut if each not in ("dialog", "message", "event"))
    return Salvaged(saved, lost, told)


def _tables(fresh: Connection) -> list[str]:
    """Ordinary tables, those that others refer to first; an index of texts is made anew."""
    rows = fresh.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%' AND name != 'word_source'"
    )
    first = {"dialog": 0, "batch": 1, "event": 2, "message": 3}
    return sorted((name for (name,) in rows), key=lambda name: (first.get(name, 9), name))


def _copy_table(damaged: Connection, fresh: Connection, table: str) -> bool:
    """Copy what can be read; whether that was everything."""
    there = {row[1] for row in _quietly(damaged, f"PRAGMA table_info({table})")}
    here = fresh.execute(f"PRAGMA table_info({table})").fetchall()
    columns = [row[1] for row in here if row[1] in there]
    keys = [row[1] for row in sorted(here, key=lambda row: row[5]) if row[5]]
    if not columns or not set(keys) <= set(columns):
        return False
    rows = _Rows(damaged, table, columns, keys)
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names are ours
    for row in rows.read(fresh):
        with suppress(sqlite3.IntegrityError, sqlite3.InterfaceError):  # no sense in it
            fresh.execute(insert, row)
    return rows.whole


def _add_loose(fresh: Connection, reading: Path, tables: list[str]) -> None:
    """Rows to which no way leads any more. Calls that waited are not among them: an old one might
    have been made already.
    """
    if not tables:
        return
    shapes, inserts = {}, {}
    for table in tables:
        columns = fresh.execute(f"PRAGMA table_info({table})").fetchall()
        each = tuple((name, kind, not (needed or key)) for _, name, kind, needed, _, key in columns)
        shapes[table] = Shape(each, _LOOSE[table], numbered=table != "message")
        inserts[table] = [name for name, _, _ in each]
    for table, values in loose_rows(reading, shapes):
        names = ", ".join(inserts[table][: len(values)])
        marks = ", ".join("?" * len(values))
        with suppress(sqlite3.IntegrityError):
            fresh.execute(f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})", values)  # noqa: S608 - names are ours
    fresh.execute(
        "DELETE FROM message WHERE position < "
        "(SELECT first FROM dialog WHERE dialog.id = message.dialog)"
    )


def _quietly(damaged: Connection, sql: str) -> list[Row]:
    try:
        return damaged.execute(sql).fetchall()
    except sqlite3.DatabaseError:
        return []


class _Rows:
    """The rows of one table that can be read; `whole` when nothing stood in the way."""

    def __init__(
        self, damaged: Connection, table: str, columns: list[str], keys: list[str]
    ) -> None:
        self.whole = True
        self._damaged, self._keys, self._table = damaged, keys, table
        self._columns = ", ".join(columns)

    def read(self, fresh: Connection) -> Iterator[Row]:
        """Every row, as it is kept."""
        if self._keys == ["id"]:
            found = numbered(partial(self._ask, "id", ""))
            yield from (row[1:] for row in found)
        elif self._table == "message":
            (lowest,) = fresh.execute(
                "SELECT min(0, coalesce(min(first), 0)) FROM dialog"
            ).fetchone()
            for dialog in _dialogs(fresh):
                ask = partial(self._ask, "position", f"dialog = {dialog} AND ")
                found = numbered(ask, int(lowest))
                yield from (row[1:] for row in found)
        else:
            yield from named(self._ask_named)

    def _ask(self, key: str, where: str, low: int, high: int, order: str) -> Iterator[Row]:
        return self._select(
            f"SELECT {key}, {self._columns} FROM {self._table} "  # noqa: S608 - names are ours
            f"WHERE {where}{key} BETWEEN {low} AND {high} ORDER BY {key} {order}"
        )

    def _ask_named(self, order: str) -> Iterator[Row]:
        keys = ", ".join(f"{key} {order}" for key in self._keys)
        return self._select(f"SELECT {self._columns} FROM {self._table} ORDER BY {keys}")  # noqa: S608 - names are ours

    def _select(self, sql: str) -> Iterator[Row]:
        try:
            yield from self._damaged.execute(sql)
        except sqlite3.DatabaseError:
            self.whole = False
            raise


def _dialogs(fresh: Connection) -> range:
    """The numbers under which messages may be found, those of lost dialogs included."""
    (last,) = fresh.execute("SELECT coalesce(max(id), 0) FROM dialog").fetchone()
    return range(1, int(last) + _BEYOND)
