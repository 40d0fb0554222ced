"""The only place where the sandbox reads the time, so that tests and the control page can move it.

Knows nothing of portals.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

#: A century: keeps every moment inside what the calendar can write.
MAX_ADVANCE = 100 * 365 * 86_400.0


class Clock:
    """Unix time that can be pushed forward, never back."""

    def __init__(self, read: Callable[[], float] = time.time) -> None:
        self._read = read
        self._pushed = 0.0

    @classmethod
    def frozen(cls, at: float = 1_767_000_000.0) -> "Clock":
        """A clock that moves only when `advance` is called."""
        return cls(lambda: at)

    def now(self) -> float:
        """Unix seconds."""
        return self._read() + self._pushed

    def advance(self, seconds: float) -> None:
        """Move forward; refuses to move back or out of the calendar."""
        if not 0 <= seconds <= MAX_ADVANCE or self._pushed + seconds > MAX_ADVANCE:
            raise ValueError("The clock moves forward only, by at most a hundred years.")
        self._pushed += seconds


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
