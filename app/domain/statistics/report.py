"""From facts about sessions to figures: all of a period, and by hour, weekday, day, line, connector
and operator. Pure functions.

A session counts where it began. Its answers and its end count with it, whenever they came.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.domain.line import LineSettings
from app.domain.line_hours import open_times
from app.domain.statistics.facts import (
    Bucket,
    ConnectorHealth,
    Coverage,
    Period,
    Reply,
    Report,
    SessionFact,
)
from app.domain.statistics.shares import Shares
from app.domain.statistics.spreads import spread, whole_seconds, working_seconds

_Line = Callable[[int], LineSettings | None]


@dataclass(frozen=True, slots=True)
class Timed:
    """A session with its durations in seconds."""

    fact: SessionFact
    first: float | None
    nexts: tuple[float, ...]
    resolution: float | None

    @property
    def answers(self) -> Iterable[tuple[Reply, float]]:
        """Each reply with how long it took, the first one included."""
        if self.first is None:
            return ()
        return zip(self.fact.replies, (self.first, *self.nexts), strict=True)


def within(
    period: Period, facts: Iterable[SessionFact], lines: frozenset[int]
) -> list[SessionFact]:
    """The sessions that began in a period, on these lines or on all, in order of time."""
    found = (
        each
        for each in facts
        if period.since <= each.opened_at < period.until and (not lines or each.line in lines)
    )
    return sorted(found, key=lambda each: (each.opened_at, each.dialog))


def timed(facts: Iterable[SessionFact], line: _Line, *, working: bool) -> list[Timed]:
    """With durations: those of the hours in which the line is open, or all the time."""

    def seconds(fact: SessionFact, since: datetime, until: datetime) -> float:
        if working:
            return working_seconds(line(fact.line), since, until)
        return whole_seconds(since, until)

    found = []
    for each in facts:
        took = [seconds(each, reply.asked_at, reply.answered_at) for reply in each.replies]
        closed = each.closed_at
        end = None if closed is None else seconds(each, each.opened_at, closed)
        found.append(Timed(each, took[0] if took else None, tuple(took[1:]), end))
    return found


def make_report(
    coverage: Coverage,
    facts: Sequence[SessionFact],
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
    rows = timed(facts, line, working=working)
    zone = coverage.period.zone
    whole = _bucket("", rows)
    ratings = Counter(each.rating for each in facts if each.rating is not None)

    def by_time(key: Callable[[datetime], str], names: Iterable[str]) -> tuple[Bucket, ...]:
        shares = Shares(coverage, key, go_on)
        groups = _grouped(rows, lambda row: key(row.fact.opened_at.astimezone(zone)))
        found = []
        for name in names:
            go_on()
            found.append(replace(_bucket(name, groups.get(name, [])), observed=shares.of(name)))
        return tuple(found)

    return Report(
        coverage,
        by_hour=by_time(hour_key, [f"{hour:02}" for hour in range(24)]),
        by_weekday=by_time(weekday_key, [str(day) for day in range(1, 8)]),
        by_day=by_time(day_key, _days(coverage.period)),
        by_line=_by(rows, lambda row: str(row.fact.line)),
        by_connector=_by(rows, lambda row: row.fact.connector),
        by_operator=_by_operator(rows),
        first_answer=whole.spread,
        next_answer=whole.next_answer,
        resolution=whole.resolution,
        ratings=dict(sorted(ratings.items())),
        rated=sum(each.rating is not None and each.closed_at is not None for each in facts),
        closed=sum(each.closed_at is not None for each in facts),
        sessions=len(facts),
        unanswered=sum(row.first is None and row.fact.first_written_at is not None for row in rows),
        health=tuple(health),
        working=working,
        hourless=_hourless(facts, line) if working else frozenset(),
    )


def hour_key(here: datetime) -> str:
    """The hour of a moment on the clock."""
    return f"{here.hour:02}"


def weekday_key(here: datetime) -> str:
    """The weekday of a moment, "1" for Monday."""
    return str(here.isoweekday())


def day_key(here: datetime) -> str:
    """The day of a moment."""
    return here.date().isoformat()


def _days(period: Period) -> list[str]:
    if period.until <= period.since:
        return []
    first = period.since.astimezone(period.zone).date()
    last = (period.until - timedelta(microseconds=1)).astimezone(period.zone).date()
    return [(first + timedelta(days=ahead)).isoformat() for ahead in range((last - first).days + 1)]


def _hourless(facts: Iterable[SessionFact], line: _Line) -> frozenset[int]:
    """Lines of which nobody can tell when they are open; one that is always open has hours."""

    def unknown(number: int, moment: datetime) -> bool:
        settings = line(number)
        if settings is None:
            return True
        return settings.on("WORKTIME_ENABLE") and open_times(settings, moment) is None

    return frozenset(each.line for each in facts if unknown(each.line, each.opened_at))


def _grouped(rows: Iterable[Timed], key: Callable[[Timed], str]) -> dict[str, list[Timed]]:
    groups: dict[str, list[Timed]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return groups


def _by(rows: Iterable[Timed], key: Callable[[Timed], str]) -> tuple[Bucket, ...]:
    """The busiest first."""
    buckets = [_bucket(name, group) for name, group in _grouped(rows, key).items()]
    return tuple(sorted(buckets, key=lambda bucket: (-bucket.count, bucket.key)))


def _bucket(key: str, rows: Sequence[Timed]) -> Bucket:
    return Bucket(
        key,
        by_line=_lines(rows),
        spread=spread(row.first for row in rows if row.first is not None),
        next_answer=spread(each for row in rows for each in row.nexts),
        resolution=spread(row.resolution for row in rows if row.resolution is not None),
        dialogs=tuple(dict.fromkeys(row.fact.dialog for row in rows)),
    )


def _lines(rows: Iterable[Timed]) -> dict[int, int]:
    return dict(sorted(Counter(row.fact.line for row in rows).items()))


def _by_operator(rows: Sequence[Timed]) -> tuple[Bucket, ...]:
    """An operator has the sessions in which he answered; of them the first answers that he gave,
    his other answers, and the ends of those in which he had the last word.
    """
    numbers = _numbers(rows)
    names: dict[str, str] = {}
    groups: dict[str, list[Timed]] = {}
    for row in rows:
        replies = row.fact.replies
        if not replies and row.fact.first_written_at is None:
            continue  # nobody asked: nobody left it unanswered
        keys = {operator_key(reply, numbers): reply.operator for reply in replies} or {"": ""}
        for key, name in keys.items():
            names[key] = name or names.get(key, "")
            groups.setdefault(key, []).append(row)
    buckets = [_of_operator(key, names[key], group, numbers) for key, group in groups.items()]
    return tuple(sorted(buckets, key=lambda bucket: (not bucket.key, -bucket.count, bucket.key)))


def _numbers(rows: Iterable[Timed]) -> dict[str, int]:
    """The portal's number of every name that only one person has."""
    found: dict[str, set[int]] = {}
    for row in rows:
        for reply in row.fact.replies:
            if reply.by and reply.operator:
                found.setdefault(reply.operator, set()).add(reply.by)
    return {name: min(each) for name, each in found.items() if len(each) == 1}


def _of_operator(key: str, name: str, rows: Sequence[Timed], numbers: Mapping[str, int]) -> Bucket:
    firsts: list[float] = []
    nexts: list[float] = []
    ends: list[float] = []
    for row in rows:
        for number, (reply, seconds) in enumerate(row.answers):
            if operator_key(reply, numbers) == key:
                (nexts if number else firsts).append(seconds)
        last = operator_key(row.fact.replies[-1], numbers) if row.fact.replies else ""
        if last == key and row.resolution is not None:
            ends.append(row.resolution)
    return Bucket(
        key,
        parts=(name,) if name else (),
        by_line=_lines(rows),
        spread=spread(firsts),
        next_answer=spread(nexts),
        resolution=spread(ends),
        dialogs=tuple(dict.fromkeys(row.fact.dialog for row in rows)),
    )


def operator_key(reply: Reply, numbers: Mapping[str, int]) -> str:
    """The portal's number of who answered, or his name where nobody knows whose it is."""
    number = reply.by or numbers.get(reply.operator, 0)
    return str(number) if number else f"0:{reply.operator}"
