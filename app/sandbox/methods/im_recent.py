"""`im.recent.*` and `im.counters.get`: the caller's list of chats and what waits in it."""

import re
from typing import Any

from app.sandbox.clock import parse_iso
from app.sandbox.conversation import Chat, LineChat, Message
from app.sandbox.errors import VendorError
from app.sandbox.messenger import chats, im_messages, im_payloads, im_people, marks
from app.sandbox.methods.im_base import SCOPE, limit, me, offset, yes
from app.sandbox.model import Page
from app.sandbox.params import Params, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

OLDEST_SYNC = 7 * 86_400.0
MOST = 1_000
_TAGS = re.compile(r"\[/?[a-z*]+(?:[= ][^\]\[]*)?\]", re.IGNORECASE)


@rest_method(
    "im.recent.get", basis="documented", note=f"At most {MOST} chats at once.", scopes=SCOPE
)
def get(portal: Portal, params: Params) -> object:
    """The chats as an array."""
    params, user = upper(params), me(portal)
    since = parse_iso(to_text(params.get("LAST_UPDATE"))) or 0.0
    synced = parse_iso(to_text(params.get("LAST_SYNC_DATE")))
    if synced is not None:
        since = max(since, synced, portal.now - OLDEST_SYNC)
    listed = [chat for chat in _listed(portal, user, params) if _changed(chat) >= since]
    return [_item(portal, chat, user, parse=True) for chat in listed[:MOST]]


@rest_method(
    "im.recent.list",
    basis="documented",
    note="CAN_MANAGE_MESSAGES and PARSE_TEXT change nothing, GET_ORIGINAL_TEXT does; of a chat "
    "assistant (copilot) nothing is told.",
    scopes=SCOPE,
)
def list_(portal: Portal, params: Params) -> object:
    """The chats in pages."""
    params, user = upper(params), me(portal)
    listed = _listed(portal, user, params)
    before = parse_iso(to_text(params.get("LAST_MESSAGE_DATE")))
    if before is not None:
        listed = [chat for chat in listed if _changed(chat) < before]
    if yes(params, "UNREAD_ONLY"):
        listed = [chat for chat in listed if user in chat.unread_marks or marks.unread(chat, user)]
    if yes(params, "SKIP_UNDISTRIBUTED_OPENLINES"):
        listed = [chat for chat in listed if not _waits(chat)]
    first, size = offset(params), limit(params, usual=50, most=200)
    more = first + size < len(listed)
    parse = not yes(params, "GET_ORIGINAL_TEXT")
    page = listed[first : first + size]
    items = [_item(portal, chat, user, parse=parse) for chat in page]
    shown = {"items": items, "hasMorePages": more, "hasMore": more}
    return Page({**shown, "copilot": None, "messagesAutoDeleteConfigs": []}, -1)


@rest_method("im.recent.pin", basis="documented", scopes=SCOPE)
def pin(portal: Portal, params: Params) -> object:
    """Keep a chat at the top, or no longer."""
    params, user = upper(params), me(portal)
    chat = chats.find(portal, user, to_text(params.get("DIALOG_ID")))
    if chat is None or user not in chat.members:
        raise VendorError("ACCESS_ERROR", "You don't have permission to pin this chat")
    if yes(params, "PIN", default=True):
        chat.pinned.add(user)
    else:
        chat.pinned.discard(user)
    return True


@rest_method("im.recent.hide", basis="documented", scopes=SCOPE)
def hide(portal: Portal, params: Params) -> object:
    """Take a chat out of the list until somebody writes."""
    params, user = upper(params), me(portal)
    chat = chats.find(portal, user, to_text(params.get("DIALOG_ID")))
    if chat and user in chat.members:
        chat.hidden_at[user] = marks.last_id(chat)
        chat.pinned.discard(user)
    return True


@rest_method("im.recent.unread", basis="documented", scopes=SCOPE)
def unread(portal: Portal, params: Params) -> object:
    """Set the mark "unread", or take it off and read the chat."""
    params, user = upper(params), me(portal)
    chat = chats.find(portal, user, to_text(params.get("DIALOG_ID")))
    if chat is None or user not in chat.members:
        return False
    if yes(params, "ACTION", default=True):
        chat.unread_marks.add(user)
    else:
        marks.read(portal, chat, user)
    return True


