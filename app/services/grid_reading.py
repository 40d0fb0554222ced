"""Reads connectors, lines and cells from the portal into the grid. Decides nothing."""

from collections.abc import Sequence

from app.bitrix.errors import AccessDenied
from app.bitrix.imconnector import ImConnector
from app.domain.problem import Problem
from app.services.channels import Channels
from app.services.failures import problem_of
from app.services.grid import Grid
from app.services.line_list import LineList


class GridReading:
    """`listed` are the names as the portal listed them last, None while it keeps them from us."""

    def __init__(self, api: ImConnector, lines: LineList, grid: Grid, channels: Channels) -> None:
        self.listed: dict[str, str] | None = None
        self._api, self._lines = api, lines
        self._grid, self._channels = grid, channels

    async def everything(self) -> Problem | None:
        """Lines, connectors and every cell. Answers why the list or a cell could not be read.

        Raises:
            BitrixError: something could not be read; what was known stays.
        """
        denied = await self.names()
        pairs = [(key, line.id) for key in self._grid.names for line in self._grid.lines]
        unread = await self.cells(pairs)
        return denied or unread

    async def names(self) -> Problem | None:
        """Lines and connectors. Without the right to see the list, own connectors are still known;
        answers why there are no others.

        Raises:
            BitrixError: something could not be read; what was known stays.
        """
        await self._lines.refresh()
        own = {key: each.name for key, each in self._channels.registrations.items()}
        try:
            self.listed = await self._api.list()
        except AccessDenied as denied:
            self.listed, self._grid.names = None, own
            return problem_of(denied)
        self._grid.names = own | self.listed
        return None

    async def cells(self, places: Sequence[tuple[str, int]]) -> Problem | None:
        """Many cells. Answers why single ones could not be read.

        Raises:
            BitrixError: none could be read.
        """
        answers = await self._api.statuses(places) if places else ()
        error = self._grid.take_answers(places, answers)
        return problem_of(error) if error is not None else None
