"""References of a batch's command to earlier results: `$result[key][step]`, filled in.

One batch has room for so much that references to references cannot multiply without end. Knows no
method and no HTTP.
"""

import re
from typing import Any

from app.sandbox.errors import VendorError
from app.sandbox.params import MAX_DEPTH, Params, is_array, json_depth, to_text

#: What all references of a batch may put in: characters and elements; and how many there may be.
MAX_FILLED = 4 * 1024 * 1024
MAX_REFERENCES = 10_000
_REFERENCE = re.compile(r"\$result((?:\[[^\[\]]*\])+)")
_STEP = re.compile(r"\[([^\[\]]*)\]")
_NOTHING = object()


class References:
    """The results of one batch so far, and the room that is left for what refers to them."""

    def __init__(self, results: dict[str, Any]) -> None:
        self._results = results
        self._room = MAX_FILLED
        self._left = MAX_REFERENCES

    def fill(self, params: Params) -> Params:
        """The parameters of a command with results in the place of references."""
        before = self._left
        filled = {name: self._filled(value) for name, value in params.items()}
        if self._left < before and json_depth(filled) > MAX_DEPTH:
            raise _refusal("The results referred to are nested too deeply")
        return filled

    def _filled(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._filled(item) for item in value]
        if isinstance(value, dict):
            return {key: self._filled(item) for key, item in value.items()}
        if "$result[" not in value:
            return value
        whole = _REFERENCE.fullmatch(value)
        if whole:
            return self._taken(self._resolve(whole[1]))
        return _REFERENCE.sub(lambda found: self._text(found[1]), value)

    def _text(self, path: str) -> str:
        return str(self._taken(to_text(self._resolve(path))))

    def _resolve(self, path: str) -> Any:
        """Follow the path as far as it leads."""
        self._left -= 1
        if self._left < 0:
            raise _refusal("There are too many references to results")
        found: Any = self._results
        for step in _STEP.finditer(path):
            child = _child(found, step[1])
            if child is _NOTHING:
                return "" if found is self._results else found
            found = child
        return found

    def _taken(self, value: Any) -> Any:
        """The value, when there is room for all that is in it."""
        waiting = [value]
        while waiting:
            item = waiting.pop()
            self._room -= 1 + (len(item) if is_array(item) else len(to_text(item)))
            if self._room < 0:
                raise _refusal("The results referred to are too long")
            if isinstance(item, dict):
                self._room -= sum(len(to_text(key)) for key in item)
            if is_array(item):
                waiting.extend(item.values() if isinstance(item, dict) else item)
        return value


def _child(array: Any, step: str) -> Any:
    if isinstance(array, dict):
        return array.get(step, _NOTHING)
    if isinstance(array, list) and step.isdecimal() and len(step) < 10:
        number = int(step)
        return array[number] if number < len(array) and str(number) == step else _NOTHING
    return _NOTHING


def _refusal(text: str) -> VendorError:
    return VendorError("INVALID_REQUEST", text, 400)
