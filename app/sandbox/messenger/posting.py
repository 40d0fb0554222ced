"""Putting a message into a chat, and sending it outside when its chat has a channel.

The bottom of everything that writes; knows nothing of sessions' rules. At most `MAX_MESSAGES`
messages are kept in one chat: the oldest go.
"""

from typing import Any

from app.sandbox.bots import hearing
from app.sandbox.delivery import events
from app.sandbox.lines import channels, line_events, line_settings, payloads
from app.sandbox.lines.conversation import Chat, LineChat, Message
from app.sandbox.messenger import userlog
from app.sandbox.model import Connector
from app.sandbox.portal import Portal

MAX_MESSAGES = 100_000


def store(portal: Portal, chat: Chat, message: Message) -> None:
    """Append a message to its chat, of whatever kind, and let all hear of it who listen."""
    chat.messages.append(message)
    portal.messages[message.id] = (chat, message)
    if len(chat.messages) > MAX_MESSAGES:
        del portal.messages[chat.messages.pop(0).id]
    userlog.message_added(portal, chat, message)
    hearing.on_message(portal, chat, message)
    if isinstance(chat, LineChat):
        line_events.message_added(portal, chat, message)


def note(portal: Portal, chat: LineChat, text: str, *, author: int = 0) -> Message:
    """A system note; never sent to the channel."""
    message = new(portal, chat, "system", author, text)
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
