"""What a person should be told although he looks elsewhere: what is wrong now, since when, and
where it is mended. Pure rules over one glance at everything; told once when it begins and once when
it is over. Knows no words and no calls.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.dialog import DialogId
from app.domain.drift import Notice
from app.domain.feed import FeedHealth, FeedState
from app.domain.service_levels import Due, LevelState

#: A refresh token that dies within so many days is worth a word.
TOKEN_DAYS = 30
#: Nothing is said of an outage that is shorter, nor of lag right after one.
PATIENCE = timedelta(seconds=60)
#: Seconds of work in ten minutes after which the portal blocks a method, and the share of them
#: at which it is told.
OPERATING_LIMIT, OPERATING_SHARE = 480.0, 0.8
#: So many messages have to fail before their share means something.
FEWEST_FAILED = 3
#: What has been told is over only when it is half as bad: no alert flickers.
OVER_AT = 0.5


class AlertKind(StrEnum):
    """What it is about, the worst first."""

    TOKEN = "token"  # noqa: S105 - a kind, no password
    SOURCE = "source"
    CONNECTOR = "connector"
    BOT = "bot"
    LIMIT = "limit"
    UNDELIVERED = "undelivered"
    BREACH = "breach"
    LAG = "lag"
    SILENCE = "silence"
    WARNING = "warning"


_URGENT = frozenset(
    {
        *(AlertKind.TOKEN, AlertKind.SOURCE, AlertKind.CONNECTOR, AlertKind.BOT),
        *(AlertKind.BREACH, AlertKind.UNDELIVERED),
    }
)
_URGENT_CODES = frozenset({"limit_blocked", "limit_overload"})


class Way(StrEnum):
    """Where it is mended."""

    SIGN_IN = "sign_in"
    DOCTOR = "doctor"
    CONNECTORS = "connectors"
    BOTS = "bots"
    CALLS = "calls"
    QUEUE = "queue"
    DIALOG = "dialog"


@dataclass(frozen=True, slots=True)
class Alert:
    """One occurrence. `place` tells it from others of its kind; `code` chooses its words, `amount`
    is the figure in them: days, seconds, minutes or percent. `over_at` is None while it lasts.
    """

    kind: AlertKind
    place: str
    code: str
    since: datetime
    way: Way
    amount: int = 0
    line: int = 0
    connector: str = ""
    dialog: DialogId | None = None
    over_at: datetime | None = None

    @property
    def key(self) -> tuple[AlertKind, str]:
        """The same trouble, however often it is seen."""
        return self.kind, self.place

    @property
    def urgent(self) -> bool:
        """Whether somebody is harmed already while it lasts."""
        if self.over_at is not None or self.code == "token_old":
            return False
        return self.kind in _URGENT or self.code in _URGENT_CODES

    @property
    def of_dialog(self) -> bool:
        """Whether it is about one dialog, not about the whole portal."""
        return self.kind in (AlertKind.BREACH, AlertKind.WARNING)


@dataclass(frozen=True, slots=True)
class AlertRules:
    """From when on something is told, 0 for never, and of which lines and connectors nothing is
    shown outside the list.
    """

    silence_min: int = 60
    lag_s: int = 60
    undelivered_percent: int = 10
    muted_lines: frozenset[int] = frozenset()
    muted_connectors: frozenset[str] = frozenset()

    def mutes(self, line: int, connector: str) -> bool:
        """Whether nothing is shown of this line or of this connector."""
        return line in self.muted_lines or connector in self.muted_connectors


@dataclass(frozen=True, slots=True)
class MethodLoad:
    """How long the portal has worked on one method lately."""

    method: str
    seconds: float
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How the messages to customers of one connector fared lately."""

    connector: str
    arrived: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Vitals:
    """One glance. `live_since` is when the feed began to read without failing, `failing_since` when
    it began to fail; `silent_at` when it will have been silent for too long, by the working hours
    of the lines; `silent_bots` are the names of those that say nothing, since another console may
    answer for them.
    """

    now: datetime
    feed: FeedHealth
    signed_out: bool = False
    token_dies_at: datetime | None = None
    live_since: datetime | None = None
    failing_since: datetime | None = None
    silent_at: datetime | None = None
    notices: tuple[Notice, ...] = ()
    overloaded: bool = False
    loads: tuple[MethodLoad, ...] = ()
    outcomes: tuple[Outcomes, ...] = ()
    silent_bots: tuple[str, ...] = ()


