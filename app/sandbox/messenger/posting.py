"""Putting a message into a chat, and sending it outside when its chat has a channel.

The bottom of everything that writes; knows nothing of sessions' rules. At most `MAX_MESSAGES`
messages are kept in one chat, and all of a portal take about `MAX_ROOM` bytes, counted with their
texts, ids, files' addresses, ATTACH, KEYBOARD and MENU. What people, bots and channels write is
refused beyond that (`require_room`); for the portal's own notes the oldest of the chat go. Files
of a message that lie in no folder go with it.
"""

from typing import Any

from app.sandbox.bots import hearing
from app.sandbox.conversation import Chat, LineChat, Message
from app.sandbox.delivery import events
from app.sandbox.errors import VendorError
from app.sandbox.lines import channels, line_events, line_settings, payloads
from app.sandbox.messenger import drive, userlog
from app.sandbox.model import Connector
from app.sandbox.portal import Portal

MAX_MESSAGES = 100_000
MAX_ROOM = 192 * 1024 * 1024
#: A message can be changed for three days.
EDITABLE_SECONDS = 259_200
#: What a message takes besides what it carries.
_OVERHEAD = 500


def young(portal: Portal, message: Message) -> bool:
    """Whether a message may still be changed by its age."""
    return portal.now - message.at <= EDITABLE_SECONDS


def has_room(portal: Portal, *carried: Any) -> bool:
    """Whether a message that carries this would still fit."""
    return portal.message_room + _OVERHEAD + _weight(carried) <= MAX_ROOM


def require_room(portal: Portal, *carried: Any) -> None:
    """Refuse a message for which there is no room."""
    if not has_room(portal, *carried):
        raise VendorError("ERROR_CORE", "The sandbox has no room for more messages")


def weigh(portal: Portal, message: Message) -> None:
    """Count what a message takes, after it was changed too."""
    files = [(file.name, file.url) for file in message.files]
    rich = (message.attach, message.keyboard, message.menu)
    carried = (message.text, message.external_ids, files, rich)
    room = _OVERHEAD + _weight(carried)
    portal.message_room += room - message.room
    message.room = room


def _weight(carried: Any) -> int:
    """About how many bytes something takes."""
    total, left = 0, [carried]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left.extend(value)
            left.extend(value.values())
        elif isinstance(value, (list, tuple)):
            left.extend(value)
        total += 50 + (2 * len(value) if isinstance(value, str) else 0)
    return total


def store(portal: Portal, chat: Chat, message: Message) -> None:
    """Append a message to its chat, of whatever kind, and let all hear of it who listen."""
    chat.messages.append(message)
    portal.messages[message.id] = (chat, message)
    weigh(portal, message)
    remember_ids(chat, message)
    while len(chat.messages) > (1 if portal.message_room > MAX_ROOM else MAX_MESSAGES):
        _let_go(portal, chat, chat.messages.pop(0))
    userlog.message_added(portal, chat, message)
    hearing.on_message(portal, chat, message)
    if isinstance(chat, LineChat):
        line_events.message_added(portal, chat, message)


def edited(portal: Portal, chat: Chat, message: Message) -> None:
    """A message was changed: count anew what it takes, and let all hear of it who listen."""
    weigh(portal, message)
    userlog.message_updated(portal, chat, message)
    hearing.on_edit(portal, chat, message)
    if isinstance(chat, LineChat):
        line_events.message_changed(portal, chat, message, deleted=False)


def delete(portal: Portal, chat: Chat, message: Message) -> None:
    """Mark a message as deleted, give its files back, and let all hear of it who listen."""
    message.deleted_at = portal.now
    drive.give_back(portal, message.files)
    userlog.message_deleted(portal, chat, message)
    hearing.on_delete(portal, chat, message)
    if isinstance(chat, LineChat):
        line_events.message_changed(portal, chat, message, deleted=True)


def remember_ids(chat: Chat, message: Message) -> None:
    """A message has got its external ids: it is found by them."""
    if isinstance(chat, LineChat) and chat.known is not None:
        for external in message.external_ids:
            chat.known[external] = max(message.id, chat.known.get(external, 0))


def find_by_external_id(portal: Portal, chat: LineChat, external: str) -> Message | None:
    """The newest message of a chat that is known under an external id."""
    if chat.known is None:
        chat.known = {name: row.id for row in chat.messages for name in row.external_ids}
    _, found = portal.messages.get(chat.known.get(external, 0), (None, None))
    return found


def forget(portal: Portal, chat: Chat) -> None:
    """Forget the messages and files of a chat that goes away."""
    gone, chat.messages = chat.messages, []
    for message in gone:
        _let_go(portal, chat, message)
    drive.forget_folder(portal, chat)


def _let_go(portal: Portal, chat: Chat, gone: Message) -> None:
    portal.message_room -= gone.room
    del portal.messages[gone.id]
    if isinstance(chat, LineChat) and chat.known:
        for external in gone.external_ids:
            if chat.known.get(external) == gone.id:
                del chat.known[external]
    drive.give_back(portal, gone.files)
    for file in gone.files:
        if file.content is None:
            portal.files.pop(file.id, None)


def note(portal: Portal, chat: LineChat, text: str) -> Message:
    """A system note; never sent to the channel."""
    message = new(portal, chat, "system", 0, text)
    store(portal, chat, message)
    return message


def automatic(
    portal: Portal, chat: LineChat, text: str, params: dict[str, Any] | None = None
) -> Message | None:
    """An automatic text, sent when the connector wants system messages; an empty one is none."""
    if not text:
        return None
    message = new(portal, chat, "automatic", 0, text)
    message.params.update(params or {})
    store(portal, chat, message)
    connector = channel(portal, chat)
    if connector and connector.flags.get("NEED_SYSTEM_MESSAGES", True):
        send(portal, chat, message, connector, None)
    return message


def new(portal: Portal, chat: LineChat, kind: str, author: int, text: str) -> Message:
    """A message of the chat's newest session, not stored yet."""
    session = chat.sessions[-1].id if chat.sessions else 0
    return Message(portal.next_id("message"), session, kind, author, text, portal.now)


def send(
    portal: Portal, chat: LineChat, message: Message, connector: Connector, author: int | None
) -> None:
    """Hand a message to the connector's application; it is in flight until acknowledged."""
    text = message.text
    if name := signed_as(portal, chat, connector, author):
        text = payloads.signature(name, text)
    message.sending = True
    data = payloads.message_add(chat, message, text, line_as_int=portal.options.line_as_int)
    events.raise_event(portal, events.MESSAGE_ADD, data, owner=connector.owner, by=author)


def channel(portal: Portal, chat: LineChat) -> Connector | None:
    """The connector that carries messages of this chat outside, if one does now."""
    connector, line = channels.find(portal, chat.connector), line_settings.of(portal, chat)
    working = channels.status(portal, chat.connector, chat.line).working
    return connector if connector and connector.owner and working and line and line.active else None


def signed_as(
    portal: Portal, chat: LineChat, connector: Connector, author: int | None
) -> str | None:
    """The name before an operator's text; none when the connector or the line wants none."""
    line = line_settings.of(portal, chat)
    if author is None or line is None or not connector.flags.get("NEED_SIGNATURE", True):
        return None
    return line_settings.operator_name(portal, line, author) or None
