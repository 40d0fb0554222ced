"""Lengths of time as people write them: `2 min`, `90 s`, `24 h`. Pure functions.

The letters are those of both languages; which of them are shown is decided elsewhere.
"""

import re

_UNITS = {
    **dict.fromkeys(("s", "sec", "с", "сек"), 1),
    **dict.fromkeys(("", "m", "min", "м", "мин"), 60),
    **dict.fromkeys(("h", "ч"), 3600),
    **dict.fromkeys(("d", "д"), 86_400),
}
_SPAN = re.compile(r"(\d{1,9}(?:[.,]\d{1,3})?)\s*([^\W\d_]*)\.?")


def read_span(text: str) -> int | None:
    """Seconds; minutes are meant where no unit stands. An empty text is 0; None is no length."""
    if not text.strip():
        return 0
    found = _SPAN.fullmatch(text.strip().casefold())
    if found is None or found[2] not in _UNITS:
        return None
    return round(float(found[1].replace(",", ".")) * _UNITS[found[2]])


def split_span(seconds: int) -> tuple[int, str]:
    """A figure and its unit, `h`, `min` or `s`, without a rest."""
    if seconds and seconds % 3600 == 0:
        return seconds // 3600, "h"
    return (seconds // 60, "min") if seconds % 60 == 0 else (seconds, "s")
