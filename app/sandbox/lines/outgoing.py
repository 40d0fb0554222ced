"""From the portal to the customer: operators' messages, automatic texts, edits and deletions."""

from dataclasses import replace
from typing import Any

from app.sandbox.conversation import File, LineChat, Message
from app.sandbox.delivery import events
from app.sandbox.errors import VendorError
from app.sandbox.lines import channels, line_settings, payloads, sessions
from app.sandbox.messenger import posting
from app.sandbox.portal import Portal


def reply(
    portal: Portal,
    chat: LineChat,
    author: int,
    text: str,
    files: tuple[File, ...] = (),
    *,
    skip_connector: bool = False,
    **extras: Any,
) -> Message:
    """An operator's message goes to the channel; nobody's dialog is taken, a colleague's joined.

    In silent mode it is hidden and stays inside, with `skip_connector` it stays inside. `extras`
    are other fields of the message: attach, keyboard, menu, reply_to.
    """
    line = line_settings.of(portal, chat)
    if line is None or not line.active:
        raise VendorError("ACCESS_ERROR", "The open line is deactivated")
    posting.require_room(portal, text, [file.url for file in files], extras)
    session = sessions.join(portal, chat, author)
    message = posting.new(portal, chat, "operator", author, text)
    message = replace(message, files=files, hidden=chat.silent, **extras)
    posting.store(portal, chat, message)
    if message.hidden:
        return message
    sessions.operator_wrote(portal, chat, session)
    if not skip_connector and (connector := posting.channel(portal, chat)):
        posting.send(portal, chat, message, connector, author)
    return message


def may_edit(portal: Portal, chat: LineChat, message: Message) -> bool:
    """Whether the portal lets its operators change this message."""
    connector = channels.find(portal, chat.connector)
    allowed = connector is None or connector.flags.get("EDIT_INTERNAL_MESSAGES", True)
    young = posting.young(portal, message)
    return message.kind == "operator" and allowed and young and message.deleted_at is None


def may_delete(portal: Portal, chat: LineChat, message: Message) -> bool:
    """Whether the portal lets its operators delete this message."""
    connector = channels.find(portal, chat.connector)
    flags = connector.flags if connector else {}
    name = "DEL_EXTERNAL_MESSAGES" if message.kind == "customer" else "DEL_INTERNAL_MESSAGES"
    return flags.get(name, True) and message.deleted_at is None


def untold(portal: Portal, chat: LineChat, message: Message) -> str:
    """Why the channel does not hear of a change or deletion of a message; empty when it does."""
    if posting.channel(portal, chat) is None:
        return "No working channel carries this chat."
    if message.kind == "customer" and not portal.options.customer_delete_event:
        return "The switch customer_delete_event is off."
    if message.kind not in ("operator", "customer"):
        return "Only messages of operators and customers are told to the channel."
    if not message.external_ids:
        return "The connector gave no external id: the message was not acknowledged as delivered."
    return ""


def edit(portal: Portal, chat: LineChat, message: Message, text: str, *, by: int) -> None:
    """Change an operator's message; the channel hears of it once it was acknowledged."""
    posting.require_room(portal, text)
    message.text, message.edited_at = text, portal.now
    posting.edited(portal, chat, message)
    connector = posting.channel(portal, chat)
    if connector and not untold(portal, chat, message):
        name = posting.signed_as(portal, chat, connector, message.author)
        shown = payloads.edited_signature(name, text) if name else text
        as_int = portal.options.line_as_int
        data = payloads.message_update(chat, message, shown, line_as_int=as_int)
        events.raise_event(portal, events.MESSAGE_UPDATE, data, owner=connector.owner, by=by)


def delete(portal: Portal, chat: LineChat, message: Message, *, by: int) -> None:
    """Delete a message; for a customer's one the event is a switch of the sandbox."""
    posting.delete(portal, chat, message)
    connector = posting.channel(portal, chat)
    if connector and not untold(portal, chat, message):
        data = payloads.message_delete(chat, message, line_as_int=portal.options.line_as_int)
        events.raise_event(portal, events.MESSAGE_DELETE, data, owner=connector.owner, by=by)
