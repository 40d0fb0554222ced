"""What the cards of files say and offer: not loaded, on its way, loaded, failed. Loads nothing that
was not asked for, opens nothing at all.
"""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.domain.dialog import Attachment
from app.domain.file_names import NameDoubt, doubts
from app.domain.links import parse_link
from app.services.downloads import Download, Downloads, DownloadState
from app.ui.dialogs.file_words import FileWords
from app.ui.dialogs.pictures import PictureRefusedError, read_picture
from app.ui.errors import explain_problem
from app.ui.tasks import Tasks

_PICTURES_KEPT = 40
_LIE = 0.02  # how far a told size may be from the real one


@dataclass(frozen=True, slots=True)
class FileView:
    """A card: a line below the name, what can be done (`action` "" for nothing), a picture.

    `warns` says that the line holds a doubt or a failure.
    """

    note: str
    action: str = ""
    label: str = ""
    picture: QImage | None = None
    warns: bool = False


class FileCards(QObject):
    """Adapts `Downloads` to the transcript; without one, files are only named."""

    changed = Signal(str)  # address of a file

    def __init__(
        self, downloads: Downloads | None, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._downloads, self._tasks = downloads, tasks
        self._words = FileWords(self)
        self._pictures: OrderedDict[str, QImage | str] = OrderedDict()
        if downloads is not None:
            self.destroyed.connect(downloads.changed.connect(self._on_changed))

    def view(self, attachment: Attachment) -> FileView:
        """How a file stands now."""
        words, known = self._words, self._known(attachment)
        if known is None:
            return self._not_loaded(attachment)
        if known.state is DownloadState.LOADING:
            return FileView(words.progress(known), "cancel", words.cancel())
        if known.state is DownloadState.FAILED:
            why = explain_problem(known.problem).title if known.problem else ""
            return FileView(why or words.failed(), "load", words.again(), warns=True)
        return self._loaded(attachment, known)

    def load(self, attachment: Attachment) -> None:
        """Somebody asked for a file."""
        if self._downloads is not None and parse_link(attachment.url) is not None:
            work = partial(self._load, self._downloads, attachment)
            self._tasks.start(_task(attachment), work)

    def cancel(self, attachment: Attachment) -> None:
        """Somebody does not want it any more."""
        self._tasks.cancel(_task(attachment))

    async def save(self, attachment: Attachment, target: Path) -> None:
        """Copy a loaded file to where a person wants it.

        Raises:
            ServiceError: it is not there any more, or the disk refuses.
        """
        if self._downloads is not None:
            await self._downloads.save(attachment, target)

    def _known(self, attachment: Attachment) -> Download | None:
        return self._downloads.of(attachment.url) if self._downloads is not None else None

    def _not_loaded(self, attachment: Attachment) -> FileView:
        words, doubt = self._words, self._doubt(attachment)
        if parse_link(attachment.url) is None:
            return FileView(words.no_address(attachment, doubt), warns=bool(doubt))
        note = words.not_loaded(attachment, doubt)
        able = self._downloads is not None
        return FileView(
            note, "load" if able else "", words.load() if able else "", warns=bool(doubt)
        )

    def _loaded(self, attachment: Attachment, known: Download) -> FileView:
        words, picture = self._words, self._pictures.get(attachment.url)
        told = attachment.size
        lied = told is not None and abs(known.size - told) > max(1024, _LIE * known.size)
        note = words.loaded(known.size, told if lied else None)
        trouble = words.no_picture(picture) if isinstance(picture, str) else ""
        trouble = trouble or words.doubt(self._doubt(attachment))
        if trouble:
            note = f"{note} · {trouble}"
        image = picture if isinstance(picture, QImage) else None
        return FileView(note, "save", words.save(), image, warns=bool(trouble) or lied)

    @staticmethod
    def _doubt(attachment: Attachment) -> NameDoubt | None:
        return next(iter(doubts(attachment.name, attachment.kind)), None)

    async def _load(self, downloads: Downloads, attachment: Attachment) -> None:
        loaded = await downloads.load(attachment)
        if attachment.kind != "image" or loaded.path is None:
            return
        try:
            self._pictures[attachment.url] = await asyncio.to_thread(read_picture, loaded.path)
        except PictureRefusedError as error:
            self._pictures[attachment.url] = error.reason
        while len(self._pictures) > _PICTURES_KEPT:
            self.changed.emit(self._pictures.popitem(last=False)[0])
        self.changed.emit(attachment.url)

    def _on_changed(self, download: Download) -> None:
        self.changed.emit(download.url)


def _task(attachment: Attachment) -> str:
    """Names of tasks reach the log, and addresses of files can hold keys."""
    return f"file {hash(attachment.url)}"
