"""The signed-in user's own messages in chats, changed, deleted or liked at the portal. The portal
does not tell us of our own acts, so what became of them is applied here. Knows no window.
"""

from dataclasses import dataclass

from app.bitrix.chats import Chats
from app.bitrix.im import Im
from app.bitrix.transport import PagedCaller
from app.domain.dialog import Author, Dialog, DialogId, Message
from app.domain.portal import User
from app.services.clock import Clock
from app.services.dialogs import Dialogs
from app.services.failures import NotPossible
from app.services.linked_log import LinkedLog
from app.services.transcript import Transcript


@dataclass(frozen=True, slots=True)
class OwnMessages:
    """What an operator may do with messages afterwards, as the signed-in user `me`."""

    caller: PagedCaller
    me: User
    dialogs: Dialogs
    log: LinkedLog
    clock: Clock

    def is_mine(self, message: Message) -> bool:
        """Whether the signed-in user wrote it as an operator, and the portal knows it."""
        return (
            message.author is Author.OPERATOR
            and message.im is not None
            and message.deleted_at is None
            and message.author_id == self.me.id
        )

    async def update(self, dialog: DialogId, position: int, text: str) -> None:
        """`im.message.update`.

        Raises:
            BitrixError: CANT_EDIT_MESSAGE where it is too old or somebody else's.
            NotPossible: EMPTY_TEXT, NOT_EDITABLE.
        """
        if not text.strip():
            raise NotPossible("EMPTY_TEXT")
        message, im = await self._mine(dialog, position)
        async with self.log.act("im.message.update", self._dialog(dialog), str(im)):
            await Im(self.caller).message_update(im, text)
        await self.dialogs.write(lambda t: t.edit(_fresh(t, message), text, self.clock()))

    async def delete(self, dialog: DialogId, position: int) -> None:
        """`im.message.delete`; its text stays in the journal.

        Raises:
            BitrixError: as `update`.
            NotPossible: NOT_EDITABLE.
        """
        message, im = await self._mine(dialog, position)
        async with self.log.act("im.message.delete", self._dialog(dialog), str(im)):
            await Im(self.caller).message_delete(im)
        by, now = self.me.name, self.clock()
        await self.dialogs.write(lambda t: t.bury(_fresh(t, message), now, by))

    async def like(self, dialog: DialogId, position: int, *, on: bool) -> None:
        """`im.message.like`: only colleagues see it.

        Raises:
            BitrixError: WITHOUT_CHANGES where it stands as wished already.
            NotPossible: NOT_EDITABLE for a message that the portal does not know.
        """
        message = await self._message(dialog, position)
        if message.im is None:
            raise NotPossible("NOT_EDITABLE")
        async with self.log.act("im.message.like", self._dialog(dialog), str(message.im)):
            await Chats(self.caller).like(message.im, on=on)

    async def _mine(self, dialog: DialogId, position: int) -> tuple[Message, int]:
        message = await self._message(dialog, position)
        if not self.is_mine(message) or message.im is None:
            raise NotPossible("NOT_EDITABLE")
        return message, message.im

    async def _message(self, dialog: DialogId, position: int) -> Message:
        found = await self.dialogs.page(dialog, position, 1)
        if not found or found[0].position != position:
            raise NotPossible("NO_DIALOG")
        return found[0]

    def _dialog(self, wanted: DialogId) -> Dialog:
        dialog = self.dialogs.get(wanted)
        if dialog is None:
            raise NotPossible("NO_DIALOG")
        return dialog


def _fresh(transcript: Transcript, message: Message) -> Message:
    """As it stands now: events may have come while the portal was asked."""
    return transcript.message(message.dialog, message.position) or message
