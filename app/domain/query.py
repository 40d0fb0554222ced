"""What a person typed to search for, as terms; and one spelling for all texts.

Words may go on (`lam` finds lamp), a phrase in quotes stands as it is. Any text is a query. Knows
no store.
"""

import re
import unicodedata
from dataclasses import dataclass

_LONGEST, _MOST = 400, 16
_TERM = re.compile(r'"([^"]*)("|$)|([^\s"]+)')
_FOLDED = str.maketrans({"ё": "е", "\x00": " "})
#: What belongs to a character before it; part of its word.
_MARKS = ("Mn", "Mc")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side, in the spelling of `fold`; the last one may go on, if
    `open_ended`.
    """

    words: tuple[str, ...]
    open_ended: bool


def fold(text: str) -> str:
    """One spelling: small letters, ё as е, no half characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", whole).lower().translate(_FOLDED)


def parse_query(text: str) -> tuple[Term, ...]:
    """The terms, all of which must be found; none where nothing can be searched for."""
    terms = []
    for match in _TERM.finditer(fold(text[:_LONGEST])):
        phrase, end, word = match.groups()
        words = split_words(phrase if word is None else word)
        if words:
            terms.append(Term(words, _goes_on(words, closed=word is None and end == '"')))
    return tuple(terms[:_MOST])


def split_words(text: str) -> tuple[str, ...]:
    """Runs of letters and digits, of a text that is folded."""
    cut = "".join(
        each if each.isalnum() or unicodedata.category(each) in _MARKS else " " for each in text
    )
    return tuple(cut.split())


def find_terms(folded: str, terms: tuple[Term, ...]) -> list[tuple[int, int]]:
    """Where the terms stand in a folded text, in order, without overlaps."""
    places: list[tuple[int, int]] = []
    for term in terms:
        middle = r"[\W_]+".join(map(re.escape, term.words))
        end = r"\w*" if term.open_ended else r"(?![^\W_])"
        places += [match.span() for match in re.finditer(rf"(?<![^\W_]){middle}{end}", folded)]
    found: list[tuple[int, int]] = []
    for start, stop in sorted(places):
        if not found or start >= found[-1][1]:
            found.append((start, stop))
    return found


def _goes_on(words: tuple[str, ...], *, closed: bool) -> bool:
    """One letter alone would begin a third of all words."""
    return not closed and len(words[-1]) > 1
