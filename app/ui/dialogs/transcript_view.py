"""The transcript: a scroll area that lays out and paints only what is on the screen.

It reads pages from its model when they come near the screen and never moves what is being read.
What a click means is decided elsewhere: the view only tells what was clicked.
"""

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from app.ui.dialogs.canvas import Canvas
from app.ui.dialogs.copier import Copier
from app.ui.dialogs.file_cards import FileCards
from app.ui.dialogs.follower import Follower
from app.ui.dialogs.jump import Jump
from app.ui.dialogs.row_builder import RowBuilder
from app.ui.dialogs.rows import Rows
from app.ui.dialogs.selection import Selection
from app.ui.dialogs.transcript_accessible import (
    SpokenWords,
    install,
    tell_focus,
)
from app.ui.dialogs.transcript_bar import TranscriptBar
from app.ui.dialogs.transcript_keys import TranscriptKeys
from app.ui.dialogs.transcript_model import NOWHERE, PAGE, TranscriptModel
from app.ui.dialogs.transcript_mouse import TranscriptMouse
from app.ui.dialogs.window import Window
from app.ui.dialogs.words import Words
from app.ui.style import Theme
from app.ui.tasks import Tasks


class TranscriptView(QAbstractScrollArea):
    """Shows a `TranscriptModel`. `focused` is the message that the keyboard is on, or NOWHERE."""

    action_asked = Signal(int, str)  # position; "retry", "link:...", "file:0", ...
    menu_asked = Signal(int, QPoint)  # position (or NOWHERE), place on the screen
    missed_changed = Signal(int)  # how many messages arrived below the screen
    reached_end = Signal()
    focus_moved = Signal(int)

    def __init__(
        self, model: TranscriptModel, theme: Theme, tasks: Tasks, cards: FileCards | None = None
    ) -> None:
        super().__init__()
        self.model, self._theme = model, theme
        self.words = Words(self)
        self.accessible: object = None
        self.cards = cards or FileCards(None, tasks, self)
        self.spoken = SpokenWords(self.cards, self)
        self.builder = RowBuilder(theme, self.words, self.cards.view)
        self.rows = Rows(model, self.builder)
        self.window_rows = Window(self.rows)
        self.selection = Selection()
        self.focused = NOWHERE
        self.copier = Copier(self, tasks)
        self._canvas = Canvas(self, theme)
        self._mouse = TranscriptMouse(self)
        self._keys = TranscriptKeys(self)
        self._follower = Follower(self)
        self.jump = Jump(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.arrange)
        install()
        self._setup()
        self._wire()

    @property
    def missed(self) -> int:
        """How many messages arrived below the screen."""
        return self._follower.missed

    def arrange(self) -> None:
        """Place the rows, tell the scroll bar, ask for what is missing."""
        self._soon.stop()
        port, window = self.viewport(), self.window_rows
        self.rows.set_width(port.width())
        window.set_height(port.height())
        was_at_end = window.at_end
        placed = window.arrange()
        self._tell_scroll_bar()
        if placed:
            half = PAGE // 2
            self.model.want(placed[0].position - half, placed[-1].position + half)
        if window.at_end:
            self._follower.set_missed(0)
            if not was_at_end:
                self.reached_end.emit()
        port.update()

    def arrange_soon(self) -> None:
        """Once, after everything that is happening now."""
        if not self._soon.isActive():
            self._soon.start()

    def go_to_end(self) -> None:
        """Show the newest message and follow."""
        was_at_end = self.window_rows.at_end
        self.window_rows.go_to_end()
        self.arrange()
        if not was_at_end:
            self.reached_end.emit()

    def show_position(self, position: int) -> None:
        """Scroll as little as needed to show a message whole."""
        window = self.window_rows
        place, height = window.find(position), self.rows.height(position)
        if place is None and self.rows.heights.top(position) > window.scrolled:
            window.go_to(position, max(0, self.viewport().height() - height - 12))
        elif place is None or place.y < 0:
            window.go_to(position, 0)
        elif place.y + height > self.viewport().height():
            window.go_to(position, max(0, self.viewport().height() - height - 12))
        self.arrange()

    def show_unread(self, first: int, count: int) -> None:
        """Draw the line of new messages, and show it if it would be above the screen. A reader who
        has gone elsewhere stays there.
        """
        stays = not self.window_rows.at_end or self.jump.position != NOWHERE
        self.rows.set_unread(first, count)
        self.arrange()
        place = self.window_rows.find(first)
        if first != NOWHERE and not stays and (place is None or place.y < 0):
            self.window_rows.go_to(first, 0)
            self.arrange()

    def set_focused(self, position: int) -> None:
        """Put the keyboard on a message."""
        newest = len(self.rows) - 1
        self.focused = NOWHERE if newest < self.rows.first else min(position, newest)
        if self.focused != NOWHERE:
            self.show_position(self.focused)
        self.viewport().update()
        self.focus_moved.emit(self.focused)

    def redo(self) -> None:
        """Other words or colours: lay everything out anew."""
        self.rows.redo()
        self.arrange()

    def changed(self, position: int) -> None:
        """A row looks different now."""
        self.rows.doubt(position)
        self.arrange_soon()

    def select_all(self) -> None:
        """Select the whole dialog."""
        self._keys.select_all()

    def screen_place(self, position: int) -> QPoint:
        """Where a menu of a message opens when no mouse says so."""
        place = self.window_rows.find(position)
        point = QPoint(40, 40)
        if place is not None and place.row is not None:
            corner = place.row.bubble.bottomLeft() + QPointF(12, place.y)
            point = corner.toPoint()
            point.setY(max(0, min(point.y(), self.viewport().height() - 8)))
        return self.viewport().mapToGlobal(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows that touch the region to paint."""
        self._canvas.paint(event.rect())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Lay out for the new width at once: the old places are wrong."""
        self.arrange()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The reader scrolled."""
        self.window_rows.scroll_to(self.verticalScrollBar().value())
        self.arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, or to click."""
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or show what a click would do."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click is a press and a release on one place."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._mouse.double_click(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from message to message."""
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first visit by keyboard begins at the newest message."""
        super().focusInEvent(event)
        if self.focused == NOWHERE and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.set_focused(len(self.rows) - 1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes; the selection stays."""
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Of the message under the mouse, or of the one that the keyboard is on."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit(self.focused, self.screen_place(self.focused))
            return
        place = self.window_rows.at(event.pos().y())
        self.menu_asked.emit(place.position if place else NOWHERE, event.globalPos())

    def _tell_scroll_bar(self) -> None:
        bar, window = self.verticalScrollBar(), self.window_rows
        blocked = bar.blockSignals(True)
        bar.setPageStep(max(1, self.viewport().height()))
        bar.setSingleStep(40)
        bar.setRange(0, window.most)
        bar.setValue(window.scrolled)
        bar.blockSignals(blocked)
        bar.update()

    def _on_focus_moved(self, position: int) -> None:
        tell_focus(self, position)

    def _on_file_changed(self, url: str) -> None:
        if self.rows.doubt_file(url):
            self.arrange_soon()

    def _setup(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(TranscriptBar(self._theme))
        # Always there: its coming and going would break every line anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Messages"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def _wire(self) -> None:
        self._theme.changed.connect(self.redo)
        self.cards.changed.connect(self._on_file_changed)
