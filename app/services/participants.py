"""Who sits in the chat of a dialog: asked when somebody looks, changed one person at a time, read
again after every change, also after a refused one. Knows no window.
"""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.bitrix.chats import Chats
from app.bitrix.errors import BitrixError
from app.bitrix.transport import PagedCaller
from app.domain.dialog import Dialog, DialogId
from app.domain.linked import Member, Role
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.earlier_rules import learn
from app.services.failures import NotPossible
from app.services.linked_log import LinkedLog
from app.services.notes import NoteKind
from app.services.signal import Signal

#: How long an answer is good enough when the dialog is opened again.
FRESH = timedelta(minutes=1)
log = logging.getLogger(__name__)
_ORDER = {Role.CUSTOMER: 0, Role.EMPLOYEE: 1, Role.BOT: 2}


@dataclass(frozen=True, slots=True)
class Present:
    """The people of a chat: customers, employees, bots, each by name."""

    members: tuple[Member, ...]
    read_at: datetime


class Participants:
    """One portal's chats, kept while the program runs. `changed` names the dialog."""

    def __init__(
        self, caller: PagedCaller, me: int, dialogs: Dialogs, log: LinkedLog, clock: Clock
    ) -> None:
        self.changed: Signal[DialogId] = Signal()
        self._chats, self._dialogs = Chats(caller), dialogs
        self._me, self._log, self._clock = me, log, clock
        self._known: dict[DialogId, Present] = {}

    def of(self, dialog: DialogId) -> Present | None:
        """What is known of a dialog, None before anybody asked."""
        return self._known.get(dialog)

    async def read(self, dialog: Dialog, *, again: bool = False) -> None:
        """Who is in the chat now, unless what is known is fresh; nothing where there is no chat.

        Raises:
            BitrixError: the portal did not tell; what was known stays.
        """
        known, now = self._known.get(dialog.id), self._clock()
        if dialog.portal_chat is None:
            return
        if known is not None and not again and now - known.read_at < FRESH:
            return
        found = await self._chats.members(dialog.portal_chat, dialog.session, self._me)
        members = sorted(found, key=lambda each: (_ORDER[each.role], each.name.casefold()))
        self._known[dialog.id] = Present(tuple(members), now)
        self.changed.emit(dialog.id)
        await self._name_customer(dialog, members)

    async def add(self, dialog: Dialog, user: int) -> None:
        """`im.chat.user.add`, which leaves a note in the transcript.

        Raises:
            BitrixError: ACCESS_DENIED_EXTEND for who is not in the chat.
            NotPossible: NO_CHAT_YET.
        """
        chat = self._chat(dialog)
        try:
            async with self._log.act("im.chat.user.add", dialog, str(user)):
                await self._chats.add(chat, (user,))
        finally:
            await self._look(dialog)
        await self._note(dialog, NoteKind.JOINED, self._name(dialog, user))

    async def remove(self, dialog: Dialog, user: int) -> None:
        """`im.chat.user.delete`, which leaves a note in the transcript.

        Raises:
            BitrixError: ACCESS_DENIED_KICK, USER_NOT_FOUND.
            NotPossible: NO_CHAT_YET.
        """
        chat, name = self._chat(dialog), self._name(dialog, user)
        try:
            async with self._log.act("im.chat.user.delete", dialog, str(user)):
                await self._chats.remove(chat, user)
        finally:
            await self._look(dialog)
        await self._note(dialog, NoteKind.REMOVED, name)

    async def _look(self, dialog: Dialog) -> None:
        """After an act, which is told whether or not the people can be read again."""
        try:
            await self.read(dialog, again=True)
        except BitrixError as error:
            log.warning("The people of dialog %d could not be read again: %s", dialog.id, error)

    async def _name_customer(self, dialog: Dialog, members: list[Member]) -> None:
        """The only customer of a chat is the one whose name nobody told before."""
        names = [each.name for each in members if each.role is Role.CUSTOMER]
        if len(names) == 1 and names[0] != f"#{members[0].id}" and not dialog.known_name:
            await self._dialogs.write(lambda t: learn(t, dialog.id, name=names[0]))

    async def _note(self, dialog: Dialog, kind: NoteKind, name: str) -> None:
        now = self._clock()
        await self._dialogs.write(lambda t: t.note(dialog.id, now, kind, name))

    def _name(self, dialog: Dialog, user: int) -> str:
        present = self._known.get(dialog.id)
        members = present.members if present is not None else ()
        return next((each.name for each in members if each.id == user), f"#{user}")

    def _chat(self, dialog: Dialog) -> int:
        if dialog.portal_chat is None:
            raise NotPossible("NO_CHAT_YET")
        return dialog.portal_chat
