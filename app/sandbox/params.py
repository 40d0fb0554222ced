"""Parameters as PHP sees them: bracket names, loose scalars, keys in any case.

Containers are lists (keys 0..n-1) or dicts; a PHP array is either. Knows no method and no HTTP.
"""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any, TypeGuard

from app.sandbox.errors import VendorError, argument_error

Params = dict[str, Any]

MAX_DEPTH = 64
#: Names and brackets of all the names in one query string.
MAX_STEPS = 100_000
_STEP = re.compile(r"\[([^\]]*)\]")
_LEADING_INT = re.compile(r"\s*([+-]?[0-9]{1,18})")
_SCALARS = (str, int, float, bool)


def from_pairs(pairs: Iterable[tuple[str, str]]) -> Params:
    """Build nested parameters from `a[b][]=c` pairs; too deep names are dropped, as PHP does."""
    tree, steps = _Branch(), 0
    for name, value in pairs:
        path = _path(name)
        steps += len(path)
        if steps > MAX_STEPS:
            raise VendorError("INVALID_REQUEST", "Too many parameters", 400)
        if path and len(path) <= MAX_DEPTH:
            _put(tree, path, value)
    return {key: _as_list(value) for key, value in tree.items()}


class _Branch(dict[str, Any]):
    """An array under construction. Knows its next free number, for names that end in `[]`."""

    free = 0

    def __setitem__(self, key: str, value: Any) -> None:
        if key.isascii() and key.isdigit() and len(key) < 18:
            self.free = max(self.free, int(key) + 1)
        super().__setitem__(key, value)


def _path(name: str) -> list[str]:
    """The steps of a name: spaces before it and what follows a NUL do not count, nor does a name
    of nothing else.
    """
    base, bracket, rest = name.partition("\0")[0].lstrip(" ").partition("[")
    base = base.replace(".", "_").replace(" ", "_")
    if not bracket or not base:
        return [base] if base else []
    if "]" not in rest:
        return [f"{base}_{rest}"]
    found = islice(_STEP.finditer(f"[{rest}"), MAX_DEPTH)
    return [base, *(step[1] for step in found)]


def _put(tree: _Branch, path: list[str], value: str) -> None:
    for key in path[:-1]:
        step = key or str(tree.free)
        if not isinstance(tree.get(step), _Branch):
            tree[step] = _Branch()
        tree = tree[step]
    tree[path[-1] or str(tree.free)] = value


def _as_list(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return shaped((key, _as_list(item)) for key, item in value.items())


def shaped(pairs: Iterable[tuple[str, Any]]) -> list[Any] | dict[str, Any]:
    """A list when the keys are 0..n-1 in order, else a dict: how PHP writes JSON."""
    entries = list(pairs)
    if all(key == str(index) for index, (key, _) in enumerate(entries)):
        return [value for _, value in entries]
    return dict(entries)


def entries(array: list[Any] | dict[str, Any]) -> list[tuple[str, Any]]:
    """Key and value of each element of a PHP array."""
    if isinstance(array, dict):
        return list(array.items())
    return [(str(index), value) for index, value in enumerate(array)]


def is_array(value: Any) -> TypeGuard[list[Any] | dict[str, Any]]:
    """Whether PHP would call it an array."""
    return isinstance(value, (list, dict))


def as_map(value: Any) -> dict[str, Any]:
    """A PHP array as a dict; anything else is empty."""
    return dict(entries(value)) if is_array(value) else {}


def upper(params: Params) -> Params:
    """One level of keys in upper case; the later spelling wins."""
    return {key.upper(): value for key, value in params.items()}


def lower(params: Params) -> Params:
    """One level of keys in lower case; the later spelling wins."""
    return {key.lower(): value for key, value in params.items()}


def upper_deep(value: Any) -> Any:
    """All keys at every depth in upper case."""
    if isinstance(value, dict):
        return {key.upper(): upper_deep(item) for key, item in value.items()}
    return [upper_deep(item) for item in value] if isinstance(value, list) else value


def lower_deep(value: Any) -> Any:
    """All keys at every depth in lower case."""
    if isinstance(value, dict):
        return {key.lower(): lower_deep(item) for key, item in value.items()}
    return [lower_deep(item) for item in value] if isinstance(value, list) else value


def require(params: Params, name: str) -> Any:
    """The value of a parameter that is set and not null."""
    value = params.get(name)
    if value is None:
        raise argument_error(name)
    return value


def truthy(value: Any) -> bool:
    """PHP's "not empty": everything but "", 0, "0", false, null and an empty array."""
    return bool(value) and value != "0"


def to_int(value: Any) -> int:
    """PHP's cast to int, never failing."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (int, float)):
        return int(value) if abs(value) < 1e18 else 0
    if isinstance(value, str):
        found = _LEADING_INT.match(value)
        return int(found[1]) if found else 0
    return int(truthy(value))


def to_text(value: Any) -> str:
    """A scalar as PHP prints it; null and arrays are empty."""
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value) if isinstance(value, _SCALARS) else ""


def flag(value: Any) -> bool | None:
    """true/false of `Y`, `N`, 1, 0, "1", "0", true, false; None for anything else."""
    if isinstance(value, bool):
        return value
    return {"Y": True, "1": True, "N": False, "0": False}.get(to_text(value).upper())


def json_depth(value: Any) -> int:
    """Nesting of a decoded JSON value, found without recursion."""
    depth, level = 0, [value]
    while level:
        level = [
            child
            for node in level
            if isinstance(node, (list, dict))
            for child in (node.values() if isinstance(node, dict) else node)
        ]
        depth += 1
    return depth
