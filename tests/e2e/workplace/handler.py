"""A page of an application on this machine: it remembers what the portal posted to it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Handler:
    """What came, newest last: the method, the query and the form of each request."""

    origin: str = ""
    came: list[tuple[str, dict[str, str], dict[str, str]]] = field(default_factory=list)


PAGE = b"""<!DOCTYPE html><title>Handler</title><h1>Configure the channel</h1>
<script>document.title = "ran"; try { parent.document.title = "broken in" } catch { }</script>"""


@asynccontextmanager
async def handler() -> AsyncIterator[Handler]:
    served = Handler()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        method, target = head.split(" ", 2)[:2]
        size = [line for line in head.lower().splitlines() if line.startswith("content-length:")]
        body = await reader.readexactly(int(size[0].split(":")[1])) if size else b""
        query = dict(parse_qsl(urlsplit(target).query))
        if not target.startswith("/favicon"):
            served.came.append((method, query, dict(parse_qsl(body.decode()))))
        length = f"Content-Length: {len(PAGE)}\r\n".encode()
        kind = b"Content-Type: text/html\r\nConnection: close\r\n"
        writer.write(b"HTTP/1.1 200 OK\r\n" + kind + length + b"\r\n" + PAGE)
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        served.origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        yield served
