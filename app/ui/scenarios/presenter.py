"""Plays one scenario at a time; knows no widget and not how a scenario is played."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.scenario_run import Report, StepReport
    from app.services.scenarios import Scenario

Tell = Callable[["StepReport"], Awaitable[None]]
Play = Callable[["Scenario", Tell], Awaitable["Report"]]


class ScenarioPresenter(QObject):
    """`stepped` carries a StepReport, `ended` the Report; `problem` an exception."""

    begun, stepped, ended = Signal(object), Signal(object), Signal(object)
    problem = Signal(object)

    def __init__(self, play: Play, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._play = play
        self.tasks = Tasks(self)
        self.tasks.failed.connect(lambda _name, error: self.problem.emit(error))

    def play(self, scenario: "Scenario") -> None:
        """Start; ignored while one is being played."""
        if self.tasks.start("play", partial(self._run, scenario)):
            self.begun.emit(scenario)

    def stop(self) -> None:
        """Give up the one that is being played."""
        self.tasks.cancel("play")

    async def _run(self, scenario: "Scenario") -> None:
        self.ended.emit(await self._play(scenario, self._tell))

    async def _tell(self, step: "StepReport") -> None:
        self.stepped.emit(step)
