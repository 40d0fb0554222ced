"""`event.bind`, `unbind`, `get`, `test` and `events`."""

from dataclasses import replace
from typing import Any

from app.sandbox.delivery.events import APP_TEST, EVENTS, granted, raise_event
from app.sandbox.delivery.handler_url import check_handler
from app.sandbox.delivery.offline import OFFLINE
from app.sandbox.errors import VendorError, argument_error
from app.sandbox.model import Binding
from app.sandbox.params import Params, as_map, require, to_int, to_text, truthy, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

#: Subscriptions that one application may have, and the longest wait that it may ask for.
MAX_BINDINGS = 1000
MAX_TIMEOUT = 86_400
_DENIED = "Access denied! {} requires administrator access rights"


@rest_method("event.bind", basis="documented", app_only=True)
def bind(portal: Portal, params: Params) -> object:
    """Subscribe; a second identical subscription is refused."""
    binding = _wanted(portal, upper(params), "binding")
    if binding.offline and not EVENTS[binding.event].offline:
        raise argument_error("EVENT", "Offline event cannot be registered for this event.")
    if not binding.offline:
        if not binding.handler:
            raise argument_error("HANDLER")
        check_handler(binding.handler)
    if any(_same(binding, other) for other in portal.bindings):
        text = "Unable to set event handler: Handler already binded"
        raise VendorError("ERROR_CORE", text, 400)
    if sum(other.app == binding.app for other in portal.bindings) >= MAX_BINDINGS:
        raise VendorError("ERROR_CORE", "Unable to set event handler: too many handlers", 400)
    portal.bindings.append(replace(binding, id=portal.next_id("binding")))
    return True


@rest_method("event.unbind", basis="documented", app_only=True)
def unbind(portal: Portal, params: Params) -> object:
    """Remove subscriptions; rows that are queued already stay."""
    params = upper(params)
    wanted = _wanted(portal, params, "unbinding")
    narrow = params.get("AUTH_TYPE") is not None
    kept = [
        binding
        for binding in portal.bindings
        if not _same(wanted, binding) or (narrow and binding.auth_type != wanted.auth_type)
    ]
    count = len(portal.bindings) - len(kept)
    portal.bindings = kept
    portal.notified = {row.id: portal.notified[row.id] for row in kept if row.id in portal.notified}
    return {"count": count}


@rest_method("event.get", basis="documented", page="events/event-get.md", app_only=True)
def get(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """The application's subscriptions; who is no administrator sees only online ones of his own."""
    caller = caller_of(portal)
    app = caller.app.client_id if caller.app else ""
    mine = [binding for binding in portal.bindings if binding.app == app]
    if not caller.user.admin:
        mine = [row for row in mine if not row.offline and row.user == caller.user.id]
    return [_shown(binding) for binding in mine]


@rest_method("events", basis="documented", page="events/events.md", app_only=True)
def events(portal: Portal, params: Params) -> object:
    """Names of the events that may be bound."""
    params = upper(params)
    scope: frozenset[str] | tuple[str, ...] = caller_of(portal).scope
    if params.get("SCOPE") is not None:
        wanted = to_text(params["SCOPE"])
        return [name for name, kind in EVENTS.items() if wanted in (kind.scopes or ("",))]
    if truthy(params.get("FULL")):
        return list(EVENTS)
    return [name for name, kind in EVENTS.items() if granted(kind, scope)]


@rest_method("event.test", basis="documented", page="test-handler.md", app_only=True)
def event_test(portal: Portal, params: Params) -> object:
    """Fire ONAPPTEST with the given parameters, to the calling application only."""
    app, language = caller_of(portal).app, portal.seed.portal["language"]
    owner = app.client_id if app else None
    raise_event(portal, APP_TEST, {"QUERY": params, "LANGUAGE_ID": language}, owner=owner)
    return 1


def _wanted(portal: Portal, params: Params, act: str) -> Binding:
    caller = caller_of(portal)
    event = to_text(params.get("EVENT")).upper()
    if not event:
        raise argument_error("EVENT")
    kind = to_text(params.get("EVENT_TYPE")).lower() or "online"
    if kind not in ("online", "offline"):
        raise argument_error("EVENT_TYPE", "Value must be one of {online|offline}")
    if event not in EVENTS or not granted(EVENTS[event], caller.scope):
        raise VendorError("ERROR_EVENT_NOT_FOUND", "Event not found", 400)
    offline = kind == "offline"
    if offline and not caller.user.admin:
        raise VendorError("ACCESS_DENIED", _DENIED.format(f"Offline events {act}"), 403)
    return Binding(
        app=caller.app.client_id if caller.app else "",
        event=event,
        user=caller.user.id,
        offline=offline,
        handler="" if offline else to_text(require(params, "HANDLER")),
        auth_type=_auth_type(portal, params, act),
        auth_connector=caller.auth_connector,
        min_timeout=_min_timeout(params) if event == OFFLINE else 1.0,
    )


def _min_timeout(params: Params) -> float:
    given = as_map(params.get("OPTIONS")).get("minTimeout")
    return 1.0 if given is None else float(max(0, min(MAX_TIMEOUT, to_int(given))))


def _auth_type(portal: Portal, params: Params, act: str) -> int:
    user = caller_of(portal).user
    wanted = to_int(params.get("AUTH_TYPE"))
    if user.admin:
        return wanted
    if wanted not in (0, user.id):
        raise VendorError("ACCESS_DENIED", _DENIED.format(f"Event {act} with AUTH_TYPE"), 403)
    return user.id


def _same(one: Binding, other: Binding) -> bool:
    keys = ("app", "event", "offline", "handler", "auth_connector")
    return all(getattr(one, key) == getattr(other, key) for key in keys)


def _shown(binding: Binding) -> dict[str, Any]:
    if binding.offline:
        return {"event": binding.event, "connector_id": binding.auth_connector, "offline": 1}
    return {
        "event": binding.event,
        "handler": binding.handler,
        "auth_type": str(binding.auth_type),
        "offline": 0,
    }
