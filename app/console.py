"""The program around one window: which portal is open, and what happens when that changes."""

import asyncio
import logging
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app import __version__
from app.last_wish import LastWish, Work
from app.portal_wishes import PortalWishes
from app.portals import Portals
from app.settings import Settings, save_preferences
from app.ui import language
from app.ui.errors import explain, explain_problem
from app.ui.preferences import Preferences
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from app.domain.portal import Profile
    from app.sandbox_process import SandboxDetails
    from app.services.desk import Desk
    from app.services.scenario_run import Report
    from app.services.scenarios import Scenario
    from app.services.session import Session
    from app.services.traffic import Traffic
    from app.supplies import Supplies
    from app.ui.scenarios.presenter import Tell

log = logging.getLogger(__name__)


class Console:
    """Carries out what is wished for in the window. The last wish to open a portal counts."""

    def __init__(
        self,
        settings: Settings,
        preferences: Preferences,
        app: QApplication,
        theme: Theme,
        window: MainWindow,
    ) -> None:
        self.stop = asyncio.Event()
        self.problem = ""
        self._settings, self._preferences = settings, preferences
        self._app, self._theme = app, theme
        self._tasks = Tasks()
        self._wishes = LastWish(self._tasks)
        self._tasks.failed.connect(self._on_failed)
        self._again: Work | None = None
        self._portals = Portals(settings, self._on_failed, self._on_list)
        self._known = PortalWishes(self._portals, self._tasks, theme, self)
        self.window = self._adopt(window)

    @property
    def desk(self) -> "Desk | None":
        """The services of the open portal."""
        return self._portals.desk

    @property
    def sandbox(self) -> "SandboxDetails | None":
        """The sandbox, while it is the open portal."""
        return self._portals.sandbox

    @property
    def supplies(self) -> "Supplies":
        """What all portals share, once it is loaded."""
        return self._portals.supplies

    async def start(self) -> None:
        """Load the rest of the program and open the portal that was asked for or used last."""
        await self._portals.load()
        self.supplies.vault.failed.connect(self._known.show_vault_failure)
        if self._settings.sandbox:
            self.open(self.use_sandbox)
        else:
            self.open(self._open_wanted)

    async def settled(self) -> None:
        """Wait until what `start` began has ended, well or badly."""
        await self._wishes.settled()

    async def use_sandbox(self) -> None:
        """Start a sandbox portal and sign in to it through its own sign-in page."""
        await self._portals.loaded.wait()
        self._again = self.use_sandbox
        await self.leave()
        await self._enter_sandbox()

    async def _sign_in_to_sandbox(self) -> None:
        """Sign in once more to the sandbox that is there: it and its dialogs stay."""
        self._again = self._sign_in_to_sandbox
        await self.leave(end_sandbox=False)
        await self._enter_sandbox()

    async def _enter_sandbox(self) -> None:
        words = (
            QCoreApplication.translate("Console", "Starting the sandbox portal"),
            QCoreApplication.translate("Console", "Signing in to the sandbox portal"),
        )
        await self._open_desk(await self._portals.open_sandbox(self.window.show_busy, words))

    async def resume(self, profile: "Profile") -> None:
        """Open a portal that was signed in to before, without asking."""
        self._again = partial(self.resume, profile)
        await self.leave()
        text = QCoreApplication.translate("Console", "Opening {name}")
        self.window.show_busy(text.format(name=profile.name))
        await self._open_desk(await self._portals.resume(profile))

    async def close(self) -> None:
        """Take everything down in reverse order."""
        await self._tasks.close()
        await self.leave()
        await self._portals.close()
        self.window.hide()
        self.window.deleteLater()

    async def _open_wanted(self) -> None:
        """The portal that was named, or the one used last.

        Raises:
            NotPossible: NO_SUCH_PROFILE, nobody has signed in to a portal of that name;
                AMBIGUOUS_PROFILE, to several.
        """
        it = self.supplies
        wanted = self._settings.profile
        profile = it.profiles.find(wanted) if wanted else it.profiles.last()
        if profile is None:
            return
        given = self._settings.given.passphrase
        if it.vault.state == "locked" and given:
            await it.vault.unlock(given)
        if it.vault.state == "locked":
            self._known.ask_passphrase(self._on_unlocked)
        elif it.vault.problem is not None:
            self._again = self._ask_sign_in
            self.window.show_problem(explain_problem(it.vault.problem), self._way_on(), self._go_on)
        else:
            await self.resume_or_ask(profile)

    async def resume_or_ask(self, profile: "Profile") -> None:
        """Who has signed out here is not asked why; where keys are no longer good, one press leads
        to the sign-in.
        """
        from app.bitrix.errors import SignedOut

        try:
            await self.resume(profile)
        except SignedOut as error:
            if error.has_code("NOT_SIGNED_IN") and not self._settings.profile:
                self.window.show_welcome()
                return
            self._again = self._ask_sign_in
            raise

    def _on_unlocked(self) -> None:
        """The file is open, or was given up for another place: then nobody is signed in any more.
        A sandbox that was opened meanwhile stays.
        """
        if self.desk is None:
            self.window.welcome.show_ready()
            self.open(self._open_wanted)

    async def _open_desk(self, session: "Session") -> None:
        desk = await self._portals.open_desk(session, auto_deliver=self._preferences.auto_deliver)
        self._add_pages(desk)
        self.window.set_desk(desk)
        self.window.open_page("dialogs" if desk.dialogs.all() else "connectors")
        await desk.connectors.refresh()

    def _add_pages(self, desk: "Desk") -> None:
        from app.portal_pages import portal_pages

        play = self._play if self.sandbox is not None else None
        for key, icon, title, page in portal_pages(desk, self._theme, play):
            self.window.add_page(key, icon, title, page)

    async def _play(self, scenario: "Scenario", tell: "Tell") -> "Report":
        from app.stage import play_in_window

        return await play_in_window(self, scenario, tell)

    async def leave(self, *, end_sandbox: bool = True) -> None:
        """Close the open portal and its pages."""
        self.window.set_desk(None)
        await self.window.clear_pages()
        await self._portals.leave(end_sandbox=end_sandbox)

    def _adopt(self, window: MainWindow) -> MainWindow:
        window.set_preferences(self._preferences)
        window.close_requested.connect(self.stop.set)
        window.sign_in_requested.connect(self._on_sign_in)
        window.sandbox_requested.connect(lambda: self.open(self.use_sandbox))
        window.preferences_changed.connect(self._on_preferences)
        self._known.adopt(window)
        return window

    def _on_list(self) -> None:
        """The list of portals or the place of their keys has changed."""
        it = self.supplies
        kind = it.vault.kind if it.vault.state == "open" else ""
        self.window.set_portals(it.profiles.all(), kind)
        if it.vault.choice != self._preferences.vault:
            self._preferences = replace(self._preferences, vault=it.vault.choice)
            self.window.set_preferences(self._preferences)
            self._tasks.start("remember", self._remember)

    def _on_sign_in(self) -> None:
        """Ask, or bring the dialog that asks already to the front. A sandbox that has signed this
        program out lets it in again without a question.
        """
        if self.sandbox is not None and self.desk is not None and self.desk.session.signed_out:
            self.open(self._sign_in_to_sandbox)
        elif not self._tasks.start("sign in", self._ask_sign_in):
            from app.sign_in_dialog import bring_to_front

            bring_to_front(self.window)

    async def _ask_sign_in(self) -> None:
        from app.sign_in_dialog import ask_sign_in

        await self._portals.loaded.wait()
        last = self.desk.profile if self.desk is not None else self.supplies.profiles.last()
        in_sandbox = self.sandbox is not None and self.desk is not None
        traffic = self.supplies.traffic.another()
        await ask_sign_in(
            self.supplies,
            traffic,
            self._theme,
            self.window,
            None if in_sandbox else last,
            sandbox_possible=not in_sandbox,
            signed_in=lambda session: self.open(partial(self._enter, session, traffic)),
            sandbox_chosen=lambda: self.open(self.use_sandbox),
        )

    async def _enter(self, session: "Session", traffic: "Traffic") -> None:
        await self.leave()
        self._portals.traffic = traffic
        await self._open_desk(session)
        self._on_list()

    def _on_preferences(self, preferences: Preferences) -> None:
        changed_language = preferences.language != self._preferences.language
        self._preferences = preferences
        self._tasks.start("remember", self._remember)
        self._theme.set_name(preferences.theme)
        if self.desk is not None:
            switch = partial(self.desk.outbox.set_auto_deliver, preferences.auto_deliver)
            self._tasks.start("auto deliver", switch)
        if changed_language:
            self._tasks.start("language", self._speak)

    async def _remember(self) -> None:
        """Keep the newest choice; made while the last one was being written, it is written too."""
        written = None
        while written != self._preferences:
            written = self._preferences
            await asyncio.to_thread(save_preferences, self._settings.data_dir, written)

    async def _speak(self) -> None:
        """Another language: build the window's content anew on the same services."""
        await self.window.clear_pages()
        language.install(self._app, self._preferences.language)
        old, self.window = self.window, self._adopt(MainWindow(self._theme, __version__))
        self.window.restoreGeometry(old.saveGeometry())
        self._on_list()
        if self.desk is not None:
            self._add_pages(self.desk)
            self.window.set_desk(self.desk)
        elif self.supplies.vault.state == "locked" and self.supplies.profiles.last() is not None:
            self._known.ask_passphrase(self._on_unlocked)
        self.window.show()
        old.hide()
        old.deleteLater()

    def open(self, work: Work) -> None:
        """Open or leave a portal. The last wish counts."""
        self._wishes.want(work)

    def _on_failed(self, name: str, error: Exception) -> None:
        """What no page shows itself: opening a portal, or a service that broke down."""
        log.warning("%s failed: %s", name, type(error).__name__)
        explained = explain(error)
        self.problem = f"{explained.title} {explained.text}".strip()
        if self.desk is not None:
            self.window.tell(explained)
        elif self._again is None:
            self.window.show_problem(explained)
        else:
            self.window.show_problem(explained, self._way_on(), self._go_on)

    def _way_on(self) -> str:
        if self._again == self._ask_sign_in:
            return QCoreApplication.translate("Console", "Sign in again")
        return QCoreApplication.translate("Console", "Try again")

    def _go_on(self) -> None:
        if self._again == self._ask_sign_in:
            self._on_sign_in()
        elif self._again is not None:
            self.open(self._again)
