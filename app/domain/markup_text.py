"""What plain pieces of old and new portals need: entities, emoji codes, quotes, line breaks."""

import html
import re
from collections.abc import Iterator

from app.domain.links import without_overrides

_ENTITY = re.compile(r"&(?:quot|amp|lt|gt|nbsp|apos|#[0-9]{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_EMOJI = re.compile(r":(f0[0-9a-f]{6}(?:[0-9a-f]{2}){0,28}):")
_QUOTE_EDGE = re.compile(r"-{50,60}\s*")


def decode_text(text: str) -> str:
    """A piece between tags, as a person should read it."""
    text = text.replace("#BR#", "\n")
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if ":f0" in text:
        text = _EMOJI.sub(_emoji, text)
    return without_overrides(text)


def quotes(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every quoted line: `>>` before it, or between two dashed lines."""
    lines = text.split("\n")
    edges = [number for number, line in enumerate(lines) if is_edge(line)]
    paired = set(edges[: len(edges) // 2 * 2])
    start, inside = 0, False
    for number, line in enumerate(lines):
        edge = number in paired
        if edge or inside or line.startswith(">>"):
            yield start, start + len(line)
        inside = inside != edge
        start += len(line) + 1


def is_edge(line: str) -> bool:
    """Whether a line is one of the two dashed ones around a quotation."""
    return bool(_QUOTE_EDGE.fullmatch(line))


def _emoji(match: re.Match[str]) -> str:
    try:
        return bytes.fromhex(match[1]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
