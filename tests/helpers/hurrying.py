"""An event loop whose hours take no time, for stories with a journal and a sandbox.

Time passes only while nobody works: neither a callback nor a thread.
"""

import asyncio
import selectors
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from datetime import UTC, datetime
from typing import Any, TypeVar, TypeVarTuple, Unpack

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

#: The moment at which every story begins, in Unix seconds.
BEGINNING = 1_767_000_000.0
_LOOK = 0.0005


class _HurryingSelector(selectors.DefaultSelector):
    """Instead of waiting for time to pass, lets it pass."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0
        self.busy = 0

    def select(self, timeout: float | None = None) -> Any:
        ready = super().select(0)
        self.passed += 1e-6  # work takes time, too; timers that round badly would never come
        if ready or timeout == 0:
            return ready
        if self.busy or timeout is None:
            return super().select(_LOOK if self.busy else None)
        self.passed += timeout
        return ready


class HurryingLoop(asyncio.SelectorEventLoop):
    """A loop on which `asyncio.sleep(3600)` is over at once when nothing else is to be done."""

    def __init__(self) -> None:
        self._hurrying = _HurryingSelector()
        super().__init__(self._hurrying)

    def time(self) -> float:
        return self._hurrying.passed

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[Unpack[Ts]], T], *args: *Ts
    ) -> asyncio.Future[T]:
        future = super().run_in_executor(executor, func, *args)
        self._hurrying.busy += 1
        future.add_done_callback(self._idle)
        return future

    def _idle(self, _: object) -> None:
        self._hurrying.busy -= 1


class StoryTime:
    """The moment of a story, readable from every thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    def unix(self) -> float:
        """For the sandbox's clock."""
        return BEGINNING + self._loop.time()

    def now(self) -> datetime:
        """For the console's clock."""
        return datetime.fromtimestamp(self.unix(), UTC)


def in_no_time(story: Callable[[StoryTime], Awaitable[T]]) -> T:
    """Tell a story with the hurrying clock."""

    async def run() -> T:
        return await story(StoryTime(asyncio.get_running_loop()))

    with asyncio.Runner(loop_factory=HurryingLoop) as runner:
        return runner.run(run())
