"""Where secrets are kept, and what happens when the keychain is no help."""

import threading

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, PasswordDeleteError

from app.services import vault as vault_module
from app.services.vault import MemoryVault, open_vault


class FakeKeychain(KeyringBackend):
    """A backend that remembers, refuses or never answers. Only failures are pretended."""

    priority = 5  # type: ignore[assignment]

    def __init__(self, failure=None):
        super().__init__()
        self.kept = {}
        self.failure = failure

    def get_password(self, service, username):
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._fail()
        self.kept[service, username] = password

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


async def test_a_working_keychain_keeps_secrets_between_runs(keychain):
    vault = await open_vault()
    await vault.save("portal", "top secret")

    again = await open_vault()

    assert again.kind == "keychain"
    assert await again.load("portal") == "top secret"


async def test_a_forgotten_secret_is_gone_and_unknown_ones_are_fine(keychain):
    vault = await open_vault()
    await vault.save("portal", "top secret")
    await vault.forget("portal")
    await vault.forget("never there")

    assert await vault.load("portal") is None
    assert keychain.kept == {}


async def test_without_a_keychain_secrets_live_in_memory(keychain):
    keyring.set_keyring(keyring.backends.fail.Keyring())

    vault = await open_vault()
    await vault.save("portal", "top secret")

    assert vault.kind == "memory"
    assert await vault.load("portal") == "top secret"


async def test_a_locked_keychain_is_as_good_as_none(keychain):
    keychain.failure = InitError("locked")

    assert (await open_vault()).kind == "memory"


async def test_a_keychain_that_never_answers_holds_nobody_up(keychain, monkeypatch):
    monkeypatch.setattr(vault_module, "_PATIENCE", 0.05)
    keychain.failure = threading.Event()

    vault = await open_vault()
    keychain.failure.set()

    assert vault.kind == "memory"


async def test_a_keychain_that_fails_later_is_told_and_loses_nothing(keychain):
    vault = await open_vault()
    keychain.failure = InitError("locked meanwhile")
    await vault.save("portal", "top secret")

    assert vault.kind == "memory"
    assert await vault.load("portal") == "top secret"


async def test_an_isolated_run_does_not_touch_the_keychain(keychain):
    vault = await open_vault(keychain=False)
    await vault.save("portal", "top secret")

    assert vault.kind == "memory"
    assert keychain.kept == {}


async def test_a_backend_that_would_write_plain_text_is_not_trusted(keychain):
    plain = type("PlaintextKeyring", (FakeKeychain,), {"__module__": "keyrings.alt.file"})
    keyring.set_keyring(plain())

    assert (await open_vault()).kind == "memory"


async def test_a_vault_shows_no_secret():
    vault = MemoryVault()
    await vault.save("portal", "top secret")

    assert "top secret" not in repr(vault)
