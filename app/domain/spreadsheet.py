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
_EDGES = ",;|\t\r\n\x85\u2028\u2029\"'\u2018\u2019\u201c\u201d\uff0c\uff1b"
#: What a spreadsheet may pass over before a formula: blanks and signs that are not seen.
_BLANKS = (
    " \u00a0\u00ad\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2069\u2800\u3000"
    "\u3164\uffa0"
)
_SIGN = rf"(?=[{re.escape(FORMULA_SIGNS)}])"
_BEGINS = re.compile(rf"(^|[{_EDGES}])([{_BLANKS}]*){_SIGN}")
_WRITTEN = re.compile(rf"(^|[{_EDGES}])([{_BLANKS}]*)'{_SIGN}")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ud800-\udfff]")
_INVISIBLE = re.compile("^[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c]+")


def cell(text: str) -> str:
    """The text as a cell: apostrophes before what could begin a formula, no controls."""
    text = _CONTROLS.sub("\ufffd", text)
    text = _INVISIBLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    safe = _BEGINS.sub(r"\1\2'", text)
    return f"'{safe}" if _begins_blank(safe) else safe


def text_of(written: str) -> str:
    """What was written as a cell, without the apostrophes that `cell` put there."""
    whole = written.startswith("'") and _begins_blank(written)
    return _WRITTEN.sub(r"\1\2", written[1:] if whole else written)


def _begins_blank(text: str) -> bool:
    """With a tab or a new line, whatever apostrophes and blanks stand before it."""
    return text.lstrip("' \u00a0\u3000")[:1] in ("\t", "\n")
