"""`imopenlines.config.*` and `revision.get`: open lines and their settings.

These handlers do not fold the case of their parameters' names.
"""

from collections.abc import Callable
from typing import Any

from app.sandbox.errors import VendorError
from app.sandbox.lines import lines, pauses
from app.sandbox.methods.base import caller_of
from app.sandbox.methods.imopenlines_base import SCOPES, may_see
from app.sandbox.methods.imopenlines_fields import config_queue, fields, queue, queue_users
from app.sandbox.model import Line
from app.sandbox.params import Params, as_map, entries, is_array, lower, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

MOST_LISTED = 200
NOT_FOLLOWED = (
    "Kept and shown, but without effect: KPI_*, AGREEMENT_*, CATEGORY_*, forms, bots but the "
    "greeting one, SESSION_PRIORITY, WATCH_TYPING, CONFIRM_CLOSE, VOTE_BEFORE_FINISH."
)
_LIST_FIELDS = ("select", "order", "filter", "limit", "offset")


@rest_method(
    "imopenlines.config.add",
    basis="documented",
    note=NOT_FOLLOWED,
    scopes=SCOPES,
)
def config_add(portal: Portal, params: Params) -> object:
    """A new line; anybody may add one. `false` when the plan allows no more."""
    line = lines.add(portal, as_map(params.get("PARAMS")), by=caller_of(portal).user.id)
    return line.id if line else False


@rest_method("imopenlines.config.get", basis="documented", scopes=SCOPES)
def config_get(portal: Portal, params: Params) -> object:
    """One line with its queue; `false` when there is none."""
    line = portal.lines.get(_config_id(params))
    if line is None:
        return False
    row = fields(line)
    if to_text(params.get("WITH_QUEUE", "Y")) != "N":
        everybody = to_text(params.get("SHOW_OFFLINE", "Y")) != "N"
        online = [user for user in line.queue if _online(portal, user)]
        row |= queue(portal, line, line.queue if everybody else tuple(online))
        row["QUEUE_ONLINE"] = "Y" if online else "N"
    return row


@rest_method("imopenlines.config.update", basis="documented", note=NOT_FOLLOWED, scopes=SCOPES)
def config_update(portal: Portal, params: Params) -> object:
    """Change settings; what PARAMS does not name stays."""
    number = _config_id(params)
    _require_rights(portal)
    given = as_map(params.get("PARAMS"))
    return lines.update(portal, number, given, by=caller_of(portal).user.id)


@rest_method("imopenlines.config.delete", basis="documented", scopes=SCOPES)
def config_delete(portal: Portal, params: Params) -> object:
    """Delete a line: its dialogs end, its channels are told, then the line is gone."""
    number = _config_id(params)
    _require_rights(portal)
    return lines.delete(portal, number, by=caller_of(portal).user.id)


@rest_method("imopenlines.config.path.get", basis="documented", scopes=SCOPES)
def config_path_get(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """Where the portal's pages about lines are."""
    return {"SERVER_ADDRESS": portal.origin, "PUBLIC_PATH": "/contact_center/"}


@rest_method("imopenlines.revision.get", basis="documented", scopes=SCOPES)
def revision_get(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """Revisions of the module's interfaces."""
    return {"rest": 2, "web": 1, "mobile": 1}


@rest_method("imopenlines.config.list.get", basis="documented", scopes=SCOPES)
def config_list_get(portal: Portal, params: Params) -> object:
    """The lines that the user may see; paging is by `offset`, there is no total."""
    wanted, options = _list_params(params.get("PARAMS")), upper(as_map(params.get("OPTIONS")))
    listed = [line for line in portal.lines.values() if _permitted(portal, line, options)]
    rows = [(line, fields(line)) for line in listed]
    rows = [row for row in rows if _fits(row[1], as_map(wanted.get("filter")))]
    for name, direction in reversed(as_map(wanted.get("order")).items()):
        down = to_text(direction).upper() == "DESC"
        rows = sorted(rows, key=_by(name.upper()), reverse=down)
    offset = to_int(wanted.get("offset"))
    limit = min(to_int(wanted.get("limit", 50)), MOST_LISTED)
    found = rows[offset : offset + limit]
    return [_listed(line, row, wanted, options) for line, row in found]


def _config_id(params: Params) -> int:
    number = to_int(params.get("CONFIG_ID"))
    if not number:
        raise VendorError("CONFIG_ID_EMPTY", "Config ID can't be empty")
    return number


def _require_rights(portal: Portal) -> None:
    if not caller_of(portal).user.admin:
        raise VendorError("CONFIG_WRONG_USER_PERMISSION", "Permission denied", 403)


def _online(portal: Portal, user: int) -> bool:
    known = portal.users.get(user)
    return bool(known and known.online) and not pauses.on_pause(portal, user)


def _permitted(portal: Portal, line: Line, options: Params) -> bool:
    """By default what the user may see; any other right than to look is the administrators'."""
    action = to_text(options.get("CHECK_PERMISSION")).lower()
    return may_see(portal, line) if action in ("", "view") else caller_of(portal).user.admin


def _list_params(value: Any) -> Params:
    wanted = lower(as_map(value))
    unknown = [name for name in as_map(value) if name not in _LIST_FIELDS]
    if unknown:
        raise _invalid(f"Unsupported PARAMS fields are passed: {', '.join(unknown)}")
    for name in ("select", "order", "filter"):
        if wanted.get(name) is not None and not is_array(wanted[name]):
            raise _invalid(f"A wrong format for the PARAMS field '{name}' is passed")
    for name in ("limit", "offset"):
        if wanted.get(name) is not None and not to_text(wanted[name]).isdecimal():
            raise _invalid(f"A non-negative integer is expected in the PARAMS field '{name}'")
    return wanted


def _invalid(text: str) -> VendorError:
    return VendorError("INVALID_FORMAT", text)


def _listed(line: Line, row: dict[str, Any], wanted: Params, options: Params) -> dict[str, Any]:
    chosen = [to_text(name).upper() for _, name in entries(wanted.get("select") or [])]
    if chosen and "*" not in chosen:
        if any(name not in row for name in chosen):
            raise _invalid("A wrong field name is passed in the PARAMS field 'select'")
        row = {name: row[name] for name in chosen}
    if to_text(options.get("QUEUE")) == "Y":
        row = {**row, "QUEUE": list(line.queue), "QUEUE_USERS_FIELDS": queue_users(line)}
    if to_text(options.get("CONFIG_QUEUE")) == "Y":
        row["CONFIG_QUEUE"] = config_queue(line)
    return row


def _fits(row: dict[str, Any], wanted: dict[str, Any]) -> bool:
    for key, given in wanted.items():
        name, refused = key.lstrip("!=").upper(), key.startswith("!")
        values = entries(given) if is_array(given) else [("0", given)]
        if (row.get(name) in [to_text(value) for _, value in values]) == refused:
            return False
    return True


def _by(name: str) -> Callable[[tuple[Line, dict[str, Any]]], tuple[int, str]]:
    def key(row: tuple[Line, dict[str, Any]]) -> tuple[int, str]:
        text = to_text(row[1].get(name))
        return (int(text), "") if text.isdecimal() else (0, text)

    return key
