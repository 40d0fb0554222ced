"""The workplace in a real browser: Debian's Chromium against a sandbox process.

One browser and one sandbox serve all tests of this folder; each test gets a fresh portal and a
window of its own. A test module says `pytestmark = ONE_LOOP`.
"""

import os
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from tests.e2e.conftest import sandbox_process

CHROMIUM = os.environ.get("CHROMIUM", "") or shutil.which("chromium") or ""
SHOP, LINE = "lamp_chat", 42
#: How long anything may take before a test fails; a machine may be very busy.
PATIENCE_MS = 90_000
ONE_LOOP = pytest.mark.asyncio(loop_scope="session")
expect.set_options(timeout=PATIENCE_MS)
ICON = (
    "data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2Fwww.w3.org%2F2000%2Fsvg%22%20"
    "viewBox%3D%220%200%209%209%22%3E%3Cpath%20d%3D%22M0%200h9v9z%22%2F%3E%3C%2Fsvg%3E"
)


class Shop:
    """A connector that is signed in to the sandbox, and the control interface behind it."""

    def __init__(self, http: httpx.AsyncClient, about: dict[str, str]) -> None:
        self.http = http
        self.about = about
        self.origin = about["portal"]
        self._token = ""

    async def begin(self, seed: str = "shop") -> None:
        """A fresh portal, and the connector signed in to it."""
        await self.order("reset", seed=seed)
        await self._sign_in()

    async def _sign_in(self) -> None:
        asked = {"client_id": self.about["client_id"], "state": "s"}
        page = await self.http.get(f"{self.origin}/oauth/authorize/", params=asked)
        code = parse_qs(urlsplit(page.headers["location"]).query)["code"][0]
        keys = {name: self.about[name] for name in ("client_id", "client_secret")}
        given = {"grant_type": "authorization_code", "code": code, **keys}
        answer = await self.http.post(f"{self.origin}/oauth/token/", data=given)
        self._token = answer.json()["access_token"]

    async def ok(self, method: str, **params: Any) -> Any:
        sent = {"headers": {"Authorization": f"Bearer {self._token}"}, "json": params}
        answer = (await self.http.post(self.about["rest"] + method, **sent)).json()
        assert "error" not in answer, answer
        return answer["result"]

    async def open(self, **changes: Any) -> None:
        """Register, connect to the line, listen."""
        about = {"NAME": "Lamp chat", "ICON": {"DATA_IMAGE": ICON, "COLOR": "#2f6f4f"}}
        handler = {"PLACEMENT_HANDLER": "https://lamp.example/"}
        await self.ok("imconnector.register", **{"ID": SHOP, **about, **handler, **changes})
        await self.ok("imconnector.activate", CONNECTOR=SHOP, LINE=LINE, ACTIVE=1)
        event = "OnImConnectorMessageAdd"
        await self.ok("event.bind", event=event, event_type="offline")

    async def write(self, text: str, *, message: str = "m-1", **user: Any) -> int:
        """A customer writes; the portal's chat."""
        item = {
            "user": {"id": "u-1", "name": "Ivo", **user},
            "message": {"id": message, "text": text},
            "chat": {"id": "c-1"},
        }
        sent = await self.ok(
            "imconnector.send.messages", CONNECTOR=SHOP, LINE=LINE, MESSAGES=[item]
        )
        return int(sent["DATA"]["RESULT"][0]["session"]["CHAT_ID"])

    async def order(self, act: str, **fields: Any) -> Any:
        answer = await self.http.post(self.about["control"] + act, json=fields)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def dialog(self, chat: int) -> Any:
        state = await self.http.get(f"{self.about['control']}state?chat_id={chat}")
        return state.json()["chats"][0]

    async def queued(self) -> list[Any]:
        """What the connector would fetch."""
        return await self.ok("event.offline.list")


class Visitor:
    """A person with a browser; everything that the browser asked for is remembered."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.asked: list[str] = []
        self.noise: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.noise.append(str(error)))
        page.on("dialog", lambda dialog: self.noise.append(dialog.message))
        page.on("console", self._hear)

    def _hear(self, message: Any) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            self.noise.append(message.text)

    async def go(self, path: str = "/") -> None:
        await self.page.goto(self.origin + path)

    async def keys(self, *names: str) -> None:
        """Press keys, each when the page's script is there to hear it."""
        for name in names:
            await self.page.wait_for_load_state()
            await self.page.keyboard.press(name)

    async def focused(self) -> str:
        return await self.page.evaluate("document.activeElement.id")

    def outside(self) -> list[str]:
        """Requests that left the sandbox."""
        own = (f"{self.origin}/", "data:", "about:")
        return [url for url in self.asked if not url.startswith(own)]


Visit = Callable[..., AbstractAsyncContextManager[Visitor]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def sandbox() -> AsyncIterator[Shop]:
    http = httpx.AsyncClient(timeout=PATIENCE_MS / 1000)
    async with sandbox_process() as about, http:
        yield Shop(http, about)


@pytest_asyncio.fixture(loop_scope="session")
async def shop(sandbox: Shop) -> Shop:
    await sandbox.begin()
    return sandbox


@pytest_asyncio.fixture(loop_scope="session")
async def chat(shop: Shop) -> int:
    """The connector works, and a customer has asked by it; the portal's chat."""
    await shop.open()
    return await shop.write("Is the lamp in stock?")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    if not CHROMIUM:
        reason = "No chromium on PATH and CHROMIUM names none (apt-get install chromium)."
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    async with async_playwright() as playwright:
        launched = await playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu"],
            timeout=PATIENCE_MS,
        )
        yield launched
        await launched.close()


@pytest.fixture
def visit(browser: Browser) -> Visit:
    """Open a browser window at a portal; the window's settings are those of playwright."""

    @asynccontextmanager
    async def visited(shop: Shop, **window: Any) -> AsyncIterator[Visitor]:
        context = await browser.new_context(**{"locale": "en-GB", **window})
        context.set_default_timeout(PATIENCE_MS)
        yield Visitor(await context.new_page(), shop.origin)
        await context.close()

    return visited
