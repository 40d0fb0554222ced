"""Texts as cells of a spreadsheet: none of them is a formula, whoever reads the file how.

A program takes a cell for a formula by its first sign, in some countries also by the full-width
cousin of it. Read with another separator than it was written with, a cell ends where its text has a
comma, a semicolon, a tab, a quote or a new line, and the next one begins there. In front of each
such sign stands an apostrophe, which spreadsheets do not calculate.
"""

import re

#: Signs that begin a formula, and those that become one of them: full-width, small, superscript.
FORMULA_SIGNS = (
    "=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207c\u207a\u207b\u208c\u208a\u208b\u2212"
)
_EDGES = ",;|\t\r\n\"'\u2018\u2019\u201c\u201d\uff0c\uff1b"
_BEGINS = re.compile(rf"(^|[{_EDGES}])([ \u00a0\u3000]*)(?=[{re.escape(FORMULA_SIGNS)}])")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ud800-\udfff]")
_INVISIBLE = re.compile("^[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c]+")


def cell(text: str) -> str:
    """The text as a cell: apostrophes before what could begin a formula, no controls."""
    text = _CONTROLS.sub("\ufffd", text)
    text = _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    safe = _BEGINS.sub(r"\1\2'", text)
    return f"'{safe}" if safe.lstrip(" \u00a0\u3000")[:1] in ("\t", "\n") else safe
