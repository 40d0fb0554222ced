"""A sandbox in memory and a plain HTTP client signed in to it."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from app.sandbox.http.server import Clock, Options, Sandbox, create
from tests.helpers.books import sound

ORIGIN = "http://127.0.0.1:8080"
SHOP = "lamp_chat"


class Desk:
    """What a program does at the portal, over real ASGI requests."""

    def __init__(self, sandbox: Sandbox, http: httpx.AsyncClient) -> None:
        self.sandbox = sandbox
        self.http = http
        self.about = sandbox.describe(ORIGIN)
        self.token = ""

    async def sign_in(self) -> dict[str, Any]:
        page = await self.http.get(
            "/oauth/authorize/", params={"client_id": self.about["client_id"], "state": "s"}
        )
        query = parse_qs(urlsplit(page.headers["location"]).query)
        grant = await self.ask_tokens(grant_type="authorization_code", code=query["code"][0])
        self.token = grant["access_token"]
        return grant

    async def ask_tokens(self, **params: str) -> dict[str, Any]:
        keys = {name: self.about[name] for name in ("client_id", "client_secret")}
        return (await self.http.post("/oauth/token/", data={**keys, **params})).json()

    async def call(self, method: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
        answer = await self.http.post(
            f"/rest/{method}",
            json=params or {},
            headers={"Authorization": f"Bearer {self.token}"},
        )
        return answer.json()

    async def ok(self, method: str, params: dict[str, Any] | None = None) -> Any:
        answer = await self.call(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    async def order(self, act: str, /, **fields: Any) -> dict[str, Any]:
        answer = await self.http.post(f"/sandbox/{act}", json=fields)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def state(self) -> dict[str, Any]:
        return (await self.http.get("/sandbox/state")).json()

    async def open_shop(self, line: int = 42) -> None:
        icon = {"DATA_IMAGE": "data:image/svg+xml,%3Csvg/%3E"}
        about = {"NAME": "Lamp chat", "ICON": icon, "PLACEMENT_HANDLER": "https://lamp.example/"}
        await self.ok("imconnector.register", {"ID": SHOP, **about})
        await self.ok("imconnector.activate", {"CONNECTOR": SHOP, "LINE": line, "ACTIVE": 1})
        for name in ("MessageAdd", "MessageUpdate", "DialogStart", "DialogFinish"):
            await self.ok("event.bind", {"event": f"OnImConnector{name}", "event_type": "offline"})

    async def write(self, text: str, *, message: str = "m-1", line: int = 42) -> dict[str, Any]:
        item = {
            "user": {"id": "u-1", "name": "Ivo"},
            "message": {"id": message, "text": text},
            "chat": {"id": "c-1"},
        }
        where = {"CONNECTOR": SHOP, "LINE": line}
        result = await self.ok("imconnector.send.messages", {**where, "MESSAGES": [item]})
        return result["DATA"]["RESULT"][0]


Open = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture
def clock() -> Clock:
    return Clock.frozen()


@pytest.fixture
def open_desk(clock: Clock) -> Open:
    @asynccontextmanager
    async def opened(**choices: Any) -> AsyncIterator[Desk]:
        sandbox = create(Options(**{"auto_consent": True, **choices}), clock=clock)
        transport = httpx.ASGITransport(sandbox.app)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as http:
            desk = Desk(sandbox, http)
            if choices.get("auto_consent", True):
                await desk.sign_in()
            yield desk
        sound(sandbox.portal)

    return opened


@pytest.fixture
async def desk(open_desk: Open) -> AsyncIterator[Desk]:
    async with open_desk() as opened:
        yield opened


@pytest.fixture
async def robot(desk: Desk) -> AsyncIterator[Any]:
    """A bot of employees; what it hears comes to its own web server."""
    from .bots import Robot
    from .handlers import listening

    async with listening() as handler:
        opened = Robot(desk, handler)
        await opened.register(TYPE="B")
        yield opened
