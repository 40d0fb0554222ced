"""Applications of the portal: installed, finished, switched off, not paid for, uninstalled.

Rules of the vendor, no REST shapes and no HTTP. At most 50 applications.
"""

from dataclasses import dataclass
from typing import Any

from app.sandbox import bots, placements
from app.sandbox.auth import Ticket
from app.sandbox.delivery import events
from app.sandbox.errors import ControlError, system_error
from app.sandbox.lines import channels
from app.sandbox.model import App, Binding, User
from app.sandbox.portal import Portal

MAX_APPS = 50
#: How long a subscription goes on that was paid for again.
PAID_DAYS = 30
#: What an application may still ask when its subscription has ended.
UNPAID_METHODS = ("app.info",)


@dataclass(frozen=True, slots=True)
class Card:
    """What the administrator fills in. Empty keys are made up; `handler` hears of installations."""

    title: str
    redirect_uri: str
    scope: tuple[str, ...]
    handler: str = ""
    client_id: str = ""
    client_secret: str = ""


def admit(portal: Portal, ticket: Ticket, method: str) -> User:
    """Who calls with this token, as he is now, or the portal's refusal."""
    app, user = ticket.app, portal.users.get(ticket.user.id)
    if portal.apps.get(app.client_id) is not app:
        raise system_error("APPLICATION_NOT_FOUND")
    if not app.active:
        raise system_error("ERROR_OAUTH")
    if app.payment_expired and method not in UNPAID_METHODS:
        raise system_error("PAYMENT_REQUIRED")
    if user is None or not user.active:
        raise system_error("authorization_error")
    if not may_use(app, user):
        raise system_error("user_access_error")
    return user


def may_use(app: App, user: User) -> bool:
    """Whether the administrator lets this person use the application."""
    return not app.users or user.admin or user.bot or user.id in app.users


def install(portal: Portal, card: Card, *, installed: bool, by: int) -> App:
    """Add an application. With `installed` it needs no setup page, and hears of it at once."""
    if card.client_id in portal.apps:
        raise ControlError("This application is installed already.", 409)
    if len(portal.apps) >= MAX_APPS:
        raise ControlError(f"There is room for {MAX_APPS} applications.", 409)
    draw = portal.random.randbytes
    app = App(
        id=portal.app.id + portal.next_id("app"),
        client_id=card.client_id or f"local.{draw(7).hex()}.{int.from_bytes(draw(3)):08d}",
        client_secret=card.client_secret or draw(25).hex(),
        redirect_uri=card.redirect_uri,
        title=card.title,
        scope=card.scope,
        application_token=draw(16).hex(),
        installed=False,
    )
    portal.apps[app.client_id] = app
    if app.client_id == portal.app.client_id:
        portal.app = app
    if card.handler:
        number = portal.next_id("binding")
        portal.bindings.append(
            Binding(app.client_id, events.APP_INSTALL, by, False, card.handler, id=number)
        )
    if installed:
        finish(portal, app, by=by)
    return app


def finish(portal: Portal, app: App, *, by: int) -> None:
    """The setup page has said that it is done: from now on there are events."""
    if app.installed:
        return
    app.installed = True
    data = {
        "VERSION": str(app.version),
        "ACTIVE": "Y" if app.active else "N",
        "INSTALLED": "Y",
        "LANGUAGE_ID": portal.seed.portal["language"],
    }
    events.raise_event(portal, events.APP_INSTALL, data, owner=app.client_id, by=by)


def change(portal: Portal, app: App, *, by: int, **states: Any) -> None:
    """Other states of an application; one that stops working loses its connectors."""
    goes_on = states.get("installed", True) and states.get("active", True)
    if app.installed and app.active and not goes_on:
        disconnect(portal, app, by=by)
    paid = app.payment_expired and not states.get("payment_expired", True)
    installed = states.pop("installed", app.installed)
    for name, value in states.items():
        setattr(app, name, value)
    if installed:
        finish(portal, app, by=by)
    app.installed = installed
    if paid:
        _tell_payment(portal, app, by)


def update(portal: Portal, app: App, version: int, *, by: int) -> None:
    """A new version with a token of its own. Its handlers hear of it; then all of them are gone."""
    data = {
        "VERSION": str(version),
        "PREVIOUS_VERSION": str(app.version),
        "LANGUAGE_ID": portal.seed.portal["language"],
    }
    app.version, app.application_token = version, portal.random.randbytes(16).hex()
    events.raise_event(portal, events.APP_UPDATE, data, owner=app.client_id, by=by)
    _unbind(portal, app)


def uninstall(portal: Portal, app: App, *, clean: bool, by: int) -> None:
    """Remove an application with all that is its own; its handlers get the last events."""
    disconnect(portal, app, by=by)
    data = {"LANGUAGE_ID": portal.seed.portal["language"], "CLEAN": int(clean)}
    events.raise_event(portal, events.APP_UNINSTALL, data, owner=app.client_id, by=by)
    bots.forget_app(portal, app.client_id)
    placements.forget_app(portal, app.client_id)
    if clean:
        mine = [key for key in portal.user_options if key[0] == app.client_id]
        for key in mine:
            del portal.user_options[key]
    del portal.apps[app.client_id]
    _unbind(portal, app)
    portal.held = [row for row in portal.held if row.owner.app != app.client_id]
    portal.queue.forget_app(app.client_id)
    portal.authority.forget_app(app)


def _unbind(portal: Portal, app: App) -> None:
    portal.bindings = [row for row in portal.bindings if row.app != app.client_id]
    kept = {row.id for row in portal.bindings}
    portal.notified = {number: at for number, at in portal.notified.items() if number in kept}


def disconnect(portal: Portal, app: App, *, by: int) -> None:
    """Unregister the application's connectors, with an event for each line."""
    mine = [row.id for row in portal.connectors.values() if row.owner == app.client_id]
    for connector in mine:
        channels.unregister(portal, connector, app.client_id, by=by)
    placements.follow_connectors(portal)


def _tell_payment(portal: Portal, app: App, by: int) -> None:
    data = {
        "CODE": app.client_id,
        "VERSION": app.version,
        "STATUS": app.status,
        "PAYMENT_EXPIRED": "N",
        "DAYS": PAID_DAYS,
        "LANGUAGE_ID": portal.seed.portal["language"],
    }
    events.raise_event(portal, events.APP_PAYMENT, data, owner=app.client_id, by=by)
