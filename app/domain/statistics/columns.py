"""Sessions as columns of numbers. A hundred thousand sessions are a handful of objects here, so
that Python has nothing to walk through when it looks for garbage. Pure.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import isnan, nan

from app.domain.dialog import DialogId
from app.domain.statistics.facts import Bucket, SessionFact
from app.domain.statistics.spreads import spread


def _floats() -> "array[float]":
    return array("d")


def _wholes() -> "array[int]":
    return array("q")


@dataclass(frozen=True, slots=True)
class Took:
    """How long answers and ends took, in seconds, of whatever is counted together."""

    firsts: "array[float]" = field(default_factory=_floats)
    nexts: "array[float]" = field(default_factory=_floats)
    ends: "array[float]" = field(default_factory=_floats)

    def add(self, other: "Took") -> None:
        """Those of another one too."""
        self.firsts.extend(other.firsts)
        self.nexts.extend(other.nexts)
        self.ends.extend(other.ends)


class Columns:
    """When sessions began, where, and how long everything took in them. A place in the columns
    stands for a session.
    """

    def __init__(self) -> None:
        self.opened = _floats()
        self._dialogs, self._lines = _wholes(), _wholes()
        self._firsts, self._ends = _floats(), _floats()  # not a number: there is none
        self._nexts, self._upto = _floats(), _wholes()

    def add(self, fact: SessionFact, waits: Sequence[float], end: float | None) -> int:
        """A session with how long each answer took, the first one included. Answers its place."""
        self.opened.append(fact.opened_at.timestamp())
        self._dialogs.append(fact.dialog)
        self._lines.append(fact.line)
        self._firsts.append(waits[0] if waits else nan)
        self._ends.append(nan if end is None else end)
        self._nexts.extend(waits[1:])
        self._upto.append(len(self._nexts))
        return len(self.opened) - 1

    def took(self, places: Iterable[int]) -> Took:
        """Everything that took time in these sessions."""
        found = Took()
        for place in places:
            found.nexts.extend(self._nexts_of(place))
            if not isnan(self._firsts[place]):
                found.firsts.append(self._firsts[place])
            if not isnan(self._ends[place]):
                found.ends.append(self._ends[place])
        return found

    def bucket(
        self, key: str, places: Iterable[int], took: Took | None = None, name: str = ""
    ) -> Bucket:
        """These sessions as one bar; `took` where not everything in them counts."""
        ordered = sorted(places, key=lambda place: (self.opened[place], self._dialogs[place]))
        counted = self.took(ordered) if took is None else took
        lines = Counter(self._lines[place] for place in ordered)
        return Bucket(
            key,
            parts=(name,) if name else (),
            by_line=dict(sorted(lines.items())),
            spread=spread(counted.firsts),
            next_answer=spread(counted.nexts),
            resolution=spread(counted.ends),
            dialogs=tuple(dict.fromkeys(self._ids(ordered))),
        )

    def _nexts_of(self, place: int) -> "array[float]":
        return self._nexts[self._upto[place - 1] if place else 0 : self._upto[place]]

    def _ids(self, places: Iterable[int]) -> Iterator[DialogId]:
        return (DialogId(self._dialogs[place]) for place in places)
