"""What goes wrong by order with events to online handlers: lost, twice, late, out of sequence.

The same for rows of the offline queue is in `offline`.
"""

from dataclasses import replace

from app.sandbox.delivery.outbox import LOST, WAITING, Delivery
from app.sandbox.faults import Fault
from app.sandbox.portal import Portal

#: An event that is to change places waits so long for another one.
SWAP_SECONDS = 30.0


def post(portal: Portal, row: Delivery) -> None:
    """Put a record among those to be sent, unless a fault has other plans."""
    fault = portal.faults.take_event(row.event, "online") if row.state == WAITING else None
    kind = fault.kind if fault else ""
    if kind == "event_lost":
        row.end(LOST, "lost by order")
    if fault and kind in ("event_late", "event_reorder"):
        row.due, row.swapped = row.due + wait(fault), kind == "event_reorder"
    portal.deliveries.append(row)
    if kind == "event_duplicate":
        portal.deliveries.append(replace(row, id=portal.next_id("delivery")))
    if row.state == WAITING and not row.swapped:
        _overtaken(portal, row)


def _overtaken(portal: Portal, row: Delivery) -> None:
    """Events that were to change places with this one go behind it now."""
    for other in list(portal.deliveries):
        if other.swapped and other.handler == row.handler and other.state == WAITING:
            portal.deliveries.remove(other)
            other.swapped, other.due = False, row.due
            portal.deliveries.append(other)


def wait(fault: Fault) -> float:
    """How long an event is held back."""
    return SWAP_SECONDS if fault.kind == "event_reorder" else fault.seconds
