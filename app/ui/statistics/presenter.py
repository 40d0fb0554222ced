"""Decides for the Statistics page: which period and lines are counted, and when it is done anew.

Knows no widget. Figures of now are no business of his: those the board takes from the dialogs.
"""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, QTimer, QTimeZone, Signal

from app.domain.board_periods import Span, days_times, span_times
from app.domain.statistics.facts import Period
from app.ui.errors import Explained, code_of, explain
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.domain.statistics.facts import Report
    from app.services.desk import Desk

#: Milliseconds after which it is counted again although nothing happened: time was observed.
_SOON, _LATER = 2_000, 30_000


class StatisticsPresenter(QObject):
    """`changed` when there is something else to show. Counts only between `watch` and `rest`."""

    changed = Signal()

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self.statistics = desk.statistics
        self._zone = local_zone()
        self.span: Span | tuple[date, date] = Span.TODAY
        self.lines: frozenset[int] = frozenset()
        self.working = False
        self.report: Report | None = None
        self.problem: Explained | None = None
        self._watched = self._again = False
        self._rested = 0.0
        self._anew = QTimer(self, singleShot=True)
        self._anew.timeout.connect(self.refresh)
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(self._on_busy)
        self.destroyed.connect(desk.statistics.changed.connect(lambda _: self._renew()))

    @property
    def busy(self) -> bool:
        """Whether figures are being computed."""
        return self.tasks.is_busy("report")

    @property
    def period(self) -> Period:
        """The time that was chosen, up to now."""
        now, zone = datetime.now(UTC), self._zone
        if isinstance(self.span, Span):
            return Period(*span_times(self.span, now, zone), zone)
        return Period(*days_times(*self.span, now, zone), zone)

    def watch(self) -> None:
        """Somebody looks: count now, and whenever something happened."""
        self._watched = True
        self.refresh()

    def rest(self) -> None:
        """Nobody looks."""
        self._watched = False
        self._anew.stop()

    def choose_span(self, span: "Span | tuple[date, date]") -> None:
        """Count another time."""
        if span != self.span:
            self.span = span
            self._forget()

    def choose_lines(self, lines: frozenset[int]) -> None:
        """Count only these lines, all of them when there are none."""
        if lines != self.lines:
            self.lines = lines
            self._forget()

    def choose_working(self, on: bool) -> None:
        """Count only the hours in which lines are open, or all of them."""
        if on != self.working:
            self.working = on
            self._forget()

    def refresh(self) -> None:
        """Count again; what happens while it counts is counted right after."""
        if self._watched:
            self._again = not self.tasks.start("report", self._count)

    def _forget(self) -> None:
        """The figures on the screen would be those of something else."""
        self.report = self.problem = None
        self.refresh()
        self.changed.emit()

    async def _count(self) -> None:
        began = time.monotonic()
        wanted = self.span, self.lines, self.working
        report = await self.statistics.report(self.period, self.lines, working=self.working)
        if wanted == (self.span, self.lines, self.working):
            self.report, self.problem = report, None
            self.changed.emit()
        ended = time.monotonic()
        self._rested = ended + (ended - began)
        self._anew.start(_LATER if report.coverage.observed else _SOON)

    def _renew(self) -> None:
        """Something happened. What took long is not counted again at once: half of the time belongs
        to others.
        """
        wait = round((self._rested - time.monotonic()) * 1000)
        if self.report is None or wait <= 0 or self.busy:
            self.refresh()
        else:
            self._anew.start(wait)

    def _on_busy(self, _name: str, busy: bool) -> None:
        if not busy and self._again:
            self._again = False
            self._renew()
        self.changed.emit()

    def _on_failed(self, _name: str, error: object) -> None:
        if isinstance(error, BaseException):
            self.problem = explain(error)
            if not code_of(error):  # a mistake of ours: nothing was typed that could be lost
                told = self.tr("The figures were not counted. The log holds the details.")
                self.problem = replace(self.problem, text=told)
        self.changed.emit()


def local_zone() -> tzinfo:
    """The zone of this machine, with the rules of its clock changes where they are known."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return datetime.now(UTC).astimezone().tzinfo or UTC
