"""Orders about the portal itself: tokens, time, switches."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from app.sandbox import presets
from app.sandbox.clock import parse_iso
from app.sandbox.errors import ControlError
from app.sandbox.options import Options, changed
from app.sandbox.orders.base import Fields, find_app, order
from app.sandbox.params import to_text
from app.sandbox.portal import Portal

_FIXED = ("seed", "random_seed", "member_id", "redirect_uri", "scope")
_ENDS = ("expire", "revoke")
_TOKENS = ("access", "refresh", "all")


@order("tokens")
def tokens(portal: Portal, fields: Fields) -> Fields:
    """Tokens run out or are revoked: `action` expire|revoke, `which` access|refresh|all.

    `client_id`? limits it to one application.
    """
    which, action = fields.get("which", "all"), fields.get("action")
    if which not in _TOKENS or action not in _ENDS:
        raise ControlError("action is expire or revoke, which is access, refresh or all.")
    app = find_app(portal, fields) if "client_id" in fields else None
    end = portal.authority.expire if action == "expire" else portal.authority.revoke
    return {"count": end(which, app)}


@order("clock")
def clock(portal: Portal, fields: Fields) -> Fields:
    """Time goes on: `advance` seconds, or `to` a moment. What becomes due happens in its order."""
    if ("advance" in fields) == ("to" in fields):
        raise ControlError("advance is a number of seconds, or to is a moment in ISO 8601.")
    seconds = _until(portal, fields["to"]) if "to" in fields else fields["advance"]
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        raise ControlError("advance is a number of seconds.")
    try:
        portal.clock.advance(seconds)
    except ValueError as error:
        raise ControlError(str(error)) from None
    portal.catch_up()
    return {"now": portal.clock.now()}


def _until(portal: Portal, text: Any) -> float:
    moment = parse_iso(text) if isinstance(text, str) else None
    if moment is None:
        raise ControlError("to is a moment like 2026-01-02T09:20:00+00:00.")
    return moment - portal.clock.now()


@order("reset")
def reset(portal: Portal, fields: Fields) -> Fields:
    """Begin again from a seed: `seed`?, `random_seed`?. Tokens are forgotten too.

    The clock goes on from where it is, and the switches stay (plan, role and all in `options`);
    `restore` of a snapshot of the start brings these back as well.

    The seed `busy` takes a second or two, in which nobody is answered.
    """
    seed = to_text(fields.get("seed")) or portal.options.seed
    number = fields.get("random_seed", portal.options.random_seed)
    if type(number) is not int or abs(number) >= 2**63:
        raise ControlError("random_seed is a whole number.")
    try:
        portal.reset(replace(portal.options, seed=seed, random_seed=number))
    except ValueError as error:
        raise ControlError(str(error)) from None
    return {}


@order("auto-operator")
def autooperator_of(portal: Portal, fields: Fields) -> Fields:
    """The scripted operator: `on`, `delay`? seconds."""
    on, delay = fields.get("on"), fields.get("delay", portal.operator_delay)
    usable = isinstance(delay, (int, float)) and not isinstance(delay, bool)
    if not isinstance(on, bool) or not usable or not 0 <= delay <= 86_400:
        raise ControlError("on is true or false, delay a number of seconds.")
    portal.auto_operator, portal.operator_delay = on, float(delay)
    return {}


@order("options")
def options(portal: Portal, changes: Fields) -> Fields:
    """Change switches while it runs, by their names; `GET options` lists them with their values.

    What made the portal (seed, random_seed, member_id) and the application's card stay.
    """
    if fixed := [name for name in changes if name in _FIXED]:
        raise ControlError(f"{fixed[0]!r} cannot be changed.")
    return _change(portal, lambda: changed(portal.options, changes))


@order("preset")
def preset(portal: Portal, fields: Fields) -> Fields:
    """Switch to a plan, a role and features that belong together: `name`.

    Nothing of an earlier preset stays. Answers all switches as they are now.
    """
    name = to_text(fields.get("name"))
    return _change(portal, lambda: presets.apply(name, portal.options))


def _change(portal: Portal, make: Callable[[], Options]) -> Fields:
    try:
        portal.change(make())
    except ValueError as error:
        raise ControlError(str(error)) from None
    return {"switches": asdict(portal.options)}
