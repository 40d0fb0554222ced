"""Gathers what the rules of alerts look at: the feed, the sign-in, the limits, and how messages
to customers fared in the last hour. Listens and remembers; makes no calls.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from app.domain.alerts import AlertKind, AlertRules, MethodLoad, Outcomes, Vitals
from app.domain.calls import CallRecord
from app.domain.dialog import Author, Delivery, DialogId, MessageChange
from app.domain.feed import FeedHealth, FeedState
from app.domain.portal import REFRESH_LIFETIME
from app.domain.service_levels import after_working
from app.services.bot_book import BotBook
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.drift import Drift
from app.services.feed import Feed
from app.services.lines import Lines
from app.services.receipts import NOT_DELIVERED
from app.services.session import Session
from app.services.traffic import Traffic

#: Over so long a time the share of messages that failed is taken.
WINDOW = timedelta(hours=1)
#: So many of the newest messages are looked at.
_MOST = 5000
#: The portal counts the work on a method over so long a time.
_OPERATING = timedelta(minutes=10)
_WELL = frozenset({FeedState.LIVE, FeedState.SLOW})
_FAILING = frozenset({FeedState.UNREACHABLE, FeedState.UNAVAILABLE})
_TO_CUSTOMERS = frozenset({Author.OPERATOR, Author.BOT})
_ARRIVED = frozenset({Delivery.DELIVERED, Delivery.READ})


class VitalSigns:
    """`stop` ends the listening. Whoever asks gets one glance at everything."""

    def __init__(
        self,
        session: Session,
        feed: Feed,
        drift: Drift,
        dialogs: Dialogs,
        *,
        lines: Lines,
        traffic: Traffic,
        bots: BotBook,
        clock: Clock,
    ) -> None:
        self._session, self._feed, self._drift, self._dialogs = session, feed, drift, dialogs
        self._lines, self._bots, self._clock = lines, bots, clock
        self._began, self._has_heard = clock(), False
        self._live_since: datetime | None = None
        self._failing_since: datetime | None = None
        self._loads: dict[str, CallRecord] = {}
        self._measured: set[str] = set()  # methods whose load was heard of in this run
        self._fared: dict[tuple[DialogId, int], tuple[datetime, bool]] = {}
        self._stops: list[Callable[..., None]] = [
            feed.health_changed.connect(self._on_health),
            traffic.recorded.connect(self._on_call),
            dialogs.message_changed.connect(self._on_message),
        ]
        self._on_health(feed.health)

    def stop(self) -> None:
        """Listen no longer."""
        for stop in self._stops:
            stop()

    def read(self, rules: AlertRules) -> Vitals:
        """How everything is now."""
        now, session = self._clock(), self._session
        out = session.signed_out is not None or self._feed.health.state is FeedState.SIGNED_OUT
        return Vitals(
            now,
            self._feed.health,
            signed_out=out,
            token_dies_at=session.tokens.obtained_at + REFRESH_LIFETIME,
            live_since=self._live_since,
            failing_since=self._failing_since,
            silent_at=self._silent_at(rules),
            notices=self._drift.notices,
            overloaded=session.overload is not None,
            loads=self._recent_loads(now),
            outcomes=self._outcomes(now),
            silent_bots=self._bots.silenced(),
        )

    def knows(self, kind: AlertKind, place: str) -> bool:
        """Whether enough was heard in this run to say that something is over: what an earlier run
        told lasts until then.
        """
        age = self._clock() - self._began
        if kind in (AlertKind.SOURCE, AlertKind.LAG, AlertKind.SILENCE):
            return self._has_heard
        if kind is AlertKind.LIMIT:
            return not place or place in self._measured or not timedelta() <= age < _OPERATING
        if kind is AlertKind.UNDELIVERED:
            fresh = any(each.connector == place for each in self._outcomes(self._clock()))
            return fresh or not timedelta() <= age < WINDOW
        return True

    def failed_dialogs(self, connector: str) -> tuple[DialogId, ...]:
        """In which dialogs of a connector messages failed lately."""
        found = dict.fromkeys(number for (number, _), (_, bad) in self._fared.items() if bad)
        mine = (self._dialogs.get(number) for number in found)
        return tuple(each.id for each in mine if each is not None and each.connector == connector)

    def _on_health(self, health: FeedHealth) -> None:
        now = self._clock()
        well, failing = health.state in _WELL, health.state in _FAILING
        self._has_heard |= well
        self._live_since = (self._live_since or now) if well else None
        self._failing_since = (self._failing_since or now) if failing else None

    def _on_call(self, record: CallRecord) -> None:
        blocked = record.error.upper() == "OPERATION_TIME_LIMIT"
        if blocked or (record.operating is not None and not record.error):
            self._loads[record.method] = record
            self._measured.add(record.method)

    def _recent_loads(self, now: datetime) -> tuple[MethodLoad, ...]:
        """What the portal told of each method while that still counts."""
        for method, record in tuple(self._loads.items()):
            reset = record.operating_reset_at
            over = min(reset or record.at + _OPERATING, record.at + _OPERATING)
            if now >= over:
                del self._loads[method]
        return tuple(
            MethodLoad(method, each.operating or 0.0, bool(each.error))
            for method, each in self._loads.items()
        )

    def _on_message(self, change: MessageChange) -> None:
        """A message to a customer that failed and arrived later has arrived; one whose fate is open
        again counts as neither.
        """
        message = change.message
        if message.author not in _TO_CUSTOMERS:
            return
        bad = message.problem is not None and message.problem.code == NOT_DELIVERED
        key = (message.dialog, message.position)
        self._fared.pop(key, None)
        if bad or message.delivery in _ARRIVED:
            self._fared[key] = (self._clock(), bad)

    def _outcomes(self, now: datetime) -> tuple[Outcomes, ...]:
        while self._fared:
            key = next(iter(self._fared))
            if now - self._fared[key][0] < WINDOW and len(self._fared) <= _MOST:
                break
            del self._fared[key]
        counted: dict[str, list[int]] = {}
        for (number, _), (_, bad) in self._fared.items():
            dialog = self._dialogs.get(number)
            if dialog is not None:
                counted.setdefault(dialog.connector, [0, 0])[bad] += 1
        return tuple(Outcomes(name, *both) for name, both in counted.items())

    def _silent_at(self, rules: AlertRules) -> datetime | None:
        """When the silence will have been too long, in the hours of the line that opens first."""
        newest, live = self._feed.health.last_event, self._live_since
        if newest is None or live is None or not rules.silence_min:
            return None
        since, seconds = max(newest, live), rules.silence_min * 60
        active = [line for line in self._lines.all() if line.active]
        found = [after_working(line, since, seconds) for line in active or (None,)]
        return min((each for each in found if each is not None), default=None)
