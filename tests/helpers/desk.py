"""A sandbox portal in memory and a desk that is signed in to it. Nothing is mocked.

`open_sandbox()` is the portal with its control interface, `open_test_desk()` every service of the
console on top of it, with the feed and the outbox running.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import httpx

from app.bitrix.connection import open_http
from app.bitrix.oauth import OAuth, new_state
from app.bitrix.pacing import Pacer
from app.domain.connector import ChannelData, Icon, Registration
from app.domain.dialog import Customer, Dialog, DialogId, Message
from app.domain.portal import PortalKind, Profile
from app.sandbox.http.server import Options, Sandbox, create
from app.services.clock import Clock, utc_now
from app.services.desk import Desk, open_desk
from app.services.outbox import Outbox
from app.services.session import Keys, Session
from app.services.traffic import Traffic
from app.services.vault import MemoryVault, Vault

ORIGIN = "http://127.0.0.1:8080"
#: Seconds between polls: tests have no time.
INTERVAL = (0.01, 0.05)
LINE, OTHER_LINE = 42, 57
CONNECTOR = "acme_shopchat"
ANNA = Customer("u-1", "Anna", "conv-1", "Kovaleva", phone="+37120000001")
ICON = Icon(
    "data:image/svg+xml,"
    + quote('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>')
)
REGISTRATION = Registration(CONNECTOR, "Acme shop chat", "https://lamp.example/settings", ICON)
DATA = ChannelData("shop", "https://lamp.example", "https://lamp.example/chat", "Lamp shop")


class Portal:
    """The sandbox as a test sees it: addresses, a browser, and acts of people at the portal."""

    def __init__(self, http: httpx.AsyncClient, about: dict[str, str]) -> None:
        self.http = http
        self.about = about

    def profile(self) -> Profile:
        """The console's application on this portal, before the first sign-in."""
        return Profile(
            name="Lamp & Co",
            address=self.about["portal"],
            client_id=self.about["client_id"],
            oauth=self.about["oauth"],
            redirect_uri=self.about["redirect_uri"],
            kind=PortalKind.SANDBOX,
        )

    async def browse(self, url: str) -> str:
        """Where the sign-in page sends the browser: the redirect address with its code."""
        page = await self.http.get(url)
        assert page.is_redirect, page.text
        return str(page.headers["location"])

    async def sign_in(
        self,
        *,
        traffic: Traffic | None = None,
        vault: Vault | None = None,
        pacer: Pacer | None = None,
    ) -> Session:
        """A session through the real sign-in page, without the loopback listener."""
        traffic, vault, profile = traffic or Traffic(), vault or MemoryVault(), self.profile()
        secret = self.about["client_secret"]
        oauth = OAuth(self.http, profile.oauth, profile.client_id, secret, traffic.add)
        arrived = await self.browse(oauth.authorize_url(profile.address, new_state()))
        code = parse_qs(urlsplit(arrived).query)["code"][0]
        tokens = await oauth.exchange(code)
        profile = Profile(
            profile.name,
            profile.address,
            profile.client_id,
            profile.oauth,
            profile.redirect_uri,
            profile.kind,
            tokens.member_id,
            tokens.endpoint,
        )
        keys = Keys(secret, tokens)
        await vault.save(profile.key, keys.to_json())
        pacer = pacer or Pacer(10_000, 10_000)
        return await Session.open(self.http, vault, profile, keys, traffic, pacer=pacer)

    async def order(self, act: str, **fields: Any) -> dict[str, Any]:
        """Do something at the portal that the application did not cause."""
        answer = await self.http.post(self.about["control"] + act, json=fields)
        assert answer.status_code == 200, answer.text
        result: dict[str, Any] = answer.json()
        return result

    async def state(self) -> dict[str, Any]:
        """Everything that the portal knows."""
        answer: dict[str, Any] = (await self.http.get(self.about["control"] + "state")).json()
        return answer

    async def calls(self, method: str = "") -> list[dict[str, Any]]:
        """The calls that the portal saw, of one method or all."""
        rows = (await self.http.get(self.about["control"] + "calls")).json()
        return [row for row in rows if method in ("", row["method"])]

    async def reply(self, dialog: Dialog | None, text: str, **more: Any) -> int:
        """An operator writes in the chat of a dialog; answers the portal's message id."""
        assert dialog is not None
        assert dialog.portal_chat is not None
        answer = await self.order("reply", chat_id=dialog.portal_chat, text=text, **more)
        return int(answer["message_id"])

    async def chat(self, dialog: Dialog | None) -> dict[str, Any]:
        """The portal's side of a dialog: what was written in it, without the portal's notes."""
        assert dialog is not None
        chats = (await self.state())["chats"]
        found: dict[str, Any] = next(
            each
            for each in chats
            if (each["connector"], each["chat"], each["user"])
            == (dialog.connector, dialog.chat, dialog.user)
        )
        written = [message for message in found["messages"] if message["kind"] != "system"]
        return {**found, "messages": written}


