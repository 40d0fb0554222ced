"""Who answered: the sessions of each operator, and how long he took in them. Pure.

The portal's number tells who it was. Where only a name is known it is the one person of that name,
or a row of its own.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from app.domain.statistics.columns import Columns, Took
from app.domain.statistics.facts import Bucket, Reply, SessionFact

#: The portal's number of an operator (0: not known) and his name, as a reply tells them.
Who: TypeAlias = tuple[int, str]


def _places() -> "array[int]":
    return array("q")


@dataclass(slots=True)
class _Share:
    """What one of them has part in."""

    places: "array[int]" = field(default_factory=_places)
    took: Took = field(default_factory=Took)


class Operators:
    """An operator has the sessions in which he answered; of them the first answers that he gave,
    his other answers, and the ends of those in which he had the last word.
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._shares: defaultdict[Who, _Share] = defaultdict(_Share)
        self._left = _Share()

    def add(self, place: int, fact: SessionFact, waits: Sequence[float], end: float | None) -> None:
        """One more session, see `Columns.add`."""
        if not fact.replies and fact.first_written_at is None:
            return  # nobody asked: nobody left it unanswered
        if end is not None:
            last = self._shares[_who(fact.replies[-1])] if fact.replies else self._left
            last.took.ends.append(end)
        if not fact.replies:
            self._left.places.append(place)
        for who in dict.fromkeys(map(_who, fact.replies)):
            self._shares[who].places.append(place)
        for number, (reply, seconds) in enumerate(zip(fact.replies, waits, strict=True)):
            took = self._shares[_who(reply)].took
            (took.nexts if number else took.firsts).append(seconds)

    def buckets(self) -> tuple[Bucket, ...]:
        """The busiest first, and at the end what nobody answered."""
        buckets = [self._bucket(key, parts) for key, parts in self._people().items()]
        buckets.sort(key=lambda bucket: (-bucket.count, bucket.key))
        if self._left.places:
            left = self._left
            buckets.append(self._columns.bucket("", left.places, left.took))
        return tuple(buckets)

    def _people(self) -> dict[str, list[Who]]:
        """Under which numbers and names everybody answered, by number or, without one, by name."""
        numbers = self._numbers()
        found: dict[str, list[Who]] = {}
        for number, name in self._shares:
            known = number or numbers.get(name, 0)
            found.setdefault(str(known) if known else f"0:{name}", []).append((number, name))
        return found

    def _numbers(self) -> dict[str, int]:
        """The portal's number of every name that only one person has."""
        found: dict[str, set[int]] = {}
        for number, name in self._shares:
            if number and name:
                found.setdefault(name, set()).add(number)
        return {name: min(each) for name, each in found.items() if len(each) == 1}

    def _bucket(self, key: str, parts: Sequence[Who]) -> Bucket:
        took, places = Took(), set[int]()
        for who in parts:
            share = self._shares[who]
            took.add(share.took)
            places.update(share.places)
        name = max(self._named(parts), default=(0.0, ""))[1]
        return self._columns.bucket(key, places, took, name)

    def _named(self, parts: Sequence[Who]) -> Iterator[tuple[float, str]]:
        """The names that somebody has, and when each was heard last."""
        for who in parts:
            if who[1]:
                yield max(self._columns.opened[each] for each in self._shares[who].places), who[1]


def _who(reply: Reply) -> Who:
    return reply.by, reply.operator
