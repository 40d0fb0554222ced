"""What is kept of how a message came to be, and its way as a line of steps. Values only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from app.domain.calls import CallRecord
from app.domain.dialog import Author, Dialog, Message
from app.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class RowEvidence:
    """A row that brought or changed a message. `queued_at` is the portal's word, None when it said
    nothing; `process` is under which name the row was reserved, "" when it was not.
    """

    event: int
    row: int
    name: str
    source: str
    process: str
    queued_at: datetime | None
    read_at: datetime
    applied_at: datetime
    raw: str
    reason: str = ""

    @property
    def at(self) -> datetime:
        """Where it stands among the others."""
        return self.applied_at


@dataclass(frozen=True, slots=True)
class CallEvidence:
    """A call that was made for a message. Its sides may be cut: the lengths are those of all."""

    record: CallRecord
    request_length: int
    answer_length: int

    @property
    def at(self) -> datetime:
        """Where it stands among the others."""
        return self.record.at

    @property
    def cut(self) -> bool:
        """Whether less is kept than there was."""
        kept = (len(self.record.request), len(self.record.answer))
        return kept != (self.request_length, self.answer_length)


Evidence: TypeAlias = RowEvidence | CallEvidence


class Errand(StrEnum):
    """What a call that still has to be made is for."""

    SEND = "send"
    REPLY = "reply"
    EDIT = "edit"
    DELETE = "delete"
    DELIVER = "deliver"
    READ = "read"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Pending:
    """A call that has to be made, is under way (`running`), or needs a person (`stuck`)."""

    errand: Errand
    created_at: datetime
    due_at: datetime | None = None
    running: bool = False
    stuck: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that is known of a message's way. `answer` is the first word of the other side
    after a customer's message, with what is known of it; `held` is why nothing leaves, if so;
    `reads` says whether "read" is told by itself, `acknowledges` whether "delivered" is, None when
    it is never told.
    """

    dialog: Dialog
    message: Message
    evidence: tuple[Evidence, ...] = ()
    pending: tuple[Pending, ...] = ()
    answer: "Story | None" = None
    held: Problem | None = None
    acknowledges: bool | None = True
    reads: bool = False

    @property
    def rows(self) -> list[RowEvidence]:
        """What the portal told of it."""
        return [each for each in self.evidence if isinstance(each, RowEvidence)]

    def calls(self, method: str) -> list[CallRecord]:
        """The calls of one method that were made for it."""
        found = (each.record for each in self.evidence if isinstance(each, CallEvidence))
        return [each for each in found if each.method == method]

    def job(self, errand: Errand) -> Pending | None:
        """A call that still has to be made for it."""
        return next((each for each in self.pending if each.errand is errand), None)


class Station(StrEnum):
    """A step on the way of a message."""

    WRITTEN = "written"
    QUEUED = "queued"
    FETCHED = "fetched"
    SHOWN = "shown"
    TYPED = "typed"
    SEND = "send"
    REPLY = "reply"
    SESSION = "session"
    CHANGE = "change"
    REMOVAL = "removal"
    ANSWER = "answer"
    DELIVERY = "delivery"
    DELIVERED = "delivered"
    READING = "reading"
    READ = "read"


class Standing(StrEnum):
    """NOT_REACHED: an earlier step is not done. NOT_WANTED: nobody wants it to happen."""

    DONE = "done"
    WAITING = "waiting"
    BROKEN = "broken"
    NOT_REACHED = "not_reached"
    NOT_WANTED = "not_wanted"


class Wait(StrEnum):
    """What a waiting step waits for."""

    NOTHING = ""
    TURN = "turn"  # its turn in the outbox
    DUE = "due"  # the moment that the person chose
    HELD = "held"  # something keeps everything from leaving
    ANSWER = "answer"  # the portal's answer
    HAND = "hand"  # a person
    OPERATOR = "operator"
    PORTAL = "portal"  # something that only the portal can do


@dataclass(frozen=True, slots=True)
class TraceStep:
    """`at` is when it was done, or since when it waits; `method` the vendor's name of the call or
    event; `value` what the step is about: a chat, a process, a session; `took` the milliseconds of
    a call that broke; `tries` how often it was called.
    """

    station: Station
    standing: Standing = Standing.DONE
    at: datetime | None = None
    method: str = ""
    value: str = ""
    author: Author | None = None
    problem: Problem | None = None
    wait: Wait = Wait.NOTHING
    until: datetime | None = None
    took: int | None = None
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Trace:
    """The way of one message, in order."""

    steps: tuple[TraceStep, ...]

    @property
    def broken(self) -> TraceStep | None:
        """The first step that went wrong."""
        return next((each for each in self.steps if each.standing is Standing.BROKEN), None)

    @property
    def waiting(self) -> TraceStep | None:
        """The first step that is still to come."""
        return next((each for each in self.steps if each.standing is Standing.WAITING), None)
