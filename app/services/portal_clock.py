"""How far the portal's clock is ahead of this console's: every answer names its time.

Customers who are played here write by the console's clock, operators by the portal's. The journal
keeps one of them, the console's: otherwise who answers would seem to do so before he was asked.
"""

from collections import deque
from datetime import timedelta
from statistics import median

from app.domain.calls import CallRecord
from app.services.clock import Clock

#: Clocks that lie no further apart go together: an answer needs its time to come, too.
TOLERATED = timedelta(seconds=2)
#: Clocks that lie further apart than this tell nothing of each other.
BELIEVED = timedelta(days=1)
#: So many answers are looked at: one that was under way for long is no other clock.
_LOOKED_AT = 5
_NONE = timedelta()


class PortalClock:
    """Hears every call that is recorded."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen: deque[float] = deque(maxlen=_LOOKED_AT)

    def hear(self, record: CallRecord) -> None:
        """A call was answered just now."""
        if record.made_at is not None:
            self._seen.append((record.made_at - self._clock()).total_seconds())

    def ahead(self) -> timedelta:
        """In whole seconds; negative when the portal's clock is behind."""
        if not self._seen:
            return _NONE
        found = timedelta(seconds=round(median(self._seen)))
        return found if TOLERATED < abs(found) <= BELIEVED else _NONE
