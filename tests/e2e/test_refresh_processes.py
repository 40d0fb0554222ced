"""The pair of tokens is never lost: several processes, kill -9 at every step of a refresh."""

import asyncio
import json
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict

import pytest

from app.bitrix.errors import SignedOut
from app.domain.calls import CallKind
from app.services.sealed import SealedVault
from app.services.session import load_keys, resume
from app.services.traffic import Traffic
from tests.e2e.conftest import ROOT, serve
from tests.e2e.refresher import AFTER, BEFORE, TOO_LATE

PASSPHRASE = "correct horse"
PARALLEL = 4


class Child:
    """A console in a process of its own."""

    def __init__(self, process):
        self._process = process

    async def hear(self):
        async with asyncio.timeout(60):
            line = (await self._process.stdout.readline()).decode().strip()
        assert line, "the console ended"
        return line

    async def say(self, line):
        self._process.stdin.write(f"{line}\n".encode())
        await self._process.stdin.drain()

    async def calls(self, number):
        await self.say(number)
        return json.loads(await self.hear())

    async def kill(self):
        self._process.kill()
        assert await self._process.wait() == -9


@asynccontextmanager
async def child(folder, profile, point=""):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.e2e.refresher"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    console = Child(process)
    order = {"profile": asdict(profile), "folder": str(folder), "passphrase": PASSPHRASE}
    try:
        await console.say(json.dumps(order | {"point": point}))
        assert await console.hear() == "ready"
        yield console
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.fixture
async def vault(tmp_path, cheap_scrypt):
    return await SealedVault.create(tmp_path / "secrets.sealed", PASSPHRASE)


async def expire(portal):
    await portal.order("tokens", action="expire", which="access")


async def expire_again_and_again(folder, vault, rounds):
    """Two processes meet each expiry at the same time, each with several calls."""
    async with serve() as portal:
        profile = (await portal.sign_in(vault=vault)).profile
        async with AsyncExitStack() as stack:
            consoles = [await stack.enter_async_context(child(folder, profile)) for _ in range(2)]
            said, reports = [], []
            for _ in range(rounds):
                await expire(portal)
                reports = await asyncio.gather(*(each.calls(PARALLEL) for each in consoles))
                said += [word for report in reports for word in report["said"]]
        later = await resume(portal.http, vault, profile, Traffic())
        refusals = (await portal.state())["refusals"]
    figures = {
        "expiries": rounds,
        "calls": len(said),
        "refreshes": [report["refreshed"] for report in reports],
        "invalid_grant": refusals.get("invalid_grant", 0),
    }
    print(figures)
    assert said == ["Olga"] * (rounds * 2 * PARALLEL)
    assert figures["invalid_grant"] == 0
    assert sum(figures["refreshes"]) == rounds
    assert later.signed_out is None


async def test_two_processes_and_twenty_expiries_cause_twenty_refreshes(tmp_path, vault):
    await expire_again_and_again(tmp_path, vault, 20)


@pytest.mark.slow
async def test_two_processes_and_five_hundred_expiries_cause_five_hundred_refreshes(
    tmp_path, vault
):
    await expire_again_and_again(tmp_path, vault, 500)


async def killed_at(point, folder, vault, *flags):
    """Kill a console at a point of its refresh; then somebody opens the same portal anew."""
    async with serve(*flags) as portal:
        first = await portal.sign_in(vault=vault)
        before = await load_keys(vault, first.profile)
        await expire(portal)
        async with child(folder, first.profile, point) as console:
            await console.say(1)
            assert await console.hear() == f"at {point}"
            await console.kill()
        anew = await SealedVault.unlock(folder / "secrets.sealed", PASSPHRASE)
        kept = await load_keys(anew, first.profile)
        assert kept.client_secret == before.client_secret
        traffic = Traffic()
        try:
            await (await resume(portal.http, anew, first.profile, traffic)).close()
            code = "signed in"
        except SignedOut as error:
            code = error.code
    asked = [each for each in traffic.records if each.kind is CallKind.OAUTH]
    return code, len(asked), kept.tokens.refresh != before.tokens.refresh


@pytest.mark.parametrize("point", BEFORE)
async def test_killed_before_the_request_the_old_pair_is_good(point, tmp_path, vault):
    assert await killed_at(point, tmp_path, vault) == ("signed in", 1, False)


@pytest.mark.parametrize("point", AFTER)
async def test_killed_after_the_new_pair_is_on_the_disk_it_is_good(point, tmp_path, vault):
    assert await killed_at(point, tmp_path, vault) == ("signed in", 0, True)


@pytest.mark.parametrize("point", TOO_LATE)
async def test_killed_before_the_answer_is_on_the_disk_one_signs_in_again(point, tmp_path, vault):
    assert await killed_at(point, tmp_path, vault) == ("invalid_grant", 1, False)


@pytest.mark.parametrize("point", TOO_LATE)
async def test_a_server_that_is_patient_with_the_old_pair_makes_even_that_good(
    point, tmp_path, vault
):
    outcome = await killed_at(point, tmp_path, vault, "--refresh-grace", "60")
    assert outcome == ("signed in", 1, False)
