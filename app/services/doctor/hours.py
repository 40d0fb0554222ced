"""Whether a line is at work at a moment, by the settings of its working hours. Pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.bitrix.wire import Json, as_bool, as_list, as_text

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def minutes_left(line: Mapping[str, Json], now: datetime) -> int | None:
    """Minutes until the line closes, 0 when it is closed, None when it never closes or when its
    settings cannot be read.
    """
    if not as_bool(line.get("WORKTIME_ENABLE")):
        return None
    begin, end = (_minute(as_text(line.get(f"WORKTIME_{name}"))) for name in ("FROM", "TO"))
    zone = _zone(as_text(line.get("WORKTIME_TIMEZONE")))
    if begin is None or end is None or zone is None:
        return None
    there = now.astimezone(zone)
    if _is_free(line, there):
        return 0
    minute = there.hour * 60 + there.minute
    at_work = begin <= minute <= end if begin <= end else minute >= begin or minute <= end
    return (end - minute) % 1440 + 1 if at_work else 0


def hours_of(line: Mapping[str, Json]) -> str:
    """The hours as they stand in the settings, such as 9-18.30."""
    return f"{as_text(line.get('WORKTIME_FROM'))}-{as_text(line.get('WORKTIME_TO'))}"


def _is_free(line: Mapping[str, Json], there: datetime) -> bool:
    days_off = {as_text(day).upper() for day in as_list(line.get("WORKTIME_DAYOFF"))}
    holidays = {as_text(day).strip() for day in as_list(line.get("WORKTIME_HOLIDAYS"))}
    dates = {f"{there.day}.{there.month}", f"{there.day:02}.{there.month:02}"}
    return _DAYS[there.weekday()] in days_off or bool(dates & holidays)


def _minute(text: str) -> int | None:
    """`9`, `18.30` or `18:30` as a minute of the day."""
    hour, _, minute = text.strip().replace(":", ".").partition(".")
    if not hour.isdecimal() or not (minute or "0").isdecimal():
        return None
    found = timedelta(hours=int(hour[:2]), minutes=int((minute or "0")[:2].ljust(2, "0")))
    return int(found.total_seconds() // 60)


def _zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
