"""Connectors and their state on each line. Rules of the vendor, no REST shapes.

At most `MAX_ROWS` rows of state are kept, since activating what does not exist is allowed, and
`MAX_CONNECTORS` connectors, which together have `MAX_TEXTS` characters of icons and other texts.
"""

from dataclasses import replace

from app.sandbox.delivery import events
from app.sandbox.errors import system_error
from app.sandbox.model import Connector, Key, Stale, Status
from app.sandbox.portal import Portal

MAX_ROWS, MAX_KEY, MAX_DATA = 10_000, 255, 2000
MAX_CONNECTORS, MAX_TEXT, MAX_TEXTS, MAX_HANDLER = 1000, 256 * 1024, 16 * 1024 * 1024, 2000


def key_of(raw: str) -> str:
    """How the portal looks a connector up: case folded, cut at the first dot."""
    return raw.lower().split(".")[0]


def find(portal: Portal, raw: str) -> Connector | None:
    """The connector of that id, however it is spelled."""
    return portal.connectors.get(key_of(raw))


def no_room(portal: Portal, connector: Connector) -> str:
    """Why a connector cannot be kept, in words; empty when it can."""
    others = [row for key, row in portal.connectors.items() if key != connector.id]
    if len(connector.handler) > MAX_HANDLER:
        return f"PLACEMENT_HANDLER is longer than {MAX_HANDLER} characters"
    if _room_of(connector) > MAX_TEXT:
        return f"its icons and texts are longer than {MAX_TEXT} characters"
    if len(others) >= MAX_CONNECTORS:
        return f"there are {MAX_CONNECTORS} connectors"
    if sum(map(_room_of, others)) + _room_of(connector) > MAX_TEXTS:
        return f"icons and texts of all connectors are longer than {MAX_TEXTS} characters"
    return ""


def _room_of(connector: Connector) -> int:
    texts = (*connector.icon.values(), *connector.icon_disabled.values(), connector.comment)
    return sum(map(len, texts))


def status(portal: Portal, raw: str, line: int) -> Status:
    """State on a line; all false when there is no row."""
    return portal.statuses.get((key_of(raw), line)) or Status()


def seen_status(portal: Portal, raw: str, line: int) -> Status:
    """State as it is told: for `status_lag` seconds after a change, other requests see the old."""
    stale = portal.stale.get((key_of(raw), line))
    if stale and portal.now < stale.until and stale.request != portal.call_count:
        return stale.status
    return status(portal, raw, line)


def usable(portal: Portal, raw: str, line: int) -> bool:
    """Whether customers' messages are accepted: working there, and the line exists."""
    return line in portal.lines and status(portal, raw, line).working


def switch_on(portal: Portal, raw: str, line: int) -> None:
    """Raise the three flags and clear the error; unknown connectors and lines are accepted."""
    row = _row(portal, raw, line)
    row.active = row.connection = row.register = True
    row.error = False


def switch_off(portal: Portal, raw: str, line: int, *, by: int | None = None) -> None:
    """Drop the row with its data. The event is raised even when there was no row."""
    key = key_of(raw)
    _remember(portal, (key, line))
    portal.statuses.pop((key, line), None)
    connector = portal.connectors.get(key)
    if connector and connector.owner:
        data = {"connector": key, "line": line}
        events.raise_event(portal, events.STATUS_DELETE, data, owner=connector.owner, by=by)


def set_error(portal: Portal, raw: str, line: int) -> None:
    """Mark the channel as broken on a line."""
    _row(portal, raw, line).error = True


def set_data(portal: Portal, raw: str, line: int, data: dict[str, str]) -> None:
    """Merge the filled fields over the stored ones; flags stay as they are."""
    if any(len(text) > MAX_DATA for text in data.values()):
        raise system_error("ERROR_CORE")
    _row(portal, raw, line).data.update({name: text for name, text in data.items() if text})


def unregister(portal: Portal, connector_id: str, app: str, *, by: int | None = None) -> None:
    """Disconnect all lines; the record goes only when the caller owns it."""
    for key, line in [row for row in portal.statuses if row[0] == connector_id]:
        switch_off(portal, key, line, by=by)
    connector = portal.connectors.get(connector_id)
    if connector and connector.owner == app:
        del portal.connectors[connector_id]


def forget_line(portal: Portal, line: int, *, by: int | None = None) -> None:
    """Disconnect everything from a line and delete it."""
    for key, _ in [row for row in portal.statuses if row[1] == line]:
        switch_off(portal, key, line, by=by)
    del portal.lines[line]
    events.raise_event(portal, events.LINE_DELETE, line, by=by)


def _row(portal: Portal, raw: str, line: int) -> Status:
    key = (key_of(raw), line)
    full = len(portal.statuses) >= MAX_ROWS or len(key[0]) > MAX_KEY
    if key not in portal.statuses and full:
        raise system_error("ERROR_CORE")
    _remember(portal, key)
    return portal.statuses.setdefault(key, Status())


def _remember(portal: Portal, key: Key) -> None:
    """Keep what other requests go on seeing for a moment, when the sandbox is to be that slow."""
    lag, old = portal.options.status_lag, portal.stale.get(key)
    if not lag or (old and old.request == portal.call_count and portal.now < old.until):
        return
    if len(portal.stale) >= MAX_ROWS:
        portal.stale.clear()
    before = replace(portal.statuses.get(key) or Status())
    portal.stale[key] = Stale(portal.now + lag, portal.call_count, before)
