"""Secrets in the system's keychain. It can be missing, locked, slow, or waiting for its owner.

It is asked in threads and with a time limit, and what it does not do is told: nothing is kept
elsewhere instead. Knows nothing of what the secrets are.
"""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path
from typing import Literal, Protocol, TypeVar, cast

from app.services.failures import VaultFailed
from app.services.places import one_refresh

SERVICE = "openline-console"
_PATIENCE = 3.0
#: Seconds for somebody to type the keychain's own password.
_PATIENCE_FOR_A_PERSON = 60.0

T = TypeVar("T")

log = logging.getLogger(__name__)


class Keychain(Protocol):
    """What we use of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """The password, or None."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Keep it no longer."""
        ...


class KeychainVault:
    """The keychain of this person.

    Raises, from every method:
        VaultFailed: KEYCHAIN_LOCKED (nobody opened it), KEYCHAIN_WAITING (its owner is being
            asked), KEYCHAIN_SLOW (no answer), KEYCHAIN_MISSING, KEYCHAIN_REFUSED.
    """

    kind: Literal["keychain"] = "keychain"

    def __init__(self, keychain: Keychain, folder: Path) -> None:
        self._keychain = keychain
        self._folder = folder
        self._turn = threading.Lock()
        self._newest: dict[str, object] = {}

    async def load(self, key: str) -> str | None:
        """The secret under this key, or None."""
        return await _ask(self._keychain, lambda: self._keychain.get_password(SERVICE, key))

    async def save(self, key: str, secret: str) -> None:
        """Keep a secret under this key."""
        await self._change(key, lambda: self._keychain.set_password(SERVICE, key, secret))

    async def forget(self, key: str) -> None:
        """Keep it no longer; unknown keys are fine."""
        await self._change(key, lambda: _delete(self._keychain, key))

    def alone(self, key: str) -> AbstractAsyncContextManager[None]:
        """No other process replaces the secret under this key during the block."""
        return one_refresh(self._folder, key)

    async def _change(self, key: str, change: Callable[[], None]) -> None:
        """Changes happen in order. One that nobody waited for any longer does not come after a
        newer one of the same key.
        """
        mark = self._newest[key] = object()

        def in_turn() -> None:
            with self._turn:
                if self._newest[key] is mark:
                    change()

        await _ask(self._keychain, in_turn)


async def open_keychain(folder: Path) -> KeychainVault:
    """The keychain, after one harmless question. `folder` holds the locks between processes.

    Raises:
        VaultFailed: see `KeychainVault`.
    """
    return KeychainVault(await _answering_backend(), folder)


async def _answering_backend() -> Keychain:
    backend = await _ask(None, _trusted_backend)
    await _ask(backend, lambda: backend.get_password(SERVICE, "is anybody there"))
    return backend


def _trusted_backend() -> Keychain:
    """`keyrings.alt` writes plain text: not trusted, also not as one of several that keyring tries
    in turn.
    """
    import keyring

    backend = keyring.get_keyring()
    plain = any(name.startswith("keyrings.alt") for name in _modules(backend))
    if plain or backend.priority <= 0:
        raise VaultFailed("KEYCHAIN_MISSING")
    return cast(Keychain, backend)


def _modules(backend: object) -> list[str]:
    """Where the backend, or each that it tries in turn, comes from."""
    tried = getattr(backend, "backends", None) or [backend]
    return [type(each).__module__ for each in tried]


async def _ask(backend: Keychain | None, question: Callable[[], T]) -> T:
    """Run a question in a thread that may hang for ever without holding up the program's end."""
    answer = _begin(question)
    try:
        return await _within(_PATIENCE, answer)
    except TimeoutError:
        if not await _is_locked(backend):
            raise VaultFailed("KEYCHAIN_SLOW") from None
    try:
        return await _within(_PATIENCE_FOR_A_PERSON, answer)
    except TimeoutError:
        raise VaultFailed("KEYCHAIN_WAITING") from None


async def _within(seconds: float, answer: "asyncio.Future[T]") -> T:
    done, _ = await asyncio.wait([answer], timeout=seconds)
    if not done:
        raise TimeoutError
    return answer.result()


async def _is_locked(backend: Keychain | None) -> bool:
    """Whether its owner is being asked just now; only the Secret Service can be asked that."""
    if "keyring.backends.SecretService" not in _modules(backend):
        return False
    try:
        return await _within(_PATIENCE, _begin(_secret_service_is_locked))
    except (TimeoutError, VaultFailed):
        return False


def _secret_service_is_locked() -> bool:
    import secretstorage

    with contextlib.closing(secretstorage.dbus_init()) as connection:
        return bool(secretstorage.get_default_collection(connection).is_locked())


def _begin(question: Callable[[], T]) -> "asyncio.Future[T]":
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()
    threading.Thread(target=_think, args=(question, loop, answer), daemon=True).start()
    return answer


def _think(
    question: Callable[[], T], loop: asyncio.AbstractEventLoop, answer: "asyncio.Future[T]"
) -> None:
    try:
        tell = partial(_settle, answer, question())
    except Exception as error:  # noqa: BLE001 - backends raise what their libraries raise
        tell = partial(_settle, answer, None, _failed(error))
    with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
        loop.call_soon_threadsafe(tell)


def _settle(answer: "asyncio.Future[T]", value: T | None, error: Exception | None = None) -> None:
    if answer.done():
        return
    if error is None:
        answer.set_result(cast(T, value))
        return
    answer.set_exception(error)
    answer.exception()  # nobody may be waiting for it any longer


def _failed(error: Exception) -> VaultFailed:
    """Which of the ways to fail this is. A backend's own text may hold anything: it is not kept."""
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    if isinstance(error, VaultFailed):
        return error
    log.warning("The keychain refuses: %s", type(error).__name__)
    if isinstance(error, KeyringLocked | InitError):
        return VaultFailed("KEYCHAIN_LOCKED")
    if isinstance(error, NoKeyringError):
        return VaultFailed("KEYCHAIN_MISSING")
    return VaultFailed("KEYCHAIN_REFUSED", type(error).__name__)


def _delete(backend: Keychain, key: str) -> None:
    from keyring.errors import PasswordDeleteError

    try:
        backend.delete_password(SERVICE, key)
    except PasswordDeleteError:
        log.debug("Nothing to forget")
