"""Values as rows of a list, one each: what Qt asks of such a model, answered once.

Who inherits says what a screen reader says of a row, keeps `_rows` in order, and tells Qt of every
change. Knows no value and no service.
"""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from app.ui.model_rows import ROW, Index

Row = TypeVar("Row")

_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class ListModel(QAbstractListModel, Generic[Row]):
    """A row is drawn by a delegate from the whole value; its text is for those who hear it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def spoken(self, row: Row) -> str:
        """What a screen reader says of a row."""
        raise NotImplementedError

    def tip(self, _row: Row) -> str | None:
        """What is told of a row while the mouse rests on it."""
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """One for each value."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The whole value, what a screen reader says of it, or its tooltip."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in _SPOKEN:
            return self.spoken(row)
        return self.tip(row) if role == Qt.ItemDataRole.ToolTipRole else None

    def place(self, at: int | None) -> QModelIndex:
        """The index of a row; invalid for None."""
        return QModelIndex() if at is None else self.index(at)
