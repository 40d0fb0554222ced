"""The parts of the main window and where they stand: header, rail, pages, status bar. Gives way in
a small window; knows no desk and no portal.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout

from app.ui.focus_ring import FocusRing
from app.ui.header import Header
from app.ui.pages import Pages
from app.ui.portal_frame import PortalFrame
from app.ui.rail import Rail
from app.ui.status_bar import StatusBar
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.ui.palette import CommandPalette
    from app.ui.panels import ErrorPanel

_NARROW = 1160
_SMALLEST = (960, 600)
_FIRST = (1440, 900)
#: What the system's own frame takes of the screen: borders, and a title bar.
_FRAME = (16, 48)


class WindowFrame(QMainWindow):
    """Who inherits makes `pages`, then calls `arrange`."""

    close_requested = Signal()
    mend_wanted = Signal()  # what is told of in `failure`

    header: Header
    rail: Rail
    pages: Pages
    status_bar: StatusBar

    def __init__(self, theme: Theme, version: str) -> None:
        super().__init__()
        self._theme = theme
        theme.look_after(self)
        self.setWindowTitle("Open Line Console")
        self.header = Header(theme)
        self.rail = Rail(theme)
        self.status_bar = StatusBar(theme, version)

    @cached_property
    def palette_box(self) -> "CommandPalette":
        """The command palette."""
        from app.ui.palette import CommandPalette

        return CommandPalette(self._theme, self)

    @cached_property
    def failure(self) -> "ErrorPanel":
        """Where failures in the background are told."""
        from app.ui.panels import ErrorPanel

        panel = ErrorPanel(self._theme, dismissable=True)
        panel.action.connect(self.mend_wanted)
        self._content.insertWidget(0, panel)
        return panel

    def arrange(self) -> None:
        """Put the parts in their places."""
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        self._content = QVBoxLayout()
        self._content.setSpacing(0)
        self._content.addWidget(self.pages, 1)
        middle.addLayout(self._content, 1)
        self.frame = PortalFrame(self)
        self.frame.column.addWidget(self.header)
        self.frame.column.addLayout(middle, 1)
        self.frame.column.addWidget(self.status_bar)
        self.setCentralWidget(self.frame)
        self._ring = FocusRing(self._theme, self)

    def take_size(self) -> None:
        """As large as there is room for within the frame that the system puts around it. A screen
        that not even the smallest window fits on says nothing.
        """
        self.setMinimumSize(*_SMALLEST)
        first, room = QSize(*_FIRST), self.screen().availableSize() - QSize(*_FRAME)
        fits = room.width() >= _SMALLEST[0] and room.height() >= _SMALLEST[1]
        self.resize(first.boundedTo(room) if fits else first)

    def set_still(self, still: bool) -> None:
        """While another window is made in its place: the picture stays as it is, and nothing can be
        pressed or typed.
        """
        self.setUpdatesEnabled(not still)
        self.setEnabled(not still)
        self.setCursor(Qt.CursorShape.WaitCursor if still else Qt.CursorShape.ArrowCursor)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window asks; the root stops things in order and ends the program."""
        event.ignore()
        self.close_requested.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below a certain width the edges give way to the page."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self.rail.set_compact(narrow)
        self.header.follow_rail(self.rail.width())
        self.header.set_narrow(narrow)
        if "palette_box" in self.__dict__ and self.palette_box.isVisible():
            self.palette_box.close_up()
