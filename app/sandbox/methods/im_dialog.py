"""`im.dialog.*`: a chat's card, its people and its messages, read marks, typing."""

from typing import Any

from app.sandbox.conversation import Chat, Message
from app.sandbox.errors import VendorError
from app.sandbox.messenger import chats, im_messages, im_payloads, im_people, marks
from app.sandbox.methods.im_base import SCOPE, dialog_of, limit, me, number, offset, yes
from app.sandbox.model import Page
from app.sandbox.params import Params, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

USUAL, MOST = 50, 200


@rest_method("im.dialog.get", basis="documented", scopes=SCOPE)
def get(portal: Portal, params: Params) -> object:
    """A chat as the caller sees it."""
    return im_payloads.dialog(portal, dialog_of(portal, upper(params)), me(portal))


@rest_method("im.dialog.users.list", basis="documented", scopes=SCOPE)
def users_list(portal: Portal, params: Params) -> object:
    """The people of a chat with their data, in pages."""
    params = upper(params)
    chat = dialog_of(portal, params)
    found = im_people.people(portal, im_payloads.participants(chat))
    if yes(params, "SKIP_EXTERNAL"):
        kept = to_text(params.get("SKIP_EXTERNAL_EXCEPT_TYPES")).lower().replace(" ", "").split(",")
        found = [row for row in found if _sort_of(row) in ("", *kept)]
    total = len(found)
    found = [row for row in found if row["id"] > number(params.get("LAST_ID"))]
    first, size = offset(params), limit(params, usual=USUAL, most=MOST)
    following = first + size
    return Page(found[first:following], total, following if following < len(found) else None)


def _sort_of(row: dict[str, Any]) -> str:
    if row["bot"]:
        return "bot"
    return str(row["external_auth_id"]) if row["connector"] else ""


@rest_method(
    "im.dialog.messages.get",
    basis="documented",
    note="Never more than LIMIT; a real portal may give more when messages are unread.",
    scopes=SCOPE,
)
def messages_get(portal: Portal, params: Params) -> object:
    """The newest messages, those before LAST_ID, or those after FIRST_ID in ascending order."""
    params = upper(params)
    for name, words in (("LAST_ID", "Last ID"), ("FIRST_ID", "First ID")):
        text = to_text(params.get(name)).strip()
        if text and not (text.isascii() and text.isdigit()):
            raise VendorError(f"{name}_STRING", f"{words} can't be string")
    chat, user = dialog_of(portal, params), me(portal)
    found = _part(chat, user, params)
    return {
        "chat_id": chat.id,
        "messages": [_shown(portal, chat, user, message) for message in found],
        "users": _people(portal, found),
        "files": files_of(portal, chat, found),
    }


def _part(chat: Chat, user: int, params: Params) -> list[Message]:
    size = limit(params, usual=20, most=50)
    rows = marks.visible(chat, user)
    last, first = number(params.get("LAST_ID")), number(params.get("FIRST_ID"))
    skipped = len(chat.messages) - len(rows)
    if first or to_text(params.get("FIRST_ID")).strip() == "0":
        if first and marks.find(chat, first) is None:
            return []
        begin = max(0, marks.position(chat, first + 1) - skipped)
        return rows[begin : begin + size]
    end = len(rows)
    if last:
        if marks.find(chat, last) is None:
            return []
        end = max(0, marks.position(chat, last) - skipped)
    return rows[max(0, end - size) : end][::-1]


def _shown(portal: Portal, chat: Chat, user: int, message: Message) -> dict[str, Any]:
    return {
        "id": message.id,
        "chat_id": chat.id,
        "author_id": im_messages.author_of(message),
        "date": im_people.moment(portal, message.at),
        "text": im_messages.text_of(message),
        "unread": marks.is_unread(chat, user, message),
        "uuid": im_messages.uuid_of(message),
        "replaces": [],
        "params": im_messages.params_of(message),
        "disappearing_date": None,
    }


def _people(portal: Portal, found: list[Message]) -> list[dict[str, Any]]:
    known = {im_messages.author_of(message) for message in found}
    known |= {user for message in found for user in message.likes}
    return im_people.people(portal, sorted(known - {0}))


def files_of(portal: Portal, chat: Chat, found: list[Message]) -> list[dict[str, Any]]:
    """The files of messages that are not deleted."""
    return [
        im_messages.file(portal, chat, file, author=message.author, at=message.at)
        for message in found
        if message.deleted_at is None
        for file in message.files
    ]


@rest_method("im.dialog.read", basis="documented", scopes=SCOPE)
def read(portal: Portal, params: Params) -> object:
    """Mark messages as read; `false` for a chat that the caller cannot see."""
    params, user = upper(params), me(portal)
    dialog = to_text(params.get("DIALOG_ID"))
    chat = chats.find(portal, user, dialog)
    if chat is None or user not in chat.members:
        return False
    marks.read(portal, chat, user, number(params.get("MESSAGE_ID")) or None)
    return {
        "dialogId": im_payloads.dialog_id(chat, user),
        "chatId": chat.id,
        "lastId": chat.last_read.get(user, 0),
        "counter": marks.counter(chat, user),
    }


@rest_method("im.dialog.unread", basis="documented", scopes=SCOPE)
def unread(portal: Portal, params: Params) -> object:
    """Mark messages as unread from one on."""
    params, user = upper(params), me(portal)
    chats.parse(to_text(params.get("DIALOG_ID")))
    message = to_int(params.get("MESSAGE_ID"))
    if message <= 0:
        raise VendorError("MESSAGE_ID_ERROR", "First unread message id can't be empty")
    chat = dialog_of(portal, params)
    if user in chat.members:
        marks.unread_from(chat, user, message)
    return True


@rest_method("im.dialog.read.all", basis="documented", scopes=SCOPE)
def read_all(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """Mark everything as read."""
    marks.read_everything(portal, me(portal))
    return True


@rest_method("im.dialog.writing", basis="documented", scopes=SCOPE)
def writing(portal: Portal, params: Params) -> object:
    """Tell that the caller is typing."""
    params, user = upper(params), me(portal)
    chat = chats.find(portal, user, to_text(params.get("DIALOG_ID")))
    if chat is None or user not in chat.members:
        raise chats.unavailable()
    chat.writing[user] = portal.now
    return True
