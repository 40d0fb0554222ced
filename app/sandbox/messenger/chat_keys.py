"""Chats found by what they belong to outside of the messenger."""

from app.sandbox.conversation import Chat, LineChat
from app.sandbox.portal import Portal

#: Digits of a number that can be one of the portal's.
MAX_DIGITS = 15


def bound_to(portal: Portal, entity_type: str, entity_id: str) -> Chat | None:
    """The chat of an outside thing; of an open line by its dialog key."""
    if entity_type == "LINES":
        return _line_chat(portal, entity_id.removeprefix("imol|"))
    wanted = (entity_type, entity_id)
    ordinary = (chat for chat in portal.chats.values() if not isinstance(chat, LineChat))
    return next((chat for chat in ordinary if (chat.entity_type, chat.entity_id) == wanted), None)


def _line_chat(portal: Portal, key: str) -> LineChat | None:
    connector, _, rest = key.partition("|")
    line, _, rest = rest.partition("|")
    external, _, user = rest.rpartition("|")
    if not (line.isascii() and line.isdigit() and user.isascii() and user.isdigit()):
        return None
    if max(len(line), len(user)) > MAX_DIGITS:
        return None
    return portal.chats_by_key.get((connector, int(line), external, int(user)))
