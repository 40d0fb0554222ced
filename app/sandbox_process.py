"""The sandbox portal as a process of its own, started and stopped by the console."""

import asyncio
import contextlib
import json
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, fields
from typing import IO, Any

from app.domain.problem import Problem

STARTING_SECONDS = 20
STOPPING_SECONDS = 5


class SandboxFailed(Exception):
    """The sandbox did not start; the problem's text is its own last words."""

    def __init__(self, last_words: str) -> None:
        super().__init__(last_words)
        self.problem = Problem("SANDBOX_FAILED", last_words)


@dataclass(frozen=True, slots=True)
class SandboxDetails:
    """Where a running sandbox answers and with which application. All addresses are URLs. What ends
    with it lies in `folder`, for all who work with it; one that was opened by another has none.
    """

    portal: str
    rest: str
    oauth: str
    control: str
    client_id: str
    client_secret: str = field(repr=False)
    redirect_uri: str
    webhook: str = field(repr=False)
    member_id: str = ""
    folder: str = ""


def free_redirect_uri() -> str:
    """A loopback address that the redirect listener can have to itself."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/callback"


def _arguments(redirect_uri: str, *, auto_operator: bool) -> list[str]:
    switches = ["--auto-operator"] if auto_operator else []
    return [
        *("-m", "app.sandbox", "--port", "0", "--json", "--with-parent", "--auto-consent"),
        *("--redirect-uri", redirect_uri),
        *switches,
    ]


async def _first_line(process: asyncio.subprocess.Process, complaints: IO[bytes]) -> dict[str, Any]:
    assert process.stdout
    try:
        async with asyncio.timeout(STARTING_SECONDS):
            line = await process.stdout.readline()
    except TimeoutError:
        raise SandboxFailed(f"it said nothing for {STARTING_SECONDS} seconds") from None
    if not line:
        complaints.seek(0)
        words = complaints.read().decode(errors="replace").strip()
        raise SandboxFailed(words.splitlines()[-1] if words else "it stopped without a word")
    answer: dict[str, Any] = json.loads(line)
    return answer


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(STOPPING_SECONDS):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()


@contextlib.asynccontextmanager
async def sandbox_process(*, auto_operator: bool) -> AsyncIterator[SandboxDetails]:
    """Run a sandbox until the block ends.

    It agrees to every sign-in by itself, since its portal has no real owner to ask, and stops on
    its own when this process dies.
    """
    with tempfile.TemporaryFile() as complaints:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *_arguments(free_redirect_uri(), auto_operator=auto_operator),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=complaints,
        )
        try:
            line = await _first_line(process, complaints)
            known = {each.name for each in fields(SandboxDetails)}
            yield SandboxDetails(**{k: str(v) for k, v in line.items() if k in known})
        finally:
            await _stop(process)
