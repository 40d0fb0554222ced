"""Chats as the messenger shows them. Pure functions of records."""

from typing import Any

from app.sandbox.conversation import Chat, LineChat
from app.sandbox.crm import binding
from app.sandbox.messenger import im_people, marks
from app.sandbox.portal import Portal

MESSAGE_TYPES = {"private": "P", "chat": "C", "open": "O", "lines": "L"}
_KNOWN_ENTITIES = (
    *("VIDEOCONF", "AI_ASSISTANT_PRIVATE", "LINES", "LIVECHAT", "ANNOUNCEMENT", "CALENDAR"),
    *("MAIL", "CRM", "SONET_GROUP", "TASKS", "TASKS_TASK", "CALL"),
)
_CRM_PAGES = {"LEAD": "lead", "DEAL": "deal", "CONTACT": "contact", "COMPANY": "company"}
_PERMISSIONS = {
    "manage_users_add": "member",
    "manage_users_delete": "manager",
    "manage_ui": "member",
    "manage_settings": "owner",
    "manage_messages": "member",
    "can_post": "member",
}


def participants(chat: Chat) -> list[int]:
    """Everybody in a chat, the customer of an open line too."""
    customers = {chat.customer.id} if isinstance(chat, LineChat) else set()
    return sorted(chat.members | customers)


def owner_of(chat: Chat) -> int:
    """Whose chat it is: in an open line its operator's or bot's."""
    if not isinstance(chat, LineChat):
        return chat.owner
    last = chat.sessions[-1] if chat.sessions else None
    return (last.operator or last.bot or last.assigned or 0) if last else 0


def managers_of(chat: Chat) -> list[int]:
    """Who may manage the chat; its owner is among them."""
    return sorted((chat.managers | {owner_of(chat)}) - {0})


def dialog_id(chat: Chat, user: int) -> str:
    """The chat's DIALOG_ID for a user: a private one is named after the other person."""
    return str(other_of(chat, user)) if chat.kind == "private" else f"chat{chat.id}"


def other_of(chat: Chat, user: int) -> int:
    """The other person of a private chat; oneself in the chat with oneself."""
    return next(iter(chat.members - {user}), user)


def title_of(portal: Portal, chat: Chat, user: int) -> str:
    """The chat's name for a user."""
    if chat.kind == "private":
        return im_people.name_of(portal, other_of(chat, user))
    return chat.title


def entity_data(chat: Chat) -> tuple[str, str, str]:
    """`entity_data_1` to `_3`: what a line's chat remembers of CRM, session and silence."""
    if not isinstance(chat, LineChat):
        return "", "", ""
    last = chat.sessions[-1] if chat.sessions else None
    session, begun, line = (last.id, int(last.opened_at), last.line) if last else (0, 0, 0)
    pinned, waits = (last.pinned, last.status == 50) if last else (False, False)
    parts = (*binding.linked(chat), _yes(pinned), _yes(waits), session, begun, line, 0, 0)
    return "|".join(map(str, parts)), binding.pairs(chat), _yes(chat.silent)


def _yes(value: bool) -> str:
    return "Y" if value else "N"


def card(portal: Portal, chat: Chat, user: int) -> dict[str, Any]:
    """What every picture of a chat has in common, with snake_case keys."""
    one, two, three = entity_data(chat)
    line = isinstance(chat, LineChat)
    return {
        "id": chat.id,
        "parent_chat_id": 0,
        "parent_message_id": 0,
        "name": title_of(portal, chat, user),
        "owner": owner_of(chat),
        "extranet": False,
        "avatar": chat.avatar,
        "color": chat.color or im_people.color_of(chat.id),
        "type": _type(chat),
        "entity_type": "LINES" if line else chat.entity_type,
        "entity_id": chat.user_code if isinstance(chat, LineChat) else chat.entity_id,
        "entity_data_1": one,
        "entity_data_2": two,
        "entity_data_3": three,
        "date_create": im_people.moment(portal, chat.created_at),
        "message_type": MESSAGE_TYPES[chat.kind],
        "user_counter": len(participants(chat)),
        "restrictions": _restrictions(chat),
        "role": role(chat, user),
        "entity_link": _entity_link(chat),
        "text_field_enabled": True,
        "background_id": None,
        "permissions": dict(_PERMISSIONS),
        "public": "",
    }


