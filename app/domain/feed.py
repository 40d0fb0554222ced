"""From where events come, what each source can promise, and how it goes: what the status bar says.

Knows no calls.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.problem import Problem


class FeedState(StrEnum):
    """UNAVAILABLE: this user or portal cannot read the queue at all, and polling would not help."""

    STOPPED = "stopped"
    LIVE = "live"
    SLOW = "slow"
    PAUSED = "paused"
    UNREACHABLE = "unreachable"
    SIGNED_OUT = "signed_out"
    UNAVAILABLE = "unavailable"


class FeedSource(StrEnum):
    """How events come. CONFIRMED: rows of the queue are reserved, saved, confirmed. PEEKED: listed,
    saved, removed. WATCHED: listed and saved only, since the profile is read-only; they stay at the
    portal. IM_EVENTS: the signed-in user's own events, confirmed once they are saved. HISTORY:
    known chats are looked at again and again.
    """

    NONE = "none"
    CONFIRMED = "confirmed"
    PEEKED = "peeked"
    WATCHED = "watched"
    IM_EVENTS = "im_events"
    HISTORY = "history"


#: The sources that read the application's queue.
QUEUES = frozenset({FeedSource.CONFIRMED, FeedSource.PEEKED, FeedSource.WATCHED})
#: For how long the portal keeps what nobody has fetched; histories stay.
KEPT: dict[FeedSource, timedelta] = {
    **dict.fromkeys(QUEUES, timedelta(days=30)),
    FeedSource.IM_EVENTS: timedelta(days=1),
}


class GapReason(StrEnum):
    """AWAY: nobody listened for longer than the portal keeps events. DEEP: a chat has more new
    messages than its history gives back.
    """

    AWAY = "away"
    DEEP = "deep"


@dataclass(frozen=True, slots=True)
class Gap:
    """A time of which something may be missing for good."""

    source: FeedSource
    since: datetime
    until: datetime
    why: GapReason = GapReason.AWAY


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """A snapshot after each poll. Times are UTC; `interval` and `lag` are seconds.

    `lag` is the age of the newest event when it was read, `queue` the rows seen waiting. `events`
    and `last_event` tell of all that the journal holds, earlier runs of the program included. `gap`
    is the newest that nobody has looked at yet. `own_queue`: the queue is this console's alone and
    holds what its own calls caused as well. `tells_customers`: what
    customers write through other programs comes this way, too.
    """

    state: FeedState
    source: FeedSource = FeedSource.NONE
    interval: float = 0.0
    last_poll: datetime | None = None
    last_event: datetime | None = None
    lag: float | None = None
    queue: int | None = None
    events: int = 0
    problem: Problem | None = None
    retry_at: datetime | None = None
    gap: Gap | None = None
    own_queue: bool = False
    tells_customers: bool = False
