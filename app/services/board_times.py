"""When something comes to be done for each of many dialogs: the next one is at hand, and nobody
looks at the others. Knows neither the clock nor what is to be done.
"""

from datetime import datetime
from heapq import heapify, heappop, heappush

from app.domain.dialog import DialogId

#: Entries that mean nothing any more are cleared away when they are so many times the others.
_LITTER, _FEW = 2, 64


class Times:
    """At most one time for each dialog."""

    def __init__(self) -> None:
        self._times: dict[DialogId, datetime] = {}
        self._heap: list[tuple[datetime, DialogId]] = []

    def put(self, dialog: DialogId, at: datetime | None) -> None:
        """Another time for a dialog; None for no time at all."""
        if at == self._times.get(dialog):
            return
        if at is None:
            del self._times[dialog]
            return
        self._times[dialog] = at
        heappush(self._heap, (at, dialog))
        if len(self._heap) > _LITTER * len(self._times) + _FEW:
            self._heap = [(at, dialog) for dialog, at in self._times.items()]
            heapify(self._heap)

    def take(self, now: datetime) -> DialogId | None:
        """A dialog whose time has come, the earliest first. None when there is none."""
        while self._heap and self._heap[0][0] <= now:
            at, dialog = heappop(self._heap)
            if self._times.get(dialog) == at:
                del self._times[dialog]
                return dialog
        return None
