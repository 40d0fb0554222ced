"""From the portal to the customer: operators' messages, automatic texts, edits and deletions."""

from dataclasses import replace
from typing import Any

from app.sandbox import channels, events, payloads, sessions, userlog
from app.sandbox.conversation import Chat, File, LineChat, Message
from app.sandbox.errors import VendorError
from app.sandbox.model import Connector
from app.sandbox.portal import Portal

EDITABLE_SECONDS = 259_200


def store(portal: Portal, chat: Chat, message: Message) -> None:
    """Append a message to its chat, of whatever kind, and let all hear of it who listen."""
    chat.messages.append(message)
    portal.messages[message.id] = (chat, message)
    userlog.message_added(portal, chat, message)


def note(portal: Portal, chat: LineChat, text: str, *, author: int = 0) -> Message:
    """A system note; never sent to the channel."""
    message = _new(portal, chat, "system", author, text)
    store(portal, chat, message)
    return message


def automatic(portal: Portal, chat: LineChat, text: str) -> None:
    """An automatic text; sent when the connector wants system messages."""
    message = _new(portal, chat, "automatic", 0, text)
    store(portal, chat, message)
    connector = _channel(portal, chat)
    if connector and connector.flags.get("NEED_SYSTEM_MESSAGES"):
        _send(portal, chat, message, connector, None)


def reply(
    portal: Portal,
    chat: LineChat,
    author: int,
    text: str,
    files: tuple[File, ...] = (),
    **extras: Any,
) -> Message:
    """An operator's message goes to the channel; nobody's dialog is taken, a colleague's joined.

    `extras` are other fields of the message: attach, keyboard, menu, reply_to.
    """
    line = portal.lines.get(chat.line)
    if line is None or not line.active:
        raise VendorError("ACCESS_ERROR", "The open line is deactivated")
    session = sessions.join(portal, chat, author)
    message = _new(portal, chat, "operator", author, text)
    message = replace(message, files=files, **extras)
    store(portal, chat, message)
    session.status, session.close_due = sessions.OPERATOR_WROTE, None
    if connector := _channel(portal, chat):
        _send(portal, chat, message, connector, author)
    return message


def may_edit(portal: Portal, chat: LineChat, message: Message) -> bool:
    """Whether the portal lets its operators change this message."""
    connector = channels.find(portal, chat.connector)
    allowed = connector is None or connector.flags.get("EDIT_INTERNAL_MESSAGES", True)
    young = portal.now - message.at <= EDITABLE_SECONDS
    return message.kind == "operator" and allowed and young and message.deleted_at is None


def may_delete(portal: Portal, chat: LineChat, message: Message) -> bool:
    """Whether the portal lets its operators delete this message."""
    connector = channels.find(portal, chat.connector)
    flags = connector.flags if connector else {}
    name = "DEL_EXTERNAL_MESSAGES" if message.kind == "customer" else "DEL_INTERNAL_MESSAGES"
    return flags.get(name, True) and message.deleted_at is None


def edit(portal: Portal, chat: LineChat, message: Message, text: str, *, by: int) -> None:
    """Change an operator's message; the channel hears of it once it was acknowledged."""
    message.text, message.edited_at = text, portal.now
    userlog.message_updated(portal, chat, message)
    connector = _channel(portal, chat)
    if connector and message.external_ids:
        shown = text
        if _signed(portal, chat, connector):
            shown = payloads.edited_signature(portal.users[message.author].full_name, text)
        as_int = portal.options.line_as_int
        data = payloads.message_update(chat, message, shown, line_as_int=as_int)
        events.raise_event(portal, events.MESSAGE_UPDATE, data, owner=connector.owner, by=by)


def delete(portal: Portal, chat: LineChat, message: Message, *, by: int) -> None:
    """Delete a message; for a customer's one the event is a switch of the sandbox."""
    message.deleted_at = portal.now
    userlog.message_deleted(portal, chat, message)
    told = message.kind == "operator" or (
        message.kind == "customer" and portal.options.customer_delete_event
    )
    connector = _channel(portal, chat)
    if connector and told and message.external_ids:
        data = payloads.message_delete(chat, message, line_as_int=portal.options.line_as_int)
        events.raise_event(portal, events.MESSAGE_DELETE, data, owner=connector.owner, by=by)


def _new(portal: Portal, chat: LineChat, kind: str, author: int, text: str) -> Message:
    session = chat.sessions[-1].id if chat.sessions else 0
    return Message(portal.next_id("message"), session, kind, author, text, portal.now)


def _channel(portal: Portal, chat: LineChat) -> Connector | None:
    """The connector that carries messages of this chat outside, if one does now."""
    connector, line = channels.find(portal, chat.connector), portal.lines.get(chat.line)
    working = channels.status(portal, chat.connector, chat.line).working
    return connector if connector and connector.owner and working and line and line.active else None


def _signed(portal: Portal, chat: LineChat, connector: Connector) -> bool:
    hidden = portal.lines[chat.line].fields.get("OPERATOR_DATA") == "hide"
    return connector.flags.get("NEED_SIGNATURE", True) and not hidden


def _send(
    portal: Portal, chat: LineChat, message: Message, connector: Connector, author: int | None
) -> None:
    text = message.text
    if author is not None and _signed(portal, chat, connector):
        text = payloads.signature(portal.users[author].full_name, text)
    message.sending = True
    data = payloads.message_add(chat, message, text, line_as_int=portal.options.line_as_int)
    events.raise_event(portal, events.MESSAGE_ADD, data, owner=connector.owner, by=author)
