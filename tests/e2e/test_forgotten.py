"""Forget portal: after a whole story nothing of it is left on the disk, and that is proven."""

import base64
import dataclasses
import logging
import os
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest

from app.services import forgetting
from app.services.failures import NotPossible, VaultFailed
from app.services.forgetting import forget_portal
from app.services.holding import hold
from app.services.places import portal_folder
from app.services.profiles import Profiles
from app.services.session import load_keys
from app.services.vault import MemoryVault, SealedVault
from tests.helpers.desk import ANNA, connected, open_test_desk, written
from tests.helpers.logs import real_log

LINKS = pytest.mark.skipif(os.name != "posix", reason="links need no rights there")
STRANGER = "ffffffffffffffffffffffffffffffff"


@pytest.fixture
async def vault(tmp_path, cheap_scrypt):
    return await SealedVault.create(tmp_path / "secrets.sealed", "passphrase")


@pytest.fixture
def log_file(tmp_path):
    with real_log(tmp_path / "logs") as file:
        yield file


def leave_traces(profile, folder):
    """What runs leave behind: log lines, rotated logs, half-written files, caches."""
    log = logging.getLogger("any")
    log.warning("Trouble with %s", profile.address)
    try:
        raise ValueError(f"member {profile.member_id}")
    except ValueError:
        log.exception("It failed")
    log.warning("Something else")
    rotated = f"2026-11-23 04:00:00,000 INFO any: {quote(profile.endpoint, safe='')}\n"
    (folder / "logs" / "console.log.1").write_text(rotated)
    (folder / "profiles.json.new").write_text(profile.member_id)
    own = portal_folder(folder, profile.key)
    (own / "journal.sqlite-journal").write_bytes(b"half a page of Anna")
    copies = ("journal-version-1-20260501-120000.backup", "journal-damaged-20260501-120000.sqlite")
    for name in (*copies, "work.lock", "work.holder"):
        shutil.copyfile(own / "journal.sqlite", own / name)
    (own / "look").mkdir()
    shutil.copyfile(own / "journal.sqlite", own / "look" / "journal.sqlite")
    (own / "previews").mkdir()
    (own / "previews" / "picture.png").write_bytes(b"a picture")


async def story(sandbox, folder, vault, until):
    """Sign in, connect, write, be answered; what was secret or personal in it."""
    session = await sandbox.sign_in(vault=vault)
    keys = await load_keys(vault, session.profile)
    async with open_test_desk(sandbox, folder, session=session) as desk:
        await connected(desk)
        dialog = await written(desk, ANNA, "Where is my order?")
        await until(lambda: desk.dialogs.get(dialog).portal_chat)
        heard = []
        desk.dialogs.message_changed.connect(heard.append)
        await sandbox.reply(desk.dialogs.get(dialog), "On its way")
        await until(lambda: heard)
    profile = session.profile
    told = ("Where is my order?", "On its way", ANNA.last_name, ANNA.phone, "acme_shopchat")
    names = (profile.member_id, profile.client_id, "127.0.0.1:8080")
    secrets = (keys.client_secret, keys.tokens.access, keys.tokens.refresh)
    return profile, (*told, *names, *secrets)


def spelled(word):
    raw = word.encode()
    encoded = base64.b64encode(raw).rstrip(b"=")
    return {raw, quote(word, safe="").encode(), encoded, word.encode("utf-16-le")}


