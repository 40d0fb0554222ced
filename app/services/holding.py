"""Who works on a portal: one process at a time polls its queue and makes its calls.

The lock falls back to others however its holder ends. Who holds it stands in a file beside it, as
not every system lets others read a locked one. Knows no portal: a folder is enough.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.failures import JournalFailed, ServiceError
from app.services.files import private_folder, replace_file
from app.services.places import PATIENCE, attempt

if TYPE_CHECKING:
    from filelock import FileLock

LOCK, HOLDER = "work.lock", "work.holder"
#: A look at the lock holds it for a moment, so somebody who wants it tries more than once.
_TRIES, _PAUSE = 5, 0.02


class AlreadyHeld(ServiceError):
    """Another process works on this portal; `by` names it as far as it is known, else ""."""

    def __init__(self, by: str) -> None:
        super().__init__("HELD", by)
        self.by = by


@asynccontextmanager
async def hold(folder: Path) -> AsyncIterator[None]:
    """Nobody else works on the portal of this folder during the block. Does not wait.

    Raises:
        AlreadyHeld: another process, or another part of this one, does.
        JournalFailed: no lock is to be had in this folder.
    """
    try:
        lock = await _locked(folder)
        if lock is None:
            raise AlreadyHeld(await asyncio.to_thread(_read_holder, folder))
    except OSError as error:
        raise JournalFailed("JOURNAL_FAILED", error.strerror or type(error).__name__) from None
    try:
        await asyncio.to_thread(_write_holder, folder)
        yield
    finally:
        lock.release()


@asynccontextmanager
async def in_turn(folder: Path) -> AsyncIterator[None]:
    """As `hold`, but waits for whoever is there already.

    Raises:
        AlreadyHeld: he has not come to an end for long.
        JournalFailed: no lock is to be had in this folder.
    """
    async with AsyncExitStack() as stack:
        until = asyncio.get_running_loop().time() + PATIENCE
        while True:
            try:
                await stack.enter_async_context(hold(folder))
                break
            except AlreadyHeld:
                if asyncio.get_running_loop().time() > until:
                    raise
            await asyncio.sleep(5 * _PAUSE)
        yield


async def holder(folder: Path) -> str | None:
    """Who works on the portal of this folder now; None: nobody, "": nobody knows who."""
    if not (folder / LOCK).exists():
        return None
    lock = await _locked(folder)
    if lock is None:
        return await asyncio.to_thread(_read_holder, folder)
    lock.release()
    return None


async def _locked(folder: Path) -> "FileLock | None":
    from filelock import FileLock

    await asyncio.to_thread(private_folder, folder)
    lock = FileLock(folder / LOCK, thread_local=False, mode=0o600)
    for _ in range(_TRIES):
        if await attempt(lock):
            return lock
        await asyncio.sleep(_PAUSE)
    return None


def _write_holder(folder: Path) -> None:
    """A full disk does not keep anybody from working: then nobody knows who it is."""
    program = Path(sys.argv[0]).name or "python"
    try:
        replace_file(folder / HOLDER, f"{program} (pid {os.getpid()})".encode())
    except OSError:
        (folder / HOLDER).unlink(missing_ok=True)


def _read_holder(folder: Path) -> str:
    try:
        return (folder / HOLDER).read_text("utf-8", "replace")
    except OSError:
        return ""
