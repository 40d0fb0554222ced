"""Keeps messages among the portal's own quick answers. They cannot be read back (see
`app.bitrix.quick_answers`). Knows no window.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.bitrix.quick_answers import SAVE, save_quick_answer
from app.bitrix.transport import Caller
from app.domain.dialog import Message
from app.services.act_log import ActLog
from app.services.dialogs import Dialogs
from app.services.failures import NotPossible


@dataclass(frozen=True, slots=True)
class PortalQuickAnswers:
    """As the signed-in user; every try is noted in the log of acts."""

    caller: Caller
    dialogs: Dialogs
    log: ActLog
    read_only: Callable[[], bool]

    def can_save(self, message: Message) -> bool:
        """Whether the portal knows the message, and it has a text to keep."""
        dialog = self.dialogs.get(message.dialog)
        known = dialog is not None and dialog.portal_chat is not None and message.im is not None
        said = bool(message.text.strip()) and message.deleted_at is None
        return known and said and not self.read_only()

    async def save(self, message: Message) -> None:
        """`imopenlines.message.quick.save`.

        Raises:
            BitrixError: see `save_quick_answer`.
            JournalFull, JournalFailed, NotNoted: see `ActLog.doing`.
            NotPossible: READ_ONLY; NO_CHAT_YET, the portal does not know the message.
        """
        dialog = self.dialogs.get(message.dialog)
        if self.read_only():
            raise NotPossible("READ_ONLY")
        if dialog is None or dialog.portal_chat is None or message.im is None:
            raise NotPossible("NO_CHAT_YET")
        async with self.log.doing(SAVE, dialog=dialog, detail=str(message.im)):
            await save_quick_answer(self.caller, dialog.portal_chat, message.im)
