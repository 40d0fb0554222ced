"""How much of a text is read, laid out and searched at once: no text may hold the window up.

What a text costs grows with its length, its lines, its tags and its links, so all of them count.
"""

import re
from collections.abc import Iterator
from itertools import islice

from app.domain.markup_tags import PAIRED, tokens

#: What stands in a bubble, and what one part of the window for whole texts holds.
SHOWN, PART = 3000, 8000
#: What the search knows of a text, in characters.
SEARCHED = 20_000
_SHOWN_MARKS, _PART_MARKS = 150, 400
_MARK = re.compile(r"[\n\r\x0b\x0c\x85\u2028\u2029\[]|://|#BR#")
_TIDY = 200  # how far before the end a better place to cut may stand


def is_long(text: str) -> bool:
    """Whether a bubble shows the beginning of this text only."""
    return _end(text, 0, SHOWN, _SHOWN_MARKS) < len(text)


def beginning(text: str) -> str:
    """What of a text stands in its bubble: all of it, unless it is long."""
    end = _end(text, 0, SHOWN, _SHOWN_MARKS)
    return text if end == len(text) else text[: _tidy(text, end)]


def marked_beginning(text: str) -> str:
    """The beginning of a BBCode; formats that end further on end here."""
    head = beginning(text)
    return head if len(head) == len(text) else head + _ends(head, text)


def parts(text: str) -> Iterator[str]:
    """A text in pieces that can be laid out at once. Joined they are the text."""
    start = 0
    while start < len(text):
        end = _end(text, start, PART, _PART_MARKS)
        end = end if end == len(text) else max(start + 1, _tidy(text, end, start))
        yield text[start:end]
        start = end


def _end(text: str, start: int, most: int, marks: int) -> int:
    end = min(len(text), start + most)
    last = next(islice(_MARK.finditer(text, start, end), marks, None), None)
    return end if last is None else last.start()


def _tidy(text: str, end: int, start: int = 0) -> int:
    """A little before `end`: not inside a tag, and behind a space where there is one."""
    near = max(start, end - _TIDY)
    tag = text.rfind("[", near, end)
    if tag > near and "]" not in text[tag:end]:
        end = tag
    space = max(text.rfind(sign, near, end) for sign in " \n")
    return end if space <= near else space + 1


def _ends(head: str, text: str) -> str:
    opened = [each.name for each in tokens(head) if _is_open(each.name, each.closing, each.partner)]
    rest = text[len(head) :].casefold() if opened else ""
    left = {name: rest.count(f"[/{name}]") for name in set(opened)}
    found = []
    for name in reversed(opened):
        if left[name]:
            left[name] -= 1
            found.append(f"[/{name}]")
    return "".join(found)


def _is_open(name: str, closing: bool, partner: int | None) -> bool:
    return name in PAIRED and not closing and partner is None
