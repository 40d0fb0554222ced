"""Takes out of a text what tells who somebody is, for transcripts that are given away.

Rules, not understanding: a phone number is a row of digits, a name is one that the dialog is known
to hold. What is masked is masked everywhere; a number of an order may be masked with the phones.
"""

import re
from collections.abc import Collection, Iterable
from enum import StrEnum


class Mask(StrEnum):
    """What can be taken out."""

    PHONES = "phones"
    EMAILS = "emails"
    NAMES = "names"
    LINKS = "links"


PHONE, EMAIL, LINK = "‹phone›", "‹e-mail›", "‹link›"
#: Digits of a phone number, at least and at most.
_FEWEST, _MOST = 7, 17
_PHONE = re.compile(r"(?<!\w)[+＋]?[(（]?\d(?:[ \u00a0\t().\-–/]{0,3}\d)+(?!\w)")
_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}[@＠][\w\-]+(?:\.[\w\-]+)+")
_LINK = re.compile(r"(?:[a-z][a-z0-9+.\-]{1,20}://|www\.)[^\s<>\"\[\]]+", re.IGNORECASE)
#: Shorter words are in too many others.
_SHORTEST_NAME = 3


class Masker:
    """One for a whole export, so that a person has the same stand-in everywhere."""

    def __init__(self, masks: Collection[Mask] = ()) -> None:
        self._masks = frozenset(masks)
        self._stand_ins: dict[tuple[str, str], str] = {}
        self._counts: dict[str, int] = {}
        self._names: re.Pattern[str] | None = None
        self._known: dict[str, str] = {}

    def know(self, people: Iterable[tuple[str, str]]) -> None:
        """Who may be named in the texts to come: role and name of each."""
        self._known = {}
        if Mask.NAMES in self._masks:
            for role, name in people:
                before = self._known.get(name.casefold(), "")
                if before.startswith(role):  # a first name of somebody who was named in full
                    self._stand_ins.setdefault((role, name.casefold()), before)
                stand_in = self.name(role, name)
                for part in (name, *name.split()):
                    if len(part) >= _SHORTEST_NAME:
                        self._known.setdefault(part.casefold(), stand_in)
        longest_first = sorted(map(re.escape, self._known), key=len, reverse=True)
        pattern = rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)"
        self._names = re.compile(pattern, re.IGNORECASE) if self._known else None

    def name(self, role: str, name: str) -> str:
        """A name, or what stands for it: its role and a number."""
        if Mask.NAMES not in self._masks or not name:
            return self.text(name)
        key = role, name.casefold()
        if key not in self._stand_ins:
            self._counts[role] = self._counts.get(role, 0) + 1
            self._stand_ins[key] = f"{role} {self._counts[role]}"
        return self._stand_ins[key]

    def text(self, text: str) -> str:
        """A text without what is masked."""
        if Mask.LINKS in self._masks:
            text = _LINK.sub(LINK, text)
        if Mask.EMAILS in self._masks:
            text = _EMAIL.sub(EMAIL, text)
        if self._names is not None:
            text = self._names.sub(self._stand_in, text)
        if Mask.PHONES in self._masks:
            text = _PHONE.sub(_phone, text)
        return text

    def link(self, url: str) -> str:
        """An address that is one as a whole."""
        return LINK if url and Mask.LINKS in self._masks else self.text(url)

    def phone(self, phone: str) -> str:
        """A phone number, however short."""
        return PHONE if phone and Mask.PHONES in self._masks else phone

    def _stand_in(self, match: re.Match[str]) -> str:
        return self._known.get(match[0].casefold(), match[0])


def _phone(match: re.Match[str]) -> str:
    digits = sum(sign.isdigit() for sign in match[0])
    return PHONE if _FEWEST <= digits <= _MOST else match[0]
