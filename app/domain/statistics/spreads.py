"""How durations are spread, and how long they are in the hours of a line. Pure functions."""

from collections.abc import Iterable
from datetime import datetime
from math import floor

from app.domain.line import LineSettings
from app.domain.line_hours import open_times
from app.domain.statistics.facts import NOTHING, Spread


def spread(seconds: Iterable[float]) -> Spread:
    """Percentiles are interpolated between the two nearest values, the smallest one being the 0th
    and the largest the 100th.
    """
    values = sorted(seconds)
    if not values:
        return NOTHING
    median, p90, p95 = (_percentile(values, share) for share in (0.5, 0.9, 0.95))
    return Spread(len(values), median, p90, p95, sum(values) / len(values))


def _percentile(values: list[float], share: float) -> float:
    place = (len(values) - 1) * share
    low = floor(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def whole_seconds(since: datetime, until: datetime) -> float:
    """All the time between two moments; none when the clocks say that it ran backwards."""
    return max((until - since).total_seconds(), 0.0)


def working_seconds(line: LineSettings | None, since: datetime, until: datetime) -> float:
    """The time between two moments in which a line was open; all of it where the hours are not
    known.
    """
    times = None if line is None else open_times(line, since)
    if times is None:
        return whole_seconds(since, until)
    total = 0.0
    for begin, end in times:
        if begin >= until:
            break
        total += whole_seconds(max(begin, since), min(end, until))
    return total
