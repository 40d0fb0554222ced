"""Connectors of the portal, its open lines, and the state of each on each.

Knows no window and no queue; what happened elsewhere comes in through `Inbox.applied`.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime

from app.bitrix.errors import BitrixError
from app.bitrix.imconnector import ImConnector
from app.bitrix.imopenlines import LineConfigs
from app.bitrix.transport import PagedCaller
from app.domain.connector import (
    ChannelData,
    Connector,
    LineStatus,
    OpenLine,
    Registration,
)
from app.domain.dialog import DialogState
from app.domain.drift import Lost
from app.domain.events import Event, StatusDeleted
from app.domain.problem import Problem
from app.services.channels import Channels, WrittenData
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.failures import problem_of
from app.services.grid import Grid, Impact, StatusChange
from app.services.grid_reading import GridReading
from app.services.inbox import Inbox
from app.services.line_list import LineList
from app.services.signal import Signal
from app.services.steps import StepName, StepResult, connecting, take_steps
from app.services.switching import Switching
from app.services.traffic import Traffic


class Connectors:
    """What the portal said last about its connectors and lines, and the calls that change it.

    `draft` and `save_draft` keep the unfinished registration form.
    """

    def __init__(
        self,
        caller: PagedCaller,
        channels: Channels,
        dialogs: Dialogs,
        inbox: Inbox,
        *,
        traffic: Traffic,
        clock: Clock,
    ) -> None:
        self.changed: Signal[None] = Signal()
        self.read_at: datetime | None = None
        self.problem: Problem | None = None
        self._strangers: set[str] = set()
        self._unread: set[str] = set()
        self.draft = channels.draft
        self.save_draft = channels.save_draft
        self._api = ImConnector(caller)
        self._switching = Switching(self._api)
        self._channels = channels
        self._dialogs = dialogs
        self._inbox = inbox
        self._traffic = traffic
        self._clock = clock
        self.line_list = LineList(LineConfigs(caller), clock)
        self._grid = Grid(channels, self.line_list)
        self._reading = GridReading(self._api, self.line_list, self._grid, channels)
        self._teach_signatures()
        inbox.applied.connect(self._note)

    def connectors(self) -> tuple[Connector, ...]:
        """Own ones first, then those of other applications, then the portal's own; by name."""
        return self._grid.connectors()

    @property
    def listed(self) -> dict[str, str] | None:
        """The names as the portal listed them last, None while it keeps them from us."""
        return self._reading.listed

    def lines(self) -> tuple[OpenLine, ...]:
        """The open lines that the signed-in user may see."""
        return self._grid.lines

    def status(self, connector: str, line: int) -> LineStatus | None:
        """A cell, None when it was never read."""
        return self._grid.statuses.get((connector, line))

    def channel_data(self, connector: str, line: int) -> WrittenData | None:
        """What this console wrote last as channel data; the portal cannot tell."""
        return self._channels.written.get((connector, line))

    def lost_data(self, connector: str, line: int) -> Lost | None:
        """Whether and since when the portal no longer has what was written as channel data."""
        return self._channels.lost.get((connector, line))

    def registration(self, connector: str) -> Registration | None:
        """What this console registered last under this id."""
        return self._channels.registrations.get(connector)

    def signs(self, connector: str) -> bool:
        """Whether texts of a connector begin with the operator's name, as far as is known here."""
        return self._inbox.signed.get(connector, True)

    def impact(self, connector: str) -> Impact:
        """What would be cut off if the connector were unregistered."""
        opened = sum(
            dialog.connector == connector and dialog.state is DialogState.OPEN
            for dialog in self._dialogs.all()
        )
        return Impact(self._grid.lines_of(connector), opened)

    @property
    def outdated(self) -> bool:
        """Whether an event has named a connector that was not in the last reading."""
        return bool(self._unread - self._grid.names.keys())

    def is_old(self, seconds: float) -> bool:
        """Whether what is known was read longer ago than that. The first reading belongs to whoever
        opens the desk; it is old when it failed.
        """
        if self.read_at is None:
            return self.problem is not None
        return self.outdated or (self._clock() - self.read_at).total_seconds() > seconds

    async def refresh(self) -> None:
        """Read connectors, lines and every cell. A single cell that is refused is unknown then, and
        `problem` says why.

        Raises:
            BitrixError: something could not be read; what was known stays, `problem` says why.
        """
        self._unread.clear()
        try:
            problem = await self._reading.everything()
        except BitrixError as error:
            self.problem = problem_of(error)
            self.changed.emit(None)
            raise
        self.read_at = self._clock()
        self.problem = problem
        self.changed.emit(None)

    async def reread(self, places: Sequence[tuple[str, int]]) -> None:
        """Lines, names and these cells alone: for a look in the background.

        Raises:
            BitrixError: something could not be read; what was known stays.
        """
        await self._reading.names()
        await self._reading.cells(places)
        self.changed.emit(None)

    async def register(self, registration: Registration) -> None:
        """Create or update a connector. All seven switches are sent.

        Raises:
            BitrixError: the portal refused.
        """
        registration = replace(registration, id=registration.id.lower())
        await self._api.register(registration)
        await self._channels.registered(registration)
        self._grid.names[registration.id] = registration.name
        self._teach_signatures()
        await self._read_cells([(registration.id, line.id) for line in self._grid.lines])
        self.changed.emit(None)

    async def activate(self, connector: str, line: int) -> StatusChange:
        """Switch a connector on for a line, or on again after an error.

        Raises:
            BitrixError: the portal refused.
        """
        before = self.status(connector, line)
        await self._switching.on(connector, line)
        await self._channels.switched_on(connector, line)
        return StatusChange(before, await self._settled(connector, line, working=True))

    async def deactivate(self, connector: str, line: int) -> StatusChange:
        """Switch a connector off for a line; the line's channel data is lost with it.

        Raises:
            BitrixError: the portal refused.
        """
        before = self.status(connector, line)
        with self._channels.changing([(connector, line)]):
            fallback = await self._switching.off(connector, line)
            await self._channels.switched_off(connector, line)
            await self._channels.dropped(connector, line, own=True)
        await self._inbox.apply_own(StatusDeleted(connector, line))
        after = await self._settled(connector, line, working=False)
        return StatusChange(before, after, fallback)

    async def look(self, connector: str, line: int) -> LineStatus:
        """Read one cell again.

        Raises:
            BitrixError: it could not be read.
        """
        status = await self._api.status(connector, line)
        self._grid.take((status,))
        self.changed.emit(None)
        return status

    async def set_data(self, connector: str, line: int, data: ChannelData) -> None:
        """Describe the channel; all four fields go in one call.

        Raises:
            BitrixError: the portal refused.
        """
        await self._api.data_set(connector, line, data)
        await self._channels.wrote(connector, line, data)
        self.changed.emit(None)

    async def set_error(self, connector: str, line: int) -> StatusChange:
        """Mark the channel as broken: the line refuses messages until it is activated again.

        Raises:
            BitrixError: the portal refused.
        """
        before = self.status(connector, line)
        with self._channels.changing([(connector, line)]):
            await self._api.set_error(connector, line)
            await self._channels.switched_on(connector, line, error=True)
        return StatusChange(before, await self._settled(connector, line, working=False))

    async def unregister(self, connector: str) -> None:
        """Remove a connector from the portal and from every line. Chats stay.

        Raises:
            BitrixError: the portal refused.
        """
        lines = self._grid.lines_of(connector)
        cells = [cell for cell in self._channels.intents if cell[0] == connector]
        with self._channels.changing(cells):
            await self._api.unregister(connector)
            await self._channels.forget(connector)
        for line in lines:
            await self._inbox.apply_own(StatusDeleted(connector, line.id))
        self._grid.drop(connector)
        self.changed.emit(None)

    async def line_added(self, line: int) -> None:
        """A line was made: its cells are read. Why they could not be is `problem`."""
        await self._read_cells([(connector, line) for connector in self._grid.names])
        self.changed.emit(None)

    @asynccontextmanager
    async def deleting_line(self, line: int) -> AsyncIterator[None]:
        """This console deletes a line itself: nobody has to be told that its channels are off."""
        cells = [each for each in self._channels.intents if each[1] == line]
        with self._channels.changing(cells):
            yield
            for cell in cells:
                await self._channels.switched_off(*cell)

    def connect(
        self,
        registration: Registration,
        line: int,
        data: ChannelData,
        *,
        start: StepName = "register",
    ) -> AsyncIterator[StepResult]:
        """From nothing to a connector that works, in the vendor's order, or from `start` on. One
        step is done each time the next one is asked for; the last is the first that fails.
        """
        steps = connecting(self, registration, line, data)
        wanted = list(steps)[list(steps).index(start) :]
        return take_steps({name: steps[name] for name in wanted}, self._traffic)

    async def _read_cells(self, places: Sequence[tuple[str, int]]) -> None:
        """What was done is done either way, so a portal that does not answer now leaves the cells
        unknown until the next refresh.
        """
        try:
            self.problem = await self._reading.cells(places) or self.problem
        except BitrixError as error:
            self.problem = problem_of(error)

    async def _settled(self, connector: str, line: int, *, working: bool) -> LineStatus | None:
        status = await self._switching.settled(connector, line, working=working)
        if status is not None:
            self._grid.take((status,))
        else:
            self._grid.statuses.pop((connector, line), None)
        self.changed.emit(None)
        return status

    def _teach_signatures(self) -> None:
        """Texts of connectors that are registered without signature begin with no name."""
        self._inbox.signed = {
            key: each.flags.get("NEED_SIGNATURE", True)
            for key, each in self._channels.registrations.items()
        }

    def _note(self, event: Event) -> None:
        """A connector or a line went away, by our doing or elsewhere; or a connector is named that
        we do not know. That counts once: the portal may keep it from us.
        """
        named = getattr(event, "connector", "")
        stranger = bool(named) and named not in self._grid.names and named not in self._strangers
        if stranger:
            self._strangers.add(named)
            self._unread.add(named)
        if self._grid.note(event, self._clock()) or stranger:
            self.changed.emit(None)
