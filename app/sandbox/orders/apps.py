"""Orders about applications and people: installed, finished, changed, uninstalled, dismissed."""

from dataclasses import replace
from typing import Any

from app.sandbox import apps
from app.sandbox.apps import Card
from app.sandbox.errors import ControlError
from app.sandbox.options import SCOPE
from app.sandbox.orders.base import Fields, administrator, find_app, order
from app.sandbox.params import to_int
from app.sandbox.portal import Portal

_STATES = {
    "installed": bool,
    "active": bool,
    "payment_expired": bool,
    "title": str,
    "redirect_uri": str,
    "status": str,
}
_MAX_TEXT = 2000
_STATUSES = tuple("LFDTPS")


@order("install")
def install(portal: Portal, fields: Fields) -> Fields:
    """The administrator installs an application; all fields may be left out.

    `title`, `redirect_uri`, `scope` (comma separated), `installed` (false: its setup page is not
    done), `handler` (an address for ONAPPINSTALL), `client_id`, `client_secret`.
    """
    installed = fields.get("installed", True)
    if not isinstance(installed, bool):
        raise ControlError("installed is true or false.")
    card = Card(
        title=_text(fields, "title") or "Another application",
        redirect_uri=_text(fields, "redirect_uri") or portal.options.redirect_uri,
        scope=_scope(_text(fields, "scope") or SCOPE),
        handler=_text(fields, "handler"),
        client_id=_text(fields, "client_id"),
        client_secret=_text(fields, "client_secret"),
    )
    app = apps.install(portal, card, installed=installed, by=administrator(portal))
    return {
        "id": app.id,
        "client_id": app.client_id,
        "client_secret": app.client_secret,
        "application_token": app.application_token,
        "redirect_uri": app.redirect_uri,
        "scope": ",".join(app.scope),
    }


@order("finish-install")
def finish_install(portal: Portal, fields: Fields) -> Fields:
    """An application's setup page says that it is done: `client_id`?."""
    apps.finish(portal, find_app(portal, fields), by=administrator(portal))
    return {}


@order("uninstall")
def uninstall(portal: Portal, fields: Fields) -> Fields:
    """The administrator removes an application: `client_id`?, `clean`? its data."""
    app = find_app(portal, fields)
    clean = fields.get("clean") is True
    apps.uninstall(portal, app, clean=clean, by=administrator(portal))
    return {}


@order("app")
def change(portal: Portal, fields: Fields) -> Fields:
    """Another state of an application: `client_id`? and what changes.

    `installed`, `active`, `payment_expired`, `title`, `redirect_uri`, `status`, `scope`, `users`
    (who may use it beside administrators; empty: everybody), `version` (a new one is installed).
    """
    app, states = find_app(portal, fields), {}
    for name, kind in _STATES.items():
        if name in fields:
            if not isinstance(fields[name], kind) or len(str(fields[name])) > _MAX_TEXT:
                raise ControlError(f"{name} is of another type.")
            states[name] = fields[name]
    if states.get("status", "L") not in _STATUSES:
        raise ControlError(f"status is one of {', '.join(_STATUSES)}.")
    states |= {"scope": _scope(_text(fields, "scope"))} if "scope" in fields else {}
    states |= {"users": _users(portal, fields["users"])} if "users" in fields else {}
    version = to_int(fields.get("version", app.version))
    by = administrator(portal)
    apps.change(portal, app, by=by, **states)
    if version != app.version:
        apps.update(portal, app, version, by=by)
    return {}


@order("dismiss")
def dismiss(portal: Portal, fields: Fields) -> Fields:
    """An employee is fired, or taken back with `active` true: `user_id`."""
    user = portal.users.get(to_int(fields.get("user_id")))
    active = fields.get("active", False)
    if user is None or not isinstance(active, bool):
        raise ControlError("user_id names an employee, active is true or false.", 404)
    administrators = [row.id for row in portal.users.values() if row.admin and row.active]
    if not active and administrators == [user.id]:
        raise ControlError("The portal's last administrator stays.", 409)
    portal.users[user.id] = replace(user, active=active)
    return {}


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name, "")
    if not isinstance(value, str) or len(value) > _MAX_TEXT:
        raise ControlError(f"{name} is a text of at most {_MAX_TEXT} characters.")
    return value


def _scope(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _users(portal: Portal, value: Any) -> tuple[int, ...]:
    if not isinstance(value, list) or not all(type(item) is int for item in value):
        raise ControlError("users is an array of user ids.")
    if unknown := [item for item in value if item not in portal.users]:
        raise ControlError(f"There is no user {unknown[0]}.", 404)
    return tuple(value)
