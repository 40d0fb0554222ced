"""An open line with its settings, as values. Knows no calls and no words for people.

Settings that this console edits are typed by `FIELDS` of `line_fields`; everything else that the
portal tells is kept as the JSON text it came in, so that nothing is lost and nothing is guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from app.domain.connector import LineState

#: A switch is a bool, numbers and times of day (minutes after midnight) are ints, lists are tuples.
Value: TypeAlias = bool | int | str | tuple[str, ...]

QUEUE = "QUEUE"


class EntityKind(StrEnum):
    """Who can stand in a queue."""

    USER = "user"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True)
class Entity:
    """An entry of a queue: an employee, or a department with all its people."""

    kind: EntityKind
    id: int


@dataclass(frozen=True, slots=True)
class Queue:
    """Who gets the dialogs. `people` are the portal's ids of all employees, also of departments.

    `exact`: the portal told the entries themselves; without that, departments look like people.
    """

    entities: tuple[Entity, ...] = ()
    people: tuple[int, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    exact: bool = True


@dataclass(frozen=True, slots=True)
class LineSettings:
    """Everything that the portal tells about a line.

    `values` are the known fields by the vendor's names; one that the portal does not have, or that
    it sent in a form nobody knows, is missing there. `other` are all the rest as JSON texts.
    """

    id: int
    name: str
    active: bool
    values: Mapping[str, Value] = field(default_factory=dict)
    queue: Queue = Queue()
    other: Mapping[str, str] = field(default_factory=dict)

    def on(self, name: str) -> bool:
        """A switch; off when the portal has none of that name."""
        return self.values.get(name) is True

    def off(self, name: str) -> bool:
        """Whether the portal says that a switch is off."""
        return self.values.get(name) is False

    def text(self, name: str) -> str:
        """A text or a choice, without the spaces around it."""
        value = self.values.get(name)
        return value.strip() if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        """A number or a time of day; None when the portal did not tell one."""
        value = self.values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def items(self, name: str) -> tuple[str, ...]:
        """A list."""
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()

    def value(self, name: str) -> "Value | tuple[Entity, ...] | None":
        """Any field that can be edited, the queue's entries among them."""
        return self.queue.entities if name == QUEUE else self.values.get(name)


#: New values by the vendor's names of their fields.
Changes: TypeAlias = Mapping[str, Value | tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class Bound:
    """A connector that is switched on for a line. The two flags are None when this console did not
    register the connector: the portal does not tell them.
    """

    id: str
    name: str
    state: LineState
    chat_group: bool | None = None
    signature: bool | None = None


@dataclass(frozen=True, slots=True)
class Employee:
    """Somebody who can stand in a queue. `online` is None where the portal does not tell."""

    id: int
    name: str
    position: str = ""
    online: bool | None = None
    active: bool = True
