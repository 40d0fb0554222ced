"""Faults that the control interface orders: the next requests fail in a chosen way.

Says which fault hits a request; the REST endpoint carries it out.
"""

from dataclasses import dataclass
from random import Random

#: Faults with a life of their own; any other kind is a vendor's error code.
KINDS = {
    "query_limit": "QUERY_LIMIT_EXCEEDED",
    "operation_time": "OPERATION_TIME_LIMIT",
    "overload": "OVERLOAD_LIMIT",
    "internal_error": "INTERNAL_SERVER_ERROR",
}
#: The request is executed, and the answer is spoilt or lost on the way.
AFTER = ("cut", "timeout")
#: The request is not executed at all.
INSTEAD = ("html", "empty")


@dataclass(slots=True)
class Fault:
    """An order: `count` hits on `method` (any, when None), each with `probability`."""

    kind: str
    count: int
    method: str | None
    probability: float
    random: Random
    status: int = 200

    @property
    def instead(self) -> bool:
        """Whether the request is not executed, and the answer is not the vendor's."""
        return self.kind in INSTEAD

    @property
    def code(self) -> str | None:
        """The vendor's error code, when the fault is one."""
        return None if self.kind in (*AFTER, *INSTEAD) else KINDS.get(self.kind, self.kind)


class Faults:
    """Orders in the sequence of their arrival; each request is hit by the first that fits."""

    def __init__(self) -> None:
        self.orders: list[Fault] = []

    def take(self, method: str) -> Fault | None:
        """The fault that hits this request, if any."""
        for order in self.orders:
            if order.method in (None, method) and order.random.random() < order.probability:
                order.count -= 1
                self.orders = [left for left in self.orders if left.count > 0]
                return order
        return None
