"""`imopenlines.config.list.get`: lines chosen, sorted and paged; what is unknown is refused.

Names of parameters are not folded. A filter is compared as that of `user.get`.
"""

import re
from collections.abc import Callable
from typing import Any

from app.sandbox.errors import VendorError
from app.sandbox.lines.line_fields import DEFAULTS
from app.sandbox.messenger import userfilter
from app.sandbox.methods.imopenlines_base import SCOPES, may_see
from app.sandbox.methods.imopenlines_fields import config_queue, fields, queue_users
from app.sandbox.model import Line
from app.sandbox.params import Params, as_map, entries, is_array, to_int, to_text
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

MOST_LISTED = 200
_PARAMS = ("select", "filter", "order", "limit", "offset")
_OPTIONS = ("QUEUE", "CONFIG_QUEUE", "CHECK_PERMISSION")
_ACTIONS = ("", "view", "modify", "perform")
_FIELDS = ("ID", "ACTIVE", "LINE_NAME", *DEFAULTS)
_NAME = re.compile(r"[A-Z_][A-Z0-9_]*")
_OPERATORS = ("", "=", "!", "!=", ">", ">=", "<", "<=", "%", "!%", "=%", "!=%", "@", "!@")
_KEY = re.compile(r"([^A-Z_0-9]*)(.*)", re.DOTALL)
_MOST_NAMES = 1_000
Row = tuple[Line, dict[str, Any]]


@rest_method(
    "imopenlines.config.list.get",
    basis="documented",
    note="The operators of filters and the names of actions in CHECK_PERMISSION are a guess; older "
    "portals refuse less.",
    scopes=SCOPES,
)
def config_list_get(portal: Portal, params: Params) -> object:
    """The lines that the user may see; paging is by `offset`, there is no total."""
    wanted, options = as_map(params.get("PARAMS")), as_map(params.get("OPTIONS"))
    _check_formats(wanted)
    _check_options(options)
    chosen, order = _chosen(wanted.get("select") or []), _order(wanted.get("order") or {})
    checks = userfilter.checks(_filter(wanted.get("filter") or {}), _FIELDS)
    listed = [line for line in portal.lines.values() if _permitted(portal, line, options)]
    rows = [(line, fields(line)) for line in listed]
    rows = [row for row in rows if all(check(row[1]) for check in checks)]
    for name, down in reversed(order):
        rows = sorted(rows, key=_by(name), reverse=down)
    offset = to_int(wanted.get("offset"))
    limit = min(to_int(wanted.get("limit", 50)), MOST_LISTED)
    return [_shown(row, chosen, options) for row in rows[offset : offset + limit]]


def _invalid(text: str) -> VendorError:
    return VendorError("INVALID_FORMAT", text)


def _check_formats(wanted: Params) -> None:
    unknown = [name for name in wanted if name not in _PARAMS]
    if unknown:
        raise _invalid(f"Unsupported PARAMS fields are passed: {_named(unknown)}")
    for name in ("select", "order", "filter"):
        given = wanted.get(name)
        if given is not None and (not is_array(given) or len(given) > _MOST_NAMES):
            raise _invalid(f"A wrong format for the PARAMS field '{name}' is passed")
    for name in ("limit", "offset"):
        given = wanted.get(name)
        if given is not None and not to_text(given).isdecimal():
            raise _invalid(f"A non-negative integer is expected in the PARAMS field '{name}'")


def _check_options(options: Params) -> None:
    unknown = [name for name in options if name not in _OPTIONS]
    if unknown:
        raise _invalid(f"Unsupported OPTIONS fields are passed: {_named(unknown)}")
    for name in ("QUEUE", "CONFIG_QUEUE"):
        if is_array(options.get(name)):
            raise _invalid(f"A wrong format for the OPTIONS field '{name}' is passed")
    action = options.get("CHECK_PERMISSION")
    if is_array(action) or to_text(action).lower() not in _ACTIONS:
        raise _invalid("An unknown value for the OPTIONS field 'CHECK_PERMISSION' is passed")


def _named(names: list[str]) -> str:
    return ", ".join(names)[:1_000]


def _field(name: str, where: str) -> str:
    """The name of a field as it is kept; refuses what is none."""
    name = name.upper()
    if len(name) > 100 or not _NAME.fullmatch(name):
        raise _invalid(f"A wrong field name is passed in the PARAMS field '{where}'")
    if name not in _FIELDS:
        raise _invalid(f"An unknown field '{name}' is passed in the PARAMS field '{where}'")
    return name


def _chosen(given: Any) -> dict[str, str]:
    """Key in the answer -> field; a key that is no number is another name for its field."""
    chosen: dict[str, str] = {}
    for key, value in entries(given):
        if to_text(value) == "*":
            chosen |= {name: name for name in _FIELDS}
            continue
        name = _field(to_text(value), "select")
        chosen[name if key.isdecimal() else _alias(key)] = name
    return chosen


def _alias(key: str) -> str:
    if len(key) > 100 or not _NAME.fullmatch(key.upper()):
        raise _invalid("A wrong field alias is passed in the PARAMS field 'select'")
    if key.upper() in _FIELDS:
        text = f"The alias '{key}' matches an existing field in the PARAMS field 'select'"
        raise _invalid(text)
    return key


def _order(given: Any) -> list[tuple[str, bool]]:
    """Fields, each with whether it goes down."""
    found = []
    for key, value in entries(given):
        name, direction = _field(key, "order"), to_text(value).upper()
        if direction not in ("ASC", "DESC"):
            raise _invalid("A wrong sorting direction is passed in the PARAMS field 'order'")
        found.append((name, direction == "DESC"))
    return found


def _filter(given: Any) -> Params:
    for key, _ in entries(given):
        found = _KEY.fullmatch(key[:200].upper())
        operator, name = (found[1], found[2]) if found else ("", "")
        _field(name if operator in _OPERATORS else "", "filter")
    return as_map(given)


def _permitted(portal: Portal, line: Line, options: Params) -> bool:
    """By default what the user may see; any other right than to look is the administrators'."""
    action = to_text(options.get("CHECK_PERMISSION")).lower()
    return may_see(portal, line) if action in ("", "view") else caller_of(portal).user.admin


def _shown(found: Row, chosen: dict[str, str], options: Params) -> dict[str, Any]:
    line, row = found
    if chosen:
        row = {key: row[name] for key, name in chosen.items()}
    if to_text(options.get("QUEUE")) == "Y":
        row = {**row, "QUEUE": list(line.queue), "QUEUE_USERS_FIELDS": queue_users(line)}
    if to_text(options.get("CONFIG_QUEUE")) == "Y":
        row["CONFIG_QUEUE"] = config_queue(line)
    return row


def _by(name: str) -> Callable[[Row], tuple[int, str]]:
    def key(row: Row) -> tuple[int, str]:
        text = to_text(row[1].get(name))
        return (int(text), "") if text.isdecimal() and len(text) < 19 else (0, text)

    return key
