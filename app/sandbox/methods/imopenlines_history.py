"""`imopenlines.session.history.get`: a session with its messages, people and files.

Keys of messages and files are squeezed to lower case, those of people and of the chat are
camelCase; every map that is empty is an empty array.
"""

import re
from html import escape
from typing import Any

from app.sandbox.conversation import LineChat, Message, Session
from app.sandbox.errors import VendorError
from app.sandbox.lines import line_settings
from app.sandbox.messenger import im_messages, im_payloads, im_people
from app.sandbox.methods.imopenlines_base import SCOPES, access_denied, may_open, session_of
from app.sandbox.params import Params, lower_deep, to_int
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

_MARK = re.compile(r"\[(/?)([bius])\]", re.IGNORECASE)
_BREAK = re.compile(r"\[br\]|\r?\n", re.IGNORECASE)
_NOT_OF_USERS = ("avatarHr", "website", "email")
_OF_CHATS = (
    *("parentChatId", "parentMessageId", "name", "color", "extranet", "avatar", "entityType"),
    *("entityId", "entityData1", "entityData2", "entityData3", "messageCount", "public"),
    *("managerList", "dateCreate", "type", "entityLink", "permissions", "textFieldEnabled"),
    *("backgroundId", "messageType", "isNew"),
)


@rest_method(
    "imopenlines.session.history.get",
    basis="documented",
    note="textlegacy knows bold, italic, underlined and struck text and line breaks; other markup "
    "stays as it is.",
    scopes=SCOPES,
)
def session_history_get(portal: Portal, params: Params) -> object:
    """A session by its number, or the newest one of a chat."""
    chat, session = _wanted(portal, params)
    if not may_open(portal, chat):
        raise access_denied()
    user = caller_of(portal).user
    rows = [row for row in chat.messages if row.session == session.id]
    people = sorted(set(im_payloads.participants(chat)) | {row.author for row in rows} - {0})
    line = line_settings.of(portal, chat)
    shown = {str(row.id): _message(portal, chat, row) for row in rows}
    return {
        "chatId": chat.id,
        "canJoin": "N" if user.id in chat.members else "Y",
        "canVoteHead": "Y" if user.admin else "N",
        "sessionId": session.id,
        "sessionVoteHead": session.head_vote,
        "sessionCommentHead": session.head_comment,
        "userId": f"chat{chat.id}",
        "message": shown or [],
        "usersMessage": {f"chat{chat.id}": list(reversed(shown))} if shown else [],
        "users": _users(portal, people) or [],
        "openlines": {"canvoteashead": {str(line.id if line else chat.line): user.admin}},
        "userInGroup": _departments(portal, people) or [],
        "woUserInGroup": [],
        "chat": {str(chat.id): _chat(portal, chat, user.id)},
        "userBlockChat": {str(chat.id): _muted(chat)},
        "userInChat": {str(chat.id): im_payloads.participants(chat)},
        "files": _files(portal, chat, rows) or [],
    }


def _wanted(portal: Portal, params: Params) -> tuple[LineChat, Session]:
    session_id, chat_id = params.get("SESSION_ID"), params.get("CHAT_ID")
    if session_id is None and chat_id is None:
        raise VendorError("MISSING_REQUIRED_PARAM", "Session ID or Chat ID must be provided")
    if to_int(session_id) > 0:
        found = session_of(portal, to_int(session_id))
        if found is None:
            raise access_denied()
        return found
    chat = portal.line_chats.get(to_int(chat_id))
    if chat is None or not chat.sessions:
        text = "Unable to determine session ID from provided parameters"
        raise VendorError("INVALID_SESSION_ID", text)
    return chat, chat.sessions[-1]


def _message(portal: Portal, chat: LineChat, row: Message) -> dict[str, Any]:
    text = im_messages.text_of(row)
    params = im_messages.params_of(row)
    named = params.items() if isinstance(params, dict) else ()
    return {
        "id": str(row.id),
        "chatid": str(chat.id),
        "senderid": str(im_messages.author_of(row)),
        "recipientid": f"chat{chat.id}",
        "date": im_people.moment(portal, row.at),
        "text": text,
        "textlegacy": _in_html(text),
        "params": {im_people.camel_key(name.lower()): value for name, value in named} or [],
    }


def _users(portal: Portal, people: list[int]) -> dict[str, Any]:
    found = {str(number): im_people.person(portal, number) for number in people}
    return {number: _user(number, im_people.camel(row)) for number, row in found.items() if row}


def _in_html(text: str) -> str:
    return _BREAK.sub("<br />", _MARK.sub(r"<\1\2>", escape(text)))


def _user(number: str, shown: dict[str, Any]) -> dict[str, Any]:
    own = {
        "id": number,
        "avatarId": None,
        "phoneDevice": False,
        "profile": f"/company/personal/user/{number}/",
        "services": None,
    }
    kept = {name: value for name, value in shown.items() if name not in _NOT_OF_USERS}
    return {**kept, **own}


def _departments(portal: Portal, people: list[int]) -> dict[str, Any]:
    staff = [portal.users[number] for number in people if number in portal.users]
    groups = sorted({user.department for user in staff if not user.bot})
    return {
        str(group): {
            "id": group,
            "users": [str(user.id) for user in staff if user.department == group],
        }
        for group in groups
    }


def _chat(portal: Portal, chat: LineChat, user: int) -> dict[str, Any]:
    shown: dict[str, Any] = im_people.camel(im_payloads.dialog(portal, chat, user))
    own = {
        "id": str(chat.id),
        "owner": str(shown["owner"]),
        "call": "0",
        "callNumber": "",
        "muteList": _muted(chat),
    }
    return {**{name: shown[name] for name in _OF_CHATS}, **own}


def _muted(chat: LineChat) -> dict[str, bool]:
    return {str(user): user in chat.muted for user in im_payloads.participants(chat)}


def _files(portal: Portal, chat: LineChat, rows: list[Message]) -> dict[str, Any]:
    return {
        str(file.id): lower_deep(im_messages.file(portal, chat, file, author=row.author, at=row.at))
        for row in rows
        for file in row.files
    }
