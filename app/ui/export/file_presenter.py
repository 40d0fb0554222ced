"""Writes one file at a time for a window that asks what to write. Knows neither form nor widget."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal

from app.ui.tasks import Tasks

_EXPORT = "export"


class FilePresenter(QObject):
    """Who inherits says what is written, and emits `written` itself."""

    busy_changed = Signal(bool)
    written = Signal(object, str)  # what was written, path
    failed = Signal(object)  # Exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self.tasks.busy_changed.connect(lambda _, busy: self.busy_changed.emit(busy))
        self.tasks.failed.connect(lambda _, error: self.failed.emit(error))

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self.tasks.is_busy(_EXPORT)

    def start(self, work: Callable[[], Awaitable[None]]) -> None:
        """Begin to write; ignored while a file is being written."""
        self.tasks.start(_EXPORT, work)

    def cancel(self) -> None:
        """Give up; the file that was there stays."""
        self.tasks.cancel(_EXPORT)
