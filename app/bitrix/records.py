"""Turns calls into records for the inspector, without secrets. Keeps none of them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count

from app.bitrix.answers import Answer
from app.bitrix.connection import RawAnswer
from app.bitrix.errors import BitrixError
from app.bitrix.redact import redact
from app.bitrix.wire import Json, as_bool, as_map, as_time, each_map
from app.bitrix.wire import field as at
from app.domain.calls import CallKind, CallRecord

_LONGEST = 200_000
#: Bytes of an answer that are worth the time to look for secrets in.
_LARGEST = 1_000_000
#: Numbers are unique in the process, since calls of several sign-ins share one list.
_numbers = count(1)
_polls: ContextVar[bool] = ContextVar("polls", default=False)


@contextmanager
def polling() -> Iterator[None]:
    """REST calls of this block are made by the program itself, over and over; their records say so.
    What it starts in other tasks during the block counts as well, but for the work of the window.
    """
    token = _polls.set(True)
    try:
        yield
    finally:
        _polls.reset(token)


@dataclass(frozen=True, slots=True)
class OpenCall:
    """A call that has left. `secrets` are the values that must not show up in its record."""

    kind: CallKind
    method: str
    url: str
    request: str
    secrets: tuple[str, ...] = field(default=(), repr=False)
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    started: float = field(default_factory=time.perf_counter)
    poll: bool = field(default_factory=_polls.get)

    def answered(self, raw: RawAnswer, answer: Answer, bucket: float = 0.0) -> CallRecord:
        """The record of a success; items can still have been refused inside it."""
        items, refused = count_items(answer.result)
        reset = answer.time.operating_reset_at
        return replace(
            self._record(raw, bucket),
            items=items,
            refused=refused,
            operating=answer.time.operating,
            operating_reset_at=as_time(reset),
            made_at=as_time(answer.time.finish),
        )

    def failed(self, raw: RawAnswer | None, error: BitrixError, bucket: float = 0.0) -> CallRecord:
        """The record of a refusal or of silence; takes the secrets out of the error, too."""
        error.hide(self._redact)
        record = self._record(raw or RawAnswer(0, b""), bucket)
        return replace(record, error=error.code, error_text=error.description)

    def _redact(self, text: str) -> str:
        return redact(text, secrets=self.secrets)

    def _record(self, raw: RawAnswer, bucket: float) -> CallRecord:
        body = raw.body[:_LARGEST].decode("utf-8", "replace")
        return CallRecord(
            id=next(_numbers),
            at=self.at,
            kind=self.kind,
            method=self.method,
            url=self._redact(self.url),
            status=raw.status,
            milliseconds=round((time.perf_counter() - self.started) * 1000),
            request=_short(self.request),
            answer=_short(self._redact(body)),
            bucket=bucket,
            poll=self.poll and self.kind is CallKind.REST,
        )


def count_items(result: Json) -> tuple[int, int]:
    """How many items an answer reports on one by one, and how many of them were refused."""
    batch = as_map(result)
    if "result_error" in batch:
        refused = len(as_map(batch["result_error"]))
        return refused + len(as_map(batch.get("result"))), refused
    items = list(each_map(at(result, "DATA", "RESULT")))
    return len(items), sum(not as_bool(item.get("SUCCESS")) for item in items)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "\u2026"
