"""What goes wrong with events by order: lost, twice, late, or in another sequence.

The same for rows of the offline queue and for events to online handlers.
"""

from copy import copy
from dataclasses import replace
from typing import Any

from app.sandbox.delivery.outbox import LOST, MAX_HELD, WAITING, Delivery, Held
from app.sandbox.delivery.queue import Owner
from app.sandbox.faults import Fault
from app.sandbox.portal import Portal
from app.sandbox.schedule import job

#: An event that is to change places waits so long for another one.
SWAP_SECONDS = 30.0


def enqueue(portal: Portal, owner: Owner, event: str, data: Any, additional: Any) -> bool:
    """Put a row into the offline queue, unless a fault has other plans. Whether it is there now."""
    fault = portal.faults.take_event(event, "offline")
    kind = fault.kind if fault else ""
    if kind == "event_lost":
        return False
    if fault and kind in ("event_late", "event_reorder") and len(portal.held) < MAX_HELD:
        due = portal.now + _wait(fault)
        portal.held.append(Held(due, owner, event, data, additional, kind == "event_reorder"))
        portal.schedule.at(due, release_held)
        return False
    portal.enqueue(owner, event, data, additional)
    if kind == "event_duplicate":
        portal.enqueue(owner, event, data, additional, twin=True)
    _let_go(portal, [row for row in portal.held if row.swapped and row.owner == owner])
    return True


@job
def release_held(portal: Portal) -> None:
    """Let go what was held back long enough."""
    _let_go(portal, [row for row in portal.held if row.due <= portal.now])


def _let_go(portal: Portal, rows: list[Held]) -> None:
    for row in rows:
        portal.held.remove(row)
        portal.enqueue(row.owner, row.event, row.data, row.additional)


def post(portal: Portal, row: Delivery) -> None:
    """Put a record among those to be sent, unless a fault has other plans."""
    fault = portal.faults.take_event(row.event, "online") if row.state == WAITING else None
    kind = fault.kind if fault else ""
    if kind == "event_lost":
        row.end(LOST, "lost by order")
    if fault and kind in ("event_late", "event_reorder"):
        row.due, row.swapped = row.due + _wait(fault), kind == "event_reorder"
    portal.deliveries.append(row)
    if kind == "event_duplicate":
        portal.deliveries.append(replace(copy(row), id=portal.next_id("delivery")))
    if row.state == WAITING and not row.swapped:
        _overtaken(portal, row)


def _overtaken(portal: Portal, row: Delivery) -> None:
    """Events that were to change places with this one go behind it now."""
    for other in list(portal.deliveries):
        if other.swapped and other.handler == row.handler and other.state == WAITING:
            portal.deliveries.remove(other)
            other.swapped, other.due = False, row.due
            portal.deliveries.append(other)


def _wait(fault: Fault) -> float:
    return SWAP_SECONDS if fault.kind == "event_reorder" else fault.seconds
