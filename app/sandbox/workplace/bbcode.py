"""Texts of messages as safe HTML: everything is escaped first, then a few tags mean something.

What is unknown, unbalanced or suspicious stays as it was typed, and so does all that follows the
first `MAX_MARKS` tags and links. Nothing is loaded from anywhere: pictures and icons become words,
only http and https become links.
"""

import re
from datetime import UTC, datetime
from html import escape

MAX_OPEN = 30
#: Tags and links of one text that mean something, and quotes in it.
MAX_MARKS, MAX_RUNS = 200, 50
#: What a list looks at.
MAX_PLAIN = 600
_TAG = re.compile(r"\[(/?)([a-z]{1,10})((?:[= ][^\[\]\n]{0,2000})?)\]", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"'\[\]()]{1,2000}", re.IGNORECASE)
_BREAKS = re.compile(r"\[br ?/?\]|#BR#", re.IGNORECASE)
_FRAME = "-" * 54
_AFTER_ADDRESS = ".,;:!?"
_SIMPLE = {"b": "strong", "i": "em", "u": "u", "s": "s"}
_MENTIONS = ("user", "chat", "context", "put", "send", "call")
_DROPPED = ("size", "color")
_ALONE = ("icon", "timestamp", "disk")
#: What stands between these and their end is taken as a whole, tags in it mean nothing.
_ENDS = {name: re.compile(rf"\[/{name}\]", re.IGNORECASE) for name in ("code", "img", "url")}
#: What the portal keeps escaped; the last one last, so that nothing is unescaped twice.
_ESCAPED = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#039;": "'", "&amp;": "&"}
_KNOWN = (*_SIMPLE, *_MENTIONS, *_DROPPED, *_ALONE, *_ENDS)


class Html(str):
    """Text that is HTML already: every piece of it was escaped or is one of our own tags."""

    __slots__ = ()

    def __html__(self) -> str:
        """What a template puts into the page as it is."""
        return str(self)


def to_html(text: str) -> Html:
    """A message's text for a page."""
    page = _Text()
    for quoted, lines in _runs(_BREAKS.sub("\n", text.replace("\r\n", "\n"))):
        page.put("<blockquote>" if quoted else "")
        page.write("\n".join(lines))
        page.put("</blockquote>" if quoted else "")
    return page.html()


def to_coded(text: str) -> Html:
    """A note of this program: what stands between backticks is code."""
    pieces = [escape(piece) for piece in text.split("`")]
    whole = len(pieces) % 2  # an odd backtick is one
    if not whole:
        pieces[-2:] = [f"{pieces[-2]}`{pieces[-1]}"]
    return Html("".join(f"<code>{p}</code>" if n % 2 else p for n, p in enumerate(pieces)))


def to_plain(text: str) -> str:
    """The same in one line without tags, for lists."""
    text = _BREAKS.sub(" ", text[:MAX_PLAIN])
    bare = _TAG.sub(lambda tag: "" if tag[2].lower() in _KNOWN else tag[0], text)
    return " ".join(_unescape(bare).split())


def safe_link(address: str) -> str:
    """The address when a link may lead there; empty when it is none of the web."""
    address = address.strip()
    return address if _ADDRESS.fullmatch(address) else ""


def _runs(text: str) -> list[tuple[bool, list[str]]]:
    """Lines in stretches that are quotes or not: between two lines of dashes, or after `>>`."""
    lines = text.split("\n")
    frames, seen = lines.count(_FRAME) // 2 * 2, 0
    runs: list[tuple[bool, list[str]]] = [(False, [])]
    for line in lines:
        if len(runs) >= MAX_RUNS:
            runs[-1][1].append(line)
        elif line == _FRAME and seen < frames:
            seen += 1
            runs.append((seen % 2 == 1, []))
        elif seen % 2 == 1 or runs[-1][0] == line.startswith(">>"):
            runs[-1][1].append(_unquoted(line))
        else:
            runs.append((not runs[-1][0], [_unquoted(line)]))
    return [run for run in runs if run[1]]


def _unquoted(line: str) -> str:
    return line[2:].lstrip() if line.startswith(">>") else line


def _unescape(text: str) -> str:
    for escaped, plain in _ESCAPED.items():
        text = text.replace(escaped, plain)
    return text


class _Text:
    """A text under construction. A tag that is never closed stays what was typed."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._open: list[tuple[str, int]] = []
        self._left = MAX_MARKS

    def put(self, html: str) -> None:
        """Something that is HTML already."""
        self._done.append(html)

    def html(self) -> Html:
        """All of it."""
        return Html("".join(self._done))

    def write(self, text: str) -> None:
        """A stretch of text with tags; none of them reaches beyond it."""
        self._open.clear()
        at, endless = 0, set[str]()
        while self._left > 0 and (tag := _TAG.search(text, at)) is not None:
            self._words(text[at : tag.start()])
            self._left -= 1
            at, name = tag.end(), tag[2].lower()
            whole = name in _ENDS and name not in endless and not tag[1]
            end = _ENDS[name].search(text, at) if whole else None
            if end is None:
                self._tag(name, tag)
                if whole:
                    endless.add(name)  # nor is there one further on
            else:
                self._whole(name, tag, text[at : end.start()], end[0])
                at = end.end()
        self._words(text[at:])

    def _words(self, text: str) -> None:
        """Words, and addresses among them."""
        plain, at = _unescape(text), 0
        for found in _ADDRESS.finditer(plain):
            if self._left <= 0:
                break
            self._left -= 1
            address = found[0].rstrip(_AFTER_ADDRESS)
            self.put(escape(plain[at : found.start()]))
            self.put(f"{_opened(address)}{escape(address)}</a>")
            at = found.start() + len(address)
        self.put(escape(plain[at:]))

    def _tag(self, name: str, tag: re.Match[str]) -> None:
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

    def _whole(self, name: str, tag: re.Match[str], inner: str, end: str) -> None:
        if name == "img":
            self._words(inner.strip())
            return
        if name == "code":
            self.put(f"<code>{escape(inner)}</code>")
            return
        address = safe_link(_unescape(tag[3][1:] or inner))
        caption = to_plain(inner) or address
        typed = escape(f"{tag[0]}{inner}{end}")
        self.put(f"{_opened(address)}{escape(caption)}</a>" if address else typed)


def _pair(name: str) -> tuple[str, str]:
    if name in _SIMPLE:
        return f"<{_SIMPLE[name]}>", f"</{_SIMPLE[name]}>"
    return ('<span class="mention">', "</span>") if name in _MENTIONS else ("", "")


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
