"""Work that is due later. Nothing runs by itself: the portal catches up before it is looked at.

A job is a name and ids, never a closure, so that a snapshot of the portal keeps it.
"""

import heapq
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.sandbox.portal import Portal

Value = int | str | float | None
Work = Callable[..., None]
_jobs: dict[str, Work] = {}


def job(work: Work) -> Work:
    """Register `work(portal, *values)` under its own name. It checks whether it still applies."""
    if work.__name__ in _jobs:
        raise ValueError(f"two jobs are named {work.__name__}")
    _jobs[work.__name__] = work
    return work


def carry_out(portal: "Portal", name: str, values: tuple[Value, ...]) -> None:
    """Run a job that is due."""
    _jobs[name](portal, *values)


class Schedule:
    """Jobs in the order of their time, then of their arrival."""

    def __init__(self) -> None:
        self._due: list[tuple[float, int, str, tuple[Value, ...]]] = []
        self._arrived = 0

    def at(self, due: float, work: Work, *values: Value) -> None:
        """Remember a job."""
        self._arrived += 1
        heapq.heappush(self._due, (due, self._arrived, work.__name__, values))

    def pop(self, now: float) -> tuple[float, str, tuple[Value, ...]] | None:
        """The next job that is due: its time, name and values."""
        if not self._due or self._due[0][0] > now:
            return None
        due, _, name, values = heapq.heappop(self._due)
        return due, name, values
