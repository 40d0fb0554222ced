"""Connectors by lines: each cell is one `imconnector.status`. Adapts `Connectors` to Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from app.domain.connector import Connector, LineState, LineStatus, OpenLine, Origin
from app.ui.connectors.words import look_of
from app.ui.model_rows import Index

if TYPE_CHECKING:
    from app.services.connectors import Connectors

CELL = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Cell:
    """A connector on a line; `status` is None when it was never read.

    `stale`: the portal did not answer since, so this is how it was.
    """

    connector: Connector
    line: OpenLine
    status: LineStatus | None
    stale: bool = False

    @property
    def state(self) -> LineState:
        """The status in one word."""
        return self.status.state if self.status is not None else LineState.UNKNOWN

    @property
    def key(self) -> tuple[str, int]:
        """The connector's and the line's id."""
        return self.connector.id, self.line.id


class GridModel(QAbstractTableModel):
    """Built-in connectors that are on no line are left out until asked for."""

    hidden_changed = Signal()

    def __init__(self, connectors: "Connectors", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = connectors
        self._all = False
        self._rows: tuple[Connector, ...] = ()
        self._lines: tuple[OpenLine, ...] = ()
        self._cells: dict[tuple[str, int], Cell] = {}
        self.hidden = 0
        self._read()
        self.destroyed.connect(connectors.changed.connect(self._on_changed))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Connectors shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Open lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell, or its word."""
        if not index.isValid():
            return None
        cell = self.cell_at(index)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return look_of(cell.state).word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cell.connector.name}, {cell.line.name}: {look_of(cell.state).word}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Lines above, connectors at the left: the whole value, or its name."""
        rows = self._lines if orientation is Qt.Orientation.Horizontal else self._rows
        if not 0 <= section < len(rows):
            return None
        if role == CELL:
            return rows[section]
        return rows[section].name if role == Qt.ItemDataRole.DisplayRole else None

    def cell_at(self, index: Index) -> Cell:
        """The cell of an index."""
        key = self._rows[index.row()].id, self._lines[index.column()].id
        return self._cells[key]

    def cell(self, connector: str, line: int) -> Cell | None:
        """A cell by its ids, whether its row is shown or not."""
        return self._cells.get((connector, line))

    def find(self, connector: str, line: int) -> QModelIndex:
        """Where a cell is shown; invalid when it is not."""
        rows = [each.id for each in self._rows]
        columns = [each.id for each in self._lines]
        if connector in rows and line in columns:
            return self.index(rows.index(connector), columns.index(line))
        return QModelIndex()

    def show_all(self, on: bool) -> None:
        """Show built-in connectors that are on no line, or leave them out."""
        self._all = on
        self._on_changed(None)

    @property
    def shows_all(self) -> bool:
        """See `show_all`."""
        return self._all

    def _on_changed(self, _: None) -> None:
        before = [each.id for each in self._rows], self._lines
        rows, lines, cells, hidden = self._rows, self._lines, self._cells, self.hidden
        self._read()
        if before == ([each.id for each in self._rows], self._lines):
            if self._rows and self._lines:
                last = self.index(len(self._rows) - 1, len(self._lines) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)
            self.hidden_changed.emit()
            return
        after = self._rows, self._lines, self._cells, self.hidden
        self._rows, self._lines, self._cells, self.hidden = rows, lines, cells, hidden
        self.beginResetModel()  # before the new rows can be seen
        self._rows, self._lines, self._cells, self.hidden = after
        self.endResetModel()
        self.hidden_changed.emit()

    def _read(self) -> None:
        service = self._service
        stale = service.problem is not None
        self._lines = service.lines()
        everything = service.connectors()
        self._cells = {
            (each.id, line.id): Cell(each, line, service.status(each.id, line.id), stale)
            for each in everything
            for line in self._lines
        }
        self._rows = tuple(each for each in everything if self._all or self._is_used(each))
        self.hidden = len(everything) - len(self._rows)

    def _is_used(self, connector: Connector) -> bool:
        states = [self._cells[connector.id, line.id].state for line in self._lines]
        return connector.origin is not Origin.BUILT_IN or any(s.is_on for s in states)
