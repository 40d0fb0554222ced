"""The place of secrets: chosen, unlocked, changed while a run lasts, never silently another."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from app.services.failures import VaultFailed, WrongPassphrase
from app.services.keeping import Keeping

PASSPHRASE, OTHER = "correct horse battery", "staple lamp shade"


class Chain(KeyringBackend):
    """A keychain that works until it breaks."""

    priority = 5

    def __init__(self):
        super().__init__()
        self.kept, self.broken = {}, False

    def get_password(self, service, username):
        self._check()
        return self.kept.get(username)

    def set_password(self, service, username, password):
        self._check()
        self.kept[username] = password

    def delete_password(self, service, username):
        self._check()
        self.kept.pop(username, None)

    def _check(self):
        if self.broken:
            raise KeyringError("the bus is gone")


@pytest.fixture
def chain():
    before, chain = keyring.get_keyring(), Chain()
    keyring.set_keyring(chain)
    yield chain
    keyring.set_keyring(before)


async def opened(folder, choice="", *, keychain=False, known=("shop",)):
    keeping = Keeping(folder, choice, keychain=keychain, known=lambda: known)
    await keeping.open()
    return keeping


async def test_nothing_is_kept_before_a_place_was_chosen(tmp_path):
    keeping = await opened(tmp_path)

    assert keeping.state == "unchosen"
    assert await keeping.load("shop") is None
    with pytest.raises(VaultFailed, match="VAULT_UNCHOSEN"):
        await keeping.save("shop", "secret")


async def test_a_working_keychain_is_used_unless_something_else_was_chosen(tmp_path, chain):
    keeping = await opened(tmp_path, keychain=True)
    await keeping.save("shop", "secret")

    assert (keeping.state, keeping.kind) == ("open", "keychain")
    assert chain.kept == {"shop": "secret"}
    assert (await opened(tmp_path, "memory", keychain=True)).kind == "memory"


async def test_an_isolated_run_never_asks_the_keychain(tmp_path, chain):
    chain.broken = True

    keeping = await opened(tmp_path)

    assert keeping.state == "unchosen"
    with pytest.raises(VaultFailed, match="KEYCHAIN_MISSING"):
        await keeping.use_keychain()


async def test_a_file_is_locked_at_the_next_start_and_opens_with_its_passphrase(tmp_path):
    first = await opened(tmp_path)
    await first.use_file(PASSPHRASE)
    await first.save("shop", "secret")

    again = await opened(tmp_path, first.choice)
    assert again.state == "locked"
    with pytest.raises(VaultFailed, match="VAULT_LOCKED"):
        await again.load("shop")
    with pytest.raises(WrongPassphrase):
        await again.unlock("something else")
    await again.unlock(PASSPHRASE)

    assert (again.state, await again.load("shop")) == ("open", "secret")


async def test_a_file_is_found_even_if_the_choice_was_lost(tmp_path):
    await (await opened(tmp_path)).use_file(PASSPHRASE)

    assert (await opened(tmp_path, "")).state == "locked"


async def test_a_forgotten_passphrase_means_to_start_anew(tmp_path):
    first = await opened(tmp_path)
    await first.use_file(PASSPHRASE)
    await first.save("shop", "secret")

    again = await opened(tmp_path, "file")
    await again.use_file(OTHER)

    assert await again.load("shop") is None
    third = await opened(tmp_path, "file")
    await third.unlock(OTHER)


async def test_a_file_that_is_gone_is_told_and_asked_for_again(tmp_path):
    keeping = await opened(tmp_path, "file")

    assert keeping.state == "unchosen"
    assert keeping.problem.code == "VAULT_GONE"


@pytest.mark.parametrize("way", ["use_keychain", "use_memory"])
async def test_what_was_kept_moves_along_and_the_file_goes(tmp_path, chain, way):
    keeping = await opened(tmp_path, keychain=True)
    await keeping.use_file(PASSPHRASE)
    await keeping.save("shop", "secret")

    await getattr(keeping, way)()

    assert await keeping.load("shop") == "secret"
    assert not keeping.path.exists()


async def test_moving_into_a_file_empties_the_keychain(tmp_path, chain):
    keeping = await opened(tmp_path, keychain=True)
    await keeping.save("shop", "secret")

    await keeping.use_file(PASSPHRASE)

    assert await keeping.load("shop") == "secret"
    assert chain.kept == {}


async def test_a_keychain_that_breaks_is_told_and_another_place_can_be_chosen(tmp_path, chain):
    keeping = await opened(tmp_path, keychain=True)
    told = []
    keeping.failed.connect(told.append)
    chain.broken = True

    with pytest.raises(VaultFailed):
        await keeping.save("shop", "secret")
    assert [problem.code for problem in told] == ["KEYCHAIN_REFUSED"]
    await keeping.use_file(PASSPHRASE)
    await keeping.save("shop", "secret")

    assert (keeping.kind, keeping.choice) == ("file", "file")


async def test_a_keychain_that_was_chosen_and_is_gone_is_told_at_the_start(tmp_path, chain):
    chain.broken = True

    keeping = await opened(tmp_path, "keychain", keychain=True)

    assert keeping.state == "unchosen"
    assert keeping.problem.code == "KEYCHAIN_REFUSED"


async def test_the_passphrase_can_be_changed(tmp_path):
    keeping = await opened(tmp_path)
    await keeping.use_file(PASSPHRASE)
    await keeping.save("shop", "secret")
    with pytest.raises(WrongPassphrase):
        await keeping.change_passphrase("wrong one here", OTHER)

    await keeping.change_passphrase(PASSPHRASE, OTHER)

    again = await opened(tmp_path, "file")
    await again.unlock(OTHER)
    assert await again.load("shop") == "secret"
