"""Typed `im.message.*`: writing into a portal chat as the signed-in user."""

from app.bitrix.errors import Garbled
from app.bitrix.transport import Caller
from app.bitrix.wire import as_int, field


class Im:
    """Messages of portal chats. In an open line's chat they go on to the customer."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def message_add(self, portal_chat: int, text: str) -> int:
        """`im.message.add`: the number of the new message. `text` is BBCode.

        The portal does not recognise repetitions: never repeat it when `maybe_done`.
        """
        params = {"DIALOG_ID": f"chat{portal_chat}", "MESSAGE": text}
        number = as_int(await self._caller.call("im.message.add", params))
        if number is None:
            raise Garbled("", description="no message id", method="im.message.add")
        return number

    async def chat_of(self, user_code: str) -> int | None:
        """`im.chat.get` of an open line's chat by `connector|line|chat|portal user`, also when it
        belongs to others. None where there is none; portals say so in several ways.
        """
        params = {"ENTITY_TYPE": "LINES", "ENTITY_ID": user_code}
        return as_int(field(await self._caller.call("im.chat.get", params), "ID")) or None

    async def message_update(self, im: int, text: str) -> None:
        """`im.message.update`: an empty text would delete the message, so it is refused here."""
        if not text:
            raise ValueError("An empty text would delete the message")
        await self._caller.call("im.message.update", {"MESSAGE_ID": im, "MESSAGE": text})

    async def message_delete(self, im: int) -> None:
        """`im.message.delete`: own messages only."""
        await self._caller.call("im.message.delete", {"MESSAGE_ID": im})
