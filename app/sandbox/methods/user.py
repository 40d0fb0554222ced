"""`user.current`, `user.get` and `user.search`: employees; narrower scopes leave fields out.

Bots and customers of open lines are never among them.
"""

from typing import Any

from app.sandbox.clock import iso
from app.sandbox.messenger import userfilter
from app.sandbox.methods.im_base import first
from app.sandbox.model import Page, User
from app.sandbox.params import Params, as_map, is_array, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

SCOPES = ("user", "user_basic", "user_brief")
PAGE = 50
MOST_SELECTED = 1_000
REGISTERED = "2024-01-15T00:00:00+00:00"
_BRIEF = (
    *("ID", "XML_ID", "ACTIVE", "NAME", "LAST_NAME", "SECOND_NAME", "TITLE", "IS_ONLINE"),
    *("TIME_ZONE", "PERSONAL_PHOTO", "TIMESTAMP_X", "DATE_REGISTER", "LAST_ACTIVITY_DATE"),
    *("PERSONAL_PROFESSION", "PERSONAL_GENDER", "PERSONAL_BIRTHDAY", "PERSONAL_CITY"),
    *("WORK_POSITION", "UF_EMPLOYMENT_DATE", "UF_DEPARTMENT", "UF_PHONE_INNER", "USER_TYPE"),
)
_BASIC = (
    *_BRIEF,
    *("EMAIL", "PERSONAL_PHONE", "PERSONAL_MOBILE", "WORK_PHONE", "WORK_COMPANY"),
    *("WORK_DEPARTMENT", "PERSONAL_WWW"),
)
_ALL = (*_BASIC, "LAST_LOGIN")
#: What a real portal keeps to itself; the filter and the order know it.
_CONCEALED = ("TIMESTAMP_X", "LAST_ACTIVITY_DATE")
NOTE = (
    "IMAGE_RESIZE and ADMIN_MODE change nothing. A filter has at most "
    f"{userfilter.MAX_VALUES} values; nobody here was changed after he was registered."
)
_SEARCHED = ("NAME", "LAST_NAME", "WORK_POSITION", "UF_DEPARTMENT_NAME")


@rest_method("user.current", basis="documented", scopes=SCOPES)
def current(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """The user of the token."""
    return _shown(_row(portal, caller_of(portal).user), _fields(portal))


@rest_method("user.get", basis="documented", note=NOTE, scopes=SCOPES)
def get(portal: Portal, params: Params) -> object:
    """Employees by id or filter, filters may stand at the top level too."""
    params = upper(params)
    wanted = _wanted(params)
    fields = tuple(name for name in _fields(portal) if name != "PERSONAL_PHOTO")
    return _page(portal, _passing(_rows(portal), userfilter.checks(wanted, fields)), params)


@rest_method("user.search", basis="documented", note=NOTE, scopes=SCOPES)
def search(portal: Portal, params: Params) -> object:
    """Employees by one phrase anywhere (FIND), or by the beginnings of fields."""
    params = upper(params)
    wanted = _wanted(params)
    found = to_text(wanted.get("FIND")).strip()
    if found:
        checks = [userfilter.phrase(found, _SEARCHED)]
    else:
        checks = userfilter.beginnings(wanted, _SEARCHED)
    exact: Params = {name: wanted[name] for name in ("USER_TYPE", "ACTIVE", "ID") if name in wanted}
    checks += userfilter.checks(exact, _ALL)
    department = str(portal.seed.portal["name"])
    rows = [{**row, "UF_DEPARTMENT_NAME": department} for row in _rows(portal)]
    return _page(portal, _passing(rows, checks), params)


def _wanted(params: Params) -> Params:
    given = params.get("FILTER")
    if is_array(given) and len(given) > userfilter.MAX_VALUES:
        raise userfilter.too_many()
    return {**params, **upper(as_map(given))}


def _passing(rows: list[userfilter.Row], checks: list[userfilter.Check]) -> list[userfilter.Row]:
    return [row for row in rows if all(check(row) for check in checks)]


def _rows(portal: Portal) -> list[dict[str, Any]]:
    people = sorted(portal.users.values(), key=lambda user: user.id)
    return [_row(portal, user) for user in people if not user.bot]


def _page(portal: Portal, rows: list[dict[str, Any]], params: Params) -> Page:
    by = to_text(params.get("SORT")).upper()
    if by in _fields(portal):
        rows = sorted(rows, key=lambda row: _sortable(row[by]))
    if to_text(params.get("ORDER")).upper() == "DESC":
        rows = rows[::-1]
    start = to_int(params.get("START"))
    begin = max(0, start)
    names = _chosen(_fields(portal), params.get("SELECT"))
    page = [_shown(row, names) for row in rows[begin : begin + PAGE]]
    if start == -1:
        return Page(page, 0)
    return Page(page, len(rows), begin + PAGE if begin + PAGE < len(rows) else None)


def _sortable(value: Any) -> tuple[int, str]:
    text = to_text(value)
    return (int(text), "") if text.isdecimal() and len(text) < 19 else (0, text.casefold())


def _chosen(names: tuple[str, ...], select: Any) -> tuple[str, ...]:
    """The fields that the scope allows and `select` names; `*` and `UF_*` stand for many."""
    asked = {to_text(name).upper() for name in first(select, MOST_SELECTED)}
    if not asked or "*" in asked:
        return names
    custom = "UF_*" in asked
    return tuple(n for n in names if n in asked or (custom and n.startswith("UF_")))


def _shown(row: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: {} if name in _CONCEALED else row[name] for name in names}


def _fields(portal: Portal) -> tuple[str, ...]:
    scope = caller_of(portal).scope
    if "user" in scope:
        return _ALL
    return _BASIC if "user_basic" in scope else _BRIEF


def _row(portal: Portal, user: User) -> dict[str, Any]:
    now = iso(portal.clock.now(), portal.offset_minutes)
    return {
        "ID": str(user.id),
        "XML_ID": None,
        "ACTIVE": user.active,
        "NAME": user.name,
        "LAST_NAME": user.last_name,
        "SECOND_NAME": "",
        "TITLE": None,
        "EMAIL": user.email,
        "LAST_LOGIN": now,
        "DATE_REGISTER": REGISTERED,
        "TIME_ZONE": user.time_zone,
        "IS_ONLINE": "Y" if user.online else "N",
        "TIMESTAMP_X": REGISTERED,
        "LAST_ACTIVITY_DATE": now if user.online else REGISTERED,
        "PERSONAL_PROFESSION": None,
        "PERSONAL_GENDER": user.gender,
        "PERSONAL_WWW": "",
        "PERSONAL_BIRTHDAY": "",
        "PERSONAL_PHOTO": user.photo,
        "PERSONAL_PHONE": "",
        "PERSONAL_MOBILE": user.phone,
        "PERSONAL_CITY": "",
        "WORK_PHONE": user.phone,
        "WORK_COMPANY": "",
        "WORK_DEPARTMENT": "",
        "WORK_POSITION": user.position,
        "UF_EMPLOYMENT_DATE": "",
        "UF_DEPARTMENT": [user.department],
        "UF_PHONE_INNER": None,
        "USER_TYPE": "employee",
    }
