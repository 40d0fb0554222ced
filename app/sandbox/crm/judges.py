"""How values of records are compared with those that a filter gives, by its operator. Pure.

Values are numbers, moments or texts without case; None is an empty one.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

_FEW, _MANY = 16, 100


class Judge(NamedTuple):
    """Whether values of a record fit; with how many each is compared, how long the longest is."""

    fits: Callable[[list[Any]], bool]
    values: int = 1
    letters: int = _FEW


Making = Callable[[list[Any]], Judge]


def _equal(given: list[Any]) -> Judge:
    wanted = frozenset(given)
    return Judge(lambda mine: not wanted.isdisjoint(mine or [None]))


def _compared(compare: Callable[[Any, Any], bool]) -> Making:
    def made(given: list[Any]) -> Judge:
        bounds = [other for other in given if other is not None]

        def fits(mine: list[Any]) -> bool:
            return any(compare(one, other) for one in mine if one is not None for other in bounds)

        return Judge(fits, len(given))

    return made


def _like(given: list[Any]) -> Judge:
    patterns = [_pattern(text or "") for text in given]
    parts = [part for _, middle, _ in patterns for part in middle]

    def fits(mine: list[Any]) -> bool:
        return any(_fits(text or "", pattern) for text in mine for pattern in patterns)

    return Judge(fits, len(patterns) + len(parts), _longest(parts))


def _pattern(text: str) -> tuple[str, list[str], str | None]:
    """SQL's LIKE with `%` only: what comes first, in between and last."""
    head, *rest = text.split("%")
    middle, last = [part for part in rest[:-1] if part], rest[-1] if rest else None
    return head, middle, last


def _fits(text: str, pattern: tuple[str, list[str], str | None]) -> bool:
    """Whether a text is like that, without looking back."""
    head, middle, tail = pattern
    if tail is None:
        return text == head
    if len(text) < len(head) + len(tail) or not text.startswith(head) or not text.endswith(tail):
        return False
    place, end = len(head), len(text) - len(tail)
    for part in middle:
        found = text.find(part, place, end)
        if found < 0:
            return False
        place = found + len(part)
    return True


def _contains(given: list[Any]) -> Judge:
    parts = [part or "" for part in given]

    def fits(mine: list[Any]) -> bool:
        return any(part in (text or "") for text in mine for part in parts)

    return Judge(fits, len(parts), _longest(parts))


def _longest(parts: list[str]) -> int:
    return min(_MANY, max([_FEW, *map(len, parts)]))


def _not(making: Making) -> Making:
    def made(given: list[Any]) -> Judge:
        judge = making(given)
        return judge._replace(fits=lambda mine: not judge.fits(mine))

    return made


#: To read a value, for an order.
ALONE = Judge(bool)
#: By the operator that stands before a field's name.
JUDGES: Mapping[str, Making] = {
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
