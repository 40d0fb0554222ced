"""What goes with a text that is being written: files, and who of a group writes. No widget."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.content import Content
from app.domain.dialog import Attachment, Customer, Dialog, DialogId
from app.ui.dialogs.drafts import Draft
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk


class ComposerContent(QObject):
    """Of all drafts and dialogs; `changed` after every change."""

    changed = Signal()

    def __init__(self, desk: "Desk", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._files: dict[Draft, tuple[Attachment, ...]] = {}
        self._writers: dict[DialogId, tuple[Customer, ...]] = {}
        self._chosen: dict[DialogId, str] = {}

    @property
    def takes_files(self) -> bool:
        """Whether this portal takes files of this machine."""
        return self._desk.shelf.takes_files

    def is_group(self, dialog: Dialog | None) -> bool:
        """Whether several customers can write in a dialog."""
        return dialog is not None and self._desk.crowd.is_group(dialog.connector)

    def files(self, key: Draft | None) -> tuple[Attachment, ...]:
        """What is attached to a draft."""
        return self._files.get(key, ()) if key is not None else ()

    def attach(self, key: Draft | None, attachment: Attachment) -> None:
        """One more file with an address."""
        if key is not None:
            self._files[key] = (*self.files(key), attachment)
            self.changed.emit()

    def detach(self, key: Draft | None, number: int) -> None:
        """One file less."""
        if key is not None:
            files = self.files(key)
            self._files[key] = files[:number] + files[number + 1 :]
            self.changed.emit()

    def take_away(self, key: Draft, sent: tuple[Attachment, ...]) -> None:
        """These were sent; what was attached meanwhile stays."""
        self._files[key] = tuple(each for each in self.files(key) if each not in sent)
        self.changed.emit()

    def hand_over(self, key: Draft | None, path: Path) -> None:
        """Give a file of this machine to the sandbox, and attach its address."""
        if key is not None:
            self._tasks.start("attach", partial(self._hand_over, key, path))

    def open(self, dialog: Dialog | None) -> None:
        """Another dialog is open: who writes there?"""
        if dialog is not None and self.is_group(dialog):
            self._tasks.start(f"writers {dialog.id}", partial(self._read_writers, dialog.id))

    def writers(self, dialog: Dialog | None) -> tuple[Customer, ...]:
        """Who can be chosen to write: nobody where one customer has the chat to himself."""
        return self._writers.get(dialog.id, ()) if dialog is not None else ()

    def writer(self, dialog: Dialog | None) -> Customer | None:
        """Who writes, if it is not the first customer of the dialog."""
        if dialog is None:
            return None
        chosen = self._chosen.get(dialog.id, "")
        return next((each for each in self.writers(dialog) if each.id == chosen), None)

    def choose_writer(self, dialog: Dialog | None, user: str) -> None:
        """Let this one write."""
        if dialog is not None:
            self._chosen[dialog.id] = user
            self.changed.emit()

    def join(self, dialog: Dialog | None, customer: Customer) -> None:
        """One more person writes in the dialog of a group."""
        if dialog is not None:
            self._tasks.start("join", partial(self._join, dialog, customer))

    def content(self, key: Draft, dialog: Dialog) -> Content:
        """What goes with a text."""
        return Content(self.files(key), writer=self.writer(dialog))

    async def _hand_over(self, key: Draft, path: Path) -> None:
        self.attach(key, await self._desk.shelf.put(path))

    async def _join(self, dialog: Dialog, customer: Customer) -> None:
        await self._desk.crowd.join(dialog.id, customer)
        await self._read_writers(dialog.id)
        self.choose_writer(dialog, customer.id)

    async def _read_writers(self, dialog: DialogId) -> None:
        self._writers[dialog] = await self._desk.crowd.writers(dialog)
        self.changed.emit()
