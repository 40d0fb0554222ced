"""A text's markup in order, as a person would tell it: bold, break, link, quote, kept as typed.

Nothing is lost: the sources of all parts joined are the text. Nesting is told by depth.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.links import find_links, parse_link
from app.domain.markup import plain
from app.domain.markup_tags import SINGLE, Token, tokens
from app.domain.markup_text import decode_text, is_edge

_BREAK = re.compile(r"\r\n|\r|\n|#BR#")
_QUOTED = re.compile(r">>[ ]*")
_TAG_LIKE = re.compile(r"\[/?[a-z*][^\[\]]{0,200}\]", re.IGNORECASE)


class Kind(StrEnum):
    """What a part is. END closes the nearest open part and shows nothing; KEPT looks like a tag but
    stays as it was typed.
    """

    TEXT = "text"
    BREAK = "break"
    FORMAT = "format"
    LINK = "link"
    PICTURE = "picture"
    SMILE = "smile"
    MENTION = "mention"
    CODE = "code"
    COMMAND = "command"
    TIME = "time"
    FILE = "file"
    RATING = "rating"
    QUOTED_LINE = "quoted_line"
    QUOTE_EDGE = "quote_edge"
    KEPT = "kept"
    END = "end"


_LINKS = ("url", "img")
_KINDS = {
    "url": Kind.LINK,
    "img": Kind.PICTURE,
    "icon": Kind.SMILE,
    "code": Kind.CODE,
    "br": Kind.BREAK,
    "timestamp": Kind.TIME,
    "disk": Kind.FILE,
    "like": Kind.RATING,
    "dislike": Kind.RATING,
}
_KINDS |= dict.fromkeys(("user", "chat", "context"), Kind.MENTION)
_KINDS |= dict.fromkeys(("put", "send", "call"), Kind.COMMAND)


@dataclass(frozen=True, slots=True)
class Part:
    """`source` as typed, `text` as it is read, `value` what its tag says beside its name; `host` is
    where a link or a picture really leads. `depth` counts the parts that are open around it.
    """

    kind: Kind
    source: str
    text: str = ""
    tag: str = ""
    value: str = ""
    host: str = ""
    depth: int = 0


def take_apart(text: str) -> tuple[Part, ...]:
    """The parts in order."""
    return tuple(_paired_edges(list(_Reader(text).parts())))


class _Reader:
    def __init__(self, text: str) -> None:
        self._tokens = tokens(text)
        self._literal: set[int] = set()
        self._depth = 0
        self._in_links = 0
        self._line_begins = True

    def parts(self) -> Iterator[Part]:
        for index, token in enumerate(self._tokens):
            if not token.name:
                yield from self._text(index, token)
            elif token.name in SINGLE:
                yield self._single(token)
            elif token.partner is None or index in self._literal:
                yield self._kept(token)
            elif token.closing:
                self._depth -= 1
                self._in_links -= token.name in _LINKS
                yield Part(Kind.END, token.source, tag=token.name, depth=self._depth)
            else:
                yield self._opening(token, token.partner)

    def _opening(self, token: Token, partner: int) -> Part:
        link = None
        if token.name in _LINKS:
            inner = "".join(each.source for each in self._tokens[partner - 1 : partner])
            captioned = token.name == "url" and token.argument
            link = parse_link(decode_text(token.argument if captioned else inner))
            if link is None:
                self._literal.add(partner)
                return self._kept(token)
        kind = _KINDS.get(token.name, Kind.FORMAT)
        host = link.host if link else ""
        self._in_links += token.name in _LINKS
        made = Part(kind, token.source, "", token.name, token.argument, host, self._depth)
        self._depth += 1
        return made

    def _single(self, token: Token) -> Part:
        self._line_begins = token.name == "br"
        kind = _KINDS[token.name]
        text = "" if kind is Kind.BREAK else plain(token.source)
        return Part(kind, token.source, text, token.name, token.argument, depth=self._depth)

    def _kept(self, token: Token) -> Part:
        self._line_begins = False
        return Part(Kind.KEPT, token.source, token.source, depth=self._depth)

    def _text(self, index: int, token: Token) -> Iterator[Part]:
        if token.raw:
            yield Part(Kind.TEXT, token.source, token.source, depth=self._depth)
        elif _TAG_LIKE.fullmatch(token.source):
            yield self._kept(token)
        else:
            pieces = list(_pieces(token.source))
            for place, source in enumerate(pieces):
                ends = place + 1 < len(pieces) or self._ends_line(index)
                yield from self._line(source, ends=ends)

    def _ends_line(self, index: int) -> bool:
        following = self._tokens[index + 1 : index + 2]
        return not following or following[0].name == "br"

    def _line(self, source: str, *, ends: bool) -> Iterator[Part]:
        if _BREAK.fullmatch(source):
            self._line_begins = True
            yield Part(Kind.BREAK, source, depth=self._depth)
            return
        begins, self._line_begins = self._line_begins, False
        if begins and ends and is_edge(source):
            yield Part(Kind.QUOTE_EDGE, source, depth=self._depth)
            return
        quoted = _QUOTED.match(source) if begins else None
        if quoted is not None:
            yield Part(Kind.QUOTED_LINE, quoted[0], depth=self._depth)
            source = source[quoted.end() :]
        yield from self._words(source)

    def _words(self, source: str) -> Iterator[Part]:
        """Addresses in the text are links, but not in a caption; where entities have to be read
        first, the text stays in one piece.
        """
        position, text = 0, decode_text(source)
        found = () if self._in_links or text != source else find_links(source)
        for each in found:
            end = each.start + each.length
            yield from self._plain(source[position : each.start])
            shown = source[each.start : end]
            yield Part(Kind.LINK, shown, shown, host=each.link.host, depth=self._depth)
            position = end
        yield from self._plain(source[position:])

    def _plain(self, source: str) -> Iterator[Part]:
        if source:
            yield Part(Kind.TEXT, source, decode_text(source), depth=self._depth)


def _pieces(text: str) -> Iterator[str]:
    """Lines and the breaks between them, nothing lost."""
    position = 0
    for match in _BREAK.finditer(text):
        if match.start() > position:
            yield text[position : match.start()]
        yield match[0]
        position = match.end()
    if position < len(text):
        yield text[position:]


def _paired_edges(parts: list[Part]) -> list[Part]:
    """A line of dashes without a partner is a line of dashes."""
    edges = [index for index, part in enumerate(parts) if part.kind is Kind.QUOTE_EDGE]
    if len(edges) % 2:
        last = parts[edges[-1]]
        parts[edges[-1]] = replace(last, kind=Kind.TEXT, text=last.source)
    return parts
