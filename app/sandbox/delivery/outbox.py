"""Records of events on their way to handlers. Plain data; `delivery` makes them."""

from collections import deque
from dataclasses import dataclass
from typing import Any

from app.sandbox.delivery.queue import Owner

#: Records kept, done or not; the oldest makes room, even when it was never sent.
MAX_DELIVERIES = 2000
#: Rows held back by order, on their way to the offline queue.
MAX_HELD = 1000
#: How much of a body that is done with is kept to be looked at.
KEPT_BYTES = 32 * 1024

WAITING, ANSWERED, FAILED, NOT_SENT, LOST = "waiting", "answered", "failed", "not sent", "lost"


@dataclass(slots=True)
class Delivery:
    """One event for one handler, and what came of it.

    state: waiting; answered (with any HTTP status); failed; not sent; lost (by order).
    due: not sent before. swapped: goes behind the next event to the same handler.
    milliseconds, answer_bytes: how long the handler took by the portal's clock, which may stand,
    and how much it said.
    """

    id: int
    app: str
    event: str
    handler: str
    handler_id: int
    body: str
    raised_at: float
    due: float
    state: str = WAITING
    swapped: bool = False
    sent_at: float | None = None
    status: int | None = None
    milliseconds: int = 0
    answer_bytes: int = 0
    error: str = ""

    def end(self, state: str, error: str = "") -> None:
        """Nothing more happens to it; of a long body only the beginning stays."""
        self.state, self.error, self.body = state, error, self.body[:KEPT_BYTES]


@dataclass(slots=True)
class Held:
    """A row for the offline queue that was ordered to be late; `cause` is whose doing it is."""

    due: float
    owner: Owner
    event: str
    data: Any
    additional: Any
    swapped: bool = False
    cause: int = 0


def log() -> deque[Delivery]:
    """An empty log of bounded length."""
    return deque(maxlen=MAX_DELIVERIES)
