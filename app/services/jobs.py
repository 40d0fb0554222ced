"""Calls that have to be made: the outbox's table. A row is gone when its call has succeeded.

Runs inside the transactions of others; knows no calls and no dialogs.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from sqlite3 import Connection

from app.domain.dialog import DialogId
from app.services.rows import stamp


class JobKind(StrEnum):
    """What is to be done. SEND and REPLY must never be repeated blindly, the others may."""

    SEND = "send"
    REPLY = "reply"
    EDIT = "edit"
    DELETE = "delete"
    DELIVER = "deliver"


#: The portal makes a new message of every repetition of these.
UNREPEATABLE = (JobKind.SEND, JobKind.REPLY)


class JobState(StrEnum):
    """WAITING jobs are tried by themselves; UNKNOWN and FAILED ones wait for a person."""

    WAITING = "waiting"
    RUNNING = "running"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """One call to be made. `text` is the new text of an edit."""

    id: int
    dialog: DialogId
    position: int
    kind: JobKind
    state: JobState
    text: str


_COLUMNS = "id, dialog, position, kind, state, text"


def add_job(
    conn: Connection,
    dialog: DialogId,
    position: int,
    kind: JobKind,
    now: datetime,
    *,
    text: str = "",
) -> None:
    """Plan a call. A second plan for the same thing takes the place of one that failed; one that
    waits is enough for a deletion or a delivery, and an edit gets the newer text.
    """
    same = "dialog = ? AND position = ? AND kind = ?"
    key = (dialog, position, kind.value)
    conn.execute(f"DELETE FROM job WHERE {same} AND state IN ('failed', 'unknown')", key)  # noqa: S608 - ours
    waiting = conn.execute(
        f"UPDATE job SET text = ? WHERE {same} AND state = 'waiting'",  # noqa: S608 - ours
        (text, *key),
    )
    if not waiting.rowcount:
        conn.execute(
            "INSERT INTO job (dialog, position, kind, state, text, created_at) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (*key, JobState.WAITING.value, text, stamp(now)),
        )


def find_jobs(conn: Connection, condition: str, *values: object) -> list[Job]:
    """Jobs by a condition on their columns, oldest first."""
    sql = f"SELECT {_COLUMNS} FROM job WHERE {condition} ORDER BY id"  # noqa: S608 - conditions are ours
    return [_read(row) for row in conn.execute(sql, values)]


def set_state(conn: Connection, job: Job, state: JobState) -> None:
    """Move a job on."""
    conn.execute("UPDATE job SET state = ? WHERE id = ?", (state.value, job.id))


def drop_job(conn: Connection, job: Job) -> None:
    """The call has succeeded, or nobody wants it any more."""
    conn.execute("DELETE FROM job WHERE id = ?", (job.id,))


def count_jobs(conn: Connection) -> dict[str, int]:
    """How many jobs are in each state."""
    rows = conn.execute("SELECT state, count(*) FROM job GROUP BY state")
    return {str(row[0]): int(row[1]) for row in rows}


def _read(row: tuple[int, int, int, str, str, str]) -> Job:
    return Job(row[0], DialogId(row[1]), row[2], JobKind(row[3]), JobState(row[4]), row[5])
