"""Keeps a transcript's view in step with its model: what came, what changed, what was missed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.dialog import DialogId, Message
from app.ui.dialogs.transcript_accessible import tell_arrival
from app.ui.dialogs.transcript_model import NOWHERE

if TYPE_CHECKING:
    from app.ui.dialogs.transcript_view import TranscriptView


class Follower(QObject):
    """Belongs to one view. `missed` messages arrived below the screen."""

    def __init__(self, view: "TranscriptView") -> None:
        super().__init__(view)
        self._view = view
        self.missed = 0
        self._dialog: DialogId | None = None
        self._held: tuple[int, int] | None = None
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
        """The same dialog is read anew when its beginning has changed: its reader stays."""
        view = self._view
        same = view.model.dialog == self._dialog
        self._dialog = view.model.dialog
        self._held = (self._held or view.window_rows.held) if same else None
        kept = view.focused, view.rows.first_unread, view.rows.unread
        view.selection.clear()
        self.set_missed(0)
        view.window_rows.go_to_end()
        view.rows.start()
        view.focused = kept[0] if same else NOWHERE
        view.rows.set_unread(*(kept[1:] if same else (NOWHERE, 0)))
        view.arrange()

    def _on_opened(self) -> None:
        view = self._view
        unread = view.rows.first_unread, view.rows.unread
        view.rows.start()
        view.rows.set_unread(*unread)
        if self._held is not None:
            view.window_rows.go_to(*self._held)
            self._held = None
        view.arrange()

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
