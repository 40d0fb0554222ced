"""Keeps the board true while somebody looks: every change at once, time each second, and now and
then who is there. Knows no widget.
"""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.domain.board import BoardFacts
from app.domain.feed import FeedState
from app.domain.portal import PortalKind
from app.domain.problem import Problem
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

_COALESCE, _TICK = 100, 1000
#: A look that took long is followed by a rest of so many times that.
_REST = 10
#: A dialog that began before events were read may be open for as long as this.
_LONG = timedelta(days=7)
#: What was known stays on the board, and is no more than that.
_DEAF = frozenset({FeedState.PAUSED, FeedState.UNREACHABLE, FeedState.SIGNED_OUT})
#: Milliseconds between two questions of who is there.
_PRESENCE = {PortalKind.PRODUCTION: 60_000, PortalKind.SANDBOX: 10_000}


class Known(NamedTuple):
    """Of which dialogs the board knows: those that spoke since then, and those of the user's list
    when it was read, None while it was not; `problem` is why it could not be.
    """

    since: datetime | None
    listed_at: datetime | None
    problem: Problem | None


class BoardPresenter(QObject):
    """`changed` at most ten times a second, less often where a look takes long, and each second."""

    changed = Signal()

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self._board, self._desk = desk.board, desk
        self._lines: frozenset[int] = frozenset()
        self.facts, self._pause = BoardFacts(), _COALESCE
        self._soon, self._looked = QTimer(self, singleShot=True), QElapsedTimer()
        self._tick = QTimer(self, interval=_TICK)
        self._ask = QTimer(self, interval=_PRESENCE[desk.profile.kind])
        self._soon.timeout.connect(self._look)
        self._tick.timeout.connect(self._on_tick)
        self._ask.timeout.connect(self._ask_who)
        self.destroyed.connect(desk.board.changed.connect(lambda _: self._look_soon()))
        self.destroyed.connect(desk.found.changed.connect(lambda _: self._look_soon()))

    @property
    def problem(self) -> Problem | None:
        """Why nobody's presence is known."""
        return self._board.presence.problem

    @property
    def known(self) -> Known | None:
        """None once events were read for so long that nobody can be missing."""
        since, found = self._board.heard_since, self._desk.found
        if since is not None and datetime.now(UTC) - since > _LONG:
            return None
        return Known(since or found.since, found.looked_at, found.problem)

    @property
    def unheard(self) -> datetime | None:
        """Since when nothing of the portal is heard; None while it is."""
        health = self._desk.feed.health
        return health.last_poll if health.state in _DEAF else None

    def watch(self) -> None:
        """Somebody looks."""
        self._look()
        self._tick.start()
        self._ask.start()
        self._learn()
        self._ask_who()

    def rest(self) -> None:
        """Nobody looks: nothing is asked."""
        for timer in (self._soon, self._tick, self._ask):
            timer.stop()

    def choose(self, lines: frozenset[int]) -> None:
        """Only these lines, all of them when there are none."""
        if lines != self._lines:
            self._lines = lines
            self._look()

    def _on_tick(self) -> None:
        if self._board.heard_since is None:
            self._learn()  # events may be read by now
        self._look()

    def _learn(self) -> None:
        self.tasks.start("answers", self._board.learn)

    def _ask_who(self) -> None:
        self.tasks.start("presence", self._board.watch)

    def _look_soon(self) -> None:
        """After what is told in one breath; not soon after the last look."""
        if self._tick.isActive() and not self._soon.isActive():
            since = self._looked.elapsed() if self._looked.isValid() else self._pause
            self._soon.start(int(max(0, self._pause - since)))

    def _look(self) -> None:
        self._looked.start()
        known = [each.id for each in self._desk.connectors.lines()]
        shown = [each for each in known if not self._lines or each in self._lines]
        others = self._board.lines() - set(known) if not self._lines else set()
        self.facts = self._board.now([*shown, *sorted(others)])
        self._pause = min(_TICK, max(_COALESCE, _REST * self._looked.elapsed()))
        self.changed.emit()
