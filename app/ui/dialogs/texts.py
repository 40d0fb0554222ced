"""What a message shows as text: cleaned, with ranges counted as Qt counts them. Draws nothing.

Customers' texts are plain, everybody else's is BBCode read by `domain.markup`. Whatever the text
holds, the result is characters and ranges: Qt's rich text is never involved.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from app.domain.dialog import Author, Message
from app.domain.links import find_links, without_overrides
from app.domain.long_texts import beginning, is_long, marked_beginning
from app.domain.markup import Rich, Span, Style, parse
from app.domain.markup_text import is_edge
from app.ui.dialogs.link_hosts import with_hosts

_SURROGATE = re.compile("[\ud800-\udfff]")
#: Who is quoted and when, as the portal writes it over a quotation.
_HEAD_OF_QUOTE = re.compile(r"(\S[^\n\[\]]{0,120}?)\s*\[[^\[\]\n]{4,40}\]\s*")
_HEAD = 1000  # a line of a list never shows more
_FIRST_ASTRAL = 0x10000
#: Line ends of other alphabets become line ends; what cannot be seen at all becomes a sign.
_CLEAN = dict.fromkeys((*range(32), *range(127, 160)), "�")
_CLEAN |= {ord(mark): "\n" for mark in "\n\x0b\x0c\x85\u2028\u2029"} | {ord("\t"): "\t"}


@dataclass(frozen=True, slots=True)
class Range:
    """A span in UTF-16 units."""

    start: int
    length: int
    style: Style
    link: str = ""
    tone: str = ""  # a colour of the theme

    @property
    def end(self) -> int:
        """The unit after the last one."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class Shown:
    """Text with `\\n` line ends and its ranges."""

    text: str
    ranges: tuple[Range, ...] = ()

    def link_at(self, offset: int) -> str:
        """The address under a place of the text, or ""."""
        hit = (each.link for each in self.ranges if each.start <= offset < each.end)
        return next(hit, "")


def shown_text(message: Message, text: str | None = None) -> Shown:
    """How the text of a message (or an older `text` of it) is shown; of a long one its head."""
    source = message.text if text is None else text
    if message.author is Author.CUSTOMER:
        head = _SURROGATE.sub("\ufffd", beginning(source))
        rich = _plain(head.replace("\r\n", "\n").replace("\r", "\n"))
    else:
        rich = parse(_SURROGATE.sub("\ufffd", marked_beginning(source)))
    rich = _headed(with_hosts(Rich(rich.text.translate(_CLEAN), rich.spans)))
    rich = _apart(_without_marks(rich))
    text = rich.text.rstrip("\n ")
    ranges = tuple(_ranges(text, rich.spans))
    return Shown(f"{text}…" if is_long(source) else text, ranges)


def whole_text(message: Message) -> str:
    """The text of a message to copy: as it is shown; a long one as it was written, since only its
    beginning is shown.
    """
    if is_long(message.text):
        return _SURROGATE.sub("\ufffd", message.text)
    return shown_text(message).text


def one_line(text: str, author: Author | None) -> str:
    """A text as one line, for lists: the words behind a quotation, else those inside it."""
    head = _SURROGATE.sub("\ufffd", text[:_HEAD])
    if author is Author.CUSTOMER:
        return " ".join(without_overrides(head).translate(_CLEAN).split())
    rich = _without_marks(parse(head))
    own, position = [], 0
    for span in rich.spans:
        if span.style & Style.QUOTE:
            own.append(rich.text[position : span.start])
            position = span.end
    return _joined("".join([*own, rich.text[position:]])) or _joined(rich.text)


def _joined(text: str) -> str:
    lines = text.translate(_CLEAN).split("\n")
    return " ".join(" ".join(line for line in lines if not is_edge(line)).split())


def units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "replace")) // 2


def cut(text: str, start: int, end: int) -> str:
    """A piece of a text between two places counted by Qt."""
    if text.isascii():
        return text[start:end]
    return text.encode("utf-16-le", "replace")[2 * start : 2 * end].decode("utf-16-le", "replace")


def _plain(text: str) -> Rich:
    clean = without_overrides(text)
    found = find_links(clean)
    return Rich(clean, tuple(Span(each.start, each.length, link=each.link.url) for each in found))


