"""What statistics are made of and what they say. Values only: no rules, no clock.

Times carry a zone; durations are seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum

from app.domain.dialog import DialogId


@dataclass(frozen=True, slots=True)
class Reply:
    """A customer waited from `asked_at` on and was answered by the portal's user `by` (0: not
    known), whose name was `operator`.
    """

    asked_at: datetime
    answered_at: datetime
    by: int
    operator: str


@dataclass(frozen=True, slots=True)
class SessionFact:
    """One session of a dialog, as the journal knows it.

    `session` is the portal's number, 0 when nobody told. `replies` are the answers of people, the
    first one included; what bots and the line itself said answers nobody. `unanswered_since` is
    since when a customer waits at the end of what is known. `known_as` tells a customer without a
    name from others.
    """

    dialog: DialogId
    session: int
    connector: str
    line: int
    customer: str
    opened_at: datetime
    first_written_at: datetime | None = None
    first_answer_at: datetime | None = None
    answered_by: int = 0
    operator: str = ""
    replies: tuple[Reply, ...] = ()
    closed_at: datetime | None = None
    rating: int | None = None
    unanswered_since: datetime | None = None
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` on, before `until`; hours and weekdays are those of `zone`."""

    since: datetime
    until: datetime
    zone: tzinfo


class GapWhy(StrEnum):
    """Why nothing was read. CLOSED: the program did not run. SLEEP: the computer slept, or its
    clock was set. REFUSED: the portal answered but did not let events be read. DEEP: a chat had
    more new messages than the portal gives back. UNKNOWN: before anything was ever read.
    """

    NETWORK = "network"
    PAUSED = "paused"
    CLOSED = "closed"
    SLEEP = "sleep"
    SIGNED_OUT = "signed_out"
    REFUSED = "refused"
    DEEP = "deep"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ObservedGap:
    """A time in which no events were read. `recovered` of them came afterwards; `lost`: something
    may be missing for good; `lasting`: they were not read since.
    """

    since: datetime
    until: datetime
    why: GapWhy
    recovered: int = 0
    lost: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a period was really observed. What lies in the future is not part of it."""

    period: Period
    observed: tuple[tuple[datetime, datetime], ...] = ()
    gaps: tuple[ObservedGap, ...] = ()

    @property
    def share(self) -> float:
        """The observed part of what has passed of the period, from 0 to 1; 0 when none has."""
        watched = sum((until - since).total_seconds() for since, until in self.observed)
        missed = sum((gap.until - gap.since).total_seconds() for gap in self.gaps)
        return watched / (watched + missed) if watched + missed > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Spread:
    """How durations are spread, in seconds. All but `count` are None when there is none.

    Percentiles are interpolated between the two nearest values (the method "inclusive" of
    `statistics.quantiles`, "PERCENTILE.INC" of spreadsheets).
    """

    count: int = 0
    median: float | None = None
    p90: float | None = None
    p95: float | None = None
    mean: float | None = None


NOTHING = Spread()


@dataclass(frozen=True, slots=True)
class Bucket:
    """One bar: sessions that began in the same hour, or on the same line, and so on.

    `key` sorts and names it: an hour of the day "09", a weekday "1" (Monday) to "7", a day
    "2026-07-14", a line's number, a connector's code, an operator's number ("0:Olga" when only the
    name is known, "" for sessions that nobody answered). `parts` are what a label is made of: the
    operator's name. `by_line` counts sessions. `spread` is of first answers. `dialogs` are those
    counted, each once. `observed` is the part of its time that was observed, None where the bucket
    is no time.
    """

    key: str
    parts: tuple[str, ...] = ()
    by_line: Mapping[int, int] = field(default_factory=dict)
    spread: Spread = NOTHING
    next_answer: Spread = NOTHING
    resolution: Spread = NOTHING
    dialogs: tuple[DialogId, ...] = ()
    observed: float | None = None

    @property
    def count(self) -> int:
        """How many sessions."""
        return sum(self.by_line.values())


@dataclass(frozen=True, slots=True)
class ConnectorHealth:
    """How well a connector brings messages over in a period.

    Of `sent` messages of operators and bots `confirmed` were acknowledged and `undelivered` were
    refused; the rest is on its way. Of `written` messages of customers, those that are no longer
    on their way, `failed` were refused or have an unknown outcome. `confirm_lag`: from an
    operator's message to its acknowledgement; `arrive_lag`: from a customer's message to the
    portal's answer that it is in a session. `retries` are calls made again for the same message,
    `duplicates` rows that told of a message once more.
    """

    connector: str
    sent: int = 0
    confirmed: int = 0
    undelivered: int = 0
    written: int = 0
    failed: int = 0
    confirm_lag: Spread = NOTHING
    arrive_lag: Spread = NOTHING
    retries: int = 0
    duplicates: int = 0
    dialogs: tuple[DialogId, ...] = ()

    @property
    def undelivered_share(self) -> float | None:
        """From 0 to 1, of messages to customers whose fate is known; None when there is none."""
        known = self.confirmed + self.undelivered
        return self.undelivered / known if known else None


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of a period. Every one of them is about what was observed: see `coverage`.

    `working`: durations count only the hours in which the line is open; `hourless` are lines whose
    hours are not known, for which the whole day counts all the same. `ratings` counts sessions by
    rating; `rated` of `closed` sessions have one.
    """

    coverage: Coverage
    by_hour: tuple[Bucket, ...] = ()
    by_weekday: tuple[Bucket, ...] = ()
    by_day: tuple[Bucket, ...] = ()
    by_line: tuple[Bucket, ...] = ()
    by_connector: tuple[Bucket, ...] = ()
    by_operator: tuple[Bucket, ...] = ()
    first_answer: Spread = NOTHING
    next_answer: Spread = NOTHING
    resolution: Spread = NOTHING
    ratings: Mapping[int, int] = field(default_factory=dict)
    rated: int = 0
    closed: int = 0
    sessions: int = 0
    unanswered: int = 0
    health: tuple[ConnectorHealth, ...] = ()
    working: bool = False
    hourless: frozenset[int] = frozenset()
