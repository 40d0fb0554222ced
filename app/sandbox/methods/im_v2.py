"""`im.v2.*`: files in one call, and the polling of a user's happenings.

Names of parameters keep their case here.
"""

import base64
import binascii
from typing import Any

from app.sandbox.conversation import Chat
from app.sandbox.errors import VendorError
from app.sandbox.messenger import chats, drive, im_messages, im_payloads, im_people, posts, userlog
from app.sandbox.methods.im_base import SCOPE, me, number
from app.sandbox.params import Params, as_map, to_int, to_text
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

USUAL, MOST = 100, 1_000


@rest_method(
    "im.v2.File.upload",
    basis="documented",
    page="file-upload.md",
    note=f"A file may have {drive.MAX_FILE // 1024 // 1024} MB, not 100.",
    scopes=SCOPE,
)
def file_upload(portal: Portal, params: Params) -> object:
    """Upload a file and post it."""
    dialog, fields = _required(params, "dialogId"), as_map(_required(params, "fields"))
    name, content = to_text(fields.get("name")).strip(), _content(fields)
    if not name or content is None:
        raise VendorError("FILE_EMPTY", "File name and content are required")
    if len(content) > drive.MAX_FILE:
        raise VendorError("FILE_TOO_LARGE", "File is too large")
    user, chat = me(portal), _chat(portal, to_text(dialog))
    row = drive.put(portal, drive.folder_of(portal, chat), user, name, content, unique=True)
    if row is None:
        raise VendorError("UPLOAD_FAILED", "File upload failed")
    try:
        text = to_text(fields.get("message"))
        message = posts.post(portal, chat, user, text, files=(row.file,))
    except VendorError:
        drive.forget(portal, row.file.id)
        raise VendorError("SEND_FAILED", "Failed to send message") from None
    return {
        "file": im_messages.file(portal, chat, row.file, author=user, at=row.at),
        "messageId": message.id,
        "chatId": chat.id,
        "dialogId": im_payloads.dialog_id(chat, user),
    }


@rest_method("im.v2.File.download", basis="documented", page="file-download.md", scopes=SCOPE)
def file_download(portal: Portal, params: Params) -> object:
    """The address of a file of a chat."""
    dialog, asked = _required(params, "dialogId"), number(_required(params, "fileId"))
    chat = _chat(portal, to_text(dialog))
    found = drive.in_chat(chat, asked)
    row = portal.drive.files.get(asked)
    if found is None and (row is None or row.folder != chat.folder):
        raise VendorError("FILE_NOT_FOUND", "File not found")
    return {"downloadUrl": found[1].url if found else portal.files[asked].url}


@rest_method("im.v2.Event.subscribe", basis="documented", page="event-subscribe.md", scopes=SCOPE)
def event_subscribe(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """Record what happens in the caller's chats from now on."""
    userlog.subscribe(portal, me(portal))
    return True


@rest_method(
    "im.v2.Event.unsubscribe", basis="documented", page="event-unsubscribe.md", scopes=SCOPE
)
def event_unsubscribe(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """Record no more; what is recorded can still be read."""
    userlog.unsubscribe(portal, me(portal))
    return True


@rest_method(
    "im.v2.Event.get",
    basis="documented",
    page="event-get.md",
    note="Open line chats are included; the page leaves it open.",
    scopes=SCOPE,
)
def event_get(portal: Portal, params: Params) -> object:
    """What happened; an offset confirms everything before it."""
    offset = max(0, to_int(params.get("offset")))
    asked = to_int(params.get("limit"))
    limit = min(asked, MOST) if asked > 0 else USUAL
    found, more = userlog.waiting(portal, me(portal), offset, limit)
    events = [
        {
            "eventId": row.id,
            "type": row.type,
            "date": im_people.moment(portal, row.at),
            "data": row.data,
        }
        for row in found
    ]
    return {"events": events, "nextOffset": found[-1].id + 1 if found else offset, "hasMore": more}


def _required(params: Params, name: str) -> Any:
    value = params.get(name)
    if value is None:
        raise VendorError("100", f"Could not find value for parameter {{{name}}}")
    return value


def _content(fields: dict[str, Any]) -> bytes | None:
    text = fields.get("content")
    if not isinstance(text, str) or not text:
        return None
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        raise VendorError("FILE_INVALID_CONTENT", "Invalid base64 content") from None


def _chat(portal: Portal, dialog: str) -> Chat:
    """The chat of a dialogId; the refusals here are not those of the older methods."""
    user = me(portal)
    try:
        kind, found = chats.parse(dialog)
    except VendorError:
        raise VendorError("CHAT_NOT_FOUND", "CHAT_NOT_FOUND") from None
    chat = chats.private(portal, user, found) if kind == "user" else portal.chats.get(found)
    if chat is None or kind == "sg":
        raise VendorError("CHAT_NOT_FOUND", "CHAT_NOT_FOUND")
    if user not in chat.members:
        raise VendorError("ACCESS_DENIED", "Access denied", 403)
    return chat
