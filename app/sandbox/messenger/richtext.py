"""What a message carries besides its text: ATTACH, KEYBOARD and MENU, checked and in one form.

`extras` gives only what a call names; None there means that it is taken away. Pure functions.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from app.sandbox.errors import VendorError
from app.sandbox.messenger.im_people import camel_key
from app.sandbox.params import as_map, entries, is_array, json_depth, to_text

#: Letters of each as JSON.
MAX_SIZES = {"ATTACH": 60_000, "KEYBOARD": 30 * 1024, "MENU": 30 * 1024}
MAX_DEPTH = 12
_TEXTS = {"ATTACH": "attach", "KEYBOARD": "keyboard", "MENU": "menu"}
_ACTIONS = ("PUT", "SEND", "COPY", "CALL", "DIALOG")
_GRID = ("BLOCK", "LINE", "ROW", "COLUMN", "TABLE")
#: What stands instead of LINK in a block of links.
_TARGETS = ("LINK", "USER_ID", "CHAT_ID", "NETWORK_ID")
_LINK = re.compile(r"https?://|/")
_TOKENS = ("primary", "secondary", "alert", "base")


def extras(params: Mapping[str, Any]) -> dict[str, Any]:
    """`attach`, `keyboard` and `menu` of a call with upper-case keys; refuses malformed ones."""
    found: dict[str, Any] = {}
    for name, key in _TEXTS.items():
        if name in params:
            found[key] = _read(name, params[name])
    return found


def _read(name: str, value: Any) -> Any:
    if value in (None, "", "N", [], {}):
        return None
    if isinstance(value, str):
        value = _decoded(name, value)
    if not is_array(value) or json_depth(value) > MAX_DEPTH:
        raise _malformed(name)
    if len(json.dumps(value, ensure_ascii=False)) > MAX_SIZES[name]:
        text = f"You have exceeded the maximum allowable size of {_TEXTS[name]}"
        raise VendorError(f"{name}_OVERSIZE", text)
    return _READERS[name](value)


def _decoded(name: str, text: str) -> Any:
    if len(text) > MAX_SIZES[name]:
        raise VendorError(
            f"{name}_OVERSIZE", f"You have exceeded the maximum allowable size of {_TEXTS[name]}"
        )
    try:
        return json.loads(text, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        raise _malformed(name) from None


def _malformed(name: str) -> VendorError:
    return VendorError(f"{name}_ERROR", f"Incorrect {_TEXTS[name]} params")


def _attach(value: Any) -> dict[str, Any]:
    whole = _upper(value) if isinstance(value, dict) else {}
    blocks = whole.get("BLOCKS") if "BLOCKS" in whole else value
    if not is_array(blocks):
        raise _malformed("ATTACH")
    rows = [item for _, item in entries(blocks)]
    if not rows or not all(_good_block(row) for row in rows):
        raise _malformed("ATTACH")
    color = to_text(whole.get("COLOR"))
    token = to_text(whole.get("COLOR_TOKEN")).lower()
    return {
        "id": whole.get("ID", 1) if isinstance(whole.get("ID", 1), (int, str)) else 1,
        "blocks": [_camel(row) for row in rows],
        "description": to_text(whole.get("DESCRIPTION")),
        "color": color,
        "colorToken": token if token in _TOKENS else "base",
    }


def _good_block(block: Any) -> bool:
    found = _upper(as_map(block))
    known = [name for name in found if name in _BLOCKS]
    return bool(known) and all(_BLOCKS[name](found[name]) for name in known)


def _message(value: Any) -> bool:
    return isinstance(value, (str, int, float)) and bool(to_text(value))


def _rows(value: Any) -> list[dict[str, Any]]:
    """One row, or a list of rows."""
    if isinstance(value, dict) and not all(isinstance(item, dict) for item in value.values()):
        return [_upper(value)]
    return [_upper(as_map(item)) for _, item in entries(value)] if is_array(value) else []


def _links(value: Any) -> bool:
    rows = _rows(value)
    return bool(rows) and all(any(to_text(row.get(t)) for t in _TARGETS) for row in rows)


def _having(name: str) -> Any:
    def check(value: Any) -> bool:
        rows = _rows(value)
        return bool(rows) and all(to_text(row.get(name)) for row in rows)

    return check


def _grid(value: Any) -> bool:
    rows = _rows(value)
    return bool(rows) and all(to_text(row.get("DISPLAY")).upper() in _GRID for row in rows)


_BLOCKS: Mapping[str, Any] = {
    "MESSAGE": _message,
    "LINK": _links,
    "USER": _having("NAME"),
    "GRID": _grid,
    "IMAGE": _having("LINK"),
    "FILE": _having("LINK"),
    "DELIMITER": is_array,
}


def _keyboard(value: Any) -> list[dict[str, Any]]:
    return _buttons("KEYBOARD", "BUTTONS", value)


def _menu(value: Any) -> list[dict[str, Any]]:
    return _buttons("MENU", "ITEMS", value)


def _buttons(name: str, root: str, value: Any) -> list[dict[str, Any]]:
    whole = _upper(value) if isinstance(value, dict) else {}
    listed = whole.get(root) if root in whole else value
    rows = [item for _, item in entries(listed)] if is_array(listed) else []
    if not rows or not all(_good_button(_upper(as_map(row)), name) for row in rows):
        raise _malformed(name)
    bot = {"botId": whole["BOT_ID"]} if isinstance(whole.get("BOT_ID"), (int, str)) else {}
    return [{**bot, **_camel(row)} for row in rows]


def _good_button(button: dict[str, Any], name: str) -> bool:
    if name == "KEYBOARD" and to_text(button.get("TYPE")).upper() == "NEWLINE":
        return True
    if not to_text(button.get("TEXT")):
        return False
    if "LINK" in button:
        return bool(_LINK.match(to_text(button["LINK"])))
    if "ACTION" in button:
        action = to_text(button["ACTION"]).upper()
        return action in _ACTIONS and bool(to_text(button.get("ACTION_VALUE")))
    return bool(to_text(button.get("COMMAND")) or to_text(button.get("APP_ID")))


def _upper(value: dict[str, Any]) -> dict[str, Any]:
    return {key.upper(): item for key, item in value.items()}


def _camel(value: Any) -> Any:
    if isinstance(value, dict):
        return {camel_key(key.lower()): _camel(item) for key, item in value.items()}
    return [_camel(item) for item in value] if isinstance(value, list) else value


_READERS: Mapping[str, Any] = {"ATTACH": _attach, "KEYBOARD": _keyboard, "MENU": _menu}