@rest_method("im.counters.get", basis="documented", scopes=SCOPE)
def counters_get(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """How many unread messages wait, by kind and by chat."""
    user = me(portal)
    mine = [chat for chat in portal.chats.values() if user in chat.members]
    count = {chat.id: marks.counter(chat, user) for chat in mine}
    heard = [chat for chat in mine if user not in chat.muted and count[chat.id]]
    lines = {str(chat.id): count[chat.id] for chat in heard if chat.kind == "lines"}
    private = {_other(chat, user): count[chat.id] for chat in heard if chat.kind == "private"}
    group = {str(chat.id): count[chat.id] for chat in heard if chat.kind in ("chat", "open")}
    muted = {str(c.id): count[c.id] for c in mine if user in c.muted and count[c.id]}
    total = sum(lines.values()) + sum(private.values()) + sum(group.values())
    marked = [chat for chat in mine if user in chat.unread_marks]
    return {
        "TYPE": {
            "ALL": total,
            "NOTIFY": 0,
            "CHAT": sum(group.values()),
            "LINES": sum(lines.values()),
            "DIALOG": sum(private.values()),
            "MESSENGER": total,
        },
        "CHAT": group or [],
        "CHAT_MUTED": muted,
        "CHAT_UNREAD": [chat.id for chat in marked if chat.kind != "private"],
        "LINES": lines or [],
        "DIALOG": private or [],
        "DIALOG_UNREAD": [int(_other(chat, user)) for chat in marked if chat.kind == "private"],
    }


@rest_method("im.revision.get", basis="documented", scopes=SCOPE)
def revision_get(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """Which revision of the messenger's interfaces this portal speaks."""
    return {"rest": 32, "web": 130, "mobile": 22, "desktop": 6, "im_revision_mobile": 22}


def _other(chat: Chat, user: int) -> str:
    return str(im_payloads.other_of(chat, user))


def _listed(portal: Portal, user: int, params: Params) -> list[Chat]:
    """The chats of the user's list: pinned ones first, then the newest."""
    mine = [chat for chat in portal.chats.values() if _in_list(chat, user)]
    skipped = {
        "lines": yes(params, "SKIP_OPENLINES"),
        "private": yes(params, "SKIP_DIALOG") or yes(params, "ONLY_OPENLINES"),
    }
    group = yes(params, "SKIP_CHAT") or yes(params, "ONLY_OPENLINES")
    mine = [chat for chat in mine if not skipped.get(chat.kind, group)]
    if yes(params, "ONLY_COPILOT") or yes(params, "ONLY_CHANNEL"):
        return []
    return sorted(mine, key=lambda c: (user not in c.pinned, -_changed(c), -marks.last_id(c)))


def _in_list(chat: Chat, user: int) -> bool:
    if user not in chat.members or (chat.kind == "private" and not chat.messages):
        return False
    hidden = chat.hidden_at.get(user)
    return hidden is None or marks.last_id(chat) > hidden


def _changed(chat: Chat) -> float:
    return chat.messages[-1].at if chat.messages else chat.created_at


def _waits(chat: Chat) -> bool:
    session = chat.session if isinstance(chat, LineChat) else None
    return session is not None and session.operator is None


def _item(portal: Portal, chat: Chat, user: int, *, parse: bool) -> dict[str, Any]:
    changed = im_people.moment(portal, _changed(chat))
    last = chat.messages[-1] if chat.messages else None
    private = chat.kind == "private"
    other = im_payloads.other_of(chat, user) if private else last.author if last else 0
    row: dict[str, Any] = {
        "id": other if private else f"chat{chat.id}",
        "chat_id": chat.id,
        "type": "user" if private else "chat",
        "avatar": _avatar(portal, chat, other if private else 0),
        "title": im_payloads.title_of(portal, chat, user),
        "message": _message(portal, chat, last, parse=parse),
        "counter": marks.counter(chat, user),
        "last_id": chat.last_read.get(user, 0),
        "pinned": user in chat.pinned,
        "unread": user in chat.unread_marks,
        "has_reminder": False,
        "date_update": changed,
        "date_last_activity": changed,
        "user": im_people.person(portal, other) or {"id": 0},
        "chat": _chat(portal, chat, user),
        "options": [],
    }
    return row | _line(portal, chat)


def _avatar(portal: Portal, chat: Chat, other: int) -> dict[str, str]:
    person = im_people.person(portal, other) if other else None
    if person:
        return {"url": person["avatar"], "color": person["color"]}
    return {"url": chat.avatar, "color": chat.color or im_people.color_of(chat.id)}


def _message(portal: Portal, chat: Chat, message: Message | None, *, parse: bool) -> dict[str, Any]:
    if message is None:
        at = im_people.moment(portal, chat.created_at)
        nothing = {"file": False, "author_id": 0, "attach": False, "sticker": None}
        return {"id": 0, "text": "", **nothing, "date": at, "status": "received", "uuid": None}
    text = im_messages.text_of(message)
    return {
        "id": message.id,
        "text": " ".join(_TAGS.sub("", text).split()) if parse else text,
        "file": bool(message.files),
        "author_id": im_messages.author_of(message),
        "attach": bool(message.attach),
        "sticker": None,
        "date": im_people.moment(portal, message.at),
        "status": "delivered" if marks.readers(chat, message) else "received",
        "uuid": im_messages.uuid_of(message),
    }


def _chat(portal: Portal, chat: Chat, user: int) -> dict[str, Any]:
    muted: Any = {str(member): True for member in sorted(chat.muted)} or []
    if chat.kind == "private":
        return {"text_field_enabled": True, "background_id": None, "mute_list": muted}
    card = im_payloads.card(portal, chat, user)
    return card | {
        "contains_collaber": False,
        "mute_list": muted,
        "manager_list": im_payloads.managers_of(chat),
        "role": card["role"].upper(),
    }


def _line(portal: Portal, chat: Chat) -> dict[str, Any]:
    last = chat.sessions[-1] if isinstance(chat, LineChat) and chat.sessions else None
    if last is None:
        return {}
    begun = im_people.moment(portal, last.opened_at)
    return {"lines": {"id": last.id, "status": last.status, "date_create": begun}}
