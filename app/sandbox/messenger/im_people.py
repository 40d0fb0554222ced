"""People as the messenger shows them: employees, bots and customers of open lines.

Pure functions of records; knows no method and no HTTP.
"""

import re
from typing import Any

from app.sandbox.clock import iso
from app.sandbox.conversation import Customer
from app.sandbox.model import User
from app.sandbox.portal import Portal

PALETTE = {
    "RED": "#df532d",
    "GREEN": "#64a513",
    "MINT": "#4ba984",
    "LIGHT_BLUE": "#4ba5c3",
    "DARK_BLUE": "#3e99ce",
    "PURPLE": "#8474c8",
    "AQUA": "#1eb4aa",
    "PINK": "#f76187",
    "LIME": "#58cc47",
    "BROWN": "#ab7761",
    "AZURE": "#29619b",
    "KHAKI": "#728f7a",
    "SAND": "#ba9c7b",
    "MARENGO": "#556574",
    "GRAY": "#909090",
    "GRAPHITE": "#5e6875",
}
#: What events leave out of a person, because it depends on who looks.
_NOT_IN_EVENTS = ("network", "botData", "avatarHr")
_UNKNOWN_IN_EVENTS = ("idle", "lastActivityDate", "mobileLastDate", "desktopLastDate")
_COLORS = tuple(PALETTE.values())
_GENDERS = {"male": "M", "female": "F", "m": "M", "f": "F"}
_SNAKE = re.compile(r"_([a-z0-9])")


def moment(portal: Portal, at: float) -> str:
    """A date as the portal writes it, by its own clock."""
    return iso(at + portal.skew, portal.offset_minutes)


def color_of(number: int) -> str:
    """The colour that the portal gives to a person or chat of that number."""
    return _COLORS[number % len(_COLORS)]


def name_of(portal: Portal, number: int) -> str:
    """A person's full name; empty for nobody."""
    if user := portal.users.get(number):
        return user.full_name
    found = portal.customers_by_id.get(number)
    return found.full_name if found else ""


def person(portal: Portal, number: int) -> dict[str, Any] | None:
    """An employee, bot or customer with snake_case keys."""
    if user := portal.users.get(number):
        return _employee(portal, user)
    found = portal.customers_by_id.get(number)
    return _customer(portal, found) if found else None


def people(portal: Portal, numbers: list[int]) -> list[dict[str, Any]]:
    """Those of the numbers that stand for somebody, in their order."""
    return [row for number in numbers if (row := person(portal, number))]


def in_event(portal: Portal, number: int) -> dict[str, Any]:
    """A person as events tell of him: the same for everybody who hears it."""
    shown: dict[str, Any] = camel(person(portal, number) or {"id": number})
    for name in _NOT_IN_EVENTS:
        shown.pop(name, None)
    return {**shown, **{name: False for name in _UNKNOWN_IN_EVENTS if name in shown}}


def camel(value: Any) -> Any:
    """All snake_case keys at every depth in camelCase."""
    if isinstance(value, dict):
        return {camel_key(key): camel(item) for key, item in value.items()}
    return [camel(item) for item in value] if isinstance(value, list) else value


def camel_key(key: str) -> str:
    """One name."""
    return _SNAKE.sub(lambda found: found[1].upper(), key)


def _employee(portal: Portal, user: User) -> dict[str, Any]:
    seen = moment(portal, portal.now) if user.online else False
    row = _person(user.id, user.full_name, user.name, user.last_name)
    return row | {
        "active": user.active,
        "work_position": user.position,
        "avatar": user.photo,
        "avatar_hr": user.photo,
        "gender": user.gender or "M",
        "bot": user.bot,
        "external_auth_id": "bot" if user.bot else "default",
        "status": "online" if user.online else "offline",
        "last_activity_date": seen,
        "departments": [] if user.bot else [user.department],
        "phones": {"personal_mobile": user.phone} if user.phone else False,
        "type": "bot" if user.bot else "user",
        "email": user.email,
    }


def _customer(portal: Portal, found: Customer) -> dict[str, Any]:
    row = _person(found.id, found.full_name, found.name, found.last_name)
    picture = found.profile.get("picture")
    avatar = picture.get("url") if isinstance(picture, dict) else ""
    avatar = avatar if isinstance(avatar, str) else ""
    return row | {
        "avatar": avatar,
        "avatar_hr": avatar,
        "gender": _GENDERS.get(str(found.profile.get("gender")).lower(), "M"),
        "extranet": True,
        "connector": True,
        "external_auth_id": "imconnector",
        "last_activity_date": moment(portal, portal.now),
    }


def _person(number: int, full: str, first: str, last: str) -> dict[str, Any]:
    return {
        "id": number,
        "active": True,
        "name": full,
        "first_name": first,
        "last_name": last,
        "work_position": "",
        "color": color_of(number),
        "avatar": "",
        "avatar_hr": "",
        "gender": "M",
        "birthday": "",
        "extranet": False,
        "network": False,
        "bot": False,
        "connector": False,
        "external_auth_id": "default",
        "status": "online",
        "idle": False,
        "last_activity_date": False,
        "mobile_last_date": False,
        "desktop_last_date": False,
        "absent": False,
        "departments": [],
        "phones": False,
        "bot_data": None,
        "type": "user",
        "website": "",
        "email": "",
    }
