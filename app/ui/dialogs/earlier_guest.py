"""Earlier messages on the Dialogs page: whether there may be some, and reading them when asked."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from app.domain.dialog import Dialog, DialogId
from app.domain.earlier import Reach
from app.ui.commands import Command
from app.ui.errors import explain
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.page import DialogsPage

_LOOK = "reach"


class EarlierGuest(QObject):
    """Belongs to the page. The portal is asked only when a person wants it."""

    def __init__(self, page: "DialogsPage", desk: "Desk") -> None:
        super().__init__(page)
        self._page, self._earlier = page, desk.earlier
        self._bar, self._heading = page.conversation.earlier, page.conversation.heading
        self._tasks = Tasks(self)
        self._tasks.failed.connect(self._on_failed)
        self._tasks.busy_changed.connect(lambda _name, _busy: self._show_busy())
        self._key: tuple[object, ...] = ()
        self._dialog: DialogId | None = None
        self._reach, self._read_now = Reach.NOTHING, dict[DialogId, int]()
        self._bar.asked.connect(self.read)
        self._heading.earlier_asked.connect(self.read)
        self.destroyed.connect(desk.earlier.changed.connect(self._on_changed))

    def show_dialog(self, dialog: Dialog) -> None:
        """Another dialog is open, or it is another value."""
        key = (dialog.id, dialog.portal_chat, dialog.session, dialog.first)
        if key == self._key:
            return
        if dialog.id != self._dialog:
            self._dialog = dialog.id
            self._show(Reach.NOTHING)
        self._key = key
        self._look()

    def read(self) -> None:
        """Ask the portal for what was said before the first message that is known."""
        dialog = self._dialog
        if dialog is not None and self._reach.asks:
            self._page.conversation.error.clear()
            self._tasks.start(_task(dialog), partial(self._read, dialog))

    def commands(self) -> list[Command]:
        """For the palette and the cheat sheet."""
        group = QCoreApplication.translate("PageCommands", "Dialogs")
        text, why = self.tr("Read earlier messages from the portal"), self.tr("nothing older")
        return [Command(text, self.read, "", group, "clock", self._can_read, why)]

    async def leave(self) -> None:
        """Nobody looks any more."""
        await self._tasks.close()

    def _can_read(self) -> bool:
        return self._page.open_dialog is not None and self._reach.asks

    async def _read(self, dialog: DialogId) -> None:
        found = await self._earlier.read(dialog)
        self._read_now[dialog] = self._read_now.get(dialog, 0) + found.messages
        if dialog == self._dialog:
            self._show(found.reach)

    def _look(self) -> None:
        self._tasks.start(_LOOK, self._find_reach)  # one that is at work sees that it must go on

    async def _find_reach(self) -> None:
        """What is asked of the journal may be out of date when it answers: it is asked again."""
        key: tuple[object, ...] | None = None
        while key != self._key and self._dialog is not None:
            key = self._key
            reach = await self._earlier.reach(self._dialog)
        if key is not None:
            self._show(reach)

    def _show(self, reach: Reach) -> None:
        self._reach = reach
        read = None if self._dialog is None else self._read_now.get(self._dialog)
        self._bar.show_reach(reach, read)
        self._heading.set_earlier(reach.asks)
        self._show_busy()

    def _show_busy(self) -> None:
        dialog = self._dialog
        self._bar.set_busy(dialog is not None and self._tasks.is_busy(_task(dialog)))

    def _on_changed(self, dialog: DialogId) -> None:
        if dialog == self._dialog:
            self._key = (object(),)
            self._look()

    def _on_failed(self, name: str, error: object) -> None:
        mine = self._dialog is not None and name == _task(self._dialog)
        if mine and isinstance(error, BaseException):
            self._page.conversation.error.show_error(explain(error))


def _task(dialog: DialogId) -> str:
    return f"earlier {dialog}"
