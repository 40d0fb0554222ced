"""A line as `imopenlines.config.*` shows it: its settings and its queue. No portal's state."""

from typing import Any

from app.sandbox.model import Line
from app.sandbox.params import to_int
from app.sandbox.portal import Portal

_FIRST_ROW = 90


def fields(line: Line) -> dict[str, Any]:
    """All settings, values are texts."""
    head = {"ID": str(line.id), "ACTIVE": "Y" if line.active else "N", "LINE_NAME": line.name}
    return {**head, **line.fields}


def queue(portal: Portal, line: Line, users: tuple[int, ...]) -> dict[str, Any]:
    """The queue in its three forms, of all its people or of some."""
    departments = {number for kind, number in line.entities if kind == "department"}
    full = {
        str(user): {
            "ID": str(_FIRST_ROW + number),
            "SORT": str(number),
            "USER_ID": str(user),
            "DEPARTMENT_ID": str(_department(portal, line, user, departments)),
            **_shown(line, user),
        }
        for number, user in enumerate(line.queue)
        if user in users
    }
    return {
        "QUEUE": [str(user) for user in users],
        "QUEUE_FULL": full or [],
        "QUEUE_USERS_FIELDS": {str(user): _shown(line, user) for user in users} or [],
    }


def queue_users(line: Line) -> dict[str, Any] | list[Any]:
    """How the list of lines presents their people: pictures are not written as elsewhere."""
    return {str(user): _listed(_shown(line, user)) for user in line.queue} or []


def _listed(shown: dict[str, Any]) -> dict[str, Any]:
    picture = to_int(shown["USER_AVATAR_ID"]) or None
    return {**shown, "USER_AVATAR": shown["USER_AVATAR"] or "", "USER_AVATAR_ID": picture}


def config_queue(line: Line) -> list[dict[str, str]]:
    """Whom the settings name: people and departments."""
    named = line.entities or tuple(("user", user) for user in line.queue)
    return [{"ENTITY_ID": str(number), "ENTITY_TYPE": kind} for kind, number in named]


def _department(portal: Portal, line: Line, user: int, departments: set[int]) -> int:
    own = portal.users[user].department if user in portal.users else 0
    return own if own in departments and ("user", user) not in line.entities else 0


def _shown(line: Line, user: int) -> dict[str, Any]:
    told = line.shown.get(user, {})
    return {
        "USER_NAME": told.get("USER_NAME") or None,
        "USER_WORK_POSITION": told.get("USER_WORK_POSITION") or None,
        "USER_AVATAR": told.get("USER_AVATAR") or None,
        "USER_AVATAR_ID": told.get("USER_AVATAR_ID") or "0",
    }
