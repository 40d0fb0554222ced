"""Carries out the steps of a plan, each by the service whose facts it changes."""

from app.domain.binding import Binding
from app.domain.configuration import Act, Change, Configuration, Plan
from app.services.bindings import Bindings
from app.services.connectors import Connectors
from app.services.failures import NotPossible
from app.services.lines import Lines


class Steps:
    """Knows which lines came to be on the way."""

    def __init__(
        self,
        wanted: Configuration,
        plan: Plan,
        connectors: Connectors,
        lines: Lines,
        bindings: Bindings,
    ) -> None:
        self._entries = {each.registration.id: each for each in wanted.connectors or ()}
        self._places = dict(plan.places)
        self._connectors, self._lines, self._bindings = connectors, lines, bindings
        self._do = {
            Act.ADD_LINE: self._add_line,
            Act.CHANGE_LINE: self._change_line,
            Act.REGISTER: self._register,
            Act.REGISTER_AGAIN: self._register,
            Act.ACTIVATE: self._activate,
            Act.WRITE_DATA: self._write_data,
            Act.BIND: self._bind,
            Act.UNBIND: self._unbind,
            Act.DEACTIVATE: self._deactivate,
            Act.UNREGISTER: self._unregister,
        }

    async def do(self, change: Change) -> None:
        """One step.

        Raises:
            BitrixError: the portal refused.
            NotPossible: NOT_TAKEN, the portal said yes and did something else; LINE_MISSING, the
                line that it needs was not added.
        """
        await self._do[change.act](change)

    async def _add_line(self, change: Change) -> None:
        found = await self._lines.add(change.settings)
        self._places[change.line] = found.id

    async def _change_line(self, change: Change) -> None:
        saved = await self._lines.save(self._line(change), change.settings)
        if saved.not_taken:
            raise NotPossible("NOT_TAKEN", ", ".join(saved.not_taken))

    async def _register(self, change: Change) -> None:
        await self._connectors.register(self._entries[change.target].registration)

    async def _activate(self, change: Change) -> None:
        result = await self._connectors.activate(change.target, self._line(change))
        if result.after is None or not result.after.status:
            raise NotPossible("NOT_TAKEN", "STATUS")

    async def _write_data(self, change: Change) -> None:
        channels = self._entries[change.target].channels
        data = next(each.data for each in channels if each.line == change.line)
        if data is not None:
            await self._connectors.set_data(change.target, self._line(change), data)

    async def _bind(self, change: Change) -> None:
        await self._bindings.bind(self._binding(change))

    async def _unbind(self, change: Change) -> None:
        await self._bindings.unbind(self._binding(change))

    async def _deactivate(self, change: Change) -> None:
        await self._connectors.deactivate(change.target, change.line)

    async def _unregister(self, change: Change) -> None:
        await self._connectors.unregister(change.target)

    def _line(self, change: Change) -> int:
        place = self._places.get(change.line)
        if place is None:
            raise NotPossible("LINE_MISSING", change.line_name)
        return place

    @staticmethod
    def _binding(change: Change) -> Binding:
        return Binding(change.target, offline=not change.handler, handler=change.handler)
