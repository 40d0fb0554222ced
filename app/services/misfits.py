"""Calls of the outbox that cannot be made: what a damaged journal, another version of the program
or a mistake has left there.

Each stops for itself alone, with its reason at its message; one without a message is dropped. Runs
inside the transactions of others.
"""

import logging
from dataclasses import replace
from sqlite3 import Connection

from app.bitrix.wire import decode
from app.domain.dialog import Delivery, Dialog, Message
from app.domain.problem import Problem
from app.services.jobs import (
    CARRYING,
    RECEIPTS,
    UNREPEATABLE,
    Job,
    JobKind,
    JobState,
    find_jobs,
    set_state,
)
from app.services.transcript import Transcript

#: What a mistake of the program, or of a row, can raise over one call.
MISTAKES = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError),
    RecursionError,
)
#: The program itself failed over a call.
CALL_FAILED = "CALL_FAILED"
ITEM_UNREADABLE = "ITEM_UNREADABLE"
_SURE = (JobState.WAITING, JobState.FAILED)
_WITHOUT_MESSAGE = """
    DELETE FROM job WHERE NOT EXISTS (
        SELECT 1 FROM message JOIN dialog ON dialog.id = message.dialog
        WHERE message.dialog = job.dialog AND message.position = job.position
    )
"""
_MADE_READABLE = """
    UPDATE job SET state = ?, text = '', payload = '', due_at = NULL, bundle = NULL,
    asked_at = NULL, insists = 0, tries = 0 WHERE id = ?
"""

log = logging.getLogger(__name__)


def set_misfits_aside(transcript: Transcript) -> None:
    """Before any call is made: no row of the outbox's table keeps the others back."""
    conn = transcript.conn
    dropped = conn.execute(_WITHOUT_MESSAGE).rowcount
    if dropped:
        log.warning("Calls without their message were dropped: %d", dropped)
    if _unreadable_row(conn, "TRUE") is None:
        return
    for (number,) in conn.execute("SELECT id FROM job").fetchall():
        error = _unreadable_row(conn, "id = ?", number)
        if error is not None:
            log.warning("A call cannot be read: %s", error)
            _make_readable(transcript, number, mistake(error))


def _unreadable_row(conn: Connection, condition: str, *values: object) -> Exception | None:
    try:
        find_jobs(conn, condition, *values)
    except MISTAKES as error:
        return error
    return None


def _make_readable(transcript: Transcript, number: int, problem: Problem) -> None:
    """Keep what is known of a call: of which kind it is, and whether it may have been made."""
    conn = transcript.conn
    sql = "SELECT kind, state, dialog, position FROM job WHERE id = ?"
    kind, state, *place = conn.execute(sql, (number,)).fetchone()
    if kind in [each.value for each in JobKind]:
        sure = state in [each.value for each in _SURE] or kind not in UNREPEATABLE
        stopped = JobState.FAILED if sure else JobState.UNDECIDED
        conn.execute(_MADE_READABLE, (stopped.value, number))
        (job,) = find_jobs(conn, "id = ?", number)
        halt(transcript, job, problem)
    else:
        conn.execute("DELETE FROM job WHERE id = ?", (number,))
        message = transcript.message(*place)
        assert message is not None
        unsent = message.delivery in (Delivery.QUEUED, Delivery.SENDING)
        delivery = Delivery.FAILED if unsent else message.delivery
        transcript.replace(replace(message, delivery=delivery, problem=problem))


def mistake(error: Exception) -> Problem:
    """What went wrong inside the program, in the words of the programmer."""
    return Problem(CALL_FAILED, f"{type(error).__name__}: {error}"[:300])


def lack_of(job: Job, dialog: Dialog, message: Message) -> Problem | None:
    """Why this call can never be made as it is, if so."""
    if job.kind not in (JobKind.REFUSE, JobKind.REPLY) and not message.external_ids:
        return Problem(CALL_FAILED, "no external id")
    if job.kind in RECEIPTS and message.im is None:
        return Problem(CALL_FAILED, "no number of the portal's")
    if job.kind in (*RECEIPTS, JobKind.REPLY) and dialog.portal_chat is None:
        return Problem(CALL_FAILED, "no chat at the portal")
    if job.payload and job.kind is not JobKind.REFUSE and job.state is JobState.WAITING:
        return _unreadable(job.payload)
    return None


def _unreadable(payload: str) -> Problem | None:
    try:
        decode(payload.encode())
    except ValueError as error:
        return Problem(ITEM_UNREADABLE, str(error))
    return None


def halt(transcript: Transcript, job: Job, problem: Problem) -> None:
    """The call is not made, and not tried again by itself; a person decides about what may have
    been done already.
    """
    sure = job.state in _SURE or job.kind not in UNREPEATABLE
    set_state(transcript.conn, job, JobState.FAILED if sure else JobState.UNDECIDED)
    try:
        with transcript.attempt():
            message = transcript.message(job.dialog, job.position)
            assert message is not None
            delivery = Delivery.FAILED if sure else Delivery.UNKNOWN
            delivery = delivery if job.kind in CARRYING else message.delivery
            transcript.replace(replace(message, delivery=delivery, problem=problem))
    except MISTAKES:
        log.exception("The message of a call cannot be read")
