"""`event.offline.*`: reading, reserving, clearing and failing rows of the queue.

All of them need the application and an administrator. Reading deletes unless told otherwise.
"""

from typing import Any

from app.sandbox.clock import iso
from app.sandbox.delivery.queue import Owner, Row
from app.sandbox.delivery.rowfilter import FIELDS, LIST_FIELDS, parse_filter, parse_order
from app.sandbox.errors import SYSTEM, VendorError, argument_error
from app.sandbox.model import Page
from app.sandbox.params import Params, entries, is_array, lower, require, to_int, to_text
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

PAGE = 50
_NO_LICENSE = f"{SYSTEM['WRONG_LICENSE'][1]}: extended offline events handling"


@rest_method("event.offline.get", basis="documented", app_only=True, admin=True)
def get(portal: Portal, params: Params) -> object:
    """Rows nobody has reserved, or a reserved batch again; `clear` is 1 by default."""
    params = lower(params)
    wanted = parse_filter(params.get("filter"), FIELDS)
    sort = parse_order(params.get("order"), FIELDS, default={"TIMESTAMP_X": "ASC"})
    limit = _limit(params)
    clear = to_int(params.get("clear", 1)) != 0
    if not clear and not portal.options.has("rest_offline_extended"):
        raise VendorError("WRONG_LICENSE", _NO_LICENSE, 403)
    owner, error = _owner(portal), to_int(params.get("error")) == 1
    given = params.get("process_id")
    batch = to_text(given)

    def fits(row: Row) -> bool:
        return (row.error == error or (bool(batch) and not error)) and wanted(row)

    rows = sort(portal.queue.select(owner, fits, batch=batch))[:limit]
    if given is None:
        batch = portal.queue.reserve(rows)
    if clear:
        portal.queue.remove(owner, lambda _: True, batch=batch)
    shown = [_shown(portal, row) for row in rows]
    return {"process_id": None if given is None and clear else batch, "events": shown}


@rest_method("event.offline.clear", basis="documented", app_only=True, admin=True)
def clear(portal: Portal, params: Params) -> object:
    """Delete a batch, or some rows of it; with both lists `message_id` wins."""
    params = lower(params)
    process_id = to_text(_process_id(params))
    ids, digests = _row_ids(params.get("id")), _digests(params.get("message_id"))

    def done(row: Row) -> bool:
        if digests is not None:
            return row.message_id in digests
        return ids is None or row.id in ids

    portal.queue.remove(_owner(portal), done, batch=process_id)
    return True


@rest_method("event.offline.error", basis="documented", app_only=True, admin=True)
def error(portal: Portal, params: Params) -> object:
    """Mark rows of a batch as errors: they are free again, but hidden from normal reads."""
    params = lower(params)
    process_id = to_text(_process_id(params))
    if params.get("message_id") is None:
        raise argument_error("MESSAGE_ID")
    digests = _digests(params["message_id"])
    portal.queue.fail(_owner(portal), process_id, digests or set())
    return True


@rest_method("event.offline.list", basis="documented", app_only=True, admin=True)
def listing(portal: Portal, params: Params) -> object:
    """Look at all rows, reserved and failed ones too, without touching them."""
    params = lower(params)
    wanted = parse_filter(params.get("filter"), LIST_FIELDS)
    sort = parse_order(params.get("order"), LIST_FIELDS, default={"ID": "ASC"})
    rows = sort(portal.queue.select(_owner(portal), wanted))
    start = to_int(params.get("start"))
    first = max(0, start)
    shown = [
        {**_shown(portal, row), "PROCESS_ID": row.process_id, "ERROR": str(int(row.error))}
        for row in rows[first : first + PAGE]
    ]
    if start == -1:
        return Page(shown, 0)
    following = first + PAGE
    return Page(shown, len(rows), following if following < len(rows) else None)


def _owner(portal: Portal) -> Owner:
    caller = caller_of(portal)
    return Owner(caller.app.client_id if caller.app else "", caller.auth_connector)


def _limit(params: Params) -> int:
    if params.get("limit") is None:
        return PAGE
    limit = to_int(params["limit"])
    if limit <= 0:
        raise argument_error("LIMIT", "Value must be positive integer")
    return limit


def _process_id(params: Params) -> Any:
    return require({"PROCESS_ID": params.get("process_id")}, "PROCESS_ID")


def _row_ids(value: Any) -> set[int] | None:
    if value is None:
        return None
    if not is_array(value) or not all(_is_id(item) for _, item in entries(value)):
        raise argument_error("ID", "Value must be array of integers")
    return {to_int(item) for _, item in entries(value)}


def _is_id(value: Any) -> bool:
    return not isinstance(value, bool) and to_text(value).isdecimal()


def _digests(value: Any) -> set[str] | None:
    if value is None:
        return None
    listed = [item for _, item in entries(value)] if is_array(value) else []
    digests = {item for item in listed if isinstance(item, str) and len(item) == 32}
    if not is_array(value) or not digests.issuperset(listed):
        raise argument_error("MESSAGE_ID", "Value must be array of MESSAGE_ID values")
    return digests


def _shown(portal: Portal, row: Row) -> dict[str, Any]:
    return {
        "ID": str(row.id),
        "TIMESTAMP_X": iso(row.at + portal.skew, portal.offset_minutes),
        "EVENT_NAME": row.event,
        "EVENT_DATA": row.data,
        "EVENT_ADDITIONAL": row.additional,
        "MESSAGE_ID": row.message_id,
    }
