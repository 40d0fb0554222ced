"""Which dialogs have something due, and when the next of it is: nobody looks at all of them."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from heapq import heapify, heappop, heappush

from app.domain.alerts import Alert, AlertKind, Way, judge_due
from app.domain.dialog import Dialog, DialogId, DialogState
from app.domain.service_levels import Due, LevelState
from app.services.service_levels import ServiceLevels

#: More times than so many for each dialog are swept: one has three targets at most, of two times.
_MOST, _FEW = 12, 1000
_KINDS = {LevelState.WARNING: AlertKind.WARNING, LevelState.BREACH: AlertKind.BREACH}


class Agenda:
    """Every target of every open dialog in the order of its time. Entries of targets that are met
    meanwhile stay until they are swept or their time has come, and mean nothing then.
    """

    def __init__(self, levels: ServiceLevels) -> None:
        self._levels = levels
        self._times: list[tuple[datetime, DialogId]] = []
        self._dialogs: dict[DialogId, Dialog] = {}
        self._dues: dict[DialogId, tuple[Due, ...]] = {}
        self._touched: set[DialogId] = set()

    def clear(self, told: Iterable[DialogId] = ()) -> None:
        """Targets are others now: everything is to be put in again, and looked at; also the dialogs
        of which something was told.
        """
        self._touched |= self._dues.keys() | frozenset(told)
        self._times, self._dues, self._dialogs = [], {}, {}

    def put(self, dialog: Dialog) -> bool:
        """A dialog is new or has changed. Whether anything else is due in it now."""
        waits = dialog.waiting_since is not None or dialog.state is DialogState.OPEN
        dues, before = self._levels.dues(dialog) if waits else (), self._dues.get(dialog.id, ())
        if dues == before:
            return False
        self._touched.add(dialog.id)
        if not dues:
            self._dues.pop(dialog.id, None)
            self._dialogs.pop(dialog.id, None)
            return True
        self._dues[dialog.id], self._dialogs[dialog.id] = dues, dialog
        for at in sorted({*_times(dues)} - {*_times(before)}):
            heappush(self._times, (at, dialog.id))
        if len(self._times) > _FEW + _MOST * len(self._dues):
            self._sweep()
        return True

    def _sweep(self) -> None:
        """Times of targets that were met long before them take room: those that count stay."""
        self._times = [(at, dialog) for dialog, dues in self._dues.items() for at in _times(dues)]
        heapify(self._times)

    def take(self, now: datetime) -> set[DialogId]:
        """The dialogs that changed, or in which a time has come."""
        found, self._touched = self._touched, set()
        while self._times and self._times[0][0] <= now:
            found.add(heappop(self._times)[1])
        return found

    def wait(self, now: datetime) -> timedelta | None:
        """Until the next time comes; None when nothing is due."""
        return self._times[0][0] - now if self._times else None

    def judge(self, dialog: DialogId, now: datetime, told: Iterable[Alert]) -> tuple[Alert, ...]:
        """What is to be told of a dialog now, given what was told of it."""
        before = {(each.place, each.since): each.kind for each in told}
        found = (self._alert(dialog, due, now, before) for due in self._dues.get(dialog, ()))
        return tuple(each for each in found if each is not None)

    def _alert(
        self,
        number: DialogId,
        due: Due,
        now: datetime,
        before: dict[tuple[str, datetime], AlertKind],
    ) -> Alert | None:
        place, dialog = f"{number}:{due.kind.value}", self._dialogs[number]
        state = judge_due(due, now, _told(before, place, due))
        if state is LevelState.OK:
            return None
        since = due.due_at if state is LevelState.BREACH else due.warn_at
        code = f"{state.value}_{due.kind.value}"
        seconds = self._levels.of(dialog.line).target(due.kind)
        where = (Way.DIALOG, seconds, dialog.line, dialog.connector, number)
        return Alert(_KINDS[state], place, code, since, *where)


def _times(dues: Iterable[Due]) -> Iterator[datetime]:
    for due in dues:
        yield due.warn_at
        yield due.due_at


def _told(before: dict[tuple[str, datetime], AlertKind], place: str, due: Due) -> LevelState:
    if before.get((place, due.due_at)) is AlertKind.BREACH:
        return LevelState.BREACH
    told = before.get((place, due.warn_at)) is AlertKind.WARNING
    return LevelState.WARNING if told else LevelState.OK
