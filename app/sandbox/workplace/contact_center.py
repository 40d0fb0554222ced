"""The contact centre: tiles of connectors and of applications, and the lines that they serve."""

from dataclasses import dataclass
from typing import Any

from app.sandbox import placements
from app.sandbox.lines import channels
from app.sandbox.model import App, Connector, Line, Placement
from app.sandbox.params import to_text
from app.sandbox.portal import Portal
from app.sandbox.workplace import bbcode, dialogs, looks
from app.sandbox.workplace.visits import Missing, Page, Visit

_BUILTIN = "#5a6370"


@dataclass(frozen=True, slots=True)
class Tile:
    """A connector. state: working, error, half (some flags are missing) or off."""

    id: str
    name: str
    letters: str
    picture: str
    width: str
    colour: str
    state: str
    lines: int
    builtin: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A connector on a line."""

    line: Line
    state: str
    flags: list[tuple[str, bool]]
    data: list[tuple[str, str, str]]


def build(visit: Visit) -> dict[str, Any]:
    """All tiles, the chosen connector's lines, and all lines."""
    portal = visit.portal
    chosen = portal.connectors.get(visit.text("connector"))
    if chosen is None and visit.text("connector"):
        raise Missing
    own = [row for row in portal.connectors.values() if not row.builtin]
    return {
        "own": [_tile(portal, row) for row in own if _shown(portal, row)],
        "hidden": [app for app in portal.apps.values() if not app.live],
        "hidden_connectors": sum(not _shown(portal, row) for row in own),
        "builtin": [_tile(portal, row) for row in portal.connectors.values() if row.builtin],
        "tiles": [_application_tile(portal, row) for row in placements.shown(portal)],
        "chosen": chosen,
        **(_chosen(visit, chosen) if chosen else {}),
        "people": dialogs.people(portal),
        "reader": portal.role_user,
        "lines": list(portal.lines.values()),
        "names": {user.id: user.full_name for user in portal.users.values()},
        "open_dialogs": _open_dialogs(portal),
    }


PAGE = Page(
    "contact_center", "contact_center.html", build, ("tiles", "chosen", "more_tiles", "lines")
)


def state_on(portal: Portal, connector: str, line: int) -> str:
    """How a connector does on a line, in one of four words."""
    row = channels.status(portal, connector, line)
    if row.error:
        return "error"
    if row.working:
        return "working"
    return "half" if row.active or row.connection or row.register else "off"


def _shown(portal: Portal, connector: Connector) -> bool:
    owner = portal.apps.get(connector.owner or "")
    return owner is not None and owner.live


def _tile(portal: Portal, connector: Connector) -> Tile:
    states = [state_on(portal, connector.id, line) for line in portal.lines]
    best = next((word for word in ("error", "working", "half") if word in states), "off")
    icon = connector.icon
    return Tile(
        id=connector.id,
        name=connector.name,
        letters=looks.initials(connector.name),
        picture=looks.picture(icon.get("DATA_IMAGE")),
        width=_width(icon.get("SIZE")),
        colour=_BUILTIN if connector.builtin else looks.colour(icon.get("COLOR")) or _BUILTIN,
        state=best,
        lines=sum(state != "off" for state in states),
        builtin=connector.builtin,
    )


def _width(size: Any) -> str:
    digits = to_text(size).strip().removesuffix("%")
    return f"{min(max(int(digits), 20), 100)}%" if digits.isdecimal() and len(digits) < 5 else "85%"


def _application_tile(portal: Portal, row: Placement) -> dict[str, Any]:
    app = portal.apps[row.app]
    name = placements.title(portal, row)
    return {"row": row, "name": name, "letters": looks.initials(name), "app": app.title}


def _chosen(visit: Visit, connector: Connector) -> dict[str, Any]:
    portal = visit.portal
    owner: App | None = portal.apps.get(connector.owner or "")
    cells = [_cell(portal, connector, line) for line in portal.lines.values()]
    return {
        "owner": owner,
        "cells": [cell for cell in cells if cell.state != "off"],
        "free": [cell.line for cell in cells if cell.state == "off"],
        "tile": _tile(portal, connector),
        "shown": connector.builtin or _shown(portal, connector),
    }


def _cell(portal: Portal, connector: Connector, line: Line) -> Cell:
    row = channels.status(portal, connector.id, line.id)
    flags = {
        "ACTIVE": row.active,
        "CONNECTION": row.connection,
        "REGISTER": row.register,
        "ERROR": row.error,
    }
    data = [(name, text, bbcode.safe_link(text)) for name, text in row.data.items()]
    return Cell(line, state_on(portal, connector.id, line.id), list(flags.items()), data)


def _open_dialogs(portal: Portal) -> dict[int, int]:
    counts = dict.fromkeys(portal.lines, 0)
    for chat_id in portal.open_dialogs.values():
        line = portal.line_chats[chat_id].line
        counts[line] = counts.get(line, 0) + 1
    return counts
