"""Appends what the portal tells of: last words, who has a dialog and who waits go by the order in
which it was written, whatever the order in which it is told.

Makes no calls. Does not know what an event means.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from sqlite3 import Connection

from app.domain.dialog import Author, Dialog, Message
from app.services.found_rules import was_there
from app.services.rows import moment, stamp
from app.services.transcript import Transcript

#: A session may begin this much after the words that opened it.
_BEFORE = timedelta(minutes=1)
_HAS_LATER = "SELECT EXISTS (SELECT 1 FROM message WHERE dialog = ? AND im > ?)"
_IS_ANSWERED = (
    "SELECT EXISTS (SELECT 1 FROM message WHERE dialog = ? AND im > ? AND author = 'operator')"
)
#: Words without the portal's number go by their time; those that never reached it ask nothing.
_ASKED_LATER = """
    SELECT min(at) FROM message WHERE dialog = :dialog AND author = 'customer'
    AND deleted_at IS NULL AND delivery <> 'failed'
    AND CASE WHEN im IS NULL THEN at > :at ELSE im > :im END
"""
_FIRST = "SELECT at FROM message WHERE dialog = ? ORDER BY position LIMIT 1"


def append_heard(transcript: Transcript, message: Message) -> Message:
    """Append a message that has the portal's number. One that is told late changes neither the
    last words nor who has the dialog; one of before the dialog was known is nothing new.
    """
    before, conn = transcript.dialog(message.dialog), transcript.conn
    is_late = _yes(conn, _HAS_LATER, message)
    old = was_there(conn, before.id, message.at) or (is_late and _is_of_before(conn, message))
    message = transcript.append(message, seen=old)
    after = transcript.dialog(before.id)
    if message.author is Author.CUSTOMER and _yes(conn, _IS_ANSWERED, message):
        after = replace(after, waiting_since=before.waiting_since)
    if is_late:
        after = _as_before(before, after, message)
        if message.author is not Author.CUSTOMER:
            after = replace(after, waiting_since=_still_waits(conn, before, message))
    transcript.put(after)
    return message


def _is_of_before(conn: Connection, message: Message) -> bool:
    first = _moment(conn, _FIRST, (message.dialog,))
    return first is not None and message.at < first - _BEFORE


def _as_before(before: Dialog, after: Dialog, message: Message) -> Dialog:
    """Of an answer in the present session it is known at least that somebody gave it."""
    known = bool(before.operator or before.operator_id)
    if known or (before.opened_at is not None and message.at < before.opened_at):
        after = replace(after, operator=before.operator, operator_id=before.operator_id)
        after = replace(after, answered_at=before.answered_at)
    return replace(
        after,
        last_text=before.last_text,
        last_author=before.last_author,
        last_at=before.last_at,
        last_by=before.last_by,
    )


def _still_waits(conn: Connection, before: Dialog, message: Message) -> datetime | None:
    """Who asked after an answer that is told late waits still, no longer than before."""
    since = before.waiting_since
    if since is None or message.author is not Author.OPERATOR or message.at < since - _BEFORE:
        return since
    wanted = {"dialog": before.id, "at": stamp(message.at), "im": message.im}
    asked = _moment(conn, _ASKED_LATER, wanted)
    return None if asked is None else max(since, asked)


def _moment(
    conn: Connection, question: str, values: tuple[int] | dict[str, object]
) -> datetime | None:
    row = conn.execute(question, values).fetchone()
    return None if row is None or row[0] is None else moment(row[0])


def _yes(conn: Connection, question: str, message: Message) -> bool:
    (answer,) = conn.execute(question, (message.dialog, message.im)).fetchone()
    return bool(answer)
