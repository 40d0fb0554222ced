"""The pages of the open portal in the window, and the new window that another language takes.

Knows no way to a portal: the console opens and leaves them.
"""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.ui import language
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.window import WELCOME, MainWindow

if TYPE_CHECKING:
    from app.console import Console
    from app.domain.dialog import DialogId
    from app.portal_wishes import PortalWishes
    from app.services.desk import Desk
    from app.services.scenario_run import Report
    from app.services.scenarios import Scenario
    from app.ui.scenarios.presenter import Tell

#: Seconds that the first page is left alone before the others are made, and between two.
_FIRST_PAGE_S, _NEXT_PAGE_S = 2.0, 0.3
#: Seconds after which a new window is painted, and the one that it replaces can go.
_PAINTED = 0.1


class Furnishing:
    """Works in whatever window the console has: it is another one after a change of language."""

    def __init__(
        self, console: "Console", known: "PortalWishes", theme: Theme, tasks: Tasks
    ) -> None:
        self._console, self._known, self._theme, self._tasks = console, known, theme, tasks

    def add_pages(self, desk: "Desk") -> None:
        """They are made when they are needed; those that nobody asks for in quiet moments, so that
        they open at once later.
        """
        from app.portal_pages import portal_pages

        play = self._play if self._console.sandbox else None
        for place in portal_pages(desk, self._theme, play):
            self._console.window.add_page(*place)
        self._tasks.start("pages", self._make_pages)

    def open_first_page(self, desk: "Desk") -> None:
        """Where there is something to do."""
        self._console.window.open_page("dialogs" if desk.dialogs.all() else "connectors")

    async def speak(self, app: QApplication, name: str) -> None:
        """Another language: a new window takes the place of the old one, which keeps its picture
        until the new one stands; services and page stay.
        """
        console, old, dialog = self._console, self._console.window, self._open_dialog()
        page = old.current_page
        old.set_still(True)
        try:
            await old.clear_pages()
            language.install(app, name)
            await asyncio.sleep(0)  # the old window hears of it before the new one is made
            console.take_new_window()
            console.window.restoreGeometry(old.saveGeometry())
            await self._furnish(page, dialog)
        finally:
            console.window.set_still(False)
            console.window.show()
            if console.window is not old:
                await _let_go(old)

    async def _furnish(self, page: str, dialog: "DialogId | None") -> None:
        """The pages of the open portal in a new window, with what was open in the old one."""
        window, desk = self._console.window, self._console.desk
        if desk is not None:
            self.add_pages(desk)
            window.set_desk(desk)
            if dialog is not None and "dialogs" in window.page_keys:
                window.page("dialogs").presenter.open(dialog)
        else:
            self._known.ask_passphrase_again()
        await asyncio.sleep(0)
        if page != WELCOME:
            window.open_page(page)

    def _open_dialog(self) -> "DialogId | None":
        window = self._console.window
        if not window.pages.is_made("dialogs"):
            return None
        opened = window.page("dialogs").presenter.dialog
        return None if opened is None else opened.id

    async def _make_pages(self) -> None:
        pause, is_left = _FIRST_PAGE_S, True
        while is_left:
            await asyncio.sleep(pause)
            pause, is_left = _NEXT_PAGE_S, self._console.window.pages.make_next()

    async def _play(self, scenario: "Scenario", tell: "Tell") -> "Report":
        from app.stage import play_in_window

        return await play_in_window(self._console, scenario, tell)


async def _let_go(window: MainWindow) -> None:
    """Once the one in its place is painted, or the program ends."""
    try:
        await asyncio.sleep(_PAINTED)
    finally:
        window.hide()
        window.deleteLater()
