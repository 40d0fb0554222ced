"""The resolver on the Dialogs page: one window of it, opened by key or from the palette."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui.linked.graph_card import Pages

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage
    from app.ui.linked.resolver_dialog import ResolverDialog
    from app.ui.linked.resolver_presenter import ResolverPresenter


class ResolverGuest(QObject):
    """Made when it is first wanted, kept with what was found until the portal is left."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._desk = page, desk
        self.dialog: ResolverDialog | None = None
        self._presenter: ResolverPresenter | None = None

    def open(self, text: str = "") -> None:
        """Show it, or bring it to the front; look for a text at once."""
        if self.dialog is None:
            self.dialog = self._made()
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.dialog.look_for(text)

    async def leave(self) -> None:
        """The portal is being left."""
        if self.dialog is not None and self._presenter is not None:
            dialog, self.dialog = self.dialog, None
            await self._presenter.tasks.close()
            dialog.close()
            dialog.deleteLater()

    def _made(self) -> "ResolverDialog":
        from app.ui.linked.resolver_dialog import ResolverDialog
        from app.ui.linked.resolver_presenter import ResolverPresenter

        page, linked = self._page, self._desk.linked
        self._presenter = ResolverPresenter(linked.resolver, self)
        pages = Pages(linked.records.page, linked.chat_page, linked.user_page)
        dialog = ResolverDialog(page.window(), page.theme, self._presenter, pages, page.words)
        dialog.dialog_wanted.connect(self._open)
        return dialog

    def _open(self, wanted: object) -> None:
        """What was found stays in the window for the next time."""
        if self.dialog is not None:
            self.dialog.hide()
        self._page.go.emit("dialogs", wanted)
