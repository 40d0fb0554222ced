"""The health of the event feed, in words that the status bar can show."""

from dataclasses import dataclass
from datetime import datetime
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
    """How rows leave the queue. CONFIRMED: reserve, save, confirm. PEEKED: list, save, remove.
    WATCHED: list and save only, since the profile is read-only; they stay at the portal.
    """

    NONE = "none"
    CONFIRMED = "confirmed"
    PEEKED = "peeked"
    WATCHED = "watched"


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """A snapshot after each poll. Times are UTC; `interval` and `lag` are seconds.

    `lag` is the age of the newest event when it was read, `queue` the rows seen waiting. `events`
    and `last_event` tell of all that the journal holds, earlier runs of the program included.
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
