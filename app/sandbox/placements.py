"""Pages of applications inside the portal: which there are, which are shown, how one is opened.

Rules of the vendor, no REST shapes and no HTTP.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode, urlsplit

from app.sandbox.errors import VendorError, system_error
from app.sandbox.lines import channels
from app.sandbox.model import Connector, Placement, Status, User
from app.sandbox.portal import Portal

SETTINGS, TILE, WORKER, APP_PAGE = (
    "SETTING_CONNECTOR",
    "CONTACT_CENTER",
    "PAGE_BACKGROUND_WORKER",
    "REST_APP_URI",
)
MAX_OF_APP = 200
_CARDS = ("LEAD", "DEAL", "CONTACT", "COMPANY")
_IN_CARDS = ("DETAIL_TAB", "DETAIL_ACTIVITY", "DETAIL_TOOLBAR", "LIST_MENU", "LIST_TOOLBAR")
#: Which scopes open a place, any of them; none for the places that every application may use.
PLACES: Mapping[str, tuple[str, ...]] = {
    TILE: ("contact_center",),
    SETTINGS: ("imopenlines", "imconnector"),
    **{f"IM_{name}": ("im",) for name in ("CONTEXT_MENU", "NAVIGATION", "SIDEBAR", "TEXTAREA")},
    **{f"CRM_{card}_{place}": ("crm",) for card in _CARDS for place in _IN_CARDS},
    **{f"USER_PROFILE_{name}": ("user",) for name in ("MENU", "TOOLBAR")},
    WORKER: (),
    APP_PAGE: (),
}
#: Where a binding of one's own is kept apart by user, where there can be one only.
USER_MODE = (WORKER,)
SINGLE = (WORKER, APP_PAGE)


def granted(code: str, scope: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether an application with this scope may use a place."""
    wanted = PLACES[code]
    return not wanted or any(name in scope for name in wanted)


def keeps_options(code: str) -> bool:
    """Whether a binding's OPTIONS mean anything there."""
    return code == WORKER or code.startswith("IM_")


def bind(portal: Portal, row: Placement) -> None:
    """Add a page under a fresh id; refused twice, and beside another where one is the most."""
    mine = [known for known in portal.placements if known.app == row.app]
    same = [known for known in mine if (known.code, known.user) == (row.code, row.user)]
    if row.code in SINGLE and same:
        text = f"Placement max count: {row.code}"
        raise VendorError("ERROR_PLACEMENT_MAX_COUNT", text, 400)
    if any(known.handler == row.handler for known in same):
        raise _not_set("Handler already binded")
    if len(mine) >= MAX_OF_APP:
        raise _not_set("Too many handlers")
    portal.placements.append(replace(row, id=portal.next_id("placement")))


def _not_set(why: str) -> VendorError:
    return VendorError("ERROR_CORE", f"Unable to set placement handler: {why}", 400)


def unbind(portal: Portal, app: str, code: str, handler: str, user: int | None) -> int:
    """Remove pages of an application, all of a place when no handler is named; how many."""
    gone = [
        row
        for row in portal.placements
        if (row.app, row.code) == (app, code)
        and handler in ("", row.handler)
        and user in (None, row.user)
    ]
    portal.placements = [row for row in portal.placements if row not in gone]
    return len(gone)


def forget_app(portal: Portal, client_id: str) -> None:
    """An application is gone: its pages go."""
    portal.placements = [row for row in portal.placements if row.app != client_id]


def add_settings(portal: Portal, connector: Connector) -> None:
    """A connector was registered: its settings page has a row, those it had before stay.

    Of too many the oldest goes.
    """
    wanted = (connector.owner, SETTINGS, connector.handler)
    for place, row in enumerate(portal.placements):
        if (row.app, row.code, row.handler) == wanted:
            users = tuple(dict.fromkeys((*row.connectors, connector.id)))
            portal.placements[place] = replace(row, connectors=users)
            return
    mine = [row for row in portal.placements if row.app == connector.owner and row.connectors]
    if len(mine) >= MAX_OF_APP:
        portal.placements.remove(mine[0])
    row = Placement(
        portal.next_id("placement"),
        connector.owner or "",
        SETTINGS,
        connector.handler,
        title=connector.name,
        connectors=(connector.id,),
    )
    portal.placements.append(row)


