"""Where this run keeps its secrets now: chosen by the person, unlocked, changed while it runs.

Sessions hold on to this one vault; which place stands behind it may change. Nothing is ever kept in
a place that nobody chose. Knows nothing of what the secrets are.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Literal, TypeVar

from app.domain.problem import Problem
from app.services.failures import VaultFailed
from app.services.signal import Signal
from app.services.vault import FILE, Kind, MemoryVault, SealedVault, Vault, open_keychain

State = Literal["open", "locked", "unchosen"]
T = TypeVar("T")


class Keeping:
    """A vault whose place can be chosen. `choice` is what is to be remembered, "" before that.

    `problem` says why the place that was chosen before cannot be used. `failed` tells of a place
    that has stopped working in the middle of a run.
    """

    def __init__(
        self,
        folder: Path,
        choice: str = "",
        *,
        keychain: bool = True,
        known: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        """`keychain` is whether the person's keychain may be touched at all. `known` are the keys
        of all secrets that may have to move.
        """
        self.changed: Signal[None] = Signal()
        self.failed: Signal[Problem] = Signal()
        self.choice = choice
        self.problem: Problem | None = None
        self.keychain_allowed = keychain
        self._folder, self._known = folder, known
        self._vault: Vault | None = None
        self._failing = False

    def __repr__(self) -> str:
        return f"Keeping({self._vault!r})"

    @property
    def path(self) -> Path:
        """The sealed file, whether or not there is one."""
        return self._folder / FILE

    @property
    def kind(self) -> Kind:
        """Where secrets go now. What has not been chosen yet, ends with the program."""
        return "memory" if self._vault is None else self._vault.kind

    @property
    def state(self) -> State:
        """Whether secrets can be kept, a passphrase is needed, or the person has to choose."""
        if self._vault is not None:
            return "open"
        return "locked" if self._wants_file() and self.problem is None else "unchosen"

    async def open(self) -> None:
        """Find the place that was chosen; never fails, see `state` and `problem`."""
        if self._wants_file():
            if not SealedVault.exists(self.path):
                self.problem = Problem("VAULT_GONE", str(self.path))
        elif self.choice == "memory":
            self._vault = MemoryVault()
        elif self.keychain_allowed:
            await self._open_keychain()
        self.changed.emit(None)

    async def unlock(self, passphrase: str) -> None:
        """Open the sealed file.

        Raises:
            VaultFailed: WrongPassphrase, or the file cannot be read.
        """
        self._vault = await SealedVault.unlock(self.path, passphrase)
        self.choice, self.problem = "file", None
        self.changed.emit(None)

    async def use(self, kind: Kind, passphrase: str = "") -> None:
        """Keep secrets there from now on; the passphrase is for a file.

        Raises:
            VaultFailed: it cannot be used, or what was kept cannot be moved there.
        """
        if kind == "file":
            await self.use_file(passphrase)
        elif kind == "keychain":
            await self.use_keychain()
        else:
            await self.use_memory()

    async def use_file(self, passphrase: str) -> None:
        """Keep secrets in the sealed file from now on; a file that nobody can open is given up.

        Raises:
            VaultFailed: it cannot be made, or what was kept cannot be moved there.
        """
        vault = await SealedVault.create(self.path, passphrase, anew=self.kind != "file")
        await self._use(vault, "file")

    async def use_memory(self) -> None:
        """Keep secrets until the program ends.

        Raises:
            VaultFailed: what was kept cannot be read.
        """
        await self._use(MemoryVault(), "memory")
        await asyncio.to_thread(self.path.unlink, missing_ok=True)

    async def use_keychain(self) -> None:
        """Keep secrets in the system's keychain.

        Raises:
            VaultFailed: it does not work, or what was kept cannot be moved there.
        """
        if not self.keychain_allowed:
            raise VaultFailed("KEYCHAIN_MISSING")
        await self._use(await open_keychain(self._folder), "keychain")
        await asyncio.to_thread(self.path.unlink, missing_ok=True)

    async def change_passphrase(self, old: str, new: str) -> None:
        """Seal the file anew.

        Raises:
            VaultFailed: WrongPassphrase, or the file cannot be written.
        """
        if not isinstance(self._vault, SealedVault):
            raise VaultFailed("VAULT_GONE", str(self.path))
        await self._vault.change_passphrase(old, new)

    async def load(self, key: str) -> str | None:
        """The secret under this key, or None.

        Raises:
            VaultFailed: VAULT_LOCKED, or the place cannot be read.
        """
        if self.state == "locked":
            raise VaultFailed("VAULT_LOCKED")
        return None if self._vault is None else await self._told(self._vault.load(key))

    async def save(self, key: str, secret: str) -> None:
        """Keep a secret under this key.

        Raises:
            VaultFailed: VAULT_UNCHOSEN, VAULT_LOCKED, or the place cannot be written.
        """
        await self._told(self._present().save(key, secret))

    async def forget(self, key: str) -> None:
        """Keep it no longer; unknown keys are fine.

        Raises:
            VaultFailed: as `save`.
        """
        if self._vault is not None or self.state == "locked":
            await self._told(self._present().forget(key))

    def alone(self, key: str) -> AbstractAsyncContextManager[None]:
        """No other process replaces the secret under this key during the block."""
        return self._present().alone(key)

    def _wants_file(self) -> bool:
        return self.choice == "file" or (not self.choice and SealedVault.exists(self.path))

    def _present(self) -> Vault:
        if self._vault is None:
            raise VaultFailed("VAULT_LOCKED" if self.state == "locked" else "VAULT_UNCHOSEN")
        return self._vault

    async def _open_keychain(self) -> None:
        try:
            self._vault = await open_keychain(self._folder)
        except VaultFailed as error:
            self.problem = error.problem if self.choice else None

    async def _use(self, new: Vault, choice: str) -> None:
        """Everything moves first; only then is the old place emptied."""
        old = self._vault
        moved = (
            [] if old is None else [key for key in self._known() if await self._copy(key, old, new)]
        )
        self._vault, self.choice, self.problem = new, choice, None
        self._failing = False
        for key in moved:
            if old is not None and old.kind != new.kind:
                await old.forget(key)
        self.changed.emit(None)

    async def _copy(self, key: str, old: Vault, new: Vault) -> bool:
        """Whether there was something to move. A place that fails holds nobody up: who stays with
        it signs in again.
        """
        try:
            secret = await old.load(key)
        except VaultFailed:
            if not self._failing:
                raise
            return False
        if secret is not None:
            await new.save(key, secret)
        return secret is not None

    async def _told(self, asking: Awaitable[T]) -> T:
        try:
            return await asking
        except VaultFailed as error:
            self._failing = True
            self.failed.emit(error.problem)
            raise
