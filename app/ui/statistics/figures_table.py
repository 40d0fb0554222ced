"""A table of figures: what a plot shows, for those who read numbers. Enter opens dialogs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent

from app.domain.dialog import DialogId
from app.ui.log_table import PAD, LogDelegate, LogTable
from app.ui.model_rows import ROW, Index
from app.ui.style import Theme
from app.ui.widgets import plain_tip

SORT = Qt.ItemDataRole.UserRole + 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NARROWEST_NAME, _WIDEST = 160, 200


@dataclass(frozen=True, slots=True)
class Column:
    """A title; numbers stand at the right."""

    title: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell and by what it is sorted; None is sorted before everything."""

    text: str
    worth: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """`name` is what its dialogs have in common."""

    cells: tuple[Figure, ...]
    dialogs: tuple[DialogId, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Table:
    """All of it."""

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()


class FiguresModel(QAbstractTableModel):
    """Shows one table after the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = Table()
        self._is_narrow = False

    def set_narrow(self, narrow: bool) -> None:
        """Titles of several words stand in two lines where there is little room."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            last = max(0, len(self._table.columns) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def show_table(self, table: Table) -> None:
        """Another table. Where only figures changed, what is chosen stays chosen."""
        if table == self._table:
            return
        same = self._shape(table) == self._shape(self._table)
        if not same:
            self.beginResetModel()
        self._table = table
        if not same:
            self.endResetModel()
        elif table.rows:
            last = self.index(len(table.rows) - 1, len(table.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def table(self) -> Table:
        """What is shown."""
        return self._table

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Rows of the table."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Columns of the table."""
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, the text of a cell, or what it is sorted by."""
        if not index.isValid():
            return None
        row = self._table.rows[index.row()]
        figure = row.cells[index.column()]
        if role == ROW:
            return row
        if role == SORT:
            return float("-inf") if figure.worth is None else figure.worth
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return plain_tip(figure.text)
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return figure.text if role in shown else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles; numbers stand at the right."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._table.columns):
            return None
        column = self._table.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(column.title)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return "\n".join(two_lines(column.title)) if self._is_narrow else column.title

    @staticmethod
    def _shape(table: Table) -> tuple[object, ...]:
        return table.columns, tuple(row.name for row in table.rows)


class _Delegate(LogDelegate):
    def font(self, _index: Index) -> QFont:
        return self.theme.font("body")


class FiguresTable(LogTable):
    """Sorted by a click on a title. `opened` with the row when its dialogs are wanted."""

    opened = Signal(object)  # Row

    def __init__(self, theme: Theme, name: str) -> None:
        self.figures = FiguresModel()
        self._sorted = QSortFilterProxyModel()
        self._sorted.setSourceModel(self.figures)
        self._sorted.setSortRole(SORT)
        super().__init__(theme, self._sorted, {}, name)
        self.figures.setParent(self)
        self._sorted.setParent(self)
        self.setItemDelegate(_Delegate(theme, self))
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSortIndicatorClearable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda _index: self._open())
        theme.changed.connect(self._fit)

    def show_table(self, table: Table) -> None:
        """See the model."""
        self.figures.show_table(table)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row's dialogs."""
        if event.key() in _ENTER:
            self._open()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names take what is left."""
        super().resizeEvent(event)
        self._fit()

    def _open(self) -> None:
        row = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        if isinstance(row, Row) and row.dialogs:
            self.opened.emit(row)

    def _fit(self) -> None:
        """Numbers as wide as they are, the names the rest."""
        table, room = self.figures.table, self.viewport().width() - _NARROWEST_NAME
        wide = [self._width(place, [each.title]) for place, each in self._numbers(table)]
        narrow = sum(wide) > room
        if narrow:
            columns = self._numbers(table)
            wide = [self._width(place, two_lines(each.title)) for place, each in columns]
        self.figures.set_narrow(narrow)
        lines = 2 * QFontMetrics(self.theme.font("small")).lineSpacing() + PAD
        self.horizontalHeader().setMinimumHeight(lines if narrow else 0)
        for place, width in enumerate(wide, start=1):
            self.setColumnWidth(place, width)
        self.setColumnWidth(0, _NARROWEST_NAME + max(0, room - sum(wide)))

    def _numbers(self, table: Table) -> list[tuple[int, Column]]:
        return list(enumerate(table.columns))[1:]

    def _width(self, place: int, title: Sequence[str]) -> int:
        strong, body = (QFontMetrics(self.theme.font(role)) for role in ("strong", "body"))
        rows = self.figures.table.rows
        longest = max((row.cells[place].text for row in rows), key=len, default="")
        texts = body.horizontalAdvance(f"{longest}0")  # digits are wider than most letters
        titles = max(strong.horizontalAdvance(each) for each in title) + PAD
        return min(max(titles, texts), _WIDEST) + 2 * PAD + 2


def two_lines(title: str) -> tuple[str, ...]:
    """A title of several words, broken where its lines are about as long."""
    words = title.split()
    ways = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return min(ways, key=lambda way: max(map(len, way)), default=(title,))
