"""Keeps a transcript's view in step with its model: what came, what changed, what was missed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.dialog import Message
from app.ui.dialogs.transcript_accessible import tell_arrival

if TYPE_CHECKING:
    from app.ui.dialogs.transcript_view import TranscriptView


class Follower(QObject):
    """Belongs to one view. `missed` messages arrived below the screen."""

    def __init__(self, view: "TranscriptView") -> None:
        super().__init__(view)
        self._view = view
        self.missed = 0
        model = view.model
        model.reset.connect(self._on_reset)
        model.opened.connect(self._on_opened)
        model.loaded.connect(self._on_loaded)
        model.appended.connect(self._on_appended)
        model.replaced.connect(view.changed)

    def set_missed(self, count: int) -> None:
        """Tell how many messages are waiting below."""
        if count != self.missed:
            self.missed = count
            self._view.missed_changed.emit(count)

    def _on_reset(self) -> None:
        view = self._view
        view.selection.clear()
        view.focused = -1
        self.set_missed(0)
        view.window_rows.go_to_end()
        view.rows.start()
        view.arrange()

    def _on_opened(self) -> None:
        self._view.rows.start()
        self._view.arrange()

    def _on_loaded(self, first: int, last: int) -> None:
        placed = self._view.window_rows.placed
        if not placed or (first <= placed[-1].position and last >= placed[0].position):
            self._view.arrange_soon()

    def _on_appended(self, message: Message) -> None:
        view = self._view
        view.rows.append(message)
        if not view.window_rows.at_end:
            self.set_missed(self.missed + 1)
        view.arrange_soon()
        tell_arrival(view, message)
