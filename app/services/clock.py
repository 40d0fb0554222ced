"""Time as the services see it. Tests hand in their own."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
Sleep: TypeAlias = Callable[[float], Awaitable[object]]


def utc_now() -> datetime:
    """The time of this computer, in UTC."""
    return datetime.now(UTC)


class Alarm:
    """A nap that somebody else can end early."""

    def __init__(self, sleep: Sleep = asyncio.sleep) -> None:
        self._rung = asyncio.Event()
        self._sleep = sleep

    def ring(self) -> None:
        """End the nap that is going on, or the next one."""
        self._rung.set()

    async def nap(self, seconds: float | None) -> bool:
        """Rest so long, without end for None; whether somebody rang."""
        try:
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        except TimeoutError:
            return False
        self._rung.clear()
        return True
