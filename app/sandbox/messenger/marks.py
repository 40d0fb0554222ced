"""Read marks and counters of the messenger's chats. Rules; knows no REST shapes.

An unread message is somebody else's, no system note, younger than the newest one the user has read;
in an open line only the last session counts.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from app.sandbox.conversation import Chat, LineChat, Message
from app.sandbox.portal import Portal


def visible(chat: Chat, user: int) -> list[Message]:
    """The messages that the user may see, the oldest first."""
    first = chat.first_seen.get(user, 0)
    return chat.messages[position(chat, first) :] if first else chat.messages


def position(chat: Chat, message_id: int) -> int:
    """Where a message of that number stands, or would stand."""
    return bisect_left(chat.messages, message_id, key=_id)


def find(chat: Chat, message_id: int) -> Message | None:
    """The chat's message of that number."""
    at = position(chat, message_id)
    found = chat.messages[at] if at < len(chat.messages) else None
    return found if found and found.id == message_id else None


def unread(chat: Chat, user: int) -> list[Message]:
    """What the user has not read, the oldest first."""
    if user not in chat.members:
        return []
    return list(_newer(chat, user, chat.last_read.get(user, 0)))[::-1]


def is_unread(chat: Chat, user: int, message: Message) -> bool:
    """Whether one message counts as unread for the user."""
    newer = user in chat.members and message.id > chat.last_read.get(user, 0)
    return newer and _counts(chat, user, message)


def counter(chat: Chat, user: int) -> int:
    """How many messages the user has not read."""
    return len(unread(chat, user))


def last_id(chat: Chat) -> int:
    """The number of the newest message, 0 in an empty chat."""
    return chat.messages[-1].id if chat.messages else 0


def read(portal: Portal, chat: Chat, user: int, upto: int | None = None) -> None:
    """Mark as read up to a message, or everything; nothing becomes unread by it."""
    chat.unread_marks.discard(user)
    at = len(chat.messages) if upto is None else bisect_right(chat.messages, upto, key=_id)
    newest = chat.messages[at - 1].id if at else 0
    if newest > chat.last_read.get(user, 0):
        chat.last_read[user] = newest
        chat.read_at[user] = portal.now


def unread_from(chat: Chat, user: int, message_id: int) -> None:
    """Mark a message and all newer ones as unread."""
    at = position(chat, message_id)
    chat.last_read[user] = chat.messages[at - 1].id if at else 0


def read_everything(portal: Portal, user: int) -> None:
    """Mark all chats of the user as read."""
    for chat in portal.chats.values():
        if user in chat.members:
            read(portal, chat, user)


def readers(chat: Chat, message: Message) -> list[int]:
    """Who has read a message, besides its author."""
    found = [user for user in sorted(chat.members) if chat.last_read.get(user, 0) >= message.id]
    if isinstance(chat, LineChat) and message.read_at is not None and message.kind != "customer":
        found.append(chat.customer.id)
    return [user for user in found if user != message.author]


def _newer(chat: Chat, user: int, than: int) -> Iterator[Message]:
    session = _session(chat)
    for message in reversed(visible(chat, user)):
        if message.id <= than or (session and message.session not in (0, session)):
            return
        if _counts(chat, user, message):
            yield message


def _counts(chat: Chat, user: int, message: Message) -> bool:
    told = message.kind in ("customer", "operator", "person") and message.deleted_at is None
    session = _session(chat)
    return told and message.author != user and (not session or message.session == session)


def _session(chat: Chat) -> int:
    return chat.sessions[-1].id if isinstance(chat, LineChat) and chat.sessions else 0


def _id(message: Message) -> int:
    return message.id
