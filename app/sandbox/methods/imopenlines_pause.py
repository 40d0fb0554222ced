"""`imopenlines.operator.pause.*`: breaks of operators. The vendor's pages do not know them."""

from app.sandbox.clock import iso, parse_iso
from app.sandbox.conversation import Pause
from app.sandbox.errors import VendorError
from app.sandbox.lines import pauses, routing
from app.sandbox.methods.imopenlines_base import SCOPES, UNDOCUMENTED, access_denied
from app.sandbox.params import Params, to_int, to_text
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

_GUESSED = "Has no page; the server has it, the shape of the answer is ours."


@rest_method(
    "imopenlines.operator.pause.start", basis="server source", note=UNDOCUMENTED, scopes=SCOPES
)
def pause_start(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """The caller takes no new dialogs from now on."""
    pauses.start(portal, caller_of(portal).user.id)
    return True


@rest_method(
    "imopenlines.operator.pause.stop", basis="server source", note=UNDOCUMENTED, scopes=SCOPES
)
def pause_stop(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """The caller is back; dialogs that nobody could take are given out."""
    pauses.stop(portal, caller_of(portal).user.id)
    routing.serve_waiting(portal)
    return True


@rest_method(
    "imopenlines.operator.pause.get", basis="server source", note=UNDOCUMENTED, scopes=SCOPES
)
def pause_get(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """Whether the caller is on pause."""
    return pauses.on_pause(portal, caller_of(portal).user.id)


@rest_method("imopenlines.operator.pause.getAll", basis="guess", note=_GUESSED, scopes=SCOPES)
def pause_get_all(portal: Portal, params: Params) -> object:
    """Who of the queue of one line, or of all lines, is on pause: user -> true or false."""
    line_id = to_int(params.get("CONFIG_ID"))
    lines = [line for line in portal.lines.values() if line_id in (0, line.id)]
    people = sorted({user for line in lines for user in line.queue})
    return {str(user): pauses.on_pause(portal, user) for user in people} or []


@rest_method("imopenlines.operator.pause.getHistory", basis="guess", note=_GUESSED, scopes=SCOPES)
def pause_get_history(portal: Portal, params: Params) -> object:
    """Breaks of a stretch of time; other people's are for administrators."""
    first, last = _stretch(portal, params)
    user, wanted = caller_of(portal).user, to_int(params.get("USER_ID"))
    if wanted not in (0, user.id) and not user.admin:
        raise access_denied()
    line = portal.lines.get(to_int(params.get("CONFIG_ID")))
    rows = pauses.between(portal, first, last)
    rows = [row for row in rows if wanted in (0, row.user) and (user.admin or row.user == user.id)]
    return [_shown(portal, row) for row in rows if line is None or row.user in line.queue]


def _stretch(portal: Portal, params: Params) -> tuple[float, float]:
    begin, end = to_text(params.get("DATE_START")), to_text(params.get("DATE_END"))
    if not begin:
        raise VendorError("DATE_START_EMPTY", "The start date can't be empty")
    first = parse_iso(begin)
    if first is None:
        raise VendorError("DATE_START_WRONG_FORMAT", "The start date has a wrong format")
    last = parse_iso(end) if end else portal.now
    if last is None:
        raise VendorError("DATE_END_WRONG_FORMAT", "The end date has a wrong format")
    whole_day = 86_399.0 if len(end) == len("2026-01-02") else 0.0
    return first, last + whole_day


def _shown(portal: Portal, row: Pause) -> dict[str, object]:
    end = None if row.until is None else iso(row.until, portal.offset_minutes)
    begin = iso(row.since, portal.offset_minutes)
    return {"USER_ID": str(row.user), "DATE_START": begin, "DATE_END": end}
