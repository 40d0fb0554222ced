"""Opens the export from the Dialogs page, and ends it with the page."""

from typing import TYPE_CHECKING

from app.services.clock import utc_now
from app.ui.export.window import ExportWindow

if TYPE_CHECKING:
    from app.domain.dialog import Dialog
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage
    from app.ui.export.dialog import ExportDialog


class ExportGuest(ExportWindow):
    """Offers what the list shows, and the open dialog."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._desk = page, desk

    def open(self) -> None:
        """Show it, or bring it to the front."""
        self.bring(self._made)

    def can_open(self) -> bool:
        """Whether there is a dialog at all."""
        return self._page.pane.shown.has_any

    def _made(self) -> "ExportDialog":
        from app.services.exporting import Exports
        from app.ui.export.dialog import ExportDialog

        page, desk = self._page, self._desk
        exports = Exports(desk.journal.path, lambda: desk.profile.name, utc_now)
        return ExportDialog(
            *(page.window(), page.theme, exports, page.words),
            dialogs=self._shown(),
            opened=page.presenter.dialog,
        )

    def _shown(self) -> "list[Dialog]":
        """What the list shows now, in its order."""
        shown = self._page.pane.shown
        rows = (shown.dialog_at(shown.index(row, 0)) for row in range(shown.rowCount()))
        return [dialog for dialog in rows if dialog is not None]
