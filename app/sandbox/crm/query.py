"""Finding records: filters with an operator before the name, order, pages.

Knows records only through `read`, which gives the texts of a field.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.sandbox.crm.fields import DATES, NUMBERS
from app.sandbox.crm.records import Record
from app.sandbox.crm.values import moment_of
from app.sandbox.model import Page
from app.sandbox.params import as_map, entries, is_array, to_int, to_text

PAGE = 50
_KEY = re.compile(r"([!=<>@%]*)(.*)", re.DOTALL)

Texts = list[str | None]
Test = Callable[[Record], bool]
Read = Callable[[Record, str], Texts]
#: The type of a field that may be asked for; None for any other name.
TypeOf = Callable[[str], str | None]


class Refused(Exception):
    """A field, value or direction that cannot be asked for: which, and what is wrong with it."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(name, what)
        self.name = name
        self.what = what


@dataclass(frozen=True, slots=True)
class Language:
    """How one family of methods asks: names and types of fields, and whether it is strict.

    A strict one refuses unknown fields and knows groups with `logic`; the other leaves them out.
    """

    type_of: TypeOf
    read: Read
    offset: int
    strict: bool = False

    def test(self, wanted: Any) -> Test:
        """The filter as a test of a record."""
        given = as_map(wanted)
        either = self.strict and to_text(given.pop("logic", "")).upper() == "OR"
        tests = [test for key, value in given.items() if (test := self._condition(key, value))]
        if either and tests:
            return lambda record: any(test(record) for test in tests)
        return lambda record: all(test(record) for test in tests)

    def _condition(self, key: str, value: Any) -> Test | None:
        if self.strict and key.isdecimal() and is_array(value):
            return self.test(value)
        found = _KEY.fullmatch(key)
        operator, name = (found[1], found[2]) if found else ("", key)
        kind, judge = self.type_of(name), _JUDGES.get(operator)
        if kind is None or judge is None:
            if self.strict:
                raise Refused(name, "is not allowed in filter")
            return None
        as_text = "%" in operator
        typed = _reader("text" if as_text else kind, self.offset)
        given = [typed(_text(item)) for item in _listed(value)]
        return lambda record: judge([typed(text) for text in self.read(record, name)], given)

    def sort(self, records: Iterable[Record], wanted: Any) -> list[Record]:
        """Records in the order asked for; those that are equal, and all others, by id."""
        rows = sorted(records, key=lambda record: record.id)
        steps = [self._step(name, direction) for name, direction in as_map(wanted).items()]
        for name, kind, down in reversed([step for step in steps if step]):
            typed = _reader(kind, self.offset)
            rows.sort(key=lambda record: _key(typed, self.read(record, name)), reverse=down)
        return rows

    def _step(self, name: str, direction: Any) -> tuple[str, str, bool] | None:
        kind, text = self.type_of(name), to_text(direction)
        if kind is None:
            if self.strict:
                raise Refused(name, "is not allowed in order")
            return None
        if self.strict and text.upper() not in ("ASC", "DESC"):
            raise Refused(name, text)
        return name, kind, text.upper() == "DESC"


def page(rows: list[Record], start: Any) -> tuple[list[Record], Callable[[Any], Page]]:
    """Fifty rows and how to answer them; a `start` of -1 counts nothing."""
    first = to_int(start)
    if first < 0:
        return rows[:PAGE], lambda shown: Page(shown, 0)
    following = first + PAGE
    left = following if following < len(rows) else None
    return rows[first:following], lambda shown: Page(shown, len(rows), left)


def _listed(value: Any) -> list[Any]:
    return [item for _, item in entries(value)] if is_array(value) else [value]


def _text(value: Any) -> str | None:
    return None if value is None or value is False else to_text(value)


def _reader(kind: str, offset: int) -> Callable[[str | None], Any]:
    def read(text: str | None) -> Any:
        if text is None or text == "":
            return None
        if kind in NUMBERS or kind == "double":
            return _number(text)
        return moment_of(text, offset) if kind in DATES else text.casefold()

    return read


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 0
    return number if number == number else 0  # noqa: PLR0124 - "nan" is no number


def _key(typed: Callable[[str | None], Any], texts: Texts) -> tuple[bool, Any]:
    value = typed(texts[0]) if texts else None
    return (value is not None, 0 if value is None else value)


def _equal(mine: list[Any], given: list[Any]) -> bool:
    return any(value in given for value in mine or [None])


def _compared(compare: Callable[[Any, Any], bool]) -> Callable[[list[Any], list[Any]], bool]:
    def judge(mine: list[Any], given: list[Any]) -> bool:
        pairs = ((one, other) for one in mine for other in given)
        return any(None not in pair and compare(*pair) for pair in pairs)

    return judge


def _like(mine: list[Any], given: list[Any]) -> bool:
    return any(_fits(text or "", pattern or "") for text in mine for pattern in given)


def _fits(text: str, pattern: str) -> bool:
    """SQL's LIKE with `%` only, without looking back."""
    head, *rest = pattern.split("%")
    if not rest:
        return text == head
    *middle, tail = rest
    if len(text) < len(head) + len(tail) or not text.startswith(head) or not text.endswith(tail):
        return False
    place, end = len(head), len(text) - len(tail)
    for part in middle:
        found = text.find(part, place, end)
        if found < 0:
            return False
        place = found + len(part)
    return True


def _contains(mine: list[Any], given: list[Any]) -> bool:
    return any((part or "") in (text or "") for text in mine for part in given)


def _not(judge: Callable[[list[Any], list[Any]], bool]) -> Callable[[list[Any], list[Any]], bool]:
    return lambda mine, given: not judge(mine, given)


_JUDGES: Mapping[str, Callable[[list[Any], list[Any]], bool]] = {
    **dict.fromkeys(("", "=", "@", "=@"), _equal),
    **dict.fromkeys(("!", "!=", "!@", "!=@"), _not(_equal)),
    ">": _compared(lambda one, other: bool(one > other)),
    "<": _compared(lambda one, other: bool(one < other)),
    ">=": _compared(lambda one, other: bool(one >= other)),
    "<=": _compared(lambda one, other: bool(one <= other)),
    "%": _contains,
    "!%": _not(_contains),
    **dict.fromkeys(("=%", "%="), _like),
    **dict.fromkeys(("!=%", "!%="), _not(_like)),
}
