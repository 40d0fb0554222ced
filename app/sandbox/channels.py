"""Connectors and their state on each line. Rules of the vendor, no REST shapes."""

from app.sandbox import events
from app.sandbox.model import Connector, Status
from app.sandbox.portal import Portal


def key_of(raw: str) -> str:
    """How the portal looks a connector up: case folded, cut at the first dot."""
    return raw.lower().split(".")[0]


def find(portal: Portal, raw: str) -> Connector | None:
    """The connector of that id, however it is spelled."""
    return portal.connectors.get(key_of(raw))


def status(portal: Portal, raw: str, line: int) -> Status:
    """State on a line; all false when there is no row."""
    return portal.statuses.get((key_of(raw), line)) or Status()


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
    return portal.statuses.setdefault((key_of(raw), line), Status())
