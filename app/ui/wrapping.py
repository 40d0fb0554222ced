"""Where a text may go on in the next line. Knows no Qt.

A label breaks lines between words only: a path or an address of 200 characters would make it, and
with it the page, wider than the window.
"""

import re

_LONG = re.compile(r"\S{40,}")  # no code of an error is as long: they are copied from here
_PLACES = re.compile(r"([/\\._,:?&=-]|\w{16})(?=\S)")


def breakable(text: str) -> str:
    """The same to look at; long words may be broken."""
    return _LONG.sub(lambda word: _PLACES.sub("\\1\u200b", word[0]), text)
