"""A web server of a few lines that an application would have: it keeps what the portal posts."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from .witness import WITNESS


@dataclass
class Posted:
    """One request of the portal to the handler, as it came over the wire."""

    verb: str
    path: str
    headers: dict[str, str]
    body: str
    pairs: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pairs = parse_qsl(self.body, keep_blank_values=True)

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.pairs]

    @property
    def form(self) -> Any:
        """The form as PHP would see it; every leaf is a string."""
        tree: dict[str, Any] = {}
        for name, value in self.pairs:
            _plant(tree, name.replace("]", "").split("["), value)
        return tree

    @property
    def event(self) -> str:
        return dict(self.pairs).get("event", "")


class Handler:
    """Answers 200 (or `status`) to everything."""

    def __init__(self) -> None:
        self.posts: list[Posted] = []
        self.status = 200
        self.address = ""

    def of(self, event: str) -> list[Posted]:
        return [post for post in self.posts if post.event == event.upper()]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            post = await _read(reader)
            self.posts.append(post)
            WITNESS.delivered(post.event)
            head = [f"HTTP/1.1 {self.status} X", "Content-Length: 0", "Connection: close"]
            writer.write("\r\n".join([*head, "", ""]).encode())
            await writer.drain()
        except asyncio.IncompleteReadError:
            return
        finally:
            writer.close()


async def _read(reader: asyncio.StreamReader) -> Posted:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *rest = head.strip().split("\r\n")
    headers = {
        name.lower(): value.strip() for name, _, value in (row.partition(":") for row in rest)
    }
    length = int(headers.get("content-length", "0"))
    body = (await reader.readexactly(length)).decode()
    verb, path, _ = first.split(" ", 2)
    return Posted(verb, path, headers, body)


def _plant(tree: dict[str, Any], path: list[str], value: str) -> None:
    for step in path[:-1]:
        tree = tree.setdefault(step, {})
    tree[path[-1]] = value


@asynccontextmanager
async def open_handler() -> AsyncIterator[Handler]:
    """A handler on a loopback address; `address` is its URL."""
    handler = Handler()
    server = await asyncio.start_server(handler.serve, "127.0.0.1", 0)
    handler.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/handler"
    try:
        yield handler
    finally:
        server.close()
        await server.wait_closed()
