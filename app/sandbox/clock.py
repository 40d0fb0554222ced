"""The only place where the sandbox reads the time, so that tests and the control page can move it.

Knows nothing of portals.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

#: A century: keeps every moment inside what the calendar can write.
MAX_ADVANCE = 100 * 365 * 86_400.0
MAX_RATE = 100_000.0
#: Moments at which a clock may be set, so that a century more is still in the calendar.
EARLIEST, LATEST = 0.0, 4_102_444_800.0


class Clock:
    """Unix time that can be pushed forward, never back."""

    def __init__(self, read: Callable[[], float] = time.time) -> None:
        self._read = read
        self.pushed = 0.0

    @classmethod
    def frozen(cls, at: float = 1_767_000_000.0) -> "Clock":
        """A clock that moves only when `advance` is called."""
        return cls(lambda: at)

    @classmethod
    def running(cls, at: float, rate: float) -> "Clock":
        """A clock that starts at a moment and goes `rate` times as fast as others; 0 stands."""
        began = time.monotonic()
        return cls(lambda: at + (time.monotonic() - began) * rate)

    def now(self) -> float:
        """Unix seconds."""
        return self._read() + self.pushed

    def advance(self, seconds: float) -> None:
        """Move forward; refuses to move back or out of the calendar."""
        if not 0 <= seconds <= MAX_ADVANCE or self.pushed + seconds > MAX_ADVANCE:
            raise ValueError("The clock moves forward only, by at most a hundred years.")
        self.pushed += seconds

    def copy(self) -> "Clock":
        """Another clock that shows the same and goes as fast."""
        twin = Clock(self._read)
        twin.pushed = self.pushed
        return twin

    def restore(self, pushed: float, moment: float) -> None:
        """As it was when it showed `moment`; never before that, whoever read the time then."""
        self.pushed = min(max(pushed, moment - self._read(), 0.0), MAX_ADVANCE)


def iso(moment: float, offset_minutes: int = 0) -> str:
    """ISO 8601 with offset and whole seconds, as the portal writes dates."""
    zone = timezone(timedelta(minutes=offset_minutes))
    return datetime.fromtimestamp(int(moment), UTC).astimezone(zone).isoformat()


def parse_iso(text: str) -> float | None:
    """Unix seconds of an ISO date, or None when it is none."""
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
