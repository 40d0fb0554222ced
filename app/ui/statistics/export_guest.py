"""Opens the export of statistics from their page, and ends it with the page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.style import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.statistics.export_dialog import StatisticsExportDialog
    from app.ui.statistics.export_presenter import Writer
    from app.ui.statistics.tab import Shown


class StatisticsExportGuest(QObject):
    """At most one window of it."""

    def __init__(self, page: "QWidget", theme: Theme) -> None:
        super().__init__(page)
        self._page, self._theme = page, theme
        self.dialog: StatisticsExportDialog | None = None

    def open(self, writer: "Writer", shown: "Shown") -> None:
        """Show it, or bring it to the front."""
        if self.dialog is None:
            from app.ui.statistics.export_dialog import StatisticsExportDialog

            window = self._page.window()
            self.dialog = StatisticsExportDialog(window, self._theme, writer, shown)
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
