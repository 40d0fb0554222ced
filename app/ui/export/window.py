"""The one window of an export: it belongs to a page and ends with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.ui.export.frame import ExportFrame


class ExportWindow(QObject):
    """At most one of it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.dialog: ExportFrame | None = None

    def bring(self, make: "Callable[[], ExportFrame]") -> None:
        """Show it, or bring it to the front."""
        if self.dialog is None:
            self.dialog = make()
            self.dialog.finished.connect(self._on_finished)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    async def leave(self) -> None:
        """The portal is being left."""
        if self.dialog is not None:
            dialog, self.dialog = self.dialog, None
            await dialog.leave()
            dialog.close()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