@asynccontextmanager
async def open_sandbox(**options: Any) -> AsyncIterator[Portal]:
    """A fresh sandbox in memory; `options` as in `app.sandbox.options.Options`. Its plan has no
    queues apart: then only what others do comes back, and tests can count it.
    """
    usual = {"auto_consent": True, "rate_limit": False, "auth_connector": False}
    sandbox: Sandbox = create(Options(**(usual | options)))
    about = sandbox.describe(ORIGIN)
    async with open_http(transport=httpx.ASGITransport(app=sandbox.app)) as http:
        yield Portal(http, about)


@asynccontextmanager
async def running(desk: Desk) -> AsyncIterator[None]:
    """The feed, the outbox and the bots at work during the block, as `main` has them."""
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(part.run()) for part in (desk.feed, desk.outbox, desk.bots)]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task


@asynccontextmanager
async def sending(outbox: Outbox) -> AsyncIterator[None]:
    """Only this outbox at work during the block: nothing comes back by the queue."""
    task = asyncio.get_running_loop().create_task(outbox.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@asynccontextmanager
async def open_test_desk(
    portal: Portal,
    folder: Path,
    *,
    run: bool = True,
    session: Session | None = None,
    traffic: Traffic | None = None,
    interval: tuple[float, float] = INTERVAL,
    clock: Clock = utc_now,
) -> AsyncIterator[Desk]:
    """Every service, signed in; with `run` the feed polls and the outbox sends."""
    traffic = traffic or Traffic()
    session = session or await portal.sign_in(traffic=traffic)
    async with AsyncExitStack() as stack:
        opening = open_desk(session, traffic, folder, interval=interval, clock=clock)
        desk = await stack.enter_async_context(opening)
        if run:
            await stack.enter_async_context(running(desk))
        yield desk


async def connected(desk: Desk, *, line: int = LINE) -> None:
    """The connector registered and at work on a line."""
    async for step in desk.connectors.connect(REGISTRATION, line, DATA):
        assert step.ok, step


async def hearing(desk: Desk, until: Callable[..., Awaitable[None]]) -> None:
    """Its events are bound, and it has asked for them: from now on nothing at the portal is missed.

    Who changes something at the portal before only meets a console that did not listen yet.
    """
    await until(lambda: desk.feed.health.last_poll is not None)


async def written(desk: Desk, customer: Customer = ANNA, text: str = "Hello") -> DialogId:
    """A customer has written; the dialog's number, when the message is on disk."""
    dialog = await desk.outbox.start_dialog(CONNECTOR, LINE, customer, text)
    return dialog.id


async def messages(desk: Desk, dialog: DialogId) -> list[Message]:
    """The whole transcript."""
    return list(await desk.dialogs.page(dialog, 0, 1_000_000))


async def polled(desk: Desk, until: Callable[..., Awaitable[None]]) -> None:
    """The poll that is going on has ended: what it brought is confirmed to the portal."""
    before = desk.feed.health.last_poll
    await until(lambda: desk.feed.health.last_poll != before)
