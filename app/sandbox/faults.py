"""Faults that the control interface orders: requests and events that go wrong in a chosen way.

Says which fault hits; `rest` and `oauth` (with `spoilt`), `batch` and `mishaps` carry it out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from app.sandbox.errors import is_known_code

#: Faults that are errors of the vendor; any other error of the vendor is named by its code.
REFUSALS = {
    "query_limit": "QUERY_LIMIT_EXCEEDED",
    "operation_time": "OPERATION_TIME_LIMIT",
    "overload": "OVERLOAD_LIMIT",
    "internal_error": "INTERNAL_SERVER_ERROR",
}
#: The request is not executed at all.
INSTEAD = {
    "html": "a page instead of an answer, with `status`",
    "empty": "no body, with `status`",
    "reset": "the connection is reset",
}
#: The request is executed; something happens to its answer, or to the wait for it.
AROUND = {
    "delay_before": "executed only after `seconds`",
    "delay_after": "executed at once, answered after `seconds`",
    "lost": "executed, then the connection is closed without an answer",
    "timeout": "executed, then silence until the caller gives up",
    "cut": "executed, half of the answer comes",
    "wrong_type": "executed, the answer says that it is a page",
    "slow_drip": "executed, the answer comes in small pieces over `seconds`",
}
#: `method` names an event; both ways of delivery, or the one that `way` says.
OF_EVENTS = {
    "event_lost": "the event never arrives",
    "event_duplicate": "the event arrives twice",
    "event_late": "the event arrives after `seconds`",
    "event_reorder": "the event arrives after the one that follows it",
    "event_spoilt": "the event's row in the queue holds `false` instead of its data",
}
#: Those that can only happen to rows of the queue.
OF_ROWS = ("event_spoilt",)
#: Every kind with a line of its own; beside them there are the vendor's error codes.
KINDS = {
    **{name: f"refused with {code}" for name, code in REFUSALS.items()},
    **INSTEAD,
    **AROUND,
    **OF_EVENTS,
}
MAX_ORDERS = 1000
MAX_COUNT = 1_000_000
MAX_SECONDS = 600.0
MAX_NAME = 200
WAYS = ("", "online", "offline")
_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")


@dataclass(slots=True)
class Fault:
    """An order: `count` hits (None: without end), each with `probability`.

    `method` is a name, the beginning of names (`imconnector.*`), or None for every request.
    """

    kind: str
    count: int | None
    method: str | None
    probability: float
    random: Random
    status: int = 200
    seconds: float = 1.0
    way: str = ""
    number: int = 0
    hits: int = 0

    @property
    def instead(self) -> bool:
        """Whether the request is not executed, and the answer is not the vendor's."""
        return self.kind in INSTEAD

    @property
    def of_events(self) -> bool:
        """Whether it hits events and no requests."""
        return self.kind in OF_EVENTS

    @property
    def of_answers(self) -> bool:
        """Whether the request is executed, and then something happens to its answer."""
        return self.kind in AROUND and self.kind != "delay_before"

    @property
    def code(self) -> str | None:
        """The vendor's error code, when the fault is one."""
        if self.instead or self.of_events or self.kind in AROUND:
            return None
        return REFUSALS.get(self.kind, self.kind)

    def fits(self, name: str) -> bool:
        """Whether it is for this method or event."""
        if self.method is None or not self.method.endswith("*"):
            return self.method in (None, name)
        return name.startswith(self.method[:-1])


_KNOWN = f"known: {', '.join(KINDS)}, and the vendor's error codes, as NOT_ACTIVE_LINE"


def _is_kind(name: str) -> bool:
    return name in KINDS or is_known_code(name) or bool(_CODE.fullmatch(name))


def checked(fault: Fault) -> Fault:
    """The same order; raises ValueError in a sentence when it makes no sense."""
    for wrong, sentence in (
        (not 0 < len(fault.kind) <= MAX_NAME, "A fault needs a kind."),
        (not _is_kind(fault.kind), f"There is no fault {fault.kind!r}; {_KNOWN}."),
        (len(fault.method or "") > MAX_NAME, "method is the name of a method."),
        (not 0 <= fault.probability <= 1, "probability is a number from 0 to 1."),
        (not 1 <= (fault.count or 1) <= MAX_COUNT or fault.count == 0, "count is 1 or more."),
        (not 200 <= fault.status <= 599, "status is an HTTP status."),
        (not 0 <= fault.seconds <= MAX_SECONDS, "seconds is a number from 0 to 600."),
        (fault.way not in WAYS, "way is online or offline."),
    ):
        if wrong:
            raise ValueError(sentence)
    return fault


def parse(text: str) -> Fault:
    """An order of the command line, `kind[:method[:count[:probability]]]`; `*` any or endless."""
    parts = text.split(":")
    if len(parts) > 4:
        raise ValueError("A fault is kind[:method[:count[:probability]]].")
    kind, method, count, chance = [*parts, "", "", ""][:4]
    try:
        hits = None if count == "*" else int(count or 1)
        probability = float(chance or 1)
    except ValueError:
        raise ValueError("count is a number or *, probability a number from 0 to 1.") from None
    name = method.lower() if method not in ("", "*") else None
    return checked(Fault(kind, hits, name, probability, Random(text)))


class Faults:
    """Orders in the sequence of their arrival; each request is hit by the first that fits."""

    def __init__(self) -> None:
        self.orders: list[Fault] = []
        self._given = 0
        self._of_batch: Fault | None = None

    def add(self, fault: Fault) -> int:
        """Remember an order. Returns its number; raises ValueError when there are too many."""
        if len(self.orders) >= MAX_ORDERS:
            raise ValueError(f"There is room for {MAX_ORDERS} faults.")
        self._given += 1
        fault.number = self._given
        self.orders.append(fault)
        return fault.number

    def clear(self, number: int | None = None) -> int:
        """Forget one order, or all. Returns how many."""
        kept = [row for row in self.orders if number is not None and row.number != number]
        gone = len(self.orders) - len(kept)
        self.orders = kept
        return gone

    def take(self, method: str) -> Fault | None:
        """The fault that hits this request, if any."""
        return self._take(method, lambda row: not row.of_events)

    def take_command(self, method: str) -> Fault | None:
        """The error that hits this command of a batch; a fault of every request hits the batch.

        What happens to a command's answer happens to the answer of the batch.
        """
        fault = self._take(method, lambda row: bool(row.method and (row.code or row.of_answers)))
        if fault and fault.of_answers:
            self._of_batch = fault
            return None
        return fault

    def take_left(self) -> Fault | None:
        """What a command has left for the whole answer, once."""
        left, self._of_batch = self._of_batch, None
        return left

    def take_event(self, event: str, way: str) -> Fault | None:
        """The fault that hits this event on its `way`: online or offline."""

        def hits(row: Fault) -> bool:
            there = way == "offline" or row.kind not in OF_ROWS
            return row.of_events and row.way in ("", way) and there

        return self._take(event.lower(), hits)

    def _take(self, name: str, of_kind: Callable[[Fault], bool]) -> Fault | None:
        for row in self.orders:
            if of_kind(row) and row.fits(name) and row.random.random() < row.probability:
                self._hit(row)
                return row
        return None

    def _hit(self, row: Fault) -> None:
        row.hits += 1
        if row.count is not None:
            row.count -= 1
            if row.count <= 0:
                self.orders.remove(row)
