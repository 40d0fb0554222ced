"""The offline event queue: rows, reservation, the merge key, error rows.

One table for all applications and all values of `auth_connector`; every question names both. At
most 100,000 rows, and 256 MB in their data; the oldest make room. Knows no event's meaning.
"""

import hashlib
import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

from app.sandbox.clock import Clock

#: Rows older than this are removed (about 34 days).
KEPT_SECONDS = 2_952_000
MAX_ROWS = 100_000
MAX_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose queue: an application and its `auth_connector`."""

    app: str
    auth_connector: str = ""


@dataclass(slots=True)
class Row:
    """One queued event. `process_id` is empty while nobody has reserved it."""

    id: int
    at: float
    event: str
    data: Any
    additional: Any
    message_id: str
    owner: Owner
    process_id: str = ""
    error: bool = False
    size: int = 0


Test = Callable[[Row], bool]


class OfflineQueue:
    """All queued rows in the order of their insertion; a batch is what one process id reserved."""

    def __init__(self, clock: Clock, random: Random, first_id: int) -> None:
        self._clock = clock
        self._random = random
        self._next_id = first_id
        self._rows: dict[int, Row] = {}
        self._batches: dict[tuple[Owner, str], dict[int, Row]] = {}
        self._waiting: dict[tuple[Owner, str], list[Row]] = {}
        self._purge_at = math.inf
        self._size = 0

    @property
    def rows(self) -> list[Row]:
        """Every row that is still kept."""
        self._purge()
        return list(self._rows.values())

    def put(
        self,
        owner: Owner,
        event: str,
        data: Any,
        additional: Any,
        at: float,
        *,
        twin: bool = False,
    ) -> None:
        """Insert, or refresh the unreserved row that has the same content and is no `twin`."""
        self._purge()
        text = json.dumps(data, separators=(",", ":"))
        digest = _digest(event, text)
        waiting = self._waiting.get((owner, digest))
        if waiting and not twin:
            row = waiting[-1]
            row.at, row.data, row.additional = at, data, additional
            return
        row = Row(self._next_id, at, event, data, additional, digest, owner, size=len(text))
        self._next_id += 1
        self._rows[row.id] = row
        self._purge_at = min(self._purge_at, at + KEPT_SECONDS)
        self._enter(row)
        self._size += row.size
        if len(self._rows) > MAX_ROWS:
            self._drop(list(self._rows.values())[: MAX_ROWS // 10])
        while self._size > MAX_BYTES:
            self._drop([next(iter(self._rows.values()))])

    def select(self, owner: Owner, test: Test, *, batch: str | None = None) -> list[Row]:
        """Rows of one queue that pass a test, in insertion order; of one `batch`, "" is of none."""
        self._purge()
        if batch is not None:
            return [row for row in self._batches.get((owner, batch), {}).values() if test(row)]
        return [row for row in self._rows.values() if row.owner == owner and test(row)]

    def reserve(self, rows: Iterable[Row]) -> str:
        """Mark rows with a fresh process id."""
        process_id = self._random.randbytes(16).hex()
        for row in rows:
            self._leave(row)
            row.process_id = process_id
            self._enter(row)
        return process_id

    def remove(self, owner: Owner, test: Test, *, batch: str | None = None) -> None:
        """Delete rows of one queue."""
        self._drop(self.select(owner, test, batch=batch))

    def forget_app(self, app: str) -> None:
        """Delete all queues of an application."""
        self._drop([row for row in self._rows.values() if row.owner.app == app])

    def fail(self, owner: Owner, process_id: str, digests: set[str]) -> None:
        """Mark reserved rows as errors and release them, dropping unreserved twins."""
        twins = self.select(owner, lambda row: row.message_id in digests, batch="")
        self._drop([row for row in twins if not row.error])
        for row in self.select(owner, lambda row: row.message_id in digests, batch=process_id):
            self._leave(row)
            row.error, row.process_id = True, ""
            self._enter(row)
        free = self._batches.get((owner, ""), {})
        self._batches[owner, ""] = dict(sorted(free.items()))

    def _enter(self, row: Row) -> None:
        self._batches.setdefault((row.owner, row.process_id), {})[row.id] = row
        if not row.process_id:
            twins = self._waiting.setdefault((row.owner, row.message_id), [])
            twins.append(row)
            twins.sort(key=lambda twin: twin.id)

    def _leave(self, row: Row) -> None:
        batch = self._batches[row.owner, row.process_id]
        del batch[row.id]
        if not batch:
            del self._batches[row.owner, row.process_id]
        if not row.process_id:
            twins = self._waiting[row.owner, row.message_id]
            twins.remove(row)
            if not twins:
                del self._waiting[row.owner, row.message_id]

    def _drop(self, rows: list[Row]) -> None:
        for row in rows:
            self._leave(row)
            del self._rows[row.id]
            self._size -= row.size

    def _purge(self) -> None:
        now = self._clock.now()
        if now >= self._purge_at:
            self._drop([row for row in self._rows.values() if row.at + KEPT_SECONDS <= now])
            ends = (row.at + KEPT_SECONDS for row in self._rows.values())
            self._purge_at = min(ends, default=math.inf)


def _digest(event: str, text: str) -> str:
    """The content hash by which waiting events are merged."""
    return hashlib.md5(f"{event}|{text}".encode(), usedforsecurity=False).hexdigest()
