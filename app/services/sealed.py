"""Secrets in one file that a passphrase seals; for machines without a keychain.

Several processes may have it open: each change reads the file anew under a lock, and no copy of the
secrets stays in memory. Knows nothing of what the secrets are.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Literal, Self

from app.services.failures import VaultFailed, WrongPassphrase
from app.services.files import private_folder, replace_file, unfinished
from app.services.places import one_refresh
from app.services.sealing import Key, head, key_of, new_key, seal, unseal

FILE = "secrets.sealed"

log = logging.getLogger(__name__)

#: Seconds that another process may hold the file.
_PATIENCE = 10.0


class SealedVault:
    """The secrets of one file, open until the program ends."""

    kind: Literal["file"] = "file"

    def __init__(self, path: Path, key: Key) -> None:
        self._path = path
        self._key = key

    def __repr__(self) -> str:
        return f"SealedVault({str(self._path)!r})"

    @staticmethod
    def exists(path: Path) -> bool:
        """Whether there is a file to unlock."""
        return path.exists()

    @classmethod
    async def create(cls, path: Path, passphrase: str, *, anew: bool = False) -> Self:
        """Make an empty file. `anew` gives up what a file there holds: its passphrase is lost.

        Raises:
            VaultFailed: PASSPHRASE_EMPTY, VAULT_EXISTS, VAULT_REFUSED (the system's words),
                VAULT_BUSY.
        """
        return await asyncio.to_thread(cls._create, path, passphrase, anew)

    @classmethod
    def _create(cls, path: Path, passphrase: str, anew: bool) -> Self:
        key = new_key(passphrase)
        vault = cls(path, key)
        with _Held(path):
            if path.exists() and not anew:
                raise VaultFailed("VAULT_EXISTS", str(path))
            _write(path, seal({}, key))
        return vault

    @classmethod
    async def unlock(cls, path: Path, passphrase: str) -> Self:
        """Open a file that was made before.

        Raises:
            WrongPassphrase: it does not open the file, which is in order.
            VaultFailed: VAULT_GONE, VAULT_DAMAGED, VAULT_NEWER, VAULT_REFUSED.
        """
        return await asyncio.to_thread(cls._unlock, path, passphrase)

    @classmethod
    def _unlock(cls, path: Path, passphrase: str) -> Self:
        data = _read(path)
        key = key_of(data, passphrase)
        unseal(data, key, WrongPassphrase)
        vault = cls(path, key)
        vault._finish()
        return vault

    async def load(self, key: str) -> str | None:
        """The secret under this key, or None.

        Raises:
            VaultFailed: as `unlock`; VAULT_RESEALED, another process has changed the passphrase.
        """
        return (await asyncio.to_thread(self._load)).get(key)

    async def save(self, key: str, secret: str) -> None:
        """Keep a secret under this key: it is on the disk when this returns.

        Raises:
            VaultFailed: as `load`; VAULT_BUSY, another process holds the file. Nothing was changed.
        """
        await asyncio.to_thread(self._change, lambda kept: kept.update({key: secret}))

    async def forget(self, key: str) -> None:
        """Keep it no longer; unknown keys are fine.

        Raises:
            VaultFailed: as `save`.
        """
        await asyncio.to_thread(self._change, lambda kept: kept.pop(key, None))

    def alone(self, key: str) -> AbstractAsyncContextManager[None]:
        """No other process replaces the secret under this key during the block."""
        return one_refresh(self._path.parent, key)

    async def change_passphrase(self, old: str, new: str) -> None:
        """Seal everything anew. Other processes have to be unlocked again.

        Raises:
            WrongPassphrase: `old` is not the present one.
            VaultFailed: as `save`; PASSPHRASE_EMPTY.
        """
        await asyncio.to_thread(self._reseal, old, new)

    def _load(self) -> dict[str, str]:
        self._finish()
        return self._kept()

    def _kept(self) -> dict[str, str]:
        data = _read(self._path)
        if head(data)[-2] != self._key.salt:
            raise VaultFailed("VAULT_RESEALED", str(self._path))
        return unseal(data, self._key, VaultFailed, "VAULT_DAMAGED")

    def _change(self, change: Callable[[dict[str, str]], object]) -> None:
        self._finish()
        with _Held(self._path):
            kept = self._kept()
            before = dict(kept)
            change(kept)
            if kept != before:
                _write(self._path, seal(kept, self._key))

    def _finish(self) -> None:
        """Put in place what a process wrote and was killed before it could: under the lock such a
        file is newer than the present one, when it is whole.
        """
        left = unfinished(self._path)
        if not left.exists():
            return
        with _Held(self._path):
            try:
                unseal(_read(left), self._key, VaultFailed, "VAULT_DAMAGED")
                left.replace(self._path)
            except (VaultFailed, OSError) as useless:
                log.info("An unfinished file is left aside: %s", type(useless).__name__)

    def _reseal(self, old: str, new: str) -> None:
        key = new_key(new)
        self._finish()
        with _Held(self._path):
            data = _read(self._path)
            kept = unseal(data, key_of(data, old), WrongPassphrase)
            _write(self._path, seal(kept, key))
        self._key = key


class _Held:
    """The file in one process's hands. Raises VaultFailed when it cannot be had."""

    def __init__(self, path: Path) -> None:
        from filelock import FileLock

        self._path = path
        self._lock = FileLock(f"{path}.lock", timeout=_PATIENCE, mode=0o600)

    def __enter__(self) -> None:
        from filelock import Timeout

        try:
            private_folder(self._path.parent)
            self._lock.acquire()
        except Timeout:
            raise VaultFailed("VAULT_BUSY", str(self._path)) from None
        except OSError as error:
            raise _refused(error) from None

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise VaultFailed("VAULT_GONE", str(path)) from None
    except OSError as error:
        raise _refused(error) from None


def _write(path: Path, data: bytes) -> None:
    try:
        replace_file(path, data)
    except OSError as error:
        raise _refused(error) from None


def _refused(error: OSError) -> VaultFailed:
    return VaultFailed("VAULT_REFUSED", error.strerror or type(error).__name__)
