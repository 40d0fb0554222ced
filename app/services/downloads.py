"""Files that messages name: loaded only when somebody asks, kept beside the journal until the desk
closes, never opened. What is saved for the person is marked as coming from elsewhere.
"""

import asyncio
import logging
import os
import shutil
import time
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from app.bitrix.connection import Http
from app.bitrix.download import Beginning, download
from app.bitrix.errors import BitrixError
from app.domain.dialog import Attachment
from app.domain.problem import Problem
from app.services.failures import NotPossible, ServiceError, problem_of
from app.services.files import private_folder
from app.services.origin_mark import mark_origin
from app.services.signal import Signal

#: A file above this is left to the browser.
MOST = 50 * 1024 * 1024
_OLD = 86_400  # seconds

log = logging.getLogger(__name__)


class DownloadState(StrEnum):
    """How far a file came."""

    LOADING = "loading"
    LOADED = "loaded"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Download:
    """One file by its address. `size` is what came so far, `whole` what the server says it will be;
    `path` is there once it has been loaded.
    """

    url: str
    state: DownloadState
    size: int = 0
    whole: int | None = None
    path: Path | None = None
    problem: Problem | None = None


class Downloads:
    """The files of one portal that were asked for in this run."""

    def __init__(self, http: Http, folder: Path, most: int = MOST) -> None:
        self.changed: Signal[Download] = Signal()
        self._http, self._most = http, most
        self._folder = folder / uuid4().hex  # another process may have files of its own
        self._known: dict[str, Download] = {}

    def of(self, url: str) -> Download | None:
        """What became of a file, None when nobody has asked for it."""
        return self._known.get(url)

    async def load(self, attachment: Attachment) -> Download:
        """Load a file; one that is here or on its way is not asked for again. Never fails: what
        went wrong stands in the answer. Cancelling it forgets what came.
        """
        url = attachment.url
        known = self._known.get(url)
        if known is not None and known.state is not DownloadState.FAILED:
            return known
        self._put(Download(url, DownloadState.LOADING))
        path = self._folder / uuid4().hex  # never under a name that somebody else chose
        try:
            if attachment.size is not None and attachment.size > self._most:
                raise NotPossible("LOAD_TOO_LARGE")
            size = await self._fetch(url, path)
        except (BitrixError, ServiceError) as error:
            path.unlink(missing_ok=True)
            return self._put(Download(url, DownloadState.FAILED, problem=problem_of(error)))
        except asyncio.CancelledError:
            path.unlink(missing_ok=True)
            self._known.pop(url, None)
            self.changed.emit(Download(url, DownloadState.FAILED))
            raise
        return self._put(Download(url, DownloadState.LOADED, size, size, path))

    async def save(self, attachment: Attachment, target: Path) -> None:
        """Copy a loaded file to where a person wants it, without a right to run.

        Raises:
            NotPossible: LOAD_GONE, it is not here; SAVE_FAILED with the system's words.
        """
        known = self._known.get(attachment.url)
        if known is None or known.path is None:
            raise NotPossible("LOAD_GONE")
        try:
            await asyncio.to_thread(_copy, known.path, target, attachment.url)
        except OSError as error:
            raise NotPossible("SAVE_FAILED", error.strerror or type(error).__name__) from None

    async def close(self) -> None:
        """Forget every file; also what runs that were killed have left behind."""
        self._known.clear()
        await asyncio.to_thread(_clear, self._folder)

    async def _fetch(self, url: str, path: Path) -> int:
        try:
            file = _create(path)  # at once: a file that a thread opens could be lost
            try:
                write = partial(self._write, file, url)
                begun = partial(self._begin, url)
                return await download(self._http, url, self._most, begun, write)
            finally:
                file.close()
        except OSError as error:
            raise NotPossible("SAVE_FAILED", error.strerror or type(error).__name__) from None

    def _begin(self, url: str, beginning: Beginning) -> None:
        self._put(replace(self._known[url], whole=beginning.size))

    async def _write(self, file: BinaryIO, url: str, piece: bytes) -> None:
        await asyncio.to_thread(file.write, piece)
        known = self._known[url]
        self._put(replace(known, size=known.size + len(piece)))

    def _put(self, download: Download) -> Download:
        self._known[download.url] = download
        self.changed.emit(download)
        return download


def _create(path: Path) -> BinaryIO:
    private_folder(path.parent)
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(number, "wb")


def _copy(source: Path, target: Path, url: str) -> None:
    with source.open("rb") as origin, target.open("wb") as file:
        while piece := origin.read(1 << 20):
            file.write(piece)
    target.chmod(target.stat().st_mode & 0o666)
    mark_origin(target, url)


def _clear(own: Path) -> None:
    """This run's files, and those of runs that ended a day ago and more without doing it."""
    if not own.parent.is_dir():
        return
    for folder in own.parent.iterdir():
        if folder == own or folder.stat().st_mtime < time.time() - _OLD:
            shutil.rmtree(folder, onerror=_tell)


def _tell(_function: object, path: str, _error: object) -> None:
    log.warning("A loaded file stays at %s", path)