def follow_connectors(portal: Portal) -> None:
    """Connectors have gone: so do the settings pages that no other connector has."""
    kept = []
    for row in portal.placements:
        users = tuple(name for name in row.connectors if name in portal.connectors)
        if users or not row.connectors:
            kept.append(replace(row, connectors=users))
    portal.placements = kept


def of_connector(portal: Portal, connector: Connector) -> Placement | None:
    """The settings page of a connector."""
    for row in portal.placements:
        where = (row.app, row.handler)
        if row.code == SETTINGS and where == (connector.owner, connector.handler):
            return row
    return None


def shown(portal: Portal, code: str = TILE) -> list[Placement]:
    """The pages that people see in a place: of applications whose installation is finished."""
    rows = [row for row in portal.placements if row.code == code and _live(portal, row)]
    current = {(connector.owner, connector.handler) for connector in portal.connectors.values()}
    return [row for row in rows if code != SETTINGS or (row.app, row.handler) in current]


def _live(portal: Portal, row: Placement) -> bool:
    app = portal.apps.get(row.app)
    return app is not None and app.live


def title(portal: Portal, row: Placement) -> str:
    """The name under which people see a page: its own in their language, or the application's."""
    own = row.languages.get(str(portal.seed.portal["language"]), {}).get("TITLE", "")
    app = portal.apps.get(row.app)
    return own or row.title or (app.title if app else "")


def tile_options(row: Placement) -> dict[str, Any]:
    """What a tile of the contact center is told when it is opened."""
    return {"ID": str(row.id), "URI": "/contact_center/"}


def connect(portal: Portal, connector: Connector, line: int) -> dict[str, Any]:
    """Somebody pressed Connect and chose a line: only ACTIVE is raised; what the page is told."""
    row = portal.statuses.setdefault((connector.id, line), Status())
    row.active = True
    return settings_options(portal, connector, line)


def settings_options(portal: Portal, connector: Connector, line: int) -> dict[str, Any]:
    """What a connector's settings page is told when it is opened."""
    row = channels.status(portal, connector.id, line)
    address = {"ID": connector.id, "IFRAME": "Y", "IFRAME_TYPE": "SIDE_SLIDER"}
    return {
        "CONNECTOR": connector.id,
        "LINE": str(line),
        "STATUS": row.working,
        "ACTIVE_STATUS": row.active,
        "CONNECTION_STATUS": row.connection,
        "REGISTER_STATUS": row.register,
        "ERROR_STATUS": row.error,
        "URI": f"/contact_center/connector/?{urlencode(address)}",
    }


def opening(
    portal: Portal, row: Placement, user: User, options: dict[str, Any]
) -> tuple[str, dict[str, str]]:
    """The address with its query, and the form that the portal posts into the frame.

    Raises VendorError when the page is not shown: its application is not fully installed, or its
    address is none that a frame may load.
    """
    app = portal.apps.get(row.app)
    if app is None or not app.live:
        raise system_error("NOT_INSTALLED")
    if not row.handler.lower().startswith(("http://", "https://")):
        raise VendorError("ERROR_WRONG_HANDLER_URL", "Wrong handler URL", 400)
    grant = portal.authority.for_event(app, user, 0, lasting=True)
    origin = urlsplit(portal.origin)
    query = {
        "DOMAIN": origin.netloc,
        "PROTOCOL": "1" if origin.scheme == "https" else "0",
        "LANG": str(portal.seed.portal["language"]),
        "APP_SID": portal.random.randbytes(16).hex(),
    }
    form = {
        "AUTH_ID": grant.access,
        "AUTH_EXPIRES": str(max(0, int(grant.expires - portal.now))),
        "REFRESH_ID": grant.refresh,
        "SERVER_ENDPOINT": f"{portal.origin}/rest/",
        "APPLICATION_TOKEN": app.application_token,
        "APPLICATION_SCOPE": ",".join(app.scope),
        "member_id": portal.member_id,
        "status": app.status,
        "PLACEMENT": row.code,
        "PLACEMENT_OPTIONS": json.dumps(options, separators=(",", ":")),
    }
    return _with_query(row.handler, query), form


def _with_query(address: str, query: dict[str, str]) -> str:
    base, hash_sign, fragment = address.partition("#")
    glue = "&" if "?" in base else "?"
    return f"{base}{glue}{urlencode(query)}{hash_sign}{fragment}"
