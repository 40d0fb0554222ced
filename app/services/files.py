"""Folders and files that only their owner may read; writes a file whole or not at all. Knows
nothing of what is in it.
"""

import logging
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

log = logging.getLogger(__name__)

#: Seconds that another process may hold a file.
_PATIENCE = 10.0


def private_folder(folder: Path) -> None:
    """Make a folder, and what is missing above it, for its owner only. One that is there stays as
    it is: whose it is and who looks into it is the person's business.

    Raises:
        OSError: it cannot be made.
    """
    if not folder.parent.exists():
        private_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def private_file(file: Path) -> None:
    """Make an empty file for its owner only, or close one that is there to everybody else.

    Raises:
        OSError: there is none, and none can be made.
    """
    file.touch(mode=0o600)
    try:
        file.chmod(0o600)
    except PermissionError as error:  # a file system without rights, or another owner
        log.warning("%s stays as readable as it is: %s", file, error.strerror)


@contextmanager
def alone_with(path: Path) -> Iterator[None]:
    """No other process replaces the file during the block. The lock falls back to others however
    this process ends.

    Raises:
        OSError: another process does not let go of it, or there can be no lock beside it.
    """
    from filelock import FileLock

    with FileLock(f"{path}.lock", timeout=_PATIENCE, mode=0o600):
        yield


def unfinished(path: Path) -> Path:
    """Where the new content of a file is written. It stays there when the process is killed."""
    return path.with_name(f"{path.name}.new")


def read_ordinary(path: Path, largest: int) -> bytes:
    """The content of an ordinary file: others may never end.

    Raises:
        OSError: it is none, it is larger than that, or it cannot be read.
    """
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(number, "rb") as file:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise OSError("it is no ordinary file")
        data = file.read(largest + 1)
    if len(data) > largest:
        raise OSError("it is too large")
    return data


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file that only its owner may read: it is on the disk, and stays
    there through a loss of power, when this returns.

    Raises:
        OSError: the old content is untouched.
    """
    with replacing(path) as file:
        file.write(data)


@contextmanager
def replacing(path: Path, *, private: bool = True) -> Iterator[BinaryIO]:
    """As `replace_file`, for what is written piece by piece. A block that fails, or is given up,
    leaves the old content and nothing else. Unless the folder is `private` to this program, no
    other file of it is touched.

    Raises:
        OSError: the old content is untouched. What cannot be written is called `path`.
    """
    new = unfinished(path) if private else _free_name(path)
    try:
        with _opened(new) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)  # noqa: PTH105 - atomic also on Windows
    except BaseException as error:
        new.unlink(missing_ok=True)
        if isinstance(error, OSError) and str(error.filename) == str(new):
            error.filename = str(path)
        raise
    _keep_name(path.parent)


def _free_name(path: Path) -> Path:
    try:
        number, name = tempfile.mkstemp(".new", f".{path.stem[:32]}-", path.parent)
    except OSError as error:
        error.filename = str(path)
        raise
    os.close(number)
    return Path(name)


def _opened(new: Path) -> BinaryIO:
    new.unlink(missing_ok=True)  # of a run that was killed; a link leads to somebody else's file
    number = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(number, "wb")


def _keep_name(folder: Path) -> None:
    """The new name of the file is on the disk as well, where a system needs that to be said."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
