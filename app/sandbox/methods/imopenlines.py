"""`imopenlines.*`: lines, and the operator's part in a dialog."""

from collections.abc import Callable
from typing import Any

from app.sandbox import closing, sessions
from app.sandbox.conversation import LineChat
from app.sandbox.errors import VendorError
from app.sandbox.methods.base import caller_of
from app.sandbox.model import Line
from app.sandbox.params import Params, as_map, entries, is_array, lower, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

SCOPES = ("imopenlines",)
MAX_LINES = 200
_LIST_FIELDS = ("select", "order", "filter", "limit", "offset")


@rest_method("imopenlines.config.get", basis="documented", scopes=SCOPES)
def config_get(portal: Portal, params: Params) -> object:
    """One line with its queue; `false` when there is none."""
    params = upper(params)
    config_id = to_int(params.get("CONFIG_ID"))
    if not config_id:
        raise VendorError("CONFIG_ID_EMPTY", "Config ID can't be empty", 400)
    line = portal.lines.get(config_id)
    if line is None:
        return False
    row = _fields(line)
    if to_text(params.get("WITH_QUEUE", "Y")) != "N":
        row |= _queue(line)
        row["QUEUE_ONLINE"] = "Y"
    return row


@rest_method("imopenlines.config.list.get", basis="documented", scopes=SCOPES)
def config_list_get(portal: Portal, params: Params) -> object:
    """The lines that the user may see; paging is by `offset`, there is no total."""
    params = upper(params)
    wanted, options = _list_params(params.get("PARAMS")), upper(as_map(params.get("OPTIONS")))
    rows = [_fields(line) for line in portal.lines.values() if _may_see(portal, line)]
    rows = [row for row in rows if _fits(row, as_map(wanted.get("filter")))]
    for name, direction in reversed(as_map(wanted.get("order")).items()):
        down = to_text(direction).upper() == "DESC"
        rows = sorted(rows, key=_by(name.upper()), reverse=down)
    offset = to_int(wanted.get("offset"))
    limit = min(to_int(wanted.get("limit", 50)), MAX_LINES)
    return [_listed(portal, row, wanted, options) for row in rows[offset : offset + limit]]


@rest_method("imopenlines.operator.answer", basis="documented", scopes=SCOPES)
def operator_answer(portal: Portal, params: Params) -> object:
    """Take the dialog; when a colleague was faster the code of the refusal is empty."""
    sessions.answer(portal, _chat(portal, params), caller_of(portal).user.id)
    return True


@rest_method("imopenlines.operator.finish", basis="documented", scopes=SCOPES)
def operator_finish(portal: Portal, params: Params) -> object:
    """Close an own dialog."""
    chat, user = _chat(portal, params), caller_of(portal).user.id
    if chat.session is None or chat.session.operator != user:
        raise VendorError("ERROR_USER_NOT_OPERATOR", "You are not the operator of the dialog", 400)
    closing.close(portal, chat, by=user)
    return True


def _chat(portal: Portal, params: Params) -> LineChat:
    chat_id = to_int(upper(params).get("CHAT_ID"))
    chat = portal.chats.get(chat_id)
    if chat is None:
        raise VendorError("CHAT_ID", "Chat ID can't be empty", 400)
    if not isinstance(chat, LineChat):
        raise VendorError("CHAT_TYPE", "The chat is not an open line chat", 400)
    line, user = portal.lines.get(chat.line), caller_of(portal).user
    if user.id not in chat.members and not (line and _may_see(portal, line)):
        raise VendorError("ACCESS_DENIED", "You do not have access to this dialog", 400)
    return chat


def _may_see(portal: Portal, line: Line) -> bool:
    """Administrators see every line, employees those in whose queue they stand."""
    user = caller_of(portal).user
    return user.admin or user.id in line.queue


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
    return VendorError("INVALID_FORMAT", text, 400)


def _listed(portal: Portal, row: dict[str, Any], wanted: Params, options: Params) -> dict[str, Any]:
    line = portal.lines[int(row["ID"])]
    chosen = [to_text(name).upper() for _, name in entries(wanted.get("select") or [])]
    if chosen and "*" not in chosen:
        if any(name not in row for name in chosen):
            raise _invalid("A wrong field name is passed in the PARAMS field 'select'")
        row = {name: row[name] for name in chosen}
    if to_text(options.get("QUEUE")) == "Y":
        row = {**row, "QUEUE": list(line.queue), "QUEUE_USERS_FIELDS": _queue_users(line)}
    if to_text(options.get("CONFIG_QUEUE")) == "Y":
        row["CONFIG_QUEUE"] = [{"ENTITY_ID": str(i), "ENTITY_TYPE": "user"} for i in line.queue]
    return row


def _fits(row: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return all(
        row.get(key.lstrip("=").upper()) in [to_text(v) for _, v in _values(given)]
        for key, given in wanted.items()
    )


def _values(given: Any) -> list[tuple[str, Any]]:
    return entries(given) if is_array(given) else [("0", given)]


def _by(name: str) -> Callable[[dict[str, Any]], tuple[int, str]]:
    def key(row: dict[str, Any]) -> tuple[int, str]:
        text = to_text(row.get(name))
        return (int(text), "") if text.isdecimal() else (0, text)

    return key


def _fields(line: Line) -> dict[str, Any]:
    head = {"ID": str(line.id), "ACTIVE": "Y" if line.active else "N", "LINE_NAME": line.name}
    return {**head, **line.fields}


def _queue(line: Line) -> dict[str, Any]:
    full = {
        str(user): {
            "ID": str(90 + number),
            "SORT": str(number),
            "USER_ID": str(user),
            "DEPARTMENT_ID": "0",
            **_user_fields(),
        }
        for number, user in enumerate(line.queue)
    }
    return {
        "QUEUE": [str(user) for user in line.queue],
        "QUEUE_FULL": full or [],
        "QUEUE_USERS_FIELDS": _queue_users(line),
    }


def _queue_users(line: Line) -> Any:
    return {str(user): _user_fields() for user in line.queue} or []


def _user_fields() -> dict[str, Any]:
    return {
        "USER_NAME": None,
        "USER_WORK_POSITION": None,
        "USER_AVATAR": None,
        "USER_AVATAR_ID": "0",
    }
