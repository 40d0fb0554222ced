"""A sandbox in its own process on a real socket, and a headless console in another."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from app.bitrix.connection import open_http
from app.services.session import load_keys
from app.services.vault import MemoryVault
from tests.helpers.desk import Portal

ROOT = Path(__file__).resolve().parents[2]


@asynccontextmanager
async def sandbox_process(*flags: str) -> AsyncIterator[dict[str, str]]:
    """What it told of itself; it ends with the block, and with this process whatever happens."""
    words = ("--port", "0", "--json", "--with-parent", "--auto-consent", "--no-rate-limit", *flags)
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "app.sandbox", *words),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        assert process.stdout
        yield json.loads(await process.stdout.readline())
    finally:
        process.terminate()
        await process.wait()


@asynccontextmanager
async def serve(*flags: str) -> AsyncIterator[Portal]:
    """A portal in a sandbox process."""
    async with sandbox_process(*flags) as about, open_http() as http:
        yield Portal(http, about)


class Headless:
    """A console without a window in a process of its own, which stops at a named point."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def reach(self) -> str:
        """Wait until it stands at its point; what it said there."""
        assert self._process.stdout
        async with asyncio.timeout(60):
            line = (await self._process.stdout.readline()).decode().strip()
        assert line.startswith("at "), line or "the console ended"
        return line.removeprefix("at ")

    async def kill(self) -> None:
        """kill -9: nothing of it runs any more."""
        self._process.kill()
        assert await self._process.wait() == -9


@asynccontextmanager
async def headless(
    portal: Portal, folder: Path, vault: MemoryVault, profile: Any, point: str, hit: int = 1
) -> AsyncIterator[Headless]:
    """Start a console that stops dead when it comes to `point` for the `hit`th time."""
    keys = await load_keys(vault, profile)
    assert keys is not None
    order = {
        "folder": str(folder),
        "keys": keys.to_json(),
        "profile": asdict(profile),
        "point": point,
        "hit": hit,
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.e2e.headless"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        assert process.stdin
        process.stdin.write(json.dumps(order).encode() + b"\n")
        await process.stdin.drain()
        yield Headless(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.fixture
def vault() -> MemoryVault:
    """Secrets of the test's sign-in."""
    return MemoryVault()
