"""Faults and time: what is ordered to go wrong, presets, the clock, snapshots, a fresh start."""

from typing import Any

from app.sandbox import faults, presets, registry
from app.sandbox.delivery.events import EVENTS
from app.sandbox.keeping import seedfiles
from app.sandbox.workplace.visits import Page, Visit

#: Vendor's codes that are often asked for; any other can be typed.
CODES = (
    "expired_token",
    "invalid_token",
    "QUERY_LIMIT_EXCEEDED",
    "OPERATION_TIME_LIMIT",
    "OVERLOAD_LIMIT",
    "INTERNAL_SERVER_ERROR",
    "ACCESS_DENIED",
    "insufficient_scope",
    "NOT_ACTIVE_LINE",
    "ERROR_CORE",
)
STEPS = {"minute": 60, "hour": 3600, "day": 86_400, "month": 34 * 86_400}


def build(visit: Visit) -> dict[str, Any]:
    """All of it."""
    portal = visit.portal
    options = portal.options
    return {
        "orders": portal.faults.orders,
        "groups": {
            "refusals": faults.REFUSALS,
            "instead": faults.INSTEAD,
            "around": faults.AROUND,
            "events": faults.OF_EVENTS,
        },
        "codes": CODES,
        "methods": registry.names(options),
        "event_names": sorted(EVENTS),
        "presets": [
            (name, preset.text, presets.apply(name, options) == options)
            for name, preset in presets.PRESETS.items()
        ],
        "options": options,
        "steps": STEPS,
        "pushed": portal.clock.pushed,
        "snapshots": visit.house.kept(),
        "can_fork": visit.house.host is not None,
        "copies": visit.house.host.opened() if visit.house.host else [],
        "seeds": seedfiles.about_seeds(),
        "auto_operator": (portal.auto_operator, portal.operator_delay),
        "host": portal.host,
        "skew": portal.skew,
    }


PAGE = Page("fate", "fate.html", build)
