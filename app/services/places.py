"""Where the files of a portal lie, and how one process at a time has something to itself."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.failures import VaultFailed
from app.services.files import private_folder

if TYPE_CHECKING:
    from filelock import FileLock

_PAUSE = 0.03
#: Seconds that another process may take for a refresh.
PATIENCE = 30.0


def portal_folder(data_dir: Path, key: str) -> Path:
    """The folder of a profile, by its key: names of portals may hold anything."""
    return data_dir / "portals" / hashlib.sha256(key.encode()).hexdigest()[:24]


@asynccontextmanager
async def one_refresh(data_dir: Path, key: str) -> AsyncIterator[None]:
    """Only this process refreshes the keys of a profile during the block. The lock falls back to
    others however this process ends.

    Raises:
        VaultFailed: REFRESH_BUSY, another process does not finish; VAULT_REFUSED, no lock is to be
            had in this folder.
    """
    from filelock import FileLock

    path = portal_folder(data_dir, key) / "refresh.lock"
    lock = FileLock(path, thread_local=False, mode=0o600)
    try:
        await _take(lock, path.parent)
    except TimeoutError:
        raise VaultFailed("REFRESH_BUSY") from None
    except OSError as error:
        raise VaultFailed("VAULT_REFUSED", error.strerror or type(error).__name__) from None
    try:
        yield
    finally:
        lock.release()


async def _take(lock: "FileLock", folder: Path) -> None:
    await asyncio.to_thread(private_folder, folder)
    async with asyncio.timeout(PATIENCE):
        while not await attempt(lock):  # noqa: ASYNC110 - other processes send no events
            await asyncio.sleep(_PAUSE)


async def attempt(lock: "FileLock") -> bool:
    """Try once, in a thread. Who gives up meanwhile does not keep what the thread still gets."""
    trying = asyncio.gather(asyncio.to_thread(_try, lock))
    try:
        return (await asyncio.shield(trying))[0]
    except asyncio.CancelledError:
        trying.add_done_callback(lambda _: lock.release())
        raise


def _try(lock: "FileLock") -> bool:
    from filelock import Timeout

    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    return True
