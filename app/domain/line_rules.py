"""What a person typed into the settings of a line: the value it stands for, or what is wrong.

Every rule has a code; the window has the words. A hint is a text that would pass.
"""

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.connector import FieldProblem
from app.domain.line import Entity, Value
from app.domain.line_fields import LARGEST, LONGEST_NAME, LONGEST_TEXT, Field, Kind

#: What a control holds: a text, a switch, chosen days, the entries of the queue.
Typed: TypeAlias = str | bool | tuple[str, ...] | tuple[Entity, ...]

_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{1,2}))?")
_DATE = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})")
_CODE = re.compile(r"[\w.:-]*")
_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAY = 24 * 60


def parse(field: Field, typed: Typed) -> Value | FieldProblem:
    """The value of what was typed, or why it cannot be sent."""
    if not isinstance(typed, str):
        return typed if isinstance(typed, bool) else tuple(str(each) for each in typed)
    return _PARSERS[field.kind](field, typed if field.kind is Kind.TEXT else typed.strip())


def shown(field: Field, value: Value | None) -> Typed:
    """The value as its control holds it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return value
    if isinstance(value, tuple):
        return value if field.kind is Kind.DAYS else ", ".join(value)
    if field.kind is Kind.CLOCK and isinstance(value, int):
        return clock(value)
    return str(value)


def cross_check(values: Mapping[str, Value]) -> list[FieldProblem]:
    """What is wrong with values that are good one by one."""
    found = []
    for switch, text in (("WELCOME_MESSAGE", "WELCOME_MESSAGE_TEXT"),):
        if values.get(switch) is True and _empty(values, text):
            found.append(FieldProblem(text, "TEXT_EMPTY"))
    for rule in ("WORKTIME_DAYOFF", "NO_ANSWER", "CLOSE", "AUTO_CLOSE"):
        live = rule != "WORKTIME_DAYOFF" or values.get("WORKTIME_ENABLE") is True
        if live and values.get(f"{rule}_RULE") == "text" and _empty(values, f"{rule}_TEXT"):
            found.append(FieldProblem(f"{rule}_TEXT", "TEXT_EMPTY"))
    begin, end = values.get("WORKTIME_FROM"), values.get("WORKTIME_TO")
    if values.get("WORKTIME_ENABLE") is True and begin is not None and begin == end:
        found.append(FieldProblem("WORKTIME_TO", "HOURS_EMPTY"))
    return found


def clock(minutes: int) -> str:
    """A time of day as people write it."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def read_clock(text: str) -> int | None:
    """Minutes after midnight of `9`, `09:00`, `18.30` and `18.3` (which is half past: the portal
    drops a zero at the end of its dotted times).
    """
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hours, tail = int(found[1]), found[2] or "0"
    minutes = int(tail if ":" in text else tail.ljust(2, "0"))
    whole = hours * 60 + minutes
    return whole if minutes < 60 and whole <= DAY else None


def read_date(text: str) -> str | None:
    """`DD.MM` of a day that some year has."""
    found = _DATE.fullmatch(text.strip())
    if found is None:
        return None
    day, month = int(found[1]), int(found[2])
    good = 1 <= month <= 12 and 1 <= day <= _LAST_DAYS[month - 1]
    return f"{day:02}.{month:02}" if good else None


def is_zone(name: str) -> bool:
    """Whether it is the name of a time zone, as `Europe/Riga`."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(name)


def _empty(values: Mapping[str, Value], name: str) -> bool:
    """Whether the portal has that text, and nothing stands in it."""
    return name in values and not str(values[name]).strip()


def _name(field: Field, text: str) -> Value | FieldProblem:
    if not text:
        return FieldProblem(field.name, "NAME_EMPTY")
    if len(text) > LONGEST_NAME:
        return FieldProblem(field.name, "NAME_TOO_LONG", text[:LONGEST_NAME].rstrip())
    return text


def _number(field: Field, text: str) -> Value | FieldProblem:
    if not re.fullmatch(r"[0-9]{1,19}", text, re.ASCII):
        digits = re.sub(r"[^0-9]", "", text)[:9]
        return FieldProblem(field.name, "NUMBER", digits)
    return int(text) if int(text) <= LARGEST else FieldProblem(field.name, "NUMBER_TOO_LARGE")


def _clock(field: Field, text: str) -> Value | FieldProblem:
    minutes = read_clock(text)
    return FieldProblem(field.name, "CLOCK") if minutes is None else minutes


def _holidays(field: Field, text: str) -> Value | FieldProblem:
    parts = [part for part in re.split(r"[,;\s]+", text) if part]
    dates = [read_date(part) for part in parts]
    kept = tuple(dict.fromkeys(date for date in dates if date is not None))
    if None in dates:
        return FieldProblem(field.name, "HOLIDAYS", ", ".join(kept))
    return kept


def _zone(field: Field, text: str) -> Value | FieldProblem:
    return text if is_zone(text) else FieldProblem(field.name, "ZONE_UNKNOWN")


def _code(field: Field, text: str) -> Value | FieldProblem:
    if _CODE.fullmatch(text):
        return text
    return FieldProblem(field.name, "CODE_CHARACTERS", re.sub(r"[^\w.:-]", "", text))


def _text(field: Field, text: str) -> Value | FieldProblem:
    return text if len(text) <= LONGEST_TEXT else FieldProblem(field.name, "TEXT_TOO_LONG")


_PARSERS: dict[Kind, Callable[[Field, str], Value | FieldProblem]] = {
    Kind.NAME: _name,
    Kind.NUMBER: _number,
    Kind.CLOCK: _clock,
    Kind.HOLIDAYS: _holidays,
    Kind.ZONE: _zone,
    Kind.CODE: _code,
    Kind.TEXT: _text,
    Kind.CHOICE: _text,
}
