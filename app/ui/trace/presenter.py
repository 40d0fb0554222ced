"""Decides which message's way is shown, reads it anew when something happens to it, opens its raw
rows and calls. Knows the transcript only as the place where the keyboard is.
"""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.calls import CallRecord
from app.domain.dialog import Dialog, DialogId, Message, MessageChange
from app.domain.markup import plain
from app.services.evidence import Traces
from app.services.notes import read_note
from app.ui import prompts
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.trace.raw_dialog import RawDialog
from app.ui.trace.view import TraceView

if TYPE_CHECKING:
    from app.services.desk import Desk

_SOON = 0.05
_LONGEST = 80


class TracePresenter(QObject):
    """Shows the way of the message that the keyboard is on; without one, of the newest."""

    call_wanted = Signal(object)  # CallRecord that the Calls page still has
    ready = Signal()  # what was to be revealed is there

    def __init__(
        self,
        desk: "Desk",
        theme: Theme,
        tasks: Tasks,
        parent: QWidget,
        *,
        is_seen: Callable[[], bool],
    ) -> None:
        super().__init__(parent)
        self._is_seen, self._stale = is_seen, False
        self._desk, self._theme, self._tasks, self._window = desk, theme, tasks, parent
        self._traces = Traces(
            desk.journal,
            desk.dialogs,
            held=lambda: desk.outbox.problem,
            receipts=desk.outbox.receipts_of,
        )
        self.view = TraceView(theme)
        self._dialog: DialogId | None = None
        self._position, self._again, self._reveals = -1, False, False
        self.shown: Message | None = None
        self.view.copy_asked.connect(self._copy)
        self.view.raw_asked.connect(self._open_raw_of_shown)
        for stop in (
            desk.dialogs.message_changed.connect(self._on_message),
            desk.tracer.traced.connect(self._on_traced),
            desk.outbox.changed.connect(lambda _: self._refresh()),
        ):
            self.destroyed.connect(stop)

    def show_dialog(self, dialog: Dialog | None) -> None:
        """Another dialog is open, or none."""
        wanted = dialog.id if dialog is not None else None
        if wanted != self._dialog:
            self._dialog, self._position = wanted, -1
            self._refresh()

    def follow(self, position: int) -> None:
        """The keyboard is on another message."""
        if position != self._position:
            self._position = position
            self._refresh()

    def open_raw(self, message: Message) -> None:
        """Show every row and call behind a message."""
        self._tasks.start("raw", partial(self._open_raw, message))

    def reveal(self, position: int) -> None:
        """Somebody wants to see the way of this message now."""
        self._position, self._reveals = position, True
        self._start()

    def tick(self) -> None:
        """What waits has waited for another second; what nobody saw may be seen now."""
        if self._stale:
            self._refresh()
        if self.view.isVisible() and self.view.waits:
            self.view.tick()

    def _refresh(self) -> None:
        """Read anew, as soon as somebody can see it."""
        self._stale = not self._is_seen()
        if not self._stale:
            self._start()

    def _start(self) -> None:
        """Once, however much happens at the same time."""
        if not self._tasks.start("trace", self._read):
            self._again = True

    async def _read(self) -> None:
        while True:
            await asyncio.sleep(_SOON)
            self._again = False
            message = await self._message()
            trace = None if message is None else await self._traces.trace(message)
            self.shown = message
            self.view.show_trace("" if message is None else _about(message), trace)
            if not self._again:
                break
        if self._reveals:
            self._reveals = False
            QTimer.singleShot(0, self, self.ready.emit)  # the section has its height only then

    async def _message(self) -> Message | None:
        dialog = None if self._dialog is None else self._desk.dialogs.get(self._dialog)
        if dialog is None or not dialog.count:
            return None
        if self._position >= 0:
            found = await self._desk.dialogs.page(dialog.id, self._position, 1)
            return found[0] if found else None
        last = await self._desk.dialogs.page(dialog.id, max(0, dialog.count - 20), 20)
        return next((each for each in reversed(last) if read_note(each) is None), None)

    def _on_message(self, change: MessageChange) -> None:
        if change.message.dialog == self._dialog:
            self._refresh()

    def _on_traced(self, places: frozenset[tuple[DialogId, int]]) -> None:
        if any(dialog == self._dialog for dialog, _ in places):
            self._refresh()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.view.text())

    def _open_raw_of_shown(self) -> None:
        if self.shown is not None:
            self.open_raw(self.shown)

    async def _open_raw(self, message: Message) -> None:
        evidence = await self._traces.evidence(message)
        dialog = RawDialog(self._window, self._theme, _about(message), evidence, self._find)
        if await prompts.show(dialog) and dialog.wanted is not None:
            self.call_wanted.emit(dialog.wanted)

    def _find(self, kept: CallRecord) -> CallRecord | None:
        """The call as the Calls page has it: only those of this run are there."""
        return next(
            (
                each
                for each in reversed(self._desk.traffic.records)
                if (each.at, each.method) == (kept.at, kept.method)
            ),
            None,
        )


def _about(message: Message) -> str:
    """The first words of a message; a file without words is known by its name."""
    text = " ".join(plain(message.text).split())
    if not text and message.attachments:
        text = message.attachments[0].name
    return text[:_LONGEST]
