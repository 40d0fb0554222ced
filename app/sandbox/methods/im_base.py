"""What the methods of the messenger share: the caller, and the chat that a call names."""

import re
from itertools import islice
from typing import Any

from app.sandbox.conversation import Chat
from app.sandbox.errors import VendorError
from app.sandbox.messenger import chats
from app.sandbox.params import Params, entries, flag, is_array, to_int, to_text
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of

SCOPE = ("im",)
_NUMBER = re.compile(r"[1-9][0-9]{0,14}")


def me(portal: Portal) -> int:
    """The number of the caller."""
    return caller_of(portal).user.id


def number(value: Any) -> int:
    """A whole positive number, 0 for anything else; `chat7` is no number."""
    text = to_text(value).strip()
    return int(text) if _NUMBER.fullmatch(text) else 0


def numbers(value: Any) -> list[int]:
    """The numbers of a list, or the one that stands alone; anything else is left out."""
    listed = [item for _, item in entries(value)] if is_array(value) else [value]
    return [found for found in map(number, listed) if found]


def first(value: Any, most: int) -> list[Any]:
    """The first elements of an array; anything else has none."""
    rows = value.values() if isinstance(value, dict) else value
    return list(islice(rows, most)) if is_array(value) else []


def yes(params: Params, name: str, *, default: bool = False) -> bool:
    """A Y/N parameter; anything else is the default."""
    found = flag(params.get(name))
    return default if found is None else found


def limit(params: Params, *, usual: int, most: int) -> int:
    """LIMIT inside its bounds."""
    asked = to_int(params.get("LIMIT"))
    return min(asked, most) if asked > 0 else usual


def offset(params: Params) -> int:
    """OFFSET, never negative."""
    return max(0, to_int(params.get("OFFSET")))


def chat_id(params: Params) -> int:
    """CHAT_ID, or the refusal of a missing or malformed one."""
    found = number(params.get("CHAT_ID"))
    if not found:
        raise VendorError("CHAT_ID_EMPTY", "Chat ID can't be empty")
    return found


def user_id(params: Params) -> int:
    """USER_ID, or the refusal of a missing or malformed one."""
    found = number(params.get("USER_ID"))
    if not found:
        raise VendorError("USER_ID_EMPTY", "User ID can't be empty")
    return found


def chat_of(portal: Portal, params: Params) -> Chat:
    """The chat of CHAT_ID, if the caller may see it."""
    return visible(portal, portal.chats.get(chat_id(params)))


def visible(portal: Portal, chat: Chat | None) -> Chat:
    """A chat that the caller may see, or the refusal."""
    if chat is None or not chats.may_see(portal, chat, me(portal)):
        raise chats.unavailable()
    return chat


def dialog_of(portal: Portal, params: Params) -> Chat:
    """The chat of DIALOG_ID, if the caller may see it."""
    return chats.seen(portal, me(portal), to_text(params.get("DIALOG_ID")))


def named(portal: Portal, params: Params) -> Chat | None:
    """The chat that CHAT_ID or DIALOG_ID names, whoever sits in it."""
    if params.get("DIALOG_ID") is None or params.get("CHAT_ID") is not None:
        return portal.chats.get(chat_id(params))
    kind, found = chats.parse(to_text(params["DIALOG_ID"]))
    if kind == "user":
        return chats.private(portal, me(portal), found)
    return portal.chats.get(found) if kind == "chat" else None


def group(portal: Portal, params: Params) -> Chat | None:
    """The same for methods that know no private chats."""
    if params.get("CHAT_ID") is None and params.get("DIALOG_ID") is not None:
        kind, _ = chats.parse(to_text(params["DIALOG_ID"]))
        if kind == "user":
            raise chats.dialog_id_empty()
    return named(portal, params)
