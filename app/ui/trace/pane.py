"""The way of a message on the Dialogs page: its section, the window of raw rows, the clipboard."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.dialog import Dialog, Message
from app.ui import prompts
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.trace.presenter import TracePresenter, first_words
from app.ui.trace.raw_dialog import RawDialog
from app.ui.trace.view import TraceView

if TYPE_CHECKING:
    from app.services.desk import Desk


class TracePane(QObject):
    """Wires `view`, which the page puts where it likes. `ready` when what was to be revealed is."""

    call_wanted = Signal(object)  # CallRecord that the Calls page still has
    ready = Signal()

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
        self._theme, self._tasks, self._window = theme, tasks, parent
        self._presenter = TracePresenter(desk, tasks, self, is_seen=is_seen)
        self.view = TraceView(theme)
        self._presenter.changed.connect(self.view.show_trace)
        self._presenter.revealed.connect(self._on_revealed)
        self.view.copy_asked.connect(self._copy)
        self.view.raw_asked.connect(self.open_raw_of_shown)

    def show_dialog(self, dialog: Dialog | None) -> None:
        """Another dialog is open, or none."""
        self._presenter.show_dialog(dialog)

    def follow(self, position: int) -> None:
        """The keyboard is on another message."""
        self._presenter.follow(position)

    def reveal(self, message: Message) -> None:
        """Somebody wants to see the way of this message now."""
        self._presenter.reveal(message.position)

    def tick(self) -> None:
        """What waits has waited for another second; what nobody saw may be seen now."""
        self._presenter.catch_up()
        if self.view.isVisible() and self.view.waits:
            self.view.tick()

    def open_raw(self, message: Message) -> None:
        """Show every row and call behind a message."""
        self._tasks.start("raw", partial(self._open_raw, message))

    def open_raw_of_shown(self) -> None:
        """The same for the message whose way is shown."""
        if self._presenter.shown is not None:
            self.open_raw(self._presenter.shown)

    def _on_revealed(self) -> None:
        QTimer.singleShot(0, self, self.ready.emit)  # the section has its height only then

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.view.text())

    async def _open_raw(self, message: Message) -> None:
        evidence = await self._presenter.evidence(message)
        about, find = first_words(message), self._presenter.find_call
        dialog = RawDialog(self._window, self._theme, about, evidence, find)
        if await prompts.show(dialog) and dialog.wanted is not None:
            self.call_wanted.emit(dialog.wanted)
