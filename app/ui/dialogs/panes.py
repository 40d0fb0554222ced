"""The three panes and how they give way: at small sizes the details lie over the transcript."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.ui.style import Theme

_NARROW_LIST = 296


class _Holder(QWidget):
    """Has room for something that lies over its content."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)


class Panes(QSplitter):
    """List, middle, details. The widths that a person chose stay while there is room."""

    narrow_changed = Signal(bool)
    details_shown = Signal(bool)

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._metric = metric = theme.metric
        self._middle, self._right = _Holder(middle), right
        self._narrow = self._wanted = False
        self._lies_over = False  # true only while the details are a child of the middle pane
        self._details = metric("width_details")
        self._list = metric("width_dialog_list")
        self._room = self._list + metric("width_transcript_min") + self._details + 40
        left.setMinimumWidth(metric("width_dialog_list_min"))
        left.setMaximumWidth(480)
        right.setMinimumWidth(metric("width_details_min"))
        right.setMaximumWidth(480)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._move_details)
        for pane in (left, self._middle, right):
            self.addWidget(pane)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self.setSizes([self._list, 700, self._details])
        self._middle.installEventFilter(self)
        right.hide()

    @property
    def is_narrow(self) -> bool:
        """Whether the three do not fit side by side."""
        return self._narrow

    @property
    def shows_details(self) -> bool:
        """Whether the details are on the screen."""
        return self._wanted

    def show_details(self, shown: bool) -> None:
        """Open or close the details."""
        self._wanted = shown
        self._right.setVisible(shown)
        self._place_over()
        self.details_shown.emit(shown)

    def minimumSizeHint(self) -> QSize:
        """Room for list and transcript; the details can lie over it."""
        metric, height = self._metric, super().minimumSizeHint().height()
        return QSize(metric("width_dialog_list_min") + metric("width_transcript_min") + 1, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way or come back."""
        super().resizeEvent(event)
        narrow = self.width() < self._room
        if narrow != self._narrow:
            self._narrow = narrow
            # Not now: a splitter that loses a pane while it is being resized paints nonsense.
            self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Details that lie over the transcript follow its size."""
        if event.type() is QEvent.Type.Resize:
            self._place_over()
        return super().eventFilter(watched, event)

    def _move_details(self) -> None:
        list_width = _NARROW_LIST if self._narrow else self._list
        if self._narrow:
            self._right.setParent(self._middle)
            self._lies_over = True
        else:
            self._lies_over = False
            self.addWidget(self._right)
        self.setSizes([list_width, max(400, self.width() - list_width), self._details])
        self._right.setVisible(self._wanted)
        self._right.raise_()
        self._place_over()
        self.narrow_changed.emit(self._narrow)

    def _place_over(self) -> None:
        if self._lies_over:
            left = self._middle.width() - self._details
            self._right.setGeometry(left, 0, self._details, self._middle.height())
