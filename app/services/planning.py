"""What a person asks for, written to disk as messages and jobs before any call is made.

Runs inside the transactions of the outbox; makes no calls.
"""

from dataclasses import replace
from datetime import datetime

from app.domain.dialog import Author, Delivery, DialogId, Message
from app.services.applying import acknowledge
from app.services.failures import NotPossible
from app.services.jobs import (
    UNREPEATABLE,
    Job,
    JobKind,
    JobState,
    add_job,
    drop_job,
    find_jobs,
    set_state,
)
from app.services.transcript import Transcript
from app.services.writing import filled

_AT = "dialog = ? AND position = ?"
_IDLE = "state IN ('waiting', 'failed', 'unknown')"
_STUCK = "state IN ('failed', 'unknown')"


def plan_reply(
    transcript: Transcript, dialog: DialogId, text: str, author: str, now: datetime
) -> Message:
    """An operator's message, written by the signed-in user.

    Raises:
        NotPossible: NO_CHAT_YET, the portal has no chat for this dialog.
    """
    if transcript.dialog(dialog).portal_chat is None:
        raise NotPossible("NO_CHAT_YET")
    draft = Message(dialog, 0, Author.OPERATOR, author, filled(text), now, Delivery.QUEUED)
    message = transcript.append(draft, seen=True)
    add_job(transcript.conn, dialog, message.position, JobKind.REPLY, now)
    return message


def plan_edit(
    transcript: Transcript,
    dialog: DialogId,
    position: int,
    text: str,
    *,
    now: datetime,
    payload: str = "",
) -> Message:
    """A new text for a customer's message. One that was not sent yet just gets it; `payload` is the
    whole item where a person edited it.

    Raises:
        NotPossible: NOT_EDITABLE, this is no message of the customer's, or it is deleted.
    """
    message = _own(transcript, dialog, position)
    if message.deleted_at is not None:
        raise NotPossible("NOT_EDITABLE")
    text = filled(text)
    if message.delivery in (Delivery.QUEUED, Delivery.FAILED):
        return transcript.replace(replace(message, text=text))
    if text != message.text or payload:
        message = transcript.edit(replace(message, problem=None), text, now)
        add_job(
            transcript.conn,
            dialog,
            position,
            JobKind.EDIT,
            now,
            text=text,
            payload=payload,
        )
    return message


def plan_delete(
    transcript: Transcript, dialog: DialogId, position: int, now: datetime, payload: str = ""
) -> Message:
    """Delete a customer's message. One that was never sent is only struck out here.

    Raises:
        NotPossible: NOT_EDITABLE, this is no message of the customer's.
    """
    message = _own(transcript, dialog, position)
    if message.deleted_at is not None:
        return message
    for job in find_jobs(transcript.conn, f"{_AT} AND {_IDLE}", dialog, position):
        drop_job(transcript.conn, job)
    if message.delivery not in (Delivery.QUEUED, Delivery.FAILED):
        add_job(transcript.conn, dialog, position, JobKind.DELETE, now, payload=payload)
    return transcript.bury(replace(message, problem=None), now, message.author_name)


def plan_delivery(
    transcript: Transcript, dialog: DialogId, position: int, now: datetime
) -> Message:
    """Acknowledge an operator's message by hand.

    Raises:
        NotPossible: NOT_DELIVERABLE, it is no message of the portal's or is acknowledged already.
    """
    message = transcript.message(dialog, position)
    if message is None or message.im is None or message.delivery is not Delivery.RECEIVED:
        raise NotPossible("NOT_DELIVERABLE")
    return acknowledge(transcript, replace(message, problem=None), now)


def plan_retry(transcript: Transcript, dialog: DialogId, position: int) -> Message:
    """Try again what failed, or what nobody knows the outcome of: a person has decided.

    Raises:
        NotPossible: NOTHING_TO_RETRY.
    """
    message, jobs = _stuck(transcript, dialog, position)
    for job in jobs:
        set_state(transcript.conn, job, JobState.WAITING)
    if any(job.kind in UNREPEATABLE for job in jobs):
        message = replace(message, delivery=Delivery.QUEUED)
    return transcript.replace(replace(message, problem=None))


def plan_discard(transcript: Transcript, dialog: DialogId, position: int, now: datetime) -> Message:
    """Give up what waits or failed: a message is struck out, an edit or deletion taken back.

    Raises:
        NotPossible: NOTHING_TO_RETRY.
    """
    message = transcript.message(dialog, position)
    jobs = find_jobs(transcript.conn, f"{_AT} AND {_IDLE}", dialog, position)
    if message is None or not jobs:
        raise NotPossible("NOTHING_TO_RETRY")
    message = replace(message, problem=None)
    for job in reversed(jobs):
        message = _taken_back(message, job, now)
        drop_job(transcript.conn, job)
    return transcript.replace(message)


def plan_settle(transcript: Transcript, dialog: DialogId, position: int) -> Message:
    """A person has seen that a message of unknown outcome did arrive.

    Raises:
        NotPossible: NOTHING_TO_RETRY, its outcome is known.
    """
    message, jobs = _stuck(transcript, dialog, position)
    if message.delivery is not Delivery.UNKNOWN:
        raise NotPossible("NOTHING_TO_RETRY")
    for job in jobs:
        drop_job(transcript.conn, job)
    arrived = Delivery.SENT if message.author is Author.CUSTOMER else Delivery.DELIVERED
    return transcript.replace(replace(message, delivery=arrived, problem=None))


def _stuck(transcript: Transcript, dialog: DialogId, position: int) -> tuple[Message, list[Job]]:
    message = transcript.message(dialog, position)
    jobs = find_jobs(transcript.conn, f"{_AT} AND {_STUCK}", dialog, position)
    if message is None or not jobs:
        raise NotPossible("NOTHING_TO_RETRY")
    return message, jobs


def _taken_back(message: Message, job: Job, now: datetime) -> Message:
    match job.kind:
        case JobKind.SEND | JobKind.REPLY:
            return replace(message, deleted_at=now)
        case JobKind.EDIT if message.edits:
            return replace(message, text=message.edits[-1].text, edits=message.edits[:-1])
        case JobKind.DELETE:
            return replace(message, deleted_at=None)
        case _:
            return message


def _own(transcript: Transcript, dialog: DialogId, position: int) -> Message:
    message = transcript.message(dialog, position)
    if message is None or message.author is not Author.CUSTOMER:
        raise NotPossible("NOT_EDITABLE")
    return message