def found(folder, words):
    """Which of the words stand where: an own look, not the one that is tested."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return {
        (str(file.relative_to(folder)), word)
        for file in files
        for word in words
        if any(spelling in file.read_bytes() for spelling in spelled(word))
    }


async def test_after_a_whole_story_nothing_of_a_forgotten_portal_is_left(
    sandbox, tmp_path, vault, log_file, until
):
    profiles = Profiles(tmp_path)
    profile, words = await story(sandbox, tmp_path, vault, until)
    profiles.save(profile)
    leave_traces(profile, tmp_path)
    assert len({word for _, word in found(tmp_path, words)}) >= 6

    forgotten = await forget_portal(profile, vault, profiles, tmp_path)

    assert set(forgotten.removed) == {"tokens", "secret", "journal", "caches", "log", "profile"}
    assert forgotten.left == ()
    assert found(tmp_path, words) == set()
    assert await vault.load(profile.key) is None
    assert not portal_folder(tmp_path, profile.key).exists()
    assert Profiles(tmp_path).all() == ()


async def test_the_log_goes_on_and_keeps_what_names_no_portal(
    sandbox, tmp_path, vault, log_file, until
):
    profile, _ = await story(sandbox, tmp_path, vault, until)
    leave_traces(profile, tmp_path)
    await forget_portal(profile, vault, Profiles(tmp_path), tmp_path)
    logging.getLogger("any").warning("Afterwards")

    lines = log_file.read_text("utf-8").splitlines()
    assert [line.rpartition(": ")[2] for line in lines] == ["Something else", "Afterwards"]


async def test_another_application_on_the_same_portal_keeps_everything(
    sandbox, tmp_path, vault, until
):
    profiles = Profiles(tmp_path)
    profile, _ = await story(sandbox, tmp_path, vault, until)
    other = dataclasses.replace(profile, client_id="local.other", name="The other one")
    profiles.save(profile)
    profiles.save(other)
    await vault.save(other.key, '{"client_secret": "theirs", "tokens": null}')
    portal_folder(tmp_path, other.key).mkdir(parents=True)
    (portal_folder(tmp_path, other.key) / "journal.sqlite").write_text(profile.member_id)

    forgotten = await forget_portal(profile, vault, profiles, tmp_path)

    assert forgotten.left == ()
    assert profiles.all() == (other,)
    assert await vault.load(other.key)
    assert (portal_folder(tmp_path, other.key) / "journal.sqlite").exists()


async def test_what_still_names_the_portal_is_told(sandbox, tmp_path, until):
    vault = MemoryVault()
    profile, _ = await story(sandbox, tmp_path, vault, until)
    (tmp_path / "export.yaml").write_bytes(b"x" * (1 << 20) + profile.member_id.upper().encode())
    (tmp_path / f"{profile.client_id}.txt").write_text("")
    (tmp_path / "other.txt").write_text(STRANGER)

    forgotten = await forget_portal(profile, vault, Profiles(tmp_path), tmp_path)

    assert forgotten.left == ("export.yaml", f"{profile.client_id}.txt")


async def test_a_word_across_two_parts_of_a_large_file_is_found(sandbox, tmp_path, monkeypatch):
    profile = (await sandbox.sign_in()).profile
    monkeypatch.setattr(forgetting, "_CHUNK", 64)
    for offset in range(40, 72):
        (tmp_path / f"{offset}.bin").write_bytes(b"x" * offset + profile.member_id.encode())

    forgotten = await forget_portal(profile, MemoryVault(), Profiles(tmp_path), tmp_path)

    assert len(forgotten.left) == 32


async def test_while_the_keys_cannot_be_taken_out_nothing_is_touched(
    sandbox, tmp_path, vault, until
):
    profiles = Profiles(tmp_path)
    profile, words = await story(sandbox, tmp_path, vault, until)
    profiles.save(profile)
    before = found(tmp_path, words)
    (tmp_path / "secrets.sealed").rename(tmp_path / "away")
    with pytest.raises(VaultFailed):
        await forget_portal(profile, vault, profiles, tmp_path)

    assert found(tmp_path, words) == before
    assert profiles.all() == (profile,)


async def test_keys_that_stay_where_they_are_are_a_failure_and_no_file_is_touched(
    sandbox, tmp_path, until
):
    class Stubborn(MemoryVault):
        async def forget(self, key):
            """Says nothing and does nothing."""

    vault, profiles = Stubborn(), Profiles(tmp_path)
    profile, _ = await story(sandbox, tmp_path, vault, until)
    profiles.save(profile)
    with pytest.raises(VaultFailed):
        await forget_portal(profile, vault, profiles, tmp_path)

    assert portal_folder(tmp_path, profile.key).exists()
    assert profiles.all() == (profile,)


async def test_a_portal_that_was_forgotten_already_is_no_trouble(sandbox, tmp_path):
    profile = (await sandbox.sign_in()).profile
    forgotten = await forget_portal(profile, MemoryVault(), Profiles(tmp_path), tmp_path)

    assert (forgotten.removed, forgotten.left) == ((), ())


async def test_a_portal_that_another_window_has_open_is_not_forgotten(
    sandbox, tmp_path, vault, until
):
    profiles = Profiles(tmp_path)
    profile, _ = await story(sandbox, tmp_path, vault, until)
    profiles.save(profile)
    async with open_test_desk(
        sandbox, tmp_path, session=await sandbox.sign_in(vault=vault)
    ) as desk:
        with pytest.raises(NotPossible, match="PORTAL_IN_USE"):
            await forget_portal(profile, vault, profiles, tmp_path)
        assert await vault.load(profile.key)
        assert profiles.all() == (profile,)
        await written(desk, text="It goes on")

    assert (await forget_portal(profile, vault, profiles, tmp_path)).left == ()


async def test_a_portal_that_another_program_works_on_is_not_forgotten(sandbox, tmp_path, until):
    vault = MemoryVault()
    profile, _ = await story(sandbox, tmp_path, vault, until)

    async with hold(portal_folder(tmp_path, profile.key)):
        with pytest.raises(NotPossible) as caught:
            await forget_portal(profile, vault, Profiles(tmp_path), tmp_path)

    assert caught.value.problem.code == "PORTAL_IN_USE"
    assert await vault.load(profile.key)


@LINKS
async def test_a_journal_on_another_disk_is_forgotten_with_the_link_that_leads_there(
    sandbox, tmp_path, until
):
    home, disk = tmp_path / "home", tmp_path / "disk"
    profile, words = await story(sandbox, home, MemoryVault(), until)
    own = portal_folder(home, profile.key)
    own.rename(disk)
    own.symlink_to(disk)
    assert found(disk, words)

    forgotten = await forget_portal(profile, MemoryVault(), Profiles(home), home)

    assert "journal" in forgotten.removed
    assert forgotten.left == ()
    assert not disk.exists()
    assert not own.is_symlink()


@LINKS
async def test_what_else_lies_where_a_link_leads_is_left_alone_and_told(sandbox, tmp_path, until):
    home, disk = tmp_path / "home", tmp_path / "disk"
    profile, words = await story(sandbox, home, MemoryVault(), until)
    own = portal_folder(home, profile.key)
    own.rename(disk)
    own.symlink_to(disk)
    (disk / "holiday.jpg").write_bytes(b"somebody else's")

    forgotten = await forget_portal(profile, MemoryVault(), Profiles(home), home)

    assert forgotten.left == (str(own.relative_to(home) / "holiday.jpg"),)
    assert found(disk, words) == set()


@LINKS
async def test_a_journal_that_is_a_link_is_not_said_to_be_gone(sandbox, tmp_path, until):
    home, disk = tmp_path / "home", tmp_path / "disk"
    profile, _ = await story(sandbox, home, MemoryVault(), until)
    file = portal_folder(home, profile.key) / "journal.sqlite"
    file.rename(disk)
    file.symlink_to(disk)

    forgotten = await forget_portal(profile, MemoryVault(), Profiles(home), home)

    assert "journal" not in forgotten.removed
    assert forgotten.left == (str(file.relative_to(home)),)


@LINKS
async def test_portals_behind_a_link_are_looked_through_and_a_circle_ends(sandbox, tmp_path, until):
    home, disk = tmp_path / "home", tmp_path / "disk"
    profile, _ = await story(sandbox, home, MemoryVault(), until)
    (home / "portals").rename(disk)
    (home / "portals").symlink_to(disk)
    (disk / "round").symlink_to(home)
    (disk / "export.yaml").write_text(profile.member_id)

    forgotten = await forget_portal(profile, MemoryVault(), Profiles(home), home)

    assert "journal" in forgotten.removed
    assert forgotten.left == (str(Path("portals", "export.yaml")),)


@LINKS
async def test_a_log_that_is_a_link_is_not_touched_but_told(sandbox, tmp_path):
    home, foreign = tmp_path / "home", tmp_path / "foreign.txt"
    profile = (await sandbox.sign_in()).profile
    text = f"2026-11-23 04:00:00,000 INFO any: {profile.client_id}\nprecious\n"
    foreign.write_text(text)
    (home / "logs").mkdir(parents=True)
    (home / "logs" / "a.log").symlink_to(foreign)

    forgotten = await forget_portal(profile, MemoryVault(), Profiles(home), home)

    assert foreign.read_text() == text
    assert forgotten.left == (str(Path("logs", "a.log")),)
