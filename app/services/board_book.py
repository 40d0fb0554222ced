"""The dialogs that are not closed, each in its places on the board: a change moves one of them, and
no look at the board goes through all of them again.

Knows neither the clock nor why a dialog is judged as it is.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from operator import attrgetter

from app.domain.board import BoardFacts, Held, LineNow, Team, Waiting, is_live, operators_now
from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.service_levels import LevelState


@dataclass(frozen=True, slots=True)
class _Place:
    """All that the board tells of a dialog. `holder` is a number, a name, or "" for nobody."""

    line: int
    waiting: Waiting | None
    is_open: bool
    is_answered: bool
    holder: int | str
    operator: str


class _Queue:
    """Customers who wait, the longest wait first."""

    def __init__(self) -> None:
        self.rows: list[Waiting] = []

    def add(self, row: Waiting) -> None:
        insort(self.rows, row, key=_rank)

    def remove(self, row: Waiting) -> None:
        del self.rows[bisect_left(self.rows, _rank(row), key=_rank)]


class _Line:
    """One line's share of the board. What is told of it is made anew only after a change."""

    def __init__(self, number: int) -> None:
        self._number = number
        self.waiting = _Queue()
        self.states = dict.fromkeys(LevelState, 0)
        self.open: dict[DialogId, None] = {}
        self.answering: dict[DialogId, None] = {}
        self.unanswered: dict[DialogId, None] = {}
        self.free: dict[DialogId, None] = {}
        self._told: LineNow | None = None

    def __bool__(self) -> bool:
        return bool(self.waiting.rows or self.open)

    def add(self, dialog: DialogId, place: _Place) -> None:
        self._told = None
        if place.waiting is not None:
            self.waiting.add(place.waiting)
            self.states[place.waiting.state] += 1
        for each in self._shelves(place):
            each[dialog] = None

    def remove(self, dialog: DialogId, place: _Place) -> None:
        self._told = None
        if place.waiting is not None:
            self.waiting.remove(place.waiting)
            self.states[place.waiting.state] -= 1
        for each in self._shelves(place):
            del each[dialog]

    def now(self) -> LineNow:
        if self._told is None:
            rows = self.waiting.rows
            self._told = LineNow(
                self._number,
                tuple(map(attrgetter("dialog"), rows)),
                rows[0] if rows else None,
                self._worst(),
                tuple(self.answering),
            )
        return self._told

    def _worst(self) -> LevelState:
        found = [state for state in LevelState if self.states[state]]
        return found[-1] if found else LevelState.OK

    def _shelves(self, place: _Place) -> Iterator[dict[DialogId, None]]:
        if not place.is_open:
            return
        yield self.open
        if place.waiting is None:
            yield self.answering
        elif not place.is_answered:
            yield self.unanswered
        if not place.holder:
            yield self.free


class BoardBook:
    """What is put in stays as it was judged until it is put in again."""

    def __init__(self) -> None:
        self._places: dict[DialogId, _Place] = {}
        self._waiting = {state: _Queue() for state in LevelState}
        self._all = _Queue()
        self._lines: dict[int, _Line] = {}
        self._held: defaultdict[int | str, dict[DialogId, _Place]] = defaultdict(dict)

    def put(self, dialog: Dialog, state: LevelState) -> bool:
        """A dialog is new, has changed or is judged anew. Whether the board is another one now."""
        before = self._places.get(dialog.id)
        place = _place(dialog, state) if is_live(dialog) else None
        if place == before:
            return False
        if before is not None:
            self._remove(dialog.id, before)
        if place is not None:
            self._add(dialog.id, place)
        return True

    def lines(self) -> set[int]:
        """The lines that have dialogs on the board."""
        return {number for number, line in self._lines.items() if line}

    def holders(self) -> set[int]:
        """The portal's numbers of those who have a dialog."""
        return {who for who in self._held if isinstance(who, int)}

    def facts(self, lines: Sequence[int], team: Team) -> BoardFacts:
        """The board of these lines."""
        shown = [self._lines.get(each) or _Line(each) for each in lines]
        wanted = set(lines)
        whole = self.lines() <= wanted

        def rows(queue: _Queue) -> tuple[Waiting, ...]:
            return tuple(queue.rows if whole else (r for r in queue.rows if r.line in wanted))

        held = {
            who: Held(
                tuple(own if whole else (i for i, each in own.items() if each.line in wanted)),
                next((each.operator for each in own.values() if each.operator), ""),
            )
            for who, own in self._held.items()
        }
        return BoardFacts(
            waiting=rows(self._all),
            late=rows(self._waiting[LevelState.BREACH]),
            soon=rows(self._waiting[LevelState.WARNING]),
            unanswered=_joined(each.unanswered for each in shown),
            answering=_joined(each.answering for each in shown),
            free=_joined(each.free for each in shown),
            open=_joined(each.open for each in shown),
            lines=tuple(each.now() for each in shown),
            operators=operators_now(held, wanted, team),
        )

    def _add(self, dialog: DialogId, place: _Place) -> None:
        self._places[dialog] = place
        if place.waiting is not None:
            self._all.add(place.waiting)
            self._waiting[place.waiting.state].add(place.waiting)
        if place.line not in self._lines:
            self._lines[place.line] = _Line(place.line)
        self._lines[place.line].add(dialog, place)
        if place.holder and place.is_open:
            self._held[place.holder][dialog] = place

    def _remove(self, dialog: DialogId, place: _Place) -> None:
        del self._places[dialog]
        if place.waiting is not None:
            self._all.remove(place.waiting)
            self._waiting[place.waiting.state].remove(place.waiting)
        self._lines[place.line].remove(dialog, place)
        own = self._held.get(place.holder, {})
        own.pop(dialog, None)
        if not own:
            self._held.pop(place.holder, None)


def _place(dialog: Dialog, state: LevelState) -> _Place:
    since, waiting = dialog.waiting_since, None
    if since is not None:
        waiting = Waiting(dialog.id, dialog.line, dialog.name, since, state)
    return _Place(
        dialog.line,
        waiting,
        dialog.state is not DialogState.CLOSED,
        dialog.answered_at is not None,
        dialog.operator_id or dialog.operator,
        dialog.operator,
    )


def _rank(row: Waiting) -> tuple[datetime, DialogId]:
    return row.since, row.dialog


def _joined(parts: Iterable[Iterable[DialogId]]) -> tuple[DialogId, ...]:
    return tuple(chain.from_iterable(parts))
