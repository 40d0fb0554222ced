"""Which events exist, who listens, and what a happening puts into queues and on its way.

Rows go into the offline queue after the running request; events for online handlers are records
that `courier` carries out.
"""

from dataclasses import dataclass
from typing import Any

from app.sandbox.delivery import delivery, offline
from app.sandbox.delivery.delivery import Happening
from app.sandbox.delivery.offline import OFFLINE
from app.sandbox.delivery.queue import Owner
from app.sandbox.model import App, Basis, Binding
from app.sandbox.portal import Portal
from app.sandbox.preview import preview

MESSAGE_ADD = "ONIMCONNECTORMESSAGEADD"
MESSAGE_UPDATE = "ONIMCONNECTORMESSAGEUPDATE"
MESSAGE_DELETE = "ONIMCONNECTORMESSAGEDELETE"
DIALOG_START = "ONIMCONNECTORDIALOGSTART"
DIALOG_FINISH = "ONIMCONNECTORDIALOGFINISH"
STATUS_DELETE = "ONIMCONNECTORSTATUSDELETE"
LINE_DELETE = "ONIMCONNECTORLINEDELETE"
OPENLINE_ADD = "ONOPENLINEMESSAGEADD"
OPENLINE_UPDATE = "ONOPENLINEMESSAGEUPDATE"
OPENLINE_DELETE = "ONOPENLINEMESSAGEDELETE"
SESSION_START = "ONSESSIONSTART"
SESSION_FINISH = "ONSESSIONFINISH"
APP_TEST = "ONAPPTEST"
APP_INSTALL = "ONAPPINSTALL"
APP_UNINSTALL = "ONAPPUNINSTALL"
APP_UPDATE = "ONAPPUPDATE"
APP_PAYMENT = "ONAPPPAYMENT"
#: Events that come without any token.
BARE = (APP_UNINSTALL, APP_PAYMENT)


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
    note = "Shaped as by the server; the option `openline_shape` gives the shape of the page."
    return EventKind(f"on-{page}.md", ("imopenlines",), basis="server source", note=note)


def _application(page: str) -> EventKind:
    return EventKind(f"on-{page}.md", offline=False)


def _bot(page: str) -> EventKind:
    return EventKind(page, ("imbot",), offline=False)


_V2_PAGE = "imbot.v2/events/events.md"
BOT_EVENTS: dict[str, EventKind] = {
    "ONIMBOTMESSAGEADD": _bot("on-imbot-message-add.md"),
    "ONIMBOTMESSAGEUPDATE": _bot("on-imbot-message-update.md"),
    "ONIMBOTMESSAGEDELETE": _bot("on-imbot-message-delete.md"),
    "ONIMBOTJOINCHAT": _bot("on-imbot-join-chat.md"),
    "ONIMBOTDELETE": _bot("on-imbot-delete.md"),
    "ONIMCOMMANDADD": _bot("on-im-command-add.md"),
    "ONIMBOTV2MESSAGEADD": _bot(_V2_PAGE),
    "ONIMBOTV2MESSAGEUPDATE": _bot(_V2_PAGE),
    "ONIMBOTV2MESSAGEDELETE": _bot(_V2_PAGE),
    "ONIMBOTV2JOINCHAT": _bot(_V2_PAGE),
    "ONIMBOTV2COMMANDADD": _bot(_V2_PAGE),
    "ONIMBOTV2REACTIONCHANGE": _bot(_V2_PAGE),
    "ONIMBOTV2DELETE": _bot(_V2_PAGE),
}


EVENTS: dict[str, EventKind] = {
    APP_INSTALL: _application("app-install"),
    APP_UNINSTALL: _application("app-uninstall"),
    APP_UPDATE: _application("app-update"),
    APP_PAYMENT: _application("app-payment"),
    OFFLINE: _application("offline-event"),
    APP_TEST: EventKind("test-handler.md"),
    MESSAGE_ADD: _connector("message-add"),
    MESSAGE_UPDATE: _connector("message-update"),
    MESSAGE_DELETE: _connector("message-delete"),
    DIALOG_START: _connector("dialog-start"),
    DIALOG_FINISH: _connector("dialog-finish"),
    STATUS_DELETE: _connector("status-delete"),
    LINE_DELETE: _connector("line-delete"),
    OPENLINE_ADD: _line("open-line-message-add"),
    OPENLINE_UPDATE: _line("open-line-message-update"),
    OPENLINE_DELETE: _line("open-line-message-delete"),
    SESSION_START: _line("session-start"),
    SESSION_FINISH: _line("session-finish"),
    **BOT_EVENTS,
}


#: Events that come with a refresh token.
LASTING = (APP_INSTALL, APP_UPDATE, OFFLINE, *BOT_EVENTS)


def granted(kind: EventKind, scope: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether an application with this scope may have the event."""
    return not kind.scopes or any(name in scope for name in kind.scopes)


def raise_event(
    portal: Portal, event: str, data: Any, *, owner: str | None = None, by: int | None = None
) -> None:
    """Tell every listening application, in the queue or at its handler's address.

    `owner` limits it to the application that owns the connector; `by` is the portal user who
    caused it. In the queue, what an application caused itself does not come back to it.
    """
    cause = (portal.caller.user.id if by is None and portal.caller else by) or 0
    _remember(portal, event, data, owner, cause)
    listening = [row for row in portal.bindings if row.event == event and owner in (None, row.app)]
    for row in listening:
        if not row.offline and not portal.apps[row.app].live:
            delivery.note_unheard(portal, row, event, data)
    listening = [row for row in listening if _receives(portal.apps[row.app], event)]
    queues = {Owner(row.app, row.auth_connector): None for row in listening if row.offline}
    additional = {"user_id": str(cause)} if cause else []
    for target in queues:
        if not _own_doing(portal, target):
            offline.put(portal, target, event, data, additional, cause)
    for row in listening:
        if not row.offline:
            _deliver(portal, row, event, data, cause)


def _remember(portal: Portal, event: str, data: Any, owner: str | None, cause: int) -> None:
    portal.happened.append(
        {
            "at": round(portal.now, 3),
            "event": event,
            "data": preview(data),
            "owner": owner,
            "user": cause,
        }
    )


def _deliver(portal: Portal, row: Binding, event: str, data: Any, cause: int) -> None:
    lasting, bare = event in LASTING, event in BARE
    told = Happening(event, data, row.auth_type or cause, lasting=lasting, bare=bare)
    delivery.notify(portal, row, told)


def _receives(app: App, event: str) -> bool:
    return app.live and granted(EVENTS[event], app.scope)


def _own_doing(portal: Portal, target: Owner) -> bool:
    caller = portal.caller
    if caller is None or caller.app is None or not portal.options.self_exclusion:
        return False
    return caller.app.client_id == target.app and caller.auth_connector == target.auth_connector
