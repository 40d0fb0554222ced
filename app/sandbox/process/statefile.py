"""The state of a portal on disk: one file, written whole or not at all, read by nobody else.

Written when the sandbox stops and, while it serves, a few seconds after a change. A kill or a
power cut loses those seconds and no more; the file is then as it was before them. So it is too
when the portal holds something that cannot be kept, or too much.
"""

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from app.sandbox.keeping import snapshots
from app.sandbox.keeping.house import House
from app.sandbox.portal import Portal

#: The least time between two writings, and how much longer than a writing they are apart: a
#: large portal is written less often, so that it has time for its work.
PAUSE_SECONDS, PAUSE_FACTOR = 3.0, 20.0
_NEW = ".new"


class UnwrittenError(Exception):
    """The state could not be written; says why."""


class StateFile:
    """One file, ours alone while the block of `opened` lasts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written = -1

    @classmethod
    @contextmanager
    def opened(cls, path: Path) -> Iterator["StateFile"]:
        """Raises ValueError in a sentence where it cannot be had or is another sandbox's."""
        path = Path(os.path.realpath(path))  # the file behind a link is the one that is replaced
        if path.exists() and not path.is_file():
            raise ValueError(f"{path} cannot be used: it is no regular file.")
        lock = path.with_name(path.name + ".lock")
        try:
            held = lock.open("a")
        except OSError as error:
            raise ValueError(f"{path} cannot be used: {error.strerror}.") from None
        with held:
            if not _lock(held, lock):
                raise ValueError(f"{path} is in use by another sandbox.")
            try:
                _clear_away(path)
                yield cls(path)
            finally:
                with suppress(OSError):  # on Windows an open file stays
                    lock.unlink()

    def read_into(self, portal: Portal) -> bool:
        """Take the portal's state from the file; False when there is none yet.

        Raises ValueError in a sentence for a file that is none of ours, or damaged.
        """
        try:
            if not self._path.exists():
                return False
            if self._path.stat().st_size > snapshots.MAX_BYTES:
                raise snapshots.SnapshotError("It is larger than the sandbox reads.")
            snapshots.load(portal, self._path.read_bytes())
        except snapshots.SnapshotError as error:
            raise ValueError(f"{self._path} cannot be used. {error}") from None
        except OSError as error:
            raise ValueError(f"{self._path} cannot be used: {error.strerror}.") from None
        return True

    async def follow(self, house: House, over: asyncio.Event) -> None:
        """Write the state whenever it has changed, and once more when all is over.

        What cannot be written is told on standard error; only at the end it is an UnwrittenError.
        """
        pause = PAUSE_SECONDS
        while not await _happens(over, pause):
            if house.portal.changes != self._written:
                began = time.monotonic()
                try:
                    await self._write(house)
                except UnwrittenError as error:
                    sys.stderr.write(f"{error}\n")
                pause = max(PAUSE_SECONDS, (time.monotonic() - began) * PAUSE_FACTOR)
        await self._write(house)

    async def _write(self, house: House) -> None:
        try:
            changes, collected = house.portal.changes, snapshots.collect(house.portal)
            await asyncio.to_thread(lambda: self._replace(snapshots.written(collected)))
        except OSError as error:
            raise UnwrittenError(f"{self._path} cannot be written: {error.strerror}.") from None
        except Exception as error:  # whatever is in a portal, it must not end the sandbox
            text = str(error) if isinstance(error, snapshots.SnapshotError) else repr(error)
            raise UnwrittenError(
                f"{self._path} is not written, it stays as it was. {text}"
            ) from error
        self._written = changes

    def _replace(self, data: bytes) -> None:
        """The new content in the place of the old one, in one step."""
        number, name = tempfile.mkstemp(_NEW, f".{self._path.name}.", self._path.parent)
        try:
            with os.fdopen(number, "wb") as file:  # mkstemp made it 0600
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self._path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _sync_folder(self._path.parent)


def _clear_away(path: Path) -> None:
    """What was left of writings that a kill cut off."""
    left = re.compile(rf"\.{re.escape(path.name)}\.[^.]+{re.escape(_NEW)}")
    for each in path.parent.iterdir():
        if left.fullmatch(each.name):
            each.unlink(missing_ok=True)


async def _happens(event: asyncio.Event, seconds: float) -> bool:
    try:
        async with asyncio.timeout(seconds):
            return await event.wait()
    except TimeoutError:
        return False


def _sync_folder(folder: Path) -> None:
    if sys.platform != "win32":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _lock(file: IO[str], path: Path) -> bool:
    """Take a lock that ends with this process; False when another one has it or just had it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return sys.platform == "win32" or os.fstat(file.fileno()).st_ino == path.stat().st_ino
    except OSError:
        return False
