"""Every dialog as a row, in the order in which they began. Adapts `Dialogs` to Qt."""

from datetime import UTC, datetime
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtCore import Signal as QtSignal

from app.domain.dialog import Dialog, DialogId
from app.services.signal import Signal
from app.ui.dialogs.list_words import ListWords
from app.ui.model_rows import Index


class Role(IntEnum):
    """The one role that hands out a whole dialog."""

    DIALOG = Qt.ItemDataRole.UserRole


class Source(Protocol):
    """The part of `Dialogs` that the list needs."""

    dialog_changed: Signal[Dialog]

    def all(self) -> tuple[Dialog, ...]:
        """Every dialog."""


class DialogListModel(QAbstractListModel):
    """`changed` tells what a dialog was before, None for a new one, and what it is now."""

    changed = QtSignal(object, object)

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = ListWords(self)
        self._rows = list(source.all())
        self._places = {dialog.id: row for row, dialog in enumerate(self._rows)}
        stop = source.dialog_changed.connect(self._on_dialog_changed)
        self.destroyed.connect(stop)

    def dialogs(self) -> tuple[Dialog, ...]:
        """The rows."""
        return tuple(self._rows)

    def dialog(self, wanted: DialogId) -> Dialog | None:
        """A row by the number of its dialog."""
        row = self._places.get(wanted)
        return None if row is None else self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many dialogs there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The dialog itself, its name, or a sentence for a screen reader."""
        if not index.isValid():
            return None
        return row_data(self._words, self._rows[index.row()], role)

    def _on_dialog_changed(self, dialog: Dialog) -> None:
        row = self._places.get(dialog.id)
        before = None if row is None else self._rows[row]
        if row is None:
            row = len(self._rows)
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.append(dialog)
            self._places[dialog.id] = row
            self.endInsertRows()
        elif before != dialog:
            self._rows[row] = dialog
            self.dataChanged.emit(self.index(row), self.index(row))
        if before != dialog:
            self.changed.emit(before, dialog)


def row_data(words: ListWords, dialog: Dialog, role: int) -> object:
    """What a row says in a role."""
    if role == Role.DIALOG:
        return dialog
    if role == Qt.ItemDataRole.DisplayRole:
        return words.name(dialog)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return words.sentence(dialog, datetime.now(UTC))
    return None
