"""How much of a period was observed: the times in which events were read, and those between them.

Pure: knows no journal and no clock.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from app.domain.statistics.facts import Coverage, GapWhy, ObservedGap, Period

Span: TypeAlias = tuple[datetime, datetime]

#: Readings that lie no further apart than this are one time of observation.
TOLERANCE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Watched:
    """A time in which events were read again and again, and why that ended."""

    since: datetime
    until: datetime
    ended: GapWhy = GapWhy.CLOSED


def cover(
    period: Period, watched: Sequence[Watched], lost: Sequence[Span], now: datetime
) -> Coverage:
    """What was observed of a period, and what was not. `watched` are in order; in the times of
    `lost` something may be missing for good. What lies after `now` is no gap.
    """
    end = min(period.until, now)
    if end <= period.since:
        return Coverage(period)
    observed = list(_clipped(_joined(watched), period.since, end))
    unread = [_told(gap, lost) for gap in _between(watched, period.since, end)]
    gaps = list(unread)
    for span in _merged(lost):
        observed, deep = _without(span, observed, unread)
        gaps += deep
    return Coverage(period, tuple(observed), tuple(sorted(gaps, key=lambda gap: gap.since)))


def _joined(watched: Sequence[Watched]) -> Iterator[Span]:
    """Readings that follow each other closely are one."""
    since = until = None
    for each in watched:
        if since is None or until is None:
            since, until = each.since, each.until
        elif each.since - until <= TOLERANCE:
            until = max(until, each.until)
        else:
            yield since, until
            since, until = each.since, each.until
    if since is not None and until is not None:
        yield since, until


def _clipped(spans: Iterator[Span], since: datetime, until: datetime) -> Iterator[Span]:
    for first, last in spans:
        if max(first, since) < min(last, until):
            yield max(first, since), min(last, until)


def _between(watched: Sequence[Watched], since: datetime, until: datetime) -> Iterator[ObservedGap]:
    """Every time of the period in which nothing was read, with the reason why the reading before
    it had ended. Before the very first one nobody knows.
    """
    edge, why = since, GapWhy.UNKNOWN
    for each in watched:
        if each.since >= until:
            break
        if each.since - edge > TOLERANCE:
            yield ObservedGap(edge, each.since, why)
        if each.until >= edge:
            edge, why = max(edge, each.until), each.ended
        elif each.until < since:
            why = each.ended
    if until - edge > TOLERANCE:
        lasting = not watched or watched[-1].until <= edge
        yield ObservedGap(edge, until, why, lasting=lasting)


def _merged(spans: Sequence[Span]) -> list[Span]:
    """In order, and none touches another."""
    found: list[Span] = []
    for since, until in sorted(spans):
        if found and since <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], until)
        else:
            found.append((since, until))
    return found


def _without(
    span: Span, observed: Sequence[Span], unread: Sequence[ObservedGap]
) -> tuple[list[Span], list[ObservedGap]]:
    """Something was missed although events were read: that time was not observed either. What
    borders on a gap is the same loss as the gap's when it is no longer than the tolerance.
    """
    rest: list[Span] = []
    gaps: list[ObservedGap] = []
    for since, until in observed:
        first, last = max(since, span[0]), min(until, span[1])
        edge = any(gap.until == first or gap.since == last for gap in unread)
        if first >= last or (edge and last - first <= TOLERANCE):
            rest.append((since, until))
            continue
        rest += [each for each in ((since, first), (last, until)) if each[0] < each[1]]
        gaps.append(ObservedGap(first, last, GapWhy.DEEP, lost=True))
    return rest, gaps


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _told(gap: ObservedGap, lost: Sequence[Span]) -> ObservedGap:
    missing = any(_overlap(span, (gap.since, gap.until)) for span in lost)
    return replace(gap, lost=missing or gap.why is GapWhy.UNKNOWN)
