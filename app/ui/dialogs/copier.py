"""Copies messages of the transcript, also those that are selected but were never read."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.domain.dialog import Message
from app.ui.dialogs.selection import Place, selected_text
from app.ui.dialogs.texts import whole_text
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.ui.dialogs.transcript_view import TranscriptView


class Copier(QObject):
    """Belongs to one view."""

    def __init__(self, view: "TranscriptView", tasks: Tasks) -> None:
        super().__init__(view)
        self._view = view
        self._tasks = tasks

    def copy(self) -> None:
        """Copy what is selected, else the message that the keyboard is on."""
        ends = self._view.selection.ends
        message = self._view.model.message(self._view.focused)
        if ends is not None:
            self._tasks.start("copy", partial(self._copy, ends))
        elif message is not None:
            self.copy_message(message)

    def copy_message(self, message: Message) -> None:
        """Copy the text of a message, all of it."""
        QGuiApplication.clipboard().setText(whole_text(message))

    async def _copy(self, ends: tuple[Place, Place]) -> None:
        first, last = ends
        count = last.position - first.position + 1
        messages = await self._view.model.read(first.position, count)
        text = selected_text(messages, ends, self._view.words)
        QGuiApplication.clipboard().setText(text)
