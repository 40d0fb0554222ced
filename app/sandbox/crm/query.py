"""Finding records: filters with an operator before the name, order, pages.

Knows records only through `read`, which gives the texts of a field.
"""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from app.sandbox.crm.fields import DATES, NUMBERS
from app.sandbox.crm.judges import ALONE, JUDGES, Judge
from app.sandbox.crm.records import Record
from app.sandbox.crm.values import moment_of
from app.sandbox.model import Page
from app.sandbox.params import as_map, entries, is_array, to_int, to_text

PAGE = 50
#: What one question may cost. To compare a value of a record with one that is given costs one, and
#: one more for each `_BLOCK` of its letters times the letters of what is looked for in it.
MAX_WORK = 200_000
_BLOCK = 512
_KEY = re.compile(r"([!=<>@%]*)(.*)", re.DOTALL)
_NUMBER = re.compile(r"\s*[-+]?[0-9]+(?:\.[0-9]*)?\s*")

Texts = list[str | None]
Test = Callable[[Record], bool]
#: From the name of a field, what gives its texts.
Read = Callable[[str], Callable[[Record], Texts]]
#: The type of a field that may be asked for; None for any other name.
TypeOf = Callable[[str], str | None]


class Refused(Exception):
    """A field, value or direction that cannot be asked for: which, and what is wrong with it."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(name, what)
        self.name = name
        self.what = what


class TooMuch(Exception):
    """The question would cost more than MAX_WORK."""


@dataclass(slots=True)
class Effort:
    """What is left to one question."""

    left: int = MAX_WORK

    def spend(self, units: int) -> None:
        """Do so much; raises TooMuch instead of beginning what is too much."""
        self.left -= units
        if self.left < 0:
            raise TooMuch


@dataclass(frozen=True, slots=True)
class Language:
    """How one family of methods asks: names and types of fields, and whether it is strict.

    A strict one refuses unknown fields and wrong values and knows groups with `logic`; the other
    leaves them out.
    """

    type_of: TypeOf
    read: Read
    offset: int
    strict: bool = False
    effort: Effort = field(default_factory=Effort)

    def test(self, wanted: Any) -> Test:
        """The filter as a test of a record."""
        given = as_map(wanted)
        either = self.strict and to_text(given.pop("logic", "")).upper() == "OR"
        tests = [test for key, value in given.items() if (test := self._condition(key, value))]
        if either and tests:
            return lambda record: any(test(record) for test in tests)
        return lambda record: all(test(record) for test in tests)

    def _condition(self, key: str, value: Any) -> Test | None:
        self.effort.spend(1 + (len(value) if is_array(value) else 0))
        if self.strict and key.isdecimal() and is_array(value):
            return self.test(value)
        found = _KEY.fullmatch(key)
        operator, name = (found[1], found[2]) if found else ("", key)
        kind, made = self.type_of(name), JUDGES.get(operator)
        if kind is None or made is None:
            if self.strict:
                raise Refused(name, "is not allowed in filter")
            return None
        typed = _reader("text" if "%" in operator else kind, self.offset)
        given = [typed(_text(item)) for item in _listed(value)]
        if self.strict and "%" not in operator:
            self._check(name, kind, value)
        judge = made(given)
        read = self._reading(name, judge)
        return lambda record: judge.fits([typed(text) for text in read(record)])

    def _check(self, name: str, kind: str, value: Any) -> None:
        """Refuse to ask for a number or date by something that is none."""
        filled = [text for text in map(_text, _listed(value)) if text]
        numeric = kind in NUMBERS or kind == "double"
        if numeric and not all(map(_NUMBER.fullmatch, filled)):
            raise Refused(name, "has invalid value")
        if kind in DATES and any(moment_of(text, self.offset) is None for text in filled):
            raise Refused(name, "has invalid value")

    def sort(self, records: Iterable[Record], wanted: Any) -> list[Record]:
        """Records in the order asked for; those that are equal, and all others, by id."""
        rows = sorted(records, key=lambda record: record.id)
        steps = [self._step(name, direction) for name, direction in as_map(wanted).items()]
        for name, kind, down in reversed([step for step in steps if step]):
            key = _sorting(_reader(kind, self.offset), self._reading(name, ALONE))
            rows.sort(key=key, reverse=down)
        return rows

    def _step(self, name: str, direction: Any) -> tuple[str, str, bool] | None:
        self.effort.spend(1)
        kind, text = self.type_of(name), to_text(direction)
        if kind is None:
            if self.strict:
                raise Refused(name, "is not allowed in order")
            return None
        if self.strict and text.upper() not in ("ASC", "DESC"):
            raise Refused(name, text)
        return name, kind, text.upper() == "DESC"

    def _reading(self, name: str, judge: Judge) -> Callable[[Record], Texts]:
        """What gives the texts of a field; what it takes to judge them is paid for there."""
        read, spend = self.read(name), self.effort.spend

        def texts_of(record: Record) -> Texts:
            texts = read(record)
            cost = judge.values * (len(texts) or 1)
            for text in texts:
                if text:
                    cost += judge.values * (len(text) * judge.letters // _BLOCK)
            spend(cost)
            return texts

        return texts_of


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
        number = float(text[:100])
    except ValueError:
        return 0
    return 0 if math.isnan(number) else number


def _sorting(
    typed: Callable[[str | None], Any], read: Callable[[Record], Texts]
) -> Callable[[Record], tuple[bool, Any]]:
    def key(record: Record) -> tuple[bool, Any]:
        texts = read(record)
        value = typed(texts[0]) if texts else None
        return (value is not None, 0 if value is None else value)

    return key
