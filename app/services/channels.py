"""What this console wrote about its connectors: the portal cannot read it back.

Registrations, channel data, the unfinished registration form, which cells were switched on here
and whose data the portal dropped; in the journal. Knows no calls.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from sqlite3 import Connection
from typing import Any, Self, TypeAlias

import msgspec

from app.domain.connector import ChannelData, Registration
from app.domain.drift import Intent, Lost
from app.services.clock import Clock
from app.services.journal import Journal
from app.services.rows import load_setting, moment, save_setting, stamp, to_json

_DRAFT = "registration_draft"
_INTENTS, _LOST = "switched_on", "lost_channels"
Cell: TypeAlias = tuple[str, int]

_registration = msgspec.json.Decoder(Registration)
_data = msgspec.json.Decoder(ChannelData)
_Intents = list[tuple[str, int, Intent]]
_Losses = list[tuple[str, int, Lost]]


@dataclass(frozen=True, slots=True)
class WrittenData:
    """Channel data as it was written last, and when."""

    data: ChannelData
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """All of it, as the journal has it. `registered_at` is when a registration was written."""

    registrations: dict[str, Registration]
    registered_at: dict[str, datetime]
    written: dict[Cell, WrittenData]
    intents: dict[Cell, Intent]
    lost: dict[Cell, Lost]


class Channels:
    """Registrations by connector; data, intentions and losses by connector and line."""

    def __init__(self, journal: Journal, kept: Kept, clock: Clock) -> None:
        self.registrations = kept.registrations
        self.registered_at = kept.registered_at
        self.written = kept.written
        self.intents = kept.intents
        self.lost = kept.lost
        self._journal = journal
        self._clock = clock
        self._changing: Counter[Cell] = Counter()

    @classmethod
    async def load(cls, journal: Journal, clock: Clock) -> Self:
        """Read what earlier runs wrote."""
        return cls(journal, await journal.run(_load), clock)

    @contextmanager
    def changing(self, cells: Iterable[Cell]) -> Iterator[None]:
        """While this console changes these cells, the portal may already show what is not yet
        known here: nobody is to judge them.
        """
        own = list(cells)
        self._changing.update(own)
        try:
            yield
        finally:
            self._changing.subtract(own)

    def is_changing(self, cell: Cell) -> bool:
        """Whether this console is changing a cell right now."""
        return self._changing[cell] > 0

    async def registered(self, registration: Registration) -> None:
        """Remember a registration that the portal took."""
        key, now = registration.id.lower(), self._clock()
        row = (key, to_json(registration), stamp(now))
        await self._journal.run(partial(_store, "registration", row))
        self.registrations[key] = registration
        self.registered_at[key] = now

    async def wrote(self, connector: str, line: int, data: ChannelData) -> None:
        """Remember channel data that the portal took."""
        now = self._clock()
        row = (connector, line, to_json(data), stamp(now))
        await self._journal.run(partial(_store, "channel", row))
        self.written[connector, line] = WrittenData(data, now)
        if self.lost.pop((connector, line), None) is not None:
            await self._keep_marks()

    async def switched_on(self, connector: str, line: int, *, error: bool = False) -> None:
        """This console wants the cell to work; `error`: with the error flag that it set."""
        self.intents[connector, line] = Intent(self._clock(), error)
        await self._keep_marks()

    async def switched_off(self, connector: str, line: int) -> None:
        """This console no longer cares."""
        if self.intents.pop((connector, line), None) is not None:
            await self._keep_marks()

    async def dropped(self, connector: str, line: int, *, own: bool) -> None:
        """The portal forgot the channel data, if it had any from here; the first cause counts."""
        if (connector, line) in self.written and (connector, line) not in self.lost:
            self.lost[connector, line] = Lost(self._clock(), own)
            await self._keep_marks()

    async def forget(self, connector: str) -> None:
        """The connector is gone, and with it everything that was written about it."""
        await self._journal.run(partial(_forget, connector))
        self.registrations.pop(connector, None)
        self.registered_at.pop(connector, None)
        for kept in (self.written, self.intents, self.lost):
            for key in [each for each in kept if each[0] == connector]:
                del kept[key]
        await self._keep_marks()

    async def _keep_marks(self) -> None:
        for name, marks in ((_INTENTS, self.intents), (_LOST, self.lost)):
            rows = [[*key, value] for key, value in marks.items()]
            await self._journal.run(partial(save_setting, name, to_json(rows)))

    async def draft(self) -> dict[str, Any]:
        """The unfinished registration form."""
        return await self._journal.run(_load_draft)

    async def save_draft(self, draft: dict[str, Any]) -> None:
        """Keep the unfinished registration form; an empty one forgets it."""
        await self._journal.run(partial(save_setting, _DRAFT, to_json(draft)))


def _load(conn: Connection) -> Kept:
    rows = conn.execute("SELECT connector, value, written_at FROM registration").fetchall()
    written = {
        (row[0], row[1]): WrittenData(_data.decode(row[2]), moment(row[3]))
        for row in conn.execute("SELECT connector, line, value, written_at FROM channel")
    }
    return Kept(
        {row[0]: _registration.decode(row[1]) for row in rows},
        {row[0]: moment(row[2]) for row in rows},
        written,
        {(key, line): mark for key, line, mark in load_setting(conn, _INTENTS, _Intents, [])},
        {(key, line): mark for key, line, mark in load_setting(conn, _LOST, _Losses, [])},
    )


def _store(table: str, row: tuple[object, ...], conn: Connection) -> None:
    marks = ", ".join("?" * len(row))
    conn.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", row)  # noqa: S608 - tables are ours


def _forget(connector: str, conn: Connection) -> None:
    conn.execute("DELETE FROM registration WHERE connector = ?", (connector,))
    conn.execute("DELETE FROM channel WHERE connector = ?", (connector,))


def _load_draft(conn: Connection) -> dict[str, Any]:
    return load_setting(conn, _DRAFT, dict[str, Any], {})
