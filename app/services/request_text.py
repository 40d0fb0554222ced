"""The parameters of a call as text that a person may change: JSON, or one `KEY[SUB]=value` a line.

Reads both back, and knows on which line each value stands. Knows no methods.
"""

import json
import re
from collections.abc import Mapping
from urllib.parse import unquote

from app.bitrix.wire import Json, Params, decode, encode, query
from app.domain.message_schema import Path

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_KEY = re.compile(r"([^\[\]=]+)((?:\[[^\[\]]*\])*)")
_DEEPEST = 30
_LONGEST = 1_000_000


class NotReadable(Exception):
    """The text cannot be read; `line` counts from 0, `reason` is the parser's own."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


def as_json(params: Params) -> str:
    """As people read it."""
    return json.dumps(params, ensure_ascii=False, indent=2)


def as_form(params: Params) -> str:
    """One value a line, encoded as a form."""
    return query(params).replace("&", "\n")


def read_json(text: str) -> tuple[Json, dict[Path, int]]:
    """The value, and the line of each part of it.

    Raises:
        NotReadable: this is no JSON, or none that could be sent.
    """
    if len(text) > _LONGEST:
        raise NotReadable(0, "too long")
    try:
        value: Json = json.loads(text, parse_constant=_refuse)
        decode(encode(value))
    except json.JSONDecodeError as error:
        raise NotReadable(error.lineno - 1, error.msg) from None
    except (ValueError, RecursionError) as error:
        raise NotReadable(0, str(error)) from None
    return value, _json_lines(text)


def read_form(text: str, like: Params) -> tuple[Json, dict[Path, int]]:
    """The value, and the line of each part of it. A form knows texts only: what is a number in
    `like` becomes one again.

    Raises:
        NotReadable: a line without `=`, a broken key, or two values in one place.
    """
    tree: dict[str | int, object] = {}
    lines: dict[Path, int] = {}
    for number, line in enumerate(text.split("\n")):
        for pair in filter(None, line.strip().split("&")):
            path, value = _pair(pair, number)
            _plant(tree, path, value, number)
            for depth in range(1, len(path) + 1):
                lines.setdefault(path[:depth], number)
    return _grown(tree, like), lines


def _refuse(constant: str) -> Json:
    raise ValueError(f"{constant} is no JSON")


def _json_lines(text: str) -> dict[Path, int]:
    """Where each value of a good JSON text begins."""
    lines: dict[Path, int] = {(): 0}
    stack: list[tuple[str, str | int]] = []  # the bracket, and where in it we are
    key, line, at = "", 0, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", at, match.start())
        at, piece = match.start(), match[0]
        if piece in "]}":
            stack.pop()
        elif piece == ",":
            bracket, place = stack[-1]
            stack[-1] = (bracket, place + 1 if isinstance(place, int) else "")
        elif piece == ":":
            stack[-1] = ("{", json.loads(key))
            lines.setdefault(tuple(step for _, step in stack), line)
        else:
            key = piece
            if not stack or stack[-1][0] == "[":
                lines.setdefault(tuple(step for _, step in stack), line)
            if piece in "[{":
                stack.append((piece, 0 if piece == "[" else ""))
    return lines


def _pair(pair: str, line: int) -> tuple[Path, str]:
    key, equals, value = pair.partition("=")
    match = _KEY.fullmatch(unquote(key.strip()))
    if not equals or match is None:
        raise NotReadable(line, "KEY[SUB]=value")
    steps = re.findall(r"\[([^\[\]]*)\]", match[2])
    if len(steps) > _DEEPEST or "" in steps:
        raise NotReadable(line, "KEY[SUB]=value")
    path = (match[1], *(int(step) if _is_number(step) else step for step in steps))
    return path, unquote(value.replace("+", " "))


def _is_number(step: str) -> bool:
    return step.isascii() and step.isdecimal() and len(step) < 6


def _plant(tree: dict[str | int, object], path: Path, value: str, line: int) -> None:
    for step in path[:-1]:
        inner = tree.setdefault(step, {})
        if not isinstance(inner, dict):
            raise NotReadable(line, "two values in one place")
        tree = inner
    if path[-1] in tree:
        raise NotReadable(line, "two values in one place")
    tree[path[-1]] = value


def _grown(value: object, like: Json) -> Json:
    """Numbered keys without a gap are a list."""
    if not isinstance(value, dict):
        number = isinstance(like, int) and not isinstance(like, bool)
        text = str(value)
        return int(text) if number and text.isascii() and text.isdecimal() else text
    if (
        value
        and all(isinstance(key, int) for key in value)
        and sorted(value) == list(range(len(value)))
    ):
        inner = like if isinstance(like, list | tuple) else []
        return [
            _grown(value[key], inner[key] if key < len(inner) else None) for key in sorted(value)
        ]
    known = like if isinstance(like, Mapping) else {}
    return {str(key): _grown(each, known.get(str(key))) for key, each in value.items()}
