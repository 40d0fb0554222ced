"""Whose turn it is: which calls of the outbox may be made now, and in which order.

The messages of a dialog keep their order: while nobody knows whether one arrived, those behind it
wait. Dialogs do not wait for each other, except that the messages of a bundle leave together.
Acknowledgements go beside that, for a whole line in one call. Runs inside transactions.
"""

import logging
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from sqlite3 import Connection

from app.domain.dialog import Customer, Delivery, Dialog, DialogId, Message
from app.services import writing
from app.services.failures import NotPossible
from app.services.jobs import (
    CARRYING,
    RECEIPTS,
    Job,
    JobKind,
    JobState,
    begin_job,
    find_jobs,
    set_state,
    shorten_pauses,
)
from app.services.misfits import MISTAKES, halt, lack_of, mistake
from app.services.rows import moment_or_none, stamp
from app.services.transcript import Transcript

#: Messages that are acknowledged in one call.
TOGETHER = 50

_BESIDE = f"({', '.join(repr(kind.value) for kind in RECEIPTS)})"
_DUE = "job.state = 'waiting' AND (job.due_at IS NULL OR job.due_at <= ?)"
#: The oldest call of each dialog that was neither made nor refused.
_HEADS = f"""
    SELECT dialog.connector, dialog.line, dialog.id
    FROM (
        SELECT min(id) AS id FROM job WHERE kind NOT IN {_BESIDE} AND state != 'failed'
        GROUP BY dialog
    ) AS head
    JOIN job ON job.id = head.id JOIN dialog ON dialog.id = job.dialog
    WHERE job.state = 'unknown' OR ({_DUE} AND job.bundle IS NULL)
"""  # noqa: S608 - the kinds are ours
_RECEIPT_LANES = f"""
    SELECT DISTINCT job.kind, dialog.connector, dialog.line
    FROM job JOIN dialog ON dialog.id = job.dialog WHERE job.kind IN {_BESIDE} AND {_DUE}
"""  # noqa: S608 - the kinds are ours
#: A bundle waits for what is still to leave before it in one of its dialogs.
_BUNDLES = f"""
    SELECT DISTINCT dialog.connector, dialog.line, job.bundle
    FROM job JOIN dialog ON dialog.id = job.dialog
    WHERE job.state = 'waiting' AND job.bundle IS NOT NULL AND job.bundle NOT IN (
        SELECT member.bundle FROM job AS member JOIN job AS before
        ON before.dialog = member.dialog AND before.id < member.id
        AND before.kind NOT IN {_BESIDE} AND before.state IN ('waiting', 'running')
        AND before.bundle IS NOT member.bundle
        WHERE member.bundle IS NOT NULL
    )
"""  # noqa: S608 - the kinds are ours
_OF_LINE = (
    f"kind = ? AND {_DUE} AND dialog IN "  # noqa: S608 - the condition is ours
    "(SELECT id FROM dialog WHERE connector = ? AND line = ?)"
)
_OF_DIALOG = f"dialog = ? AND kind NOT IN {_BESIDE} AND state != 'failed'"
_IN_DOUBT = (JobState.UNKNOWN, JobState.UNDECIDED)

log = logging.getLogger(__name__)


class LaneKind(StrEnum):
    """What is done one after the other: the calls of a dialog, one bundle, or the acknowledgements
    of a line.
    """

    DIALOG = "dialog"
    BUNDLE = "bundle"
    DELIVER = JobKind.DELIVER.value
    READ = JobKind.READ.value


@dataclass(frozen=True, slots=True)
class Lane:
    """Calls that are made one after the other. `number` is a dialog's, a bundle's, or 0."""

    kind: LaneKind
    connector: str
    line: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class Agenda:
    """Lanes that have something to do now, and when there is something to do next."""

    lanes: tuple[Lane, ...] = ()
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """A job with all that its call needs, as it was when the job was taken.

    Read only when an outcome is unknown: `portal_users`, the ids under which the portal may know
    the customer, and `known`, the numbers of the dialog's messages that the journal has.
    """

    job: Job
    dialog: Dialog
    message: Message
    customer: Customer | None
    portal_users: tuple[str, ...] = ()
    known: frozenset[int] = frozenset()


def find_agenda(now: datetime, conn: Connection) -> Agenda:
    """What can be done at this moment."""
    shorten_pauses(now, conn)
    moment = stamp(now)
    lanes = [Lane(LaneKind.DIALOG, *row) for row in conn.execute(_HEADS, (moment,))]
    lanes += [Lane(LaneKind.BUNDLE, *row) for row in conn.execute(_BUNDLES)]
    receipts = conn.execute(_RECEIPT_LANES, (moment,))
    lanes += [Lane(LaneKind(row[0]), row[1], row[2]) for row in receipts]
    sql = "SELECT min(due_at) FROM job WHERE state = 'waiting' AND due_at > ?"
    (first,) = conn.execute(sql, (moment,)).fetchone()
    return Agenda(tuple(lanes), moment_or_none(first))


