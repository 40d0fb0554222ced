"""The steps that were played, in order."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.scenario_run import StepReport

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
CHAPTER, STEP, SEEN = range(3)


class StepModel(QAbstractTableModel):
    """Rows are StepReports; a failed one is red and says so in words too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.steps: list[StepReport] = []

    def clear(self) -> None:
        """Before a new run."""
        self.beginResetModel()
        self.steps.clear()
        self.endResetModel()

    def append(self, step: "StepReport") -> None:
        """A step was played."""
        row = len(self.steps)
        self.beginInsertRows(QModelIndex(), row, row)
        self.steps.append(step)
        self.endInsertRows()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """One for each played step."""
        return 0 if parent.isValid() else len(self.steps)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Chapter, step, what was seen."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Chapter"), self.tr("Step"), self.tr("What was seen"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, sign and colour of a cell."""
        step = self.steps[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (step.chapter, step.verb, step.seen)[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STEP:
            return self._theme.icon(*(("check", "success") if step.ok else ("alert", "danger")))
        if role == Qt.ItemDataRole.ForegroundRole and not step.ok:
            return self._theme.colour("danger")
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == STEP:
            state = self.tr("passed") if step.ok else self.tr("failed")
            return f"{step.verb}, {state}"
        return None
