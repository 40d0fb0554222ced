"""Writes a private file whole or not at all. Knows nothing of what is in it."""

import os
from pathlib import Path


def unfinished(path: Path) -> Path:
    """Where the new content of a file is written. It stays there when the process is killed."""
    return path.with_name(f"{path.name}.new")


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file that only its owner may read: it is on the disk, and stays
    there through a loss of power, when this returns.

    Raises:
        OSError: the old content is untouched.
    """
    new = unfinished(path)
    try:
        _write(new, data)
        os.replace(new, path)  # noqa: PTH105 - atomic also on Windows
    except OSError:
        new.unlink(missing_ok=True)
        raise
    _keep_name(path.parent)


def _write(new: Path, data: bytes) -> None:
    number = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(number, "wb") as file:
        if os.name == "posix":  # left over from a run that was killed, by an older rule
            os.fchmod(file.fileno(), 0o600)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_name(folder: Path) -> None:
    """The new name of the file is on the disk as well, where a system needs that to be said."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
