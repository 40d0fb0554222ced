"""Connectors as rows of a list, under the headings of their origins. Adapts `Connectors` to Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QModelIndex, QObject, Qt

from app.domain.connector import Connector, LineState, Origin
from app.ui.connectors.words import group_of, look_of, overall
from app.ui.list_model import ListModel
from app.ui.model_rows import Index

if TYPE_CHECKING:
    from app.services.connectors import Connectors


@dataclass(frozen=True, slots=True)
class Heading:
    """The line over the connectors of one origin."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A connector with its state over all lines; `lines` counts those that it is on."""

    connector: Connector
    state: LineState
    lines: int


Entry: TypeAlias = Heading | Row


class ConnectorListModel(ListModel[Entry]):
    """Headings cannot be chosen. A search keeps rows whose name or id holds the words."""

    def __init__(self, connectors: "Connectors", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connectors = connectors
        self._words = ""
        self._rows = self._made()
        self.destroyed.connect(connectors.changed.connect(self._on_changed))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only connectors can be chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], Row):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def find(self, connector: str) -> QModelIndex:
        """Where a connector stands; invalid when it is not shown."""
        for place, entry in enumerate(self._rows):
            if isinstance(entry, Row) and entry.connector.id == connector:
                return self.index(place)
        return QModelIndex()

    def entries(self) -> tuple[Entry, ...]:
        """Everything shown."""
        return tuple(self._rows)

    def shown(self) -> tuple[str, ...]:
        """The ids of the connectors that are shown, from top to bottom."""
        return tuple(each.connector.id for each in self._rows if isinstance(each, Row))

    def show_words(self, words: str) -> None:
        """Keep only connectors whose name or id holds the words."""
        self._words = words.strip().casefold()
        self._on_changed(None)

    def _on_changed(self, _: None) -> None:
        rows = self._made()
        if self._keys(rows) == self._keys(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _made(self) -> list[Entry]:
        found = [each for each in self._connectors.connectors() if self._matches(each)]
        rows: list[Entry] = []
        for origin in Origin:
            group = [self._row(each) for each in found if each.origin is origin]
            if group:
                rows += [Heading(group_of(origin), len(group)), *group]
        return rows

    def _matches(self, connector: Connector) -> bool:
        return self._words in f"{connector.name}\n{connector.id}".casefold()

    def _row(self, connector: Connector) -> Row:
        cells = [self._connectors.status(connector.id, x.id) for x in self._connectors.lines()]
        states = [cell.state for cell in cells if cell is not None]
        return Row(connector, overall(states), sum(state.is_on for state in states))

    def spoken(self, entry: Entry) -> str:
        """A heading, or a connector and its state."""
        if isinstance(entry, Heading):
            return entry.text
        return f"{entry.connector.name}, {entry.connector.id}, {look_of(entry.state).word}"

    @staticmethod
    def _keys(rows: Sequence[Entry]) -> list[str]:
        return [row.connector.id if isinstance(row, Row) else row.text for row in rows]
