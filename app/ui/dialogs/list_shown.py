"""The dialogs that a view lets through, in their order, as rows. Adapts `Dialogs` to Qt.

Only another view makes all rows anew; of a change of one dialog its own row hears.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from enum import IntEnum
from itertools import islice
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTimer
from PySide6.QtCore import Signal as QtSignal

from app.domain.dialog import Dialog, DialogId
from app.services.signal import Signal
from app.services.views import View
from app.ui.dialogs.list_order import ListOrder, Rank, row_of
from app.ui.dialogs.list_sieve import TABS, Sieve, Standpoint, tabs_of
from app.ui.dialogs.list_words import ListWords
from app.ui.model_rows import Index

_SOME = 200  # dialogs whose texts are made in one pause of the loop


class Role(IntEnum):
    """The one role that hands out a whole dialog."""

    DIALOG = Qt.ItemDataRole.UserRole


class Source(Protocol):
    """The part of `Dialogs` that the list needs."""

    dialog_changed: Signal[Dialog]

    def all(self) -> tuple[Dialog, ...]:
        """Every dialog."""


class ShownDialogs(QAbstractListModel):
    """Besides what passes tab, conditions and words there may be the dialog that is kept: an open
    one that no longer passes stays until another is opened or another view is shown.
    """

    counted = QtSignal()  # other figures on the tabs
    begun = QtSignal()  # there is a dialog that was not there before, perhaps not shown

    def __init__(
        self,
        source: Source,
        words: ListWords,
        standpoint: Standpoint | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._standpoint = standpoint or Standpoint()
        self._view, self._kept = View(""), DialogId(0)
        self._left: set[DialogId] = set()
        self._texts: dict[DialogId, str] = {}
        self._unmade: Iterator[Dialog] = iter(())
        self._making = QTimer(self, interval=0)  # in every pause of the loop
        self._making.timeout.connect(self._make_some)
        self._counts: Counter[str] = Counter()
        self._order = ListOrder(source.all(), by_wait=True)
        self._sieve = self._made(self._view)
        self._rows: list[Rank] = []
        self.redo()
        self.destroyed.connect(source.dialog_changed.connect(self._on_changed))

    @property
    def view(self) -> View:
        """Everything that decides what is shown."""
        return self._view

    @property
    def has_any(self) -> bool:
        """Whether there is a dialog at all, shown or not."""
        return self._counts[TABS[0]] > 0

    def all(self) -> Sequence[Dialog]:
        """Every dialog, shown or not, in the order of the list."""
        return self._order.all()

    def counts(self) -> dict[str, int]:
        """How many dialogs each tab has, without conditions and words."""
        return {tab: self._counts[tab] for tab in TABS}

    def set_view(self, view: View) -> None:
        """Show others, or in another order; nothing is kept any more."""
        before, self._view, self._kept = self._view, view, DialogId(0)
        self._sieve = self._made(view)
        if before.by_wait != view.by_wait:
            self._order = ListOrder(self._order.all(), by_wait=view.by_wait)
        self._show(self._order.all())

    def redo(self) -> None:
        """Look at every dialog anew, for example because lines have got names."""
        self._texts.clear()
        self._unmade = iter(self._order.all())
        self._making.start()
        dialogs, me = self._order.all(), self._standpoint.me
        self._counts = Counter(tab for each in dialogs for tab in tabs_of(each, me))
        self._show(dialogs)
        self.counted.emit()

    def keep(self, wanted: DialogId | None) -> None:
        """This dialog is open: if it is shown it stays. `let_go` lets the one before go."""
        self._left.add(self._kept)
        shown = wanted is not None and self.index_of(wanted).isValid()
        self._kept = wanted if wanted is not None and shown else DialogId(0)

    def let_go(self) -> None:
        """Those that were open and do not pass go now: not before the list is done with its way to
        another row.
        """
        left, self._left = self._left, set()
        for each in left - {self._kept}:
            self.review(each)

    def tick(self) -> None:
        """Time has passed: who has waited long enough comes in."""
        for dialog in self._sieve.grown(self._order.all()):
            self.review(dialog.id)

    def review(self, wanted: DialogId) -> None:
        """Something is known of a dialog now that its head does not tell."""
        dialog, rank = self._order.get(wanted), self._order.rank(wanted)
        if dialog is not None and rank is not None:
            row, passes = row_of(self._rows, rank), self._is_shown(dialog)
            if passes != (row is not None):
                self._place(row, rank if passes else None)

    def tell(self, wanted: DialogId) -> None:
        """A row has other words: of a draft, for example."""
        index = self.index_of(wanted)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def how_many(self, view: View) -> int:
        """How many dialogs another view would show."""
        return len(self._made(view).sift(self._order.all()))

    def index_of(self, wanted: DialogId) -> QModelIndex:
        """Where a dialog stands, if it is shown."""
        row = row_of(self._rows, self._order.rank(wanted))
        return QModelIndex() if row is None else self.index(row)

    def dialog_at(self, index: Index) -> Dialog | None:
        """The dialog of a row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        return self._order.at(self._rows[index.row()])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The dialog itself, its name, or a sentence for a screen reader."""
        dialog = self.dialog_at(index)
        if dialog is None or role == Role.DIALOG:
            return dialog
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.name(dialog)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.sentence(dialog, datetime.now(UTC))
        return None

    def _show(self, dialogs: Iterable[Dialog]) -> None:
        self.beginResetModel()
        self._rows = self._order.ranks(self._sieve.sift(dialogs))
        kept = self._order.rank(self._kept)
        if kept is not None and row_of(self._rows, kept) is None:
            self._rows.insert(bisect_left(self._rows, kept), kept)
        self.endResetModel()

    def _on_changed(self, dialog: Dialog) -> None:
        before, me = self._order.get(dialog.id), self._standpoint.me
        if before == dialog:
            return
        if before is not None:
            self._counts.subtract(tabs_of(before, me))
        self._counts.update(tabs_of(dialog, me))
        self._texts.pop(dialog.id, None)
        row = row_of(self._rows, self._order.rank(dialog.id))
        rank = self._order.put(dialog)
        self._place(row, rank if self._is_shown(dialog) else None)
        if before is None:
            self.begun.emit()
        self.counted.emit()

    def _is_shown(self, dialog: Dialog) -> bool:
        return dialog.id == self._kept or self._sieve.passes(dialog)

    def _place(self, row: int | None, rank: Rank | None) -> None:
        """One dialog leaves its row, comes to a place, or both. A row of None is not there."""
        if rank is None:
            if row is not None:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
            return
        place = bisect_left(self._rows, rank)
        if row is None:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, rank)
            self.endInsertRows()
        else:
            self._move(row, place, rank)

    def _move(self, row: int, place: int, rank: Rank) -> None:
        if place in (row, row + 1):
            self._rows[row] = rank
        else:
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), place)
            del self._rows[row]
            row = place - (place > row)
            self._rows.insert(row, rank)
            self.endMoveRows()
        self.dataChanged.emit(self.index(row), self.index(row))

    def _make_some(self) -> None:
        """Make texts beforehand: all at once would be too long for the first letter of a search."""
        some = list(islice(self._unmade, _SOME))
        for dialog in some:
            self._text(self._order.get(dialog.id) or dialog)
        if not some:
            self._making.stop()

    def _made(self, view: View) -> Sieve:
        return Sieve(view, self._standpoint, self._text)

    def _text(self, dialog: Dialog) -> str:
        """What is searched, made once for each value of a dialog."""
        text = self._texts.get(dialog.id)
        if text is None:
            text = self._texts[dialog.id] = self._words.searched(dialog)
        return text
