"""Says on a message that waits why it does: nobody knows yet whether one before it arrived.

Runs at the end of the transactions of others; knows no calls.
"""

from dataclasses import replace

from app.domain.dialog import Delivery, DialogId
from app.domain.problem import Problem
from app.services.transcript import Transcript

#: Nobody knows yet whether a message before this one arrived, and the order is kept.
WAITS_FOR_EARLIER = "WAITS_FOR_EARLIER"
_DOUBT = (
    "SELECT min(id) FROM job WHERE dialog = ? "
    "AND state IN ('unknown', 'undecided') AND kind NOT IN ('deliver', 'read')"
)
_WAITING = (
    "SELECT job.position, job.id, message.problem_code IS NOT NULL FROM job JOIN message "
    "ON message.dialog = job.dialog AND message.position = job.position "
    "WHERE job.dialog = ? AND job.state = 'waiting' AND job.kind IN ('send', 'reply') "
    "AND message.delivery = 'queued' AND coalesce(message.problem_code, ?) = ?"
)


def tell_waiting(transcript: Transcript) -> None:
    """Mark the messages that wait behind one in doubt, in the dialogs that were changed, and take
    the mark from those that no longer do.
    """
    for dialog in {change.message.dialog for change in transcript.changes.messages}:
        (doubt,) = transcript.conn.execute(_DOUBT, (dialog,)).fetchone()
        values = (dialog, WAITS_FOR_EARLIER, WAITS_FOR_EARLIER)
        for position, job, marked in transcript.conn.execute(_WAITING, values).fetchall():
            waits = doubt is not None and job > doubt
            if waits is not bool(marked):
                _mark(transcript, dialog, position, waits=waits)


def _mark(transcript: Transcript, dialog: DialogId, position: int, *, waits: bool) -> None:
    message = transcript.message(dialog, position)
    if message is not None and message.delivery is Delivery.QUEUED:
        problem = Problem(WAITS_FOR_EARLIER) if waits else None
        transcript.replace(replace(message, problem=problem))
