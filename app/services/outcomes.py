"""What is written down after a call of the outbox, or when nobody knows what became of it.

Every outcome runs in a transaction of its own, on the message as it is then: events may have
changed it during the call, and a person may have given it up. Knows no calls.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf

from app.bitrix.errors import BitrixError, ReadOnly, Refused
from app.bitrix.messages import SentMessage
from app.domain.dialog import Author, Delivery, Message
from app.domain.problem import Problem
from app.domain.receipts import Receipts
from app.services.failures import problem_of
from app.services.jobs import (
    CARRYING,
    UNREPEATABLE,
    Job,
    JobKind,
    JobState,
    drop_job,
    find_jobs,
    set_state,
    uncount_try,
)
from app.services.misfits import MISTAKES, halt, mistake, set_misfits_aside
from app.services.notes import NoteKind, note_text
from app.services.orders import Order
from app.services.receipts import plan_reading, receive
from app.services.session_rules import start_session
from app.services.transcript import Transcript

#: The portal answered, and refused this one message inside the answer.
MESSAGE_REFUSED = "MESSAGE_REFUSED"
#: Nobody knows whether the message arrived.
UNKNOWN_OUTCOME = "UNKNOWN_OUTCOME"

log = logging.getLogger(__name__)

#: What to write down after a call.
Outcome = Callable[[Transcript], None]


@dataclass(frozen=True, slots=True)
class Step:
    """What came of one step of a lane: what to write down, if anything; why the lane has to rest,
    if it has to; how long at least and at most. `tells`: the reason concerns everybody, not this
    message alone.
    """

    outcome: Outcome | None = None
    rests: Problem | None = None
    at_least: float = 0.0
    at_most: float = inf
    tells: bool = True


def is_final(kind: JobKind, error: BitrixError) -> bool:
    """Whether waiting is no use: the portal said no, or it may have done what it must do once.
    What a read-only profile keeps from leaving waits until the lock is opened.
    """
    if isinstance(error, ReadOnly):
        return False
    return isinstance(error, Refused) or (error.maybe_done and kind in UNREPEATABLE)


def all_of(outcomes: Sequence[Outcome]) -> Outcome:
    """Several outcomes of one call."""

    def outcome(transcript: Transcript) -> None:
        for each in outcomes:
            each(transcript)

    return outcome


def sent(order: Order, answer: SentMessage, now: datetime) -> Outcome:
    """A customer's message was taken, or refused by itself."""
    return arrived(order, answer, now) if answer.ok else _refused_item(order, answer)


def arrived(order: Order, answer: SentMessage, now: datetime) -> Outcome:
    """A customer's message is in the portal's chat."""

    def outcome(transcript: Transcript) -> None:
        drop_job(transcript.conn, order.job)
        _update(transcript, order, delivery=Delivery.SENT, problem=None)
        dialog = transcript.dialog(order.job.dialog)
        portal_chat = answer.portal_chat or dialog.portal_chat
        transcript.put(replace(dialog, portal_chat=portal_chat))
        if answer.user and not order.message.writer:
            transcript.set_portal_user(dialog.id, answer.user)
        if answer.session is not None:
            start_session(transcript, transcript.dialog(dialog.id), answer.session, now)

    return outcome


def replied(order: Order, im: int, now: datetime, receipts: Receipts | None) -> Outcome:
    """An own reply is in the portal's chat under this number. None for receipts: plan none."""

    def outcome(transcript: Transcript) -> None:
        drop_job(transcript.conn, order.job)
        back = transcript.by_im(order.job.dialog, im)
        if back is not None:  # it came back as an event before the answer
            if back.position != order.job.position:
                _stands_below(transcript, order)
            return
        message = _update(transcript, order, delivery=Delivery.RECEIVED, problem=None, im=im)
        transcript.answered(message)
        if receipts is not None:
            receive(transcript, message, now, receipts)

    return outcome


def _stands_below(transcript: Transcript, order: Order) -> None:
    """The portal had changed a reply beyond recognition: its own text stands there already, and a
    note takes the place of ours.
    """
    ours, text = order.message, note_text(NoteKind.CHANGED_THERE)
    transcript.replace(Message(ours.dialog, ours.position, Author.SYSTEM, "", text, ours.at))


def accepted(order: Order, answer: SentMessage) -> Outcome:
    """An edit or a deletion was taken, or refused by itself."""
    if not answer.ok:
        return _refused_item(order, answer)

    def outcome(transcript: Transcript) -> None:
        drop_job(transcript.conn, order.job)
        _update(transcript, order, problem=None)

    return outcome


def told(order: Order, answer: SentMessage) -> Outcome:
    """The operator was told that his message was not delivered; or cannot be told."""

    def outcome(transcript: Transcript) -> None:
        if answer.ok:
            drop_job(transcript.conn, order.job)
        else:
            _refused_item(order, answer)(transcript)

    return outcome


