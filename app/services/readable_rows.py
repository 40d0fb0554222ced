"""Reads the rows of a damaged SQLite file that can still be read, around those that cannot.

A page that cannot be read hides the rows on it and those that are reached through it. Rows are
asked for by number, so that the search goes on behind such a page. Knows no table by name.
"""

import shutil
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import Any, TypeAlias

Row: TypeAlias = tuple[Any, ...]
#: Rows whose number lies between two, both included, in either direction; the number comes first.
Ask: TypeAlias = Callable[[int, int, str], Iterator[Row]]

_LAST = (1 << 63) - 1
#: How far beyond an unreadable place another readable one is looked for.
_FURTHEST = 40
#: After so many questions in a row without an answer nothing is expected of a place any more: the
#: numbers on a damaged page can be anything, and a hole between two of them as wide as one likes.
_PATIENCE = 5_000
_HEAD = 100


def open_damaged(copy: Path, sample: Path) -> Connection:
    """Open a copy of a damaged file that nobody else needs. Where its first bytes are no database's
    they are taken from `sample`, a sound file of the same kind. When no way leads to any of its
    tables, an empty database is opened in its place.
    """
    with suppress(sqlite3.DatabaseError):
        return _open(copy)
    _mend_head(copy, sample)
    with suppress(sqlite3.DatabaseError):
        return _open(copy)
    return sqlite3.connect(":memory:")


def _open(copy: Path) -> Connection:
    connection = sqlite3.connect(copy, isolation_level=None)
    try:
        # With it SQLite reads what there is of a file that was cut off.
        connection.execute("PRAGMA writable_schema = ON")
        connection.text_factory = lambda text: text.decode("utf-8", "replace")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _mend_head(copy: Path, sample: Path) -> None:
    """Every file of one kind begins alike, but for its length."""
    with sample.open("rb") as sound:
        head = bytearray(sound.read(_HEAD))
    size = int.from_bytes(head[16:18], "big")
    head[28:32] = (copy.stat().st_size // size).to_bytes(4, "big")
    head[92:96] = head[24:28]  # the length counts as written by whoever changed the file last
    with copy.open("r+b") as file:
        file.write(head)


def copy_with_log(path: Path, to: Path) -> None:
    """A copy of a file that nobody writes to, with what its log holds and the file does not yet.

    Raises:
        OSError: it cannot be read, or there is no room.
    """
    shutil.copyfile(path, to)
    with suppress(FileNotFoundError):
        shutil.copyfile(f"{path}-wal", f"{to}-wal")


def numbered(ask: Ask, low: int = 0) -> Iterator[Row]:
    """Every row from a number on that can be reached, each once, in no order."""
    ask = partial(_in_order, ask)
    while True:
        try:
            for row in ask(low, _LAST, "ASC"):
                yield row
                low = row[0] + 1
        except sqlite3.DatabaseError:
            found = _behind(ask, low)
            if found is None:
                return
            yield from _between(ask, low, found - 1)
            low = found
        else:
            return


def _in_order(ask: Ask, low: int, high: int, order: str) -> Iterator[Row]:
    """On a damaged page rows can come in any order, and round in circles: that is damage, too."""
    for row in ask(low, high, order):
        if not low <= row[0] <= high:
            raise sqlite3.DatabaseError("rows out of order")
        yield row
        low, high = (row[0] + 1, high) if order == "ASC" else (low, row[0] - 1)


def named(ask: Callable[[str], Iterator[Row]]) -> Iterator[Row]:
    """Rows without numbers: from both ends, as far as it goes; some may come twice."""
    for order in ("ASC", "DESC"):
        try:
            yield from ask(order)
        except sqlite3.DatabaseError:
            continue
        return


def _behind(ask: Ask, low: int) -> int | None:
    """The number of a row that can be read behind an unreadable place."""
    for power in range(_FURTHEST):
        try:
            row = next(ask(low + (1 << power), _LAST, "ASC"), None)
        except sqlite3.DatabaseError:
            continue
        return None if row is None else int(row[0])
    return None


def _between(ask: Ask, low: int, high: int) -> Iterator[Row]:
    """Every row between two numbers: from both ends, then in halves of what is left."""
    left, patience = deque([(low, high)]), _PATIENCE
    while left and patience:
        low, high = left.popleft()
        patience -= 1
        for order in ("ASC", "DESC"):
            try:
                for row in ask(low, high, order):
                    yield row
                    patience = _PATIENCE
                    low, high = (row[0] + 1, high) if order == "ASC" else (low, row[0] - 1)
            except sqlite3.DatabaseError:
                continue
            break
        else:
            middle = (low + high) // 2
            if low < high:
                left += [(low, middle), (middle + 1, high)]
