"""The file that a passphrase seals: nothing of it can be read, changed or mixed up unseen."""

import asyncio
import hashlib
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services import sealed, sealing
from app.services.failures import VaultFailed, WrongPassphrase
from app.services.sealed import SealedVault

SECRETS = {"member.app-1": "dG9wIHNlY3JldA", "member.app-2": "ключ"}
pytestmark = pytest.mark.usefixtures("cheap_scrypt")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "secrets.sealed"


@pytest.fixture
async def vault(path):
    made = await SealedVault.create(path, "passphrase")
    for key, secret in SECRETS.items():
        await made.save(key, secret)
    return made


async def code_of(asking):
    with pytest.raises(VaultFailed) as caught:
        await asking
    return caught.value.problem.code


async def everything(vault):
    return {key: await vault.load(key) for key in SECRETS}


async def test_what_was_sealed_is_there_after_unlocking(vault, path):
    again = await SealedVault.unlock(path, "passphrase")

    assert again.kind == "file"
    assert SealedVault.exists(path)
    assert await everything(again) == SECRETS
    assert await again.load("unknown") is None


async def test_a_forgotten_secret_is_gone_and_unknown_ones_are_fine(vault, path):
    await vault.forget("member.app-1")
    await vault.forget("never there")
    again = await SealedVault.unlock(path, "passphrase")

    assert await again.load("member.app-1") is None
    assert await again.load("member.app-2") == "ключ"


async def test_neither_secrets_nor_their_keys_nor_the_passphrase_can_be_read_in_it(vault, path):
    content = path.read_bytes()

    words = [*SECRETS, *SECRETS.values(), "passphrase"]
    assert [word for word in words if word.encode() in content] == []
    assert "passphrase" not in repr(vars(vault))
    assert str(vault._key.raw) not in repr((vault, vars(vault)))


async def test_only_its_owner_may_read_it_and_nothing_is_left_beside_it(vault, path):
    modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}

    assert modes == {"secrets.sealed": 0o600, "secrets.sealed.lock": 0o600}


async def test_a_wrong_passphrase_is_told_apart_from_damage(vault, path):
    with pytest.raises(WrongPassphrase):
        await SealedVault.unlock(path, "Passphrase")
    path.write_bytes(path.read_bytes()[:-1])

    assert await code_of(SealedVault.unlock(path, "passphrase")) == "VAULT_DAMAGED"


async def test_a_passphrase_is_the_same_however_its_letters_are_composed(path):
    await SealedVault.create(path, "é")

    assert await SealedVault.unlock(path, "e\u0301")


async def test_a_file_of_a_newer_version_is_left_alone(vault, path):
    newer = bytearray(path.read_bytes())
    newer[8] = 2
    path.write_bytes(newer)

    assert await code_of(SealedVault.unlock(path, "passphrase")) == "VAULT_NEWER"
    assert await code_of(vault.save("more", "secret")) == "VAULT_NEWER"
    assert path.read_bytes() == newer


async def test_a_file_that_asks_for_all_the_memory_there_is_counts_as_damaged(vault, path):
    greedy = bytearray(path.read_bytes()[:-32])
    greedy[9] = 40
    path.write_bytes(bytes(greedy) + hashlib.sha256(greedy).digest())

    assert await code_of(SealedVault.unlock(path, "passphrase")) == "VAULT_DAMAGED"


async def test_a_file_that_was_deleted_is_told(vault, path):
    path.unlink()

    assert await code_of(vault.load("member.app-1")) == "VAULT_GONE"
    assert await code_of(vault.save("member.app-1", "new")) == "VAULT_GONE"


async def test_an_existing_file_is_replaced_only_when_that_is_said(vault, path):
    assert await code_of(SealedVault.create(path, "other")) == "VAULT_EXISTS"
    assert await everything(vault) == SECRETS
    await SealedVault.create(path, "other", anew=True)

    assert await (await SealedVault.unlock(path, "other")).load("member.app-1") is None


async def test_an_empty_passphrase_seals_nothing(path):
    assert await code_of(SealedVault.create(path, "")) == "PASSPHRASE_EMPTY"
    assert not path.exists()


async def test_a_folder_that_cannot_be_written_is_told_with_the_systems_words(tmp_path):
    (tmp_path / "file").write_text("")
    creating = SealedVault.create(tmp_path / "file" / "secrets.sealed", "passphrase")

    assert await code_of(creating) == "VAULT_REFUSED"


async def test_a_changed_passphrase_opens_the_same_secrets_and_the_old_one_nothing(vault, path):
    await vault.change_passphrase("passphrase", "better one")
    with pytest.raises(WrongPassphrase):
        await SealedVault.unlock(path, "passphrase")

    assert await everything(vault) == SECRETS
    assert await everything(await SealedVault.unlock(path, "better one")) == SECRETS


async def test_only_who_knows_the_old_passphrase_changes_it(vault, path):
    before = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        await vault.change_passphrase("guess", "mine")

    assert path.read_bytes() == before
    assert await code_of(vault.change_passphrase("passphrase", "")) == "PASSPHRASE_EMPTY"


async def test_another_window_with_the_old_passphrase_changes_nothing(vault, path):
    other = await SealedVault.unlock(path, "passphrase")
    await vault.change_passphrase("passphrase", "better one")

    assert await code_of(other.load("member.app-1")) == "VAULT_RESEALED"
    assert await code_of(other.save("member.app-1", "old")) == "VAULT_RESEALED"
    assert await everything(vault) == SECRETS


