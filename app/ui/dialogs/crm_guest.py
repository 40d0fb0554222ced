"""The CRM's records on the Dialogs page: asked for when a dialog stays open, shown in two tabs."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.dialog import Dialog, DialogId
from app.ui.dialogs.crm_section import CrmSection
from app.ui.dialogs.link_opener import LinkOpener
from app.ui.errors import Explained, explain
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage

_STAYS = 0.3  # seconds: nobody is asked about dialogs that are only passed on the way


class CrmGuest(QObject):
    """Puts its sections into the details. Asks for one dialog at a time, never for the list."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._links = page, desk.crm
        self._tasks = Tasks(self)
        self._tasks.failed.connect(self._on_failed)
        self._tasks.busy_changed.connect(lambda _name, _busy: self._show())
        self._opener = LinkOpener(page, page.tasks)
        self._dialog: Dialog | None = None
        self._problem: Explained | None = None
        self.sections = [CrmSection(page.theme, page.words) for _ in range(2)]
        for section, tab in zip(self.sections, ("details", "crm"), strict=True):
            section.opened.connect(self._open)
            section.asked.connect(lambda: self._ask(0, again=True))
            page.details.add_section(section, tab)
        stop = desk.crm.changed.connect(self._on_told)
        self.destroyed.connect(stop)

    def show_dialog(self, dialog: Dialog | None) -> None:
        """Another dialog is open, or it is another value."""
        before, self._dialog = self._dialog, dialog
        if dialog is None:
            return
        is_other = before is None or before.id != dialog.id
        if is_other:
            self._problem = None
        if is_other or (before is not None and before.portal_chat != dialog.portal_chat):
            self._ask(_STAYS, again=False)
        self._show()

    async def leave(self) -> None:
        """Nobody looks any more."""
        await self._tasks.close()

    def _ask(self, after: float, *, again: bool) -> None:
        dialog = self._dialog
        if dialog is not None and dialog.portal_chat is not None:
            self._problem = None
            work = partial(self._read, dialog, after, again=again)
            self._tasks.start(_task(dialog), work)

    async def _read(self, dialog: Dialog, after: float, *, again: bool) -> None:
        await asyncio.sleep(after)
        if self._dialog is not None and self._dialog.id == dialog.id:
            await self._links.read(dialog, again=again)

    def _on_failed(self, name: str, error: object) -> None:
        mine = self._dialog is not None and name == _task(self._dialog)
        if mine and isinstance(error, BaseException):
            self._problem = explain(error)
            self._show()

    def _on_told(self, dialog: DialogId) -> None:
        self._page.pane.shown.review(dialog)

    def _open(self, address: str) -> None:
        self._opener.open(address, address)

    def _show(self) -> None:
        dialog = self._dialog
        if dialog is not None:
            link, busy = self._links.of(dialog.id), self._tasks.is_busy(_task(dialog))
            for section in self.sections:
                section.show_link(dialog, link, self._problem, busy=busy)


def _task(dialog: Dialog) -> str:
    return f"crm {dialog.id}"
