"""Puts tokens together: the visible text, and runs of equal looks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from app.domain.links import find_links, parse_link, without_overrides
from app.domain.markup_tags import PAIRED, Token
from app.domain.markup_text import decode_text, quotes
from app.domain.markup_values import Rich, Span, Style

_STYLES = {
    "b": Style.BOLD,
    "i": Style.ITALIC,
    "u": Style.UNDERLINE,
    "s": Style.STRIKE,
    "code": Style.CODE,
    "quote": Style.QUOTE,
    "user": Style.MENTION,
    "chat": Style.MENTION,
    "context": Style.MENTION,
}
_SIGNS = {"br": "\n", "disk": "\U0001f4ce", "like": "\U0001f44d", "dislike": "\U0001f44e"}
_TITLE = re.compile(r"\btitle=([^\]=]{1,60}?)(?:\s+\w+=|$)", re.IGNORECASE)
_SECONDS = re.compile(r"[0-9]{1,12}(?=\s|$)", re.ASCII)
_LAST_SECOND = 253_402_300_799


class Builder:
    """Takes tokens in order. Knows which tags are open, and turns wrong ones back into text."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._spans: list[Span] = []
        self._length = 0
        self._open = dict.fromkeys(_STYLES, 0)
        self._links: list[tuple[int, str]] = []
        self._literal: set[int] = set()
        self._skip: set[int] = set()
        self._closed: set[int] = set()

    def add(self, index: int, token: Token, found: list[Token]) -> None:
        """The next token; `found` is the list that it belongs to."""
        if index in self._skip:
            return
        if not token.name:
            self._text(token.source, raw=token.raw)
        elif token.name not in PAIRED:
            self._text(_single(token), raw=True)
        elif token.partner is None or index in self._literal:
            self._text(token.source, raw=True)
        elif token.closing:
            self._end(index, token)
        else:
            self._begin(index, token.partner, token, found)

    def rich(self) -> Rich:
        """Everything that was added."""
        text = "".join(self._pieces)
        return Rich(text, tuple(with_quotes(self._spans, text)))

    def _begin(self, index: int, partner: int, token: Token, found: list[Token]) -> None:
        if token.name in _STYLES:
            self._open[token.name] += 1
        elif token.name in ("url", "img"):
            inner = found[index + 1].source if partner == index + 2 else ""
            captioned = token.name == "url" and token.argument
            link = parse_link(decode_text(token.argument if captioned else inner))
            if link is None:
                self._literal.add(partner)
                self._text(token.source, raw=True)
                return
            self._links.append((partner, link.url))
            if not captioned:
                self._skip.add(index + 1)
                self._text(inner.strip(), raw=False)

    def _end(self, index: int, token: Token) -> None:
        """Links may close in any order; the newest one that is still open counts."""
        if token.name in _STYLES:
            self._open[token.name] -= 1
        elif token.name in ("url", "img"):
            self._closed.add(index)
            while self._links and self._links[-1][0] in self._closed:
                self._links.pop()

    def _text(self, source: str, *, raw: bool) -> None:
        text = without_overrides(source) if raw else decode_text(source)
        link = self._links[-1][1] if self._links else ""
        position = 0
        if not (raw or link or self._open["code"]):
            for found in find_links(text):
                self._run(text[position : found.start])
                position = found.start + found.length
                self._run(text[found.start : position], found.link.url)
        self._run(text[position:], link)

    def _run(self, text: str, link: str = "") -> None:
        if not text:
            return
        style = Style.NONE
        for name, count in self._open.items():
            if count:
                style |= _STYLES[name]
        self._pieces.append(text)
        if style or link:
            self._append(Span(self._length, len(text), style, link))
        self._length += len(text)

    def _append(self, span: Span) -> None:
        last = self._spans[-1] if self._spans else None
        if last and (last.end, last.style, last.link) == (span.start, span.style, span.link):
            self._spans[-1] = replace(last, length=last.length + span.length)
        else:
            self._spans.append(span)


def _single(token: Token) -> str:
    if token.name == "icon":
        match = _TITLE.search(token.argument)
        return match[1].strip() if match else ""
    if token.name == "timestamp":
        return _moment(token) or token.source
    return _SIGNS[token.name]


def _moment(token: Token) -> str:
    match = _SECONDS.match(token.argument)
    if match is None or int(match[0]) > _LAST_SECOND:
        return ""
    return datetime.fromtimestamp(int(match[0]), UTC).strftime("%Y-%m-%d %H:%M UTC")


def with_quotes(spans: list[Span], text: str) -> Iterator[Span]:
    """The runs, cut at the edges of quoted lines, which look quoted in addition."""
    waiting = list(reversed(spans))
    for start, end in quotes(text):
        while waiting and waiting[-1].end <= start:
            yield waiting.pop()
        if waiting and waiting[-1].start < start:
            span = waiting.pop()
            yield replace(span, length=start - span.start)
            waiting.append(replace(span, start=start, length=span.end - start))
        yield from _quoted(start, end, waiting)
    yield from reversed(waiting)


def _quoted(start: int, end: int, waiting: list[Span]) -> Iterator[Span]:
    """One quoted line: gaps between runs are quoted, too. Leaves what lies behind in `waiting`."""
    while waiting and waiting[-1].start < end:
        span = waiting.pop()
        if span.start > start:
            yield Span(start, span.start - start, Style.QUOTE)
        inside = min(span.end, end)
        yield replace(span, length=inside - span.start, style=span.style | Style.QUOTE)
        if span.end > end:
            waiting.append(replace(span, start=end, length=span.end - end))
        start = inside
    if start < end:
        yield Span(start, end - start, Style.QUOTE)
