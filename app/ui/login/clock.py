"""Counts how long the code of a sign-in page can still live, from the return to the window on."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.login.steps import CODE_SECONDS


class CodeClock(QObject):
    """Stands until it is started; then it counts down to nothing."""

    counted = Signal(int)  # seconds that a code can still live

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = CODE_SECONDS
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._on_second)

    def start(self) -> None:
        """Begin to count, unless it counts already."""
        if not self._timer.isActive():
            self._left = CODE_SECONDS
            self._timer.start()

    def stop(self) -> None:
        """A new code has its whole life before it."""
        self._timer.stop()
        self._left = CODE_SECONDS
        self.counted.emit(CODE_SECONDS)

    def end(self) -> None:
        """Count no longer and tell nobody."""
        self._timer.stop()

    def _on_second(self) -> None:
        self._left -= 1
        self.counted.emit(max(self._left, 0))
        if self._left <= 0:
            self._timer.stop()
