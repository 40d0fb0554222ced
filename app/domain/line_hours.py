"""When a line is open, by its working hours and the clock of its own time zone. Pure functions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.line import LineSettings
from app.domain.line_fields import DAYS
from app.domain.line_rules import DAY, is_zone

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
    return _open_from(line, since, (begin, end), ZoneInfo(zone))


def _open_from(
    line: LineSettings, since: datetime, hours: tuple[int, int], zone: ZoneInfo
) -> Iterator[tuple[datetime, datetime]]:
    begin, end = hours
    today = since.astimezone(zone).date()
    for ahead in range(-1, _LOOK_AHEAD):
        day = today + timedelta(days=ahead)
        if _is_day_off(line, day):
            continue
        over = 0 if begin < end else DAY
        start = _moment(day, begin, zone).astimezone(UTC)
        stop = _moment(day, end + over, zone).astimezone(UTC)
        if stop > since:
            yield start, stop


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


def _is_day_off(line: LineSettings, day: date) -> bool:
    weekday, code = DAYS[day.weekday()], f"{day.day:02}.{day.month:02}"
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
