"""The messages of one dialog, as far as they have been read. Adapts `Dialogs`; draws nothing.

Only the outline (the length of each text) is read at once. Messages come in pages of 64 when a view
wants them, and the pages wanted last stay. A change that arrives while something is being read wins
over what was read.
"""

from array import array
from collections import OrderedDict
from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.domain.dialog import DialogId, Message, MessageChange
from app.services import signal
from app.services.dialogs import GONE
from app.ui.tasks import Tasks

PAGE = 64
#: No position: those of messages may be negative.
NOWHERE = -(1 << 31)
_PAGES_KEPT = 24


class Source(Protocol):
    """The part of `Dialogs` that a transcript needs."""

    message_changed: "signal.Signal[MessageChange]"
    trimmed: "signal.Signal[DialogId]"

    async def outline(self, wanted: DialogId) -> "tuple[int, array[int]]":
        """A position, and the lengths of all texts from there on: GONE for what is gone."""

    async def page(self, wanted: DialogId, first: int, count: int) -> tuple[Message, ...]:
        """Some messages."""


class TranscriptModel(QObject):
    """Positions are rows, from `start` on; those before `first` are gone for good. `message`
    answers None for what has not been read yet.
    """

    reset = Signal()  # another dialog; count() is 0 until `opened`
    opened = Signal()
    loaded = Signal(int, int)  # first and last position
    appended = Signal(object)  # Message
    replaced = Signal(int)

    def __init__(self, source: Source, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._tasks = tasks
        self.dialog: DialogId | None = None
        self.is_open = False
        self._forget()
        self.destroyed.connect(source.message_changed.connect(self._on_message_changed))
        self.destroyed.connect(source.trimmed.connect(self._on_trimmed))

    def show_dialog(self, dialog: DialogId | None) -> None:
        """Show another dialog, or none."""
        self.dialog = dialog
        self._forget()
        self.reset.emit()
        self._go_on()

    def count(self) -> int:
        """The position behind the newest message."""
        return self.start + len(self.lengths)

    def message(self, position: int) -> Message | None:
        """A message, if it has been read."""
        return self._messages.get(position)

    def messages(self) -> tuple[Message, ...]:
        """Every message that has been read, in order."""
        return tuple(self._messages[each] for each in sorted(self._messages))

    def is_ready(self, position: int) -> bool:
        """Whether a message and the one before it have been read: enough to lay it out."""
        return position in self._messages and (
            position == self.first or position - 1 in self._messages
        )

    def want(self, first: int, last: int) -> None:
        """Read these, and nothing that was wanted before."""
        pages = range(max(self.first, first) // PAGE, min(last, self.count() - 1) // PAGE + 1)
        for page in pages:
            if page in self._pages:
                self._pages.move_to_end(page)
        self._wanted[:] = [page for page in pages if page not in self._pages]
        self._go_on()

    async def read(self, first: int, count: int) -> tuple[Message, ...]:
        """Some messages, whether they are kept here or not."""
        if self.dialog is None:
            return ()
        return await self._source.page(self.dialog, first, count)

    def _forget(self) -> None:
        self.is_open, self.first, self.start = False, 0, 0
        self.lengths: array[int] = array("I")
        self._messages: dict[int, Message] = {}
        self._pages: OrderedDict[int, None] = OrderedDict()
        self._wanted: list[int] = []
        self._fresh: dict[int, Message] = {}

    def _go_on(self) -> None:
        if self.dialog is not None and (self._wanted or not self.is_open):
            self._tasks.start("transcript", self._read_what_is_wanted)

    async def _read_what_is_wanted(self) -> None:
        while self.dialog is not None and (self._wanted or not self.is_open):
            if not self.is_open:
                await self._read_outline(self.dialog)
            else:
                await self._read_page(self.dialog, self._wanted[0])

    async def _read_outline(self, dialog: DialogId) -> None:
        self._fresh.clear()
        start, lengths = await self._source.outline(dialog)
        if dialog != self.dialog or self.is_open:
            return
        self.start, self.lengths, self.is_open = start, lengths, True
        there = (n for n, each in enumerate(lengths, start) if each != GONE)
        self.first = next(there, self.count())
        missed = [self._fresh[each] for each in sorted(self._fresh)]
        for message in missed:
            if message.position <= self.count():
                self._note_length(message)
        self.opened.emit()

    async def _read_page(self, dialog: DialogId, page: int) -> None:
        self._fresh.clear()
        first = max(self.start, page * PAGE - 1)
        rows = await self._source.page(dialog, first, (page + 1) * PAGE + 1 - first)
        if dialog != self.dialog:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._keep(page, rows)
        self.loaded.emit(page * PAGE, min((page + 1) * PAGE, self.count()) - 1)

    def _keep(self, page: int, rows: Iterable[Message]) -> None:
        self._messages.update({message.position: message for message in rows} | self._fresh)
        self._fresh = {}
        self._pages[page] = None
        while len(self._pages) > _PAGES_KEPT:
            self._drop(self._pages.popitem(last=False)[0])

    def _drop(self, page: int) -> None:
        """Forget a page, but not the edges that its neighbours lean on."""
        first, end = page * PAGE, (page + 1) * PAGE
        before, after = page - 1 in self._pages, page + 1 in self._pages
        start = first + 1 if before else first - 1
        stop = end - 1 if after else end + 1
        for position in range(start, stop):
            self._messages.pop(position, None)

    def _on_message_changed(self, change: MessageChange) -> None:
        message = change.message
        if message.dialog != self.dialog:
            return
        if not self.is_open:
            self._fresh[message.position] = message
        elif message.position < self.count():
            self._replace(message)
        elif message.position == self.count():
            self._append(message)
        else:
            self.show_dialog(self.dialog)  # something was missed: read it all again

    def _on_trimmed(self, dialog: DialogId) -> None:
        if dialog == self.dialog:
            self.show_dialog(dialog)

    def _replace(self, message: Message) -> None:
        position = message.position
        self._note_length(message)
        if self._tasks.is_busy("transcript"):
            self._fresh[position] = message
        if position in self._messages:
            self._messages[position] = message
            self.replaced.emit(position)

    def _append(self, message: Message) -> None:
        position, page = message.position, message.position // PAGE
        self._note_length(message)
        if self._tasks.is_busy("transcript"):
            self._fresh[position] = message
        leans = position == self.first or position - 1 in self._messages
        if page in self._pages or (position % PAGE == 0 and leans):
            self._pages[page] = None
            self._messages[position] = message
        self.appended.emit(message)

    def _note_length(self, message: Message) -> None:
        if message.position == self.count():
            self.lengths.append(len(message.text))
        else:
            self.lengths[message.position - self.start] = len(message.text)
