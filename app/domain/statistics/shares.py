"""How much of each hour, weekday or day of a period was observed. Pure functions."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from app.domain.statistics.facts import Coverage

Times = tuple[datetime, datetime]

#: After so many hours somebody is asked whether to go on.
_STEP = 500


class Shares:
    """How much of each hour, weekday or day was observed, by the name that `key` gives it."""

    def __init__(
        self,
        coverage: Coverage,
        key: Callable[[datetime], str],
        go_on: Callable[[], None] = lambda: None,
    ) -> None:
        self._go_on = go_on
        self._seen: dict[str, float] = {}
        self._passed: dict[str, float] = {}
        zone = coverage.period.zone
        for times in coverage.observed:
            self._add(times, zone, key, observed=True)
        for gap in coverage.gaps:
            self._add((gap.since, gap.until), zone, key, observed=False)

    def of(self, name: str) -> float | None:
        """From 0 to 1; None for what has not come yet."""
        passed = self._passed.get(name, 0.0)
        return self._seen.get(name, 0.0) / passed if passed else None

    def _add(
        self, times: Times, zone: tzinfo, key: Callable[[datetime], str], *, observed: bool
    ) -> None:
        for place, (here, seconds) in enumerate(_hours(times, zone)):
            if place % _STEP == 0:
                self._go_on()
            name = key(here)
            self._passed[name] = self._passed.get(name, 0.0) + seconds
            if observed:
                self._seen[name] = self._seen.get(name, 0.0) + seconds


def _hours(times: Times, zone: tzinfo) -> Iterator[tuple[datetime, float]]:
    """The hours of a time by the clock of a zone, each with the seconds that belong to it."""
    at, until = (each.astimezone(UTC) for each in times)
    while at < until:
        here = at.astimezone(zone)
        left = timedelta(hours=1) - timedelta(
            minutes=here.minute, seconds=here.second, microseconds=here.microsecond
        )
        end = min(at + left, until)
        yield here, (end - at).total_seconds()
        at = end
