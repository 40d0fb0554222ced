"""What a person asks for, written to disk as messages and jobs before any call is made.

Runs inside the transactions of the outbox; makes no calls.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import msgspec

from app.bitrix.imconnector import LARGEST_CALL
from app.domain.content import Content
from app.domain.dialog import Author, Delivery, DialogId, Message
from app.domain.markup import escape
from app.domain.portal import User
from app.domain.problem import Problem
from app.services.failures import NotPossible
from app.services.jobs import (
    CARRYING,
    Job,
    JobKind,
    JobState,
    add_job,
    drop_job,
    find_jobs,
    join_bundle,
    set_payload,
    set_state,
)
from app.services.outcomes import UNKNOWN_OUTCOME
from app.services.receipts import acknowledge, was_refused
from app.services.transcript import Transcript
from app.services.writing import customer_of, filled, plan_send

_AT = "dialog = ? AND position = ?"
_IDLE = "state != 'running'"
_UNSENT = "state IN ('waiting', 'failed')"
_STUCK = "state IN ('failed', 'unknown', 'undecided')"


def plan_reply(
    transcript: Transcript,
    dialog: DialogId,
    text: str,
    author: User,
    now: datetime,
    *,
    pause: float = 0.0,
) -> Message:
    """An operator's message, written by the signed-in user `author`. For `pause` seconds it stays
    here and can be taken back.

    Raises:
        NotPossible: NO_CHAT_YET, the portal has no chat for this dialog.
    """
    if transcript.dialog(dialog).portal_chat is None:
        raise NotPossible("NO_CHAT_YET")
    draft = Message(
        *(dialog, 0, Author.OPERATOR, author.name, filled(text), now, Delivery.QUEUED),
        author_id=author.id,
    )
    message = transcript.append(draft, seen=True)
    due = now + timedelta(seconds=pause) if pause > 0 else None
    add_job(transcript.conn, dialog, message.position, JobKind.REPLY, now, due_at=due, pause=pause)
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
        for job in find_jobs(transcript.conn, f"{_AT} AND kind = 'send'", dialog, position):
            set_payload(transcript.conn, job, payload or _retold(job.payload, text))
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
    for job in find_jobs(transcript.conn, f"{_AT} AND {_UNSENT}", dialog, position):
        drop_job(transcript.conn, job)
    if message.delivery not in (Delivery.QUEUED, Delivery.FAILED):
        add_job(transcript.conn, dialog, position, JobKind.DELETE, now, payload=payload)
    return transcript.bury(replace(message, problem=None), now, message.author_name)


def plan_delivery(
    transcript: Transcript, dialog: DialogId, position: int, now: datetime
) -> Message:
    """Acknowledge an operator's message by hand, also one that was said not to be delivered.

    Raises:
        NotPossible: NOT_DELIVERABLE, it is no message of the portal's or is acknowledged already.
    """
    message = transcript.message(dialog, position)
    if message is None or message.im is None:
        raise NotPossible("NOT_DELIVERABLE")
    if message.delivery is not Delivery.RECEIVED and not was_refused(message):
        raise NotPossible("NOT_DELIVERABLE")
    for job in find_jobs(transcript.conn, f"{_AT} AND kind = 'refuse'", dialog, position):
        drop_job(transcript.conn, job)
    here = transcript.replace(replace(message, delivery=Delivery.RECEIVED, problem=None))
    return acknowledge(transcript, here, now)


def plan_bundle(
    transcript: Transcript, entries: Sequence[tuple[DialogId, str, Content]], now: datetime
) -> tuple[Message, ...]:
    """Messages of customers that leave in one call.

    Raises:
        NotPossible: BUNDLE_SIZE, BUNDLE_MIXED, and what `plan_send` raises.
    """
    if not 0 < len(entries) <= LARGEST_CALL:
        raise NotPossible("BUNDLE_SIZE", str(LARGEST_CALL))
    places = {(d.connector, d.line) for d in (transcript.dialog(each[0]) for each in entries)}
    if len(places) > 1:
        raise NotPossible("BUNDLE_MIXED")
    messages = tuple(plan_send(transcript, *entry[:2], now, entry[2]) for entry in entries)
    join_bundle(transcript.conn, [(each.dialog, each.position) for each in messages])
    return messages


def plan_retry(transcript: Transcript, dialog: DialogId, position: int, now: datetime) -> Message:
    """Try again what failed. What may have arrived is looked for and sent unless it is found.

    Raises:
        NotPossible: NOTHING_TO_RETRY.
    """
    found = transcript.message(dialog, position)
    if found is not None and was_refused(found):
        return plan_delivery(transcript, dialog, position, now)
    message, jobs = _stuck(transcript, dialog, position)
    doubtful = message.delivery is Delivery.UNKNOWN
    for job in jobs:
        unsure = job.state in (JobState.UNKNOWN, JobState.UNDECIDED)
        state = JobState.UNKNOWN if unsure else JobState.WAITING
        set_state(transcript.conn, job, state, insists=unsure)
    if doubtful:
        return message
    if any(job.kind in CARRYING for job in jobs):
        message = replace(message, delivery=Delivery.QUEUED)
    return transcript.replace(replace(message, problem=None))


def plan_check(transcript: Transcript, dialog: DialogId, position: int) -> Message:
    """Look once more for a message that may have arrived.

    Raises:
        NotPossible: NOTHING_TO_RETRY, its outcome is known.
    """
    message, jobs = _stuck(transcript, dialog, position)
    if message.delivery is not Delivery.UNKNOWN:
        raise NotPossible("NOTHING_TO_RETRY")
    for job in jobs:
        if job.state is JobState.UNDECIDED:
            set_state(transcript.conn, job, JobState.UNKNOWN)
    return transcript.replace(replace(message, problem=Problem(UNKNOWN_OUTCOME)))


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
    reply = any(job.kind is JobKind.REPLY for job in jobs)
    for job in jobs:
        drop_job(transcript.conn, job)
    arrived = Delivery.DELIVERED if reply else Delivery.SENT
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
    if message is None or message.author is not Author.CUSTOMER or not message.external_ids:
        raise NotPossible("NOT_EDITABLE")
    customer_of(transcript, dialog, message.writer)
    return message


def _retold(payload: str, text: str) -> str:
    """An item with another text; what a person made unreadable stays as it is."""
    try:
        item = msgspec.json.decode(payload, type=dict[str, Any]) if payload else {}
        item["message"]["text"] = escape(text)
    except (msgspec.DecodeError, KeyError, TypeError):
        return payload
    return msgspec.json.encode(item).decode()
