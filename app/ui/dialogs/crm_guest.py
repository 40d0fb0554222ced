"""The CRM's records on the Dialogs page: asked for when a dialog stays open, shown in two tabs."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.bitrix.errors import BitrixError
from app.domain.dialog import Dialog, DialogId
from app.services.failures import ServiceError
from app.ui.dialogs.crm_section import CrmSection
from app.ui.dialogs.link_opener import LinkOpener
from app.ui.errors import Explained, explain

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage

_STAYS = 300  # milliseconds: nobody is asked about dialogs that are only passed on the way


class CrmGuest(QObject):
    """Puts its sections into the details. Asks for one dialog at a time, never for the list."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._links = page, desk.crm
        self._opener = LinkOpener(page, page.tasks)
        self._dialog: Dialog | None = None
        self._problem: Explained | None = None
        self.sections = [CrmSection(page.theme, page.words) for _ in range(2)]
        for section, tab in zip(self.sections, ("details", "crm"), strict=True):
            section.opened.connect(self._open)
            section.asked.connect(lambda: self._ask(again=True))
            page.details.add_section(section, tab)
        self._soon = QTimer(self, singleShot=True, interval=_STAYS)
        self._soon.timeout.connect(lambda: self._ask(again=False))
        stop = desk.crm.changed.connect(self._on_told)
        self.destroyed.connect(stop)

    def show_dialog(self, dialog: Dialog | None) -> None:
        """Another dialog is open, or it is another value."""
        before, self._dialog = self._dialog, dialog
        if dialog is None:
            self._soon.stop()
            return
        is_other = before is None or before.id != dialog.id
        if is_other:
            self._problem = None
        if is_other or (before is not None and before.portal_chat != dialog.portal_chat):
            self._soon.start()
        self._show()

    def _ask(self, *, again: bool) -> None:
        if self._dialog is not None and self._dialog.portal_chat is not None:
            work = partial(self._read, self._dialog, again=again)
            self._page.tasks.start(self._task(self._dialog), work)
            self._show()

    async def _read(self, dialog: Dialog, *, again: bool) -> None:
        problem = None
        try:
            await self._links.read(dialog, again=again)
        except (BitrixError, ServiceError) as error:
            problem = explain(error)
        if self._dialog is not None and self._dialog.id == dialog.id:
            self._problem = problem
            self._show(done=True)

    def _on_told(self, dialog: DialogId) -> None:
        self._page.pane.shown.review(dialog)

    def _open(self, address: str) -> None:
        self._opener.open(address, address)

    def _task(self, dialog: Dialog) -> str:
        return f"crm {dialog.id}"

    def _show(self, *, done: bool = False) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        busy = not done and self._page.tasks.is_busy(self._task(dialog))
        for section in self.sections:
            section.show_link(dialog, self._links.of(dialog.id), self._problem, busy=busy)
