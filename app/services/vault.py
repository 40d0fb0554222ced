"""Where secrets live: the system's keychain, or this run's memory. Never a plain file.

A keychain can be missing, locked or waiting for a person, so it is asked in a thread and with a
time limit. Knows nothing of what the secrets are.
"""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import Literal, Protocol, TypeVar, cast

SERVICE = "openline-console"
_PATIENCE = 3.0

Kind = Literal["keychain", "memory"]
T = TypeVar("T")

log = logging.getLogger(__name__)


class Vault(Protocol):
    """A place for secrets. `kind` is what the window says about it."""

    @property
    def kind(self) -> Kind:
        """Whether secrets outlive this run."""
        ...

    async def load(self, key: str) -> str | None:
        """The secret under this key, or None."""
        ...

    async def save(self, key: str, secret: str) -> None:
        """Keep a secret under this key."""
        ...

    async def forget(self, key: str) -> None:
        """Keep it no longer; unknown keys are fine."""
        ...


class MemoryVault:
    """Secrets for this run only."""

    kind: Kind = "memory"

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    def __repr__(self) -> str:
        return f"MemoryVault({len(self._secrets)} secrets)"

    async def load(self, key: str) -> str | None:
        """The secret under this key, or None."""
        return self._secrets.get(key)

    async def save(self, key: str, secret: str) -> None:
        """Keep a secret under this key."""
        self._secrets[key] = secret

    async def forget(self, key: str) -> None:
        """Keep it no longer; unknown keys are fine."""
        self._secrets.pop(key, None)


class KeychainVault:
    """The system's keychain. When it stops answering in the middle of a run, the secrets of this
    run go on in memory, and `kind` says so.
    """

    def __init__(self, keychain: "Keychain") -> None:
        self.kind: Kind = "keychain"
        self._keychain = keychain
        self._memory = MemoryVault()

    async def load(self, key: str) -> str | None:
        """The secret under this key, or None."""
        kept = await self._memory.load(key)
        if kept is not None:
            return kept
        _, secret = await _ask(lambda: self._keychain.get_password(SERVICE, key))
        return secret

    async def save(self, key: str, secret: str) -> None:
        """Keep a secret under this key."""
        await self._memory.save(key, secret)
        kept, _ = await _ask(lambda: self._keychain.set_password(SERVICE, key, secret))
        self.kind = "keychain" if kept else "memory"

    async def forget(self, key: str) -> None:
        """Keep it no longer; unknown keys are fine."""
        await self._memory.forget(key)
        await _ask(lambda: _delete(self._keychain, key))


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


async def open_vault(*, keychain: bool = True) -> Vault:
    """The keychain if there is a working one and it is wanted, else memory."""
    if not keychain:
        return MemoryVault()
    _, backend = await _ask(_working_backend)
    return MemoryVault() if backend is None else KeychainVault(backend)


def _working_backend() -> Keychain | None:
    """The backend, after one harmless question. `keyrings.alt` writes plain text: not trusted,
    also not as one of several that keyring tries in turn.
    """
    import keyring

    backend = keyring.get_keyring()
    tried = getattr(backend, "backends", None) or [backend]
    plain = any(type(each).__module__.startswith("keyrings.alt") for each in tried)
    if plain or backend.priority <= 0:
        return None
    backend.get_password(SERVICE, "is anybody there")
    return cast(Keychain, backend)


async def _ask(question: Callable[[], T]) -> tuple[bool, T | None]:
    """Run a question in a thread that may hang for ever without holding up the program's end.

    Answers whether there was an answer, and the answer.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()
    threading.Thread(target=_think, args=(question, loop, answer), daemon=True).start()
    try:
        async with asyncio.timeout(_PATIENCE):
            return True, await answer
    except TimeoutError:
        log.warning("The keychain does not answer")
    except _refusals() as error:
        log.warning("The keychain refuses: %s", type(error).__name__)
    return False, None


def _think(
    question: Callable[[], T], loop: asyncio.AbstractEventLoop, answer: "asyncio.Future[T]"
) -> None:
    try:
        tell = partial(_settle, answer, question())
    except _refusals() as error:
        tell = partial(_settle, answer, None, error)
    with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
        loop.call_soon_threadsafe(tell)


def _settle(answer: "asyncio.Future[T]", value: T | None, error: Exception | None = None) -> None:
    if answer.done():
        return
    if error is not None:
        answer.set_exception(error)
    else:
        answer.set_result(cast(T, value))


def _refusals() -> tuple[type[Exception], ...]:
    from keyring.errors import KeyringError

    return (KeyringError, RuntimeError, OSError)


def _delete(backend: Keychain, key: str) -> None:
    from keyring.errors import PasswordDeleteError

    try:
        backend.delete_password(SERVICE, key)
    except PasswordDeleteError:
        log.debug("Nothing to forget")
