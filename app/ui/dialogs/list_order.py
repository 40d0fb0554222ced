"""Every dialog in the order of the list: sorted once, then kept so change by change."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from app.domain.dialog import Dialog, DialogId, DialogState

#: A place in the order, the smaller one above. The last part is the dialog's number, below zero
#: where the newest of equals stands first: no two places are the same.
Rank = tuple[int, float, int]


class ListOrder:
    """Places by dialog, and dialogs by place."""

    def __init__(self, dialogs: Iterable[Dialog], *, by_wait: bool) -> None:
        self._by_wait = by_wait
        self._dialogs = {dialog.id: dialog for dialog in dialogs}
        self._ranks = {id_: rank_of(each, by_wait) for id_, each in self._dialogs.items()}
        self._sorted = sorted(self._ranks.values())
        self._all: list[Dialog] | None = None

    def at(self, rank: Rank) -> Dialog:
        """The dialog that stands there."""
        return self._dialogs[DialogId(abs(rank[2]))]

    def get(self, wanted: DialogId) -> Dialog | None:
        """A dialog by its number."""
        return self._dialogs.get(wanted)

    def rank(self, wanted: DialogId) -> Rank | None:
        """Where a dialog stands."""
        return self._ranks.get(wanted)

    def all(self) -> list[Dialog]:
        """From the first to the last; found once, for as long as nothing changes."""
        if self._all is None:
            known = self._dialogs
            self._all = [known[DialogId(abs(rank[2]))] for rank in self._sorted]
        return self._all

    def ranks(self, dialogs: Iterable[Dialog]) -> list[Rank]:
        """Where these stand."""
        known = self._ranks
        return [known[dialog.id] for dialog in dialogs]

    def put(self, dialog: Dialog) -> Rank:
        """A dialog is new, or another value: where it stands now."""
        old, new = self._ranks.get(dialog.id), rank_of(dialog, self._by_wait)
        self._dialogs[dialog.id], self._all = dialog, None
        if new != old:
            if old is not None:
                del self._sorted[bisect_left(self._sorted, old)]
            insort(self._sorted, new)
            self._ranks[dialog.id] = new
        return new


def row_of(ranks: Sequence[Rank], wanted: Rank | None) -> int | None:
    """In which row of these a place is, if it is there."""
    if wanted is None:
        return None
    row = bisect_left(ranks, wanted)
    return row if row < len(ranks) and ranks[row] == wanted else None


def rank_of(dialog: Dialog, by_wait: bool) -> Rank:
    """Those who wait, longest first, then what is open, then what is closed, newest first; or the
    newest first, whoever waits.
    """
    since = dialog.waiting_since if by_wait else None
    if since is not None:
        return 0, since.timestamp(), dialog.id
    closed = by_wait and dialog.state is DialogState.CLOSED
    last = dialog.last_at
    return 2 if closed else 1, -last.timestamp() if last is not None else 0.0, -dialog.id
