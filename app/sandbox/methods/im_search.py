"""`im.dialog.messages.search`: messages of one chat by words and dates."""

from typing import Any

from app.sandbox.clock import parse_iso
from app.sandbox.conversation import Chat, Message
from app.sandbox.errors import VendorError
from app.sandbox.messenger import im_messages, im_people, marks
from app.sandbox.methods.im_base import SCOPE, chat_of, limit, me, number
from app.sandbox.methods.im_dialog import files_of
from app.sandbox.params import Params, as_map, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

DAY = 86_400.0


@rest_method("im.dialog.messages.search", basis="documented", scopes=SCOPE)
def search(portal: Portal, params: Params) -> object:
    """The messages that fit, the newest first unless ORDER says otherwise."""
    params, user = upper(params), me(portal)
    if not number(params.get("CHAT_ID")):
        raise VendorError("CHAT_ID_EMPTY", "CHAT_ID can't be empty")
    chat = chat_of(portal, params)
    up = to_text(upper(as_map(params.get("ORDER"))).get("ID")).upper() == "ASC"
    fitting = [row for row in marks.visible(chat, user) if _fits(row, params)]
    found = _page(fitting, number(params.get("LAST_ID")), up=up)
    found = found[: limit(params, usual=50, most=200)]
    authors = {im_messages.author_of(row) for row in found} - {0}
    people = im_people.people(portal, sorted(authors))
    return {
        "users": im_people.camel(people),
        "files": files_of(portal, chat, found),
        "additionalMessages": [],
        "copilot": None,
        "stickers": [],
        "reactions": [_reactions(row, user) for row in found if row.likes],
        "tariffRestrictions": {"isHistoryLimitExceeded": False},
        "usersShort": [],
        "messages": [_shown(portal, chat, user, row) for row in found],
    }


def _fits(message: Message, params: Params) -> bool:
    words = to_text(params.get("SEARCH_MESSAGE")).strip().casefold()
    if len(words) > 2 and words not in message.text.casefold():
        return False
    if message.deleted_at is not None:
        return False
    day = parse_iso(to_text(params.get("DATE")))
    begin, end = (parse_iso(to_text(params.get(name))) for name in ("DATE_FROM", "DATE_TO"))
    if day is not None:
        begin, end = day, day + DAY
    at = int(message.at)
    return (begin is None or at >= begin) and (end is None or at <= end)


def _page(found: list[Message], last: int, *, up: bool) -> list[Message]:
    if up:
        return [row for row in found if row.id > last]
    return [row for row in reversed(found) if not last or row.id < last]


def _shown(portal: Portal, chat: Chat, user: int, message: Message) -> dict[str, Any]:
    row = im_messages.in_event(portal, chat, message)
    readers = marks.readers(chat, message)
    return row | {
        "chat_id": chat.id,
        "author_id": row["authorId"],
        "uuid": im_messages.uuid_of(message),
        "params": im_messages.params_of(message),
        "block": None,
        "unread": marks.is_unread(chat, user, message),
        "viewed": not marks.is_unread(chat, user, message),
        "viewedCount": len(readers),
    }


def _reactions(message: Message, user: int) -> dict[str, Any]:
    return {
        "messageId": message.id,
        "reactionCounters": {"like": len(message.likes)},
        "reactionUsers": {"like": sorted(message.likes)},
        "ownReactions": ["like"] if user in message.likes else [],
    }
