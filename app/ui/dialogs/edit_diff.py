"""What an edit changed, word by word: the old text with what went and what came. Draws nothing."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from app.domain.markup import Style
from app.ui.dialogs.texts import Range, Shown, units

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 400  # comparing takes the square of this


def changes(lead: str, old: str, new: str) -> Shown:
    """`lead`, then both texts in one: gone words struck out, new ones underlined. Texts that are
    too long to compare stand one after the other.
    """
    text, ranges = f"{lead} ", list[Range]()
    for piece, tone in _pieces(old, new):
        if tone:
            style = Style.STRIKE if tone == "danger" else Style.UNDERLINE
            ranges.append(Range(units(text), units(piece), style, tone=tone))
        text += piece
    return Shown(text, tuple(ranges))


def _pieces(old: str, new: str) -> Iterator[tuple[str, str]]:
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    if len(before) > _MOST or len(after) > _MOST:
        yield old, "danger"
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            yield "".join(before[first:last]), ""
            continue
        if last > first:
            yield "".join(before[first:last]), "danger"
        if last > first and end > start:
            yield " ", ""
        if end > start:
            yield "".join(after[start:end]), "success"
