"""Decides which message's way is shown, and reads it anew when something happens to it.

Knows the transcript only as the place where the keyboard is.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.calls import CallRecord
from app.domain.dialog import Dialog, DialogId, Message, MessageChange
from app.domain.long_texts import marked_beginning
from app.domain.markup import plain
from app.domain.trace import Evidence
from app.services.evidence import Traces
from app.services.notes import read_note
from app.ui.dialogs.transcript_model import NOWHERE
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

_SOON = 0.05  # seconds in which much can happen at once
_LONGEST = 80
_NEWEST = 20


class TracePresenter(QObject):
    """Of the message that the keyboard is on; without one, of the newest. Reads only while
    `is_seen` says so.
    """

    changed = Signal(str, object)  # what the message says, its Trace or None
    revealed = Signal()  # what somebody wanted to see is told

    def __init__(
        self,
        desk: "Desk",
        tasks: Tasks,
        parent: QObject,
        *,
        is_seen: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._is_seen = desk, tasks, is_seen
        self._traces = Traces(
            desk.journal,
            desk.dialogs,
            held=lambda: desk.outbox.problem,
            receipts=desk.outbox.receipts_of,
        )
        self._dialog: DialogId | None = None
        self._position = NOWHERE
        self._stale, self._again, self._reveals = False, False, False
        self.shown: Message | None = None
        for stop in (
            desk.dialogs.message_changed.connect(self._on_message),
            desk.tracer.traced.connect(self._on_traced),
            desk.outbox.changed.connect(lambda _: self.refresh()),
        ):
            self.destroyed.connect(stop)

    def show_dialog(self, dialog: Dialog | None) -> None:
        """Another dialog is open, or none."""
        wanted = dialog.id if dialog is not None else None
        if wanted != self._dialog:
            self._dialog, self._position = wanted, NOWHERE
            self.refresh()

    def follow(self, position: int) -> None:
        """The keyboard is on another message."""
        if position != self._position:
            self._position = position
            self.refresh()

    def reveal(self, position: int) -> None:
        """Somebody wants to see the way of this message now."""
        self._position, self._reveals = position, True
        self._start()

    def refresh(self) -> None:
        """Read anew, as soon as somebody can see it."""
        self._stale = not self._is_seen()
        if not self._stale:
            self._start()

    def catch_up(self) -> None:
        """Perhaps somebody can see now what nobody saw."""
        if self._stale:
            self.refresh()

    async def evidence(self, message: Message) -> tuple[Evidence, ...]:
        """Every row and call behind a message.

        Raises:
            JournalFailed: they cannot be read.
        """
        return await self._traces.evidence(message)

    def find_call(self, kept: CallRecord) -> CallRecord | None:
        """A call as the Calls page has it: only those of this run are there."""
        records = reversed(self._desk.traffic.records)
        wanted = (kept.at, kept.method)
        return next((each for each in records if (each.at, each.method) == wanted), None)

    def _start(self) -> None:
        """Once, however much happens at the same time."""
        if not self._tasks.start("trace", self._read):
            self._again = True

    async def _read(self) -> None:
        again = True
        while again:
            await asyncio.sleep(_SOON)
            self._again = False
            message = await self._message()
            trace = None if message is None else await self._traces.trace(message)
            self.shown = message
            self.changed.emit("" if message is None else first_words(message), trace)
            again = self._again
        if self._reveals:
            self._reveals = False
            self.revealed.emit()

    async def _message(self) -> Message | None:
        dialog = None if self._dialog is None else self._desk.dialogs.get(self._dialog)
        if dialog is None or not dialog.count:
            return None
        if self._position != NOWHERE:
            found = await self._desk.dialogs.page(dialog.id, self._position, 1)
            return found[0] if found else None
        first = max(0, dialog.count - _NEWEST)
        last = await self._desk.dialogs.page(dialog.id, first, _NEWEST)
        return next((each for each in reversed(last) if read_note(each) is None), None)

    def _on_message(self, change: MessageChange) -> None:
        if change.message.dialog == self._dialog:
            self.refresh()

    def _on_traced(self, places: frozenset[tuple[DialogId, int]]) -> None:
        if any(dialog == self._dialog for dialog, _ in places):
            self.refresh()


def first_words(message: Message) -> str:
    """The first words of a message; a file without words is known by its name."""
    text = " ".join(plain(marked_beginning(message.text)).split())
    if not text and message.attachments:
        text = message.attachments[0].name
    return text[:_LONGEST]
