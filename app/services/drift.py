"""Watches the connectors that were switched on here: somebody else may switch them off, delete
their line or take them over. Tells once for each occurrence and mends it when asked.

Only reads, so a read-only profile is watched too. Knows no window and no queue of events: what
happened comes in through `Inbox.applied`, and is confirmed by a look before anything is told.
"""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Self

from app.bitrix.errors import BitrixError
from app.bitrix.records import polling
from app.domain.drift import Cell, DriftKind, Notice, is_over, judge_cell, taken_over
from app.domain.events import Event, LineDeleted, StatusDeleted
from app.services.channels import Channels
from app.services.clock import Alarm, Clock
from app.services.connectors import Connectors
from app.services.failures import NotPossible
from app.services.inbox import Inbox
from app.services.journal import Journal
from app.services.rows import load_setting, save_setting, to_json
from app.services.session import Session
from app.services.signal import Signal

_NOTICES = "drift_notices"
_NEVER = datetime.min.replace(tzinfo=UTC)

log = logging.getLogger(__name__)


class Drift:
    """Somebody has to run `run`. `told` is emitted when something is found for the first time."""

    def __init__(
        self,
        session: Session,
        connectors: Connectors,
        channels: Channels,
        inbox: Inbox,
        journal: Journal,
        *,
        known: Sequence[Notice],
        pace: float,
        clock: Clock,
    ) -> None:
        self.changed: Signal[None] = Signal()
        self.told: Signal[Notice] = Signal()
        self._all = {each.key: each for each in known}
        self._session, self._connectors, self._channels = session, connectors, channels
        self._journal, self._pace, self._clock = journal, pace, clock
        self._alarm = Alarm()
        self._turn = asyncio.Lock()  # an old look must not speak of what is being mended
        self._named: dict[tuple[str, int], datetime] = {}
        self._deleted: set[int] = set()
        self._listed: dict[str, str] = {}  # our names that the portal's list has shown
        self._judged_at = connectors.read_at
        inbox.applied.connect(self._on_event)
        connectors.changed.connect(self._on_connectors)

    @classmethod
    async def load(
        cls,
        session: Session,
        connectors: Connectors,
        channels: Channels,
        inbox: Inbox,
        journal: Journal,
        *,
        pace: float,
        clock: Clock,
    ) -> Self:
        """With what earlier runs told and what was dismissed of it."""
        load = partial(load_setting, name=_NOTICES, shape=list[Notice], otherwise=[])
        known = await journal.run(load)
        parts = (session, connectors, channels, inbox, journal)
        return cls(*parts, known=known, pace=pace, clock=clock)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is to be looked at, the worst first; without those that were dismissed."""
        order = list(DriftKind)
        found = (each for each in self._all.values() if not each.dismissed)
        return tuple(sorted(found, key=lambda each: (order.index(each.kind), each.key)))

    async def run(self) -> None:
        """Look now and then, and at once when an event speaks of one of our cells."""
        while True:
            await self._alarm.nap(self._pace)
            if self._has_read_the_same():
                continue
            try:
                with polling():
                    await self.check()
            except BitrixError as error:
                log.info("Connectors could not be looked at: %s", error)

    async def check(self) -> None:
        """Look at every cell that was switched on here.

        Raises:
            BitrixError: it cannot be read now; nothing is told.
        """
        if self._session.signed_out is not None:
            return
        async with self._turn:
            cells = tuple(self._channels.intents)
            if cells:
                await self._connectors.reread(cells)
            await self._judge()

    async def dismiss(self, notice: Notice) -> None:
        """Not to be shown again while its cause lasts. A deleted line does not come back, so its
        cell is forgotten.
        """
        if notice.kind is DriftKind.LINE_DELETED:
            await self._channels.switched_off(notice.connector, notice.line)
            self._all.pop(notice.key, None)
        elif notice.key in self._all:
            self._all[notice.key] = replace(notice, dismissed=True)
        await self._keep()

    async def heal(self, notice: Notice) -> None:
        """Register, activate and describe again, as far as it needs that, then look.

        Raises:
            BitrixError: the portal refused; the notice stays.
            NotPossible: every call went well, but the portal still says that it does not work.
        """
        async with self._turn:
            await self._heal(notice)

    async def _heal(self, notice: Notice) -> None:
        connector, line = notice.connector, notice.line
        registration = self._connectors.registration(connector)
        again = notice.kind in (DriftKind.GONE, DriftKind.TAKEN_OVER)
        if again and registration is not None:
            await self._connectors.register(registration)
        if line:
            await self._mend_cell(notice)
        self._all.pop(notice.key, None)
        await self._keep()
        if line:
            status = await self._connectors.look(connector, line)
            if not status.status:
                raise NotPossible("NOT_WORKING")

    async def _mend_cell(self, notice: Notice) -> None:
        cell = (notice.connector, notice.line)
        if notice.kind is not DriftKind.DATA_LOST:
            change = await self._connectors.activate(*cell)
            if change.after is not None and not change.after.status:
                raise NotPossible("NOT_WORKING")
        written = self._connectors.channel_data(*cell)
        if written is not None:
            await self._connectors.set_data(*cell, written.data)

    async def _judge(self) -> None:
        self._judged_at = self._connectors.read_at
        found = {each.key: each for each in self._found()}
        for cell in [key[:2] for key, each in found.items() if each.kind in _DROPPING]:
            await self._channels.dropped(*cell, own=False)
        self._named.clear()
        new = [each for key, each in found.items() if key not in self._all]
        before = self._all
        unread = {key: each for key, each in before.items() if self._is_unread(each)}
        self._all = unread | {key: before.get(key, each) for key, each in found.items()}
        if self._all != before:
            await self._keep()
        for each in new:
            log.info("%s on line %s: %s", each.connector, each.line, each.kind)
            self.told.emit(each)

    def _has_read_the_same(self) -> bool:
        """Everything was read for another reason and shows what is known: no call is needed. What
        it shows otherwise may be an old answer that came late, so that is looked at again.
        """
        fresh = self._connectors.read_at != self._judged_at and not self._named
        self._judged_at = self._connectors.read_at
        return fresh and {each.key for each in self._found()} == self._all.keys()

    def _is_unread(self, notice: Notice) -> bool:
        """Whether its cell could not be read this time, so that nothing new is known of it."""
        cell = (notice.connector, notice.line)
        unknown = self._connectors.status(*cell) is None or self._channels.is_changing(cell)
        return unknown and cell in self._channels.intents

    def _found(self) -> Iterator[Notice]:
        now, listed = self._clock(), self._connectors.listed
        lines = {each.id for each in self._connectors.lines()} - self._deleted
        read = self._connectors.read_at is not None or bool(lines)
        for (connector, line), intent in self._channels.intents.items():
            if self._channels.is_changing((connector, line)):
                continue
            cell = Cell(
                intent,
                self._connectors.status(connector, line),
                line in lines if read else None,
                connector in listed if listed is not None else None,
                self._channels.lost.get((connector, line)),
                (connector, line) in self._channels.written,
                self._spoken_of((connector, line)) > intent.since,
            )
            kind = judge_cell(cell, now)
            if kind is not None:
                yield Notice(kind, connector, line, now)
        for connector in {each[0] for each in self._channels.intents}:
            ours = self._registered(connector)
            was_listed = ours is not None and self._listed.get(connector) == ours[0]
            name = taken_over(connector, ours, listed, now, was_listed=was_listed)
            if name:
                yield Notice(DriftKind.TAKEN_OVER, connector, 0, now, name)

    def _spoken_of(self, cell: tuple[str, int]) -> datetime:
        """When an event or a notice last told of a cell."""
        told = [each.at for key, each in self._all.items() if key[:2] == cell]
        return max([self._named.get(cell, _NEVER), *told])

    def _registered(self, connector: str) -> tuple[str, datetime] | None:
        known = self._channels.registrations.get(connector)
        return (known.name, self._channels.registered_at[connector]) if known is not None else None

    async def _keep(self) -> None:
        notices = to_json(list(self._all.values()))
        await self._journal.run(partial(save_setting, _NOTICES, notices))
        self.changed.emit(None)

    def _on_event(self, event: Event) -> None:
        cells = self._channels.intents
        match event:
            case StatusDeleted() if (event.connector, event.line) in cells:
                self._named[event.connector, event.line] = self._clock()
            case LineDeleted() if any(line == event.line for _, line in cells):
                self._deleted.add(event.line)
                self._named |= {cell: self._clock() for cell in cells if cell[1] == event.line}
            case _:
                return
        self._alarm.ring()

    def _on_connectors(self, _: None) -> None:
        """Everything was read for another reason: that is good for us too. So is our own work."""
        listed = self._connectors.listed or {}
        own = ((key, each.name) for key, each in self._channels.registrations.items())
        self._listed |= {key: name for key, name in own if listed.get(key) == name}
        if self._connectors.read_at != self._judged_at or self._is_outdated():
            self._alarm.ring()

    def _is_outdated(self) -> bool:
        return any(
            is_over(each, self._channels.intents.get(key[:2]), self._connectors.status(*key[:2]))
            for key, each in self._all.items()
        )


_DROPPING = frozenset({DriftKind.DISCONNECTED, DriftKind.GONE, DriftKind.LINE_DELETED})
