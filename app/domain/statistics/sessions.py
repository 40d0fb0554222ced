"""From what was said in a dialog to facts about its sessions. A pure function, in order of time.

A session reaches from its beginning to its end. What a customer writes after an end belongs to the
session that begins next: its first words may be told before its beginning is. What an operator
says outside a session makes none: it goes on after an end, or began before anything was known.
Two clocks may differ: no time between two words is negative.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.dialog import DialogId
from app.domain.statistics.facts import Reply, SessionFact

#: A session begins with its first words when they were told no longer than this before it.
AHEAD = timedelta(minutes=5)


class Mark(StrEnum):
    """What one line of a dialog tells: who wrote, or that a session began or ended."""

    ASKED = "asked"
    ANSWERED = "answered"
    BEGAN = "began"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Line:
    """`by` and `name` are the operator's; `session` is the number that began or ended, 0 when
    nobody told.
    """

    mark: Mark
    at: datetime
    by: int = 0
    name: str = ""
    session: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where all sessions of a dialog took place, and the customer: his name ("" when nobody told
    one) and what he is known as without one.
    """

    dialog: DialogId
    connector: str
    line: int
    customer: str
    known_as: str = ""


@dataclass(slots=True)
class _Open:
    """A session while its lines are read."""

    number: int = 0
    opened: datetime | None = None
    first_written: datetime | None = None
    asked: datetime | None = None
    answered: list[Reply] = field(default_factory=list)

    def begin(self, number: int, at: datetime) -> None:
        self.number = number
        self.opened = at if self.opened is None or self.is_older(at) else min(self.opened, at)

    def is_older(self, at: datetime) -> bool:
        """Than the first words of a session that begins then are."""
        return self.opened is not None and at - self.opened > AHEAD

    def take(self, line: Line) -> None:
        self.opened = self.opened or line.at
        if line.mark is Mark.ASKED:
            self.first_written = self.first_written or line.at
            self.asked = self.asked or line.at
        elif self.asked is not None:
            at = max(line.at, self.asked)
            self.answered.append(Reply(self.asked, at, line.by, line.name))
            self.asked = None

    def fact(self, place: Place, closed: datetime | None) -> SessionFact | None:
        """None for what is no session: nothing was told of it."""
        if self.opened is None:
            return None
        first = self.answered[0] if self.answered else None
        return SessionFact(
            *(place.dialog, self.number, place.connector, place.line, place.customer),
            opened_at=self.opened,
            first_written_at=self.first_written,
            first_answer_at=first.answered_at if first else None,
            answered_by=first.by if first else 0,
            operator=first.operator if first else "",
            replies=tuple(self.answered),
            closed_at=None if closed is None else max(closed, self.opened),
            unanswered_since=None if closed else self.asked,
            known_as=place.known_as,
        )


def session_facts(place: Place, lines: Iterable[Line]) -> tuple[SessionFact, ...]:
    """The sessions of one dialog, the oldest first."""
    found: list[SessionFact | None] = []
    now, began = _Open(), False
    known: set[int] = set()
    for line in lines:
        if line.mark is Mark.BEGAN:
            if line.session in known:  # told once more, and late
                continue
            known.add(line.session)
            if began or (now.answered and now.is_older(line.at)):
                # nobody told how the one before ended
                found.append(now.fact(place, None))
                now = _Open()
            now.begin(line.session, line.at)
            began = True
        elif line.mark is Mark.ENDED:
            if now.opened is not None and line.session in (0, now.number or line.session):
                now.number = now.number or line.session
                found.append(now.fact(place, line.at))
                now, began = _Open(), False
        elif now.opened is not None or line.mark is Mark.ASKED:
            now.take(line)
    found.append(now.fact(place, None))
    return tuple(each for each in found if each is not None)
