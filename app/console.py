"""The program around one window: which portal is open, and what happens when that changes."""

import asyncio
import logging
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app import __version__
from app.domain.problem import Problem
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
    from app.services.scenario_run import Report, StepReport
    from app.services.scenarios import Scenario
    from app.services.session import Session
    from app.supplies import Supplies
    from app.ui.scenarios.presenter import Tell

log = logging.getLogger(__name__)

Work = Callable[[], Awaitable[None]]

#: The pause between the steps of a story that somebody watches.
WATCHABLE_SECONDS = 0.7


class Console:
    """Owns the window, the open desk with its two long tasks, and the sandbox if there is one.

    What belongs to one portal hangs on `_portal`, which is unwound before another portal is opened;
    what outlives portals (HTTP client, keychain) hangs on `_rest`.
    """

    def __init__(
        self,
        settings: Settings,
        preferences: Preferences,
        app: QApplication,
        theme: Theme,
        window: MainWindow,
    ) -> None:
        self.stop = asyncio.Event()
        self.desk: Desk | None = None
        self.sandbox: SandboxDetails | None = None
        self.problem = ""
        self._settings, self._preferences = settings, preferences
        self._app, self._theme = app, theme
        self._loaded = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._tasks = Tasks()
        self._tasks.busy_changed.connect(self._on_busy)
        self._tasks.failed.connect(self._on_failed)
        self._again: Work | None = None
        self._wish: Work | None = None
        self._portal, self._rest = AsyncExitStack(), AsyncExitStack()
        self.window = self._adopt(window)

    async def start(self) -> None:
        """Load the rest of the program and open the portal that was asked for or used last."""
        await self._load()
        if self._settings.sandbox:
            self._open(self.use_sandbox)
        else:
            self._open(self._open_wanted)

    async def settled(self) -> None:
        """Wait until what `start` began has ended, well or badly."""
        await self._idle.wait()

    async def use_sandbox(self) -> None:
        """Start a sandbox portal, where an operator answers by himself, and sign in to it through
        its own sign-in page.
        """
        from app.sandbox_process import sandbox_process
        from app.sandbox_sign_in import sign_in_to_sandbox

        await self._loaded.wait()
        self._again = self.use_sandbox
        await self._close_portal()
        self.window.show_busy(QCoreApplication.translate("Console", "Starting the sandbox portal"))
        self.sandbox = await self._portal.enter_async_context(sandbox_process(auto_operator=True))
        folder = self._portal.enter_context(tempfile.TemporaryDirectory(prefix="openline-sandbox-"))
        self.window.show_busy(
            QCoreApplication.translate("Console", "Signing in to the sandbox portal")
        )
        session = await sign_in_to_sandbox(
            self.supplies.http, self.sandbox, self.supplies.traffic, Path(folder), self._browse
        )
        await self._open_desk(session, Path(folder))

    async def resume(self, profile: "Profile") -> None:
        """Open a portal that was signed in to before, without asking."""
        from app.services.session import resume

        self._again = partial(self.resume, profile)
        await self._close_portal()
        self.window.show_busy(
            QCoreApplication.translate("Console", "Opening {name}").format(name=profile.name)
        )
        session = await resume(
            self.supplies.http, self.supplies.vault, profile, self.supplies.traffic
        )
        await self._open_desk(session, self._settings.data_dir)

    async def close(self) -> None:
        """Take everything down in reverse order."""
        await self._tasks.close()
        await self._close_portal()
        await self._rest.aclose()
        self.window.hide()
        self.window.deleteLater()

    async def _load(self) -> None:
        from app.supplies import open_supplies

        opening = open_supplies(self._settings)
        self.supplies: Supplies = await self._rest.enter_async_context(opening)
        self._loaded.set()

    async def _open_wanted(self) -> None:
        """The portal that was named, or the one used last.

        Raises:
            NotPossible: NO_SUCH_PROFILE, nobody has signed in to a portal of that name.
        """
        from app.services.failures import NotPossible

        wanted = self._settings.profile
        named = {each.name: each for each in self.supplies.profiles.all()}
        profile = named.get(wanted) if wanted else self.supplies.profiles.last()
        if profile is not None:
            await self._resume_or_ask(profile)
        elif wanted:
            raise NotPossible("NO_SUCH_PROFILE", wanted)

    async def _resume_or_ask(self, profile: "Profile") -> None:
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

    def _browse(self, url: str) -> bool:
        from app.sandbox_sign_in import visit

        return self._tasks.start("browse", partial(visit, url))

    async def _open_desk(self, session: "Session", folder: Path) -> None:
        from app.services.desk import open_desk

        desk = await self._portal.enter_async_context(
            open_desk(session, self.supplies.traffic, folder)
        )
        work = Tasks()
        work.failed.connect(self._on_failed)
        self._portal.push_async_callback(work.close)
        await desk.outbox.set_auto_deliver(self._preferences.auto_deliver)
        work.start("feed", desk.feed.run)
        work.start("outbox", desk.outbox.run)
        self.desk = desk
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
        """Play in this window, slowly enough to be watched, and come back to the report."""
        from app.services.scenario_run import run_scenario
        from app.stage import WindowStage

        async def tell_slowly(step: "StepReport") -> None:
            await tell(step)
            await asyncio.sleep(WATCHABLE_SECONDS)

        stage = WindowStage(self, None)
        try:
            return await run_scenario(scenario, stage, tell_slowly)
        finally:
            await stage.let_operators_answer(by_themselves=True)
            self.window.open_page("scenarios")

    async def _close_portal(self) -> None:
        self.window.set_desk(None)
        await self.window.clear_pages()
        self.desk = self.sandbox = None
        await self._portal.aclose()

    def _adopt(self, window: MainWindow) -> MainWindow:
        window.set_preferences(self._preferences)
        window.close_requested.connect(self.stop.set)
        window.sign_in_requested.connect(self._on_sign_in)
        window.sandbox_requested.connect(lambda: self._open(self.use_sandbox))
        window.sign_out_requested.connect(self._on_sign_out)
        window.preferences_changed.connect(self._on_preferences)
        return window

    def _on_sign_in(self) -> None:
        """Ask, or bring the dialog that asks already to the front."""
        if not self._tasks.start("sign in", self._ask_sign_in):
            from app.sign_in_dialog import bring_to_front

            bring_to_front(self.window)

    async def _ask_sign_in(self) -> None:
        from app.sign_in_dialog import ask_sign_in

        await self._loaded.wait()
        last = self.desk.profile if self.desk is not None else self.supplies.profiles.last()
        await ask_sign_in(
            self.supplies,
            self._theme,
            self.window,
            last,
            signed_in=lambda session: self._open(partial(self._enter, session)),
            sandbox_chosen=lambda: self._open(self.use_sandbox),
        )

    async def _enter(self, session: "Session") -> None:
        await self._close_portal()
        await self._open_desk(session, self._settings.data_dir)
        if self.supplies.vault.kind == "memory":
            self.window.tell(explain_problem(Problem("KEYS_IN_MEMORY")))

    def _on_sign_out(self, forget: bool) -> None:
        self._open(partial(self._sign_out, forget=forget))

    async def _sign_out(self, *, forget: bool) -> None:
        desk = self.desk
        if desk is not None:
            await desk.session.sign_out(forget=forget)
        await self._close_portal()
        self.window.show_welcome()
        if desk is not None and forget:
            await asyncio.to_thread(self.supplies.profiles.forget, desk.profile)

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
        if self.desk is not None:
            self._add_pages(self.desk)
            self.window.set_desk(self.desk)
        self.window.show()
        old.hide()
        old.deleteLater()

    def _open(self, work: Work) -> None:
        """Open or leave a portal. The last wish counts: what is being opened now is given up."""
        self._wish = work
        if not self._tasks.start("open", self._fulfil):
            self._tasks.cancel("open")

    async def _fulfil(self) -> None:
        work, self._wish = self._wish, None
        if work is not None:
            await work()

    def _on_busy(self, name: str, busy: bool) -> None:
        if name != "open":
            return
        (self._idle.clear if busy else self._idle.set)()
        if not busy and self._wish is not None:
            self._tasks.start("open", self._fulfil)

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
            self._open(self._again)
