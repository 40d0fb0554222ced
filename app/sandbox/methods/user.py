"""`user.current` and `user.get`; the narrower scopes leave fields out."""

from typing import Any

from app.sandbox.methods.base import caller_of
from app.sandbox.model import Page, User
from app.sandbox.params import Params, as_map, entries, flag, is_array, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

SCOPES = ("user", "user_basic", "user_brief")
PAGE = 50
_FILTERS = ("NAME", "LAST_NAME", "EMAIL", "WORK_POSITION", "USER_TYPE")


@rest_method("user.current", basis="documented", scopes=SCOPES)
def current(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """The user of the token."""
    return _shown(portal, caller_of(portal).user)


@rest_method("user.get", basis="documented", scopes=SCOPES)
def get(portal: Portal, params: Params) -> object:
    """Employees by id or filter, filters may stand at the top level too."""
    params = upper(params)
    wanted = {**params, **upper(as_map(params.get("FILTER")))}
    rows = [_shown(portal, user) for user in portal.users.values()]
    rows = [row for row in rows if _fits(row, wanted)]
    if to_text(params.get("SORT")).upper() in (*_FILTERS, "ID"):
        rows.sort(key=lambda row: row[to_text(params["SORT"]).upper()])
    if to_text(params.get("ORDER")).upper() == "DESC":
        rows.reverse()
    first = max(0, to_int(params.get("START")))
    following = first + PAGE
    left = following if following < len(rows) else None
    return Page(rows[first:following], len(rows), left)


def _fits(row: dict[str, Any], wanted: Params) -> bool:
    if wanted.get("ID") is not None and row["ID"] not in _texts(wanted["ID"]):
        return False
    active = flag(wanted.get("ACTIVE"))
    if active is not None and row["ACTIVE"] != active:
        return False
    return all(
        row.get(name, "") in _texts(wanted[name])
        for name in _FILTERS
        if wanted.get(name) is not None
    )


def _texts(value: Any) -> list[str]:
    return [to_text(item) for _, item in entries(value)] if is_array(value) else [to_text(value)]


def _shown(portal: Portal, user: User) -> dict[str, Any]:
    scope = caller_of(portal).scope
    row: dict[str, Any] = {
        "ID": str(user.id),
        "ACTIVE": user.active,
        "NAME": user.name,
        "LAST_NAME": user.last_name,
        "SECOND_NAME": "",
        "IS_ONLINE": "Y",
        "TIME_ZONE": user.time_zone,
        "TIMESTAMP_X": {},
        "LAST_ACTIVITY_DATE": {},
        "PERSONAL_GENDER": user.gender,
        "WORK_POSITION": user.position,
        "UF_DEPARTMENT": [1],
        "USER_TYPE": "employee",
    }
    if "user" in scope or "user_basic" in scope:
        row["EMAIL"] = user.email
    return row
