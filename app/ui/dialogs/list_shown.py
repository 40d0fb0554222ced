"""Which dialogs the list shows in which order: sorted once, and then kept so change by change."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.dialog_filter import CrmState, DialogFilter
from app.services.views import View
from app.ui.dialogs.list_model import DialogListModel, row_data
from app.ui.dialogs.list_words import ListWords
from app.ui.model_rows import Index

TABS = ("all", "waiting", "mine", "closed")
#: A place in the order; the last part is the dialog's number, below zero where that is upside down.
_Rank = tuple[int, float, int]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Who looks, and what is known of the CRM."""

    me: str = ""
    crm: Callable[[DialogId], CrmState] = lambda _: CrmState.UNKNOWN


class ShownDialogs(QAbstractListModel):
    """The dialogs that pass tab, conditions and words, who waits longest first."""

    counted = Signal()  # other figures on the tabs

    def __init__(
        self, model: DialogListModel, words: ListWords, standpoint: Standpoint | None = None
    ) -> None:
        super().__init__(model)
        self._model, self._words = model, words
        self._standpoint = standpoint or Standpoint()
        self._view = View("")
        self._ranks: dict[DialogId, _Rank] = {}
        self._texts: dict[DialogId, str] = {}
        self._keys: list[_Rank] = []
        self._counts: Counter[str] = Counter()
        self.redo()
        model.changed.connect(self._on_changed)

    @property
    def view(self) -> View:
        """Everything that decides what is shown."""
        return self._view

    def counts(self) -> dict[str, int]:
        """How many dialogs each tab has, without conditions and words."""
        return {key: self._counts[key] for key in TABS}

    def set_view(self, view: View) -> None:
        """Show others, or in another order."""
        before, self._view = self._view, view
        if before.by_wait != view.by_wait:
            self.redo()
            return
        narrower = (before.tab, before.conditions) == (view.tab, view.conditions)
        narrower = narrower and view.words.startswith(before.words)
        self._show(self._shown() if narrower else self._model.dialogs())

    def redo(self) -> None:
        """Look at every dialog anew: names of lines have come, or the order is another one."""
        self._texts.clear()
        dialogs = self._model.dialogs()
        self._ranks = {each.id: self._rank(each) for each in dialogs}
        self._counts = Counter(tab for each in dialogs for tab in self._tabs(each))
        self._show(dialogs)
        self.counted.emit()

    def tick(self) -> None:
        """A second has passed: who waits long enough now comes in."""
        if self._view.conditions.waiting:
            for dialog in self._model.dialogs():
                if dialog.waiting_since is not None:
                    self._place(dialog, changed=False)

    def review(self, wanted: DialogId) -> None:
        """Something else is known of a dialog now."""
        dialog = self._model.dialog(wanted)
        if dialog is not None:
            self._place(dialog, changed=True)

    def how_many(self, view: View) -> int:
        """How many dialogs that would show."""
        now = datetime.now(UTC)
        return sum(self._passes(each, view, now) for each in self._model.dialogs())

    def index_of(self, wanted: DialogId) -> QModelIndex:
        """Where a dialog stands, if it is shown."""
        row = self._row(self._ranks.get(wanted))
        return QModelIndex() if row is None else self.index(row)

    def dialog_at(self, index: Index) -> Dialog | None:
        """The dialog of a row."""
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        return self._model.dialog(DialogId(abs(self._keys[index.row()][2])))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many are shown."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """As the list of all dialogs says it."""
        dialog = self.dialog_at(index)
        return None if dialog is None else row_data(self._words, dialog, role)

    def _shown(self) -> list[Dialog]:
        found = (self._model.dialog(DialogId(abs(key[2]))) for key in self._keys)
        return [each for each in found if each is not None]

    def _show(self, dialogs: Iterable[Dialog]) -> None:
        now, view, ranks = datetime.now(UTC), self._view, self._ranks
        self.beginResetModel()
        self._keys = sorted(ranks[each.id] for each in dialogs if self._passes(each, view, now))
        self.endResetModel()

    def _on_changed(self, before: Dialog | None, dialog: Dialog) -> None:
        if before is not None:
            self._counts.subtract(self._tabs(before))
        self._counts.update(self._tabs(dialog))
        self._texts.pop(dialog.id, None)
        self._place(dialog, changed=True)
        self.counted.emit()

    def _place(self, dialog: Dialog, *, changed: bool) -> None:
        """Put one dialog where it belongs now."""
        old, rank = self._row(self._ranks.get(dialog.id)), self._rank(dialog)
        self._ranks[dialog.id] = rank
        row = bisect_left(self._keys, rank)
        if not self._passes(dialog, self._view, datetime.now(UTC)):
            if old is not None:
                self.beginRemoveRows(QModelIndex(), old, old)
                del self._keys[old]
                self.endRemoveRows()
        elif old is None:
            self.beginInsertRows(QModelIndex(), row, row)
            self._keys.insert(row, rank)
            self.endInsertRows()
        elif changed:
            self._move(old, row, rank)

    def _move(self, old: int, row: int, rank: _Rank) -> None:
        if row in (old, old + 1):
            self._keys[old] = rank
        else:
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), row)
            del self._keys[old]
            self._keys.insert(row - (row > old), rank)
            self.endMoveRows()
        place = self.index(bisect_left(self._keys, rank))
        self.dataChanged.emit(place, place)

    def _row(self, rank: _Rank | None) -> int | None:
        if rank is None:
            return None
        row = bisect_left(self._keys, rank)
        return row if row < len(self._keys) and self._keys[row] == rank else None

    def _tabs(self, dialog: Dialog) -> list[str]:
        return [tab for tab in TABS if self._in_tab(dialog, tab)]

    def _in_tab(self, dialog: Dialog, tab: str) -> bool:
        if tab == "waiting":
            return dialog.waiting_since is not None
        if tab == "mine":
            me = self._standpoint.me
            is_closed = dialog.state is DialogState.CLOSED
            return bool(me) and dialog.operator == me and not is_closed
        return tab == "all" or dialog.state is DialogState.CLOSED

    def _passes(self, dialog: Dialog, view: View, now: datetime) -> bool:
        if view.tab != "all" and not self._in_tab(dialog, view.tab):
            return False
        if view.conditions != _ALL:
            crm = self._standpoint.crm(dialog.id)
            if not view.conditions.passes(dialog, now, crm):
                return False
        if not view.words:
            return True
        text = self._text(dialog)
        return all(word in text for word in view.words.casefold().split())

    def _text(self, dialog: Dialog) -> str:
        text = self._texts.get(dialog.id)
        if text is None:
            text = self._texts[dialog.id] = self._words.searched(dialog)
        return text

    def _rank(self, dialog: Dialog) -> _Rank:
        since = dialog.waiting_since if self._view.by_wait else None
        if since is not None:
            return 0, since.timestamp(), dialog.id
        closed = self._view.by_wait and dialog.state is DialogState.CLOSED
        last = dialog.last_at
        return 2 if closed else 1, -last.timestamp() if last else 0.0, -dialog.id


_ALL = DialogFilter()
