"""Decides for the resolver: what the text may mean, the journal's answer at once, then the
portal's. Knows no widget.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.resolving import Clue, Graph, read_clues
from app.ui.errors import explain
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.resolver import Answer, Resolver


class ResolverPresenter(QObject):
    """`changed` when there is something else to show, `failed` with words."""

    changed = Signal()
    failed = Signal(object)  # Explained

    def __init__(self, resolver: "Resolver", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._resolver = resolver
        self.tasks = Tasks(self)
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(lambda *_: self.changed.emit())
        self.clues: tuple[Clue, ...] = ()
        self.graphs: tuple[Graph, ...] = ()
        self.cut = self.answered = False
        self._search = 0

    @property
    def busy(self) -> bool:
        """Whether the portal is being asked."""
        return self.tasks.is_busy(self._task())

    def find(self, text: str) -> None:
        """Answer out of the journal, then ask the portal. A newer question ends an older one."""
        self.tasks.cancel(self._task())
        self._search += 1
        self.clues, self.graphs = read_clues(text), ()
        self.cut = self.answered = False
        if self.clues:
            self.tasks.start(self._task(), partial(self._ask, self.clues))
        self.changed.emit()

    async def _ask(self, clues: tuple[Clue, ...]) -> None:
        self._take(await self._resolver.local(clues))
        self.changed.emit()
        answer = await self._resolver.ask(clues, self.graphs)
        self.answered = True
        self._take(answer)
        self.changed.emit()

    def _take(self, answer: "Answer") -> None:
        """The portal's word about a chat stands in the place of the journal's."""
        told, kept = list(answer.graphs), list[Graph]()
        for before in self.graphs:
            same = next((graph for graph in told if _is_same(graph, before)), before)
            told = [graph for graph in told if graph is not same]
            kept.append(replace(same, message=before.message))
        self.graphs = (*kept, *told)
        self.cut = self.cut or answer.cut

    def _on_failed(self, name: str, error: object) -> None:
        if name == self._task() and isinstance(error, BaseException):
            self.failed.emit(explain(error))
            self.changed.emit()

    def _task(self) -> str:
        return f"resolve {self._search}"


def _is_same(graph: Graph, before: Graph) -> bool:
    """Whether both are of one chat, or of one record or person that stands alone. The journal may
    not have known the number of a chat that has just begun.
    """
    if graph.dialog is not None and graph.dialog == before.dialog:
        return True
    return _key(graph) == _key(before)


def _key(graph: Graph) -> object:
    return graph.portal_chat or graph.dialog or (graph.records, graph.operator_id)
