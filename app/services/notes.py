"""Notes in a transcript that nobody wrote: stored as codes, since services speak no language.

A note is a message of the author SYSTEM whose delivery is NONE. Its text is `code` or `code:value`;
the window turns it into words. An automatic text of the line is no note: it has words of its own.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.dialog import Author, Delivery, Message


class NoteKind(StrEnum):
    """What happened. The value beside it is the session's number, the line's, the name of whoever
    came, went, got the dialog or commented on it, the supervisor's rating, or how many messages
    were lost with a damaged journal. CHANGED_THERE stands for an own reply that the portal changed
    so much that its text was taken for another message, TAKEN_BACK for one that never left; before
    BEGINS nothing was said.
    """

    SESSION_STARTED = "session-started"
    SESSION_FINISHED = "session-finished"
    LINE_DISCONNECTED = "line-disconnected"
    LINE_DELETED = "line-deleted"
    EVENTS_MISSED = "events-missed"
    LOST = "lost"
    BEGINS = "begins"
    CHANGED_THERE = "changed-there"
    TAKEN_BACK = "taken-back"
    HANDED_OVER = "handed-over"
    TO_LINE = "to-line"
    TAKEN_OVER = "taken-over"
    NOW_HAS = "now-has"
    SKIPPED = "skipped"
    JOINED = "joined"
    REMOVED = "removed"
    SILENT_ON = "silent-on"
    SILENT_OFF = "silent-off"
    ANSWERED = "answered"
    RATED = "rated"
    COMMENTED = "commented"


_CODES = frozenset(kind.value for kind in NoteKind)


@dataclass(frozen=True, slots=True)
class Note:
    """A note as the window reads it."""

    kind: NoteKind
    value: str = ""


def note_text(kind: NoteKind, value: object = "") -> str:
    """The text that stands for a note in the journal."""
    return f"{kind.value}:{value}" if value != "" else kind.value


def read_note(message: Message) -> Note | None:
    """The note that a message is, or None for a message that somebody wrote."""
    if message.author is not Author.SYSTEM or message.delivery is not Delivery.NONE:
        return None
    code, _, value = message.text.partition(":")
    return Note(NoteKind(code), value) if code in _CODES else None
