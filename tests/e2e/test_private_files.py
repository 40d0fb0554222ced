"""What customers wrote and where we are signed in is for nobody else on the machine."""

import asyncio
import logging
import os
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest

from app.services.journal import Journal
from app.services.profiles import Profiles
from app.services.vault import SealedVault
from app.settings import Preferences, save_preferences
from tests.helpers.desk import connected, open_test_desk, written
from tests.helpers.logs import real_log

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights of files as POSIX has them")


@pytest.fixture(autouse=True)
def generous_umask():
    before = os.umask(0)
    yield
    os.umask(before)


def rights(folder):
    return {each: each.stat().st_mode & 0o777 for each in (folder, *folder.rglob("*"))}


def readable_by_others(folder):
    return {each.relative_to(folder) for each, mode in rights(folder).items() if mode & 0o077}


async def test_whatever_is_kept_of_a_portal_is_for_its_owner_only(
    sandbox, tmp_path, cheap_scrypt, until
):
    folder = tmp_path / "above" / "data"
    vault = await SealedVault.create(folder / "secrets.sealed", "passphrase")
    session = await sandbox.sign_in(vault=vault)
    with real_log(folder / "logs"):
        logging.getLogger("any").warning("Said")
        Profiles(folder).save(session.profile)
        save_preferences(folder, Preferences(theme="dark"))
        async with vault.alone("key"), open_test_desk(sandbox, folder, session=session) as desk:
            await connected(desk)
            dialog = await written(desk, text="PRIVATE-WORDS")
            await until(lambda: desk.dialogs.get(dialog).portal_chat)
            kept = {each.name for each in rights(folder)}
            seen = readable_by_others(tmp_path / "above")

    assert {"journal.sqlite", "journal.sqlite-wal", "profiles.json", "preferences.json"} < kept
    assert {"console.log", "secrets.sealed", "refresh.lock"} < kept
    assert seen == set()


async def test_a_journal_that_others_could_read_is_closed_to_them_when_it_is_opened(tmp_path):
    path = tmp_path / "journal.sqlite"
    journal = await Journal.open(path)
    ends = ("", "-wal", "-shm")  # a lock holds nothing
    files = [each for end in ends if (each := path.with_name(path.name + end)).exists()]
    for file in files:
        file.chmod(0o666)
    again = await Journal.open(path)
    seen = {file.name: file.stat().st_mode & 0o777 for file in files}
    await again.close()
    await journal.close()

    assert seen == {path.name: 0o600, f"{path.name}-wal": 0o600, f"{path.name}-shm": 0o600}


async def test_a_data_folder_of_the_person_s_own_keeps_its_rights(sandbox, tmp_path):
    own = tmp_path / "own"
    own.mkdir(mode=0o755)
    Profiles(own).save((await sandbox.sign_in()).profile)

    assert readable_by_others(own) == {Path()}
    assert rights(own)[own] == 0o755


async def test_a_command_makes_its_data_folder_for_its_owner_only(tmp_path):
    words = ("-m", "app", "forget", "nothing", "--data-dir", str(tmp_path / "data"))
    process = await asyncio.create_subprocess_exec(sys.executable, *words, stderr=PIPE)
    async with asyncio.timeout(30):
        assert b"There is no portal of this name" in (await process.communicate())[1]

    assert readable_by_others(tmp_path / "data") == set()
