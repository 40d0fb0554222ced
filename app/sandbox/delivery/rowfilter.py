"""`filter` and `order` of the offline queue: fields with an operator before the name."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from app.sandbox.clock import parse_iso
from app.sandbox.delivery.queue import Row
from app.sandbox.errors import argument_error
from app.sandbox.params import as_map, is_array, to_int, to_text

FIELDS = ("ID", "TIMESTAMP_X", "EVENT_NAME", "MESSAGE_ID")
LIST_FIELDS = (*FIELDS, "PROCESS_ID", "ERROR")
_KEY = re.compile(r"([^A-Za-z_]*)(.*)", re.DOTALL)

Test = Callable[[Row], bool]
Sort = Callable[[list[Row]], list[Row]]

_READ: Mapping[str, Callable[[Row], Any]] = {
    "ID": lambda row: row.id,
    "TIMESTAMP_X": lambda row: int(row.at),
    "EVENT_NAME": lambda row: row.event,
    "MESSAGE_ID": lambda row: row.message_id,
    "PROCESS_ID": lambda row: row.process_id,
    "ERROR": lambda row: int(row.error),
}
_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "": lambda mine, given: bool(mine == given),
    "=": lambda mine, given: bool(mine == given),
    "@": lambda mine, given: bool(mine == given),
    ">": lambda mine, given: bool(mine > given),
    "<": lambda mine, given: bool(mine < given),
    ">=": lambda mine, given: bool(mine >= given),
    "<=": lambda mine, given: bool(mine <= given),
    "%": lambda mine, given: str(given) in str(mine),
}


def parse_filter(value: Any, fields: tuple[str, ...]) -> Test:
    """A test of rows; refuses operators and fields that the portal does not know."""
    if value is None:
        return lambda _: True
    if not is_array(value):
        raise argument_error("FILTER", "The filter is not an array.")
    tests = [_condition(key, given, fields) for key, given in as_map(value).items()]
    return lambda row: all(test(row) for test in tests)


def _condition(key: str, given: Any, fields: tuple[str, ...]) -> Test:
    operator, name = _split(key)
    if operator not in _COMPARE:
        raise argument_error("FILTER", f"Filter operation not allowed: {operator}")
    if name not in fields:
        raise argument_error("FILTER", f"Filter field not allowed: {name}")
    if is_array(given):
        raise argument_error("FILTER", f"Filter value is not a scalar: {name}")
    read, compare = _READ[name], _COMPARE[operator]
    wanted = to_text(given) if operator == "%" else _typed(name, given)
    return lambda row: compare(read(row), wanted)


def _split(key: str) -> tuple[str, str]:
    found = _KEY.fullmatch(key)
    return (found[1], found[2].upper()) if found else ("", key)


def _typed(name: str, given: Any) -> Any:
    if name in ("ID", "ERROR"):
        return to_int(given)
    if name == "TIMESTAMP_X":
        return int(parse_iso(to_text(given)) or 0)
    text = to_text(given)
    return text.upper() if name == "EVENT_NAME" else text


def parse_order(value: Any, fields: tuple[str, ...], *, default: dict[str, str]) -> Sort:
    """A sorting of rows; equal ones stay in the order of their insertion."""
    if value is not None and not is_array(value):
        raise argument_error("ORDER", "The order is not an array.")
    wanted = as_map(value) or default
    steps = [_direction(name.upper(), direction, fields) for name, direction in wanted.items()]

    def sort(rows: list[Row]) -> list[Row]:
        for name, down in reversed(steps):
            rows = sorted(rows, key=_READ[name], reverse=down)
        return rows

    return sort


def _direction(name: str, value: Any, fields: tuple[str, ...]) -> tuple[str, bool]:
    if name not in fields:
        raise argument_error("ORDER", f"Order field not allowed: {name}")
    direction = to_text(value).upper()
    if direction not in ("ASC", "DESC"):
        raise argument_error("ORDER", "Order direction should be one of {ASC|DESC}")
    return name, direction == "DESC"
