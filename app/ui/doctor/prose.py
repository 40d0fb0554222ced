"""A sentence with places for facts, ready for the window, for a terminal and for a report.

In the sentence `x` is a code and **x** stands out. Facts come from a portal: they never become
markup. Knows no Qt.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from app.domain.links import neutral
from app.ui.wrapping import breakable

_MARK = re.compile(r"`([^`]*)`|\*\*([^*]*)\*\*")
_FIELD = re.compile(r"\{([a-z_]+)\}")
_LONGEST = 300
_UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Prose:
    """Falsy when there is nothing to say."""

    sentence: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.sentence)

    def plain(self) -> str:
        """For a terminal, a tooltip, a screen reader: no marks at all."""
        return self._filled(_MARK.sub(lambda each: each[1] or each[2] or "", self.sentence), str)

    def markdown(self) -> str:
        """For a report."""
        return self._filled(self.sentence, lambda fact: fact.replace("`", "'"))

    def html(self, mono: str) -> str:
        """For a label that shows rich text; `mono` is the family of the fixed font."""
        marked = _MARK.sub(lambda each: _tagged(each, mono), escape(self.sentence, quote=False))
        return self._filled(marked, lambda fact: escape(breakable(fact)))

    def _filled(self, sentence: str, dressed: Callable[[str], str]) -> str:
        def value(found: re.Match[str]) -> str:
            fact = neutral(self.facts.get(found[1], ""))
            return dressed(fact[:_LONGEST] or _UNKNOWN)

        return _FIELD.sub(value, sentence)


def is_complete(sentence: str, facts: Mapping[str, str]) -> bool:
    """Whether every place of a sentence has its fact."""
    return all(facts.get(name) for name in _FIELD.findall(sentence))


def _tagged(found: re.Match[str], mono: str) -> str:
    if found[1] is None:
        return f"<b>{found[2]}</b>"
    return f"<span style=\"font-family: '{escape(mono)}'\">{found[1]}</span>"
