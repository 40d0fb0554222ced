"""What the portal said last about its connectors, its open lines, and the state of each on each.

Reads, and hears through `Inbox.applied` what happened elsewhere; changes nothing at the portal.
"""

from collections.abc import Sequence
from datetime import datetime

from app.bitrix.errors import BitrixError
from app.bitrix.imconnector import ImConnector
from app.bitrix.imopenlines import LineConfigs
from app.bitrix.transport import PagedCaller
from app.domain.connector import Connector, LineStatus, OpenLine, Registration
from app.domain.dialog import DialogState
from app.domain.drift import Lost
from app.domain.events import Event
from app.domain.problem import Problem
from app.services.channels import Channels, WrittenData
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.failures import problem_of
from app.services.grid import Grid, Impact
from app.services.grid_reading import GridReading
from app.services.inbox import Inbox
from app.services.line_list import LineList
from app.services.signal import Signal


class KnownConnectors:
    """`changed` tells that something of it is different, or could not be read."""

    def __init__(
        self,
        caller: PagedCaller,
        channels: Channels,
        dialogs: Dialogs,
        inbox: Inbox,
        clock: Clock,
    ) -> None:
        self.changed: Signal[None] = Signal()
        self.read_at: datetime | None = None
        self.problem: Problem | None = None
        self._strangers: set[str] = set()
        self._unread: set[str] = set()
        self._api = ImConnector(caller)
        self._channels = channels
        self._dialogs = dialogs
        self._inbox = inbox
        self._clock = clock
        self.line_list = LineList(LineConfigs(caller), clock)
        self._grid = Grid(channels, self.line_list)
        self._reading = GridReading(self._api, self.line_list, self._grid, channels)
        self.teach_signatures()
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

    async def look(self, connector: str, line: int) -> LineStatus:
        """Read one cell again.

        Raises:
            BitrixError: it could not be read.
        """
        status = await self._api.status(connector, line)
        self._grid.take((status,))
        self.changed.emit(None)
        return status

    async def line_added(self, line: int) -> None:
        """A line was made: its cells are read. Why they could not be is `problem`."""
        await self.read_cells([(connector, line) for connector in self._grid.names])
        self.changed.emit(None)

    async def read_cells(self, places: Sequence[tuple[str, int]]) -> None:
        """What was done is done either way, so a portal that does not answer now leaves the cells
        unknown until the next refresh.
        """
        try:
            self.problem = await self._reading.cells(places) or self.problem
        except BitrixError as error:
            self.problem = problem_of(error)

    def teach_signatures(self) -> None:
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