def dialog(portal: Portal, chat: Chat, user: int) -> dict[str, Any]:
    """A chat as `im.dialog.get` and `imopenlines.dialog.get` show it to a user."""
    unread = marks.unread(chat, user)
    return card(portal, chat, user) | {
        "description": chat.description,
        "counter": len(unread),
        "message_count": len(chat.messages),
        "unread_id": unread[0].id if unread else 0,
        "last_message_id": marks.last_id(chat),
        "last_id": chat.last_read.get(user, 0),
        "marked_id": 0,
        "disk_folder_id": chat.folder,
        "mute_list": sorted(chat.muted),
        "manager_list": managers_of(chat),
        "readed_list": _readers(portal, chat, user),
        "restrictions": {**_restrictions(chat), "path": "", "path_title": ""},
        "is_new": False,
        "last_message_views": _views(portal, chat),
        "dialog_id": dialog_id(chat, user),
    }


def in_event(portal: Portal, chat: Chat, user: int) -> dict[str, Any]:
    """A chat as events tell a user of it."""
    shown: dict[str, Any] = im_people.camel(card(portal, chat, user))
    for name in ("role", "restrictions", "public", "userCounter", "dateCreate"):
        del shown[name]
    return shown | {
        "dialogId": dialog_id(chat, user),
        "description": chat.description,
        "containsCollaber": False,
        "diskFolderId": chat.folder,
        "isNew": False,
        "textFieldEnabled": "Y",
    }


def role(chat: Chat, user: int) -> str:
    """What a user is in the chat."""
    if user == owner_of(chat):
        return "owner"
    if user in chat.managers:
        return "manager"
    return "member" if user in chat.members else "guest"


def _type(chat: Chat) -> str:
    if chat.kind in ("chat", "open") and chat.entity_type in _KNOWN_ENTITIES:
        return im_people.camel_key(chat.entity_type.lower())
    return chat.kind


def _restrictions(chat: Chat) -> dict[str, bool]:
    line, bound = isinstance(chat, LineChat), chat.entity_type == "CRM"
    private = chat.kind == "private"
    return {
        "avatar": not bound and not private,
        "rename": not bound and not private,
        "extend": True,
        "call": not line,
        "mute": not private,
        "leave": not private,
        "leave_owner": not (bound or line or private),
        "send": True,
        "user_list": True,
    }


def _entity_link(chat: Chat) -> dict[str, str]:
    if isinstance(chat, LineChat):
        return {"type": "LINES", "url": "", "id": chat.user_code}
    kind, _, number = chat.entity_id.partition("|")
    if chat.entity_type == "CRM" and kind in _CRM_PAGES:
        page = f"/crm/{_CRM_PAGES[kind]}/details/{number}/"
        return {"type": kind, "url": page, "id": chat.entity_id}
    return {"type": chat.entity_type, "url": "", "id": chat.entity_id}


def _readers(portal: Portal, chat: Chat, user: int) -> list[dict[str, Any]]:
    return [_reader(portal, chat, other) for other in participants(chat) if other != user]


def _reader(portal: Portal, chat: Chat, user: int) -> dict[str, Any]:
    read, at = chat.last_read.get(user, 0), chat.read_at.get(user)
    if isinstance(chat, LineChat) and user == chat.customer.id:
        seen = next((row for row in reversed(chat.messages) if row.read_at is not None), None)
        read, at = (seen.id, seen.read_at) if seen else (0, None)
    return {
        "user_id": user,
        "user_name": im_people.name_of(portal, user),
        "message_id": read,
        "date": None if at is None else im_people.moment(portal, at),
    }


def _views(portal: Portal, chat: Chat) -> dict[str, Any]:
    readers = marks.readers(chat, chat.messages[-1]) if chat.messages else []
    first = [_reader(portal, chat, user) for user in readers[:1]]
    return {
        "message_id": marks.last_id(chat),
        "first_viewers": [
            {key: row[key] for key in ("user_id", "user_name", "date")} for row in first
        ],
        "count_of_viewers": len(readers),
    }
