"""Connectors, open lines and subscriptions as a file describes them, and what would change.

Knows no file format and no calls. A line in a file is named by its number there; on another portal
it is the line of the same name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.connector import ChannelData, Registration
from app.domain.line import Changes, Entity, Value

VERSION = 1


@dataclass(frozen=True, slots=True)
class LineEntry:
    """A line with those settings that the file names; `queue` is None where it names none."""

    id: int
    name: str
    settings: Mapping[str, Value] = field(default_factory=dict)
    queue: tuple[Entity, ...] | None = None


@dataclass(frozen=True, slots=True)
class ChannelEntry:
    """A line that a connector works on; `data` is None where the file says nothing of it."""

    line: int
    data: ChannelData | None = None


@dataclass(frozen=True, slots=True)
class ConnectorEntry:
    """A connector with everything that registers it, and the lines that it works on."""

    registration: Registration
    channels: tuple[ChannelEntry, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class BindingEntry:
    """A subscription: in the offline queue when `handler` is empty."""

    event: str
    handler: str = ""


@dataclass(frozen=True, slots=True)
class Configuration:
    """A whole file. `portal` is the member id of the portal that it was written from, or "".

    `connectors` and `bindings` are None where the file has no such part: nothing is then said of
    them, and nothing of the portal's counts as surplus.
    """

    portal: str = ""
    lines: tuple[LineEntry, ...] = ()
    connectors: tuple[ConnectorEntry, ...] | None = None
    bindings: tuple[BindingEntry, ...] | None = None


class Act(StrEnum):
    """One step of a plan, in the order in which they are done."""

    ADD_LINE = "add_line"
    CHANGE_LINE = "change_line"
    REGISTER = "register"
    REGISTER_AGAIN = "register_again"
    ACTIVATE = "activate"
    WRITE_DATA = "write_data"
    BIND = "bind"
    UNBIND = "unbind"
    DEACTIVATE = "deactivate"
    UNREGISTER = "unregister"


class Sign(StrEnum):
    """What a step does to the portal."""

    ADD = "+"
    CHANGE = "~"
    REMOVE = "-"


SIGNS = {
    Act.ADD_LINE: Sign.ADD,
    Act.CHANGE_LINE: Sign.CHANGE,
    Act.REGISTER: Sign.ADD,
    Act.REGISTER_AGAIN: Sign.CHANGE,
    Act.ACTIVATE: Sign.ADD,
    Act.WRITE_DATA: Sign.CHANGE,
    Act.BIND: Sign.ADD,
    Act.UNBIND: Sign.REMOVE,
    Act.DEACTIVATE: Sign.REMOVE,
    Act.UNREGISTER: Sign.REMOVE,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs. `old` is None where the portal does not tell what it has."""

    name: str
    old: str | None
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """A step of a plan. `line` is the number in the file, for steps that remove the portal's;
    `line_name` is for people, `handler` is the address of a subscription, "" for the offline queue.
    """

    act: Act
    target: str
    line: int = 0
    line_name: str = ""
    differences: tuple[Difference, ...] = ()
    settings: Changes = field(default_factory=dict)
    handler: str = ""

    @property
    def sign(self) -> Sign:
        """Whether it adds, changes or removes."""
        return SIGNS[self.act]


class Note(StrEnum):
    """What the plan leaves out, and why."""

    QUEUE_ELSEWHERE = "queue_elsewhere"  # people of another portal have other numbers
    NOBODY_QUEUED = "nobody_queued"  # a new line without operators
    NOT_OFFERED = "not_offered"  # the portal does not offer this event to the application
    BINDINGS_HIDDEN = "bindings_hidden"  # only an administrator sees and changes them
    KEPT_ADDRESS = "kept_address"  # it holds a secret, so no file names it
    OTHER_OWNER = "other_owner"  # the connector is there, but was not registered from here


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the person should know before the plan is carried out."""

    note: Note
    target: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What would make the portal as the file says. `removals` are done only if somebody asks for
    them; `places` says which line of the portal a line of the file is.
    """

    changes: tuple[Change, ...] = ()
    removals: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    places: Mapping[int, int] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether the portal is as the file says, but for what the file does not name."""
        return not self.changes
