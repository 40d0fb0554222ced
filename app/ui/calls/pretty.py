"""Laying out JSON text to be read. Works on the text alone: numbers and keys stay as they came.

Text that is no JSON, or is cut short, is no mistake here: an answer may be a page of HTML. What is
too long to read is shortened, since the window would stand still while it lays it out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Characters of a body that are laid out, lines of it, and characters of one string inside it.
LONGEST_TEXT = 200_000
MOST_LINES = 4_000
LONGEST_STRING = 400
_INLINE = 56
_DEEPEST = 40

_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<text>"(?:[^"\\]|\\.)*"?)|(?P<word>[-+.\w]+)|(?P<sign>[{}\[\],:])""",
    re.DOTALL,
)


_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_DEPTH = {"{": 1, "[": 1, "}": -1, "]": -1}


@dataclass(frozen=True, slots=True)
class Item:
    """An object inside an array: the array's key, its place there, its lines counted from 0."""

    key: str
    place: int
    first: int
    last: int
    refused: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Text to show. `is_json` is False for anything else; `cut` when it is not the whole text."""

    text: str
    is_json: bool
    items: tuple[Item, ...] = ()
    cut: bool = False

    def refused(self) -> tuple[Item, ...]:
        """Items that say SUCCESS false."""
        return tuple(item for item in self.items if item.refused)


@dataclass(slots=True)
class _Open:
    """A bracket that is not closed yet."""

    sign: str
    key: str
    place: int
    line: int
    inline: bool
    children: int = 0
    refused: bool = False


def pretty(text: str, longest: int = LONGEST_STRING) -> Layout:
    """Lay out `text` as JSON, or give it back as it is. `longest` is for one string in it."""
    plain = raw(text)
    tokens = _tokens(plain.text)
    if tokens is None:
        return plain
    printer = _Printer(tokens, longest)
    cut = plain.cut or printer.cut
    return Layout(printer.text(), is_json=True, items=tuple(printer.items), cut=cut)


def raw(text: str) -> Layout:
    """The text as it came, only not more than a window can hold. It may have been cut before."""
    shown = text[:LONGEST_TEXT].removesuffix("…")
    return Layout(shown, is_json=False, cut=shown != text)


def strings(text: str, key: str) -> list[str]:
    """The strings that stand under `key`, alone or in an array, escapes resolved."""
    found = re.findall(rf'"{key}"\s*:\s*\[?\s*("(?:[^"\\]|\\.)*")', text[:LONGEST_TEXT])
    return [_readable(each)[1:-1].replace('\\"', '"') for each in found]


def _tokens(text: str) -> list[str] | None:
    """The tokens of JSON text, or None for anything else and for nesting beyond reason."""
    if not text.lstrip().startswith(("{", "[")):
        return None
    found, position, depth = [], 0, 0
    for match in _TOKEN.finditer(text):
        if match.start() != position or depth > _DEEPEST:
            return None
        position = match.end()
        if match.lastgroup != "space":
            found.append(match.group())
            depth += _DEPTH.get(match.group(), 0)
    return found if position == len(text) else None


def _readable(part: str) -> str:
    """Resolve escapes that only make text hard to read; what could act on the window stays."""
    return _ESCAPE.sub(_unescaped, part) if "\\" in part else part


def _unescaped(match: re.Match[str]) -> str:
    text = match.group()
    if text == "\\/":
        return "/"
    if len(text) < 6:
        return text
    units = [int(each, 16) for each in text[2:].split("\\u")]
    if len(units) == 2:
        units = [0x10000 + ((units[0] - 0xD800) << 10) + (units[1] - 0xDC00)]
    character = chr(units[0])
    return character if character.isprintable() and character not in '"\\' else text


def _shortened(part: str, longest: int) -> str:
    part = _readable(part)
    if len(part) <= longest:
        return part
    return f'{part[:longest]}…"'


class _Printer:
    """Writes tokens in lines; remembers where the objects of arrays stand."""

    def __init__(self, tokens: list[str], longest: int) -> None:
        self._tokens, self._longest = tokens, longest
        self._flat = _flat_brackets(tokens)
        self._lines: list[str] = [""]
        self._stack: list[_Open] = []
        self._key = self._name = ""
        self.items: list[Item] = []
        self.cut = False
        for place, part in enumerate(tokens):
            if len(self._lines) > MOST_LINES:
                self.cut = True
                break
            self._write(place, part)

    def text(self) -> str:
        """Everything written."""
        return "\n".join(self._lines)

    def _write(self, place: int, part: str) -> None:
        if part in "{[":
            self._open(place, part)
        elif part in "}]":
            self._close(part)
        elif part == ",":
            self._lines[-1] += ","
        elif part == ":":
            self._lines[-1] += ": "
            self._key, self._name = self._name, ""
        else:
            self._value(part)

    def _open(self, place: int, part: str) -> None:
        key = self._key or (self._stack[-1].key if self._stack else "")
        index = self._begin()
        self._stack.append(
            _Open(part, key, index, len(self._lines) - 1, inline=place in self._flat)
        )
        self._lines[-1] += part
        self._key = ""

    def _close(self, part: str) -> None:
        if not self._stack:
            self._lines[-1] += part
            return
        top = self._stack.pop()
        if top.inline:
            self._lines[-1] += f" {part}" if top.children and part == "}" else part
        elif top.children:
            self._lines.append("  " * len(self._stack) + part)
        else:
            self._lines[-1] += part
        if top.sign == "{" and self._stack and self._stack[-1].sign == "[":
            last = len(self._lines) - 1
            self.items.append(Item(top.key, top.place, top.line, last, top.refused))

    def _value(self, part: str) -> None:
        if not self._key:
            self._begin()
        if self._key == '"SUCCESS"' and part == "false" and self._stack:
            self._stack[-1].refused = True
        self._lines[-1] += _shortened(part, self._longest)
        self._name, self._key = part, ""

    def _begin(self) -> int:
        """Go where the next key or value of the open bracket belongs; answers its place there."""
        if self._key or not self._stack:
            return 0
        top = self._stack[-1]
        if not top.inline:
            self._lines.append("  " * len(self._stack))
        elif top.children or top.sign == "{":
            self._lines[-1] += " "
        top.children += 1
        return top.children - 1


def _flat_brackets(tokens: list[str]) -> set[int]:
    """Openings of brackets that are short and hold no others: they stand on one line."""
    flat: set[int] = set()
    stack: list[tuple[int, int, bool]] = []
    length = 0
    for place, part in enumerate(tokens):
        length += len(part) + 1
        if part in "{[":
            if stack:
                stack[-1] = (*stack[-1][:2], True)
            stack.append((place, length, False))
        elif part in "}]" and stack:
            at, start, nested = stack.pop()
            if not nested and length - start <= _INLINE:
                flat.add(at)
    return flat


def lines_with(layout: Layout, key: str) -> Iterator[int]:
    """Lines that hold this key."""
    for number, line in enumerate(layout.text.split("\n")):
        if f'"{key}":' in line:
            yield number
