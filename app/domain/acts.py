"""What a supervisor or an operator can do with a dialog, and when each act is legal.

Values and one table of rules. A reason why not is a code; its words stand in the window. Where this
console does not know enough, the act is allowed and the portal decides.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.dialog import Dialog, DialogState
from app.domain.line import Employee


class Act(StrEnum):
    """In the order of the menu."""

    ANSWER = "answer"
    JOIN = "join"
    INTERCEPT = "intercept"
    TRANSFER = "transfer"
    SKIP = "skip"
    FINISH = "finish"
    FINISH_ANOTHER = "finish_another"
    SPAM = "spam"
    START = "start"
    PIN = "pin"
    UNPIN = "unpin"
    SILENT = "silent"
    LOUD = "loud"
    VOTE = "vote"


#: What somebody else would have to bear: asked before.
ASKED = frozenset({Act.INTERCEPT, Act.FINISH_ANOTHER, Act.SPAM})
#: What ends the session.
CLOSING = frozenset({Act.FINISH, Act.FINISH_ANOTHER, Act.SPAM})
#: Marked as outdated by the vendor; portals still do it.
DEPRECATED = frozenset({Act.SILENT, Act.LOUD})


@dataclass(frozen=True, slots=True)
class Seat:
    """What the portal says of a dialog's chat: its newest session, its owner, and two modes. The
    owner is its operator, its bot, or only the one whose turn it is in the queue; 0 for nobody.
    `inside`: the asker sits in the chat beside its owner, for all to see. `line` has the session
    now: a transfer changes that, and not the line that the chat came by; 0 when nobody told.
    """

    chat: int
    session: int | None
    owner: int
    pinned: bool
    silent: bool
    inside: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """Who gets a dialog: a colleague or, where `is_line`, the queue of a line."""

    id: int
    name: str
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class HeadVote:
    """The supervisor's rating of a session: whether he may give one, and what there is already
    (0 and "" for nothing).
    """

    allowed: bool
    rating: int = 0
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Some of the employees that were found; `next` is where the others begin, None at the end."""

    found: tuple[Employee, ...]
    next: int | None = None


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Who asks, about which dialog. `seat` is None before the portal was asked."""

    dialog: Dialog
    me: int
    seat: Seat | None = None
    read_only: bool = False

    @property
    def session(self) -> int | None:
        """The session that is known here, else the one that the portal named."""
        return self.dialog.session or (self.seat.session if self.seat is not None else None)

    @property
    def operator(self) -> int | None:
        """The user who has the dialog, 0 for nobody, None when it is not known."""
        dialog, seat = self.dialog, self.seat
        if dialog.operator_id:
            return dialog.operator_id
        if dialog.operator or seat is None or seat.session != dialog.session:
            return None
        return None if seat.owner else 0

    @property
    def is_mine(self) -> bool:
        """Whether the asker has it."""
        return bool(self.me) and self.operator == self.me

    @property
    def is_others(self) -> bool:
        """Whether somebody else has it for sure."""
        return self.operator not in (None, 0, self.me)


def why_not(act: Act, of: Standpoint) -> str:
    """The reason why an act is not legal now, "" when it is."""
    if of.read_only:
        return "READ_ONLY"
    if of.dialog.portal_chat is None:
        return "NO_CHAT_YET"
    return _RULES[act](of)


def legal(of: Standpoint) -> Mapping[Act, str]:
    """Every act with the reason why not, in the order of the menu."""
    return {act: why_not(act, of) for act in Act}


def _open(of: Standpoint) -> str:
    return "ACT_CLOSED" if of.dialog.state is DialogState.CLOSED else ""


def _answer(of: Standpoint) -> str:
    taken = "ACT_TAKEN" if of.is_others else ""
    return _open(of) or ("ACT_YOURS" if of.is_mine else taken)


def _join(of: Standpoint) -> str:
    inside = "ACT_INSIDE" if of.seat is not None and of.seat.inside else ""
    return _open(of) or ("ACT_YOURS" if of.is_mine else inside)


def _intercept(of: Standpoint) -> str:
    nobody = "ACT_NOBODYS" if of.operator == 0 else ""
    return _open(of) or ("ACT_YOURS" if of.is_mine else nobody)


def _skip(of: Standpoint) -> str:
    return _open(of) or ("ACT_OTHERS" if of.is_others else "")


def _finish(of: Standpoint) -> str:
    nobody = "ACT_ANSWER_FIRST" if of.operator == 0 else ""
    return _open(of) or ("ACT_OTHERS" if of.is_others else nobody)


def _finish_another(of: Standpoint) -> str:
    return _open(of) or ("ACT_YOURS" if of.is_mine else "")


def _start(of: Standpoint) -> str:
    return "" if of.dialog.state is DialogState.CLOSED else "ACT_OPEN"


def _pin(of: Standpoint) -> str:
    return _open(of) or ("ACT_PINNED" if of.seat is not None and of.seat.pinned else "")


def _unpin(of: Standpoint) -> str:
    return _open(of) or ("ACT_NOT_PINNED" if of.seat is not None and not of.seat.pinned else "")


def _silent(of: Standpoint) -> str:
    return _open(of) or ("ACT_SILENT" if of.seat is not None and of.seat.silent else "")


def _loud(of: Standpoint) -> str:
    return _open(of) or ("ACT_NOT_SILENT" if of.seat is not None and not of.seat.silent else "")


def _vote(of: Standpoint) -> str:
    return "" if of.session else "ACT_NO_SESSION"


_RULES: Mapping[Act, Callable[[Standpoint], str]] = {
    Act.ANSWER: _answer,
    Act.JOIN: _join,
    Act.INTERCEPT: _intercept,
    Act.TRANSFER: _open,
    Act.SKIP: _skip,
    Act.FINISH: _finish,
    Act.FINISH_ANOTHER: _finish_another,
    Act.SPAM: _open,
    Act.START: _start,
    Act.PIN: _pin,
    Act.UNPIN: _unpin,
    Act.SILENT: _silent,
    Act.LOUD: _loud,
    Act.VOTE: _vote,
}
