"""A page of an application opened in a frame, with the form that the portal posts into it."""

import re
from typing import Any
from urllib.parse import urlsplit

from app.sandbox import placements
from app.sandbox.delivery import handler_url
from app.sandbox.errors import VendorError
from app.sandbox.hosts import is_loopback
from app.sandbox.lines import channels
from app.sandbox.model import Placement
from app.sandbox.workplace import dialogs
from app.sandbox.workplace.visits import Missing, Page, Visit

#: What may stand in a content policy; an address that names anything else is not opened.
_PLACE = re.compile(r"(?:\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::[0-9]{1,5})?")
#: Not shown in the list of what is posted; the form itself has them.
_SECRETS = ("AUTH_ID", "REFRESH_ID", "APPLICATION_TOKEN")


def build(visit: Visit) -> dict[str, Any]:
    """The page of a connector on a line, or of a tile."""
    portal = visit.portal
    row, title, options, back = _wanted(visit)
    people = dialogs.people(portal)
    user = next((one for one in people if one.id == visit.number("as")), portal.role_user)
    url, refusal, frame_origin = "", "", ""
    form: dict[str, str] = {}
    try:
        url, form = placements.opening(portal, row, user, options)
        if not handler_url.why_not(url, portal.options.allow_hosts):
            frame_origin = _origin(url)
    except VendorError as error:
        refusal = error.text
    except ValueError:  # an address that nobody can read
        url, refusal = "", "Wrong handler URL"
    return {
        "title": title,
        "handler": row.handler,
        "url": url,
        "form": form,
        "shown_form": [(k, "…" if k in _SECRETS else v) for k, v in form.items()],
        "refusal": refusal,
        "frame_origin": frame_origin,
        "own_pages": _is_own(frame_origin, portal.origin),
        "user": user,
        "people": people,
        "back": back,
    }


PAGE = Page("opening", "opening.html", build)


def _wanted(visit: Visit) -> tuple[Placement, str, dict[str, Any], str]:
    portal, center = visit.portal, "/workplace/contact-center"
    if visit.text("connector"):
        connector, line = channels.find(portal, visit.text("connector")), visit.number("line")
        row = placements.of_connector(portal, connector) if connector else None
        if connector is None or row is None or line not in portal.lines:
            raise Missing
        options = placements.settings_options(portal, connector, line)
        title = f"{connector.name} · {portal.lines[line].name}"
        return row, title, options, visit.link(center, connector=connector.id)
    found = [row for row in placements.shown(portal) if row.id == visit.number("placement")]
    if not found:
        raise Missing
    title, options = placements.title(portal, found[0]), placements.tile_options(found[0])
    return found[0], title, options, center


def _origin(url: str) -> str:
    """Scheme, host and port, as a content policy names them; empty when it cannot."""
    parts = urlsplit(url)
    place = parts.netloc.lower()
    return f"{parts.scheme.lower()}://{place}" if _PLACE.fullmatch(place) else ""


def _is_own(place: str, origin: str) -> bool:
    """Whether a frame shows this sandbox, by whichever name of this machine."""
    return is_loopback(urlsplit(place).hostname or "") and _port(place) == _port(origin)


def _port(origin: str) -> int:
    parts = urlsplit(origin)
    return parts.port or (443 if parts.scheme == "https" else 80)
