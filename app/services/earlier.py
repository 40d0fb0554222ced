"""Reads back what was said before a dialog was known here, page by page, when a person asks for it.

Reading leaves no trace at the portal: nobody joins, nothing is marked as read. Knows no window.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from app.bitrix.chat_rows import EARLIER, row_of_message
from app.bitrix.decoding import decode
from app.bitrix.history import ChatPage, History, HistoryMessage
from app.bitrix.im_events import Place
from app.bitrix.transport import PagedCaller
from app.domain.dialog import Dialog, DialogId
from app.domain.earlier import Reach
from app.domain.events import MessageSeen
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.earlier_rules import (
    Past,
    Told,
    knows_beginning,
    oldest_of,
    take_past,
    was_shortened,
)
from app.services.failures import NotPossible
from app.services.journal import Journal
from app.services.people import People
from app.services.signal import Signal

#: Messages that are taken in one transaction.
_CHUNK = 100


@dataclass(frozen=True, slots=True)
class Found:
    """How many messages a reading brought, and how far back the dialog is known now."""

    messages: int
    reach: Reach


class Earlier:
    """One portal's past. `changed` names the dialog of which more, or the end, is known."""

    def __init__(
        self,
        caller: PagedCaller,
        journal: Journal,
        dialogs: Dialogs,
        people: People,
        *,
        origin: Callable[[], str],
        clock: Clock,
        ahead: Callable[[], timedelta],
    ) -> None:
        self.changed: Signal[DialogId] = Signal()
        self._history, self._journal = History(caller), journal
        self._dialogs, self._people = dialogs, people
        self._origin, self._clock, self._ahead = origin, clock, ahead
        self._outside: dict[DialogId, int | None] = {}
        self._read_to: dict[DialogId, int] = {}  # a page may hold nothing but notes of colleagues
        self._turn = asyncio.Lock()

    async def reach(self, wanted: DialogId) -> Reach:
        """How far back a dialog is known; the portal is not asked.

        Raises:
            JournalFailed: the journal cannot be read.
        """
        dialog = self._dialogs.get(wanted)
        if dialog is None or dialog.portal_chat is None:
            return Reach.NOTHING
        if await self._journal.run(partial(was_shortened, wanted)):
            return Reach.NOTHING  # what was deleted for its age is not brought back
        if await self._journal.run(partial(knows_beginning, wanted)):
            return Reach.BEGUN
        if wanted in self._outside and self._outside[wanted] == dialog.session:
            return Reach.SESSION
        return Reach.MAYBE if self._dialogs.customer(wanted) is None else Reach.PLAYED

    async def read(self, wanted: DialogId) -> Found:
        """`im.dialog.messages.get`, one page before the oldest message that is known; to those who
        are not in the chat `imopenlines.session.history.get`, the whole session.

        Raises:
            BitrixError: the portal told nothing; it may be asked again.
            NotPossible: NO_CHAT_YET.
            JournalFailed, JournalFull: nothing was kept.
        """
        async with self._turn:
            dialog = self._dialogs.get(wanted)
            if dialog is None or dialog.portal_chat is None:
                raise NotPossible("NO_CHAT_YET")
            if not (await self.reach(wanted)).asks:
                return Found(0, await self.reach(wanted))
            before = await self._journal.run(partial(oldest_of, wanted))
            before = min(
                (each for each in (before, self._read_to.get(wanted, 0)) if each), default=0
            )
            chat = dialog.portal_chat
            page = await self._history.older(chat, before=before, session=dialog.session)
            new = await self._keep(dialog, page)
            if page.messages:
                self._read_to[wanted] = page.messages[0].im
            if page.session:
                self._outside[wanted] = self._fresh(dialog).session
            else:
                self._outside.pop(wanted, None)
        self.changed.emit(wanted)
        return Found(new, await self.reach(wanted))

    async def _keep(self, dialog: Dialog, page: ChatPage) -> int:
        """The newest first and not all in one transaction: others write between, and what is cut
        short leaves no hole.
        """
        new, left = 0, page.messages
        while True:
            left, part = left[:-_CHUNK], left[-_CHUNK:]
            told = self._told(dialog, part)
            authors = {e.event.user_id for e in told if isinstance(e.event, MessageSeen)}
            await self._people.learn(authors)
            session, begins = (0, False) if left else (page.session, page.begins)
            plays = self._dialogs.customer(dialog.id) is not None
            past = Past(told, session, begins=begins, played=plays)
            take = partial(
                take_past, wanted=dialog.id, past=past, person=self._people.get, now=self._clock()
            )
            new += await self._dialogs.write(take)
            if not left:
                return new

    def _told(self, dialog: Dialog, messages: Sequence[HistoryMessage]) -> tuple[Told, ...]:
        """As the journal keeps it: notes between colleagues are left out, times are ours."""
        assert dialog.portal_chat is not None
        place = Place(dialog.portal_chat, dialog.connector, dialog.line, dialog.chat)
        rows = [row_of_message(place, each) for each in messages if each.outgoing]
        told = []
        for row in rows:
            queued = decode(row.raw, EARLIER, origin=self._origin())
            told += [Told(row, event, queued.at - self._ahead()) for event in queued.events]
        return tuple(told)

    def _fresh(self, dialog: Dialog) -> Dialog:
        return self._dialogs.get(dialog.id) or dialog
