"""The mouse in the transcript: clicks, selection by dragging, the shape of the pointer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from app.ui.dialogs.hints import hint_at
from app.ui.dialogs.selection import Place
from app.ui.dialogs.texts import units

if TYPE_CHECKING:
    from app.ui.dialogs.transcript_view import TranscriptView
    from app.ui.dialogs.window import Placed

_SCROLL_EVERY = 30  # milliseconds, while the mouse is held outside
_SLOP = 4


class TranscriptMouse(QObject):
    """Belongs to one view."""

    def __init__(self, view: "TranscriptView") -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPointF | None = None
        self._action = ""
        self._dragging = False
        self._last = QPointF()
        self._scroller = QTimer(self, interval=_SCROLL_EVERY)
        self._scroller.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        """Remember where; with Shift the selection grows to there."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point, view = event.position(), self._view
        self._pressed, self._action, self._dragging = point, self._action_at(point), False
        spot = self._place_at(point)
        if spot is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            view.selection.extend(spot)
        else:
            view.selection.begin(spot)
        view.focused = spot.position
        view.focus_moved.emit(spot.position)
        view.viewport().update()

    def move(self, event: QMouseEvent) -> None:
        """Select while the button is down."""
        self._last = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_pointer(event.position())
            return
        moved = (event.position() - self._pressed).manhattanLength()
        self._dragging = self._dragging or moved > _SLOP
        if not self._dragging:
            return
        outside = not 0 <= event.position().y() <= self._view.viewport().height()
        if outside != self._scroller.isActive():
            (self._scroller.start if outside else self._scroller.stop)()
        self._extend(event.position())

    def release(self, event: QMouseEvent) -> None:
        """Do what was clicked, unless the mouse was dragged away."""
        self._scroller.stop()
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._dragging or not self._action:
            return
        place = self._placed(event.position())
        if place is not None and self._action_at(event.position()) == self._action:
            self._view.action_asked.emit(place.position, self._action)

    def double_click(self, event: QMouseEvent) -> None:
        """Select the word under the mouse."""
        spot, place = self._place_at(event.position()), self._placed(event.position())
        if spot is None or place is None or place.row is None or place.row.text is None:
            return
        layout = place.row.text.layout
        mode = layout.CursorMode.SkipWords
        end = layout.nextCursorPosition(spot.offset, mode)
        start = layout.previousCursorPosition(end, mode)
        self._view.selection.select(Place(spot.position, start), Place(spot.position, end))
        self._view.viewport().update()

    def _extend(self, point: QPointF) -> None:
        spot = self._place_at(point)
        if spot is not None:
            self._view.selection.extend(spot)
            self._view.viewport().update()

    def _scroll_on(self) -> None:
        height = self._view.viewport().height()
        over = self._last.y() - height if self._last.y() > height else min(0.0, self._last.y())
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + round(max(-60.0, min(60.0, over))))
        self._extend(self._last)

    def _show_pointer(self, point: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor
        place = self._placed(point)
        if self._action_at(point):
            shape = Qt.CursorShape.PointingHandCursor
        elif place is not None and place.row is not None and place.row.text is not None:
            inside = place.row.text.rect.contains(point - QPointF(0, place.y))
            shape = Qt.CursorShape.IBeamCursor if inside else shape
        self._view.viewport().setCursor(shape)
        row = place.row if place is not None else None
        hint = hint_at(self._view.words, row, point - QPointF(0, place.y)) if place and row else ""
        self._view.viewport().setToolTip(hint)

    def _placed(self, point: QPointF) -> "Placed | None":
        return self._view.window_rows.at(int(point.y()))

    def _action_at(self, point: QPointF) -> str:
        place = self._placed(point)
        if place is None or place.row is None:
            return ""
        return place.row.action_at(point - QPointF(0, place.y))

    def _place_at(self, point: QPointF) -> Place | None:
        """The gap between characters nearest to a point, in whatever row is nearest."""
        place = self._placed(point)
        if place is None:
            return None
        if place.row is None or place.row.text is None:
            return Place(place.position, 0)
        text, y = place.row.text, point.y() - place.y
        if y < text.y:
            return Place(place.position, 0)
        if y > text.y + text.height:
            return Place(place.position, units(text.shown.text))
        return Place(place.position, text.offset_at(point.x(), y))
