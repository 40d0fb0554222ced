"""An operator's text on its way to the customer: as it came, as it is read, as it is shown.

Only the real signature is taken off: the author's own name in the form that the portal writes. Work
grows with the length of the text, however its tags are nested. Knows no colours and no words.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from app.domain.links import Link, neutral, parse_link
from app.domain.markup import parse, plain
from app.domain.round_trip_parts import Kind, Part, take_apart

__all__ = ["Kind", "Part", "RoundTrip", "ShownLink", "Signature", "round_trip"]

#: The name as the portal puts it in front, then a break, the end, or (tolerated) just a space.
_SIGNED = re.compile(r"\[b\]([^\r\n]{1,200}?):\[/b\][ \t]*((?:\[br\]|\r?\n)[ \t]*)?", re.IGNORECASE)


class Signature(StrEnum):
    """REAL is the author's and was taken off; ANOTHER only looks like one and stays in the text;
    UNJUDGED looks like one, but nobody said who the author is, so it stays.
    """

    NONE = "none"
    REAL = "real"
    ANOTHER = "another"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link of the text. `misleading` when its caption is the address of another host."""

    caption: str
    link: Link
    misleading: bool = False


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """`head` and the parts' sources together are the text as it came. `name` is what stood in front
    of the text like a signature, whatever `signature` says of it.
    """

    raw: str
    head: str
    signature: Signature
    name: str
    parts: tuple[Part, ...]
    shown: str
    links: tuple[ShownLink, ...]

    @property
    def body(self) -> str:
        """The text without its signature."""
        return self.raw[len(self.head) :]


def round_trip(raw: str, names: Collection[str] = ()) -> RoundTrip:
    """What becomes of a text whose author is known under these names. Never raises."""
    name, length = _front(raw)
    known = {_plain_name(each) for each in names} - {""}
    if not name:
        signature = Signature.NONE
    elif not known:
        signature = Signature.UNJUDGED
    else:
        signature = Signature.REAL if _plain_name(name) in known else Signature.ANOTHER
    head = raw[:length] if signature is Signature.REAL else ""
    body = raw[len(head) :]
    return RoundTrip(raw, head, signature, name, take_apart(body), plain(body), _links(body))


def _front(raw: str) -> tuple[str, int]:
    """The name in front of a text and where the text begins.

    A name can hold colons, and a bold word with a colon can follow it: the first end counts.
    """
    match = _SIGNED.match(raw)
    if match is None:
        return "", 0
    return neutral(match[1]).strip(), match.end()


def _plain_name(name: str) -> str:
    return " ".join(neutral(unescape(name)).split()).casefold()


def _links(body: str) -> tuple[ShownLink, ...]:
    """Each link once for each place where it is shown."""
    rich, found = parse(body), list[ShownLink]()
    end, last = -1, ""
    for span in rich.spans:
        link = parse_link(span.link) if span.link else None
        if link is None:
            continue
        caption = rich.text[span.start : span.end]
        if span.start == end and span.link == last:
            caption = found.pop().caption + caption
        found.append(ShownLink(caption, link, _misleads(caption, link)))
        end, last = span.end, span.link
    return tuple(found)


def _misleads(caption: str, link: Link) -> bool:
    """Whether the words of a link are an address that it does not lead to."""
    words = caption.strip()
    named = parse_link(words) or parse_link(f"https://{words}")
    return named is not None and "." in named.host and named.host != link.host
