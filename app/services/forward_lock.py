"""One process at a time forwards to a handler: of two, each event would come twice."""

import hashlib
from contextlib import AsyncExitStack
from pathlib import Path

from app.services.failures import ServiceError
from app.services.holding import AlreadyHeld, hold


class TargetLock:
    """Holds one address at a time, beside the journal."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held, self._target = AsyncExitStack(), ""

    async def take(self, target: str) -> None:
        """Hold this address, and let go of another one.

        Raises:
            ServiceError: FORWARDED_ELSEWHERE, another process does.
        """
        if self._target == target:
            return
        await self.release()
        name = hashlib.sha256(target.encode()).hexdigest()[:16]
        try:
            await self._held.enter_async_context(hold(self._folder / f"to-{name}"))
        except AlreadyHeld as held:
            raise ServiceError("FORWARDED_ELSEWHERE", held.by) from None
        self._target = target

    async def release(self) -> None:
        """Let go."""
        self._target = ""
        await self._held.aclose()
