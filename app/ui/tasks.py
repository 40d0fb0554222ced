"""The one place of the window that creates tasks: named, owned, cancelled and awaited."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextvars import Context
from functools import partial

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)


class Tasks(QObject):
    """Runs work by name, one at a time for each name. Takes a function, not a coroutine: a task
    cancelled before its first step would leave a coroutine that was never awaited.
    """

    busy_changed = Signal(str, bool)
    failed = Signal(str, object)  # name, the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: dict[str, asyncio.Task[Exception | None]] = {}
        self._closed = False

    def start(self, name: str, work: Callable[[], Awaitable[object]]) -> bool:
        """Start `work`; ignored (False) while work of that name runs, after `close`, and when the
        loop has ended: Qt's timers may fire after it.
        """
        if self._closed or self.is_busy(name):
            return False
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return False
        was_told = name in self._tasks  # one that has ended, and nobody was told yet
        # What it is started by may be marked as the program's own doing: this is not.
        work_itself = self._guard(name, work)
        task = self._tasks[name] = loop.create_task(work_itself, name=name, context=Context())
        task.add_done_callback(partial(self._on_done, name))
        if not was_told:
            self.busy_changed.emit(name, True)
        return True

    def is_busy(self, name: str) -> bool:
        """Whether work of that name is running."""
        task = self._tasks.get(name)
        return task is not None and not task.done()

    def cancel(self, name: str) -> None:
        """Ask the work of that name to stop; it is busy until it has."""
        task = self._tasks.get(name)
        if task is not None:
            task.cancel()

    async def close(self) -> None:
        """Cancel everything and wait for it; nothing can be started any more."""
        self._closed = True
        me = asyncio.current_task()
        tasks = [task for task in self._tasks.values() if task is not me]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _guard(self, name: str, work: Callable[[], Awaitable[object]]) -> Exception | None:
        try:
            await work()
        except Exception as caught:
            log.warning("Task %s failed: %s", name, caught, exc_info=_trace(caught))
            return caught
        return None

    def _on_done(self, name: str, task: "asyncio.Task[Exception | None]") -> None:
        """Not the guard's business: a task cancelled before its first step never runs it."""
        if self._tasks[name] is task:
            del self._tasks[name]
            self.busy_changed.emit(name, False)
        error = None if task.cancelled() else task.result()
        if error is not None:
            self.failed.emit(name, error)


def _trace(error: Exception) -> Exception | None:
    """A refusal that has words is one line in the log; only our own mistakes leave their trace."""
    from app.ui.errors import code_of  # late: the first paint needs no error

    return None if code_of(error) else error
