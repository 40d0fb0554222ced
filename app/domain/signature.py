"""The operator's name that the portal puts before a text: whether it is there, and whose it is.

One rule for the transcript and for the text round trip. Knows no connectors and no people.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from app.domain.links import neutral

#: The name, then a break, the end, or (tolerated) just a space. It can hold colons, and a bold
#: word with a colon can follow it: the first end counts.
_FRONT = re.compile(r"\[b\]([^\r\n]{1,200}?):\[/b\][ \t]*((?:\[br\]|\r?\n)[ \t]*)?", re.IGNORECASE)
#: What the portal writes behind the name of a new text, of a changed one, and of no text at all.
_PORTALS_OWN = re.compile(r"\[/b\](?: \[br\]|\[br\] |[ \t]*(?:\[br\])?\Z)", re.IGNORECASE)


class Signature(StrEnum):
    """REAL is the author's and was taken off; ANOTHER only looks like one and stays in the text;
    UNJUDGED looks like one, but nobody said who the author is, so it stays.
    """

    NONE = "none"
    REAL = "real"
    ANOTHER = "another"
    UNJUDGED = "unjudged"


@dataclass(frozen=True, slots=True)
class Front:
    """`name` stood in front of the text, whatever the verdict; `rest` is the text without it when
    it is REAL, and the whole text otherwise.
    """

    verdict: Signature
    name: str
    rest: str


def read_signature(text: str, names: Collection[str] = (), *, signed: bool = False) -> Front:
    """What stands in front of a text whose author is known under these names. Never raises.

    `signed`: the portal signs the texts of this connector. Then its own form is believed, since a
    queue or a line can give the operator another name than the profile.
    """
    match = _FRONT.match(text)
    name = neutral(match[1]).strip() if match else ""
    if match is None or not name:
        return Front(Signature.NONE, "", text)
    known = {_plain_name(each) for each in names} - {""}
    believed = signed and _PORTALS_OWN.match(text, match.end(1) + 1)
    if believed or _plain_name(name) in known:
        return Front(Signature.REAL, name, text[match.end() :])
    return Front(Signature.ANOTHER if known else Signature.UNJUDGED, name, text)


def _plain_name(name: str) -> str:
    return " ".join(neutral(unescape(name)).split()).casefold()
