"""Which of the known chats should be looked at now: newest first, quiet ones ever more rarely.

Knows no calls.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.bitrix.im_events import Place
from app.domain.dialog import Dialog, DialogId, DialogState
from app.services.clock import Clock
from app.services.dialogs import Dialogs

#: A chat is looked at again after this part of the time for which it has been quiet.
_PART = 0.1
_LONGEST = timedelta(minutes=5)
#: A closed chat is looked at while something may still follow; later the portal's list of recent
#: chats, or a new event, has to name it.
_AFTERGLOW = timedelta(days=3)
_CLOSED_LONGEST, _REFUSED = timedelta(minutes=15), timedelta(minutes=15)
_NEVER = datetime.fromtimestamp(0, UTC)


@dataclass(slots=True)
class Watch:
    """One chat. `floor` is the newest message up to which all is known; `state` stands for the
    newest page as it was; `by_session`: only its newest session can be read.
    """

    place: Place
    dialog: DialogId
    due: datetime = _NEVER
    floor: int = 0
    state: int = 0
    by_session: bool = False
    hinted: bool = False


class KnownChats:
    """The chats of the dialogs of this console."""

    def __init__(self, dialogs: Dialogs, clock: Clock, shortest: float) -> None:
        self._dialogs = dialogs
        self._clock = clock
        self._shortest = timedelta(seconds=shortest)
        self._watched: dict[int, Watch] = {}

    def due(self, limit: int, *, named: bool = False) -> list[Watch]:
        """The chats that should be looked at now, hinted ones and the newest first; with `named`
        only the hinted ones.
        """
        if named:
            return [each for each in self._watched.values() if each.hinted][:limit]
        now = self._clock()
        found = []
        for dialog in self._dialogs.all():
            watch = self._watch(dialog)
            if watch is None:
                continue
            alive = dialog.state is not DialogState.CLOSED or _quiet(dialog, now) < _AFTERGLOW
            if watch.hinted or (alive and watch.due <= now):
                found.append((watch.hinted, _last(dialog), watch))
        found.sort(key=lambda each: each[:2], reverse=True)
        unique = {watch.place.portal_chat: watch for _, _, watch in found}
        return list(unique.values())[:limit]

    def are_due(self, *watches: Watch) -> bool:
        """Whether one of these is still to be looked at."""
        now = self._clock()
        return any(watch.hinted or watch.due <= now for watch in watches)

    def looked(self, watch: Watch, *, refused: bool = False) -> None:
        """A chat has been looked at, or cannot be."""
        dialog = self._dialogs.get(watch.dialog)
        watch.hinted = False
        if dialog is None or refused:
            watch.due = self._clock() + _REFUSED
            return
        longest = _CLOSED_LONGEST if dialog.state is DialogState.CLOSED else _LONGEST
        quiet = _quiet(dialog, self._clock())
        watch.due = self._clock() + max(self._shortest, min(quiet * _PART, longest))

    def hint(self, portal_chat: int) -> None:
        """Something has happened in this chat."""
        watch = self.find(portal_chat)
        if watch is not None:
            watch.hinted = True

    def found(self, dialog: Dialog, floor: int) -> None:
        """Something is to be read back in this chat, to this message: to the newest page where it
        is the newest one.
        """
        if (watch := self._watch(dialog)) is not None:
            watch.floor, watch.hinted = floor, True

    def drop_hints(self) -> None:
        """Nothing can be read back now."""
        for each in self._watched.values():
            each.hinted = False

    def find(self, portal_chat: int) -> Watch | None:
        """A chat that is known since the last look: a newer one is due anyway."""
        return self._watched.get(portal_chat)

    def restart(self, known: Mapping[int, int]) -> None:
        """Every chat is due; `known` is the newest message that we have of each."""
        for dialog in self._dialogs.all():
            if (watch := self._watch(dialog)) is not None:
                watch.due, watch.state = _NEVER, 0
                watch.floor = known.get(watch.place.portal_chat, 0)

    def is_played(self, watch: Watch) -> bool:
        """Whether this console writes as the customer there, and knows what he wrote."""
        return self._dialogs.customer(watch.dialog) is not None

    def connectors(self) -> frozenset[str]:
        """The connectors that this console has to do with."""
        return frozenset(dialog.connector for dialog in self._dialogs.all())

    def _watch(self, dialog: Dialog) -> Watch | None:
        chat = dialog.portal_chat
        if chat is None:
            return None
        if chat not in self._watched:
            place = Place(chat, dialog.connector, dialog.line, dialog.chat)
            self._watched[chat] = Watch(place, dialog.id)
        return self._watched[chat]


def every(watches: Iterable[Watch]) -> dict[str, Watch]:
    """Chats by the keys of a batch."""
    return {f"chat{each.place.portal_chat}": each for each in watches}


def _last(dialog: Dialog) -> datetime:
    return dialog.last_at or _NEVER


def _quiet(dialog: Dialog, now: datetime) -> timedelta:
    return max(now - _last(dialog), timedelta())
