"""What can be done on the Dialogs page by key: the same list for shortcuts and the palette."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.ui import prompts
from app.ui.commands import Command
from app.ui.dialogs.round_trip import RoundTripDialog

if TYPE_CHECKING:
    from app.ui.dialogs.page import DialogsPage


class PageCommands(QObject):
    """Made anew whenever they are asked for."""

    def __init__(self, page: "DialogsPage") -> None:
        super().__init__(page)
        self._page = page

    def all(self) -> list[Command]:
        """In the order of the cheat sheet."""
        return [
            *self._moving(),
            *self._page.views.commands(),
            *self._page.finder.commands(),
            *self._page.earlier.commands(),
            *self._writing(),
            *self._doing(),
            *self._page.supervise.commands(),
            *self._giving(),
        ]

    def rename(self) -> None:
        """Ask for another title of the chat."""
        if self._page.presenter.dialog is not None:
            self._page.tasks.start("ask", self._rename)

    def try_text(self) -> None:
        """What would become of a text on its way to a customer?"""
        self._page.tasks.start("ask", self._try_text)

    def _moving(self) -> list[Command]:
        page, group = self._page, self.tr("Dialogs")
        step, view = page.pane.step, page.view
        return [
            Command(self.tr("Open the next dialog"), partial(step, 1), "Alt+Down", group),
            Command(self.tr("Open the previous dialog"), partial(step, -1), "Alt+Up", group),
            Command(
                self.tr("Open the next dialog that waits"),
                partial(step, 1, True),
                "Alt+Shift+Down",
                group,
            ),
            Command(self.tr("Go to the newest message"), view.go_to_end, "Ctrl+End", group),
            Command(
                self.tr("Show or hide the details"),
                page.side.toggle,
                "Ctrl+I",
                group,
                "info",
                self._has_dialog,
                self.tr("no dialog is open"),
            ),
        ]

    def _writing(self) -> list[Command]:
        page, group, has = self._page, self.tr("Dialogs"), self._has_dialog
        none = self.tr("no dialog is open")
        return [
            Command(
                self.tr("Attach a file"),
                page.composer_flow.attach,
                "Ctrl+O",
                group,
                "clip",
                has,
                none,
            ),
            Command(
                self.tr("Show request"),
                page.composer_flow.show_request,
                "Ctrl+Shift+R",
                group,
                "eye",
                has,
                none,
            ),
            Command(
                self.tr("Insert a quick answer"),
                page.quick.open,
                "Ctrl+/",
                group,
                "bolt",
                has,
                none,
            ),
            Command(self.tr("Manage quick answers"), page.quick.manage, "", group, "bolt"),
            Command(
                self.tr("When messages are delivered"),
                page.composer_flow.ask_receipts,
                "",
                group,
                "double-check",
            ),
        ]

    def _doing(self) -> list[Command]:
        page, group, has = self._page, self.tr("Dialogs"), self._has_dialog
        none = self.tr("no dialog is open")
        return [
            Command(self.tr("Write as a new customer"), page.flow.begin, "Ctrl+N", group, "plus"),
            Command(
                self.tr("Switch between customer and operator"),
                page.conversation.composer.switch,
                "Ctrl+J",
                group,
                "swap",
                has,
                none,
            ),
            Command(self.tr("Rename the chat"), self.rename, "Ctrl+R", group, "pencil", has, none),
            Command(self.tr("Try a text"), self.try_text, "", group, "swap"),
        ]

    def _giving(self) -> list[Command]:
        export, none = self._page.export, self.tr("there is no dialog yet")
        group, text = self.tr("Dialogs"), self.tr("Export transcripts")
        return [Command(text, export.open, "", group, "download", export.can_open, none)]

    def _has_dialog(self) -> bool:
        return self._page.presenter.dialog is not None

    async def _try_text(self) -> None:
        await prompts.show(RoundTripDialog(self._page.window(), self._page.theme))

    async def _rename(self) -> None:
        dialog = self._page.presenter.dialog
        if dialog is None:
            return
        text = self.tr("The portal's chat gets this title; operators see it.")
        title, confirm = self.tr("Rename the chat"), self.tr("Rename")
        name = await prompts.ask_text(self._page, title, text, confirm, dialog.name)
        if name is not None and name.strip() and name.strip() != dialog.name:
            self._page.presenter.rename(dialog.id, name.strip())
