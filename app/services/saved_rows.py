"""The rows that came from the portal, on disk as they came: new, waiting, set aside.

Knows the tables `batch` and `event`, nothing of what a row means.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection

from app.services.rows import moment

#: Rows that are applied in one transaction.
CHUNK = 100
#: Rows that were set aside are shown so many at a time.
SHOWN = 500


@dataclass(frozen=True, slots=True)
class UnreadableRow:
    """A row that was set aside: why it could not be understood or applied, and what it holds."""

    id: int
    name: str
    at: datetime
    reason: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A row that was saved and not applied yet."""

    id: int
    raw: bytes
    source: str


def save_rows(
    process: str, now: str, rows: Sequence[tuple[int, str, str, bytes, str]], conn: Connection
) -> int:
    """Keep rows of one batch. Answers how many are new; known ones are ignored."""
    if not rows:
        return 0
    cursor = conn.execute("INSERT INTO batch (process, read_at) VALUES (?, ?)", (process, now))
    before = conn.total_changes
    conn.executemany(
        "INSERT OR IGNORE INTO event (batch, row, name, message_id, raw, source) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        [(cursor.lastrowid, *row) for row in rows],
    )
    return conn.total_changes - before


def waiting_rows(conn: Connection) -> list[WaitingRow]:
    """The oldest rows that were not applied yet, as many as fit into one transaction."""
    rows = conn.execute(
        "SELECT id, raw, source FROM event WHERE applied = 0 ORDER BY id LIMIT ?", (CHUNK,)
    )
    return [WaitingRow(*row) for row in rows]


def unreadable_rows(conn: Connection) -> tuple[UnreadableRow, ...]:
    """The newest rows that were set aside, oldest first."""
    newest = "SELECT id FROM event WHERE unreadable != '' ORDER BY id DESC LIMIT ?"
    rows = conn.execute(
        "SELECT event.id, name, read_at, unreadable, raw FROM event "  # noqa: S608 - ours
        f"JOIN batch ON batch.id = event.batch WHERE event.id IN ({newest}) ORDER BY event.id",
        (SHOWN,),
    )
    return tuple(UnreadableRow(row[0], row[1], moment(row[2]), *row[3:]) for row in rows)


def take_back(ids: Sequence[int], conn: Connection) -> None:
    """Rows that were set aside wait again."""
    conn.executemany(
        "UPDATE event SET applied = 0, unreadable = '' WHERE id = ? AND unreadable != ''",
        [(each,) for each in ids],
    )
