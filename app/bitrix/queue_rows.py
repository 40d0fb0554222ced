"""Rows of events as they came, before anybody understood them: what the journal keeps."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A row of the queue before anybody understood it. `raw` is the whole row as JSON.

    `process_id` is empty while the row is free, `message_id` is not unique over time.
    """

    id: int
    name: str
    message_id: str
    process_id: str
    error: bool
    raw: bytes


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows read for work. `process_id` is "" when they are already gone from the portal."""

    process_id: str
    rows: tuple[QueueRow, ...]

    @property
    def raw(self) -> tuple[bytes, ...]:
        """The rows as JSON, oldest first."""
        return tuple(row.raw for row in self.rows)


@dataclass(frozen=True, slots=True)
class Page:
    """Rows that were only looked at. `next` is the offset of the next page."""

    rows: tuple[QueueRow, ...]
    total: int | None
    next: int | None
