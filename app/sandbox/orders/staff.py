"""Orders about the portal's people: who is there, who has a break."""

from dataclasses import replace

from app.sandbox.errors import ControlError
from app.sandbox.lines import pauses, routing
from app.sandbox.orders.base import Fields, order
from app.sandbox.params import to_int
from app.sandbox.portal import Portal


@order("online")
def online(portal: Portal, fields: Fields) -> Fields:
    """An employee comes or goes: `user_id`, `on`. Dialogs that nobody could take are given out."""
    user, on = _employee(portal, fields)
    portal.users[user] = replace(portal.users[user], online=on)
    routing.serve_waiting(portal)
    return {}


@order("pause")
def pause(portal: Portal, fields: Fields) -> Fields:
    """An operator takes no new dialogs for a while: `user_id`, `on`."""
    user, on = _employee(portal, fields)
    if on:
        pauses.start(portal, user)
    else:
        pauses.stop(portal, user)
        routing.serve_waiting(portal)
    return {}


def _employee(portal: Portal, fields: Fields) -> tuple[int, bool]:
    user, on = to_int(fields.get("user_id")), fields.get("on")
    if user not in portal.users:
        raise ControlError("There is no such operator.", 404)
    if not isinstance(on, bool):
        raise ControlError("on is true or false.")
    return user, on
