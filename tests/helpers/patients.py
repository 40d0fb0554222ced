"""A healthy portal, a signed-in desk, a connector at work, and the doctor who looks at it."""

import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from app.bitrix.connection import open_http
from app.bitrix.events import CONNECTOR_EVENTS, EventQueue
from app.bitrix.transport import Params
from app.domain.doctor import Finding, Verdict
from app.sandbox.clock import Clock
from app.sandbox.http.server import Options, create
from app.services.desk import Desk
from app.services.inbox import Inbox
from app.services.session import Session

from .desk import (
    CONNECTOR,
    LINE,
    ORIGIN,
    Portal,
    connected,
    open_test_desk,
)

#: A port of this machine that nobody listens on.
NOBODY = "127.0.0.1:9"
#: Seconds by which rows are old, where that matters.
BEHIND = 3000


class Wire(httpx.AsyncBaseTransport):
    """The way to the portal; what is at its other end can change."""

    def __init__(self, end: httpx.AsyncBaseTransport) -> None:
        self.end = end

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Whatever is at the other end answers."""
        return await self.end.handle_async_request(request)

    async def aclose(self) -> None:
        """Close what is at the other end."""
        await self.end.aclose()


@dataclass
class Patient:
    """A connector at work, and everything that can happen to it. `connector` is examined."""

    portal: Portal
    desk: Desk
    wire: Wire
    connector: str = CONNECTOR
    line: int = LINE
    strangers: list[Session] = field(default_factory=list)

    @property
    def inbox(self) -> Inbox:
        """Where the console keeps what it has read."""
        return self.desk.inbox

    async def call(self, method: str, params: Params | None = None) -> Any:
        """The same application at work on another computer."""
        if not self.strangers:
            self.strangers.append(await self.portal.sign_in())
        return await self.strangers[0].caller.call(method, params)

    async def other_application(self) -> Session:
        """Somebody else's application on the same portal."""
        card = await self.portal.order("install", title="BrightDesk bridge")
        keys = ("client_id", "client_secret", "redirect_uri")
        about = {**self.portal.about, **{key: str(card[key]) for key in keys}}
        return await Portal(self.portal.http, about).sign_in()

    async def order(self, act: str, **fields: Any) -> None:
        """Something happens at the portal."""
        await self.portal.order(act, **fields)

    async def operator_writes(self) -> None:
        """A customer has written, and an operator answers: a row waits in the queue."""
        message = {"id": "m-1", "text": "Hello"}
        row: Params = {"user": {"id": "u-1"}, "message": message, "chat": {"id": "c-1"}}
        given: Params = {"CONNECTOR": CONNECTOR, "LINE": LINE, "MESSAGES": [row]}
        await self.call("imconnector.send.messages", given)
        chat = (await self.portal.state())["chats"][0]["id"]
        await self.order("reply", chat_id=chat, text="Good day")

    async def examine(self, *, whole: bool = False) -> list[Finding]:
        """What the doctor finds."""
        doctor = self.desk.doctor
        return [each async for each in doctor.examine(self.connector, self.line, whole=whole)]

    async def mend(self, finding: Finding) -> tuple[Finding, ...]:
        """What the doctor finds after the remedy."""
        return await self.desk.doctor.mend(self.connector, self.line, finding)


async def _no_sleep(_: float) -> None:
    """A portal in memory needs no time."""


@asynccontextmanager
async def patient(
    folder: Path, behind: float = 0, line: int = LINE, **options: Any
) -> AsyncIterator[Patient]:
    """A healthy portal in memory with a connector at work; its clock is `behind` by seconds."""
    clock = Clock(lambda: time.time() - behind)
    usual = {"auto_consent": True, "rate_limit": False}
    sandbox = create(Options(**(usual | options)), clock=clock)
    wire = Wire(httpx.ASGITransport(app=sandbox.app))
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(open_http(transport=wire))
        portal = Portal(http, sandbox.describe(ORIGIN))
        yield await connected_patient(stack, portal, wire, folder, line)


async def connected_patient(
    stack: AsyncExitStack, portal: Portal, wire: Wire, folder: Path, line: int = LINE
) -> Patient:
    """A connector at work on this portal, its events bound."""
    desk = await stack.enter_async_context(open_test_desk(portal, folder, run=False))
    desk.doctor.sleep = _no_sleep
    await desk.connectors.refresh()
    await connected(desk, line=line)
    queue = EventQueue(desk.session.caller)
    for event in CONNECTOR_EVENTS if desk.session.capabilities.admin else ():
        await queue.bind_offline(event)
    return Patient(portal, desk, wire, line=line)


def cause(findings: list[Finding]) -> Finding:
    """What the doctor names first: a failure, else a warning, else what could not be judged."""
    for verdict in (Verdict.FAILED, Verdict.WARNING, Verdict.UNKNOWN):
        for each in findings:
            if each.verdict is verdict:
                return each
    return findings[-1]
