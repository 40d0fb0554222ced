"""The Scenarios page: choose a story, play it in this window, see what each step saw."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QTreeView, QVBoxLayout, QWidget

from app.ui.commands import Command
from app.ui.errors import explain
from app.ui.scenarios.model import SEEN, StepModel
from app.ui.scenarios.presenter import Play, ScenarioPresenter
from app.ui.style import Theme
from app.ui.widgets import Badge, Button, ErrorPanel, label

if TYPE_CHECKING:
    from app.services.scenario_run import Report, StepReport
    from app.services.scenarios import Scenario


class ScenariosPage(QWidget):
    """Plays the given scenarios. Without `play` it says why it cannot: a portal with real
    customers is no place for stories.
    """

    go = Signal(str, object)

    def __init__(self, scenarios: Sequence["Scenario"], play: Play | None, theme: Theme) -> None:
        super().__init__()
        self._scenarios = tuple(scenarios)
        self._theme = theme
        self.presenter = ScenarioPresenter(play, self) if play else None
        self.model = StepModel(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Scenarios"), "page"))
        column.addWidget(label(self._about(), "body", "text2", wrap=True))
        column.addLayout(self._controls())
        self.error = ErrorPanel(theme, "")
        column.addWidget(self.error)
        self.table = self._table()
        column.addWidget(self.table, 1)
        self._connect()
        self._plan()

    def _about(self) -> str:
        if self.presenter is None:
            return self.tr(
                "A scenario plays customers and operators, so it runs on a sandbox portal only. "
                "Sign out and choose the sandbox to play one."
            )
        return self.tr(
            "A scenario plays the whole story of a connector in this window, with real calls, and "
            "checks what the window and the portal show after each step."
        )

    def _controls(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Scenario"))
        self.choice.setMinimumWidth(320)
        for scenario in self._scenarios:
            self.choice.addItem(scenario.title)
        self.play_button = Button(self._theme, self.tr("Play the story"), "primary", "play")
        self.stop_button = Button(self._theme, self.tr("Stop"), "normal", "pause")
        self.stop_button.setEnabled(False)
        self.verdict = Badge(self._theme)
        self.verdict.hide()
        self.play_button.setEnabled(self.presenter is not None and bool(self._scenarios))
        for widget in (self.choice, self.play_button, self.stop_button, self.verdict):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _table(self) -> QTreeView:
        table = QTreeView()
        table.setModel(self.model)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setAccessibleName(self.tr("Steps"))
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.header().setSectionResizeMode(SEEN, QHeaderView.ResizeMode.Stretch)
        table.header().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        return table

    def _connect(self) -> None:
        self.choice.currentIndexChanged.connect(self._plan)
        if self.presenter is None:
            return
        self.play_button.clicked.connect(self.play)
        self.stop_button.clicked.connect(self.presenter.stop)
        self.presenter.tasks.busy_changed.connect(self._on_busy)
        self.presenter.begun.connect(self._on_begun)
        self.presenter.stepped.connect(self._on_stepped)
        self.presenter.ended.connect(self._on_ended)
        self.presenter.problem.connect(lambda error: self.error.show_error(explain(error)))

    def play(self) -> None:
        """Play the chosen scenario."""
        if self.presenter is not None and self._scenarios:
            self.presenter.play(self._scenarios[self.choice.currentIndex()])

    def commands(self) -> list[Command]:
        """What the palette offers from here."""
        return [Command(self.tr("Play the story"), self.play, group=self.tr("Scenarios"))]

    async def leave(self) -> None:
        """Stop what is being played."""
        if self.presenter is not None:
            await self.presenter.tasks.close()

    def _on_busy(self, _name: str, busy: bool) -> None:
        self.play_button.set_busy(busy)
        self.play_button.setEnabled(not busy)
        self.stop_button.setEnabled(busy)

    def _plan(self) -> None:
        if self._scenarios:
            self.model.plan(self._scenarios[self.choice.currentIndex()])
        self.verdict.hide()

    def _on_begun(self, scenario: "Scenario") -> None:
        self.model.plan(scenario)
        self.error.clear()
        self.verdict.hide()

    def _on_stepped(self, step: "StepReport") -> None:
        self.table.scrollTo(self.model.played(step))

    def _on_ended(self, report: "Report") -> None:
        done = self.tr("{done} of {planned} steps passed").format(
            done=sum(step.ok for step in report.steps), planned=report.planned
        )
        self.verdict.set(done, "success" if report.ok else "danger")
        self.verdict.show()
