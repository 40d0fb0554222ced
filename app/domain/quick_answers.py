"""Quick answers: texts that are written again and again, with gaps to be filled when one is used.

A gap is a name in braces, `{customer_name}`. BBCode in a text stays as it is. Knows no languages.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.connector import FieldProblem

LONGEST_TITLE = 80
LONGEST_TEXT = 20_000
#: Names of gaps that can be filled.
VARIABLES = ("customer_name", "operator_name", "line_name", "greeting")

_GAP = re.compile(r"\{([a-z][a-z0-9_]{0,39})\}")


@dataclass(frozen=True, slots=True)
class QuickAnswer:
    """`id` never changes; the order of answers is the person's."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A text to insert. `gaps` are the names that nobody could fill, as they still stand in it."""

    text: str
    gaps: tuple[str, ...] = ()


class PartOfDay(StrEnum):
    """How people greet."""

    MORNING = "morning"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


def part_of_day(hour: int) -> PartOfDay:
    """The part of the day to which an hour of the clock on the wall belongs."""
    if 5 <= hour < 12:
        return PartOfDay.MORNING
    if 12 <= hour < 18:
        return PartOfDay.DAY
    return PartOfDay.EVENING if 18 <= hour < 23 else PartOfDay.NIGHT


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """Fill the gaps; those without a value stay. What is put in is not looked at again."""
    filled = _GAP.sub(lambda found: values.get(found[1], "").strip() or found[0], text)
    left = (found[1] for found in _GAP.finditer(text) if not values.get(found[1], "").strip())
    return Filled(filled, tuple(dict.fromkeys(left)))


def gaps_in(text: str, names: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where those of the named gaps stand that are still in a text: from, to."""
    wanted = set(names)
    return tuple(found.span() for found in _GAP.finditer(text) if found[1] in wanted)


def find(answers: Iterable[QuickAnswer], words: str) -> tuple[QuickAnswer, ...]:
    """Those in which every word occurs; where all are in the title, before the others."""
    wanted = words.casefold().split()
    found = [
        each
        for each in answers
        if all(word in f"{each.title}\n{each.text}".casefold() for word in wanted)
    ]
    return tuple(
        sorted(found, key=lambda each: not all(word in each.title.casefold() for word in wanted))
    )


def check_quick_answer(answer: QuickAnswer) -> list[FieldProblem]:
    """Everything that is wrong with an answer, by the fields `title` and `text`."""
    found = []
    if not answer.title.strip():
        found.append(FieldProblem("title", "REQUIRED"))
    elif len(answer.title) > LONGEST_TITLE:
        found.append(FieldProblem("title", "TOO_LONG"))
    if not answer.text.strip():
        found.append(FieldProblem("text", "REQUIRED"))
    elif len(answer.text) > LONGEST_TEXT:
        found.append(FieldProblem("text", "TOO_LONG"))
    return found
