"""Shows one message of a transcript, wherever it is, and for a moment which one is meant."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.dialog import DialogId
from app.ui.dialogs.transcript_model import NOWHERE

if TYPE_CHECKING:
    from app.ui.dialogs.transcript_view import TranscriptView

_SHOWN_FOR = 2400  # milliseconds


class Jump(QObject):
    """Belongs to one view. `position` is the message that stands out now, or NOWHERE."""

    def __init__(self, view: "TranscriptView") -> None:
        super().__init__(view)
        self._view = view
        self._wanted: tuple[DialogId, int] | None = None
        self._stays = False
        self.position = NOWHERE
        self._fade = QTimer(self, singleShot=True, interval=_SHOWN_FOR)
        self._fade.timeout.connect(self.end)
        view.model.reset.connect(self._on_reset)
        view.model.opened.connect(self._land)

    @property
    def is_fading(self) -> bool:
        """Whether what stands out will do so for a moment only."""
        return self._fade.isActive()

    def to(self, dialog: DialogId, position: int, *, stays: bool = False) -> None:
        """Show a message as soon as its dialog is open. It stands out until `end`, if it stays."""
        self._wanted, self._stays = (dialog, position), stays
        if self._view.model.is_open:
            self._land()

    def _land(self) -> None:
        view = self._view
        if self._wanted is None or view.model.dialog != self._wanted[0]:
            return
        position, self._wanted = self._wanted[1], None
        if not view.model.first <= position < len(view.rows):
            return
        self._fade.stop()
        self.position = position
        if view.window_rows.find(position) is None:
            view.window_rows.go_to(position, view.viewport().height() // 3)
            view.arrange()
        view.set_focused(position)
        if not self._stays:
            self._fade.start()

    def _on_reset(self) -> None:
        if self._wanted is not None and self._view.model.dialog != self._wanted[0]:
            self._wanted = None
        self.end()

    def end(self) -> None:
        """Nothing stands out any more."""
        self._fade.stop()
        self.position = NOWHERE
        self._view.viewport().update()
