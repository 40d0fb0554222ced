"""What is typed and not sent, for each dialog and author. Nothing typed is ever lost.

The texts live here and follow to the disk a moment later. Knows no widget.
"""

import logging
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QTimer

from app.domain.dialog import DialogId
from app.ui.tasks import Tasks

log = logging.getLogger(__name__)
_SAVE_AFTER = 400  # milliseconds without typing


class Draft(NamedTuple):
    """Whose text it is. `author` is "customer", "operator" or "edit:" with a position."""

    dialog: DialogId
    author: str


class Store(Protocol):
    """The part of `Dialogs` that drafts need."""

    async def draft(self, wanted: DialogId, author: str = "") -> str:
        """What was kept."""

    async def save_draft(self, wanted: DialogId, text: str, author: str = "") -> None:
        """Keep it."""


class Drafts(QObject):
    """Reads once, remembers, writes behind."""

    def __init__(self, store: Store, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._tasks = store, tasks
        self._texts: dict[Draft, str] = {}
        self._unsaved: set[Draft] = set()
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER)
        self._timer.timeout.connect(lambda: self._tasks.start("drafts", self.save))

    def known(self, key: Draft) -> str | None:
        """The text, if it was typed or read before."""
        return self._texts.get(key)

    async def read(self, key: Draft) -> str:
        """The text, from the disk the first time. What is typed meanwhile wins."""
        if key not in self._texts:
            text = await self._store.draft(key.dialog, key.author)
            self._texts.setdefault(key, text)
        return self._texts[key]

    def note(self, key: Draft, text: str) -> None:
        """This is typed now."""
        if self._texts.get(key, "") != text:
            self._texts[key] = text
            self._unsaved.add(key)
            self._timer.start()

    def take_away(self, key: Draft, text: str) -> None:
        """This was sent; what was typed behind it stays."""
        self.note(key, without(self._texts.get(key, ""), text))

    async def save(self) -> None:
        """Write everything that is not on the disk yet.

        Raises:
            ServiceError: the disk is full; the texts stay here.
        """
        self._timer.stop()
        while self._unsaved:
            key = next(iter(self._unsaved))
            text = self._texts[key]
            await self._store.save_draft(key.dialog, text, key.author)
            if self._texts[key] == text:
                self._unsaved.discard(key)


def without(typed: str, sent: str) -> str:
    """What is left of a typed text when its beginning was sent."""
    return typed[len(sent) :].lstrip("\n") if typed.startswith(sent) else typed
