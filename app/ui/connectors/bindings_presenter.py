"""Decides for the tab Bindings: what is chosen, what is being typed, what came of it.

Knows no widget. What has to be confirmed is asked through `BindingQuestions`.
"""

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.binding import ONLINE_ONLY, RECOMMENDED, Binding, Judged
from app.domain.connector import FieldProblem
from app.domain.handler_address import likeness, unreachable
from app.domain.rules import check_handler
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.bindings import Bindings, Bound

HANDLER, EVENT = "HANDLER", "EVENT"


class BindingQuestions(Protocol):
    """What a person has to agree to before it is done."""

    async def unbind(self, binding: Binding) -> bool:
        """The event stops coming this way."""


class BindingsPresenter(QObject):
    """Reads when it is first looked at; failures stay where they happened."""

    changed = Signal()  # the report, what is chosen, work, failures
    typed = Signal()  # the form
    planned = Signal()  # the set to be subscribed, and what came of it
    bound = Signal()  # what was typed is subscribed

    def __init__(self, service: "Bindings", questions: BindingQuestions, parent: QObject) -> None:
        super().__init__(parent)
        self.service = service
        self.tasks = Tasks(self)
        self.chosen: Judged | None = None
        self.failure: Exception | None = None
        self.form_failure: Exception | None = None
        self.wanted = Binding(RECOMMENDED[0], offline=True)
        self.plan: dict[str, bool] = {}
        self.results: dict[str, Bound] = {}
        self._questions = questions
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(self.changed)
        self.destroyed.connect(service.changed.connect(self._on_changed))

    def open(self) -> None:
        """The tab is looked at."""
        if self.service.read_at is None:
            self.refresh()

    def refresh(self) -> None:
        """Read everything again; a failure shows up as the service's problem."""
        self.tasks.start("refresh", self.service.refresh)

    def is_busy(self, name: str = "") -> bool:
        """Whether that work runs, or any that changes something."""
        names = (name,) if name else ("bind", "unbind", "set")
        return any(self.tasks.is_busy(each) for each in names)

    def choose(self, binding: object) -> None:
        """Look at one subscription."""
        rows = self.service.report.rows
        self.chosen = next((each for each in rows if each.binding == binding), None)
        self.failure = None
        self.changed.emit()

    def unbind(self) -> None:
        """Ask, then take away exactly the chosen one."""
        if self.chosen is not None and not self.is_busy():
            self.failure = None
            self.tasks.start("unbind", partial(self._unbind, self.chosen.binding))

    def events(self) -> tuple[str, ...]:
        """What can be subscribed to, the recommended ones first."""
        offered = self.service.offered or frozenset(RECOMMENDED)
        first = tuple(each for each in RECOMMENDED if each in offered)
        return first + tuple(sorted(offered.difference(RECOMMENDED)))

    def type(self, *, event: str = "", offline: bool | None = None, handler: str = "\0") -> None:
        """The form: what is left out stays as it is."""
        old = self.wanted
        way = old.offline if offline is None else offline
        text = old.handler if handler == "\0" else handler
        self.wanted = Binding(event or old.event, way, text)
        self.form_failure = None
        self.typed.emit()

    def problem(self) -> FieldProblem | None:
        """What keeps the typed one from being subscribed."""
        wanted = self._typed()
        if wanted.offline:
            known = any(x.offline and x.event == wanted.event for x in self._queue())
            online = FieldProblem(EVENT, "ONLINE_ONLY") if wanted.event in ONLINE_ONLY else None
            return FieldProblem(EVENT, "BOUND_ALREADY") if known else online
        found = check_handler(wanted.handler)
        if found is not None:
            return FieldProblem(HANDLER, found.code, found.hint)
        if unreachable(wanted.handler):
            return FieldProblem(HANDLER, "HANDLER_UNREACHABLE")
        same = any((x.event, x.handler) == (wanted.event, wanted.handler) for x in self._online())
        return FieldProblem(HANDLER, "BOUND_ALREADY") if same else None

    def twin(self) -> str:
        """An address of the same event that leads to the same place as the typed one, or ""."""
        wanted = self._typed()
        if wanted.offline:
            return ""
        others = (x.handler for x in self._online() if x.event == wanted.event)
        return next((each for each in others if likeness(each, wanted.handler)), "")

    def bind(self) -> None:
        """Subscribe to what is typed."""
        if self.problem() is None and not self.is_busy():
            self.form_failure = None
            self.tasks.start("bind", partial(self._bind, self._typed()))

    def open_plan(self) -> None:
        """Show what would be subscribed, before anything is."""
        self.results.clear()
        self.plan = dict.fromkeys(self.service.plan(), True)
        self.planned.emit()

    def tick(self, event: str, *, on: bool) -> None:
        """Take an event into the plan, or out of it."""
        self.plan[event] = on
        self.planned.emit()

    def close_plan(self) -> None:
        """Away with it."""
        self.plan.clear()
        self.results.clear()
        self.planned.emit()

    def carry_out(self) -> None:
        """Subscribe to what is ticked and not done yet."""
        done = {key for key, each in self.results.items() if each.problem is None}
        events = tuple(key for key, on in self.plan.items() if on and key not in done)
        if events and not self.is_busy():
            self.failure = None
            self.tasks.start("set", partial(self._carry_out, events))

    async def _unbind(self, binding: Binding) -> None:
        if await self._questions.unbind(binding):
            await self.service.unbind(binding)

    async def _bind(self, binding: Binding) -> None:
        await self.service.bind(binding)
        if not binding.offline:
            self.type(handler="")
        self.bound.emit()

    async def _carry_out(self, events: tuple[str, ...]) -> None:
        async for each in self.service.bind_all(events):
            self.results[each.event] = each
            self.planned.emit()

    def _typed(self) -> Binding:
        typed = self.wanted
        return Binding(typed.event, typed.offline, "" if typed.offline else typed.handler.strip())

    def _queue(self) -> list[Binding]:
        return [x for x in self.service.bindings if x.offline and not x.auth_connector]

    def _online(self) -> list[Binding]:
        return [x for x in self.service.bindings if not x.offline]

    def _on_changed(self, _: None) -> None:
        if self.chosen is not None:
            wanted, rows = self.chosen.binding, self.service.report.rows
            self.chosen = next((each for each in rows if each.binding == wanted), None)
        self.changed.emit()
        self.typed.emit()
        self.planned.emit()

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == "bind":
            self.form_failure = error
            self.typed.emit()
        elif name != "refresh":
            self.failure = error
            self.changed.emit()
