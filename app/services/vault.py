"""Where secrets live: the system's keychain, a file sealed by a passphrase, or this run's memory.

Never a plain file, and never another place than the person chose: what cannot be kept is told.
Knows nothing of what the secrets are.
"""

from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Literal, Protocol

from app.services.failures import VaultFailed, WrongPassphrase
from app.services.keychain import KeychainVault, open_keychain
from app.services.sealed import FILE, SealedVault

__all__ = [
    "FILE",
    "KeychainVault",
    "Kind",
    "MemoryVault",
    "SealedVault",
    "Vault",
    "VaultFailed",
    "WrongPassphrase",
    "open_keychain",
]

Kind = Literal["keychain", "file", "memory"]


class Vault(Protocol):
    """A place for secrets. `kind` is what the window says about it.

    Raises, from every method:
        VaultFailed: it cannot be done now; what was kept before is untouched.
    """

    @property
    def kind(self) -> Kind:
        """Whether and how secrets outlive this run."""
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

    def alone(self, key: str) -> AbstractAsyncContextManager[None]:
        """No other process replaces the secret under this key during the block.

        Raises:
            VaultFailed: REFRESH_BUSY, another process does not finish; VAULT_REFUSED.
        """
        ...


class MemoryVault:
    """Secrets for this run only."""

    kind: Literal["memory"] = "memory"

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

    def alone(self, _key: str) -> AbstractAsyncContextManager[None]:
        """No other process has these secrets."""
        return nullcontext()
