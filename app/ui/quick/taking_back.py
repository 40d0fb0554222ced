"""Own replies that can still be taken back: the count-down below them, and Ctrl+Z."""

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.dialog import DialogId, Message

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage

_EVERY = 250  # milliseconds: a second that is shown is never long over


class TakingBack(QObject):
    """Belongs to the Dialogs page. Time passes only while a reply of the open dialog waits."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._pauses = page, desk.outbox.pauses
        self._shown: dict[int, int] = {}
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.tick)
        page.view.words.pause = self.seconds
        page.view.spoken.pause = self.seconds
        page.presenter.opened.connect(lambda _: self._begin())
        page.conversation.composer.field.undo_asked.connect(self.undo)
        self.destroyed.connect(self._pauses.changed.connect(self._on_changed))

    def seconds(self, message: Message) -> int:
        """How long a message can still be taken back, in whole seconds; 0 when it cannot be."""
        if not self._page.composer.can_take_back(message):
            return 0
        return ceil(self._pauses.left(message.dialog, message.position))

    def undo(self) -> None:
        """Take the last reply back; where none waits, the field undoes what was typed in it."""
        dialog = self._page.open_dialog
        waiting = self._pauses.waiting(dialog) if dialog is not None else ()
        if waiting:
            self._page.composer.take_back(waiting[-1])
        else:
            self._page.conversation.composer.field.undo()

    def tick(self) -> None:
        """Draw those anew whose seconds have changed."""
        dialog = self._page.open_dialog
        waiting = self._pauses.waiting(dialog) if dialog is not None else ()
        now = {each: ceil(self._pauses.left(dialog, each)) for each in waiting if dialog}
        for position in {*now, *self._shown}:
            if now.get(position) != self._shown.get(position):
                self._page.view.changed(position)
        self._shown = now
        if not now:
            self._timer.stop()

    def _begin(self) -> None:
        self._shown = {}
        self.tick()
        if self._shown:
            self._timer.start()

    def _on_changed(self, place: tuple[DialogId, int]) -> None:
        dialog, position = place
        if dialog == self._page.open_dialog:
            self._page.view.changed(position)
            self._begin()
