"""Decides for the connect assistant: the four steps, how far they came, where to go on.

Knows no widget. The steps themselves are the service's; this keeps what came of each.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from app.domain.calls import CallRecord
from app.domain.connector import ChannelData, FieldProblem, LineStatus, OpenLine, Registration
from app.domain.problem import Problem
from app.domain.rules import check_channel
from app.ui.connectors.form_presenter import FormPresenter
from app.ui.connectors.form_values import FormValues
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.connectors import Connectors
    from app.services.steps import StepResult

StepName = Literal["register", "activate", "data", "status"]
STEPS: tuple[StepName, ...] = ("register", "activate", "data", "status")
LINK, LINE = "URL", "LINE"
_PREFIX = "olc_site_chat"
#: What a stranger begins with; the host exists for examples.
EXAMPLE = "https://example.com/"


class StepState(StrEnum):
    """How far one step is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """One step with the calls that it made and why it failed, if it did."""

    name: StepName
    state: StepState = StepState.WAITING
    calls: tuple[CallRecord, ...] = ()
    problem: Problem | None = None
    status: LineStatus | None = None


class AssistantPresenter(QObject):
    """Shares the form of the new connector, so nothing has to be typed twice."""

    changed = Signal()
    finished = Signal(str)  # the connector works

    def __init__(self, connectors: "Connectors", form: FormPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._connectors = connectors
        self.form = form
        self.tasks = Tasks(self)
        self.steps: dict[StepName, Step] = {}
        self.error: Exception | None = None
        self._left: set[str] = set()
        self._sent: FormValues | None = None
        self.reset()
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(self.changed)
        form.changed.connect(self.changed)

    def reset(self) -> None:
        """All steps are still to be done."""
        self.steps = {name: Step(name) for name in STEPS}
        self._sent = self.error = None
        self._left.clear()
        self.changed.emit()

    def begin(self, name: str) -> None:
        """Fill what is empty with something that works as it stands. `name` is translated."""
        if self.done:
            self.form.load(FormValues(), kept=True)
        self.reset()
        values = self.form.values
        self.form.load(
            replace(
                values,
                id=values.id or self._free_id(),
                name=values.name or name,
                handler=values.handler or EXAMPLE,
                link=values.link or EXAMPLE,
                line=self._line(values.line),
            )
        )

    def lines(self) -> tuple[OpenLine, ...]:
        """Lines to connect to."""
        return self._connectors.lines()

    @property
    def busy(self) -> bool:
        """Whether a step is being done."""
        return self.tasks.is_busy("connect")

    @property
    def done(self) -> bool:
        """Whether all four steps are done with what stands in the form."""
        same = self.form.values == self._sent
        return same and all(step.state is StepState.DONE for step in self.steps.values())

    @property
    def failed(self) -> Step | None:
        """The step that stopped the rest."""
        steps = self.steps.values()
        return next((step for step in steps if step.state is StepState.FAILED), None)

    def problems(self) -> list[FieldProblem]:
        """What keeps the assistant from starting, the link and the line included."""
        values = self.form.values
        channel = [each for each in check_channel(values.channel()) if each.field == LINK]
        line = [] if self._line(values.line) else [FieldProblem(LINE, "LINE_MISSING")]
        return self.form.problems() + channel + line

    def problem(self, name: str) -> FieldProblem | None:
        """The problem to be shown at one of the assistant's own fields."""
        shown = name in self._left or name == LINE
        found = (each for each in self.problems() if each.field == name)
        return next(found, None) if shown else None

    def leave(self, name: str) -> None:
        """A field of the assistant was left."""
        self._left.add(name)
        self.changed.emit()

    def edit(self, name: str) -> None:
        """A field of the assistant is being typed in."""
        self._left.discard(name)

    def run(self) -> None:
        """Do the steps, from the first that is not done yet; all of them if the form changed."""
        problems = self.problems()
        if problems:
            for each in problems:
                self.form.leave(each.field)
                self.leave(each.field)
            return
        start = self._start()
        for name in STEPS[STEPS.index(start) :]:
            self.steps[name] = Step(name)
        self.error, self._sent = None, self.form.values
        self.tasks.start("connect", partial(self._run, start))

    async def _run(self, start: StepName) -> None:
        values = self.form.values
        registration, data = values.registration(), values.channel()
        results = self._results(registration, values.line, data, start)
        waiting = list(STEPS[STEPS.index(start) :])
        self._mark(waiting.pop(0))
        async for result in results:
            self._note(result)
            if result.ok and waiting:
                self._mark(waiting.pop(0))
        if self.done:
            await self.form.forget_draft()
            self.finished.emit(registration.id.lower())

    def _results(
        self, registration: Registration, line: int, data: ChannelData, start: StepName
    ) -> "AsyncIterator[StepResult]":
        return self._connectors.connect(registration, line, data, start=start)

    def _mark(self, name: StepName) -> None:
        self.steps[name] = Step(name, StepState.RUNNING)
        self.changed.emit()

    def _note(self, result: "StepResult") -> None:
        state = StepState.DONE if result.ok else StepState.FAILED
        self.steps[result.step] = Step(
            result.step, state, result.calls, result.problem, result.status
        )
        if result.problem is not None and result.step == "register":
            self.form.refuse(result.problem)
        self.changed.emit()

    def _start(self) -> StepName:
        if self.form.values != self._sent:
            return STEPS[0]
        undone = (name for name in STEPS if self.steps[name].state is not StepState.DONE)
        return next(undone, STEPS[0])

    def _line(self, wanted: int) -> int:
        lines = self._connectors.lines()
        if wanted in {each.id for each in lines}:
            return wanted
        return next((each.id for each in lines if each.active), lines[0].id if lines else 0)

    def _free_id(self) -> str:
        taken = {each.id for each in self._connectors.connectors()}
        names = (f"{_PREFIX}_{number}" for number in range(2, len(taken) + 3))
        return _PREFIX if _PREFIX not in taken else next(n for n in names if n not in taken)

    def _on_failed(self, _name: str, error: Exception) -> None:
        self.error = error
        for name, step in self.steps.items():
            if step.state is StepState.RUNNING:
                self.steps[name] = Step(name, StepState.FAILED)
        self.changed.emit()
