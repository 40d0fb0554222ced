"""Says behind a link where it really leads, wherever its words name another host or its host is
written with letters that can deceive. Draws nothing.
"""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.links import parse_link, shows_host
from app.domain.markup import Rich, Span


def with_hosts(rich: Rich) -> Rich:
    """The text with the true hosts in it; most texts stay as they are."""
    notes = dict(_notes(rich))
    if not notes:
        return rich
    pieces, spans, position, moved = list[str](), list[Span](), 0, 0
    for span in rich.spans:
        pieces.append(rich.text[position : span.end])
        position = span.end
        spans.append(replace(span, start=span.start + moved))
        note = notes.get(span.end, "")
        pieces.append(note)
        moved += len(note)
    pieces.append(rich.text[position:])
    return Rich("".join(pieces), tuple(spans))


def _notes(rich: Rich) -> Iterator[tuple[int, str]]:
    """What is said behind the end of a link."""
    caption = ""
    for number, span in enumerate(rich.spans):
        caption += rich.text[span.start : span.end]
        following = rich.spans[number + 1] if number + 1 < len(rich.spans) else None
        if following and following.start == span.end and following.link == span.link:
            continue
        link = parse_link(span.link) if span.link else None
        if link is not None and (link.international or _names_another(caption, span.link)):
            yield span.end, f" ({link.host})"
        caption = ""


def _names_another(caption: str, address: str) -> bool:
    words, link = caption.strip(), parse_link(address)
    named = parse_link(words) or parse_link(f"https://{words}")
    named_host = named is not None and "." in named.host
    return named_host and link is not None and not shows_host(words, link)
