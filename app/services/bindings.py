"""Subscriptions of the application to events: which there are, which should be, and the calls.

They belong to the application, not to one connector. Knows no window.
"""

import hashlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from sqlite3 import Connection
from typing import Self

from app.bitrix.errors import BitrixError, Refused
from app.bitrix.events import EventQueue
from app.domain.binding import RECOMMENDED, Binding, Known, Report, judge
from app.domain.problem import Problem
from app.services.channels import Channels
from app.services.clock import Clock
from app.services.failures import problem_of
from app.services.journal import Journal
from app.services.rows import load_setting, save_setting, to_json
from app.services.session import Session
from app.services.signal import Signal

_HISTORY = "bound_handlers"
#: Addresses that are remembered; the oldest go.
_MOST = 200

#: An event and the digest of an address: the address itself may carry a secret.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bound:
    """What came of one subscription of a set: `new` is False when it was there before."""

    event: str
    new: bool = False
    problem: Problem | None = None


class Bindings:
    """What the portal said last. `read_at` is None before the first reading."""

    def __init__(
        self,
        session: Session,
        channels: Channels,
        journal: Journal,
        history: dict[Key, datetime],
        clock: Clock,
    ) -> None:
        self.changed: Signal[None] = Signal()
        self.report = Report()
        self.offered: frozenset[str] = frozenset()
        self.read_at: datetime | None = None
        self.problem: Problem | None = None
        self._session = session
        self._api = EventQueue(session.caller)
        self._channels, self._journal = channels, journal
        self._history = history
        self._clock = clock

    @classmethod
    async def load(
        cls, session: Session, channels: Channels, journal: Journal, clock: Clock
    ) -> Self:
        """With the addresses that earlier runs subscribed."""
        return cls(session, channels, journal, await journal.run(_load), clock)

    @property
    def bindings(self) -> tuple[Binding, ...]:
        """All that the portal shows to this user."""
        return tuple(each.binding for each in self.report.rows)

    def plan(self) -> tuple[str, ...]:
        """The recommended events that are not subscribed; all that can be asked for when the portal
        does not show which there are.
        """
        if not self.report.hidden:
            return self.report.missing
        return tuple(each for each in RECOMMENDED if not self.offered or each in self.offered)

    async def refresh(self) -> None:
        """`events` and `event.get`.

        Raises:
            BitrixError: what was known stays, `problem` says why.
        """
        try:
            self.offered = await self._api.events()
            rows = await self._api.get_bindings()
        except BitrixError as error:
            self.problem = problem_of(error)
            self.changed.emit(None)
            raise
        self.problem, self.read_at = None, self._clock()
        self._judge(rows)

    async def bind(self, binding: Binding) -> bool:
        """Subscribe to one event: False when that was so before.

        Raises:
            BitrixError: the portal refused.
        """
        binding = replace(binding, event=binding.event.upper(), handler=binding.handler.strip())
        new = await self._api.bind(binding)
        if not binding.offline:
            await self._remember(binding)
        await self._again()
        return new

    async def bind_all(self, events: Sequence[str]) -> AsyncIterator[Bound]:
        """Subscribe to these in the offline queue, one after the other. One that is refused does
        not stop the rest.

        Raises:
            BitrixError: the portal does not answer any more.
        """
        for event in events:
            try:
                binding = Binding(event, offline=True, auth_connector=self._session.queue)
                yield Bound(event, await self._api.bind(binding))
            except Refused as error:
                yield Bound(event, problem=problem_of(error))
        await self._again()

    async def unbind(self, binding: Binding) -> int:
        """Take exactly this subscription away: how many went, 0 when it was gone before.

        Raises:
            BitrixError: the portal refused.
        """
        count = await self._api.unbind(binding)
        await self._again()
        return count

    async def _again(self) -> None:
        """What was done is done, even if the list cannot be read now."""
        try:
            self._judge(await self._api.get_bindings())
        except BitrixError as error:
            self.problem = problem_of(error)
            self.changed.emit(None)

    def judged(self, rows: Sequence[Binding]) -> Report:
        """What is to be thought of subscriptions that somebody has read."""
        allowed = self._session.capabilities
        offered = self.offered or None
        keys = {(row.event, row.handler): (row.event, _digest(row.handler)) for row in rows}
        bound = {key: self._history[kept] for key, kept in keys.items() if kept in self._history}
        homes = tuple(each.handler for each in self._channels.registrations.values())
        return judge(rows, Known(allowed.user.id, allowed.admin, offered, bound, homes))

    def _judge(self, rows: Sequence[Binding]) -> None:
        self.report = self.judged(rows)
        self.changed.emit(None)

    async def _remember(self, binding: Binding) -> None:
        key = (binding.event, _digest(binding.handler))
        self._history[key] = self._clock()
        for oldest in sorted(self._history, key=lambda each: self._history[each])[:-_MOST]:
            del self._history[oldest]
        rows = [(event, kept, at) for (event, kept), at in self._history.items()]
        await self._journal.run(partial(save_setting, _HISTORY, to_json(rows)))


def _digest(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()


def _load(conn: Connection) -> dict[Key, datetime]:
    rows = load_setting(conn, _HISTORY, list[tuple[str, str, datetime]], [])
    return {(event, kept): at for event, kept, at in rows}
