"""Values as rows of a table, one each: what Qt asks of such a model, answered once.

Who inherits says what its columns are called and what stands in a cell, keeps `_rows` in order,
and tells Qt of every change. Knows no value and no service.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.ui.model_rows import ROW, Index

Row = TypeVar("Row")

_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TableModel(QAbstractTableModel, Generic[Row]):
    """`columns` from left to right; those of `numbers` have their title at the right."""

    columns: type[IntEnum]
    numbers: frozenset[IntEnum] = frozenset()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def titles(self) -> tuple[str, ...]:
        """What the columns are called."""
        raise NotImplementedError

    def text(self, row: Row, column: int) -> str:
        """What stands in a cell, and what a screen reader says of it."""
        raise NotImplementedError

    def tip(self, _row: Row, _column: int) -> str | None:
        """What is told of a cell while the mouse rests on it."""
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One for each value."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Always the same."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The whole value, the text of one column, or its tooltip."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in _SPOKEN:
            return self.text(row, index.column())
        return self.tip(row, index.column()) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns; numbers stand at the right."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in self.numbers
            return (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft) | _MIDDLE
        return self.titles()[section] if role == Qt.ItemDataRole.DisplayRole else None
