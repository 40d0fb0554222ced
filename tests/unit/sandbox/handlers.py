"""An application's event handler: a real HTTP server on a socket of this machine."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl


@dataclass(slots=True)
class Received:
    """One request as it came."""

    head: str
    body: str

    @property
    def fields(self) -> dict[str, str]:
        return dict(parse_qsl(self.body, keep_blank_values=True))

    @property
    def event(self) -> str:
        return self.fields["event"]


@dataclass(slots=True)
class Handler:
    """What it got, and what it says: `status`, `answer`, only when `gate` is open."""

    status: str = "200 OK"
    answer: str = ""
    headers: str = ""
    port: int = 0
    received: list[Received] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    react: Callable[[Received], object] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    @property
    def events(self) -> list[str]:
        return [request.event for request in self.received]

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        size = int(head.lower().partition("content-length: ")[2].partition("\r\n")[0] or 0)
        request = Received(head, (await reader.readexactly(size)).decode())
        self.received.append(request)
        self.came.set()
        await self.gate.wait()
        if self.react:
            await self.react(request)
        text = f"HTTP/1.1 {self.status}\r\nContent-Length: {len(self.answer)}\r\n{self.headers}\r\n"
        writer.write((text + self.answer).encode())
        writer.close()
        await writer.wait_closed()


@asynccontextmanager
async def listening(**ways: object) -> AsyncIterator[Handler]:
    handler = Handler(**ways)
    handler.gate.set()
    server = await asyncio.start_server(handler.talk, "127.0.0.1", 0)
    handler.port = server.sockets[0].getsockname()[1]
    try:
        yield handler
    finally:
        handler.gate.set()
        server.close()
        await server.wait_closed()
