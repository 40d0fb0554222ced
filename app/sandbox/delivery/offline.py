"""Events on their way into the offline queue, and the word to applications that some are in it.

By order a row is lost, comes twice, late, after another one, or without its data.
"""

from typing import Any

from app.sandbox.delivery import delivery
from app.sandbox.delivery.delivery import Happening
from app.sandbox.delivery.mishaps import wait
from app.sandbox.delivery.outbox import MAX_HELD, Held
from app.sandbox.delivery.queue import Owner
from app.sandbox.portal import Portal
from app.sandbox.schedule import job

OFFLINE = "ONOFFLINEEVENT"


def put(  # noqa: PLR0917 - a row is all of these
    portal: Portal, owner: Owner, event: str, data: Any, additional: Any, cause: int
) -> None:
    """Put a row into the queue and tell of it, unless a fault has other plans.

    `cause` is the user whose doing it is.
    """
    fault = portal.faults.take_event(event, "offline")
    kind = fault.kind if fault else ""
    if kind == "event_lost":
        return
    data = False if kind == "event_spoilt" else data
    if fault and kind in ("event_late", "event_reorder") and len(portal.held) < MAX_HELD:
        due, swapped = portal.now + wait(fault), kind == "event_reorder"
        portal.held.append(Held(due, owner, event, data, additional, swapped, cause))
        portal.schedule.at(due, release_held)
        return
    portal.enqueue(owner, event, data, additional)
    if kind == "event_duplicate":
        portal.enqueue(owner, event, data, additional, twin=True)
    _let_go(portal, [row for row in portal.held if row.swapped and row.owner == owner])
    _announce(portal, owner, cause)


@job
def release_held(portal: Portal) -> None:
    """Let go what was held back long enough."""
    _let_go(portal, [row for row in portal.held if row.due <= portal.now])


def _let_go(portal: Portal, rows: list[Held]) -> None:
    for row in rows:
        portal.held.remove(row)
        portal.enqueue(row.owner, row.event, row.data, row.additional)
        _announce(portal, row.owner, row.cause)


def _announce(portal: Portal, owner: Owner, cause: int) -> None:
    """ONOFFLINEEVENT: once in `min_timeout` seconds; nothing is made up for later."""
    for row in portal.bindings:
        if row.event != OFFLINE or Owner(row.app, row.auth_connector) != owner:
            continue
        last = portal.notified.get(row.id)
        if last is None or portal.now - last >= row.min_timeout:
            portal.notified[row.id] = portal.now
            user = row.auth_type or cause or row.user
            delivery.notify(portal, row, Happening(OFFLINE, [], user, lasting=True))
