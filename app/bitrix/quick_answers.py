"""Typed `imopenlines.message.quick.save`. Knows no dialogs of ours.

The portal's quick answers are elements of a universal list, `QUICK_ANSWERS_IBLOCK_ID` of the line.
Nothing in `imopenlines` gives them back. `lists.element.get` could, but needs the permission
`lists`, which this application does not ask for, and no page of the vendor says in which field of
an element the text of a quick answer stands: so they are saved here and never read.
"""

from app.bitrix.transport import Caller

SAVE = "imopenlines.message.quick.save"


async def save_quick_answer(caller: Caller, portal_chat: int, im: int) -> None:
    """Keep a message of a chat among the quick answers of its line.

    Raises:
        BitrixError: CANT_SAVE_QUICK_ANSWER where the line has no list or the message no text;
            CHAT_ID, CHAT_TYPE, ACCESS_DENIED for a chat that is not the user's to read.
    """
    await caller.call(SAVE, {"CHAT_ID": portal_chat, "MESSAGE_ID": im})
