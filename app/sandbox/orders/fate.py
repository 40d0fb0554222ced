"""Orders about the portal itself: tokens, time, switches."""

from dataclasses import fields as fields_of
from dataclasses import replace
from typing import Any

from app.sandbox.errors import ControlError
from app.sandbox.options import Options
from app.sandbox.orders.base import Fields, order
from app.sandbox.params import to_text
from app.sandbox.portal import Portal

_FIXED = ("seed", "random_seed", "member_id", "redirect_uri", "scope")
_TYPES: dict[Any, tuple[type, ...]] = {
    bool: (bool,),
    str: (str,),
    float: (int, float),
    float | None: (int, float, type(None)),
}
_ENDS = ("expire", "revoke")
_TOKENS = ("access", "refresh", "all")


@order("tokens")
def tokens(portal: Portal, fields: Fields) -> Fields:
    """Tokens run out or are revoked: `action` expire|revoke, `which` access|refresh|all."""
    which, action = fields.get("which", "all"), fields.get("action")
    if which not in _TOKENS or action not in _ENDS:
        raise ControlError("action is expire or revoke, which is access, refresh or all.")
    end = portal.authority.expire if action == "expire" else portal.authority.revoke
    return {"count": end(which)}


@order("clock")
def clock(portal: Portal, fields: Fields) -> Fields:
    """Time goes on: `advance` seconds. What becomes due happens."""
    seconds = fields.get("advance")
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        raise ControlError("advance is a number of seconds.")
    try:
        portal.clock.advance(seconds)
    except ValueError as error:
        raise ControlError(str(error)) from None
    portal.catch_up()
    return {"now": portal.clock.now()}


@order("reset")
def reset(portal: Portal, fields: Fields) -> Fields:
    """Begin again from the seed: `seed`?. Tokens are forgotten too."""
    seed = to_text(fields.get("seed")) or portal.options.seed
    try:
        portal.reset(replace(portal.options, seed=seed))
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
    """Change switches of the running sandbox, by the names of `Options`, except the seed."""
    now = portal.options
    types = {field.name: field.type for field in fields_of(Options) if field.name not in _FIXED}
    for name, value in changes.items():
        if name not in types:
            raise ControlError(f"{name!r} cannot be changed.")
        if type(value) not in _TYPES[types[name]]:
            raise ControlError(f"{name!r} has another type.")
    try:
        portal.change(replace(now, **changes))
    except ValueError as error:
        raise ControlError(str(error)) from None
    return {}
