"""FILTER of `user.get`: fields of users with an operator before the name.

Pure functions of rows.
"""

import fnmatch
import re
from collections.abc import Callable, Mapping
from typing import Any

from app.sandbox.params import entries, flag, is_array, to_text

Row = dict[str, Any]
_KEY = re.compile(r"([^A-Za-z_]*)([A-Za-z_0-9]*)", re.DOTALL)
#: Fields that are searched for a phrase.
SEARCHED = ("NAME", "LAST_NAME", "SECOND_NAME", "WORK_POSITION", "EMAIL")

MAX_PATTERN = 1_000
Compare = Callable[[str, list[str]], bool]


def _order(compare: Callable[[Any, Any], bool]) -> Compare:
    return lambda mine, given: any(compare(*_comparable(mine, other)) for other in given)


def _comparable(mine: str, given: str) -> tuple[Any, Any]:
    if mine.isdecimal() and given.isdecimal() and max(len(mine), len(given)) < 19:
        return int(mine), int(given)
    return mine, given


def _within(mine: str, given: list[str]) -> bool:
    return any(other in mine for other in given)


def _like(mine: str, given: list[str]) -> bool:
    """`%` stands for anything; nothing else is special."""
    return any(fnmatch.fnmatchcase(mine, _pattern(other)) for other in given)


def _pattern(text: str) -> str:
    parts = re.split("%+", text[:MAX_PATTERN])
    return "*".join(re.sub(r"([*?\[])", r"[\1]", part) for part in parts)


def _equal(mine: str, given: list[str]) -> bool:
    return mine in given


_COMPARE: Mapping[str, Compare] = {
    "": _equal,
    "=": _equal,
    "@": _equal,
    "!": lambda mine, given: not _equal(mine, given),
    "!=": lambda mine, given: not _equal(mine, given),
    "!@": lambda mine, given: not _equal(mine, given),
    ">": _order(lambda mine, given: mine > given),
    ">=": _order(lambda mine, given: mine >= given),
    "<": _order(lambda mine, given: mine < given),
    "<=": _order(lambda mine, given: mine <= given),
    "%": _within,
    "!%": lambda mine, given: not _within(mine, given),
    "=%": _like,
    "%=": _like,
    "!=%": lambda mine, given: not _like(mine, given),
    "!%=": lambda mine, given: not _like(mine, given),
}


def fits(row: Row, wanted: Mapping[str, Any], fields: tuple[str, ...]) -> bool:
    """Whether a user has all that is wanted; unknown fields and operators are passed over."""
    return all(_holds(row, key, given, fields) for key, given in wanted.items())


def _holds(row: Row, key: str, given: Any, fields: tuple[str, ...]) -> bool:
    found = _KEY.fullmatch(key)
    operator, name = (found[1], found[2].upper()) if found else ("", "")
    if name == "NAME_SEARCH":
        return has_phrase(row, to_text(given), SEARCHED)
    if name not in fields or operator not in _COMPARE or given is None:
        return True
    if isinstance(row.get(name), bool):
        wished = flag(given)
        return wished is None or (row[name] == wished) != operator.startswith("!")
    mine, texts = row.get(name), [text.casefold() for text in _texts(given)]
    if isinstance(mine, list):
        held = any(_equal(to_text(item), texts) for item in mine)
        return held != operator.startswith("!")
    return _COMPARE[operator](to_text(mine).casefold(), texts)


def has_phrase(row: Row, phrase: str, names: tuple[str, ...]) -> bool:
    """Whether every word of a phrase begins or stands inside one of the fields."""
    text = " ".join(to_text(row.get(name)) for name in names).casefold()
    return all(word in text for word in phrase.casefold().split())


def begins(row: Row, name: str, given: Any) -> bool:
    """Whether a field begins with one of the texts, without regard to case."""
    mine = to_text(row.get(name)).casefold()
    return any(mine.startswith(text.casefold().rstrip("%")) for text in _texts(given))


def _texts(value: Any) -> list[str]:
    return [to_text(item) for _, item in entries(value)] if is_array(value) else [to_text(value)]
