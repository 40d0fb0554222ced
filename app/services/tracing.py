"""Keeps what made each message: the rows that brought it and the calls that were made for it.

A row's step is written with the row's own transaction, a call's right after its answer and before
its outcome. Records come without secrets and stay so. Knows no rules of messages.
"""

import logging
from asyncio import Future
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from sqlite3 import Connection

from app.domain.calls import CallRecord
from app.domain.dialog import Message
from app.services.failures import JournalFull
from app.services.journal import Journal
from app.services.rows import stamp
from app.services.signal import Signal
from app.services.subject import Place, places
from app.services.traffic import Traffic

#: Characters of a request or an answer that are kept beside a message.
LONGEST = 20_000
#: Calls that wait for the disk; beyond them the oldest are let go.
_WAITING = 500

_EVENT_STEP = "INSERT OR IGNORE INTO step (dialog, position, at, event) VALUES (?, ?, ?, ?)"
_CALL = (
    "INSERT INTO made_call (at, method, url, status, milliseconds, error, error_text, refused, "
    "request, request_length, answer, answer_length) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_CALL_STEP = (
    "INSERT INTO step (dialog, position, at, call) SELECT dialog, position, ?, ? "
    "FROM message WHERE dialog = ? AND position = ?"
)

log = logging.getLogger(__name__)


def note_event_step(conn: Connection, message: Message, event: int, at: datetime) -> None:
    """This row of the journal brought or changed this message, which is on disk already; said once
    for each row, however often the row touches it. `at` is when the row was applied.
    """
    conn.execute(_EVENT_STEP, (message.dialog, message.position, stamp(at), event))


@dataclass(frozen=True, slots=True)
class _Made:
    """A call and the messages that it was made for."""

    places: tuple[Place, ...]
    record: CallRecord


class Tracer:
    """Writes down the calls that are made for messages, as long as it listens."""

    def __init__(self, journal: Journal, traffic: Traffic) -> None:
        self.traced: Signal[frozenset[Place]] = Signal()
        self._journal = journal
        self._late: deque[_Made] = deque(maxlen=_WAITING)
        self.stop = traffic.recorded.connect(self._recorded)

    def _recorded(self, record: CallRecord) -> None:
        """The outcome of the call is written later, so this stands on disk before it."""
        about = places()
        if not about:
            return
        made = (*self._late, _Made(about, record))
        self._late.clear()
        self._journal.begin(partial(_write, made)).add_done_callback(partial(self._written, made))

    def _written(self, made: tuple[_Made, ...], future: Future[None]) -> None:
        """What found no room is written with the next call."""
        error = None if future.cancelled() else future.exception()
        if isinstance(error, JournalFull):
            self._late.extend(made)
        elif error is not None:
            log.warning("Calls made for messages are not kept", exc_info=error)
        else:
            self.traced.emit(frozenset(place for each in made for place in each.places))


def _write(made: tuple[_Made, ...], conn: Connection) -> None:
    for each in made:
        _write_call(conn, each)


def _write_call(conn: Connection, made: _Made) -> None:
    record = made.record
    number = conn.execute(
        _CALL,
        (
            *(stamp(record.at), record.method, record.url, record.status, record.milliseconds),
            *(record.error, record.error_text, record.refused),
            *(record.request[:LONGEST], len(record.request)),
            *(record.answer[:LONGEST], len(record.answer)),
        ),
    ).lastrowid
    steps = [(stamp(record.at), number, *place) for place in made.places]
    if not conn.executemany(_CALL_STEP, steps).rowcount:  # the messages are gone meanwhile
        conn.execute("DELETE FROM made_call WHERE id = ?", (number,))
