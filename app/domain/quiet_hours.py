"""The hours in which nothing is shown outside the window and nothing sounds. Pure functions."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one time of the day to another, on the clock of this computer; they may reach over
    midnight. The same time twice is no time at all.
    """

    begin: time
    end: time

    def holds(self, here: time) -> bool:
        """Whether it is quiet at this time of the day. The end itself is not."""
        if self.begin <= self.end:
            return self.begin <= here < self.end
        return here >= self.begin or here < self.end


def time_of(text: str, otherwise: time) -> time:
    """A time of the day as it is kept, `22:00`; `otherwise` when it cannot be read."""
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return otherwise
