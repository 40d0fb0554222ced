"""Opens the export of statistics from their page, and ends it with the page."""

from typing import TYPE_CHECKING

from app.ui.export.window import ExportWindow
from app.ui.style import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.statistics.export_dialog import StatisticsExportDialog
    from app.ui.statistics.export_presenter import Writer
    from app.ui.statistics.tab import Shown


class StatisticsExportGuest(ExportWindow):
    """Offers what the page shows."""

    def __init__(self, page: "QWidget", theme: Theme) -> None:
        super().__init__(page)
        self._page, self._theme = page, theme

    def open(self, writer: "Writer", shown: "Shown") -> None:
        """Show it, or bring it to the front."""
        self.bring(lambda: self._made(writer, shown))

    def _made(self, writer: "Writer", shown: "Shown") -> "StatisticsExportDialog":
        from app.ui.statistics.export_dialog import StatisticsExportDialog

        return StatisticsExportDialog(self._page.window(), self._theme, writer, shown)
