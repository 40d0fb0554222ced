"""Where this run keeps its secrets now: chosen by the person, unlocked, changed while it runs.

Sessions hold on to this one vault; which place stands behind it may change. Nothing is ever kept in
a place that nobody chose. Knows nothing of what the secrets are.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Literal, TypeVar

from app.domain.problem import Problem
from app.services.failures import VaultFailed
from app.services.files import unfinished
from app.services.signal import Signal
from app.services.vault import FILE, Kind, MemoryVault, SealedVault, Vault, open_keychain

State = Literal["open", "locked", "unchosen"]
T = TypeVar("T")

log = logging.getLogger(__name__)


class Keeping:
    """A vault whose place can be chosen. `choice` is what is to be remembered, "" before that.

    `problem` says why the place that was chosen before cannot be used. `failed` tells of a place
    that has stopped working in the middle of a run, and of one that could not be emptied
    (VAULT_LEFTOVER) after everything had moved.
    """

    def __init__(
        self,
        folder: Path,
        choice: str = "",
        *,
        keychain: bool = True,
        known: Callable[[], Iterable[str]] = tuple,
        remember: Callable[[str], None] = lambda _choice: None,
    ) -> None:
        """`keychain` is whether the person's keychain may be touched at all. `known` are the keys
        of all secrets that may have to move. `remember` keeps the choice for the next run; it is
        called in a thread and may raise OSError.
        """
        self.changed: Signal[None] = Signal()
        self.failed: Signal[Problem] = Signal()
        self.choice = choice
        self.problem: Problem | None = None
        self.keychain_allowed = keychain
        self._folder, self._known, self._remember = folder, known, remember
        self._vault: Vault | None = None
        self._failing = False
        self._turn = asyncio.Lock()

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
    def expected(self) -> Kind:
        """Where secrets are, as far as that can be told without opening anything."""
        if self._wants_file():
            return "file"
        return "memory" if self.choice == "memory" or not self.keychain_allowed else "keychain"

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
        async with self._turn:
            self._vault = await SealedVault.unlock(self.path, passphrase)
            self.choice, self.problem = "file", None
        self.changed.emit(None)

    async def use(self, kind: Kind, passphrase: str = "", *, anew: bool = False) -> None:
        """Keep secrets there from now on; the passphrase is for a file. `anew` gives up what a
        locked file holds: the person has said so.

        Raises:
            VaultFailed: VAULT_LOCKED, what is in the file could not move along; WrongPassphrase,
                another window has made the file with another one; the place cannot be used, or what
                was kept cannot be moved there. Nothing was lost.
        """
        async with self._turn:
            if self.state == "locked" and not anew:
                raise VaultFailed("VAULT_LOCKED")
            await self._use(await self._made(kind, passphrase, anew=anew))

    async def change_passphrase(self, old: str, new: str) -> None:
        """Seal the file anew.

        Raises:
            VaultFailed: WrongPassphrase, or the file cannot be written.
        """
        async with self._turn:
            if not isinstance(self._vault, SealedVault):
                raise VaultFailed("VAULT_GONE", str(self.path))
            await self._vault.change_passphrase(old, new)

    async def load(self, key: str) -> str | None:
        """The secret under this key, or None.

        Raises:
            VaultFailed: VAULT_LOCKED, or the place cannot be read.
        """
        async with self._turn:
            if self.state == "locked":
                raise VaultFailed("VAULT_LOCKED")
            return None if self._vault is None else await self._told(self._vault.load(key))

    async def save(self, key: str, secret: str) -> None:
        """Keep a secret under this key.

        Raises:
            VaultFailed: VAULT_UNCHOSEN, VAULT_LOCKED, or the place cannot be written.
        """
        async with self._turn:
            await self._told(self._present().save(key, secret))

    async def forget(self, key: str) -> None:
        """Keep it no longer; unknown keys are fine.

        Raises:
            VaultFailed: as `save`.
        """
        async with self._turn:
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

    async def _made(self, kind: Kind, passphrase: str, *, anew: bool) -> Vault:
        """A file that another window made meanwhile holds its keys: it is opened, not replaced."""
        if kind == "file":
            if SealedVault.exists(self.path) and self.kind != "file" and not anew:
                return await SealedVault.unlock(self.path, passphrase)
            return await SealedVault.create(self.path, passphrase, anew=anew)
        if kind == "memory":
            return MemoryVault()
        if not self.keychain_allowed:
            raise VaultFailed("KEYCHAIN_MISSING")
        return await open_keychain(self._folder)

    async def _use(self, new: Vault) -> None:
        """Everything moves first, then the choice is kept; only then is the old place emptied.
        Nobody else has a turn meanwhile: a pair renewed in between would stay behind.
        """
        old = self._vault
        copied = (
            {} if old is None else {key: await self._copy(key, old, new) for key in self._known()}
        )
        self._vault, self.choice, self.problem = new, new.kind, None
        self._failing = False
        try:
            await asyncio.to_thread(self._remember, self.choice)
        except OSError as error:
            log.warning("The place of the keys could not be remembered: %s", error)
        self.changed.emit(None)
        await self._empty(old, copied)

    async def _copy(self, key: str, old: Vault, new: Vault) -> bool | None:
        """Whether there was something to move; None where that cannot be known. A place that fails
        holds nobody up: who stays with it signs in again.
        """
        try:
            secret = await old.load(key)
        except VaultFailed:
            if not self._failing:
                raise
            return None
        if secret is not None:
            await new.save(key, secret)
        return secret is not None

    async def _empty(self, old: Vault | None, copied: dict[str, bool | None]) -> None:
        """Take away what has moved. What has to stay is told: the new place is in use already."""
        try:
            if old is not None and old.kind != self.kind:
                for key in [key for key, moved in copied.items() if moved]:
                    await old.forget(key)
            if self.kind == "file":
                return
            if None not in copied.values():
                await asyncio.to_thread(_drop, self.path)
            elif SealedVault.exists(self.path):
                self.failed.emit(Problem("VAULT_LEFTOVER", str(self.path)))
        except (VaultFailed, OSError) as error:
            self.failed.emit(Problem("VAULT_LEFTOVER", str(error)))

    async def _told(self, asking: Awaitable[T]) -> T:
        try:
            return await asking
        except VaultFailed as error:
            self._failing = True
            self.failed.emit(error.problem)
            raise


def _drop(path: Path) -> None:
    """The sealed file, and what a process that was killed left of one."""
    for each in (path, unfinished(path)):
        each.unlink(missing_ok=True)
