"""Which events exist, who listens, and which rows a happening puts into the offline queue.

Online handlers are remembered but never called: the sandbox makes no connection of its own.
"""

from dataclasses import dataclass
from typing import Any

from app.sandbox.model import App, Basis
from app.sandbox.portal import Portal
from app.sandbox.queue import Owner

MESSAGE_ADD = "ONIMCONNECTORMESSAGEADD"
MESSAGE_UPDATE = "ONIMCONNECTORMESSAGEUPDATE"
MESSAGE_DELETE = "ONIMCONNECTORMESSAGEDELETE"
DIALOG_START = "ONIMCONNECTORDIALOGSTART"
DIALOG_FINISH = "ONIMCONNECTORDIALOGFINISH"
STATUS_DELETE = "ONIMCONNECTORSTATUSDELETE"
LINE_DELETE = "ONIMCONNECTORLINEDELETE"
SESSION_START = "ONSESSIONSTART"
SESSION_FINISH = "ONSESSIONFINISH"
APP_TEST = "ONAPPTEST"


@dataclass(frozen=True, slots=True)
class EventKind:
    """What a binding of this event needs. `scopes`: any of them, none for a system event.

    `page` is the vendor's page of the event, `basis` and `note` as of a method.
    """

    page: str
    scopes: tuple[str, ...] = ()
    offline: bool = True
    basis: Basis = "documented"
    note: str = ""


def _connector(page: str) -> EventKind:
    return EventKind(f"on-im-connector-{page}.md", ("imopenlines", "imconnector"))


def _line(page: str) -> EventKind:
    return EventKind(f"on-{page}.md", ("imopenlines",), basis="server source")


def _application(page: str) -> EventKind:
    return EventKind(f"on-{page}.md", offline=False)


EVENTS: dict[str, EventKind] = {
    "ONAPPINSTALL": _application("app-install"),
    "ONAPPUNINSTALL": _application("app-uninstall"),
    "ONAPPUPDATE": _application("app-update"),
    "ONOFFLINEEVENT": _application("offline-event"),
    APP_TEST: EventKind("event-test.md"),
    MESSAGE_ADD: _connector("message-add"),
    MESSAGE_UPDATE: _connector("message-update"),
    MESSAGE_DELETE: _connector("message-delete"),
    DIALOG_START: _connector("dialog-start"),
    DIALOG_FINISH: _connector("dialog-finish"),
    STATUS_DELETE: _connector("status-delete"),
    LINE_DELETE: _connector("line-delete"),
    SESSION_START: _line("session-start"),
    SESSION_FINISH: _line("session-finish"),
}


def granted(kind: EventKind, scope: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether an application with this scope may have the event."""
    return not kind.scopes or any(name in scope for name in kind.scopes)


def raise_event(
    portal: Portal, event: str, data: Any, *, owner: str | None = None, by: int | None = None
) -> None:
    """Queue an event for every listening application.

    `owner` limits it to the application that owns the connector; `by` is the portal user who
    caused it. What an application caused itself does not come back to it.
    """
    cause = portal.caller.user.id if by is None and portal.caller else by
    additional = {"user_id": str(cause)} if cause else []
    listening = {
        Owner(binding.app, binding.auth_connector): None
        for binding in portal.bindings
        if binding.offline and binding.event == event and owner in (None, binding.app)
    }
    for target in listening:
        if _receives(portal.apps[target.app], event) and not _own_doing(portal, target):
            portal.enqueue(target, event, data, additional)


def _receives(app: App, event: str) -> bool:
    return app.installed and granted(EVENTS[event], app.scope)


def _own_doing(portal: Portal, target: Owner) -> bool:
    caller = portal.caller
    if caller is None or caller.app is None or not portal.options.self_exclusion:
        return False
    return caller.app.client_id == target.app and caller.auth_connector == target.auth_connector
