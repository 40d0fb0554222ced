"""`im.user.*` and `im.search.user.list`: people as the messenger knows them."""

import json
from typing import Any

from app.sandbox.errors import VendorError
from app.sandbox.messenger import im_people
from app.sandbox.methods.im_base import SCOPE, first, limit, me, numbers, offset
from app.sandbox.model import Page, User
from app.sandbox.params import Params, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

MAX_ASKED, MAX_PHRASE = 1_000, 1_000


@rest_method("im.user.get", basis="documented", scopes=SCOPE)
def get(portal: Portal, params: Params) -> object:
    """One person, customers included; the caller when none is named."""
    asked = upper(params).get("ID")
    number = me(portal) if asked is None else to_int(asked)
    if number <= 0:
        raise VendorError("ID_EMPTY", "User ID can't be empty")
    found = im_people.person(portal, number)
    if found is None:
        raise VendorError("USER_NOT_EXISTS", "User does not exist")
    return found


@rest_method(
    "im.user.list.get",
    basis="documented",
    note=f"Only the first {MAX_ASKED} numbers are looked up.",
    scopes=SCOPE,
)
def list_get(portal: Portal, params: Params) -> object:
    """Several people by number; unknown ones are left out."""
    params = upper(params)
    asked = _asked(params.get("ID"))
    found = im_people.people(portal, asked)
    if to_text(params.get("RESULT_TYPE")).lower() == "array":
        return found
    return {str(row["id"]): row for row in found} or []


@rest_method(
    "im.search.user.list",
    basis="documented",
    note="Departments are not searched, and BUSINESS changes nothing.",
    scopes=SCOPE,
)
def search(portal: Portal, params: Params) -> object:
    """Employees and bots by name or position."""
    params = upper(params)
    phrase = to_text(params.get("FIND"))[:MAX_PHRASE].strip()
    if len(phrase) < 2:
        raise VendorError("FIND_SHORT", "Too short a search phrase.")
    words = phrase.casefold().split()
    found = [user for user in portal.users.values() if user.active and _fits(user, words)]
    begin, size = offset(params), limit(params, usual=10, most=50)
    following = begin + size
    rows = im_people.people(portal, [user.id for user in found[begin:following]])
    shown: Any = {str(row["id"]): row for row in rows} or []
    return Page(shown, len(found), following if following < len(found) else None)


def _asked(value: Any) -> list[int]:
    if isinstance(value, str):
        try:
            value = json.loads(value[:100_000])
        except (ValueError, RecursionError):
            value = None
    asked = list(dict.fromkeys(numbers(first(value, MAX_ASKED))))
    if not asked:
        raise VendorError("INVALID_FORMAT", "A wrong format for the ID field is passed")
    return asked


def _fits(user: User, words: list[str]) -> bool:
    text = f"{user.name} {user.last_name} {user.position}".casefold()
    return all(word in text for word in words)
