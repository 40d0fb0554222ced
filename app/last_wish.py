"""One thing at a time, and the last wish counts: what was being done before is given up."""

import asyncio
from collections.abc import Awaitable, Callable

from app.ui.tasks import Tasks

Work = Callable[[], Awaitable[None]]

#: The name of the task.
OPENING = "open"


class LastWish:
    """Runs wishes to open or leave a portal as one task of `tasks`."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._wish: Work | None = None
        self._idle = asyncio.Event()
        self._idle.set()
        tasks.busy_changed.connect(self._on_busy)

    def want(self, work: Work) -> None:
        """Do this as soon as what is being done has been given up."""
        self._wish = work
        if not self._tasks.start(OPENING, self._fulfil):
            self._tasks.cancel(OPENING)

    async def settled(self) -> None:
        """Wait until nothing is being done, well or badly ended."""
        await self._idle.wait()

    async def _fulfil(self) -> None:
        work, self._wish = self._wish, None
        if work is not None:
            await work()

    def _on_busy(self, name: str, busy: bool) -> None:
        if name != OPENING:
            return
        (self._idle.clear if busy else self._idle.set)()
        if not busy and self._wish is not None:
            self._tasks.start(OPENING, self._fulfil)
