"""Several dialogs to choose from, each with a box to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QListView

from app.domain.dialog import Dialog, DialogId
from app.ui.dialogs.list_words import ListWords
from app.ui.model_rows import Index

_CHECKED, _OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class DialogChoice(QAbstractListModel):
    """Keeps what was ticked."""

    ticked = Signal()

    def __init__(
        self,
        dialogs: Sequence[Dialog],
        words: ListWords,
        height: int,
        parent: QObject | None = None,
    ) -> None:
        """`height` of a row."""
        super().__init__(parent)
        self._height = height
        self._dialogs, self._words = tuple(dialogs), words
        self._chosen: set[DialogId] = set()

    def chosen(self) -> tuple[DialogId, ...]:
        """The ticked ones, in the order of the list."""
        return tuple(each.id for each in self._dialogs if each.id in self._chosen)

    def choose(self, wanted: DialogId) -> None:
        """Tick one."""
        self._chosen.add(wanted)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """All that can be ticked."""
        return 0 if parent.isValid() else len(self._dialogs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, line and how many messages, and the box."""
        if not index.isValid():
            return None
        dialog = self._dialogs[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return _CHECKED if dialog.id in self._chosen else _OPEN
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self._height)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            count = self.tr("%n message(s)", "", dialog.count)
            parts = (self._words.name(dialog), self._words.line(dialog.line), count)
            return " · ".join(parts)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        wanted = self._dialogs[index.row()].id
        if Qt.CheckState(value) == _CHECKED:
            self._chosen.add(wanted)
        else:
            self._chosen.discard(wanted)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be ticked, by mouse and by Space."""
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else usable


def choice_list(model: DialogChoice, name: str) -> QListView:
    """A list of any length."""
    view = QListView()
    view.setAccessibleName(name)
    view.setModel(model)
    view.setUniformItemSizes(True)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMinimumHeight(96)
    return view
