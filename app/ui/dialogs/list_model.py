"""The dialogs as rows, and which of them the list shows in which order. Adapts `Dialogs` to Qt."""

from datetime import UTC, datetime
from enum import IntEnum
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from app.domain.dialog import Dialog, DialogId, DialogState
from app.services.signal import Signal
from app.ui.dialogs.list_words import ListWords
from app.ui.model_rows import Index

_EVER = datetime.min.replace(tzinfo=UTC)
FILTERS = ("all", "waiting", "open", "closed")


class Role(IntEnum):
    """The one role that hands out a whole dialog."""

    DIALOG = Qt.ItemDataRole.UserRole


class Source(Protocol):
    """The part of `Dialogs` that the list needs."""

    dialog_changed: Signal[Dialog]

    def all(self) -> tuple[Dialog, ...]:
        """Every dialog."""


class DialogListModel(QAbstractListModel):
    """Every dialog, in the order in which they began."""

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

    def dialog_in(self, row: int) -> Dialog:
        """A row by its place."""
        return self._rows[row]

    def dialog(self, wanted: DialogId) -> Dialog | None:
        """A row by the number of its dialog."""
        row = self._places.get(wanted)
        return None if row is None else self._rows[row]

    def index_of(self, wanted: DialogId) -> QModelIndex:
        """Where a dialog stands."""
        row = self._places.get(wanted)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many dialogs there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The dialog itself, its name, or a sentence for a screen reader."""
        if not index.isValid():
            return None
        dialog = self._rows[index.row()]
        if role == Role.DIALOG:
            return dialog
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.name(dialog)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.sentence(dialog, datetime.now(UTC))
        return None

    def _on_dialog_changed(self, dialog: Dialog) -> None:
        row = self._places.get(dialog.id)
        if row is None:
            row = len(self._rows)
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.append(dialog)
            self._places[dialog.id] = row
            self.endInsertRows()
        elif self._rows[row] != dialog:
            self._rows[row] = dialog
            self.dataChanged.emit(self.index(row), self.index(row))


class ShownDialogs(QSortFilterProxyModel):
    """The dialogs that pass the filter and the search, who waits longest first."""

    def __init__(self, model: DialogListModel, words: ListWords) -> None:
        super().__init__(model)
        self._model, self._words = model, words
        self._filter, self._search, self._by_wait = "all", "", True
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)
        self.sort(0)

    @property
    def choice(self) -> str:
        """The filter shown: one of FILTERS."""
        return self._filter

    @property
    def by_wait(self) -> bool:
        """Whether those who wait stand first; otherwise the newest."""
        return self._by_wait

    def set_filter(self, key: str) -> None:
        """Show only some."""
        self._filter = key
        self.invalidate()

    def set_search(self, text: str) -> None:
        """Show only those in which all these words occur."""
        self._search = text.casefold()
        self.invalidate()

    def set_by_wait(self, by_wait: bool) -> None:
        """Another order."""
        self._by_wait = by_wait
        self.invalidate()

    def counts(self) -> dict[str, int]:
        """How many dialogs each filter has."""
        dialogs = self._model.dialogs()
        return {key: sum(passes(dialog, key) for dialog in dialogs) for key in FILTERS}

    def dialog_at(self, index: Index) -> Dialog | None:
        """The dialog of a row of this model."""
        found = index.data(Role.DIALOG) if index.isValid() else None
        return found if isinstance(found, Dialog) else None

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Whether a row is shown."""
        dialog = self._model.dialog_in(row)
        if not passes(dialog, self._filter):
            return False
        text = self._words.searched(dialog) if self._search else ""
        return all(word in text for word in self._search.split())

    def lessThan(self, left: Index, right: Index) -> bool:
        """Whether a row stands above another."""
        one, other = self._model.dialog_in(left.row()), self._model.dialog_in(right.row())
        return self._rank(one) < self._rank(other)

    def _rank(self, dialog: Dialog) -> tuple[int, float, int]:
        since = dialog.waiting_since if self._by_wait else None
        if since is not None:
            return 0, since.timestamp(), dialog.id
        closed = self._by_wait and dialog.state is DialogState.CLOSED
        last = dialog.last_at or _EVER
        return 2 if closed else 1, -(last - _EVER).total_seconds(), -dialog.id


def passes(dialog: Dialog, key: str) -> bool:
    """Whether a dialog belongs to a filter."""
    if key == "waiting":
        return dialog.waiting_since is not None
    return key == "all" or (key == "closed") is (dialog.state is DialogState.CLOSED)