async def test_a_file_in_another_programs_hands_is_told_after_a_while(vault, path, monkeypatch):
    monkeypatch.setattr(sealed, "_PATIENCE", 0.05)
    with FileLock(f"{path}.lock"):
        assert await code_of(vault.save("member.app-1", "new")) == "VAULT_BUSY"
        assert await everything(vault) == SECRETS


async def test_two_windows_do_not_overwrite_each_others_secrets(vault, path):
    other = await SealedVault.unlock(path, "passphrase")
    mine = [vault.save(f"mine {number}", "a") for number in range(10)]
    theirs = [other.save(f"theirs {number}", "b") for number in range(10)]
    await asyncio.gather(*mine, *theirs)

    again = await SealedVault.unlock(path, "passphrase")
    kept = [await again.load(f"{who} {n}") for who in ("mine", "theirs") for n in range(10)]
    assert kept == ["a"] * 10 + ["b"] * 10


CHILD = """
import asyncio, sys
from pathlib import Path
from app.services import sealing
from app.services.sealed import SealedVault
async def main():
    sealing.COST = 4
    vault = await SealedVault.unlock(Path(sys.argv[1]), "passphrase")
    for number in range(25):
        await vault.save(f"{sys.argv[2]} {number}", "kept")
asyncio.run(main())
"""


async def test_four_processes_do_not_overwrite_each_others_secrets(vault, path):
    root = Path(__file__).parents[3]
    children = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", CHILD, str(path), name), cwd=root, stderr=subprocess.PIPE
        )
        for name in "abcd"
    ]
    said = [(await child.communicate())[1] for child in children]
    kept = [await vault.load(f"{name} {number}") for name in "abcd" for number in range(25)]

    assert said == [b""] * 4
    assert kept == ["kept"] * 100


async def test_a_file_that_was_half_written_when_the_power_went_does_not_count(vault, path):
    path.with_name("secrets.sealed.new").write_bytes(b"OLSEALED half")
    path.with_name("secrets.sealed.new").chmod(0o644)
    await vault.save("member.app-1", "new")

    assert await vault.load("member.app-1") == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not path.with_name("secrets.sealed.new").exists()


async def test_a_full_disk_leaves_the_old_secrets_as_they_are(vault, monkeypatch):
    def full(_number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert await code_of(vault.save("member.app-1", "new")) == "VAULT_REFUSED"
    monkeypatch.undo()

    assert await everything(vault) == SECRETS


def opened(data: bytes, passphrase: str) -> dict[str, str]:
    return sealing.unseal(data, sealing.key_of(data, passphrase), WrongPassphrase)


PLAIN = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@PLAIN
@given(kept=st.dictionaries(st.text(), st.text(), max_size=5), passphrase=st.text(min_size=1))
def test_whatever_is_sealed_comes_out_as_it_was(kept, passphrase):
    assert opened(sealing.seal(kept, sealing.new_key(passphrase)), passphrase) == kept


@PLAIN
@given(data=st.data())
def test_a_flipped_bit_anywhere_is_a_clear_error_and_never_a_wrong_secret(data):
    good = sealing.seal(SECRETS, sealing.new_key("passphrase"))
    place = data.draw(st.integers(0, len(good) * 8 - 1))
    bad = bytearray(good)
    bad[place // 8] ^= 1 << place % 8

    with pytest.raises(VaultFailed) as caught:
        opened(bytes(bad), "passphrase")
    assert caught.value.problem.code in ("VAULT_DAMAGED", "VAULT_NEWER")


@PLAIN
@given(data=st.data())
def test_whoever_mends_the_checksum_after_a_change_still_opens_nothing(data):
    good = sealing.seal(SECRETS, sealing.new_key("passphrase"))[:-32]
    place = data.draw(st.integers(0, len(good) * 8 - 1))
    bad = bytearray(good)
    bad[place // 8] ^= 1 << place % 8
    if bad[9] not in range(4, 14):  # the cost: honest, and not the test machine's memory
        bad[9] = 5

    with pytest.raises(VaultFailed) as caught:
        opened(bytes(bad) + hashlib.sha256(bad).digest(), "passphrase")
    codes = ("VAULT_DAMAGED", "VAULT_NEWER", "WRONG_PASSPHRASE")
    assert caught.value.problem.code in codes


@PLAIN
@given(data=st.binary(max_size=200))
def test_any_other_file_is_told_as_damaged(data):
    with pytest.raises(VaultFailed) as caught:
        opened(b"OLSEALED\x01" + data, "passphrase")
    assert caught.value.problem.code == "VAULT_DAMAGED"


def test_the_same_secrets_are_never_sealed_twice_with_the_same_bytes():
    key = sealing.new_key("passphrase")
    files = [sealing.seal(SECRETS, key) for _ in range(50)]
    salts = [sealing.new_key("passphrase").salt for _ in range(50)]

    assert len(set(files)) == len(set(salts)) == 50
    assert len({file[28:40] for file in files}) == 50
    assert json.dumps(SECRETS).encode() not in b"".join(files)


def test_a_key_costs_what_keeps_guessing_slow(monkeypatch):
    monkeypatch.undo()
    key = sealing.new_key("passphrase")

    assert (1 << key.cost, key.block, key.lanes, len(key.raw)) == (65536, 8, 1, 32)
