"""The people of the open dialog's chat: asked for when the dialog stays open, added and removed."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.dialog import Dialog, DialogId
from app.domain.line import Employee
from app.domain.linked import Member
from app.domain.links import neutral
from app.ui.errors import explain
from app.ui.linked.members import Members
from app.ui.linked.people_dialog import PeopleDialog
from app.ui.linked.portal_link import PortalLink
from app.ui.supervise.final_question import ask_final
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage

_STAYS = 0.4  # seconds: nobody is asked about dialogs that are only passed on the way
_READ, _CHANGE, _ASK = "people", "change people", "ask"


class MembersGuest(QObject):
    """Reading joins no chat and marks nothing as read."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._desk, self._people = page, desk, desk.linked.participants
        self._dialog: Dialog | None = None
        self.search: PeopleDialog | None = None
        self.view = Members(page.theme)
        self.tasks = Tasks(self)
        self.tasks.failed.connect(self._on_failed)
        self.tasks.busy_changed.connect(lambda _name, _busy: self._show())
        self._link = PortalLink(page, page.tasks)
        self.view.looked_at.connect(self._look)
        self.view.asked.connect(lambda: self._ask(0, again=True))
        self.view.add_asked.connect(self.find)
        self.view.remove_asked.connect(self._remove)
        self.view.opened.connect(lambda user: self._link.open(desk.linked.user_page(user)))
        self.view.chat_opened.connect(self._open_chat)
        for signal in (self._people.changed, desk.session.changed):
            self.destroyed.connect(signal.connect(lambda _told: self._show()))

    def show_dialog(self, dialog: Dialog | None) -> None:
        """Another dialog is open, or it is another value."""
        before, self._dialog = self._dialog, dialog
        if dialog is None:
            return
        if before is None or (before.id, before.portal_chat) != (dialog.id, dialog.portal_chat):
            self.view.error.clear()
            self._look()
        self._show()

    def find(self) -> None:
        """Whom to add: a search over all employees."""
        if self._dialog is None or self.search is not None:
            return
        find, present = self._desk.linked.staff.find_page, self._people.of(self._dialog.id)
        inside = frozenset(each.id for each in present.members) if present else frozenset()
        self.search = PeopleDialog(
            *(self._page.window(), self._page.theme, find, self.tr("Add to the chat")), inside
        )
        self.search.chosen.connect(partial(self._add, self._dialog))
        self.search.finished.connect(self._on_closed)
        self.search.open()

    async def leave(self) -> None:
        """The portal is being left."""
        if self.search is not None:
            self.search.close()
        await self.tasks.close()

    def _look(self) -> None:
        """Who is in the chat, for somebody who can see it."""
        if self.view.isVisible():
            self._ask(_STAYS, again=False)

    def _ask(self, after: float, *, again: bool) -> None:
        if self._dialog is not None and self._dialog.portal_chat is not None:
            self.view.error.clear()
            work = partial(self._read, self._dialog, after, again=again)
            self.tasks.start(f"{_READ} {self._dialog.id}", work)

    async def _read(self, dialog: Dialog, after: float, *, again: bool) -> None:
        await asyncio.sleep(after)
        if self._is_open(dialog.id):
            await self._people.read(dialog, again=again)

    def _add(self, dialog: Dialog, person: Employee) -> None:
        self.view.error.clear()
        self.tasks.start(_CHANGE, partial(self._people.add, dialog, person.id))

    def _remove(self, member: Member) -> None:
        if self._dialog is not None:
            self.tasks.start(_ASK, partial(self._ask_to_remove, self._dialog, member))

    async def _ask_to_remove(self, dialog: Dialog, member: Member) -> None:
        title = self.tr("Remove {name} from the chat?").format(name=neutral(member.name))
        text = self.tr("The chat leaves that person's list. The dialog and its messages stay.")
        words = (title, text, self.tr("Remove"))
        if await ask_final(self._page, self._desk.profile, dialog, words):
            self.view.error.clear()
            self.tasks.start(_CHANGE, partial(self._people.remove, dialog, member.id))

    def _open_chat(self) -> None:
        if self._dialog is not None and self._dialog.portal_chat is not None:
            self._link.open(self._desk.linked.chat_page(self._dialog.portal_chat))

    def _on_failed(self, name: str, error: object) -> None:
        mine = self._dialog is not None and name in (f"{_READ} {self._dialog.id}", _CHANGE)
        if mine and isinstance(error, BaseException):
            self.view.error.show_error(explain(error))
            self._show()

    def _on_closed(self) -> None:
        if self.search is not None:
            search, self.search = self.search, None
            self.tasks.start("close search", search.leave)

    def _is_open(self, dialog: DialogId) -> bool:
        return self._dialog is not None and self._dialog.id == dialog

    def _show(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        busy = self.tasks.is_busy(f"{_READ} {dialog.id}") or self.tasks.is_busy(_CHANGE)
        self.view.show_people(
            self._people.of(dialog.id),
            has_chat=dialog.portal_chat is not None,
            locked=self._desk.profile.read_only,
            busy=busy,
        )
