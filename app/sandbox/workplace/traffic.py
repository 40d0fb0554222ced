"""What went between the portal and applications: the queue, deliveries, calls, subscriptions."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_plus

from app.sandbox.delivery.queue import Row
from app.sandbox.workplace.visits import Page, Slice, Visit

PAGE_SIZE = 50
TABS = ("queue", "deliveries", "calls", "events", "bindings", "remarks")
MAX_SHOWN = 20_000


def build(visit: Visit) -> dict[str, Any]:
    """The chosen table, newest first."""
    portal = visit.portal
    tab = visit.text("show") if visit.text("show") in TABS else TABS[0]
    rows = _TABLES[tab](visit)
    return {
        "tab": tab,
        "tabs": TABS,
        "totals": {
            "queue": len(portal.queue.rows),
            "deliveries": len(portal.deliveries),
            "calls": portal.call_count,
            "events": len(portal.happened),
            "bindings": len(portal.bindings),
            "remarks": len(portal.remarks),
        },
        "slice": Slice.of(rows, visit.number("page"), PAGE_SIZE),
        "chosen": _chosen(visit, tab, rows),
        "deaf": [app for app in portal.apps.values() if not app.live],
        "titles": {app.client_id: app.title for app in portal.apps.values()},
        "names": {user.id: user.full_name for user in portal.users.values()},
        "refusals": portal.refusals.most_common(8),
    }


PAGE = Page("traffic", "traffic.html", build, ("tabs", "table"))


def pretty(value: Any) -> str:
    """Something as JSON for people."""
    shown = value
    if isinstance(value, str):
        try:
            shown = json.loads(value)
        except (ValueError, RecursionError):
            return value[:MAX_SHOWN]
    return json.dumps(shown, ensure_ascii=False, indent=2)[:MAX_SHOWN]


def form_lines(body: str) -> str:
    """A form's body, a field on each line."""
    return "\n".join(unquote_plus(field) for field in body[:MAX_SHOWN].split("&"))


def _queue(visit: Visit) -> list[Any]:
    rows = visit.portal.queue.rows
    only = visit.text("only")
    kept = [row for row in rows if not only or _state_of(row) == only]
    return kept[::-1]


def _state_of(row: Row) -> str:
    if row.error:
        return "error"
    return "reserved" if row.process_id else "waiting"


def _deliveries(visit: Visit) -> list[Any]:
    rows = [row for row in visit.portal.deliveries if visit.text("only") in ("", row.state)]
    return rows[::-1]


def _calls(visit: Visit) -> list[Any]:
    wanted, errors = visit.text("q").strip().lower(), visit.text("only") == "errors"
    rows = [
        row
        for row in visit.portal.calls
        if wanted in f"{row['method']} {row['error'] or ''}".lower()
        and (not errors or row["error"] or row["status"] >= 400)
    ]
    return rows[::-1]


_TABLES: dict[str, Callable[[Visit], list[Any]]] = {
    "queue": _queue,
    "deliveries": _deliveries,
    "calls": _calls,
    "events": lambda visit: list(visit.portal.happened)[::-1],
    "bindings": lambda visit: list(visit.portal.bindings),
    "remarks": lambda visit: list(visit.portal.remarks)[::-1],
}


def _chosen(visit: Visit, tab: str, rows: list[Any]) -> dict[str, Any] | None:
    """What is inside the row that the address names."""
    number = visit.number("row")
    if not number or tab not in ("queue", "deliveries", "calls"):
        return None
    for row in rows:
        if tab == "calls" and row["number"] == number:
            return _call(row)
        if tab != "calls" and row.id == number:
            return _event(row) if tab == "queue" else _delivery(row)
    return None


def _call(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "number": row["number"],
        "title": row["method"],
        "request": pretty(row.get("params", "")),
        "answer": pretty(row.get("answer", "")),
    }


def _event(row: Row) -> dict[str, Any]:
    return {
        "number": row.id,
        "title": row.event,
        "request": pretty(row.data),
        "answer": pretty(row.additional),
    }


def _delivery(row: Any) -> dict[str, Any]:
    return {
        "number": row.id,
        "title": row.event,
        "request": form_lines(row.body),
        "answer": row.error,
    }
