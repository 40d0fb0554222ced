"""The CRM's records on the Dialogs page: asked for when a dialog stays open, shown in two tabs."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.dialog import Dialog, DialogId
from app.ui.dialogs.crm_section import CrmSection
from app.ui.dialogs.link_opener import LinkOpener
from app.ui.errors import Explained, explain
from app.ui.linked.members_guest import MembersGuest
from app.ui.linked.record_guest import RecordGuest
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage

_STAYS = 0.3  # seconds: nobody is asked about dialogs that are only passed on the way


class CrmGuest(QObject):
    """Puts its sections into the details. Asks for one dialog at a time, never for the list."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._links, self._records = page, desk.crm, desk.linked.records
        self._tasks = Tasks(self)
        self._tasks.failed.connect(self._on_failed)
        self._tasks.busy_changed.connect(lambda _name, _busy: self._show())
        self._opener = LinkOpener(page, page.tasks)
        self._dialog: Dialog | None = None
        self._problem: Explained | None = None
        names = (self._records.responsible, self._records.page)
        self.sections = [CrmSection(page.theme, page.words, *names) for _ in range(2)]
        for section, tab in zip(self.sections, ("details", "crm"), strict=True):
            section.opened.connect(self._open)
            section.asked.connect(lambda: self._ask(0, again=True))
            page.details.add_section(section, tab)
        self.records = RecordGuest(page, desk)
        page.details.add_section(self.records.view, "crm")
        self.members = MembersGuest(page, desk)
        page.details.add_section(self.members.view)
        for signal in (desk.crm.changed, desk.linked.records.changed):
            self.destroyed.connect(signal.connect(self._on_told))

    def show_dialog(self, dialog: Dialog | None) -> None:
        """Another dialog is open, or it is another value."""
        before, self._dialog = self._dialog, dialog
        self.records.show_dialog(dialog)
        self.members.show_dialog(dialog)
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
        await self.records.leave()
        await self.members.leave()

    def _ask(self, after: float, *, again: bool) -> None:
        dialog = self._dialog
        if dialog is not None and dialog.portal_chat is not None:
            self._problem = None
            work = partial(self._read, dialog, after, again=again)
            self._tasks.start(_task(dialog), work)

    async def _read(self, dialog: Dialog, after: float, *, again: bool) -> None:
        await asyncio.sleep(after)
        if self._dialog is not None and self._dialog.id == dialog.id:
            await self._records.read(dialog, again=again)

    def _on_failed(self, name: str, error: object) -> None:
        mine = self._dialog is not None and name == _task(self._dialog)
        if mine and isinstance(error, BaseException):
            self._problem = explain(error)
            self._show()

    def _on_told(self, dialog: DialogId) -> None:
        self._page.pane.shown.review(dialog)
        self._show()

    def _open(self, address: str) -> None:
        self._opener.open(address, address)

    def _show(self) -> None:
        dialog = self._dialog
        if dialog is not None:
            link, linkage = self._links.of(dialog.id), self._records.of(dialog.id)
            busy = self._tasks.is_busy(_task(dialog))
            for section in self.sections:
                section.show_link(dialog, link, linkage, self._problem, busy=busy)


def _task(dialog: Dialog) -> str:
    return f"crm {dialog.id}"
