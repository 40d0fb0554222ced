"""The steps of a scenario, in order: what is planned, and what each one saw once it was played."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt

from app.ui.model_rows import Index
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.services.scenario_run import StepReport
    from app.services.scenarios import Scenario

_NO_PARENT = QModelIndex()
CHAPTER, STEP, SEEN = range(3)


@dataclass(frozen=True, slots=True)
class Row:
    """A step: `report` is None while it has not been played."""

    chapter: str
    verb: str
    report: "StepReport | None" = None


class StepModel(QAbstractTableModel):
    """A failed step is red and says so in words too; one that is still to come is grey."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._height = theme.metric("row_table")
        self._played = 0
        self.rows: list[Row] = []

    def plan(self, scenario: "Scenario") -> None:
        """Show what a scenario is going to do."""
        self.beginResetModel()
        self._played = 0
        self.rows = [
            Row(chapter.title, step.verb) for chapter in scenario.chapters for step in chapter.steps
        ]
        self.endResetModel()

    def played(self, report: "StepReport") -> QModelIndex:
        """The next step was played. Answers where it stands."""
        row = self._played
        self.rows[row] = replace(self.rows[row], report=report)
        self._played += 1
        self.dataChanged.emit(self.index(row, CHAPTER), self.index(row, SEEN))
        return self.index(row, SEEN)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """One for each step."""
        return 0 if parent.isValid() else len(self.rows)

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
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (row.chapter, row.verb, row.report.seen if row.report else "")[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STEP:
            return self._theme.icon(*self._sign(row))
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._theme.colour(self._tone(row))
        if role == Qt.ItemDataRole.SizeHintRole and index.column() == SEEN:
            return QSize(0, self._height)  # this column takes what is left of the width
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == STEP:
            return f"{row.verb}, {self._state(row)}"
        return None

    def _sign(self, row: Row) -> tuple[str, str]:
        if row.report is None:
            return "clock", "text3"
        return ("check", "success") if row.report.ok else ("alert", "danger")

    def _tone(self, row: Row) -> str:
        if row.report is None:
            return "text3"
        return "text1" if row.report.ok else "danger"

    def _state(self, row: Row) -> str:
        if row.report is None:
            return self.tr("still to come")
        return self.tr("passed") if row.report.ok else self.tr("failed")
