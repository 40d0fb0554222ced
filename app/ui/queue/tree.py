"""The rows of one lot: reserved ones below the name that they are reserved under."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from app.domain.links import neutral
from app.services.queue_view import SeenRow
from app.services.saved_rows import UnreadableRow
from app.ui.labels import plain_tip
from app.ui.model_rows import Index
from app.ui.queue.words import QueueWords
from app.ui.row_painting import is_selected
from app.ui.style import Theme

_ROLE = Qt.ItemDataRole.UserRole
Shown = SeenRow | UnreadableRow
_ROW, _AGE, _EVENT = 210, 110, 280
_HEIGHT, _BAR = 28, 3


class _Row(QStyledItemDelegate):
    """A line of the height of all lists, with a bar at the left of what is chosen."""

    def __init__(self, theme: Theme, parent: QTreeWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == 0 and is_selected(option):
            bar = QRect(0, option.rect.top(), _BAR, option.rect.height())
            painter.fillRect(bar, self._theme.colour("accent"))


class QueueTree(QTreeWidget):
    """Tells which rows are chosen; a batch stands for all of its rows."""

    chosen = Signal()

    def __init__(self, theme: Theme, words: QueueWords) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.setAccessibleName(self.tr("Rows of the queue"))
        self.setColumnCount(4)
        self.setHeaderLabels([self.tr("Row"), self.tr("Event"), self.tr("Age"), self.tr("State")])
        header = self.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.resizeSection(0, _ROW)
        header.resizeSection(1, _EVENT)
        header.resizeSection(2, _AGE)
        self.setItemDelegate(_Row(theme, self))
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.itemSelectionChanged.connect(self.chosen)

    def show_rows(self, rows: Sequence[Shown]) -> None:
        """Show other rows; what was chosen stays chosen where it is still there."""
        before = {_key(each) for each in self.selected()}
        self.blockSignals(True)
        self.clear()
        batches: dict[str, list[SeenRow]] = {}
        for row in rows:
            if isinstance(row, SeenRow) and row.row.process_id:
                batches.setdefault(row.row.process_id, []).append(row)
            else:
                self._add(self.invisibleRootItem(), row, before)
        self.setRootIsDecorated(bool(batches))  # else numbers stand below their head
        for process, members in batches.items():
            self._add_batch(process, members, before)
        self.blockSignals(False)
        first = self.topLevelItem(0)
        if not self.selectedItems() and first is not None:
            self.setCurrentItem(first)
        self.chosen.emit()

    def selected(self) -> list[Shown]:
        """Every chosen row once; of a chosen batch all."""
        found: dict[tuple[str, int], Shown] = {}
        for item in self.selectedItems():
            inner = [item.child(place) for place in range(item.childCount())]
            for each in (item, *inner):
                row = each.data(0, _ROLE) if each is not None else None
                if row is not None:
                    found[_key(row)] = row
        return list(found.values())

    def _add_batch(
        self, process: str, members: list[SeenRow], before: set[tuple[str, int]]
    ) -> None:
        oldest = min((each.at for each in members if each.at), default=None)
        texts = [process, self._words.batch(members), self._words.age(oldest), ""]
        head = QTreeWidgetItem(texts)
        head.setToolTip(0, plain_tip(process))
        self.addTopLevelItem(head)
        for row in members:
            self._add(head, row, before)
        head.setExpanded(True)

    def _add(self, above: QTreeWidgetItem, row: Shown, before: set[tuple[str, int]]) -> None:
        if isinstance(row, SeenRow):
            texts = [str(row.row.id), row.row.name, self._words.age(row.at)]
            texts.append(self._words.remark(row))
            wrong = bool(row.reason) or row.row.error
        else:
            texts = [str(row.id), row.name, self._words.age(row.at), self._words.reason(row.reason)]
            wrong = True
        item = QTreeWidgetItem([neutral(text) for text in texts])
        item.setData(0, _ROLE, row)
        item.setToolTip(3, plain_tip(neutral(texts[3])))
        if wrong:
            item.setForeground(3, self._theme.colour("danger"))
        above.addChild(item)
        item.setSelected(_key(row) in before)


def _key(row: Shown) -> tuple[str, int]:
    return ("seen", row.row.id) if isinstance(row, SeenRow) else ("aside", row.id)
