"""Work that is due later. Nothing runs by itself: the portal catches up before it is looked at."""

import heapq
from collections.abc import Callable
from itertools import count

Job = Callable[[], None]


class Schedule:
    """Jobs in the order of their time, then of their arrival."""

    def __init__(self) -> None:
        self._jobs: list[tuple[float, int, Job]] = []
        self._order = count()

    def at(self, due: float, job: Job) -> None:
        """Remember a job."""
        heapq.heappush(self._jobs, (due, next(self._order), job))

    def pop(self, now: float) -> tuple[float, Job] | None:
        """The next job that is due, with its time."""
        if not self._jobs or self._jobs[0][0] > now:
            return None
        due, _, job = heapq.heappop(self._jobs)
        return due, job
