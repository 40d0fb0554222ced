"""The journal's rows as lines for other programs, in the order in which they were committed.

The shape is a promise: fields are added, never renamed. Knows no output.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from sqlite3 import Connection
from typing import Any

import msgspec

from app.bitrix.decoding import decode
from app.bitrix.wire import UNKNOWN_TIME, Json
from app.bitrix.wire import decode as read_json
from app.domain.events import (
    Event,
    MessageAdded,
    MessageDeleted,
    MessageSeen,
    MessageUpdated,
    QueuedEvent,
    Unreadable,
)
from app.services.journal import Journal

CHUNK = 200
VERSION = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the journal. `id` is its number here, which only grows."""

    id: int
    source: str
    committed_at: str
    raw: bytes


class Tail:
    """Reads on from where it stands."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._place = 0

    async def skip(self) -> None:
        """Begin with what comes from now on."""
        self._place = await self._journal.run(_newest)

    async def read(self) -> tuple[Row, ...]:
        """The next rows, none when there are none yet."""
        rows = await self._journal.run(partial(_rows, self._place))
        self._place = rows[-1].id if rows else self._place
        return rows


def lines_of(row: Row, origin: str) -> Iterator[dict[str, Any]]:
    """One object for each event in a row: nearly always one. `origin` is the portal's address."""
    queued = decode(row.raw, row.source, origin=origin)
    raw = _raw(row.raw)
    for part, event in enumerate(queued.events or (None,)):
        yield _line(row, queued, part, event) | {"raw": raw}


def _raw(raw: bytes) -> Json:
    """What a row holds; the text of one that is no JSON."""
    try:
        return read_json(raw)
    except ValueError:
        return raw.decode("utf-8", "replace")


def _line(row: Row, queued: QueuedEvent, part: int, event: Event | None) -> dict[str, Any]:
    return {
        "version": VERSION,
        "id": row.id,
        "part": part,
        "row": queued.row,
        "name": queued.name,
        "at": None if queued.at == UNKNOWN_TIME else queued.at.isoformat(),
        "committed_at": row.committed_at,
        "source": row.source,
        "caused_by": queued.caused_by,
        "connector": getattr(event, "connector", None),
        "line": getattr(event, "line", None),
        "chat": getattr(event, "chat", None),
        "session": getattr(event, "session", None),
        "message": _message(event),
        "unreadable": event.reason if isinstance(event, Unreadable) else None,
    }


def _message(event: Event | None) -> dict[str, Any] | None:
    """What a message's event says of it; fields that it does not have are not there."""
    if not isinstance(event, MessageAdded | MessageSeen | MessageUpdated | MessageDeleted):
        return None
    names = ("portal_chat", "im", "user_id", "text", "external_ids", "attachments")
    found = {name: getattr(event, name) for name in names if hasattr(event, name)}
    built: dict[str, Any] = msgspec.to_builtins(found)
    return built


def _newest(conn: Connection) -> int:
    (newest,) = conn.execute("SELECT max(id) FROM event").fetchone()
    return newest or 0


def _rows(place: int, conn: Connection) -> tuple[Row, ...]:
    found = conn.execute(
        "SELECT event.id, source, read_at, raw FROM event JOIN batch ON batch.id = event.batch "
        "WHERE event.id > ? ORDER BY event.id LIMIT ?",
        (place, CHUNK),
    )
    return tuple(Row(*row) for row in found)
