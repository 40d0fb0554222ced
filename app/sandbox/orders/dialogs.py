"""Orders about dialogs: what operators do in the portal's own window."""

from dataclasses import replace
from typing import Any

from app.sandbox.conversation import File, LineChat, Message
from app.sandbox.errors import ControlError, VendorError
from app.sandbox.lines import closing, incoming, outgoing, sessions
from app.sandbox.messenger import drive
from app.sandbox.orders.base import Fields, find_chat, find_message, operator_of, order
from app.sandbox.orders.files import content_of
from app.sandbox.params import to_text
from app.sandbox.portal import Portal

_SAMPLE = b"Sandbox file\n"


@order("reply")
def reply(portal: Portal, fields: Fields) -> Fields:
    """An operator writes: `chat_id`, `text`, `user_id`?, `files`? `[{name, url? | content?}]`."""
    chat = find_chat(portal, fields)
    operator, text = operator_of(portal, chat, fields), incoming.cut(to_text(fields.get("text")))
    files = _files(portal, fields.get("files"))
    if not text and not files:
        raise ControlError("A reply needs a text or files.")
    try:
        message = outgoing.reply(portal, chat, operator, text, files)
    except VendorError:
        drive.give_back(portal, files)
        raise
    return {"message_id": message.id, "sent": message.sending}


@order("answer")
def answer(portal: Portal, fields: Fields) -> Fields:
    """An operator takes the dialog: `chat_id`, `user_id`?."""
    chat = find_chat(portal, fields)
    session = sessions.answer(portal, chat, operator_of(portal, chat, fields))
    return {"session_id": session.id, "user_id": session.operator}


@order("edit")
def edit(portal: Portal, fields: Fields) -> Fields:
    """The author edits his message: `message_id`, `text`. Tells whether the channel heard of it."""
    chat, message = find_message(portal, fields)
    if not outgoing.may_edit(portal, chat, message):
        raise ControlError("The portal does not let operators edit this message.", 409)
    text = incoming.cut(to_text(fields.get("text")))
    outgoing.edit(portal, chat, message, text, by=message.author)
    return _changed(portal, chat, message)


@order("delete")
def delete(portal: Portal, fields: Fields) -> Fields:
    """An operator deletes a message: `message_id`. Tells whether the channel heard of it."""
    chat, message = find_message(portal, fields)
    if not outgoing.may_delete(portal, chat, message):
        raise ControlError("The portal does not let operators delete this message.", 409)
    by = message.author if message.kind == "operator" else operator_of(portal, chat, fields)
    outgoing.delete(portal, chat, message, by=by)
    return _changed(portal, chat, message)


def _changed(portal: Portal, chat: LineChat, message: Message) -> Fields:
    why = outgoing.untold(portal, chat, message)
    return {"message_id": message.id, "sent": not why, **({"why": why} if why else {})}


@order("close")
def close(portal: Portal, fields: Fields) -> Fields:
    """The operator closes the dialog: `chat_id`."""
    return _close(portal, fields, spam=False)


@order("spam")
def spam(portal: Portal, fields: Fields) -> Fields:
    """The operator marks the dialog as spam: `chat_id`."""
    return _close(portal, fields, spam=True)


def _close(portal: Portal, fields: Fields, *, spam: bool) -> Fields:
    chat = find_chat(portal, fields)
    if chat.session is None:
        raise ControlError("The dialog is closed already.", 409)
    closing.close(portal, chat, by=operator_of(portal, chat, fields), spam=spam)
    return {"state": chat.sessions[-1].state}


def _files(portal: Portal, value: Any) -> tuple[File, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ControlError("files is an array of objects.")
    kept: list[File] = []
    for item, content in [(item, content_of(item) or _SAMPLE) for item in value]:
        file = drive.store(portal, to_text(item.get("name")) or "file.txt", content)
        if file is None:
            drive.give_back(portal, kept)
            raise ControlError("There is no room for that file.", 409)
        if url := to_text(item.get("url")):
            file = portal.files[file.id] = replace(file, url=url)
        kept.append(file)
    return tuple(kept)
