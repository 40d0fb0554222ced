"""From what a call gives to what a record stores. Pure; what is wrong is told by the field."""

import math
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import islice
from typing import Any

from app.sandbox.clock import iso
from app.sandbox.crm.fields import DATES, NUMBERS, Field
from app.sandbox.crm.records import Value
from app.sandbox.params import flag, is_array, to_int, to_text

MAX_STRING = 255
MAX_TEXT = 65_535
MAX_LIST = 100
_CURRENCIES = ("EUR", "USD", "RUB", "GBP", "PLN", "UAH", "KZT", "BYN", "BRL", "INR", "CNY")
_SITE_DATE = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})(?: (\d\d:\d\d(?::\d\d)?))?", re.ASCII)


class Incorrect(Exception):
    """The field cannot take this value."""


def stored(known: Field, given: Any, offset: int) -> Value:
    """The value as it is stored; `offset` is the portal's distance from UTC in minutes."""
    if known.multiple:
        return _ids(given)
    if given is None:
        return None
    if known.type in NUMBERS:
        number = to_int(given)
        return str(number) if number > 0 else None
    if known.type in DATES:
        return _date(to_text(given).strip(), offset, whole_days=known.type == "date")
    return _text(known.type, given)


def _text(kind: str, given: Any) -> Value:
    if kind == "double":
        return money(given)
    if kind == "char":
        return "Y" if flag(given) else "N"
    if kind == "crm_currency":
        return _currency(to_text(given))
    return to_text(given)[: MAX_TEXT if kind == "text" else MAX_STRING]


def custom(given: Any) -> Value:
    """A custom field: a text, or a list of texts; the sandbox does not know its type."""
    if is_array(given):
        return [to_text(item)[:MAX_STRING] for item in firsts(given, MAX_LIST)]
    return None if given is None else to_text(given)[:MAX_TEXT]


def money(given: Any) -> str:
    """A sum with two decimals; an empty one is zero."""
    text = to_text(given).strip() or "0"
    try:
        number = float(text[:MAX_STRING])
    except ValueError:
        raise Incorrect from None
    if not math.isfinite(number) or abs(number) >= 1e15:
        raise Incorrect
    return f"{number:.2f}"


def _currency(code: str) -> str | None:
    if code and code not in _CURRENCIES:
        raise Incorrect
    return code or None


def _ids(given: Any) -> list[str]:
    listed = firsts(given, MAX_LIST) if is_array(given) else [given]
    numbers = dict.fromkeys(number for number in map(to_int, listed) if number > 0)
    return [str(number) for number in numbers]


def firsts(array: list[Any] | dict[str, Any], most: int) -> Iterator[Any]:
    """The first values of a PHP array; the others are not looked at."""
    return islice(array.values() if isinstance(array, dict) else array, most)


def _date(text: str, offset: int, *, whole_days: bool) -> str | None:
    if not text:
        return None
    moment = moment_of(text, offset)
    if moment is None:
        raise Incorrect
    return day(moment, offset) if whole_days else iso(moment, offset)


def day(moment: float, offset: int) -> str:
    """The date of a moment, written as its midnight."""
    text = iso(moment, offset)
    return f"{text[:10]}T00:00:00{text[19:]}"


def moment_of(text: str, offset: int) -> float | None:
    """Unix seconds of a date in one of the portal's spellings; its zone is the usual one."""
    site = _SITE_DATE.fullmatch(text)
    if site:
        text = f"{site[3]}-{site[2]}-{site[1]}T{site[4] or '00:00'}"
    try:
        found = datetime.fromisoformat(text)
        if found.tzinfo is None:
            found = found.replace(tzinfo=timezone(timedelta(minutes=offset)))
        moment = found.timestamp()
        iso(moment, offset)
    except (ValueError, OverflowError, OSError):
        return None
    return moment
