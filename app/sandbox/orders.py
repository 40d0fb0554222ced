"""What the control interface can order.

Each order is `(portal, fields) -> fields of the answer`.
"""

import base64
import binascii
import mimetypes
from dataclasses import fields, replace
from random import Random
from typing import Any
from urllib.parse import quote

from app.sandbox import channels, outgoing, sessions
from app.sandbox.conversation import Chat, File, Message
from app.sandbox.errors import ControlError
from app.sandbox.faults import Fault
from app.sandbox.options import Options
from app.sandbox.params import to_int, to_text
from app.sandbox.portal import Portal

Fields = dict[str, Any]

_FIXED = ("seed", "random_seed", "member_id", "redirect_uri", "scope")
_TYPES: dict[Any, tuple[type, ...]] = {
    bool: (bool,),
    str: (str,),
    float: (int, float),
    float | None: (int, float, type(None)),
}
_ENDS = ("expire", "revoke")
_TOKENS = ("access", "refresh", "all")


def reply(portal: Portal, fields: Fields) -> Fields:
    """An operator writes: `chat_id`, `text`, `user_id`?, `files`? `[{name, url? | content?}]`."""
    chat = _chat(portal, fields)
    text, files = to_text(fields.get("text")), _files(portal, fields.get("files"))
    if not text and not files:
        raise ControlError("A reply needs a text or files.")
    message = outgoing.reply(portal, chat, _operator(portal, chat, fields), text, files)
    return {"message_id": message.id, "sent": message.sending}


def answer(portal: Portal, fields: Fields) -> Fields:
    """An operator takes the dialog: `chat_id`, `user_id`?."""
    chat = _chat(portal, fields)
    session = sessions.answer(portal, chat, _operator(portal, chat, fields))
    return {"session_id": session.id, "user_id": session.operator}


def edit(portal: Portal, fields: Fields) -> Fields:
    """The author edits his message: `message_id`, `text`."""
    chat, message = _message(portal, fields)
    if not outgoing.may_edit(portal, chat, message):
        raise ControlError("The portal does not let operators edit this message.", 409)
    text = to_text(fields.get("text"))
    outgoing.edit(portal, chat, message, text, by=message.author)
    return {"message_id": message.id}


def delete(portal: Portal, fields: Fields) -> Fields:
    """An operator deletes a message: `message_id`."""
    chat, message = _message(portal, fields)
    if not outgoing.may_delete(portal, chat, message):
        raise ControlError("The portal does not let operators delete this message.", 409)
    by = message.author if message.kind == "operator" else _operator(portal, chat, fields)
    outgoing.delete(portal, chat, message, by=by)
    return {"message_id": message.id}


def close(portal: Portal, fields: Fields) -> Fields:
    """The operator closes the dialog: `chat_id`."""
    return _close(portal, fields, spam=False)


def spam(portal: Portal, fields: Fields) -> Fields:
    """The operator marks the dialog as spam: `chat_id`."""
    return _close(portal, fields, spam=True)


def disconnect(portal: Portal, fields: Fields) -> Fields:
    """The administrator disconnects a channel: `connector`, `line`."""
    connector, line = to_text(fields.get("connector")), to_int(fields.get("line"))
    if channels.find(portal, connector) is None:
        raise ControlError("There is no such connector.", 404)
    channels.switch_off(portal, connector, line, by=_administrator(portal))
    return {}


def delete_line(portal: Portal, fields: Fields) -> Fields:
    """The administrator deletes an open line: `line`."""
    line = to_int(fields.get("line"))
    if line not in portal.lines:
        raise ControlError("There is no such line.", 404)
    by = _administrator(portal)
    sessions.close_all(portal, line, by=by)
    channels.forget_line(portal, line, by=by)
    return {}


def tokens(portal: Portal, fields: Fields) -> Fields:
    """Tokens run out or are revoked: `action` expire|revoke, `which` access|refresh|all."""
    which, action = fields.get("which", "all"), fields.get("action")
    if which not in _TOKENS or action not in _ENDS:
        raise ControlError("action is expire or revoke, which is access, refresh or all.")
    end = portal.authority.expire if action == "expire" else portal.authority.revoke
    return {"count": end(which)}


