"""What a supervisor has to know now: who waits, on which line, and who has how many dialogs.

Knows neither the clock, nor how it is kept true, nor how it is shown.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.service_levels import LevelState


@dataclass(frozen=True, slots=True)
class Waiting:
    """A customer who waits for an answer."""

    dialog: DialogId
    line: int
    name: str
    since: datetime
    state: LevelState


@dataclass(frozen=True, slots=True)
class LineNow:
    """A line with its dialogs; `longest` is who waits there for the longest time."""

    line: int
    waiting: tuple[DialogId, ...] = ()
    longest: Waiting | None = None
    state: LevelState = LevelState.OK
    answering: tuple[DialogId, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in a queue. `place` counts from 1, `most` is the line's limit of dialogs for each
    operator, 0 without one.
    """

    user: int
    name: str
    line: int
    place: int
    most: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """What the portal tells of an employee now. None where it does not tell."""

    name: str = ""
    position: str = ""
    online: bool | None = None
    active: bool = True
    paused: bool | None = None


class There(StrEnum):
    """Whether somebody can answer, who can first. GONE: dismissed."""

    ONLINE = "online"
    PAUSED = "paused"
    UNKNOWN = "unknown"
    OFFLINE = "offline"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class OperatorNow:
    """An operator with his dialogs. `user` is 0 where only the name is known. `places` are those in
    the queues, by line; `most` is how many dialogs he may have, None where there is no limit.
    """

    user: int
    name: str
    person: Person = Person()
    places: Mapping[int, int] = field(default_factory=dict)
    most: int | None = None
    dialogs: tuple[DialogId, ...] = ()
    answered_at: datetime | None = None

    @property
    def presence(self) -> "There":
        """In one word."""
        person = self.person
        if not person.active:
            return There.GONE
        if person.online is False:
            return There.OFFLINE
        if person.paused:
            return There.PAUSED
        return There.UNKNOWN if person.online is None else There.ONLINE

    @property
    def is_full(self) -> bool:
        """Whether he gets no more dialogs."""
        return self.most is not None and len(self.dialogs) >= self.most


@dataclass(frozen=True, slots=True)
class BoardFacts:
    """`waiting` begins with who waits for the longest time. `late` of them wait for longer than
    their line's target, `soon` will; `unanswered` are open dialogs that nobody has answered in
    their session yet; `free` are those that nobody has.
    """

    waiting: tuple[Waiting, ...] = ()
    late: tuple[Waiting, ...] = ()
    soon: tuple[Waiting, ...] = ()
    unanswered: tuple[DialogId, ...] = ()
    answering: tuple[DialogId, ...] = ()
    free: tuple[DialogId, ...] = ()
    open: tuple[DialogId, ...] = ()
    lines: tuple[LineNow, ...] = ()
    operators: tuple[OperatorNow, ...] = ()


@dataclass(frozen=True, slots=True)
class Team:
    """Who works here: seats in the queues, what the portal tells of people, and when each of them
    answered last, by number or, where only that is known, by name.
    """

    seats: tuple[Seat, ...] = ()
    people: Mapping[int, Person] = field(default_factory=dict)
    answers: Mapping[int | str, datetime] = field(default_factory=dict)


def is_live(dialog: Dialog) -> bool:
    """Whether a dialog belongs on the board."""
    return dialog.state is not DialogState.CLOSED or dialog.waiting_since is not None


class Held(NamedTuple):
    """The dialogs that somebody has, and his name as far as they tell it."""

    dialogs: tuple[DialogId, ...] = ()
    name: str = ""


def operators_now(
    held: Mapping[int | str, Held], lines: set[int], team: Team
) -> tuple[OperatorNow, ...]:
    """Those who can answer first; among equals those in the queues of these lines in the order of
    the queues, then whoever else has a dialog. `held` is by number or, where only that is known, by
    name.
    """
    seats: dict[int | str, list[Seat]] = defaultdict(list)
    for seat in team.seats:
        if seat.line in lines:
            seats[seat.user].append(seat)
    users = {each.name: user for user, each in team.people.items() if each.name}
    own: dict[int | str, Held] = {}
    for who, has in held.items():
        if has.dialogs:
            key = users.get(who, who) if isinstance(who, str) else who
            before = own.get(key, Held())
            own[key] = Held(before.dialogs + has.dialogs, before.name or has.name)
    keys = [*seats, *(key for key in own if key not in seats)]
    found = [_operator(key, seats.get(key, []), own.get(key, Held()), team) for key in keys]
    order = list(There)
    return tuple(sorted(found, key=lambda each: order.index(each.presence)))


def _operator(key: int | str, seats: Sequence[Seat], held: Held, team: Team) -> OperatorNow:
    user = key if isinstance(key, int) else 0
    person = team.people.get(user, Person())
    names = (person.name, *(seat.name for seat in seats), held.name)
    name = next(filter(None, names), "")
    limits = [seat.most for seat in seats]
    answered = [team.answers[each] for each in (user or name, name) if each in team.answers]
    return OperatorNow(
        user,
        name,
        person,
        {seat.line: seat.place for seat in seats},
        sum(limits) if limits and all(limits) else None,
        held.dialogs,
        max(answered, default=None),
    )
