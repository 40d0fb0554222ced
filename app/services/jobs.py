"""Calls that have to be made: the outbox's table. A row is gone when its call has succeeded.

Runs inside the transactions of others; knows no calls and no dialogs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from sqlite3 import Connection
from uuid import uuid4

from app.domain.dialog import DialogId
from app.services.rows import moment_or_none, stamp, stamp_or_none


class JobKind(StrEnum):
    """What is to be done. REFUSE tells the operator that his message could not be delivered."""

    SEND = "send"
    REPLY = "reply"
    EDIT = "edit"
    DELETE = "delete"
    DELIVER = "deliver"
    READ = "read"
    REFUSE = "refuse"


#: The portal makes a new message of every repetition of these: never repeated blindly.
UNREPEATABLE = (JobKind.SEND, JobKind.REPLY, JobKind.REFUSE)
#: Those whose outcome decides how far the message itself came.
CARRYING = (JobKind.SEND, JobKind.REPLY)
#: What is done as a customer waits for nobody who could still think better of it.
HASTY = (JobKind.SEND, JobKind.EDIT, JobKind.DELETE)
#: Acknowledgements: of many messages in one call, beside the order of the dialogs.
RECEIPTS = (JobKind.DELIVER, JobKind.READ)


class JobState(StrEnum):
    """WAITING jobs are tried by themselves. The outcome of UNKNOWN ones is looked up by itself;
    UNDECIDED ones could not be looked up: they and FAILED ones wait for a person.
    """

    WAITING = "waiting"
    RUNNING = "running"
    UNKNOWN = "unknown"
    UNDECIDED = "undecided"
    FAILED = "failed"


#: Waiting jobs that are not done before their time, in `count_jobs`.
LATER = "later"


@dataclass(frozen=True, slots=True)
class Job:
    """One call to be made.

    `text` is the new text of an edit, `payload` the whole item when it is not made of the message.
    Not done before `due_at`; those of one `bundle` go in one call. `asked_at` is when the call was
    last begun, for the `tries`th time; `insists`: a person wants it sent if nobody can find out.
    `pause` is for how many seconds a reply that nobody has tried to send yet can be taken back.
    """

    id: int
    dialog: DialogId
    position: int
    kind: JobKind
    state: JobState
    text: str = ""
    payload: str = ""
    due_at: datetime | None = None
    bundle: int | None = None
    asked_at: datetime | None = None
    insists: bool = False
    tries: int = 0
    pause: float = 0.0


_COLUMNS = (
    "id, dialog, position, kind, state, text, payload, due_at, bundle, asked_at, insists, tries, "
    "pause"
)


def new_external_id() -> str:
    """An id for a message that no other message ever had."""
    return f"m-{uuid4().hex}"


def add_job(
    conn: Connection,
    dialog: DialogId,
    position: int,
    kind: JobKind,
    now: datetime,
    *,
    text: str = "",
    payload: str = "",
    due_at: datetime | None = None,
    bundle: int | None = None,
    pause: float = 0.0,
) -> None:
    """Plan a call. A second plan for the same thing takes the place of one that failed; one that
    waits is enough for a deletion or a delivery, and an edit gets the newer text. A customer's
    words end the pause of the replies before them: the order of the dialog stays.
    """
    if kind in HASTY:
        conn.execute(
            "UPDATE job SET due_at = NULL, pause = 0 "
            "WHERE dialog = ? AND kind = 'reply' AND state = 'waiting' AND pause > 0",
            (dialog,),
        )
    same = "dialog = ? AND position = ? AND kind = ?"
    key = (dialog, position, kind.value)
    conn.execute(f"DELETE FROM job WHERE {same} AND state NOT IN ('waiting', 'running')", key)  # noqa: S608 - ours
    waiting = conn.execute(
        f"UPDATE job SET text = ?, payload = ?, due_at = ? WHERE {same} AND state = 'waiting'",  # noqa: S608 - ours
        (text, payload, stamp_or_none(due_at), *key),
    )
    if not waiting.rowcount:
        conn.execute(
            "INSERT INTO job (dialog, position, kind, state, text, payload, due_at, bundle, "
            "created_at, pause) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(*key, JobState.WAITING.value, text, payload),
                *(stamp_or_none(due_at), bundle, stamp(now), pause),
            ),
        )


def pause_again(now: datetime, conn: Connection) -> list[Job]:
    """Replies that nobody tried to send before the program ended can be taken back once more, for
    as long as at first; which these are.
    """
    found = find_jobs(conn, "state = 'waiting' AND pause > 0 AND tries = 0")
    again = [replace(job, due_at=now + timedelta(seconds=job.pause)) for job in found]
    conn.executemany(
        "UPDATE job SET due_at = ? WHERE id = ?",
        [(stamp_or_none(job.due_at), job.id) for job in again],
    )
    return again


def shorten_pauses(now: datetime, conn: Connection) -> None:
    """A clock that was set back makes no pause longer than it was chosen."""
    for job in find_jobs(conn, "state = 'waiting' AND pause > 0"):
        latest = now + timedelta(seconds=job.pause)
        if job.due_at is not None and job.due_at > latest:
            conn.execute("UPDATE job SET due_at = ? WHERE id = ?", (stamp(latest), job.id))


def join_bundle(conn: Connection, places: Sequence[tuple[DialogId, int]]) -> None:
    """The messages at these places leave in one call."""
    (highest,) = conn.execute("SELECT coalesce(max(bundle), 0) FROM job").fetchone()
    conn.executemany(
        "UPDATE job SET bundle = ? WHERE dialog = ? AND position = ? AND kind = 'send'",
        [(highest + 1, *place) for place in places],
    )


def set_payload(conn: Connection, job: Job, payload: str) -> None:
    """Another item for a call that was not made yet."""
    conn.execute("UPDATE job SET payload = ? WHERE id = ?", (payload, job.id))


def find_jobs(conn: Connection, condition: str, *values: object) -> list[Job]:
    """Jobs by a condition on their columns, oldest first."""
    sql = f"SELECT {_COLUMNS} FROM job WHERE {condition} ORDER BY id"  # noqa: S608 - conditions are ours
    return [_read(row) for row in conn.execute(sql, values)]


def set_state(conn: Connection, job: Job, state: JobState, *, insists: bool = False) -> None:
    """Move a job on. Only what waits for its call stays in a bundle."""
    waits = state in (JobState.WAITING, JobState.RUNNING)
    conn.execute(
        "UPDATE job SET state = ?, insists = ?, bundle = CASE WHEN ? THEN bundle END WHERE id = ?",
        (state.value, insists, waits, job.id),
    )


def begin_job(conn: Connection, job: Job, now: datetime) -> None:
    """The call of a job is about to be made."""
    conn.execute(
        "UPDATE job SET state = ?, asked_at = ?, tries = tries + 1 WHERE id = ?",
        (JobState.RUNNING.value, stamp(now), job.id),
    )


def uncount_try(conn: Connection, job: Job) -> None:
    """The program ended during the call of a job: that says nothing about the portal."""
    conn.execute("UPDATE job SET tries = tries - 1 WHERE id = ?", (job.id,))


def drop_job(conn: Connection, job: Job) -> None:
    """The call has succeeded, or nobody wants it any more."""
    conn.execute("DELETE FROM job WHERE id = ?", (job.id,))


def count_jobs(conn: Connection) -> dict[str, int]:
    """How many jobs are in each state; what waits for its time is LATER, but for a reply, which
    somebody wants to see leave.
    """
    rows = conn.execute(
        "SELECT CASE WHEN state = 'waiting' AND due_at IS NOT NULL AND kind != 'reply' "  # noqa: S608 - ours
        f"THEN '{LATER}' ELSE state END, count(*) FROM job GROUP BY 1"
    )
    return {str(row[0]): int(row[1]) for row in rows}


def _read(
    row: tuple[int, int, int, str, str, str, str, str | None, int | None, str, int, int, float],
) -> Job:
    return Job(
        *(row[0], DialogId(row[1]), row[2], JobKind(row[3]), JobState(row[4]), row[5]),
        payload=row[6],
        due_at=moment_or_none(row[7]),
        bundle=row[8],
        asked_at=moment_or_none(row[9]),
        insists=bool(row[10]),
        tries=row[11],
        pause=row[12],
    )