def fault(portal: Portal, fields: Fields) -> Fields:
    """The next requests fail: `kind`, `count`?, `method`?, `probability`?, `seed`?, `status`?."""
    kind, method = to_text(fields.get("kind")), fields.get("method")
    if not kind:
        raise ControlError("A fault needs a kind.")
    probability = fields.get("probability", 1)
    if not isinstance(probability, (int, float)) or not 0 <= probability <= 1:
        raise ControlError("probability is a number from 0 to 1.")
    count, status = to_int(fields.get("count", 1)), to_int(fields.get("status", 200))
    if not 1 <= count <= 1_000_000 or not 200 <= status <= 599:
        raise ControlError("count is a positive number, status an HTTP status.")
    random = Random(to_text(fields.get("seed", 1)))
    name = to_text(method).lower() or None
    portal.faults.orders.append(Fault(kind, count, name, probability, random, status))
    return {}


def clock(portal: Portal, fields: Fields) -> Fields:
    """Time goes on: `advance` seconds. What becomes due happens."""
    seconds = fields.get("advance")
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        raise ControlError("advance is a number of seconds.")
    try:
        portal.clock.advance(seconds)
    except ValueError as error:
        raise ControlError(str(error)) from None
    portal.catch_up()
    return {"now": portal.clock.now()}


def reset(portal: Portal, fields: Fields) -> Fields:
    """Begin again from the seed: `seed`?. Tokens are forgotten too."""
    seed = to_text(fields.get("seed")) or portal.options.seed
    try:
        portal.reset(replace(portal.options, seed=seed))
    except ValueError as error:
        raise ControlError(str(error)) from None
    return {}


def auto_operator(portal: Portal, fields: Fields) -> Fields:
    """The scripted operator: `on`, `delay`? seconds."""
    on, delay = fields.get("on"), fields.get("delay", portal.operator_delay)
    usable = isinstance(delay, (int, float)) and not isinstance(delay, bool)
    if not isinstance(on, bool) or not usable or not 0 <= delay <= 86_400:
        raise ControlError("on is true or false, delay a number of seconds.")
    portal.auto_operator, portal.operator_delay = on, float(delay)
    return {}


def options(portal: Portal, changes: Fields) -> Fields:
    """Change switches of the running sandbox, by the names of `Options`, except the seed."""
    now = portal.options
    types = {field.name: field.type for field in fields(Options) if field.name not in _FIXED}
    for name, value in changes.items():
        if name not in types:
            raise ControlError(f"{name!r} cannot be changed.")
        if type(value) not in _TYPES[types[name]]:
            raise ControlError(f"{name!r} has another type.")
    try:
        portal.change(replace(now, **changes))
    except ValueError as error:
        raise ControlError(str(error)) from None
    return {}


def _close(portal: Portal, fields: Fields, *, spam: bool) -> Fields:
    chat = _chat(portal, fields)
    if chat.session is None:
        raise ControlError("The dialog is closed already.", 409)
    sessions.close(portal, chat, by=_operator(portal, chat, fields), spam=spam)
    return {"state": chat.sessions[-1].state}


def _chat(portal: Portal, fields: Fields) -> Chat:
    chat = portal.chats.get(to_int(fields.get("chat_id")))
    if chat is None:
        raise ControlError("There is no such chat.", 404)
    return chat


def _message(portal: Portal, fields: Fields) -> tuple[Chat, Message]:
    found = portal.messages.get(to_int(fields.get("message_id")))
    if found is None:
        raise ControlError("There is no such message.", 404)
    return found


def _operator(portal: Portal, chat: Chat, fields: Fields) -> int:
    if fields.get("user_id") is not None:
        user = to_int(fields["user_id"])
        if user not in portal.users:
            raise ControlError("There is no such operator.", 404)
        return user
    session = chat.session
    last = session.operator or session.assigned if session else None
    return last or next(iter(portal.users))


def _administrator(portal: Portal) -> int:
    return next(user.id for user in portal.users.values() if user.admin)


def _files(portal: Portal, value: Any) -> tuple[File, ...]:
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise ControlError("files is an array of objects.")
    return tuple(_file(portal, item) for item in value)


def _file(portal: Portal, item: Fields) -> File:
    name = to_text(item.get("name")) or "file.txt"
    content = _content(item)
    mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
    kind = mime.partition("/")[0] if mime.split("/")[0] in ("image", "video", "audio") else "file"
    number = portal.next_id("file")
    url = to_text(item.get("url")) or f"{portal.origin}/files/{number}/{quote(name, safe='')}"
    file = File(number, name, url, kind, mime, len(content), content)
    portal.files[number] = file
    return file


def _content(item: Fields) -> bytes:
    try:
        return base64.b64decode(to_text(item.get("content")), validate=True) or b"Sandbox file\n"
    except (binascii.Error, ValueError):
        raise ControlError("content of a file is base64.") from None
