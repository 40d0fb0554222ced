"""Splits BBCode into text and tags, and finds out which tags belong together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: Tags that need an end; what they do is decided elsewhere.
PAIRED = frozenset(
    (
        *("b", "i", "u", "s", "size", "color", "quote", "code"),
        *("url", "img", "user", "chat", "context", "put", "send", "call"),
    )
)
#: Tags that stand alone.
SINGLE = frozenset(("br", "icon", "timestamp", "disk", "like", "dislike"))

_TAG = re.compile(r"\[(/?)([a-z]{1,10})((?:=|\s)[^\[\]\r\n]{0,2000})?\]", re.IGNORECASE)
_CODE_END = re.compile(r"\[/code\]", re.IGNORECASE)


@dataclass(slots=True)
class Token:
    """A piece of the source: text (no name), a single tag, or one end of a pair.

    `partner` is the index of the other end; without one the tag is only text. `raw` text stands in
    a code block and means nothing but itself.
    """

    source: str
    name: str = ""
    argument: str = ""
    closing: bool = False
    partner: int | None = None
    raw: bool = False


def tokens(text: str) -> list[Token]:
    """The pieces in order; their sources joined are the text. Ends of pairs know each other."""
    found = list(_split(text))
    _pair(found)
    return found


def _split(text: str) -> Iterator[Token]:
    position, code_ends = 0, [match.start() for match in _CODE_END.finditer(text)]
    code_ends.reverse()
    match = _TAG.search(text)
    while match is not None:
        if match.start() > position:
            yield Token(text[position : match.start()])
        yield _tag(match)
        position = match.end()
        if match[2].casefold() == "code" and not match[1]:
            while code_ends and code_ends[-1] < position:
                code_ends.pop()
            if code_ends:
                yield Token(text[position : code_ends[-1]], raw=True)
                position = code_ends[-1]
        match = _TAG.search(text, position)
    if position < len(text):
        yield Token(text[position:])


def _tag(match: re.Match[str]) -> Token:
    name, argument = match[2].casefold(), (match[3] or "").strip()
    argument = argument.removeprefix("=").strip()
    known = name in PAIRED or (name in SINGLE and not match[1])
    if not known:
        return Token(match[0])
    return Token(match[0], name, argument, closing=bool(match[1]))


def _pair(found: list[Token]) -> None:
    """Each end takes the newest open beginning of its name; overlapping tags are allowed."""
    opened: dict[str, list[int]] = {}
    for index, token in enumerate(found):
        if token.name not in PAIRED:
            continue
        if not token.closing:
            opened.setdefault(token.name, []).append(index)
        elif opened.get(token.name):
            token.partner = opened[token.name].pop()
            found[token.partner].partner = index
