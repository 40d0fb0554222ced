"""The command `doctor` as a process of its own, against a sandbox in another."""

import asyncio
import json
import os
import sys
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.services.profiles import Profiles
from app.services.vault import SealedVault
from app.settings import Preferences, save_preferences
from tests.e2e.conftest import ROOT, serve
from tests.helpers.desk import CONNECTOR, LINE, OTHER_LINE, Portal, connected, open_test_desk

pytestmark = pytest.mark.usefixtures("cheap_scrypt")
PASSPHRASE = "correct horse battery staple"
CODES = ("healthy", "failed", "wrong use", "unreachable")


class Done:
    """What a process said, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def told(self) -> str:
        return CODES[self.code] if 0 <= self.code < len(CODES) else f"{self.code}: {self.err}"


async def doctor(folder: Path, *words: str, **environment: str) -> Done:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "app", "--data-dir", str(folder), "doctor", *words),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"OPENLINE_CONSOLE_PASSPHRASE": PASSPHRASE} | environment,
    )
    async with asyncio.timeout(120):
        out, err = await process.communicate()
    return Done(process.returncode or 0, out.decode(), err.decode())


@asynccontextmanager
async def signed_in(folder: Path) -> Any:
    """A portal in a process, signed in from this data folder, its connector at work."""
    vault = await SealedVault.create(folder / "secrets.sealed", PASSPHRASE)
    async with serve() as portal:
        session = await portal.sign_in(vault=vault)
        profiles = Profiles(folder)
        profiles.save(session.profile)
        save_preferences(folder, Preferences(vault="file"))
        async with open_test_desk(portal, folder, session=session) as desk:
            polled = asyncio.Event()  # its events are bound by then
            desk.feed.health_changed.connect(lambda told: told.last_poll and polled.set())
            await connected(desk)
            if desk.feed.health.last_poll is None:
                await polled.wait()
        yield portal, session.profile


async def disturb(portal: Portal) -> None:
    """Somebody presses Disconnect in the contact centre."""
    await portal.order("disconnect", connector=CONNECTOR, line=LINE)


async def test_a_portal_in_order_is_healthy_and_every_check_has_its_line(tmp_path) -> None:
    async with signed_in(tmp_path) as (_portal, profile):
        done = await doctor(tmp_path, "--profile", profile.name)

    assert done.told == "healthy", done.out + done.err
    lines = done.out.splitlines()
    assert lines[0] == f"{profile.name}  {profile.address}"
    assert f"{CONNECTOR} on Shop chat ({LINE})" in lines
    assert "Sign-in       ok    Portal answers" in lines
    assert lines[-1].endswith("34 passed")
    assert "\x1b" not in done.out


async def test_a_disconnected_connector_is_told_with_its_proof_and_mended_on_request(
    tmp_path,
) -> None:
    async with signed_in(tmp_path) as (portal, profile):
        await disturb(portal)
        words = (CONNECTOR, "--line", str(LINE), "--profile", profile.name)
        told = await doctor(tmp_path, *words)
        mended = await doctor(tmp_path, *words, "--fix")
        again = await doctor(tmp_path, *words)

    assert told.told == "failed", told.err
    assert "FAIL  The connector is not switched on for Shop chat" in told.out
    assert "Proof: imconnector.status, HTTP 200" in told.out
    assert "Mend it with --fix (activate again)" in told.out
    assert mended.told == "healthy", mended.out + mended.err
    assert "Activated again" in mended.out
    assert again.told == "healthy"


async def test_json_is_one_object_with_every_check_its_words_and_its_proof(tmp_path) -> None:
    async with signed_in(tmp_path) as (portal, profile):
        await disturb(portal)
        words = (CONNECTOR, "--line", str(LINE), "--json")
        told = json.loads((await doctor(tmp_path, *words, "--profile", profile.name)).out)
        fixed = await doctor(tmp_path, *words, "--fix", "--whole")

    assert (told["version"], told["healthy"], told["portal"]) == (1, False, profile.address)
    (examination,) = told["examinations"]
    assert (examination["connector"], examination["line"]) == (CONNECTOR, LINE)
    checks = {check["key"]: check for check in examination["checks"]}
    assert len(checks) == 34
    failed = checks["active"]
    assert (failed["verdict"], failed["reason"], failed["remedy"]) == (
        *("failed", "not_active"),
        "activate",
    )
    assert "NOT_ACTIVE_LINE" in failed["explanation"]
    assert failed["proofs"][0]["method"] == "imconnector.status"
    assert '"CONFIGURED": false' in json.dumps(failed["proofs"][0]["answer"])
    assert checks["canary"]["verdict"] == "waiting"
    assert fixed.told == "healthy", fixed.out + fixed.err
    assert "active" in json.loads(fixed.out)["examinations"][0]["mended"]


async def test_under_a_read_only_profile_nothing_is_mended(tmp_path) -> None:
    async with signed_in(tmp_path) as (portal, profile):
        await disturb(portal)
        Profiles(tmp_path).save(replace(profile, read_only=True))
        done = await doctor(tmp_path, CONNECTOR, "--line", str(LINE), "--fix")
        calls = await portal.calls("imconnector.activate")

    assert done.told == "failed"
    assert "read-only" in done.err
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--line", "42"), "needs the CONNECTOR"),
        (("acme", "--line", "shop"), "not the id of a line"),
        (("acme_elsewhere",), "has no connector acme_elsewhere"),
        (("--profile", "Nobody"), "Nobody"),
        (("--canary",), "unrecognized arguments"),
    ],
)
async def test_wrong_use_is_told_on_standard_error_alone(tmp_path, words, said) -> None:
    async with signed_in(tmp_path):
        done = await doctor(tmp_path, *words)

    assert done.told == "wrong use", done.err
    assert said in done.err
    assert done.out == ""


async def test_a_portal_that_is_gone_is_unreachable_and_json_still_one_object(tmp_path) -> None:
    async with signed_in(tmp_path):
        pass
    done = await doctor(tmp_path, CONNECTOR, "--line", str(LINE), "--json")

    assert done.told == "unreachable", done.err
    told = json.loads(done.out)
    assert told["healthy"] is False
    assert told["error"]["title"]


async def test_a_sign_in_that_has_ended_is_told_as_such(tmp_path) -> None:
    async with signed_in(tmp_path) as (portal, _profile):
        await portal.order("tokens", action="revoke", which="all")
        done = await doctor(tmp_path, CONNECTOR, "--line", str(LINE))

    assert done.told == "unreachable", done.out + done.err


async def test_without_a_connector_every_own_one_is_examined_on_each_of_its_lines(
    tmp_path,
) -> None:
    async with signed_in(tmp_path) as (_portal, _profile):
        done = await doctor(tmp_path, "--json")
    places = [(each["connector"], each["line"]) for each in json.loads(done.out)["examinations"]]
    assert places == [(CONNECTOR, LINE)]
    assert OTHER_LINE not in [line for _, line in places]


async def test_no_secret_is_printed(tmp_path) -> None:
    async with signed_in(tmp_path) as (portal, profile):
        await disturb(portal)
        done = await doctor(tmp_path, CONNECTOR, "--line", str(LINE), "--json", "--whole")
        vault = await SealedVault.unlock(tmp_path / "secrets.sealed", PASSPHRASE)
        from app.services.session import load_keys

        keys = await load_keys(vault, profile)
    secrets = (keys.client_secret, keys.tokens.access, keys.tokens.refresh, PASSPHRASE)
    assert not [each for each in secrets if each in done.out + done.err]


async def test_a_sandbox_of_its_own_is_examined_and_made_healthy(tmp_path) -> None:
    done = await doctor(tmp_path, "--sandbox", "--fix")
    assert done.told == "healthy", done.out + done.err
    assert "7 events are not bound" in done.out
    assert "Missing events bound" in done.out


async def test_an_id_that_the_portal_does_not_know_is_told_from_one_without_a_line(
    tmp_path,
) -> None:
    async with signed_in(tmp_path) as (_portal, profile):
        done = await doctor(tmp_path, "nosuch", "--profile", profile.name)

    assert done.told == "wrong use"
    assert f"The portal has no connector nosuch. Registered from here: {CONNECTOR}." in done.err
