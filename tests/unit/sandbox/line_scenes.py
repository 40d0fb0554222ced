"""A line of one's own with a connected shop, and looks at what its dialogs came to."""

from contextlib import asynccontextmanager

from .conftest import SHOP, Desk

OLGA, OLEG, ANN = 1, 7, 12
LONG = 1e8


@asynccontextmanager
async def line_with(open_desk, settings, **switches):
    """A desk, and the number of a new line with these settings; its channel works."""
    async with open_desk(access_lifetime=LONG, self_exclusion=False, **switches) as desk:
        params = {"LINE_NAME": "Test", "CRM": "N", "QUEUE": [OLEG, ANN], **settings}
        line = await desk.ok("imopenlines.config.add", {"PARAMS": params})
        await desk.open_shop(line=line)
        yield desk, line


async def write(desk: Desk, line: int, text: str = "Hello", user: str = "u-1", **body) -> dict:
    """A customer writes into a chat of his own; the item of the answer."""
    item = {
        "user": {"id": user, "name": "Ivo"},
        "message": {"id": f"m-{text}", "text": text, **body},
        "chat": {"id": f"c-{user}"},
    }
    call = {"CONNECTOR": SHOP, "LINE": line, "MESSAGES": [item]}
    result = await desk.ok("imconnector.send.messages", call)
    return result["DATA"]["RESULT"][0]


async def dialog(desk: Desk, line: int, user: str = "u-1") -> int:
    """A new dialog; the portal's number of its chat."""
    return int((await write(desk, line, user=user))["session"]["CHAT_ID"])


async def chat_of(desk: Desk, chat: int) -> dict:
    return next(row for row in (await desk.state())["chats"] if row["id"] == chat)


async def session_of(desk: Desk, chat: int) -> dict:
    return (await chat_of(desk, chat))["sessions"][-1]


async def said(desk: Desk, chat: int, kind: str) -> list[str]:
    return [row["text"] for row in (await chat_of(desk, chat))["messages"] if row["kind"] == kind]


async def events(desk: Desk, name: str) -> list:
    """Data of the waiting events of one kind; the queue is emptied."""
    got = await desk.ok("event.offline.get", {"limit": 1000, "order": {"ID": "ASC"}})
    return [row["EVENT_DATA"] for row in got["events"] if row["EVENT_NAME"] == name.upper()]
