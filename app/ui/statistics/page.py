"""The Statistics page: its head, the notice of what was observed, and the segments below it."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui import prompts
from app.ui.commands import Command
from app.ui.pages import STATISTICS
from app.ui.statistics.clock_bar import ClockBar
from app.ui.statistics.coverage_bar import CoverageBar
from app.ui.statistics.days_dialog import DaysDialog
from app.ui.statistics.export_guest import StatisticsExportGuest
from app.ui.statistics.presenter import StatisticsPresenter
from app.ui.statistics.tab import Shown, Tab
from app.ui.statistics.tabs import TABS, make_tab
from app.ui.statistics.toolbar import Toolbar
from app.ui.style import Theme
from app.ui.widgets import ErrorPanel

if TYPE_CHECKING:
    from app.domain.statistics.facts import Report
    from app.services.desk import Desk


class StatisticsPage(QWidget):
    """Counts only while somebody looks. A segment is made when it is first opened."""

    go = Signal(str, object)

    def __init__(self, desk: "Desk", theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk, self._theme = desk, theme
        self.presenter = StatisticsPresenter(desk, self)
        self.toolbar = Toolbar(theme, self.presenter)
        self.coverage, self.clock = CoverageBar(theme), ClockBar(theme)
        self.error = ErrorPanel(theme, self.tr("Count again"))
        self.export = StatisticsExportGuest(self, theme)
        self._stack = QStackedWidget()
        self._tabs: dict[str, Tab] = {}
        self._arrange()
        self._wire()

    @property
    def tab(self) -> str:
        """The segment in front."""
        return self.toolbar.tabs.choice

    def take(self, payload: object) -> None:
        """Open a segment: board, answers, operators or delivery."""
        if payload in TABS:
            self.toolbar.tabs.choose(str(payload))
            self._show()

    def refresh(self) -> None:
        """Count again."""
        self.presenter.refresh()

    def panes(self) -> list[QWidget]:
        """Where F6 leads."""
        return [self.toolbar, *self._current().panes()]

    def commands(self) -> list[Command]:
        """For the palette."""
        group = self.tr("Statistics")
        texts = (
            self.tr("Show the board"),
            self.tr("Show how fast answers are"),
            self.tr("Show the figures of the operators"),
            self.tr("Show the figures of delivery"),
        )
        rows = [
            Command(text, partial(self.go.emit, STATISTICS, key), "", group)
            for key, text in zip(TABS, texts, strict=True)
        ]
        export = Command(self.tr("Export statistics"), self.open_export, "", group, "file")
        return [*rows, export]

    async def leave(self) -> None:
        """End all work."""
        await self.presenter.tasks.close()
        await self.export.leave()
        for tab in self._tabs.values():
            await tab.leave()

    def open_export(self) -> None:
        """Ask what to write and where to."""
        self.export.open(self.presenter.statistics, self._shown())

    async def _ask_days(self) -> None:
        """Any days; those that are shown stand in the fields."""
        period = self.presenter.period
        now = datetime.now(period.zone)
        last = (period.until - timedelta(microseconds=1)).astimezone(period.zone)
        shown = period.since.astimezone(period.zone).date(), last.date()
        dialog = DaysDialog(self.window(), self._theme, shown, now)
        if await prompts.show(dialog):
            self.presenter.choose_span(dialog.days)
            self.toolbar.show_period()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        super().showEvent(event)
        self._show()
        self.presenter.watch()

    def hideEvent(self, event: QHideEvent) -> None:
        """See `showEvent`."""
        super().hideEvent(event)
        self.presenter.rest()

    def _current(self) -> Tab:
        if self.tab not in self._tabs:
            made = self._tabs[self.tab] = make_tab(self.tab, self._desk, self._theme)
            made.go.connect(self.go)
            made.dialogs_wanted.connect(self._open_dialogs)
            made.working_wanted.connect(self.presenter.choose_working)
            self._stack.addWidget(made)
        return self._tabs[self.tab]

    def _open_dialogs(self, dialogs: object, title: str) -> None:
        self.go.emit("dialogs", ("dialogs", dialogs, title))

    def _show(self) -> None:
        if not self.isVisible():
            return
        presenter, shown = self.presenter, self._shown()
        self.toolbar.show_lines(shown.names)
        report = presenter.report
        self.coverage.show_coverage(report.coverage if report else None)
        self.clock.show_ahead(self._desk.portal_clock.ahead())
        if presenter.problem is None:
            self.error.clear()
        else:
            self.error.show_error(presenter.problem)
        tab = self._current()
        self._stack.setCurrentWidget(tab)
        tab.show_state(shown)

    def _shown(self) -> Shown:
        presenter, names = self.presenter, self._line_names()
        return Shown(
            period=presenter.period,
            title=self.toolbar.title,
            report=self._named(presenter.report),
            problem=presenter.problem,
            busy=presenter.busy,
            lines=presenter.lines,
            names=names,
            target_s=self._target(presenter.lines or frozenset(names)),
            working=presenter.working,
        )

    def _named(self, report: "Report | None") -> "Report | None":
        """Connectors by the names that they have elsewhere."""
        if report is None:
            return None
        names = {each.id: each.name or each.id for each in self._desk.connectors.connectors()}
        health = (replace(e, connector=names.get(e.connector, e.connector)) for e in report.health)
        buckets = (replace(e, key=names.get(e.key, e.key)) for e in report.by_connector)
        return replace(report, health=tuple(health), by_connector=tuple(buckets))

    def _target(self, lines: frozenset[int]) -> float | None:
        """For the first answer, where these lines share one."""
        targets = {self._desk.levels.of(each).first_answer_s for each in lines}
        return float(targets.pop()) if len(targets) == 1 else None

    def _line_names(self) -> dict[int, str]:
        return {each.id: each.name for each in self._desk.connectors.lines()}

    def _wire(self) -> None:
        self.presenter.changed.connect(self._show)
        self.toolbar.tab_chosen.connect(lambda _: self._show())
        self.toolbar.days_asked.connect(lambda: self.presenter.tasks.start("days", self._ask_days))
        self.toolbar.export_asked.connect(self.open_export)
        self.error.action.connect(self.refresh)
        for signal in (self._desk.connectors.changed, self._desk.levels.changed):
            self.destroyed.connect(signal.connect(lambda _: self._show()))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for part in (self.toolbar, self.coverage, self.clock, self.error):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
