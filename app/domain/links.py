"""Which links may be offered at all, and what must be shown of them. Opens nothing.

Only http and https; the host that counts is shown in its ASCII form, so that look-alike letters and
text before an `@` cannot pretend to be somebody else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

_FOUND = re.compile(r"https?://[^\s<>\"\x00-\x20\x7f\u202a-\u202e\u2066-\u2069]+", re.IGNORECASE)
_LONGEST = 2048
_FORBIDDEN = re.compile(
    r"[\s\\<>\"\x00-\x20\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_PUNCTUATION = ".,;:!?'*_\u2026\u00bb\u201d"
_MAIL = re.compile(
    r"(?<![\w.+-])[a-z0-9][a-z0-9._+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}(?![\w-])",
    re.IGNORECASE | re.ASCII,
)
_PHONE = re.compile(r"(?<![\w/=&?.-])\+[0-9][0-9 ().-]{5,20}[0-9](?!\w)", re.ASCII)
_FEWEST_DIGITS, _MOST_DIGITS = 8, 16
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MARKS = re.compile(
    "[\u061c\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\x00-\x1f\x7f-\x9f\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link that may be opened after a person saw its `host`.

    `host` is what the browser will really ask, in ASCII. `international` says that the name holds
    other letters, `shown` has them.
    """

    url: str
    host: str
    shown: str
    international: bool = False


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link inside a text."""

    start: int
    length: int
    link: Link


def parse_link(text: str) -> Link | None:
    """The link, or null when it must stay plain text."""
    text = text.strip()
    if not text or len(text) > _LONGEST or _FORBIDDEN.search(text):
        return None
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return None
    plain = _ascii_host(host)
    if plain is None:
        return None
    place = f"[{plain}]" if ":" in plain else plain
    place += f":{port}" if port is not None else ""
    url = urlunsplit((parts.scheme, place, parts.path, parts.query, parts.fragment))
    shown = neutral(host)
    return Link(url, plain, shown, international=plain != host or "xn--" in plain)


def find_links(text: str) -> Iterator[FoundLink]:
    """The links that a person would see in a plain text, without the punctuation around them."""
    for match in _FOUND.finditer(text):
        found = _trimmed(match[0])
        link = parse_link(found)
        if link is not None:
            yield FoundLink(match.start(), len(found), link)


def shows_host(caption: str, link: Link) -> bool:
    """Whether the words of a link are an address on the very host that it leads to."""
    words = caption.strip()
    named = parse_link(words) or parse_link(f"https://{words}")
    return named is not None and "." in named.host and named.host == link.host


def find_contacts(text: str) -> tuple[str, ...]:
    """E-mail addresses and phone numbers of a text, each once, as `mailto:` and `tel:`."""
    found = [f"mailto:{match[0]}" for match in _MAIL.finditer(text)]
    for match in _PHONE.finditer(text):
        digits = re.sub(r"[^0-9+]", "", match[0])
        if _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
            found.append(f"tel:{digits}")
    return tuple(dict.fromkeys(each for each in found if parse_contact(each)))


def parse_contact(text: str) -> str | None:
    """A bare `mailto:` or `tel:` address, or null: no subject, no body, no files come with it."""
    kind, _, value = text.partition(":")
    good = {"mailto": _MAIL, "tel": re.compile(r"\+?[0-9]{5,15}", re.ASCII)}.get(kind.casefold())
    return f"{kind.casefold()}:{value}" if good is not None and good.fullmatch(value) else None


def neutral(text: str) -> str:
    """One line of text for names and addresses: nothing invisible, nothing that turns it around."""
    return _MARKS.sub("\ufffd", text)


def without_overrides(text: str) -> str:
    """Running text without the controls that can turn other text around; letters keep theirs."""
    return _BIDI.sub("", text)


def _trimmed(text: str) -> str:
    """Closing brackets belong to the link only if it opened them; each step drops one character."""
    opened = {mark: text.count(mark) for mark in "([{"}
    closed = {mark: text.count(mark) for mark in _BRACKETS}
    end = len(text)
    while end:
        last = text[end - 1]
        if last in _BRACKETS and closed[last] > opened[_BRACKETS[last]]:
            closed[last] -= 1
        elif last not in _PUNCTUATION:
            break
        end -= 1
    return text[:end]


def _ascii_host(host: str) -> str | None:
    if ":" in host:
        return host if re.fullmatch(r"[0-9a-f:.]{2,45}", host) else None
    try:
        plain = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    plain = plain.rstrip(".").lower()
    labels = plain.split(".")
    good = len(plain) <= 253 and all(_LABEL.fullmatch(label) for label in labels)
    return plain if good else None
