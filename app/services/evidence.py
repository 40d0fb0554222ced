"""What is kept of how a message came to be, read from the journal: rows and calls in order.

Knows the tables `step`, `event`, `batch`, `made_call` and `job`; changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from sqlite3 import Connection
from typing import Any

from app.bitrix.decoding import decode
from app.bitrix.wire import UNKNOWN_TIME
from app.domain.calls import CallKind, CallRecord
from app.domain.dialog import Author, Dialog, DialogId, Message
from app.domain.problem import Problem
from app.domain.receipts import ReceiptMode, Receipts
from app.domain.trace import (
    CallEvidence,
    Errand,
    Evidence,
    Pending,
    RowEvidence,
    Story,
    Trace,
)
from app.domain.trace_rules import trace
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.rows import MESSAGE_COLUMNS, moment, moment_or_none, read_message

_ROWS = (
    "SELECT event.id, event.row, event.name, event.source, batch.process, batch.read_at, step.at, "
    "event.raw, event.unreadable FROM step JOIN event ON event.id = step.event "
    "JOIN batch ON batch.id = event.batch WHERE step.dialog = ? AND step.position = ? "
    "ORDER BY step.id"
)
_CALLS = (
    "SELECT made_call.id, made_call.at, method, url, status, milliseconds, error, error_text, "
    "refused, request, request_length, answer, answer_length FROM step "
    "JOIN made_call ON made_call.id = step.call WHERE step.dialog = ? AND step.position = ? "
    "ORDER BY step.id"
)
_JOBS = (
    "SELECT kind, state, created_at, due_at FROM job WHERE dialog = ? AND position = ? ORDER BY id"
)
_ANSWER = (
    f"SELECT {MESSAGE_COLUMNS} FROM message WHERE dialog = ? AND position > ? "  # noqa: S608 - ours
    "AND author IN ('operator', 'bot') ORDER BY position LIMIT 1"
)
_STUCK = ("failed", "unknown", "undecided")


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the journal holds of one message, and of the other side's first word after it."""

    evidence: tuple[Evidence, ...]
    pending: tuple[Pending, ...]
    answer: tuple[Message, "_Kept"] | None = None


class Traces:
    """Tells the way of a message. `held` is why nothing leaves at the moment, `receipts` how the
    messages of a dialog are acknowledged.
    """

    def __init__(
        self,
        journal: Journal,
        dialogs: Dialogs,
        *,
        held: Callable[[], Problem | None],
        receipts: Callable[[DialogId], Receipts],
    ) -> None:
        self._journal = journal
        self._dialogs = dialogs
        self._held = held
        self._receipts = receipts

    async def evidence(self, message: Message) -> tuple[Evidence, ...]:
        """The rows and calls that made a message, oldest first.

        Raises:
            JournalFailed: they cannot be read.
        """
        return await self._journal.run(partial(_evidence, message.dialog, message.position))

    async def trace(self, message: Message) -> Trace | None:
        """The way of a message up to now; None when its dialog is gone.

        Raises:
            JournalFailed: it cannot be read.
        """
        dialog = self._dialogs.get(message.dialog)
        if dialog is None:
            return None
        kept = await self._journal.run(partial(_kept, message))
        return trace(self._story(dialog, message, kept))

    def _story(self, dialog: Dialog, message: Message, kept: _Kept) -> Story:
        receipts = self._receipts(dialog.id)
        automatic = receipts.mode is ReceiptMode.AUTOMATIC
        answer = None if kept.answer is None else self._story(dialog, *kept.answer)
        return Story(
            *(dialog, message, kept.evidence, kept.pending, answer),
            held=self._held(),
            acknowledges=None if receipts.mode is ReceiptMode.NEVER else automatic,
            reads=automatic and receipts.read,
        )


def _kept(message: Message, conn: Connection) -> _Kept:
    place = (message.dialog, message.position)
    answer = None
    if message.author is Author.CUSTOMER:
        row = conn.execute(_ANSWER, place).fetchone()
        if row is not None:
            said = read_message(row)
            answer = (said, _kept(said, conn))
    pending = tuple(_pending(row) for row in conn.execute(_JOBS, place))
    return _Kept(_evidence(*place, conn), pending, answer)


def _evidence(dialog: DialogId, position: int, conn: Connection) -> tuple[Evidence, ...]:
    rows: list[Evidence] = [_row(row) for row in conn.execute(_ROWS, (dialog, position))]
    calls = [_call(row) for row in conn.execute(_CALLS, (dialog, position))]
    return tuple(sorted([*rows, *calls], key=lambda each: each.at))


def _row(row: tuple[Any, ...]) -> RowEvidence:
    event, number, name, source, process, read_at, applied_at, raw, reason = row
    at = decode(raw, source).at
    return RowEvidence(
        *(event, number, name, source, process),
        *(None if at == UNKNOWN_TIME else at, moment(read_at), moment(applied_at)),
        *(bytes(raw).decode("utf-8", "replace"), reason),
    )


def _call(row: tuple[Any, ...]) -> CallEvidence:
    number, at, method, url, status, took, error, error_text, refused = row[:9]
    record = CallRecord(
        *(number, moment(at), CallKind.REST, method, url, status, took),
        request=row[9],
        answer=row[11],
        error=error,
        error_text=error_text,
        refused=refused,
    )
    return CallEvidence(record, row[10], row[12])


def _pending(row: tuple[str, str, str, str | None]) -> Pending:
    kind, state, created_at, due_at = row
    return Pending(
        Errand(kind),
        moment(created_at),
        moment_or_none(due_at),
        running=state == "running",
        stuck=state in _STUCK,
    )
