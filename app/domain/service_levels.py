"""How soon customers are to be answered, and how a dialog stands to that. Pure functions.

A time counts only while the line is open, by its own hours; a line without hours, or whose hours
nobody can tell, is open round the clock. Everything is reckoned in UTC: a clock that is put forward
or back, and a day of 23 hours, change nothing.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from app.domain.dialog import Dialog, DialogState
from app.domain.line import LineSettings
from app.domain.line_hours import open_times

#: What a target may be: a second to thirty days.
LONGEST = 30 * 24 * 3600


class TargetKind(StrEnum):
    """FIRST_ANSWER: of an operator in this session. NEXT_ANSWER: every one after it. RESOLUTION:
    from the beginning of a session to its end.
    """

    FIRST_ANSWER = "first_answer"
    NEXT_ANSWER = "next_answer"
    RESOLUTION = "resolution"


class LevelState(StrEnum):
    """OK: there is time. WARNING: little is left. BREACH: the time is over."""

    OK = "ok"
    WARNING = "warning"
    BREACH = "breach"


@dataclass(frozen=True, slots=True)
class Levels:
    """The targets of a line in seconds, 0 where there is none. A warning comes when `warn_share` of
    the time has gone. `by_hours`: only the line's working hours count.
    """

    first_answer_s: int = 120
    next_answer_s: int = 300
    resolution_s: int = 24 * 3600
    warn_share: float = 0.75
    by_hours: bool = True

    def target(self, kind: TargetKind) -> int:
        """The seconds of one target."""
        return {
            TargetKind.FIRST_ANSWER: self.first_answer_s,
            TargetKind.NEXT_ANSWER: self.next_answer_s,
            TargetKind.RESOLUTION: self.resolution_s,
        }[kind]


@dataclass(frozen=True, slots=True)
class Due:
    """Until when something has to happen, counted from `since`, and from when on it is urgent."""

    kind: TargetKind
    since: datetime
    warn_at: datetime
    due_at: datetime

    def state(self, now: datetime) -> LevelState:
        """How it stands at a moment."""
        if now >= self.due_at:
            return LevelState.BREACH
        return LevelState.WARNING if now >= self.warn_at else LevelState.OK


@dataclass(frozen=True, slots=True)
class Standing:
    """The most urgent target of a dialog at a moment."""

    kind: TargetKind
    due_at: datetime
    state: LevelState


def dues(dialog: Dialog, levels: Levels, line: LineSettings | None) -> tuple[Due, ...]:
    """What is expected of the operators in a dialog: the answer first, then the end."""
    found = []
    if dialog.waiting_since is not None:
        first = dialog.answered_at is None
        kind = TargetKind.FIRST_ANSWER if first else TargetKind.NEXT_ANSWER
        found.append(_due(kind, dialog.waiting_since, levels, line))
    if dialog.state is DialogState.OPEN and dialog.opened_at is not None:
        found.append(_due(TargetKind.RESOLUTION, dialog.opened_at, levels, line))
    return tuple(due for due in found if due is not None)


def most_urgent(found: tuple[Due, ...], now: datetime) -> Standing | None:
    """The worst of several; of equally bad ones that which is due first."""
    order = list(LevelState)
    ranked = sorted(found, key=lambda due: (-order.index(due.state(now)), due.due_at))
    if not ranked:
        return None
    return Standing(ranked[0].kind, ranked[0].due_at, ranked[0].state(now))


def after_working(line: LineSettings | None, since: datetime, seconds: float) -> datetime | None:
    """When so many seconds of working time have passed; None when the line never opens again."""
    return _reached(line, since, (seconds,))[0]


def _reached(
    line: LineSettings | None, since: datetime, seconds: tuple[float, ...]
) -> list[datetime | None]:
    """When each of these times, the shortest first, has passed in working time."""
    since, wanted = since.astimezone(UTC), [timedelta(seconds=each) for each in seconds]
    spans = None if line is None else open_times(line, since)
    if spans is None:
        return [since + each for each in wanted]
    found: list[datetime | None] = []
    worked = timedelta()
    for start, end in spans:
        begin = max(start, since)
        while len(found) < len(wanted) and worked + (end - begin) >= wanted[len(found)]:
            found.append(begin + wanted[len(found)] - worked)
        if len(found) == len(wanted):
            return found
        worked += end - begin
    return found + [None] * (len(wanted) - len(found))


def _due(
    kind: TargetKind, since: datetime, levels: Levels, line: LineSettings | None
) -> Due | None:
    seconds = levels.target(kind)
    hours = line if levels.by_hours else None
    if not seconds:
        return None
    warn_at, due_at = _reached(hours, since, (seconds * levels.warn_share, seconds))
    if warn_at is None or due_at is None:
        return None
    return Due(kind, since.astimezone(UTC), warn_at, due_at)