def take(lane: Lane, now: datetime, transcript: Transcript) -> list[Order]:
    """The next calls of a lane, marked as running, or a call whose outcome is to be looked up,
    left as it is; none when it is not this lane's turn.
    """
    taken = (_tried(transcript, job, now) for job in _next_jobs(lane, now, transcript))
    return [order for order in taken if order is not None]


def _tried(transcript: Transcript, job: Job, now: datetime) -> Order | None:
    """A call that cannot even be prepared stops for itself alone."""
    try:
        with transcript.attempt():
            return _taken(transcript, job, now)
    except MISTAKES as error:
        log.exception("A call of the outbox cannot be prepared")
        halt(transcript, job, mistake(error))
        return None


def _next_jobs(lane: Lane, now: datetime, transcript: Transcript) -> list[Job]:
    find = partial(find_jobs, transcript.conn)
    if lane.kind is LaneKind.BUNDLE:
        jobs = find("bundle = ? AND state = 'waiting'", lane.number)
        return [job for job in jobs if not _left_behind(transcript.conn, job)]
    if lane.kind is not LaneKind.DIALOG:
        return find(_OF_LINE, lane.kind.value, stamp(now), lane.connector, lane.line)[:TOGETHER]
    head = find(_OF_DIALOG, lane.number)[:1]
    waits = [job for job in head if is_due(job, now) and job.bundle is None]
    return waits or [job for job in head if job.state is JobState.UNKNOWN]


def is_due(job: Job, now: datetime) -> bool:
    """Whether a job waits for nothing but its call; before that nothing behind it in its dialog
    leaves either.
    """
    return job.state is JobState.WAITING and (job.due_at is None or job.due_at <= now)


def _left_behind(conn: Connection, job: Job) -> bool:
    """Whether a message of a bundle has to wait for one whose outcome is unknown: it leaves alone
    later.
    """
    before = find_jobs(conn, f"{_OF_DIALOG} AND id < ?", job.dialog, job.id)
    if not any(each.state in _IN_DOUBT for each in before):
        return False
    conn.execute("UPDATE job SET bundle = NULL WHERE id = ?", (job.id,))
    return True


def _taken(transcript: Transcript, job: Job, now: datetime) -> Order | None:
    message = transcript.message(job.dialog, job.position)
    assert message is not None
    dialog = transcript.dialog(job.dialog)
    lack = lack_of(job, dialog, message)
    if lack is not None:
        halt(transcript, job, lack)
        return None
    try:
        customer = _customer(transcript, job, message)
    except NotPossible as error:
        set_state(transcript.conn, job, JobState.FAILED)
        transcript.replace(replace(message, problem=error.problem))
        return None
    if job.state is JobState.UNKNOWN:
        users = _portal_users(transcript, dialog, customer)
        return Order(job, dialog, message, customer, users, _known(transcript, dialog))
    begin_job(transcript.conn, job, now)
    if job.kind in CARRYING:
        message = transcript.replace(replace(message, delivery=Delivery.SENDING, problem=None))
    return Order(job, dialog, message, customer)


def _customer(transcript: Transcript, job: Job, message: Message) -> Customer | None:
    if job.kind in (JobKind.SEND, JobKind.EDIT, JobKind.DELETE, JobKind.REFUSE):
        return writing.customer_of(transcript, job.dialog, message.writer)
    return None


def _portal_users(
    transcript: Transcript, dialog: Dialog, customer: Customer | None
) -> tuple[str, ...]:
    """A customer of a connector has one number at the portal, whatever the line and the chat."""
    rows = transcript.conn.execute(
        "SELECT DISTINCT portal_user FROM dialog "
        "WHERE connector = ? AND user = ? AND portal_user != ''",
        (dialog.connector, dialog.user if customer is None else customer.id),
    )
    return tuple(row[0] for row in rows)


def _known(transcript: Transcript, dialog: Dialog) -> frozenset[int]:
    sql = "SELECT im FROM message WHERE dialog = ? AND im IS NOT NULL"
    return frozenset(row[0] for row in transcript.conn.execute(sql, (dialog.id,)))


def place_of(order: Order) -> tuple[DialogId, int]:
    """For which message a call is made."""
    return order.job.dialog, order.job.position
