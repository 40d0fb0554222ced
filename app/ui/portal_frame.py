"""The red frame of production: round the window, and on every dialog that the window opens.

Nothing moves on a dialog: the frame lies over its margins and lets everything through.
"""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QVBoxLayout, QWidget

from app.ui.style import dress

WIDTH = 3


class PortalFrame(QFrame):
    """What holds the window's content in `column`; red while a production portal is open."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.setObjectName("frame")
        self.setProperty("production", "false")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        app = cast(QApplication, QApplication.instance())
        app.focusWindowChanged.connect(self._frame_dialogs)

    @property
    def production(self) -> bool:
        """Whether the frame is shown."""
        return bool(self.property("production") == "true")

    def set_production(self, production: bool) -> None:
        """Show the frame, or take it away."""
        if production == self.production:
            return
        dress(self, production="true" if production else "false")
        margin = WIDTH if production else 0
        self.column.setContentsMargins(margin, margin, margin, margin)
        self._frame_dialogs()

    def _frame_dialogs(self) -> None:
        """A dialog becomes the active window when it is opened: that is when it gets its frame."""
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                frame = dialog.findChild(DialogFrame) or DialogFrame(dialog)
                frame.setVisible(self.production)


class DialogFrame(QFrame):
    """Lies over the edge of a dialog and follows its size."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self.setObjectName("frame")
        self.setProperty("production", "over")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        dialog.installEventFilter(self)
        self._lie_over()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the dialog."""
        if watched is self._dialog and event.type() == QEvent.Type.Resize:
            self._lie_over()
        return False

    def _lie_over(self) -> None:
        self.setGeometry(self._dialog.rect())
        self.raise_()
