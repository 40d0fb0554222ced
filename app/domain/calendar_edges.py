"""Which moments can be told: far from both ends of the calendar, where a clock of another zone has
no date any more. Knows no zone.
"""

from datetime import UTC, datetime

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)


def can_be_told(moment: datetime) -> bool:
    """Whether every clock can show this moment."""
    return EARLIEST <= moment <= LATEST


def within(moment: datetime) -> datetime:
    """The moment, or the nearest one that can be told."""
    return min(max(moment, EARLIEST), LATEST)
