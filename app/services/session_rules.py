"""When a dialog's session is open, and what happens to dialogs with their line.

Each can be told twice with the effect of once. Knows no calls and no messages of people.
"""

from dataclasses import replace
from datetime import datetime

from app.domain.dialog import Dialog, DialogState
from app.domain.events import LineDeleted, StatusDeleted
from app.services.notes import NoteKind, note_text
from app.services.transcript import Transcript


def start_session(transcript: Transcript, dialog: Dialog, session: int, at: datetime) -> Dialog:
    """A session is open in this dialog; told once. Nobody has it or has answered in it, unless its
    beginning is told after that.
    """
    known = dialog.session == session
    begun = known and dialog.opened_at is not None
    if begun or transcript.has_note(dialog.id, NoteKind.SESSION_STARTED, session):
        return dialog
    dialog = replace(dialog, session=session, state=DialogState.OPEN, opened_at=at)
    if not known and (dialog.answered_at is None or dialog.answered_at < at):
        dialog = replace(dialog, answered_at=None, operator="", operator_id=0)
    dialog = transcript.put(dialog)
    transcript.note(dialog.id, at, NoteKind.SESSION_STARTED, session)
    return transcript.dialog(dialog.id)


def finish_session(transcript: Transcript, dialog: Dialog, session: int, at: datetime) -> Dialog:
    """A session is closed; told once. The end of an older session does not close a newer one."""
    if transcript.has_note(dialog.id, NoteKind.SESSION_FINISHED, session):
        return dialog
    transcript.note(dialog.id, at, NoteKind.SESSION_FINISHED, session)
    dialog = transcript.dialog(dialog.id)
    if dialog.session not in (None, session):
        return dialog
    closed = replace(dialog, state=DialogState.CLOSED, session=session, waiting_since=None)
    return transcript.put(closed)


def disconnected(transcript: Transcript, event: StatusDeleted, at: datetime) -> None:
    """A connector was switched off on a line: told in its open dialogs."""
    _note_open(transcript, at, NoteKind.LINE_DISCONNECTED, event.line, event.connector)


def line_deleted(transcript: Transcript, event: LineDeleted, at: datetime) -> None:
    """A line is gone, and with it its dialogs' sessions."""
    _note_open(transcript, at, NoteKind.LINE_DELETED, event.line)
    open_ones = transcript.dialogs("line = ? AND state = 'open'", event.line)
    for dialog in open_ones:
        transcript.put(replace(dialog, state=DialogState.CLOSED, waiting_since=None))


def _note_open(
    transcript: Transcript, at: datetime, kind: NoteKind, line: int, connector: str = ""
) -> None:
    """A note in every open dialog of the line; not again while it is the last word there."""
    for dialog in transcript.dialogs("line = ? AND state = 'open'", line):
        if connector not in ("", dialog.connector):
            continue
        last = transcript.message(dialog.id, dialog.count - 1)
        if last is None or last.text != note_text(kind, line):
            transcript.note(dialog.id, at, kind, line)
