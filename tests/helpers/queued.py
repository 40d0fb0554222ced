"""Rows in the portal's queue that no feed fetches, and an honest picture of the portal."""

from typing import Any

from app.bitrix.events import Batch, EventQueue
from app.domain.binding import Binding
from app.services.desk import Desk

from .desk import CONNECTOR, LINE, Portal

ADDED = "ONIMCONNECTORMESSAGEADD"


async def subscribe(desk: Desk, auth_connector: str = "") -> None:
    """Messages of operators go into a queue."""
    queue = EventQueue(desk.session.caller, auth_connector=auth_connector)
    await queue.bind(Binding(ADDED, offline=True, auth_connector=auth_connector))


async def begin_chat(desk: Desk, chat: str = "conv-7") -> int:
    """A customer writes by a bare call: the portal's chat."""
    item = {
        "user": {"id": "u-7", "name": "Ben"},
        "message": {"id": f"x-{chat}", "date": 1_784_000_000, "text": "Hello"},
        "chat": {"id": chat},
    }
    call: dict[str, Any] = {"CONNECTOR": CONNECTOR, "LINE": LINE, "MESSAGES": [item]}
    answer: Any = await desk.session.caller.call("imconnector.send.messages", call)
    return int(answer["DATA"]["RESULT"][0]["session"]["CHAT_ID"])


async def fill(desk: Desk, portal: Portal, count: int) -> None:
    """So many messages of an operator wait in the queue."""
    await subscribe(desk)
    chat = await begin_chat(desk)
    for number in range(count):
        await portal.order("reply", chat_id=chat, text=f"Answer {number}")


async def reserve(desk: Desk, limit: int) -> Batch:
    """Some program reads rows and never confirms them."""
    return await EventQueue(desk.session.caller).get(clear=False, limit=limit)


async def picture(portal: Portal) -> dict[str, Any]:
    """What the portal has, without what every call changes: tokens, counters, the clock."""
    state = await portal.state()
    return {key: state[key] for key in ("queue", "bindings", "chats", "lines", "connectors")}
