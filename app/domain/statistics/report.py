"""From facts about sessions to figures: all of a period, and by hour, weekday, day, line, connector
and operator. Pure functions.

A session counts where it began. Its answers and its end count with it, whenever they came. Facts
come one by one and in any order: none is kept.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.domain.line import LineSettings
from app.domain.line_hours import open_times
from app.domain.statistics.columns import Columns
from app.domain.statistics.facts import (
    Bucket,
    ConnectorHealth,
    Coverage,
    Period,
    Report,
    SessionFact,
)
from app.domain.statistics.operators import Operators
from app.domain.statistics.shares import Shares
from app.domain.statistics.spreads import whole_seconds, working_seconds

_Line = Callable[[int], LineSettings | None]
_Key = Callable[[datetime], str]


def within(
    period: Period, facts: Iterable[SessionFact], lines: frozenset[int]
) -> Iterator[SessionFact]:
    """The sessions that began in a period, on these lines or on all."""
    for each in facts:
        if period.since <= each.opened_at < period.until and (not lines or each.line in lines):
            yield each


def make_report(
    coverage: Coverage,
    facts: Iterable[SessionFact],
    health: Sequence[ConnectorHealth],
    line: _Line,
    *,
    working: bool,
    go_on: Callable[[], None] = lambda: None,
) -> Report:
    """All figures of `facts`, which are those `within` the period. `go_on` is asked every now and
    then: what it raises gives up.
    """
    go_on()
    count = _Count(coverage, line, go_on, working=working)
    for each in facts:
        count.add(each)
    return count.report(health)


def hour_key(here: datetime) -> str:
    """The hour of a moment on the clock."""
    return f"{here.hour:02}"


def weekday_key(here: datetime) -> str:
    """The weekday of a moment, "1" for Monday."""
    return str(here.isoweekday())


def day_key(here: datetime) -> str:
    """The day of a moment."""
    return here.date().isoformat()


class _Groups:
    """Places of sessions, by the name of the bar in which they stand."""

    def __init__(self, columns: Columns, go_on: Callable[[], None]) -> None:
        self._columns, self._go_on = columns, go_on
        self._places: dict[str, array[int]] = {}

    def add(self, name: str, place: int) -> None:
        if name not in self._places:
            self._places[name] = array("q")
        self._places[name].append(place)

    def of(self, name: str) -> Bucket:
        self._go_on()
        return self._columns.bucket(name, self._places.get(name, ()))

    def busiest_first(self) -> tuple[Bucket, ...]:
        buckets = map(self.of, self._places)
        return tuple(sorted(buckets, key=lambda bucket: (-bucket.count, bucket.key)))


class _Count:
    """What was counted so far."""

    def __init__(
        self, coverage: Coverage, line: _Line, go_on: Callable[[], None], *, working: bool
    ) -> None:
        self._coverage, self._line, self._working = coverage, line, working
        self._go_on = go_on
        self._columns = Columns()
        self._operators = Operators(self._columns)
        groups = (_Groups(self._columns, go_on) for _ in range(5))
        self._hours, self._weekdays, self._days, self._lines, self._connectors = groups
        self._ratings: Counter[int] = Counter()
        self._hourless: set[int] = set()
        self._rated = self._closed = self._unanswered = 0

    def add(self, fact: SessionFact) -> None:
        """One more session."""
        waits = [self._took(fact, each.asked_at, each.answered_at) for each in fact.replies]
        closed = fact.closed_at
        end = None if closed is None else self._took(fact, fact.opened_at, closed)
        place = self._columns.add(fact, waits, end)
        self._operators.add(place, fact, waits, end)
        here = fact.opened_at.astimezone(self._coverage.period.zone)
        self._hours.add(hour_key(here), place)
        self._weekdays.add(weekday_key(here), place)
        self._days.add(day_key(here), place)
        self._lines.add(str(fact.line), place)
        self._connectors.add(fact.connector, place)
        self._add_fate(fact)

    def _add_fate(self, fact: SessionFact) -> None:
        closed = fact.closed_at is not None
        self._closed += closed
        self._unanswered += not fact.replies and fact.first_written_at is not None
        if fact.rating is not None:
            self._ratings[fact.rating] += 1
            self._rated += closed
        if self._working and fact.line not in self._hourless and self._is_hourless(fact):
            self._hourless.add(fact.line)

    def report(self, health: Sequence[ConnectorHealth]) -> Report:
        """The figures."""
        days = _days(self._coverage.period)
        whole = self._columns.bucket("", range(len(self._columns.opened)))
        return Report(
            self._coverage,
            by_hour=self._by_time(self._hours, hour_key, [f"{hour:02}" for hour in range(24)]),
            by_weekday=self._by_time(self._weekdays, weekday_key, [str(n) for n in range(1, 8)]),
            by_day=self._by_time(self._days, day_key, days),
            by_line=self._lines.busiest_first(),
            by_connector=self._connectors.busiest_first(),
            by_operator=self._operators.buckets(),
            first_answer=whole.spread,
            next_answer=whole.next_answer,
            resolution=whole.resolution,
            ratings=dict(sorted(self._ratings.items())),
            rated=self._rated,
            closed=self._closed,
            sessions=whole.count,
            unanswered=self._unanswered,
            health=tuple(health),
            working=self._working,
            hourless=frozenset(self._hourless),
        )

    def _by_time(self, groups: _Groups, key: _Key, names: Iterable[str]) -> tuple[Bucket, ...]:
        shares = Shares(self._coverage, key, self._go_on)
        return tuple(replace(groups.of(name), observed=shares.of(name)) for name in names)

    def _took(self, fact: SessionFact, since: datetime, until: datetime) -> float:
        if self._working:
            return working_seconds(self._line(fact.line), since, until)
        return whole_seconds(since, until)

    def _is_hourless(self, fact: SessionFact) -> bool:
        """Whether nobody can tell when the line is open; one that is always open has hours."""
        settings = self._line(fact.line)
        if settings is None:
            return True
        return settings.on("WORKTIME_ENABLE") and open_times(settings, fact.opened_at) is None


def _days(period: Period) -> list[str]:
    if period.until <= period.since:
        return []
    first = period.since.astimezone(period.zone).date()
    last = (period.until - timedelta(microseconds=1)).astimezone(period.zone).date()
    return [(first + timedelta(days=ahead)).isoformat() for ahead in range((last - first).days + 1)]
