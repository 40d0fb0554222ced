"""A sandbox on a socket of this machine, inside the test's own loop."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from app.sandbox.clock import Clock
from app.sandbox.http.server import Options, Sandbox, create
from app.sandbox.process.serving import Hosting, listen


@asynccontextmanager
async def hosted(
    tls: ssl.SSLContext | None = None, host: str = "127.0.0.1", **choices: Any
) -> AsyncIterator[tuple[Sandbox, Hosting]]:
    """Serve a portal until the block ends."""
    sandbox = create(Options(**{"auto_consent": True, **choices}), clock=Clock.frozen())
    hosting, serves = Hosting(sandbox, listen(host, 0), tls=tls), asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(hosting.run(serves.set))
        await serves.wait()
        try:
            yield sandbox, hosting
        finally:
            hosting.stop()


def place_of(origin: str) -> tuple[str, int]:
    """Host and port of an origin."""
    host, _, port = origin.partition("://")[2].rpartition(":")
    return host.strip("[]"), int(port)
