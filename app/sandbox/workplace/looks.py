"""How people, times and pictures look on a page. Pure; the words come from outside."""

import re
from datetime import UTC, datetime, timedelta, timezone

from app.sandbox.clock import iso
from app.sandbox.portal import Portal
from app.sandbox.workplace.words import Words

AVATARS = 6
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:svg\+xml|png|jpeg|gif|webp)[;,]", re.IGNORECASE)


class Times:
    """Moments in the portal's own zone, in the words of a language."""

    def __init__(self, portal: Portal, words: Words) -> None:
        self._zone = timezone(timedelta(minutes=portal.offset_minutes))
        self._offset = portal.offset_minutes
        self._now = portal.now
        self._words = words
        self._months = words.months()

    def clock(self, moment: float | None) -> str:
        """Hours and minutes."""
        return "" if moment is None else f"{self._at(moment):%H:%M}"

    def exact(self, moment: float | None) -> str:
        """Hours, minutes and seconds, with the day unless it is today."""
        return "" if moment is None else f"{self._before(moment)}{self._at(moment):%H:%M:%S}"

    def short(self, moment: float | None) -> str:
        """The clock today, else the day."""
        if moment is None:
            return ""
        return self.clock(moment) if self._today(moment) else self.day(moment)

    def full(self, moment: float | None) -> str:
        """The day unless it is today, and the clock."""
        return "" if moment is None else f"{self._before(moment)}{self.clock(moment)}"

    def day(self, moment: float) -> str:
        """A date; the year unless it is this one."""
        at = self._at(moment)
        year = "" if at.year == self._at(self._now).year else f" {at.year}"
        return f"{at.day} {self._months[at.month - 1]}{year}"

    def whole(self, moment: float) -> str:
        """Date with year, and the clock."""
        at = self._at(moment)
        return f"{at.day} {self._months[at.month - 1]} {at.year}, {at:%H:%M:%S}"

    def machine(self, moment: float) -> str:
        """For the attribute of a time element."""
        return iso(moment, self._offset)

    def since(self, moment: float) -> str:
        """How long ago, in the largest unit that fits."""
        return self.span(self._now - moment)

    def span(self, length: float) -> str:
        """A stretch of time in the largest unit that fits."""
        seconds = max(0, int(length))
        for unit, size in (("days", 86_400), ("hours", 3600), ("minutes", 60)):
            if seconds >= size:
                return self._words(f"spans.{unit}", n=seconds // size)
        return self._words("spans.now")

    def _before(self, moment: float) -> str:
        return "" if self._today(moment) else f"{self.day(moment)}, "

    def _today(self, moment: float) -> bool:
        return self._at(moment).date() == self._at(self._now).date()

    def _at(self, moment: float) -> datetime:
        return datetime.fromtimestamp(moment, UTC).astimezone(self._zone)


def initials(name: str) -> str:
    """At most two letters for a picture that is missing."""
    words = [word for word in re.split(r"[\s._@+-]+", name) if word and word[0].isalnum()]
    return "".join(word[0] for word in words[:2]).upper() or "?"


def tone(number: int) -> int:
    """Which of the avatar colours goes with a person."""
    return number % AVATARS


def colour(value: object) -> str:
    """A colour that may stand in a page; empty when it is none."""
    return value if isinstance(value, str) and _COLOUR.fullmatch(value) else ""


def picture(value: object) -> str:
    """The address of a picture that carries itself; empty when it is any other address."""
    return value if isinstance(value, str) and _PICTURE.match(value) else ""


def size(count: int, words: Words) -> str:
    """A number of bytes."""
    if count < 1024:
        return words("sizes.bytes", n=count)
    if count < 1024 * 1024:
        return words("sizes.kilobytes", n=f"{count / 1024:.0f}")
    return words("sizes.megabytes", n=f"{count / 1024 / 1024:.1f}".replace(".", words("sizes.dot")))
