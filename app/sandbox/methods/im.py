"""`im.message.*`: writing, editing and deleting in a chat as the caller."""

import json
from typing import Any

from app.sandbox import incoming, outgoing
from app.sandbox.conversation import LineChat, Message
from app.sandbox.errors import VendorError
from app.sandbox.methods.base import caller_of
from app.sandbox.params import Params, flag, is_array, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

MAX_ATTACH = 60_000


@rest_method("im.message.add", basis="documented", scopes=("im",))
def add(portal: Portal, params: Params) -> object:
    """Write into a chat; a customer of an open line gets it, unless it is a system text."""
    params = upper(params)
    attach = params.get("ATTACH")
    _check_attach(attach)
    text = incoming.cut(to_text(params.get("MESSAGE")))
    if not text and not attach:
        raise VendorError("MESSAGE_EMPTY", "Message can't be empty", 400)
    dialog = to_text(params.get("DIALOG_ID")).strip()
    chat_id = dialog[4:] if dialog.startswith("chat") else ""
    if not chat_id.isdecimal():
        return _private(portal, dialog)
    if to_int(chat_id) in portal.chats.keys() - portal.line_chats.keys():
        return portal.next_id("message")
    chat = _member_chat(portal, to_int(chat_id))
    user = caller_of(portal).user.id
    if flag(params.get("SYSTEM")):
        return outgoing.note(portal, chat, text, author=user).id
    return outgoing.reply(portal, chat, user, text).id


@rest_method("im.message.update", basis="documented", scopes=("im",))
def update(portal: Portal, params: Params) -> object:
    """Change an own message; an empty text deletes it, a missing one changes nothing."""
    params = upper(params)
    chat, message = _own(portal, params)
    _check_attach(params.get("ATTACH"))
    if params.get("MESSAGE") is None:
        return True
    text = incoming.cut(to_text(params["MESSAGE"]))
    if not text:
        return delete(portal, params)
    if not outgoing.may_edit(portal, chat, message):
        raise _cannot_edit()
    outgoing.edit(portal, chat, message, text, by=caller_of(portal).user.id)
    return True


@rest_method("im.message.delete", basis="documented", scopes=("im",))
def delete(portal: Portal, params: Params) -> object:
    """Delete an own message."""
    chat, message = _own(portal, upper(params))
    if not outgoing.may_delete(portal, chat, message):
        raise _cannot_edit()
    outgoing.delete(portal, chat, message, by=caller_of(portal).user.id)
    return True


def _member_chat(portal: Portal, chat_id: int) -> LineChat:
    chat = portal.line_chats.get(chat_id)
    if chat is None or caller_of(portal).user.id not in chat.members:
        raise VendorError("ACCESS_ERROR", "You do not have access to the specified dialog", 403)
    return chat


def _private(portal: Portal, dialog: str) -> int:
    """A private message stays between colleagues: it gets an id and nothing else."""
    if not dialog:
        raise VendorError("DIALOG_ID_EMPTY", "Dialog ID can't be empty", 400)
    if not dialog.isdecimal():
        raise VendorError("CHAT_ID", "Chat ID can't be empty", 400)
    if to_int(dialog) not in portal.users:
        raise VendorError("USER_NOT_FOUND", "User not found", 400)
    return portal.next_id("message")


def _own(portal: Portal, params: Params) -> tuple[LineChat, Message]:
    message_id = to_int(params.get("MESSAGE_ID"))
    if message_id not in portal.messages:
        raise VendorError("MESSAGE_ID_ERROR", "Message ID can't be empty", 400)
    chat, message = portal.messages[message_id]
    if not isinstance(chat, LineChat):
        raise VendorError("MESSAGE_ID_ERROR", "Message ID can't be empty", 400)
    if message.kind == "customer" or message.author != caller_of(portal).user.id:
        raise _cannot_edit()
    return chat, message


def _cannot_edit() -> VendorError:
    text = "Time has expired for modification or you don't have access"
    return VendorError("CANT_EDIT_MESSAGE", text, 403)


def _check_attach(value: Any) -> None:
    if value is None or value == "N":
        return
    if not is_array(value):
        raise VendorError("ATTACH_ERROR", "Incorrect attach params", 400)
    if len(json.dumps(value, ensure_ascii=False)) > MAX_ATTACH:
        raise VendorError("ATTACH_OVERSIZE", "You have exceeded the maximum size of attach", 400)