def _headed(rich: Rich) -> Rich:
    """Who is quoted, in the first line of a quotation between dashes, stands out."""
    heads = {start for start, _ in _heads(rich)}
    if not heads:
        return rich
    strong = Style.BOLD | Style.MENTION
    spans = (
        replace(each, style=each.style | strong) if each.start in heads else each
        for each in rich.spans
    )
    return Rich(rich.text, tuple(spans))


def _heads(rich: Rich) -> Iterator[tuple[int, "re.Match[str]"]]:
    quoted = [each.start for each in rich.spans if each.style & Style.QUOTE]
    start, opened, follows = 0, False, False
    for line in rich.text.split("\n") if quoted else ():
        edge = is_edge(line) and _begins(quoted, start)
        head = _HEAD_OF_QUOTE.fullmatch(line) if follows and not edge else None
        if head is not None and _begins(quoted, start):
            yield start, head
        opened = opened != edge
        follows = edge and opened
        start += len(line) + 1


def _without_marks(rich: Rich) -> Rich:
    """Quotations are shown by how they look, not by the dashes and arrows around them."""
    gone = list(_marks(rich))
    if not gone:
        return rich
    starts, total, before = [], 0, [0]
    pieces, position = [], 0
    for start, end in gone:
        pieces.append(rich.text[position:start])
        starts.append(start)
        total, position = total + end - start, end
        before.append(total)
    pieces.append(rich.text[position:])

    def moved(place: int) -> int:
        index = bisect_right(starts, place - 1)
        inside = max(0, gone[index - 1][1] - place) if index else 0
        return place - before[index] + inside

    spans = []
    for span in rich.spans:
        start, end = moved(span.start), moved(span.end)
        if start < end:
            spans.append(replace(span, start=start, length=end - start))
    return Rich("".join(pieces), tuple(spans))


def _marks(rich: Rich) -> Iterator[tuple[int, int]]:
    """Lines of dashes with their ends, and arrows before quoted words."""
    quoted = [each.start for each in rich.spans if each.style & Style.QUOTE]
    heads, start = dict(_heads(rich)), 0
    for line in rich.text.split("\n"):
        end = start + len(line)
        if start in heads:
            yield start + heads[start].end(1), end
        inside = _begins(quoted, start)
        if inside and is_edge(line):
            yield start, min(end + 1, len(rich.text))
        elif inside and line.startswith(">>"):
            yield start, start + len(line) - len(line[2:].lstrip(" "))
        start = end + 1


def _begins(starts: Sequence[int], place: int) -> bool:
    index = bisect_right(starts, place)
    return index > 0 and starts[index - 1] == place


def _apart(rich: Rich) -> Rich:
    """Quotations and code of several lines stand in lines of their own."""
    breaks = sorted({place for place in _edges(rich) if 0 < place < len(rich.text)})
    if not breaks:
        return rich
    pieces = [rich.text[start:end] for start, end in pairwise([0, *breaks, len(rich.text)])]
    moved = (
        replace(span, start=span.start + bisect_right(breaks, span.start)) for span in rich.spans
    )
    return Rich("\n".join(pieces), tuple(moved))


def _edges(rich: Rich) -> Iterator[int]:
    """Where a block touches other text in the same line."""
    blocks = [each for each in rich.spans if each.style & (Style.QUOTE | Style.CODE)]
    for style, spans in groupby(blocks, key=lambda each: each.style & (Style.QUOTE | Style.CODE)):
        for start, end in _runs(spans):
            if style & Style.CODE and "\n" not in rich.text[start:end].strip("\n"):
                continue
            if start and rich.text[start - 1] != "\n":
                yield start
            if not rich.text[end : end + 1].startswith("\n") and rich.text[end - 1] != "\n":
                yield end


def _runs(spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Spans that follow each other without a gap, joined."""
    start = end = -1
    for span in spans:
        if span.start == end:
            end += span.length
            continue
        if end >= 0:
            yield start, end
        start, end = span.start, span.start + span.length
    if end >= 0:
        yield start, end


def _ranges(text: str, spans: Iterable[Span]) -> Iterator[Range]:
    wide = any(ord(character) >= _FIRST_ASTRAL for character in text)
    position = place = 0
    for span in spans:
        start, end = span.start, min(span.start + span.length, len(text))
        if start >= end:
            continue
        if not wide:
            yield Range(start, end - start, span.style, span.link)
            continue
        place += units(text[position:start])
        length = units(text[start:end])
        yield Range(place, length, span.style, span.link)
        position, place = end, place + length
