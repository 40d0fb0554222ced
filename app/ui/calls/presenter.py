"""Decides for the Calls page: what is shown, held back, measured and copied. Knows no widget."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.calls import CallRecord
from app.ui.calls.model import CallFilter, CallModel
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.shown_calls import ShownCalls
    from app.services.traffic import Traffic

#: Seconds of work that the vendor allows one method in ten minutes.
OPERATING_LIMIT = 480.0
_SECOND = 1000
_WORTH_TELLING = 0.05


class Operating(NamedTuple):
    """The method that has used up most of its time, and how many seconds of it."""

    method: str
    seconds: float


class CallsPresenter(QObject):
    """One for each page or dock; they share the traffic, not what they show."""

    measured = Signal()  # the meters have new values
    counted = Signal()  # rows, errors or waiting calls changed
    selected = Signal(object)  # CallRecord or None

    def __init__(
        self, traffic: "Traffic", shown: "ShownCalls", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._traffic, self._shown, self.tasks = traffic, shown, Tasks(self)
        self.model = CallModel(traffic, self)
        self.rows = CallFilter(self.model, self)
        self.rows.show_polls(not shown.without_polls)
        self.record: CallRecord | None = None
        self.paused = False
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND)
        self._clock.timeout.connect(self.measured)
        self.model.rowsInserted.connect(self.counted)
        self.model.rowsInserted.connect(self.measured)
        self.model.waiting_changed.connect(self.counted)

    def watch(self, on: bool) -> None:
        """Measure once a second while somebody looks."""
        if on:
            self._clock.start()
            self.measured.emit()
        else:
            self._clock.stop()

    @property
    def without_polls(self) -> bool:
        """Whether what the program asks over and over is left out."""
        return self._shown.without_polls

    def leave_out_polls(self, on: bool) -> None:
        """Leave it out, now and in later runs; what failed is shown all the same."""
        self.rows.show_polls(not on)
        self._shown.choose(without_polls=on)
        self.tasks.start("keep", self._shown.keep)

    def select(self, record: CallRecord | None) -> None:
        """Show that call below the table."""
        self.record = record
        self.selected.emit(record)

    def pause(self, on: bool) -> None:
        """Hold the table still; calls go on and are kept."""
        self.paused = on
        self.model.pause(on)

    def bucket(self) -> tuple[float, float]:
        """How full the bucket is and where the portal begins to refuse."""
        return self._traffic.level, self._traffic.capacity

    def operating(self) -> Operating | None:
        """The method nearest to its limit, by the newest answers."""
        now, newest = datetime.now(UTC), dict[str, float]()
        for record in self.model.records():
            if record.operating is None or record.method in newest:
                continue
            over = record.operating_reset_at is not None and record.operating_reset_at < now
            newest[record.method] = 0.0 if over else record.operating
        if not any(seconds >= _WORTH_TELLING for seconds in newest.values()):
            return None
        method = max(newest, key=lambda name: newest[name])
        return Operating(method, newest[method])

    def curl(self) -> str:
        """The shown call as a shell command, with placeholders for secrets."""
        return self._traffic.as_curl(self.record) if self.record else ""

    def json(self) -> str:
        """The shown call as JSON."""
        return self._traffic.as_json(self.record) if self.record else ""
