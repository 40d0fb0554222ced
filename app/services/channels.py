"""What this console wrote about its connectors: the portal cannot read it back.

Registrations, channel data and the unfinished registration form, in the journal. Knows no calls.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from sqlite3 import Connection
from typing import Any, Self

import msgspec

from app.domain.connector import ChannelData, Registration
from app.services.clock import Clock
from app.services.journal import Journal
from app.services.rows import moment, stamp, to_json

_DRAFT = "registration_draft"

_registration = msgspec.json.Decoder(Registration)
_data = msgspec.json.Decoder(ChannelData)


@dataclass(frozen=True, slots=True)
class WrittenData:
    """Channel data as it was written last, and when."""

    data: ChannelData
    written_at: datetime


class Channels:
    """Registrations by connector and channel data by connector and line."""

    def __init__(
        self,
        journal: Journal,
        registrations: dict[str, Registration],
        written: dict[tuple[str, int], WrittenData],
        clock: Clock,
    ) -> None:
        self.registrations = registrations
        self.written = written
        self._journal = journal
        self._clock = clock

    @classmethod
    async def load(cls, journal: Journal, clock: Clock) -> Self:
        """Read what earlier runs wrote."""
        return cls(journal, *(await journal.run(_load)), clock)

    async def registered(self, registration: Registration) -> None:
        """Remember a registration that the portal took."""
        key = registration.id.lower()
        row = (key, to_json(registration), stamp(self._clock()))
        await self._journal.run(partial(_store, "registration", row))
        self.registrations[key] = registration

    async def wrote(self, connector: str, line: int, data: ChannelData) -> None:
        """Remember channel data that the portal took."""
        now = self._clock()
        row = (connector, line, to_json(data), stamp(now))
        await self._journal.run(partial(_store, "channel", row))
        self.written[connector, line] = WrittenData(data, now)

    async def forget(self, connector: str) -> None:
        """The connector is gone, and with it everything that was written about it."""
        await self._journal.run(partial(_forget, connector))
        self.registrations.pop(connector, None)
        for key in [each for each in self.written if each[0] == connector]:
            del self.written[key]

    async def draft(self) -> dict[str, Any]:
        """The unfinished registration form."""
        return await self._journal.run(_load_draft)

    async def save_draft(self, draft: dict[str, Any]) -> None:
        """Keep the unfinished registration form; an empty one forgets it."""
        await self._journal.run(partial(_save_draft, json.dumps(draft, ensure_ascii=False)))


def _load(
    conn: Connection,
) -> tuple[dict[str, Registration], dict[tuple[str, int], WrittenData]]:
    registrations = {
        row[0]: _registration.decode(row[1])
        for row in conn.execute("SELECT connector, value FROM registration")
    }
    written = {
        (row[0], row[1]): WrittenData(_data.decode(row[2]), moment(row[3]))
        for row in conn.execute("SELECT connector, line, value, written_at FROM channel")
    }
    return registrations, written


def _store(table: str, row: tuple[object, ...], conn: Connection) -> None:
    marks = ", ".join("?" * len(row))
    conn.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", row)  # noqa: S608 - tables are ours


def _forget(connector: str, conn: Connection) -> None:
    conn.execute("DELETE FROM registration WHERE connector = ?", (connector,))
    conn.execute("DELETE FROM channel WHERE connector = ?", (connector,))


def _load_draft(conn: Connection) -> dict[str, Any]:
    row = conn.execute("SELECT value FROM setting WHERE name = ?", (_DRAFT,)).fetchone()
    draft: dict[str, Any] = {} if row is None else json.loads(row[0])
    return draft


def _save_draft(text: str, conn: Connection) -> None:
    conn.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (_DRAFT, text))
