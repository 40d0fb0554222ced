"""The applications' cards: keys, scopes, tokens, whether the installation is finished."""

from typing import Any

from app.sandbox.model import App
from app.sandbox.options import SCOPE
from app.sandbox.portal import Portal
from app.sandbox.workplace import dialogs
from app.sandbox.workplace.visits import Page, Visit


def build(visit: Visit) -> dict[str, Any]:
    """All cards, and the form for one more."""
    portal = visit.portal
    return {
        "cards": [_card(portal, app) for app in portal.apps.values()],
        "webhook": portal.webhook,
        "webhook_user": portal.users.get(portal.webhook.user),
        "usual_scope": SCOPE,
        "usual_redirect": portal.options.redirect_uri,
        "people": dialogs.people(portal),
        "revealed": visit.text("reveal"),
    }


PAGE = Page("applications", "applications.html", build)


def _card(portal: Portal, app: App) -> dict[str, Any]:
    key = app.client_id
    return {
        "app": app,
        "tokens": portal.authority.counts(app),
        "connectors": [row.name for row in portal.connectors.values() if row.owner == key],
        "bindings": sum(row.app == key for row in portal.bindings),
        "placements": sum(row.app == key for row in portal.placements),
        "waiting": sum(row.owner.app == key for row in portal.queue.rows),
    }
