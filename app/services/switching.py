"""Switches connectors on and off, and reads what came of it: a portal can lag behind its answer."""

import asyncio

from app.bitrix.errors import BitrixError, MethodMissing
from app.bitrix.imconnector import ImConnector
from app.domain.connector import LineStatus
from app.services.clock import Sleep

#: A portal writes a changed status after its answer: how long to wait before the next look.
LAG_SECONDS = 0.4
_LOOKS = 4


class Switching:
    """The calls that change a cell of the grid."""

    def __init__(self, api: ImConnector) -> None:
        self.sleep: Sleep = asyncio.sleep
        self._api = api
        self._lacks_deactivate = False

    async def on(self, connector: str, line: int) -> None:
        """`imconnector.activate` with 1.

        Raises:
            BitrixError: the portal refused.
        """
        await self._api.activate(connector, line)

    async def off(self, connector: str, line: int) -> bool:
        """`imconnector.deactivate`, or `imconnector.activate` with 0 on the many portals that do
        not know that method. Whether the second was needed.

        Raises:
            BitrixError: the portal refused.
        """
        if not self._lacks_deactivate:
            try:
                await self._api.deactivate(connector, line)
                return False
            except MethodMissing:
                self._lacks_deactivate = True
        await self._api.activate(connector, line, active=False)
        return True

    async def settled(self, connector: str, line: int, *, working: bool) -> LineStatus | None:
        """The cell once it shows what was done, or as it is after a few looks. None when it cannot
        be read: the switch is thrown all the same.
        """
        try:
            status = await self._api.status(connector, line)
            for _ in range(_LOOKS - 1):
                if status.status is working:
                    break
                await self.sleep(LAG_SECONDS)
                status = await self._api.status(connector, line)
        except BitrixError:
            return None
        return status
