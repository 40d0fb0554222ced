"""Orders about what goes wrong: faults of requests and events, a new address, a wrong clock."""

from random import Random

from app.sandbox import registry
from app.sandbox.delivery.events import EVENTS
from app.sandbox.errors import ControlError
from app.sandbox.faults import KINDS, Fault, checked
from app.sandbox.hosts import host_of, is_loopback
from app.sandbox.orders.base import Fields, order
from app.sandbox.params import to_int, to_text
from app.sandbox.portal import Portal

MAX_SKEW = 10 * 365 * 86_400


@order("fault")
def fault(portal: Portal, fields: Fields) -> Fields:
    """The next requests or events fail: `kind` (see `faults`) and what it needs.

    `method`? a name, `imconnector.*`, or an event; `count`? 1, null is without end; `probability`?
    `seed`? `seconds`? of delays; `status`? of pages; `way`? online or offline, for events. The
    answer's `matches` says how many methods and events of that name there are.
    """
    method = _text(fields, "method").lower()
    count = fields.get("count", 1)
    wanted = Fault(
        kind=_text(fields, "kind"),
        count=None if count is None else to_int(count),
        method=method if method not in ("", "*") else None,
        probability=_number(fields, "probability", 1),
        random=Random(to_text(fields.get("seed", 1))),
        status=to_int(fields.get("status", 200)),
        seconds=_number(fields, "seconds", 1),
        way=_text(fields, "way"),
    )
    try:
        number = portal.faults.add(checked(wanted))
    except ValueError as error:
        raise ControlError(str(error)) from None
    names = [*registry.names(portal.options), "oauth/token"]
    if wanted.of_events:
        names = [name.lower() for name in EVENTS]
    return {"number": number, "matches": sum(wanted.fits(name) for name in names)}


@order("faults")
def faults(portal: Portal, fields: Fields) -> Fields:  # noqa: ARG001 - needs none
    """What is ordered, and which kinds there are beside the vendor's error codes."""
    rows = [
        {
            "number": row.number,
            "kind": row.kind,
            "method": row.method,
            "count": row.count,
            "probability": row.probability,
            "seconds": row.seconds,
            "way": row.way,
            "hits": row.hits,
        }
        for row in portal.faults.orders
    ]
    return {"faults": rows, "kinds": dict(KINDS)}


@order("clear-faults")
def clear_faults(portal: Portal, fields: Fields) -> Fields:
    """Forget one order, `number`, or all."""
    number = fields.get("number")
    if number is not None and type(number) is not int:
        raise ControlError("number is the number of a fault.")
    return {"count": portal.faults.clear(number)}


@order("rename")
def rename(portal: Portal, fields: Fields) -> Fields:
    """The portal moves to another name of this machine, `to` (host or host:port); "" undoes it."""
    to = _text(fields, "to").strip().lower()
    if to and not is_loopback(host_of(to)):
        raise ControlError("to is another name of this machine, as 127.0.0.2:8000 or localhost.")
    portal.host = to
    return {}


@order("skew")
def skew(portal: Portal, fields: Fields) -> Fields:
    """The portal's clock goes wrong by `seconds` in what it tells; 0 mends it."""
    seconds = _number(fields, "seconds", 0)
    if abs(seconds) > MAX_SKEW:
        raise ControlError("A clock is wrong by at most ten years.")
    portal.skew = seconds
    return {}


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise ControlError(f"{name} is a text.")
    return value or ""


def _number(fields: Fields, name: str, usual: float) -> float:
    value = fields.get(name, usual)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or abs(value) > 1e12:
        raise ControlError(f"{name} is a number.")
    return float(value)
