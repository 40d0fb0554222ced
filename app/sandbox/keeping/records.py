"""Records that refer to each other as plain rows of values, and back. Knows no portal and no file.

What can be changed and so may be shared is a *thing*: a list, a map, a set, a record of the
sandbox. Things of one kind make a group, each of them a row; `[group, place]` is a thing's
address. Beside addresses a row holds scalars, tuples as `["t", …]`, bytes as `["b", …]`, and what
is empty and not shared as `["dict"]`.

Whoever writes rows must not be able to run code here: a thing is made empty, without its own
constructor, and then gets what the row says; nothing else is ever called or changed.
"""

import base64
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from itertools import chain, repeat
from operator import attrgetter
from random import Random
from typing import Any

Row = list[Any]
OWN = "app.sandbox."
_SCALARS = frozenset((type(None), bool, int, float, str))
_NOTHING = ["t"]
#: What stands in the place of something empty that nobody shares.
_EMPTY: dict[type, str] = {dict: "dict", set: "set", list: "list"}


class NoRecordError(ValueError):
    """Something that cannot be kept or made, in a plain sentence."""


@dataclass(slots=True)
class Group:
    """All things of one kind; records have names of what stands in a row."""

    kind: str
    names: list[str]
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Container:
    """How a kind that is Python's own is made empty from a row, read and filled."""

    make: Callable[[Row], Any]
    read: Callable[[Any], Iterable[Any]]
    fill: Callable[[Any, Sequence[Any]], None]
    hashed: bool = False


def _items(thing: dict[Any, Any]) -> Iterable[Any]:
    return chain.from_iterable(thing.items())


def _fill_map(thing: dict[Any, Any], row: Sequence[Any]) -> None:
    dict.update(thing, zip(row[::2], row[1::2], strict=True))


_CONTAINERS = {
    "dict": _Container(lambda _row: {}, _items, _fill_map, hashed=True),
    "Counter": _Container(lambda _row: Counter(), _items, _fill_map, hashed=True),
    "set": _Container(lambda _row: set(), iter, set.update, hashed=True),
    "list": _Container(lambda _row: [], iter, list.extend),
    "deque": _Container(
        lambda row: deque(maxlen=row[0]),
        lambda thing: (thing.maxlen, *thing),
        lambda thing, row: thing.extend(row[1:]),
    ),
    "Random": _Container(
        lambda _row: Random(0),
        Random.getstate,
        lambda thing, row: thing.setstate(tuple(row)),
    ),
}


def layout(kind: str, parts: dict[str, list[str]]) -> list[str]:
    """What a row of this kind holds, by the names of its fields; nothing for a container.

    parts: kinds that are no dataclasses, each with the names of what it holds.
    """
    if kind in _CONTAINERS:
        return []
    made = _class_of(kind)
    if kind in parts:
        return parts[kind]
    if is_dataclass(made):
        return [each.name for each in fields(made)]
    raise NoRecordError(f"There is something that is no record: {kind[:100]}.")


def kind_of(thing: Any) -> str:
    """The name of a thing's kind."""
    made = type(thing)
    own = made.__module__.startswith(OWN)
    return f"{made.__module__}:{made.__qualname__}" if own else made.__name__


def flatten(root: Any, parts: dict[str, list[str]]) -> list[Group]:
    """All that can be reached from a thing; it is the first of the first group."""
    writer = _Writer(parts)
    writer.address(root)
    while writer.pending:
        writer.write(*writer.pending.popitem())
    return list(writer.groups.values())


