"""Filters by fields with an operator before the name: FILTER of `user.get`, that of lines.

The conditions are read once for a request. All values of a filter together are at most `MAX_VALUES`
and `MAX_TEXT` letters; of a phrase the first `MAX_PHRASE` letters count. Pure functions of rows.
"""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from operator import eq, ge, gt, le, lt
from typing import Any

from app.sandbox.clock import parse_iso
from app.sandbox.errors import VendorError, argument_error
from app.sandbox.params import entries, flag, is_array, to_text

Row = dict[str, Any]
Check = Callable[[Row], bool]

MAX_VALUES, MAX_TEXT, MAX_PHRASE = 1_000, 100_000, 1_000
#: Fields that are searched for a phrase.
SEARCHED = ("NAME", "LAST_NAME", "SECOND_NAME", "WORK_POSITION", "EMAIL")
#: Fields that are compared as dates; a value that is no date fits nobody.
DATES = (
    *("TIMESTAMP_X", "DATE_REGISTER", "LAST_LOGIN", "LAST_ACTIVITY_DATE"),
    *("PERSONAL_BIRTHDAY", "UF_EMPLOYMENT_DATE"),
)
_KEY = re.compile(r"([^A-Za-z_]*)([A-Za-z_0-9]*)", re.DOTALL)
_EQUAL = ("", "=", "@")
_ORDERS: Mapping[str, Callable[[Any, Any], Any]] = {">": gt, ">=": ge, "<": lt, "<=": le}
_LIKE = ("=%", "%=")
_LOCAL_DATES = ("%d.%m.%Y", "%d.%m.%Y %H:%M:%S")


def checks(wanted: Mapping[str, Any], fields: tuple[str, ...]) -> list[Check]:
    """What a row has to pass; unknown fields and operators are passed over."""
    if len(wanted) > MAX_VALUES:
        raise too_many()
    rows = [(*_parts(key), given) for key, given in wanted.items() if given is not None]
    rows = [row for row in rows if row[1] in fields or row[1] == "NAME_SEARCH"]
    _bound([given for _, _, given in rows])
    found = [_check(operator, name, given) for operator, name, given in rows]
    return [check for check in found if check]


def _parts(key: str) -> tuple[str, str]:
    found = _KEY.fullmatch(key[:100])
    return (found[1], found[2].upper()) if found else ("", "")


def _bound(values: list[Any]) -> None:
    number = sum(len(value) if is_array(value) else 1 for value in values)
    if number > MAX_VALUES or sum(len(text) for row in values for text in _texts(row)) > MAX_TEXT:
        raise too_many()


def too_many() -> VendorError:
    """The refusal of a filter with more values than the sandbox compares."""
    return argument_error("FILTER", "There are too many values in the filter")


def _check(operator: str, name: str, given: Any) -> Check | None:
    if name == "NAME_SEARCH":
        return phrase(to_text(given), SEARCHED)
    wished, plain = not operator.startswith("!"), operator.removeprefix("!")
    if name in DATES and plain in (*_EQUAL, *_ORDERS):
        return _dated(plain, name, given, wished=wished)
    texts = [text.casefold() for text in _texts(given)]
    compare = _comparison(plain, texts)
    if compare is None or (plain in _ORDERS and not wished):
        return None

    def check(row: Row) -> bool:
        mine = row.get(name)
        if isinstance(mine, bool):
            asked = flag(given)
            return asked is None or (mine == asked) == wished
        if isinstance(mine, list):
            return any(to_text(item) in texts for item in mine) == wished
        return compare(to_text(mine).casefold()) == wished

    return check


def _comparison(operator: str, texts: list[str]) -> Callable[[str], bool] | None:
    if operator in _EQUAL:
        return lambda mine: mine in texts
    if operator == "%":
        return lambda mine: any(text in mine for text in texts)
    if operator in _LIKE:
        patterns = [text.split("%") for text in texts]
        return lambda mine: any(_matches(mine, pattern) for pattern in patterns)
    order = _ORDERS.get(operator)
    if order is None:
        return None
    return lambda mine: any(order(*_comparable(mine, text)) for text in texts)


def _comparable(mine: str, given: str) -> tuple[Any, Any]:
    if mine.isdecimal() and given.isdecimal() and max(len(mine), len(given)) < 19:
        return int(mine), int(given)
    return mine, given


def _matches(mine: str, pattern: list[str]) -> bool:
    """`%` stands for anything; the pattern is what stands between."""
    first, last = pattern[0], pattern[-1]
    if len(pattern) == 1:
        return mine == first
    at, end = len(first), len(mine) - len(last)
    if at > end or not (mine.startswith(first) and mine.endswith(last)):
        return False
    for part in filter(None, pattern[1:-1]):
        at = mine.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def _dated(operator: str, name: str, given: Any, *, wished: bool) -> Check:
    moments = [moment for text in _texts(given) if (moment := _moment(text)) is not None]
    compare: Callable[[Any, Any], Any] = _ORDERS.get(operator, eq)

    def check(row: Row) -> bool:
        mine = _moment(to_text(row.get(name)))
        known = bool(moments) and mine is not None
        return known and any(compare(mine, other) for other in moments) == wished

    return check


def _moment(text: str) -> float | None:
    """A date as ISO writes it, or as the portal does."""
    if (found := parse_iso(text)) is not None:
        return found
    for form in _LOCAL_DATES:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).timestamp()
        except ValueError:
            continue
    return None


def phrase(text: str, names: tuple[str, ...]) -> Check:
    """Whether every word of a phrase stands in one of the fields."""
    words = text[:MAX_PHRASE].casefold().split()

    def check(row: Row) -> bool:
        mine = " ".join(to_text(row.get(name)) for name in names).casefold()
        return all(word in mine for word in words)

    return check


def beginnings(wanted: Mapping[str, Any], names: tuple[str, ...]) -> list[Check]:
    """What a row has to pass whose fields begin with one of the texts, without regard to case."""
    values = {name: wanted.get(name) for name in names}
    given = {name: value for name, value in values.items() if to_text(value) or is_array(value)}
    _bound(list(given.values()))
    return [_beginning(name, value) for name, value in given.items()]


def _beginning(name: str, value: Any) -> Check:
    begins = tuple(text.casefold().rstrip("%") for text in _texts(value))
    return lambda row: to_text(row.get(name)).casefold().startswith(begins)


def _texts(value: Any) -> list[str]:
    return [to_text(item) for _, item in entries(value)] if is_array(value) else [to_text(value)]
