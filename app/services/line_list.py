"""The open lines with their settings, as the portal said last: one list for everybody who shows
lines. Tells nobody; whoever reads says so.
"""

from datetime import datetime

from app.bitrix.imopenlines import LineConfigs
from app.domain.connector import OpenLine
from app.domain.line import LineSettings
from app.services.clock import Clock


class LineList:
    """`read_at` is None before the whole list was read for the first time."""

    def __init__(self, api: LineConfigs, clock: Clock) -> None:
        self.read_at: datetime | None = None
        self.shown: tuple[OpenLine, ...] = ()
        self._api, self._clock = api, clock
        self._lines: dict[int, LineSettings] = {}

    def all(self) -> tuple[LineSettings, ...]:
        """The lines that the signed-in user may see, in the portal's order."""
        return tuple(self._lines.values())

    def get(self, line: int) -> LineSettings | None:
        """A line as it was read last."""
        return self._lines.get(line)

    async def refresh(self) -> None:
        """Read all lines.

        Raises:
            BitrixError: they could not be read; what was known stays.
        """
        found = await self._api.list()
        self._keep({each.id: each for each in found})
        self.read_at = self._clock()

    def take(self, line: LineSettings) -> bool:
        """A line that was read alone. Whether its name or its switch is new."""
        return self._keep(self._lines | {line.id: line})

    def drop(self, line: int) -> bool:
        """A line is gone. Whether it was known."""
        return self._keep({key: each for key, each in self._lines.items() if key != line})

    def _keep(self, lines: dict[int, LineSettings]) -> bool:
        before, self._lines = self.shown, lines
        self.shown = tuple(OpenLine(each.id, each.name, each.active) for each in lines.values())
        return self.shown != before
