"""Orders about lines and channels: what the portal's administrator does."""

from app.sandbox.errors import ControlError
from app.sandbox.lines import channels, lines
from app.sandbox.orders.base import Fields, administrator, order
from app.sandbox.params import as_map, to_int, to_text
from app.sandbox.portal import Portal


@order("disconnect")
def disconnect(portal: Portal, fields: Fields) -> Fields:
    """The administrator disconnects a channel: `connector`, `line`."""
    connector, line = to_text(fields.get("connector")), to_int(fields.get("line"))
    if channels.find(portal, connector) is None:
        raise ControlError("There is no such connector.", 404)
    channels.switch_off(portal, connector, line, by=administrator(portal))
    return {}


@order("delete-line")
def delete_line(portal: Portal, fields: Fields) -> Fields:
    """The administrator deletes an open line: `line`."""
    line = to_int(fields.get("line"))
    if not lines.delete(portal, line, by=administrator(portal)):
        raise ControlError("There is no such line.", 404)
    return {}


@order("edit-line")
def edit_line(portal: Portal, fields: Fields) -> Fields:
    """The administrator changes settings of a line: `line`, `fields` as in `config.update`."""
    line = to_int(fields.get("line"))
    if not lines.update(portal, line, as_map(fields.get("fields")), by=administrator(portal) or 0):
        raise ControlError("There is no such line.", 404)
    return {}
