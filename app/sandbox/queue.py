"""The offline event queue: rows, reservation, the merge key, error rows.

One table for all applications and all values of `auth_connector`; every question names both. At
most 100,000 rows; the oldest tenth makes room. Knows no event's meaning.
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


Test = Callable[[Row], bool]


class OfflineQueue:
    """All queued rows in the order of their insertion."""

    def __init__(self, clock: Clock, random: Random, first_id: int) -> None:
        self._clock = clock
        self._random = random
        self._next_id = first_id
        self._rows: list[Row] = []
        self._waiting: dict[tuple[Owner, str], Row] = {}
        self._purge_at = math.inf

    @property
    def rows(self) -> list[Row]:
        """Every row that is still kept."""
        now = self._clock.now()
        if now >= self._purge_at:
            self._keep([row for row in self._rows if row.at + KEPT_SECONDS > now])
            ends = (row.at + KEPT_SECONDS for row in self._rows)
            self._purge_at = min(ends, default=math.inf)
        return self._rows

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
        digest = message_id(event, data)
        waiting = self._waiting.get((owner, digest)) if self.rows else None
        if waiting and not twin:
            waiting.at, waiting.data, waiting.additional = at, data, additional
            return
        row = Row(self._next_id, at, event, data, additional, digest, owner)
        self._next_id += 1
        self._rows.append(row)
        self._purge_at = min(self._purge_at, at + KEPT_SECONDS)
        self._waiting[owner, digest] = row
        if len(self._rows) > MAX_ROWS:
            self._keep(self._rows[MAX_ROWS // 10 :])

    def select(self, owner: Owner, test: Test) -> list[Row]:
        """Rows of one queue that pass a test, in insertion order."""
        return [row for row in self.rows if row.owner == owner and test(row)]

    def reserve(self, rows: Iterable[Row]) -> str:
        """Mark rows with a fresh process id."""
        process_id = self._random.randbytes(16).hex()
        for row in rows:
            row.process_id = process_id
        self._keep(self._rows)
        return process_id

    def remove(self, owner: Owner, test: Test) -> None:
        """Delete rows of one queue."""
        self._keep([row for row in self.rows if row.owner != owner or not test(row)])

    def forget_app(self, app: str) -> None:
        """Delete all queues of an application."""
        self._keep([row for row in self.rows if row.owner.app != app])

    def fail(self, owner: Owner, process_id: str, digests: set[str]) -> None:
        """Mark reserved rows as errors and release them, dropping unreserved twins."""
        self.remove(
            owner,
            lambda row: not row.process_id and not row.error and row.message_id in digests,
        )
        for row in self.select(owner, lambda row: row.process_id == process_id):
            if row.message_id in digests:
                row.error, row.process_id = True, ""
        self._keep(self._rows)

    def _keep(self, rows: list[Row]) -> None:
        self._rows = rows
        self._waiting = {(row.owner, row.message_id): row for row in rows if not row.process_id}


def message_id(event: str, data: Any) -> str:
    """The content hash by which waiting events are merged."""
    text = f"{event}|{json.dumps(data, separators=(',', ':'))}"
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
