"""The sandbox runs as a process of its own and never outlives the console."""

import httpx
import pytest

from app.sandbox_process import SandboxFailed, _first_line, sandbox_process


async def test_it_serves_while_the_block_lasts_and_not_after():
    async with sandbox_process(auto_operator=False) as details, httpx.AsyncClient() as http:
        state = await http.get(f"{details.control}state")
        assert state.json()["portal"]["name"]

    async with httpx.AsyncClient() as http:
        with pytest.raises(httpx.ConnectError):
            await http.get(details.portal)


async def test_it_does_not_show_its_secret_in_a_repr():
    async with sandbox_process(auto_operator=False) as details:
        assert details.client_secret not in repr(details)
        assert details.webhook not in repr(details)


async def test_its_last_words_are_told_when_it_does_not_start(tmp_path):
    import asyncio
    import sys

    with (tmp_path / "complaints").open("w+b") as complaints:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "app.sandbox", "--host", "0.0.0.0"),
            stdout=asyncio.subprocess.PIPE,
            stderr=complaints,
        )
        with pytest.raises(SandboxFailed, match="loopback"):
            await _first_line(process, complaints)
        await process.wait()
