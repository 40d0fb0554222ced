"""What is selected in the transcript: from a place in one message to a place in another.

A place is a position and an offset counted as Qt counts. Reads messages, paints nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.domain.dialog import Message
from app.domain.long_texts import is_long
from app.services.notes import read_note
from app.ui.dialogs.texts import cut, shown_text, units, whole_text
from app.ui.dialogs.words import Words


class Place(NamedTuple):
    """A gap between two characters."""

    position: int
    offset: int


class Selection:
    """Empty at first. `anchor` stays, `cursor` moves."""

    def __init__(self) -> None:
        self._anchor: Place | None = None
        self._cursor: Place | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self._anchor == self._cursor

    @property
    def ends(self) -> tuple[Place, Place] | None:
        """The two ends in order."""
        if self._anchor is None or self._cursor is None or self.is_empty:
            return None
        return min(self._anchor, self._cursor), max(self._anchor, self._cursor)

    def begin(self, place: Place) -> None:
        """Start here, with nothing selected yet."""
        self._anchor = self._cursor = place

    def extend(self, place: Place) -> None:
        """Select up to here."""
        self._anchor = self._anchor or place
        self._cursor = place

    def select(self, first: Place, last: Place) -> None:
        """Select between two places."""
        self._anchor, self._cursor = first, last

    def clear(self) -> None:
        """Select nothing."""
        self._anchor = self._cursor = None

    def range_in(self, position: int, length: int) -> tuple[int, int]:
        """The selected range of a message's text; (0, 0) when nothing of it is selected."""
        if self.ends is None:
            return 0, 0
        first, last = self.ends
        if not first.position <= position <= last.position:
            return 0, 0
        start = first.offset if position == first.position else 0
        end = last.offset if position == last.position else length
        return (start, end) if start < end else (0, 0)


def selected_text(messages: Sequence[Message], ends: tuple[Place, Place], words: Words) -> str:
    """The selection as plain text: of one message a piece, of several a conversation."""
    first, last = ends
    if first.position == last.position:
        whole = _text(messages[0], words, hidden=False) if messages else ""
        return cut(whole, first.offset, last.offset)
    lines = []
    for message in messages:
        text = _text(message, words)
        start = first.offset if message.position == first.position else 0
        end = last.offset if message.position == last.position else units(text)
        piece = cut(text, start, end)
        if piece == text and message.deleted_at is None and is_long(message.text):
            piece = whole_text(message)
        if piece and read_note(message) is None:
            piece = f"{words.author(message)}, {words.time(message.at)}: {piece}"
        lines.append(piece)
    return "\n".join(line for line in lines if line)


def _text(message: Message, words: Words, hidden: bool = True) -> str:
    if read_note(message) is not None:
        return words.note(message)
    if hidden and message.deleted_at is not None:
        return words.deleted(message)
    return shown_text(message).text