class _Writer:
    """Gives addresses to things, and writes the rows of a kind in the same order."""

    def __init__(self, parts: dict[str, list[str]]) -> None:
        self.groups: dict[type, Group] = {}
        self.pending: dict[type, list[Any]] = {}
        self._parts = parts
        self._numbers: dict[type, list[int]] = {}
        self._known: dict[int, Row] = {}

    def address(self, thing: Any) -> Row:
        """Where a thing's row is, or is going to be."""
        known = self._known.get(id(thing))
        if known is None:
            known = self._known[id(thing)] = []
            if not thing and type(thing) in _EMPTY:
                known.append(_EMPTY[type(thing)])
                return known
        elif known[0].__class__ is int:
            return known
        known[:] = self._place(thing)  # an empty one that is met again gets a place after all
        return known

    def _place(self, thing: Any) -> list[int]:
        kind = type(thing)
        if kind not in self.groups:
            name = kind_of(thing)
            self._numbers[kind] = [len(self.groups), 0]
            self.groups[kind] = Group(name, layout(name, self._parts))
        self.pending.setdefault(kind, []).append(thing)
        number, size = self._numbers[kind]
        self._numbers[kind][1] = size + 1
        return [number, size]

    def write(self, kind: type, things: list[Any]) -> None:
        """Add the rows of things that have got their addresses."""
        group = self.groups[kind]
        if group.kind in _CONTAINERS:
            read = _CONTAINERS[group.kind].read
            group.rows += [self._values(read(thing)) for thing in things]
            return
        columns = [list(map(attrgetter(name), things)) for name in group.names]
        rows = zip(*map(self._values, columns), strict=True)
        group.rows += map(list, rows) if columns else [[] for _ in things]

    def _values(self, values: Iterable[Any]) -> Row:
        row = list(values)
        if _SCALARS.issuperset(map(type, row)):
            return row
        return [v if type(v) in _SCALARS else self._value(v) for v in row]

    def _value(self, value: Any) -> Row:
        if type(value) is tuple:
            return ["t", *self._values(value)] if value else _NOTHING
        if type(value) is bytes:
            return ["b", base64.b64encode(value).decode()]
        return self.address(value)


def build(groups: list[Group]) -> Any:
    """The thing that was flattened. Whatever error made-up rows may cause is raised.

    The names in the groups are those of `layout`: that is for the caller to check.
    """
    things = [list(map(_maker(group.kind), group.rows)) for group in groups]
    reader = _Reader(things)
    for hashed in (False, True):  # what is a key must be whole before it is one
        for group, made in zip(groups, things, strict=True):
            container = _CONTAINERS.get(group.kind)
            if container is None and not hashed:
                reader.fill_records(group, made)
            elif container is not None and container.hashed == hashed:
                reader.fill_containers(group, made, container)
    return things[0][0]


class _Reader:
    """Puts into things what their rows say."""

    def __init__(self, things: list[list[Any]]) -> None:
        self._things = things

    def fill_containers(self, group: Group, made: list[Any], container: _Container) -> None:
        """Fill all things of a group."""
        for thing, row in zip(made, group.rows, strict=True):
            container.fill(thing, self._values(row))

    def fill_records(self, group: Group, made: list[Any]) -> None:
        """Fill all records of a group, field by field: that is the fastest."""
        columns = zip(*group.rows, strict=True)
        for name, column in zip(group.names if made else (), columns, strict=True):
            put = map(object.__setattr__, made, repeat(name), self._values(column))
            deque(put, maxlen=0)

    def _values(self, values: Sequence[Any]) -> Sequence[Any]:
        if list not in map(type, values):
            return values
        return [self._value(v) if v.__class__ is list else v for v in values]

    def _value(self, value: Row) -> Any:
        head, *rest = value
        if head.__class__ is int:
            return self._things[head][rest[0]]
        if head == "t":
            return tuple(self._values(rest))
        if head == "b":
            return base64.b64decode(rest[0], validate=True)
        return _CONTAINERS[head].make(value)


def _maker(kind: str) -> Callable[[Row], Any]:
    if kind in _CONTAINERS:
        return _CONTAINERS[kind].make
    made = _class_of(kind)
    return lambda _row: object.__new__(made)


def _class_of(kind: str) -> type:
    """A class of the sandbox's own, in a module that is loaded."""
    module, _, name = kind.partition(":")
    found = getattr(sys.modules.get(module), name, None) if module.startswith(OWN) else None
    if isinstance(found, type) and found.__module__ == module:
        return found
    raise NoRecordError(f"There is something that is no record: {kind[:100]}.")
