"""The answer's envelope: result, paging, the `time` block."""

from typing import Any

from app.sandbox.clock import iso
from app.sandbox.model import Page
from app.sandbox.portal import Portal


def time_block(portal: Portal, started: float, processing: float) -> dict[str, Any]:
    """When the request was handled, by the portal's clock and in its time zone."""
    finished, skew = portal.clock.now(), portal.skew
    return {
        "start": round(started + skew, 6),
        "finish": round(finished + skew, 6),
        "duration": round(finished - started, 6),
        "processing": round(finished - processing, 6),
        "date_start": iso(started + skew, portal.offset_minutes),
        "date_finish": iso(finished + skew, portal.offset_minutes),
    }


def success(result: Any, time: dict[str, Any]) -> dict[str, Any]:
    """The body of a call that succeeded."""
    if not isinstance(result, Page):
        return {"result": result, "time": time}
    body: dict[str, Any] = {"result": result.rows}
    if result.next is not None:
        body["next"] = result.next
    return {**body, "total": result.total, "time": time}
