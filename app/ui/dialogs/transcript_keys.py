"""The keyboard in the transcript: from message to message, pages, ends, actions on a message."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.ui.dialogs.selection import Place
from app.ui.dialogs.transcript_model import NOWHERE

if TYPE_CHECKING:
    from app.ui.dialogs.transcript_view import TranscriptView

Key = Qt.Key
#: Keys that act on the message that the keyboard is on.
ACTIONS = {
    Key.Key_F2: "edit",
    Key.Key_Delete: "delete",
    Key.Key_E: "edits",
    Key.Key_O: "text",
    Key.Key_W: "whole",
    Key.Key_R: "quote",
    Key.Key_A: "retry",
    Key.Key_D: "deliver",
    Key.Key_T: "trace",
    Key.Key_F8: "raw",
    Key.Key_L: "load",
    Key.Key_S: "save",
    Key.Key_Z: "takeback",
}


class TranscriptKeys(QObject):
    """Belongs to one view."""

    def __init__(self, view: "TranscriptView") -> None:
        super().__init__(view)
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Answers whether the key meant something here."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._view.copier.copy()
            return True
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
            return True
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | _SHIFT):
            return False
        key = Qt.Key(event.key())
        if key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
            position = self._view.focused
            self._view.menu_asked.emit(position, self._view.screen_place(position))
            return True
        if key in ACTIONS and self._view.focused != NOWHERE:
            self._view.action_asked.emit(self._view.focused, ACTIONS[key])
            return True
        return self._move(key)

    def select_all(self) -> None:
        """Every message."""
        first, last = self._view.rows.first, len(self._view.rows) - 1
        if last >= first:
            self._view.selection.select(Place(first, 0), Place(last, 1 << 30))
            self._view.viewport().update()

    def _move(self, key: Qt.Key) -> bool:
        moves: dict[Qt.Key, Callable[[], None]] = {
            Key.Key_Up: lambda: self._step(-1),
            Key.Key_Down: lambda: self._step(1),
            Key.Key_PageUp: lambda: self._page(-1),
            Key.Key_PageDown: lambda: self._page(1),
            Key.Key_Home: lambda: self._view.set_focused(self._view.rows.first),
            Key.Key_End: self._end,
            Key.Key_Escape: self._escape,
        }
        move = moves.get(key)
        if move is None or (key is Key.Key_Escape and self._view.selection.is_empty):
            return False
        move()
        return True

    def _step(self, step: int) -> None:
        view = self._view
        if view.focused == NOWHERE:
            view.set_focused(len(view.rows) - 1)
            return
        place, height = view.window_rows.find(view.focused), view.viewport().height()
        if place is not None and step > 0 and place.y + place.height > height + 40:
            self._scroll(height // 2)  # a message longer than the screen is read in halves
        elif place is not None and step < 0 and place.y < -40:
            self._scroll(-height // 2)
        else:
            view.set_focused(max(view.rows.first, view.focused + step))

    def _page(self, step: int) -> None:
        view = self._view
        self._scroll(step * max(40, view.viewport().height() - 40))
        shown = [each for each in view.window_rows.placed if each.y >= 0]
        if shown:
            view.focused = shown[0 if step < 0 else -1].position
            view.focus_moved.emit(view.focused)
            view.viewport().update()

    def _end(self) -> None:
        self._view.go_to_end()
        self._view.set_focused(len(self._view.rows) - 1)
        self._view.go_to_end()

    def _escape(self) -> None:
        self._view.selection.clear()
        self._view.viewport().update()

    def _scroll(self, by: int) -> None:
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + by)


_SHIFT = Qt.KeyboardModifier.ShiftModifier
