"""Portals as they are met: sets of switches with a name. Data only.

Which plan has the two features of the offline queue the vendor does not say; that the smaller ones
lack them is a guess, so that a developer meets the gate here first.
"""

from dataclasses import dataclass, field
from typing import Any

from app.sandbox.options import Options, changed


@dataclass(frozen=True, slots=True)
class Preset:
    """Switches that belong together."""

    text: str
    switches: dict[str, Any] = field(default_factory=dict)


_PLAIN_QUEUE: dict[str, Any] = {"offline_extended": False, "auth_connector": False}
_FULL_QUEUE: dict[str, Any] = {"offline_extended": True, "auth_connector": True}
_ADMIN: dict[str, Any] = {"role": "admin", "installed": True}

PRESETS = {
    "free": Preset("no paid plan: REST refuses every call", {"plan": "free", **_PLAIN_QUEUE}),
    "basic": Preset(
        "the smallest paid plan, without the queue's extras", {"plan": "basic", **_PLAIN_QUEUE}
    ),
    "standard": Preset(
        "the middle plan, without the queue's extras", {"plan": "standard", **_PLAIN_QUEUE}
    ),
    "professional": Preset(
        "all features, the usual limits; the administrator signs in",
        {"plan": "professional", **_FULL_QUEUE, **_ADMIN},
    ),
    "enterprise": Preset(
        "all features, five times the requests", {"plan": "enterprise", **_FULL_QUEUE}
    ),
    "on-premise": Preset(
        "on the customer's own server: no request limits, all features",
        {"plan": "selfhosted", **_FULL_QUEUE, "operating_limit": None},
    ),
    "employee": Preset(
        "an employee signs in who is no administrator: offline events are refused",
        {"role": "user"},
    ),
    "no-offline-extended": Preset(
        "the queue can only be read by emptying it", {"offline_extended": False}
    ),
    "no-auth-connector": Preset("one queue for the whole application", {"auth_connector": False}),
    "unfinished-install": Preset(
        "the installation was never finished: no events at all", {"installed": False}
    ),
    "strict": Preset(
        "every documented rule is applied: https only, operating time, names and ids of customers",
        {"https_required": True, "operating_limit": 480.0, "strict_messages": True},
    ),
    "unlimited": Preset(
        "no limits on requests, for tests that are in a hurry",
        {"rate_limit": False, "operating_limit": None},
    ),
}


#: What presets switch; whatever a preset does not say is as usual then.
NAMES = tuple(dict.fromkeys(name for preset in PRESETS.values() for name in preset.switches))


def switches_of(name: str) -> dict[str, Any]:
    """All switches of a preset, so that nothing of another one stays.

    Raises ValueError when there is no such preset.
    """
    if name not in PRESETS:
        raise ValueError(f"There is no preset {name!r}; known: {', '.join(PRESETS)}.")
    usual = {switch: getattr(Options(), switch) for switch in NAMES}
    return {**usual, **PRESETS[name].switches}


def apply(name: str, options: Options) -> Options:
    """Options with the switches of a preset. Raises ValueError when there is no such preset."""
    return changed(options, switches_of(name))
