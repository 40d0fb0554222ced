"""What a user's program polls with `im.v2.Event.*`: the happenings in the user's chats.

Kept for a day and no more than MAX_EVENTS for each user; recorded only while he is subscribed.
"""

from itertools import islice
from typing import Any

from app.sandbox.conversation import Chat, Message
from app.sandbox.messenger import im_messages, im_payloads, im_people
from app.sandbox.messenger.im_records import LogEntry, UserLog
from app.sandbox.portal import Portal

KEPT_SECONDS = 86_400

MESSAGE_ADD = "ONIMV2MESSAGEADD"
MESSAGE_UPDATE = "ONIMV2MESSAGEUPDATE"
MESSAGE_DELETE = "ONIMV2MESSAGEDELETE"
REACTION = "ONIMV2REACTIONCHANGE"
JOIN = "ONIMV2JOINCHAT"
EVENTS = (MESSAGE_ADD, MESSAGE_UPDATE, MESSAGE_DELETE, REACTION, JOIN)


def subscribe(portal: Portal, user: int) -> None:
    """Begin to record."""
    portal.user_logs.setdefault(user, UserLog()).subscribed = True


def unsubscribe(portal: Portal, user: int) -> None:
    """Record nothing more; what is recorded can still be read."""
    if log := portal.user_logs.get(user):
        log.subscribed = False


def waiting(portal: Portal, user: int, offset: int, limit: int) -> tuple[list[LogEntry], bool]:
    """The oldest happenings and whether there are more; those before `offset` are forgotten."""
    log = portal.user_logs.get(user)
    if log is None:
        return [], False
    while log.entries and (log.entries[0].id < offset or _old(portal, log.entries[0])):
        log.entries.popleft()
    return list(islice(log.entries, limit)), len(log.entries) > limit


def message_added(portal: Portal, chat: Chat, message: Message) -> None:
    """A message was stored."""
    _about_message(portal, MESSAGE_ADD, chat, message)


def message_updated(portal: Portal, chat: Chat, message: Message) -> None:
    """A message was edited."""
    _about_message(portal, MESSAGE_UPDATE, chat, message)


def message_deleted(portal: Portal, chat: Chat, message: Message) -> None:
    """A message was deleted."""
    for user in _listeners(portal, chat):
        about = {"messageId": message.id, **_where(portal, chat, user, message.author)}
        _record(portal, user, MESSAGE_DELETE, about)


def reaction_changed(portal: Portal, chat: Chat, message: Message, *, by: int, added: bool) -> None:
    """Somebody liked a message or took it back."""
    for user in _listeners(portal, chat):
        about = {
            "reaction": "like",
            "action": "add" if added else "delete",
            "message": im_messages.in_event(portal, chat, message),
            **_where(portal, chat, user, by),
        }
        _record(portal, user, REACTION, about)


def joined(portal: Portal, chat: Chat, newcomer: int) -> None:
    """Somebody came into a chat."""
    for user in _listeners(portal, chat):
        where = _where(portal, chat, user, newcomer)
        _record(portal, user, JOIN, {"dialogId": where["chat"]["dialogId"], **where})


def _about_message(portal: Portal, kind: str, chat: Chat, message: Message) -> None:
    for user in _listeners(portal, chat):
        shown = im_messages.in_event(portal, chat, message)
        about = {"message": shown, **_where(portal, chat, user, shown["authorId"])}
        _record(portal, user, kind, about)


def _listeners(portal: Portal, chat: Chat) -> list[int]:
    logs = portal.user_logs
    return [user for user in logs if user in chat.members and logs[user].subscribed]


def _where(portal: Portal, chat: Chat, user: int, actor: int) -> dict[str, Any]:
    return {
        "chat": im_payloads.in_event(portal, chat, user),
        "user": im_people.in_event(portal, actor),
        "language": portal.seed.portal["language"],
    }


def _record(portal: Portal, user: int, kind: str, data: dict[str, Any]) -> None:
    log = portal.user_logs[user]
    log.entries.append(LogEntry(portal.next_id("im_event"), kind, portal.now, data))


def _old(portal: Portal, entry: LogEntry) -> bool:
    return entry.at <= portal.now - KEPT_SECONDS
