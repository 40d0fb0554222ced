"""Decides for the Connectors page: what is chosen, what is done to it, what came of it.

Knows no widget. What has to be confirmed is asked through `Questions`, which the page provides.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.connector import ChannelData, Connector, LineState, OpenLine, Origin
from app.ui.connectors.grid_model import GridModel
from app.ui.connectors.list_model import ConnectorListModel
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.connectors import Connectors
    from app.services.grid import Impact, StatusChange

CellKey = tuple[str, int]


class Questions(Protocol):
    """What a person has to agree to before it is done."""

    async def deactivate(self, connector: Connector, line: OpenLine) -> bool:
        """The line loses the channel and its data."""

    async def unregister(self, connector: Connector, impact: "Impact") -> bool:
        """The portal forgets the connector; needs its id to be typed."""


class ConnectorsPresenter(QObject):
    """Holds the choice of connector and cell; failures stay with the cell they happened in."""

    changed = Signal()  # facts: connectors, lines, cells, the problem of reading them
    chosen = Signal()  # another connector or cell
    cell_changed = Signal()  # work, failure or result in the chosen cell
    unregister_failed = Signal(object)

    def __init__(self, connectors: "Connectors", questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self.service = connectors
        self._questions = questions
        self.list_model = ConnectorListModel(connectors, self)
        self.grid_model = GridModel(connectors, self)
        self.tasks = Tasks(self)
        self.connector = ""
        self.line = 0
        self.changes: dict[CellKey, StatusChange] = {}
        self.failures: dict[CellKey, Exception] = {}
        self._cells: dict[str, CellKey] = {}
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(self._on_busy_changed)
        self.destroyed.connect(connectors.changed.connect(self._on_changed))
        self._settle()

    def refresh(self) -> None:
        """Read everything again; a failure shows up as the service's problem."""
        self.tasks.start("refresh", self.service.refresh)

    @property
    def refreshing(self) -> bool:
        """Whether the portal is being read."""
        return self.tasks.is_busy("refresh")

    def choose(self, connector: str, line: int = 0) -> None:
        """Show that connector, and that cell of it (else its most interesting one)."""
        self.connector = connector
        self.line = line or self._best_line(connector)
        self.chosen.emit()

    def selected(self) -> Connector | None:
        """The chosen connector."""
        rows = self.service.connectors()
        return next((each for each in rows if each.id == self.connector), None)

    def selected_line(self) -> OpenLine | None:
        """The chosen line."""
        return next((each for each in self.service.lines() if each.id == self.line), None)

    @property
    def cell(self) -> CellKey:
        """The chosen connector and line."""
        return self.connector, self.line

    def working_cell(self) -> CellKey:
        """The chosen cell if customers can write there, else a line where they can."""
        lines = [self.line, *(each.id for each in self.service.lines())]
        cells = [self.grid_model.cell(self.connector, line) for line in lines]
        good = (c.key for c in cells if c is not None and c.state is LineState.WORKING)
        return next(good, self.cell)

    def failure(self) -> Exception | None:
        """Why the last act on the chosen cell did not work."""
        return self.failures.get(self.cell)

    def is_busy(self) -> bool:
        """Whether something is being done to the chosen cell."""
        return any(
            cell == self.cell and self.tasks.is_busy(name) for name, cell in self._cells.items()
        )

    def activate(self) -> None:
        """`imconnector.activate` with 1: switches on, and clears the error flag."""
        self._do("activate", partial(self._activate, self.cell))

    def deactivate(self) -> None:
        """Ask, then `imconnector.deactivate`."""
        connector, line = self.selected(), self.selected_line()
        if connector is not None and line is not None:
            self._do("deactivate", partial(self._deactivate, connector, line))

    def set_error(self) -> None:
        """`imconnector.set.error`: the line refuses messages until it is activated again."""
        self._do("set_error", partial(self._set_error, self.cell))

    def save_data(self, data: ChannelData) -> None:
        """`imconnector.connector.data.set`, all four fields."""
        self._do("data", partial(self._save_data, self.cell, data))

    def unregister(self) -> None:
        """Ask for the id to be typed, then `imconnector.unregister`."""
        connector = self.selected()
        if connector is not None:
            self.tasks.start("unregister", partial(self._unregister, connector))

    async def _activate(self, cell: CellKey) -> None:
        self.changes[cell] = await self.service.activate(*cell)

    async def _deactivate(self, connector: Connector, line: OpenLine) -> None:
        if await self._questions.deactivate(connector, line):
            self.changes[connector.id, line.id] = await self.service.deactivate(
                connector.id, line.id
            )

    async def _set_error(self, cell: CellKey) -> None:
        self.changes[cell] = await self.service.set_error(*cell)

    async def _save_data(self, cell: CellKey, data: ChannelData) -> None:
        await self.service.set_data(*cell, data)

    async def _unregister(self, connector: Connector) -> None:
        if await self._questions.unregister(connector, self.service.impact(connector.id)):
            await self.service.unregister(connector.id)

    def _do(self, what: str, work: Callable[[], Awaitable[None]]) -> None:
        """One thing at a time for a cell; different cells do not wait for each other."""
        name = f"{what} {self.connector} {self.line}"
        if not self.is_busy():
            self._cells[name] = self.cell
            self.failures.pop(self.cell, None)
            self.tasks.start(name, work)

    def _best_line(self, connector: str) -> int:
        """The line that most needs a look: one in error, else one that works, else the first."""
        lines = self.service.lines()
        for wanted in (LineState.ERROR, LineState.HALF, LineState.WORKING):
            for line in lines:
                cell = self.grid_model.cell(connector, line.id)
                if cell is not None and cell.state is wanted:
                    return line.id
        return lines[0].id if lines and connector else 0

    def _settle(self) -> None:
        """Keep the choice if it still exists, else take the first own connector, if any."""
        rows, lines = self.service.connectors(), self.service.lines()
        if self.connector not in {each.id for each in rows}:
            own = next((each for each in rows if each.origin is Origin.OWN), None)
            self.connector, self.line = (own.id if own else ""), 0
        if self.line not in {each.id for each in lines}:
            self.line = self._best_line(self.connector)

    def _on_changed(self, _: None) -> None:
        before = self.cell
        self._settle()
        self.changed.emit()
        if self.cell != before:
            self.chosen.emit()

    def _on_busy_changed(self, name: str) -> None:
        if name == "refresh":
            self.changed.emit()
        self.cell_changed.emit()

    def _on_failed(self, name: str, error: Exception) -> None:
        if name == "unregister":
            self.unregister_failed.emit(error)
        elif name in self._cells:
            self.failures[self._cells[name]] = error
            self.cell_changed.emit()
