"""Where secrets are kept, and what happens when the keychain is no help: never another place."""

import asyncio
import threading

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError, PasswordSetError

from app.services import keychain as keychain_module
from app.services.vault import (
    MemoryVault,
    VaultFailed,
    open_keychain,
)


class FakeKeychain(KeyringBackend):
    """A backend that remembers, refuses or never answers. Only failures are pretended."""

    priority = 5  # type: ignore[assignment]

    def __init__(self, failure=None):
        super().__init__()
        self.kept = {}
        self.written = []
        self.failure = failure

    def get_password(self, service, username):
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._fail()
        self.kept[service, username] = password
        self.written.append(password)

    def delete_password(self, service, username):
        self._fail()
        if (service, username) not in self.kept:
            raise PasswordDeleteError("not there")
        del self.kept[service, username]

    def _fail(self):
        if isinstance(self.failure, threading.Event):
            self.failure.wait(10)
        elif self.failure is not None:
            raise self.failure


@pytest.fixture
def keychain():
    before = keyring.get_keyring()
    backend = FakeKeychain()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


async def code_of(asking):
    with pytest.raises(VaultFailed) as caught:
        await asking
    return caught.value.problem.code


async def test_a_working_keychain_keeps_secrets_between_runs(keychain, tmp_path):
    vault = await open_keychain(tmp_path)
    await vault.save("portal", "top secret")

    again = await open_keychain(tmp_path)

    assert again.kind == "keychain"
    assert await again.load("portal") == "top secret"


async def test_a_forgotten_secret_is_gone_and_unknown_ones_are_fine(keychain, tmp_path):
    vault = await open_keychain(tmp_path)
    await vault.save("portal", "top secret")
    await vault.forget("portal")
    await vault.forget("never there")

    assert await vault.load("portal") is None
    assert keychain.kept == {}


async def test_without_a_keychain_that_is_told_and_nothing_is_opened_instead(keychain, tmp_path):
    keyring.set_keyring(fail.Keyring())

    assert await code_of(open_keychain(tmp_path)) == "KEYCHAIN_MISSING"


@pytest.mark.parametrize("failure", [InitError("top"), KeyringLocked("top")])
async def test_a_locked_keychain_is_told_apart_from_a_missing_one(keychain, tmp_path, failure):
    keychain.failure = failure

    assert await code_of(open_keychain(tmp_path)) == "KEYCHAIN_LOCKED"


async def test_a_backend_that_would_write_plain_text_is_not_trusted(keychain, tmp_path):
    plain = type("PlaintextKeyring", (FakeKeychain,), {"__module__": "keyrings.alt.file"})
    keyring.set_keyring(plain())

    assert await code_of(open_keychain(tmp_path)) == "KEYCHAIN_MISSING"


async def test_a_keychain_that_never_answers_holds_nobody_up(keychain, tmp_path, monkeypatch):
    monkeypatch.setattr(keychain_module, "_PATIENCE", 0.05)
    keychain.failure = threading.Event()
    try:
        assert await code_of(open_keychain(tmp_path)) == "KEYCHAIN_SLOW"
    finally:
        keychain.failure.set()


@pytest.mark.parametrize(
    "failure", [PasswordSetError("top secret"), ValueError("top secret"), OSError(5, "top secret")]
)
async def test_a_keychain_that_refuses_is_told_without_its_words(keychain, tmp_path, failure):
    vault = await open_keychain(tmp_path)
    keychain.failure = failure
    with pytest.raises(VaultFailed) as caught:
        await vault.save("portal", "top secret")

    assert caught.value.problem.code == "KEYCHAIN_REFUSED"
    assert "top secret" not in repr(caught.value.problem)


async def test_a_secret_that_could_not_be_kept_is_kept_nowhere_else(keychain, tmp_path):
    vault = await open_keychain(tmp_path)
    keychain.failure = KeyringLocked("locked meanwhile")
    assert await code_of(vault.save("portal", "top secret")) == "KEYCHAIN_LOCKED"
    keychain.failure = None

    assert vault.kind == "keychain"
    assert await vault.load("portal") is None


async def test_what_nobody_waits_for_any_more_does_not_overwrite_what_came_later(
    keychain, tmp_path, monkeypatch, until
):
    vault = await open_keychain(tmp_path)
    monkeypatch.setattr(keychain_module, "_PATIENCE", 0.05)
    stuck = keychain.failure = threading.Event()
    first = code_of(vault.save("portal", "older"))
    assert await first == "KEYCHAIN_SLOW"
    assert await code_of(vault.save("portal", "old")) == "KEYCHAIN_SLOW"
    keychain.failure = None
    monkeypatch.setattr(keychain_module, "_PATIENCE", 5.0)
    newest = asyncio.gather(vault.save("portal", "newest"))
    await asyncio.sleep(0)
    stuck.set()
    await newest
    await until(lambda: not vault._turn.locked())

    assert keychain.written == ["older", "newest"]


async def test_secrets_in_memory_touch_no_keychain_and_no_file(keychain, tmp_path):
    vault = MemoryVault()
    await vault.save("portal", "top secret")

    assert vault.kind == "memory"
    assert await vault.load("portal") == "top secret"
    assert keychain.kept == {}
    assert list(tmp_path.iterdir()) == []


async def test_a_vault_shows_no_secret():
    vault = MemoryVault()
    await vault.save("portal", "top secret")

    assert "top secret" not in repr(vault)
