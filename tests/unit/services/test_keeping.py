"""The place of secrets: chosen, unlocked, changed while a run lasts, never silently another."""

import asyncio

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from app.services.failures import VaultFailed, WrongPassphrase
from app.services.keeping import Keeping

pytestmark = pytest.mark.usefixtures("cheap_scrypt")
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
        await keeping.use("keychain")


async def test_a_file_is_locked_at_the_next_start_and_opens_with_its_passphrase(tmp_path):
    first = await opened(tmp_path)
    await first.use("file", PASSPHRASE)
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
    await (await opened(tmp_path)).use("file", PASSPHRASE)

    assert (await opened(tmp_path, "")).state == "locked"


async def test_a_forgotten_passphrase_means_to_start_anew(tmp_path):
    first = await opened(tmp_path)
    await first.use("file", PASSPHRASE)
    await first.save("shop", "secret")

    again = await opened(tmp_path, "file")
    await again.use("file", OTHER, anew=True)

    assert await again.load("shop") is None
    third = await opened(tmp_path, "file")
    await third.unlock(OTHER)


@pytest.mark.parametrize("choice", ["memory", "keychain"])
async def test_a_file_that_another_window_made_meanwhile_is_opened_and_not_replaced(
    tmp_path, chain, choice
):
    mine = await opened(tmp_path, choice, keychain=choice == "keychain")
    theirs = await opened(tmp_path)
    await theirs.use("file", PASSPHRASE)
    await theirs.save("shop", "secret")

    with pytest.raises(WrongPassphrase):
        await mine.use("file", OTHER)
    assert await theirs.load("shop") == "secret"

    await mine.use("file", PASSPHRASE)
    assert await mine.load("shop") == await theirs.load("shop") == "secret"


async def test_a_file_that_is_gone_is_told_and_asked_for_again(tmp_path):
    keeping = await opened(tmp_path, "file")

    assert keeping.state == "unchosen"
    assert keeping.problem.code == "VAULT_GONE"


@pytest.mark.parametrize("place", ["keychain", "memory"])
async def test_what_was_kept_moves_along_and_the_file_goes(tmp_path, chain, place):
    keeping = await opened(tmp_path, keychain=True)
    await keeping.use("file", PASSPHRASE)
    await keeping.save("shop", "secret")

    await keeping.use(place)

    assert await keeping.load("shop") == "secret"
    assert not keeping.path.exists()


async def test_moving_into_a_file_empties_the_keychain(tmp_path, chain):
    keeping = await opened(tmp_path, keychain=True)
    await keeping.save("shop", "secret")

    await keeping.use("file", PASSPHRASE)

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
    await keeping.use("file", PASSPHRASE)
    await keeping.save("shop", "secret")

    assert (keeping.kind, keeping.choice) == ("file", "file")


async def test_a_keychain_that_was_chosen_and_is_gone_is_told_at_the_start(tmp_path, chain):
    chain.broken = True

    keeping = await opened(tmp_path, "keychain", keychain=True)

    assert keeping.state == "unchosen"
    assert keeping.problem.code == "KEYCHAIN_REFUSED"


async def test_the_passphrase_can_be_changed(tmp_path):
    keeping = await opened(tmp_path)
    await keeping.use("file", PASSPHRASE)
    await keeping.save("shop", "secret")
    with pytest.raises(WrongPassphrase):
        await keeping.change_passphrase("wrong one here", OTHER)

    await keeping.change_passphrase(PASSPHRASE, OTHER)

    again = await opened(tmp_path, "file")
    await again.unlock(OTHER)
    assert await again.load("shop") == "secret"


@pytest.mark.parametrize("place", ["keychain", "memory", "file"])
async def test_keys_that_are_locked_are_not_thrown_away_by_choosing_another_place(
    tmp_path, chain, place
):
    first = await opened(tmp_path)
    await first.use("file", PASSPHRASE)
    await first.save("shop", "secret")
    again = await opened(tmp_path, "file", keychain=True)

    with pytest.raises(VaultFailed, match="VAULT_LOCKED"):
        await again.use(place, OTHER)

    assert again.state == "locked"
    await again.unlock(PASSPHRASE)
    assert await again.load("shop") == "secret"


async def test_a_key_renewed_while_keys_move_is_in_the_new_place(tmp_path, chain):
    keeping = await opened(tmp_path, keychain=True, known=("shop", "works"))
    await keeping.save("shop", "spent")
    await keeping.save("works", "other")
    renewing: list[asyncio.Task] = []
    loop = asyncio.get_running_loop()

    def renew():
        renewing.append(loop.create_task(keeping.save("shop", "fresh")))

    read = chain.get_password

    def read_slowly(service, username):
        if username == "works":  # the first one was copied already
            loop.call_soon_threadsafe(renew)
        return read(service, username)

    chain.get_password = read_slowly
    await keeping.use("file", PASSPHRASE)
    await asyncio.gather(*renewing)

    assert renewing
    assert await keeping.load("shop") == "fresh"
    assert chain.kept == {}


async def test_a_place_that_cannot_be_emptied_is_told_once_the_new_one_is_in_use(tmp_path, chain):
    remembered = []
    keeping = Keeping(tmp_path, keychain=True, known=lambda: ("shop",), remember=remembered.append)
    await keeping.open()
    await keeping.save("shop", "secret")
    changed, told = [], []
    keeping.changed.connect(lambda _: changed.append((keeping.kind, list(remembered))))
    keeping.failed.connect(lambda problem: told.append((problem.code, len(changed))))

    def refuse(service, username):
        raise KeyringError("not now")

    chain.delete_password = refuse
    await keeping.use("file", PASSPHRASE)

    assert changed == [("file", ["file"])]
    assert told == [("VAULT_LEFTOVER", 1)]
    assert await keeping.load("shop") == "secret"


async def test_a_choice_that_cannot_be_written_down_holds_nobody_up(tmp_path):
    def refuse(choice):
        raise OSError(28, "No space left on device")

    keeping = Keeping(tmp_path, keychain=False, remember=refuse)
    await keeping.open()

    await keeping.use("memory")

    assert keeping.state == "open"


async def test_a_file_that_another_window_has_sealed_anew_stays_when_its_keys_cannot_move(tmp_path):
    keeping = await opened(tmp_path)
    await keeping.use("file", PASSPHRASE)
    await keeping.save("shop", "secret")
    other = await opened(tmp_path, "file")
    await other.unlock(PASSPHRASE)
    await other.change_passphrase(PASSPHRASE, OTHER)
    told = []
    with pytest.raises(VaultFailed, match="VAULT_RESEALED"):
        await keeping.load("shop")
    keeping.failed.connect(told.append)

    await keeping.use("memory")

    assert [problem.code for problem in told] == ["VAULT_LEFTOVER"]
    assert await other.load("shop") == "secret"


@pytest.mark.parametrize(
    ("choice", "keychain", "sealed", "place"),
    [
        ("", True, False, "keychain"),
        ("", False, False, "memory"),
        ("", True, True, "file"),
        ("memory", True, True, "memory"),
        ("file", True, False, "file"),
        ("keychain", True, True, "keychain"),
    ],
)
def test_the_place_can_be_told_without_opening_it(tmp_path, choice, keychain, sealed, place):
    keeping = Keeping(tmp_path, choice, keychain=keychain)
    if sealed:
        keeping.path.write_bytes(b"sealed")

    assert keeping.expected == place
