"""The answer of `METHOD.xml`: the fields of the JSON answer as elements; list items are `item`."""

import re
from typing import Any
from xml.sax.saxutils import escape

from app.sandbox.params import entries, is_array, to_text

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.-]")
_NOT_IN_TEXT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(body: dict[str, Any]) -> str:
    """An answer as XML."""
    return f'<?xml version="1.0" encoding="utf-8"?><response>{_inside(body)}</response>'


def _inside(value: Any) -> str:
    if not is_array(value):
        return escape(_NOT_IN_TEXT.sub("", to_text(value)))
    return "".join(_element(key, item) for key, item in entries(value))


def _element(key: str, value: Any) -> str:
    name = _NOT_IN_NAMES.sub("", key)
    if not name or not (name[0].isalpha() or name[0] == "_"):
        name = "item"
    return f"<{name}>{_inside(value)}</{name}>"
