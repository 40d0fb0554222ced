"""Typed `im.v2.Event.*`: what happens in the signed-in user's own chats. No administrator needed.

The portal keeps these events for a day. Reading with an offset confirms, and thereby forgets, all
before it; the events of one user go to one application. Only chats of open lines are handed out:
what people say elsewhere is none of a connector's business.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.bitrix.transport import Caller
from app.bitrix.wire import Json, Params, as_bool, as_int, as_list, as_map, as_text, encode, lower

LIMIT = 100


@dataclass(frozen=True, slots=True)
class Place:
    """An open line's chat: the portal's number, and the connector's side of it."""

    portal_chat: int
    connector: str
    line: int
    chat: str


@dataclass(frozen=True, slots=True)
class ImEvent:
    """One event of an open line's chat before anybody understood it; `raw` is all of it as JSON."""

    id: int
    type: str
    place: Place
    has_files: bool
    raw: bytes


@dataclass(frozen=True, slots=True)
class ImPage:
    """The oldest events that were not confirmed. `next_offset` confirms them, None: nothing to
    confirm.
    """

    events: tuple[ImEvent, ...]
    next_offset: int | None
    more: bool


class ImEvents:
    """The events of one user."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def subscribe(self) -> None:
        """`im.v2.Event.subscribe`: from now on events are kept; the second time changes nothing."""
        await self._caller.call("im.v2.Event.subscribe")

    async def get(self, *, confirm: int | None = None, limit: int = LIMIT) -> ImPage:
        """`im.v2.Event.get`: the oldest events; what lies before `confirm` is forgotten first."""
        offset: Params = {} if confirm is None else {"offset": confirm}
        result = lower(await self._caller.call("im.v2.Event.get", {"limit": limit, **offset}))
        rows = as_list(result.get("events"))
        found = tuple(event for event in map(_read, rows) if event is not None)
        following = as_int(result.get("nextoffset"), 0) or 0
        return ImPage(found, following if rows and following else None, _more(result, rows))


def place_of(chat: Json) -> Place | None:
    """The open line's chat that a `chat` block describes; None for every other chat."""
    block = lower(chat)
    if as_text(block.get("entitytype")).upper() != "LINES":
        return None
    connector, _, rest = as_text(block.get("entityid")).partition("|")
    line, _, rest = rest.partition("|")
    external = rest.rpartition("|")[0]
    number, portal_chat = as_int(line), as_int(block.get("id"), 0) or 0
    if not connector or number is None or not external or not portal_chat:
        return None
    return Place(portal_chat, connector.lower(), number, external)


def _read(value: Json) -> ImEvent | None:
    row = lower(as_map(value))
    data = lower(row.get("data"))
    place, number = place_of(data.get("chat")), as_int(row.get("eventid"), 0) or 0
    if place is None or not number:
        return None
    params = as_map(lower(data.get("message")).get("params"))
    named = as_list(params.get("FILE_ID"))
    return ImEvent(number, as_text(row.get("type")).upper(), place, bool(named), encode(value))


def _more(result: Mapping[str, Json], rows: list[Json]) -> bool:
    return as_bool(result.get("hasmore")) and bool(rows)
