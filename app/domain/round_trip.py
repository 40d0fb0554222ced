"""An operator's text on its way to the customer: as it came, as it is read, as it is shown.

Only the real signature is taken off. Work grows with the length of the text, however its tags are
nested. Knows no colours and no words.
"""

from collections.abc import Collection
from dataclasses import dataclass

from app.domain.links import Link, parse_link
from app.domain.markup import parse, plain
from app.domain.round_trip_parts import Kind, Part, take_apart
from app.domain.signature import Signature, read_signature

__all__ = ["Kind", "Part", "RoundTrip", "ShownLink", "round_trip"]


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A link of the text. `misleading` when its caption is the address of another host."""

    caption: str
    link: Link
    misleading: bool = False


@dataclass(frozen=True, slots=True)
class RoundTrip:
    """`head` and the parts' sources together are the text as it came. `name` is what stood in front
    of the text like a signature, whatever `signature` says of it: see `read_signature`.
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


def round_trip(raw: str, names: Collection[str] = (), *, signed: bool = False) -> RoundTrip:
    """What becomes of a text; the author's names and `signed` as in `read_signature`. Never
    raises.
    """
    front = read_signature(raw, names, signed=signed)
    head, body = raw[: len(raw) - len(front.rest)], front.rest
    parts, links = take_apart(body), _links(body)
    return RoundTrip(raw, head, front.verdict, front.name, parts, plain(body), links)


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
