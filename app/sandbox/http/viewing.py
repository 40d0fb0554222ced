"""What the control interface can be asked to show: `GET state`, `GET calls` and the like.

A small portal's state is shown whole. Of a busy one the newest part is, and the rest in pieces:
`state?chat_id=N`, `state?part=queue&limit=100&offset=200`.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

from app.sandbox.delivery import delivery
from app.sandbox.errors import ControlError
from app.sandbox.keeping import state, state_rows
from app.sandbox.keeping.house import House
from app.sandbox.options import described
from app.sandbox.orders import HOUSE_ORDERS, ORDERS
from app.sandbox.params import to_int
from app.sandbox.portal import Portal
from app.sandbox.preview import hushed

#: More than so many messages or queued events are not shown at once.
MAX_WHOLE = 20_000
NEWEST_CHATS, NEWEST_MESSAGES, NEWEST_EVENTS = 100, 50, 500
MAX_LIMIT = 1000

Query = Mapping[str, str]
Look = Callable[[House, Query], Any]


def look(house: House, name: str, query: Query) -> Any:
    """One of the looks, or a refusal that names them."""
    if name not in LOOKS:
        raise ControlError(f"There is this to look at: {', '.join(LOOKS)}.", 404)
    return LOOKS[name](house, query)


def _state(house: House, query: Query) -> dict[str, Any]:
    portal = house.portal
    if "chat_id" in query:
        chat = portal.line_chats.get(to_int(query["chat_id"]))
        if chat is None:
            raise ControlError("There is no such chat.", 404)
        return {"chats": [state_rows.chat(portal, chat)]}
    if "part" in query:
        return _parts(portal, query)
    if len(portal.messages) <= MAX_WHOLE and len(portal.queue.rows) <= MAX_WHOLE:
        return state.snapshot(portal)
    return _newest(portal)


def _parts(portal: Portal, query: Query) -> dict[str, Any]:
    names = [name.strip() for name in query["part"].split(",")]
    if unknown := [name for name in names if name not in state.SECTIONS]:
        known = ", ".join(state.SECTIONS)
        raise ControlError(f"There is no part {unknown[0]!r}; known: {known}.", 404)
    limit = min(max(to_int(query.get("limit", MAX_LIMIT)), 0), MAX_LIMIT)
    window = (max(to_int(query.get("offset", 0)), 0), limit)
    return {name: _part(portal, name, window) for name in names} | {"total": _totals(portal, names)}


def _part(portal: Portal, name: str, window: tuple[int, int]) -> Any:
    if name == "chats":
        chats = _window(portal.line_chats.values(), window)
        return [state_rows.chat(portal, chat, NEWEST_MESSAGES) for chat in chats]
    if name == "queue":
        return [state_rows.queued(portal, row) for row in _window(portal.queue.rows, window)]
    return state.SECTIONS[name](portal)


def _totals(portal: Portal, names: list[str]) -> dict[str, int]:
    sizes = {"chats": len(portal.line_chats), "queue": len(portal.queue.rows)}
    return {name: size for name, size in sizes.items() if name in names}


def _window(rows: Iterable[Any], window: tuple[int, int]) -> Iterable[Any]:
    offset, limit = window
    return islice(rows, offset, offset + limit)


def _newest(portal: Portal) -> dict[str, Any]:
    """The state of a busy portal: the newest of what is too much, and how much is left off."""
    by_age = sorted(
        portal.line_chats.values(), key=lambda row: row.messages[-1].id if row.messages else 0
    )
    chats, rows = by_age[-NEWEST_CHATS:], portal.queue.rows
    shown: dict[str, Any] = {
        "chats": [state_rows.chat(portal, row, NEWEST_MESSAGES) for row in chats],
        "queue": [state_rows.queued(portal, row) for row in rows[-NEWEST_EVENTS:]],
    }
    messages = sum(len(row["messages"]) for row in shown["chats"])
    left_off = {
        "chats": len(by_age) - len(chats),
        "messages": sum(len(row.messages) for row in by_age) - messages,
        "queue": max(0, len(rows) - NEWEST_EVENTS),
    }
    whole = {n: shown[n] if n in shown else show(portal) for n, show in state.SECTIONS.items()}
    return {**whole, "left_off": left_off}


def _call(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "params": hushed(row["params"]), "answer": hushed(row["answer"])}


def about(house: House) -> dict[str, str]:
    """Addresses and keys for a program that wants to sign in."""
    portal = house.portal
    origin, hook = portal.origin, portal.webhook
    return {
        "portal": origin,
        "member_id": portal.member_id,
        "workplace": f"{origin}/",
        "rest": f"{origin}/rest/",
        "oauth": origin,
        "control": f"{origin}/sandbox/",
        "deliveries": f"{origin}/sandbox/deliveries",
        "client_id": portal.app.client_id,
        "client_secret": portal.app.client_secret,
        "redirect_uri": portal.app.redirect_uri,
        "webhook": f"{origin}/rest/{hook.user}/{hook.code}/",
        "folder": house.folder,
    }


LOOKS: dict[str, Look] = {
    "about": lambda house, _query: about(house),
    "state": _state,
    "calls": lambda house, _query: [_call(row) for row in house.portal.calls],
    "events": lambda house, _query: list(house.portal.happened),
    "deliveries": lambda house, _query: delivery.shown(house.portal),
    "faults": lambda house, _query: ORDERS["faults"](house.portal, {}),
    "remarks": lambda house, _query: list(house.portal.remarks),
    "snapshots": lambda house, _query: house.kept(),
    "options": lambda house, _query: described(house.portal.options),
    "forks": lambda house, _query: house.host.opened() if house.host else [],
    "orders": lambda _house, _query: {
        name: (act.__doc__ or "").strip() for name, act in {**ORDERS, **HOUSE_ORDERS}.items()
    },
}
