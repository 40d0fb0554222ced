"""Connectors of the portal on its open lines: the calls that register, switch and describe them.

Knows no window and no queue. What is known of them is read in `known_connectors`.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from app.bitrix.transport import PagedCaller
from app.domain.connector import (
    ChannelData,
    LineStatus,
    Registration,
)
from app.domain.events import StatusDeleted
from app.services.channels import Channels
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.grid import StatusChange
from app.services.inbox import Inbox
from app.services.known_connectors import KnownConnectors
from app.services.steps import StepName, StepResult, connecting, take_steps
from app.services.switching import Switching
from app.services.traffic import Traffic


class Connectors(KnownConnectors):
    """What is known of them, and the calls that change it.

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
        super().__init__(caller, channels, dialogs, inbox, clock)
        self.draft = channels.draft
        self.save_draft = channels.save_draft
        self._switching = Switching(self._api)
        self._traffic = traffic

    async def register(self, registration: Registration) -> None:
        """Create or update a connector. All seven switches are sent.

        Raises:
            BitrixError: the portal refused.
        """
        registration = replace(registration, id=registration.id.lower())
        await self._api.register(registration)
        await self._channels.registered(registration)
        self._grid.names[registration.id] = registration.name
        self.teach_signatures()
        await self.read_cells([(registration.id, line.id) for line in self._grid.lines])
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

    async def _settled(self, connector: str, line: int, *, working: bool) -> LineStatus | None:
        status = await self._switching.settled(connector, line, working=working)
        if status is not None:
            self._grid.take((status,))
        else:
            self._grid.statuses.pop((connector, line), None)
        self.changed.emit(None)
        return status
