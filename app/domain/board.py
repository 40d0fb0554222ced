"""What a supervisor has to know now: who waits, on which line, and who has how many dialogs.

Pure functions over the dialogs that are not closed. Knows neither the clock nor how it is shown.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.service_levels import LevelState

#: How the answer that a customer waits for stands to its target.
Judge = Callable[[Dialog], LevelState]


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
    """`waiting` begins with who waits for the longest time. `over` of them wait for longer than
    their line's target; `unanswered` are those whom nobody has answered in their session yet;
    `free` are open dialogs that nobody has.
    """

    waiting: tuple[Waiting, ...] = ()
    over: tuple[DialogId, ...] = ()
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


def board_of(
    dialogs: Iterable[Dialog], lines: Sequence[int], judge: Judge, team: Team
) -> BoardFacts:
    """The board of these lines; `dialogs` may be of others too."""
    wanted = set(lines)
    shown = [each for each in dialogs if each.line in wanted and is_live(each)]
    waiting = sorted(_waiting(shown, judge), key=lambda each: (each.since, each.dialog))
    opened = [each for each in shown if each.state is not DialogState.CLOSED]
    late = {each.dialog for each in waiting}
    return BoardFacts(
        waiting=tuple(waiting),
        over=tuple(each.dialog for each in waiting if each.state is LevelState.BREACH),
        unanswered=tuple(each.id for each in opened if each.id in late and not each.answered_at),
        answering=tuple(each.id for each in opened if each.id not in late),
        free=tuple(each.id for each in opened if not each.operator and not each.operator_id),
        open=tuple(each.id for each in opened),
        lines=_lines(lines, waiting, opened),
        operators=_operators(opened, wanted, team),
    )


def _waiting(shown: Iterable[Dialog], judge: Judge) -> list[Waiting]:
    return [
        Waiting(each.id, each.line, each.name, each.waiting_since, judge(each))
        for each in shown
        if each.waiting_since is not None
    ]


def _lines(
    lines: Sequence[int], waiting: Sequence[Waiting], opened: Sequence[Dialog]
) -> tuple[LineNow, ...]:
    """Every dialog is looked at once, however many lines there are."""
    late = {each.dialog for each in waiting}
    waits: dict[int, list[Waiting]] = defaultdict(list)
    answering: dict[int, list[DialogId]] = defaultdict(list)
    for each in waiting:
        waits[each.line].append(each)
    for dialog in opened:
        if dialog.id not in late:
            answering[dialog.line].append(dialog.id)
    return tuple(_line(line, waits.get(line, []), answering.get(line, [])) for line in lines)


def _line(line: int, own: Sequence[Waiting], answering: Sequence[DialogId]) -> LineNow:
    return LineNow(
        line,
        tuple(each.dialog for each in own),
        own[0] if own else None,
        worst(each.state for each in own),
        tuple(answering),
    )


def worst(states: Iterable[LevelState]) -> LevelState:
    """The worst of several, OK of none."""
    order = list(LevelState)
    return max(states, key=order.index, default=LevelState.OK)


def _operators(opened: Sequence[Dialog], lines: set[int], team: Team) -> tuple[OperatorNow, ...]:
    """Those who can answer first; among equals those in the queues in the order of the queues, then
    whoever else has a dialog.
    """
    seats: dict[int | str, list[Seat]] = defaultdict(list)
    for seat in team.seats:
        if seat.line in lines:
            seats[seat.user].append(seat)
    users = {each.name: user for user, each in team.people.items() if each.name}
    held: dict[int | str, list[Dialog]] = defaultdict(list)
    for dialog in opened:
        key = dialog.operator_id or users.get(dialog.operator) or dialog.operator
        if key:
            held[key].append(dialog)
    keys = [*seats, *(key for key in held if key not in seats)]
    found = [_operator(key, seats.get(key, []), held.get(key, []), team) for key in keys]
    order = list(There)
    return tuple(sorted(found, key=lambda each: order.index(each.presence)))


def _operator(
    key: int | str, seats: Sequence[Seat], held: Sequence[Dialog], team: Team
) -> OperatorNow:
    user = key if isinstance(key, int) else 0
    person = team.people.get(user, Person())
    names = (person.name, *(seat.name for seat in seats), *(each.operator for each in held))
    name = next(filter(None, names), "")
    limits = [seat.most for seat in seats]
    answered = [team.answers[each] for each in (user or name, name) if each in team.answers]
    return OperatorNow(
        user,
        name,
        person,
        {seat.line: seat.place for seat in seats},
        sum(limits) if limits and all(limits) else None,
        tuple(each.id for each in held),
        max(answered, default=None),
    )
