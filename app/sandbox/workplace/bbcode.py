"""Texts of messages as safe HTML: everything is escaped first, then a few tags mean something.

What is unknown, unbalanced or suspicious stays as it was typed. Nothing is loaded from anywhere:
pictures and icons become words, only http and https become links.
"""

import re
from datetime import UTC, datetime
from html import escape, unescape

MAX_OPEN = 30
_TAG = re.compile(r"\[(/?)([a-z]{1,10})((?:[= ][^\[\]\n]{0,2000})?)\]", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"'\[\]()]{1,2000}", re.IGNORECASE)
_BREAKS = re.compile(r"\[br ?/?\]|#BR#", re.IGNORECASE)
_QUOTE = re.compile(r"-{54}\n(.*?)\n-{54}(?:\n|$)", re.DOTALL)
_AFTER_ADDRESS = re.compile(r"[.,;:!?]+$")
_SIMPLE = {"b": "strong", "i": "em", "u": "u", "s": "s"}
_MENTIONS = ("user", "chat", "context", "put", "send", "call")
_DROPPED = ("size", "color")
_ALONE = ("icon", "timestamp", "disk")
#: What stands between these and their end is taken as a whole, tags in it mean nothing.
_ENDS = {name: re.compile(rf"\[/{name}\]", re.IGNORECASE) for name in ("code", "img", "url")}
_KNOWN = (*_SIMPLE, *_MENTIONS, *_DROPPED, *_ALONE, *_ENDS)


class Html(str):
    """Text that is HTML already: every piece of it was escaped or is one of our own tags."""

    __slots__ = ()

    def __html__(self) -> str:
        """What a template puts into the page as it is."""
        return str(self)


def to_html(text: str) -> Html:
    """A message's text for a page."""
    text = _BREAKS.sub("\n", text.replace("\r\n", "\n"))
    parts, at = [], 0
    for quote in _QUOTE.finditer(text):
        parts += [_lines(text[at : quote.start()]), _quoted(_lines(quote[1]))]
        at = quote.end()
    parts.append(_lines(text[at:]))
    return Html("".join(parts))


def to_plain(text: str) -> str:
    """The same in one line without tags, for lists."""
    text = _BREAKS.sub(" ", text[:2000])
    bare = _TAG.sub(lambda tag: "" if tag[2].lower() in _KNOWN else tag[0], text)
    return " ".join(unescape(bare).split())


def safe_link(address: str) -> str:
    """The address when a link may lead there; empty when it is none of the web."""
    address = address.strip()
    return address if _ADDRESS.fullmatch(address) else ""


def _lines(text: str) -> str:
    """Runs of lines that begin with `>>` are quotes."""
    runs: list[tuple[bool, list[str]]] = []
    for line in text.split("\n"):
        quoted = line.startswith(">>")
        if not runs or runs[-1][0] != quoted:
            runs.append((quoted, []))
        runs[-1][1].append(line[2:].lstrip() if quoted else line)
    shown = [(quoted, _inline("\n".join(lines))) for quoted, lines in runs]
    return "".join(_quoted(html) if quoted else html for quoted, html in shown)


def _quoted(html: str) -> str:
    return f"<blockquote>{html}</blockquote>"


def _inline(text: str) -> str:
    done, at, endless = _Line(), 0, set[str]()
    while (tag := _TAG.search(text, at)) is not None:
        done.text(text[at : tag.start()])
        at, name = tag.end(), tag[2].lower()
        whole = name in _ENDS and name not in endless and not tag[1]
        end = _ENDS[name].search(text, at) if whole else None
        if end is None:
            done.tag(name, tag)
            if whole:
                endless.add(name)  # nor is there one further on
        else:
            done.put(_whole(name, tag, text[at : end.start()], end[0]))
            at = end.end()
    done.text(text[at:])
    return done.html()


class _Line:
    """A text under construction. A tag that is never closed stays what was typed."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._open: list[tuple[str, int]] = []

    def put(self, html: str) -> None:
        """Something that is HTML already."""
        self._done.append(html)

    def text(self, plain: str) -> None:
        """Words, and addresses among them."""
        self.put(_linked(unescape(plain)))

    def tag(self, name: str, tag: re.Match[str]) -> None:
        """One tag: it may close another, or wait to be closed."""
        if name in _ALONE and not tag[1]:
            self.put(escape(_alone(name, tag[3][1:].strip())))
            return
        if name in (*_SIMPLE, *_MENTIONS, *_DROPPED):
            if tag[1] and self._close(name):
                return
            if not tag[1] and len(self._open) < MAX_OPEN:
                self._open.append((name, len(self._done)))
        self.put(escape(tag[0]))

    def _close(self, name: str) -> bool:
        places = [place for place, row in enumerate(self._open) if row[0] == name]
        if not places:
            return False
        begin = self._open[places[-1]][1]
        del self._open[places[-1] :]
        self._done[begin], closing = _pair(name)
        self.put(closing)
        return True

    def html(self) -> str:
        """All of it."""
        return "".join(self._done)


def _pair(name: str) -> tuple[str, str]:
    if name in _SIMPLE:
        return f"<{_SIMPLE[name]}>", f"</{_SIMPLE[name]}>"
    return ('<span class="mention">', "</span>") if name in _MENTIONS else ("", "")


def _whole(name: str, tag: re.Match[str], inner: str, end: str) -> str:
    if name == "code":
        return f"<code>{escape(inner)}</code>"
    if name == "img":
        return _linked(inner.strip())
    address = safe_link(unescape(tag[3][1:] or inner))
    caption = to_plain(inner) or address
    if not address:
        return escape(f"{tag[0]}{inner}{end}")
    return f"{_opened(address)}{escape(caption)}</a>"


def _linked(plain: str) -> str:
    done: list[str] = []
    at = 0
    for found in _ADDRESS.finditer(plain):
        address = _AFTER_ADDRESS.sub("", found[0])
        done.append(escape(plain[at : found.start()]))
        done.append(f"{_opened(address)}{escape(address)}</a>")
        at = found.start() + len(address)
    return "".join((*done, escape(plain[at:])))


def _opened(address: str) -> str:
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow">'


def _alone(name: str, value: str) -> str:
    if name == "icon":
        found = re.search(r"title=(.{1,100})", value)
        return found[1].strip() if found else ""
    number = re.match(r"[0-9]{1,11}", value)
    if number is None or name == "disk":
        return f"#{value}"
    return datetime.fromtimestamp(int(number[0]), UTC).strftime("%Y-%m-%d %H:%M")
