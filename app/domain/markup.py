"""BBCode of portal messages as text with ranges: never HTML, never a request, never an exception.

Known and balanced tags become styles or text; everything else stays as it was typed. Each step runs
once over the text, so depth and size of hostile texts cost no more than their length.
"""

import re

from app.domain.links import parse_link
from app.domain.markup_builder import Builder
from app.domain.markup_tags import tokens
from app.domain.markup_text import is_edge
from app.domain.markup_values import Rich, Span, Style

__all__ = ["Rich", "Span", "Style", "escape", "parse", "plain"]

_MANY_BREAKS = re.compile(r"\n{3,}")
_ZERO_WIDTH_SPACE = "\u200b"
_OPEN_BRACKET = re.compile(f"\\[(?!{_ZERO_WIDTH_SPACE})")


def parse(text: str) -> Rich:
    """The text as a person should see it, and how its parts look.

    Quoted lines keep their marks and get `Style.QUOTE`. Pictures are links to themselves.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    builder = Builder()
    found = tokens(text)
    for index, token in enumerate(found):
        builder.add(index, token, found)
    return builder.rich()


def plain(text: str) -> str:
    """The text for places without formats: addresses behind their captions, `>` before quotes."""
    rich = parse(text)
    pieces, position = [], 0
    for index, span in enumerate(rich.spans):
        following = rich.spans[index + 1] if index + 1 < len(rich.spans) else None
        pieces.append(rich.text[position : span.end])
        position = span.end
        goes_on = following and following.start == span.end and following.link == span.link
        if span.link and not goes_on and not _is_address(rich, span):
            pieces.append(f" ({span.link})")
    pieces.append(rich.text[position:])
    return _MANY_BREAKS.sub("\n\n", _marked("".join(pieces))).strip()


def escape(text: str) -> str:
    """Typed text for the portal: brackets stay brackets, since no tag can begin any more.

    Escaping twice changes nothing.
    """
    return _OPEN_BRACKET.sub(f"[{_ZERO_WIDTH_SPACE}", text)


def _is_address(rich: Rich, span: Span) -> bool:
    shown = parse_link(rich.text[span.start : span.end])
    return shown is not None and shown.url == span.link


def _marked(text: str) -> str:
    """Quotations as other channels know them: without dashes, a `>` before each line."""
    lines = text.split("\n")
    edges = [number for number, line in enumerate(lines) if is_edge(line)]
    paired = set(edges[: len(edges) // 2 * 2])
    found, inside = [], False
    for number, line in enumerate(lines):
        if number in paired:
            inside = not inside
        elif inside:
            found.append(f"> {line}")
        else:
            found.append(f"> {line[2:].lstrip()}" if line.startswith(">>") else line)
    return "\n".join(found)
