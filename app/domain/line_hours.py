"""When a line is open, by its working hours and the clock of its own time zone. Pure functions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

from app.domain.line import LineSettings
from app.domain.line_fields import DAYS
from app.domain.line_rules import DAY, is_zone

#: Begin and end in minutes, the zone, the weekdays and holidays off.
_Hours: TypeAlias = tuple[int, int, str, tuple[str, ...]]
_LOOK_AHEAD = 370  # days: every holiday comes by once


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether the line is open at a moment, and when that changes, in the line's own time zone.

    `change` is None when it never does: no hours, or nothing but days off.
    """

    open: bool
    change: datetime | None = None


def opening(line: LineSettings, now: datetime) -> Opening | None:
    """What the hours say of a moment; None when they cannot be told (a zone nobody knows)."""
    if not line.on("WORKTIME_ENABLE"):
        return Opening(open=True)
    begin, end = line.number("WORKTIME_FROM"), line.number("WORKTIME_TO")
    zone = line.text("WORKTIME_TIMEZONE")
    if begin is None or end is None or not is_zone(zone):
        return None
    here = now.astimezone(ZoneInfo(zone))
    spans = _spans(line, here.date(), begin, end, ZoneInfo(zone))
    current = next((span for span in spans if span[0] <= here < span[1]), None)
    if current is not None:
        return Opening(open=True, change=_end_of(current, spans))
    return Opening(False, next((start for start, _ in spans if start > here), None))


def open_times(line: LineSettings, since: datetime) -> Iterator[tuple[datetime, datetime]] | None:
    """When the line is open from a moment on, in UTC and in order, for about a year. None: always,
    or nobody can tell.
    """
    begin, end = line.number("WORKTIME_FROM"), line.number("WORKTIME_TO")
    zone = line.text("WORKTIME_TIMEZONE")
    if not line.on("WORKTIME_ENABLE") or begin is None or end is None or not is_zone(zone):
        return None
    off = line.items("WORKTIME_DAYOFF") + line.items("WORKTIME_HOLIDAYS")
    return _open_from(since, (begin, end, zone, off))


def _open_from(since: datetime, hours: _Hours) -> Iterator[tuple[datetime, datetime]]:
    today = since.astimezone(ZoneInfo(hours[2])).date()
    for ahead in range(-1, _LOOK_AHEAD):
        span = _open_on(today + timedelta(days=ahead), hours)
        if span is not None and span[1] > since:
            yield span


@lru_cache(maxsize=4096)  # asked for every dialog of a line again
def _open_on(day: date, hours: _Hours) -> tuple[datetime, datetime] | None:
    """From when to when the line is open with the shift that begins on a day, in UTC."""
    begin, end, name, off = hours
    weekday, code = _names(day)
    if weekday in off or code in off:
        return None
    zone, over = ZoneInfo(name), 0 if begin < end else DAY
    start, stop = _moment(day, begin, zone), _moment(day, end + over, zone)
    return start.astimezone(UTC), stop.astimezone(UTC)


def _spans(
    line: LineSettings, today: date, begin: int, end: int, zone: ZoneInfo
) -> list[tuple[datetime, datetime]]:
    """The opening times of the coming days, and of yesterday: a night's shift reaches over."""
    found = []
    for ahead in range(-1, _LOOK_AHEAD):
        day = today + timedelta(days=ahead)
        if not _is_day_off(line, day):
            over = 0 if begin < end else DAY
            found.append((_moment(day, begin, zone), _moment(day, end + over, zone)))
    return found


def _names(day: date) -> tuple[str, str]:
    return DAYS[day.weekday()], f"{day.day:02}.{day.month:02}"


def _is_day_off(line: LineSettings, day: date) -> bool:
    weekday, code = _names(day)
    return weekday in line.items("WORKTIME_DAYOFF") or code in line.items("WORKTIME_HOLIDAYS")


def _moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    days, rest = divmod(minutes, DAY)
    at = time(rest // 60, rest % 60)
    return datetime.combine(day + timedelta(days=days), at, tzinfo=zone)


def _end_of(
    span: tuple[datetime, datetime], spans: list[tuple[datetime, datetime]]
) -> datetime | None:
    """The end, over openings that follow without a break; None when there never is one."""
    end = span[1]
    for start, stop in spans:
        if start <= end < stop:
            end = stop
    return end if end - span[0] < timedelta(days=_LOOK_AHEAD - 3) else None