def judge(
    seen: Vitals, rules: AlertRules, active: Iterable[tuple[AlertKind, str]]
) -> tuple[Alert, ...]:
    """What is wrong now with the portal, the connectors and the limits. `active` was told before:
    it has to get clearly better before it is over.
    """
    told = frozenset(active)
    return (
        *_token(seen),
        *_source(seen),
        *_connectors(seen),
        *_bots(seen),
        *_limits(seen),
        *_undelivered(seen, rules, told),
        *_lag(seen, rules, told),
        *_silence(seen, rules),
    )


def judge_due(due: Due, now: datetime, told: LevelState) -> LevelState:
    """How a target stands; what was told of it before is not taken back by a clock that is set
    back.
    """
    order = list(LevelState)
    return max(due.state(now), told, key=order.index)


def _token(seen: Vitals) -> Iterable[Alert]:
    if seen.signed_out:
        yield Alert(AlertKind.TOKEN, "", "token_ended", seen.now, Way.SIGN_IN)
    elif seen.token_dies_at is not None:
        left = seen.token_dies_at - seen.now
        if left < timedelta(days=TOKEN_DAYS):
            days = max(0, left // timedelta(days=1))
            yield Alert(AlertKind.TOKEN, "age", "token_old", seen.now, Way.DOCTOR, days)


def _source(seen: Vitals) -> Iterable[Alert]:
    since = seen.failing_since
    if seen.signed_out or seen.overloaded or since is None or seen.now - since < PATIENCE:
        return
    unavailable = seen.feed.state is FeedState.UNAVAILABLE
    code = "source_unavailable" if unavailable else "source_unreachable"
    yield Alert(AlertKind.SOURCE, "", code, since, Way.DOCTOR)


def _connectors(seen: Vitals) -> Iterable[Alert]:
    for notice in seen.notices:
        connector, line, kind = notice.key
        place, code = f"{connector}@{line}:{kind.value}", f"connector_{kind.value}"
        where = (Way.CONNECTORS, 0, line, connector)
        yield Alert(AlertKind.CONNECTOR, place, code, notice.at, *where)


def _bots(seen: Vitals) -> Iterable[Alert]:
    for name in seen.silent_bots:
        yield Alert(AlertKind.BOT, name, "bot_elsewhere", seen.now, Way.BOTS)


def _limits(seen: Vitals) -> Iterable[Alert]:
    if seen.overloaded:
        yield Alert(AlertKind.LIMIT, "", "limit_overload", seen.now, Way.CALLS)
    for load in seen.loads:
        if load.blocked or load.seconds >= OPERATING_LIMIT * OPERATING_SHARE:
            code = "limit_blocked" if load.blocked else "limit_near"
            yield Alert(
                AlertKind.LIMIT, load.method, code, seen.now, Way.CALLS, round(load.seconds)
            )


def _undelivered(
    seen: Vitals, rules: AlertRules, told: frozenset[tuple[AlertKind, str]]
) -> Iterable[Alert]:
    if not rules.undelivered_percent:
        return
    for each in seen.outcomes:
        key = (AlertKind.UNDELIVERED, each.connector)
        share = 100 * each.failed / max(1, each.failed + each.arrived)
        limit = rules.undelivered_percent * (OVER_AT if key in told else 1)
        if share >= limit and each.failed >= (1 if key in told else FEWEST_FAILED):
            yield Alert(*key, "undelivered", seen.now, Way.QUEUE, round(share), 0, each.connector)


def _lag(
    seen: Vitals, rules: AlertRules, told: frozenset[tuple[AlertKind, str]]
) -> Iterable[Alert]:
    """What was waiting for an outage to end is late without fault: lag counts a while after."""
    live, lag, newest = seen.live_since, seen.feed.lag, seen.feed.last_event
    if not rules.lag_s or lag is None or live is None or newest is None or newest < live:
        return
    limit = rules.lag_s * (OVER_AT if (AlertKind.LAG, "") in told else 1)
    if lag >= limit and seen.now - newest < timedelta(seconds=lag) + 10 * PATIENCE:
        yield Alert(AlertKind.LAG, "", "lag", seen.now, Way.DOCTOR, round(lag))


def _silence(seen: Vitals, rules: AlertRules) -> Iterable[Alert]:
    if not rules.silence_min or seen.live_since is None or seen.silent_at is None:
        return
    if seen.now >= seen.silent_at:
        minutes = rules.silence_min
        yield Alert(AlertKind.SILENCE, "", "silence", seen.silent_at, Way.DOCTOR, minutes)
