"""The asyncio loop that runs inside Qt. Knows nothing of the program.

qasync's own timers are coarse, fire out of order and outlive their cancellation, so this loop keeps
asyncio's heap of `TimerHandle`s and its one ready queue, and lets a single precise `QTimer` call
`_turn`. Sockets, subprocesses and `run_forever` stay qasync's.
"""
# ruff: noqa: SLF001 - a loop runs handles, and asyncio gives them no public way to be run

import asyncio
import heapq
import sys
from asyncio import BaseEventLoop
from collections import deque
from collections.abc import Callable
from math import ceil
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from qasync import QEventLoop

_LONGEST_SLEEP = 86_400.0
_LONGEST_TURN = 0.008
_MANY_TIMERS = 100


class _Bell(QObject):
    """Wakes the loop: from its own thread by a timer, from any other by a queued signal."""

    rung = Signal()

    def __init__(self, turn: Callable[[], None], woken: Callable[[], None]) -> None:
        super().__init__()
        self._call_turn, self._call_woken = turn, woken
        self.timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._on_timeout)
        self.rung.connect(self._on_rung, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _on_timeout(self) -> None:
        self._call_turn()

    @Slot()
    def _on_rung(self) -> None:
        self._call_woken()


class ConsoleLoop(QEventLoop):  # type: ignore[misc]  # qasync has no types
    """asyncio on Qt's loop with timers that are exact, ordered and never early."""

    call_later = BaseEventLoop.call_later
    run_in_executor = BaseEventLoop.run_in_executor  # plain threads, started when needed
    set_default_executor = BaseEventLoop.set_default_executor

    _scheduled: list[Any]  # asyncio's own heap of TimerHandles, ready queue and count
    _ready: deque[asyncio.Handle]
    _timer_cancelled_count: int

    def __init__(self, app: QCoreApplication | None = None) -> None:
        self._bell = _Bell(self._turn, self._on_woken)
        self._turning = False
        self._due = False
        self._rung = False
        super().__init__(app)

    def call_soon(
        self, callback: Callable[..., object], *args: Any, context: Any = None
    ) -> asyncio.Handle:
        """Run `callback` in the next turn, after everything that is ready already."""
        handle: asyncio.Handle = BaseEventLoop.call_soon(self, callback, *args, context=context)
        self._hurry()
        return handle

    def call_at(
        self, when: float, callback: Callable[..., object], *args: Any, context: Any = None
    ) -> asyncio.TimerHandle:
        """Run `callback` when `time()` has reached `when`."""
        handle: asyncio.TimerHandle = BaseEventLoop.call_at(
            self, when, callback, *args, context=context
        )
        if self._scheduled[0] is handle:
            self._set_timer()
        return handle

    def call_soon_threadsafe(
        self, callback: Callable[..., object], *args: Any, context: Any = None
    ) -> asyncio.Handle:
        """`call_soon` from any thread. Many calls in a row ring the bell once."""
        self._check_closed()
        handle: asyncio.Handle = self._call_soon(callback, args, context)
        if not self._rung:
            self._rung = True
            self._bell.rung.emit()
        return handle

    def run_forever(self) -> object:
        """Run until `stop()`, finalising forgotten asynchronous generators as asyncio does."""
        old = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(self._asyncgen_firstiter_hook, self._asyncgen_finalizer_hook)
        try:
            self._set_timer()
            return super().run_forever()
        finally:
            sys.set_asyncgen_hooks(*old)

    def close(self) -> None:
        """Stop the timer and release everything else."""
        self._bell.timer.stop()
        super().close()

    def _add_callback(self, handle: asyncio.Handle, _delay: float = 0) -> None:
        """asyncio adds signal handlers and readers this way."""
        if not handle.cancelled():
            self._ready.append(handle)
            self._hurry()

    def _on_woken(self) -> None:
        self._rung = False  # before the queue is looked at, so that nothing slips between
        self._turn()

    def _hurry(self) -> None:
        if not self._due:
            self._due = True
            if not self._turning:
                self._bell.timer.start(0)

    def _set_timer(self) -> None:
        """Let the timer fire when the next handle is due; whole milliseconds, rounded up."""
        if self._turning:
            return
        self._due = bool(self._ready)
        if self._due:
            self._bell.timer.start(0)
        elif self._scheduled:
            wait = min(max(0.0, self._scheduled[0].when() - self.time()), _LONGEST_SLEEP)
            self._bell.timer.start(ceil(wait * 1000))
        else:
            self._bell.timer.stop()

    def _turn(self) -> None:
        """Run what is ready now. A nested Qt loop inside a handle must not start another turn:
        asyncio cannot enter a task while another one runs, and would lose it without a word.
        """
        if self._turning or self.is_closed() or not self.is_running():
            return
        self._turning = True
        try:
            self._drop_cancelled()
            self._collect_due()
            self._run_ready()
        finally:
            self._turning = False
            if not self.is_closed():
                self._set_timer()

    def _drop_cancelled(self) -> None:
        count = len(self._scheduled)
        if count > _MANY_TIMERS and self._timer_cancelled_count * 2 > count:
            for handle in self._scheduled:
                handle._scheduled = not handle.cancelled()
            self._scheduled = [handle for handle in self._scheduled if handle._scheduled]
            heapq.heapify(self._scheduled)
            self._timer_cancelled_count = 0
        while self._scheduled and self._scheduled[0].cancelled():
            heapq.heappop(self._scheduled)._scheduled = False
            self._timer_cancelled_count -= 1

    def _collect_due(self) -> None:
        now = self.time()
        while self._scheduled and self._scheduled[0].when() <= now:
            handle = heapq.heappop(self._scheduled)
            handle._scheduled = False
            self._ready.append(handle)

    def _run_ready(self) -> None:
        """Only what was ready at the start, and not for longer than half a frame."""
        end = self.time() + _LONGEST_TURN
        for _ in range(len(self._ready)):
            handle = self._ready.popleft()
            if not handle.cancelled():
                handle._run()
            if self.time() > end:
                break
