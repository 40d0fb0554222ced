"""Follows the open desk and says, at most ten times a second, what the window's edges show."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.feed import FeedHealth, FeedState
from app.domain.forwarding import Forwarded
from app.domain.portal import PortalKind, Profile
from app.domain.problem import Problem
from app.ui.status_words import Sent

if TYPE_CHECKING:
    from app.services.desk import Desk

_UNKNOWN = FeedHealth(FeedState.STOPPED)
_NOTHING = Sent()
_NOT_FORWARDED = Forwarded()
_COALESCE = 100
_TICK = 1000


@dataclass(frozen=True, slots=True)
class Facts:
    """What header and status bar show of the open portal."""

    user: str = ""
    admin: bool = False
    portal: str = ""
    address: str = ""
    origin: str = ""
    kind: PortalKind | None = None
    health: FeedHealth = _UNKNOWN
    sent: Sent = _NOTHING
    waiting: int = 0
    waiting_since: datetime | None = None
    level: float = 0.0
    capacity: float = 0.0
    events: int = 0
    missing_scopes: tuple[str, ...] = ()
    drift: int = 0
    alerts: int = 0
    urgent: bool = False
    set_aside: int = 0
    key: str = ""
    read_only: bool = False
    forward: Forwarded = _NOT_FORWARDED


class DeskWatch(QObject):
    """`changed` when something happened, `ticked` every second while a desk is open."""

    changed = Signal(object)  # Facts, or None when no desk is open
    ticked = Signal(object)
    told = Signal(object)  # Explained: what the person should know, though nothing failed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._stops: list[Callable[[], object]] = []
        self._waiting: tuple[int, datetime | None] | None = None
        self._soon = QTimer(self, singleShot=True, interval=_COALESCE)
        self._soon.timeout.connect(self._tell)
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self._on_tick)
        self.facts: Facts | None = None

    @property
    def desk(self) -> "Desk | None":
        """The desk that is followed."""
        return self._desk

    def set_desk(self, desk: "Desk | None") -> None:
        """Follow another desk, or none."""
        for stop in self._stops:
            stop()
        self._stops.clear()
        self._desk, self._waiting = desk, None
        if desk is None:
            self._tick.stop()
        else:
            self._follow(desk)
            self._tick.start()
        self._tell()

    def _follow(self, desk: "Desk") -> None:
        self._stops = [
            desk.feed.health_changed.connect(self._on_something),
            desk.outbox.changed.connect(self._on_something),
            desk.session.changed.connect(self._on_something),
            desk.drift.changed.connect(self._on_something),
            desk.alerts.changed.connect(self._on_something),
            desk.forwarding.changed.connect(self._on_something),
            desk.set_aside.changed.connect(self._on_something),
            desk.dialogs.dialog_changed.connect(self._on_dialog),
            desk.traffic.recorded.connect(self._on_something),
            desk.session.moved.connect(self._on_moved),
        ]
        for stop in self._stops:
            self.destroyed.connect(stop)  # Qt may delete us before the desk closes

    def _on_something(self, _what: object) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _on_dialog(self, what: object) -> None:
        self._waiting = None
        self._on_something(what)

    def _on_moved(self, profile: Profile) -> None:
        from app.ui.errors import explain_problem  # late: no portal moves before the first paint

        host = profile.address.partition("://")[2]
        self.told.emit(explain_problem(Problem("OWN_NEW_ADDRESS", host)))

    def _on_tick(self) -> None:
        self.facts = self._read()
        self.ticked.emit(self.facts)

    def _tell(self) -> None:
        self.facts = self._read()
        self.changed.emit(self.facts)

    def _read(self) -> Facts | None:
        desk = self._desk
        if desk is None:
            return None
        if self._waiting is None:
            since = [d.waiting_since for d in desk.dialogs.all() if d.waiting_since]
            self._waiting = (len(since), min(since, default=None))
        user, counts, profile = desk.session.capabilities.user, desk.outbox.counts, desk.profile
        return Facts(
            user=user.name,
            admin=desk.session.capabilities.admin,
            portal=profile.name,
            address=profile.address.partition("://")[2],
            origin=profile.address,
            kind=profile.kind,
            health=desk.feed.health,
            sent=Sent(counts.queued, counts.unknown, counts.failed, desk.outbox.problem),
            waiting=self._waiting[0],
            waiting_since=self._waiting[1],
            level=desk.traffic.level,
            capacity=desk.traffic.capacity,
            events=desk.feed.health.events,
            missing_scopes=desk.session.capabilities.missing_scopes,
            drift=len(desk.drift.notices),
            alerts=len(desk.alerts.active),
            urgent=any(each.urgent for each in desk.alerts.active),
            set_aside=desk.set_aside.count,
            key=profile.key,
            read_only=profile.read_only,
            forward=desk.forwarding.state,
        )