def delivered(orders: Sequence[Order], now: datetime, receipts: Receipts | None) -> Outcome:
    """Messages were acknowledged together. None for receipts: plan no reading."""

    def outcome(transcript: Transcript) -> None:
        for order in orders:
            drop_job(transcript.conn, order.job)
            message = _update(transcript, order, delivery=Delivery.DELIVERED, problem=None)
            if receipts is not None:
                plan_reading(transcript, message, now, receipts)

    return outcome


def read(orders: Sequence[Order]) -> Outcome:
    """Messages were told to be read together."""

    def outcome(transcript: Transcript) -> None:
        for order in orders:
            drop_job(transcript.conn, order.job)
            _update(transcript, order, delivery=Delivery.READ, problem=None)

    return outcome


def unread(orders: Sequence[Order]) -> Outcome:
    """This portal has no method that tells "read": nothing is lost, nothing is wrong."""

    def outcome(transcript: Transcript) -> None:
        for order in orders:
            drop_job(transcript.conn, order.job)

    return outcome


def failed(orders: Sequence[Order], error: BitrixError) -> Outcome:
    """A final failure: a person has to decide, or the chat tells what became of it."""

    def outcome(transcript: Transcript) -> None:
        for order in orders:
            unsure = error.maybe_done and order.job.kind in UNREPEATABLE
            state = JobState.UNKNOWN if unsure else JobState.FAILED
            stop(transcript, order, state, problem_of(error))

    return outcome


def broken(orders: Sequence[Order], error: Exception) -> Outcome:
    """The program itself failed over a call: it stops for this one alone. What may have left is
    looked up, unless the look is what failed.
    """
    problem = mistake(error)

    def outcome(transcript: Transcript) -> None:
        for order in orders:
            looked = order.job.state is JobState.UNKNOWN
            unsure = JobState.UNDECIDED if looked else JobState.UNKNOWN
            repeatable = order.job.kind not in UNREPEATABLE
            try:
                with transcript.attempt():
                    stop(transcript, order, JobState.FAILED if repeatable else unsure, problem)
            except MISTAKES:
                log.exception("What became of a call cannot be told at its message")
                running = replace(order.job, state=JobState.RUNNING)
                halt(transcript, running, problem)

    return outcome


def postponed(orders: Sequence[Order]) -> Outcome:
    """Nothing was done: the jobs wait again."""

    def outcome(transcript: Transcript) -> None:
        for order in orders:
            set_state(transcript.conn, order.job, JobState.WAITING)
            if order.job.kind in CARRYING:
                _update(transcript, order, delivery=Delivery.QUEUED)

    return outcome


def recover(transcript: Transcript) -> None:
    """Jobs that were running when the program ended: nobody knows whether they were done. What
    nobody can do anything with stops first.
    """
    set_misfits_aside(transcript)
    for job in find_jobs(transcript.conn, "state = 'running'"):
        _unknown(transcript, job)


def _unknown(transcript: Transcript, job: Job) -> None:
    if job.kind not in UNREPEATABLE:
        set_state(transcript.conn, job, JobState.WAITING)
        return
    message = transcript.message(job.dialog, job.position)
    if came_back(job, message):
        drop_job(transcript.conn, job)
        return
    set_state(transcript.conn, job, JobState.UNKNOWN)
    uncount_try(transcript.conn, job)
    if message is not None and job.kind in CARRYING:
        problem = Problem(UNKNOWN_OUTCOME)
        transcript.replace(replace(message, delivery=Delivery.UNKNOWN, problem=problem))


def came_back(job: Job, message: Message | None) -> bool:
    """Whether an own reply came back as an event: then it has arrived, whatever its call said."""
    return job.kind is JobKind.REPLY and message is not None and message.im is not None


def stop(transcript: Transcript, order: Order, state: JobState, problem: Problem) -> None:
    """A call is not repeated by itself: it was refused, or nobody knows what became of it."""
    if came_back(order.job, transcript.message(order.job.dialog, order.job.position)):
        drop_job(transcript.conn, order.job)
        return
    set_state(transcript.conn, order.job, state)
    if order.job.kind in CARRYING:
        unsure = state in (JobState.UNKNOWN, JobState.UNDECIDED)
        delivery = Delivery.UNKNOWN if unsure else Delivery.FAILED
        _update(transcript, order, delivery=delivery, problem=problem)
    elif state is JobState.FAILED:
        _update(transcript, order, problem=problem)


def _refused_item(order: Order, answer: SentMessage) -> Outcome:
    problem = Problem(MESSAGE_REFUSED, "; ".join(answer.errors))
    return lambda transcript: stop(transcript, order, JobState.FAILED, problem)


def _update(transcript: Transcript, order: Order, **fields: object) -> Message:
    """Change the message as it is now: an event may have changed it during the call."""
    message = transcript.message(order.job.dialog, order.job.position)
    assert message is not None
    return transcript.replace(replace(message, **fields))  # type: ignore[arg-type]  # replace checks names at run time
