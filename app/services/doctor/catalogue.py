"""The list of checks, in the order in which a message travels. Knows no calls.

`NEEDS` says which checks must not have failed for one to be judged at all: what follows from a
failure is told as its consequence, never as a cause of its own.
"""

from collections.abc import Mapping

from app.domain.doctor import Check, Group

_KEYS: Mapping[Group, tuple[str, ...]] = {
    Group.SIGN_IN: (
        "portal_answers",
        "address_unchanged",
        "access_valid",
        "refresh_age",
        "clock",
    ),
    Group.APPLICATION: (
        "plan",
        "installed",
        "scopes",
        "events_offered",
        "administrator",
        "offline_confirm",
        "auth_connector",
        "operating_time",
    ),
    Group.CONNECTOR: ("registered", "owned", "handler", "looks"),
    Group.LINE: ("line_exists", "line_on", "operators", "hours", "tracking"),
    Group.LINK: ("active", "no_error", "channel_data", "settings_page"),
    Group.EVENTS: (
        "events_bound",
        "no_twins",
        "queue_answers",
        "queue_reserved",
        "queue_aside",
        "queue_age",
        "one_receiver",
        "canary",
    ),
}

CHECKS = tuple(Check(key, group) for group, keys in _KEYS.items() for key in keys)
BY_KEY = {check.key: check for check in CHECKS}

_PORTAL = ("portal_answers", "address_unchanged")
_CALLS = (*_PORTAL, "access_valid", "plan")
_CONNECTOR = (*_CALLS, "scopes")
_LINK = (*_CONNECTOR, "registered", "line_exists")
_QUEUE = (*_CALLS, "installed", "administrator")
NEEDS: Mapping[str, tuple[str, ...]] = {
    "access_valid": _PORTAL,
    "clock": (*_PORTAL, "access_valid"),
    "plan": (*_PORTAL, "access_valid"),
    **dict.fromkeys(("installed", "scopes"), _CALLS),
    "events_offered": _CONNECTOR,
    **dict.fromkeys(("administrator", "offline_confirm", "auth_connector"), _CALLS),
    "operating_time": _PORTAL,
    "registered": (*_CONNECTOR, "installed"),
    "owned": (*_CONNECTOR, "registered"),
    **dict.fromkeys(_KEYS[Group.LINE], _CONNECTOR),
    **dict.fromkeys(("line_on", "operators", "hours", "tracking"), (*_CONNECTOR, "line_exists")),
    "active": _LINK,
    **dict.fromkeys(("no_error", "channel_data"), (*_LINK, "active")),
    "settings_page": (*_CONNECTOR, "registered", "administrator"),
    "events_bound": (*_CALLS, "administrator", "events_offered"),
    "no_twins": _CALLS,
    **dict.fromkeys(("queue_answers", "queue_aside", "queue_age"), (*_CALLS, "administrator")),
    "queue_reserved": (*_CALLS, "administrator"),
    **dict.fromkeys(("one_receiver", "canary"), (*_QUEUE, "queue_answers")),
}
