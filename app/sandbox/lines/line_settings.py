"""What the settings of a line say about a dialog: which line it is, whose name, is it open now."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.sandbox.conversation import LineChat
from app.sandbox.lines.line_fields import DAYS, minute_of_day
from app.sandbox.model import Line
from app.sandbox.params import as_map, to_text
from app.sandbox.portal import Portal


def of(portal: Portal, chat: LineChat) -> Line | None:
    """The line that works on a chat: its own, or the one it was transferred to."""
    moved = chat.sessions[-1].line if chat.sessions else 0
    return portal.lines.get(moved or chat.line)


def operator_name(portal: Portal, line: Line, user: int) -> str:
    """How a customer sees an operator; empty when the line hides its people."""
    rule = line.text("OPERATOR_DATA")
    if rule == "hide":
        return ""
    full_name = portal.users[user].full_name if user in portal.users else ""
    if rule != "queue":
        return full_name
    usual = to_text(as_map(line.fields.get("DEFAULT_OPERATOR_DATA")).get("NAME"))
    return line.shown.get(user, {}).get("USER_NAME") or usual or full_name


def at_work(line: Line, moment: float) -> bool:
    """Whether the line's working hours cover a moment, by the clock of its own time zone."""
    if not line.on("WORKTIME_ENABLE"):
        return True
    there = datetime.fromtimestamp(moment, _zone(line))
    if DAYS[there.weekday()] in line.fields.get("WORKTIME_DAYOFF", ()):
        return False
    if (there.day, there.month) in _holidays(line):
        return False
    begin, end = (minute_of_day(line.text(name)) for name in ("WORKTIME_FROM", "WORKTIME_TO"))
    minute = there.hour * 60 + there.minute
    return begin <= minute <= end if begin <= end else minute >= begin or minute <= end


def _holidays(line: Line) -> set[tuple[int, int]]:
    parts = (code.partition(".") for code in line.fields.get("WORKTIME_HOLIDAYS", ()))
    return {(int(day), int(month)) for day, _, month in parts if day and month}


def _zone(line: Line) -> tzinfo:
    try:
        return ZoneInfo(line.text("WORKTIME_TIMEZONE"))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
