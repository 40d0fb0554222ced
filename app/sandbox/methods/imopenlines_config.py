"""`imopenlines.config.*` (but the list) and `revision.get`: open lines and their settings.

These handlers do not fold the case of their parameters' names.
"""

from app.sandbox.errors import VendorError
from app.sandbox.lines import lines, pauses
from app.sandbox.methods.imopenlines_base import SCOPES
from app.sandbox.methods.imopenlines_fields import fields, queue
from app.sandbox.params import Params, as_map, to_int, to_text
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

NOT_FOLLOWED = (
    "Kept and shown, but without effect: KPI_*, AGREEMENT_*, CATEGORY_*, forms, bots but the "
    "greeting one, SESSION_PRIORITY, WATCH_TYPING, CONFIRM_CLOSE, VOTE_BEFORE_FINISH, "
    "QUICK_ANSWERS_IBLOCK_ID, SEND_NOTIFICATION_EMPTY_QUEUE, VOTE_MESSAGE_1_*."
)


@rest_method(
    "imopenlines.config.add",
    basis="documented",
    note=NOT_FOLLOWED,
    scopes=SCOPES,
)
def config_add(portal: Portal, params: Params) -> object:
    """A new line; anybody may add one. `false` when the plan allows no more."""
    line = lines.add(portal, as_map(params.get("PARAMS")), by=caller_of(portal).user.id)
    return line.id if line else False


@rest_method("imopenlines.config.get", basis="documented", scopes=SCOPES)
def config_get(portal: Portal, params: Params) -> object:
    """One line with its queue; `false` when there is none."""
    line = portal.lines.get(_config_id(params))
    if line is None:
        return False
    row = fields(line)
    if to_text(params.get("WITH_QUEUE", "Y")) != "N":
        everybody = to_text(params.get("SHOW_OFFLINE", "Y")) != "N"
        online = [user for user in line.queue if _online(portal, user)]
        row |= queue(portal, line, line.queue if everybody else tuple(online))
        row["QUEUE_ONLINE"] = "Y" if online else "N"
    return row


@rest_method("imopenlines.config.update", basis="documented", note=NOT_FOLLOWED, scopes=SCOPES)
def config_update(portal: Portal, params: Params) -> object:
    """Change settings; what PARAMS does not name stays."""
    number = _config_id(params)
    _require_rights(portal)
    given = as_map(params.get("PARAMS"))
    return lines.update(portal, number, given, by=caller_of(portal).user.id)


@rest_method("imopenlines.config.delete", basis="documented", scopes=SCOPES)
def config_delete(portal: Portal, params: Params) -> object:
    """Delete a line: its dialogs end, its channels are told, then the line is gone."""
    number = _config_id(params)
    _require_rights(portal)
    return lines.delete(portal, number, by=caller_of(portal).user.id)


@rest_method("imopenlines.config.path.get", basis="documented", scopes=SCOPES)
def config_path_get(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """Where the portal's pages about lines are."""
    return {"SERVER_ADDRESS": portal.origin, "PUBLIC_PATH": "/contact_center/"}


@rest_method("imopenlines.revision.get", basis="documented", scopes=SCOPES)
def revision_get(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """Revisions of the module's interfaces."""
    return {"rest": 2, "web": 1, "mobile": 1}


def _config_id(params: Params) -> int:
    number = to_int(params.get("CONFIG_ID"))
    if not number:
        raise VendorError("CONFIG_ID_EMPTY", "Config ID can't be empty")
    return number


def _require_rights(portal: Portal) -> None:
    if not caller_of(portal).user.admin:
        raise VendorError("CONFIG_WRONG_USER_PERMISSION", "Permission denied", 403)


def _online(portal: Portal, user: int) -> bool:
    known = portal.users.get(user)
    return bool(known and known.online) and not pauses.on_pause(portal, user)
