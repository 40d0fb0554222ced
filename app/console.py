"""The program around one window: which portal is open, and what happens when that changes."""

import asyncio
import logging
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app import __version__
from app.attempt import Attempt
from app.furnishing import Furnishing
from app.kept_preferences import KeptPreferences
from app.last_wish import OPENING, LastWish, Work
from app.portal_wishes import PortalWishes
from app.portals import Portals
from app.settings import Settings
from app.sign_ins import SignIns
from app.ui.errors import explain
from app.ui.preferences import Preferences
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from app.domain.portal import Profile
    from app.sandbox_process import SandboxDetails
    from app.services.desk import Desk
    from app.services.session import Session
    from app.services.traffic import Traffic
    from app.supplies import Supplies

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
        self._settings = settings
        self._app, self._theme = app, theme
        self._tasks = Tasks()
        self._preferences = KeptPreferences(settings.data_dir, preferences, self._tasks)
        self._wishes = LastWish(self._tasks)
        self._tasks.failed.connect(self._on_failed)
        self._attempt: Attempt | None = None
        self._portals = Portals(settings, self._on_failed, self._on_list)
        self._known = PortalWishes(settings, self._portals, self._tasks, theme, self)
        self.furnishing = Furnishing(self, self._known, theme, self._tasks)
        self._sign_ins = SignIns(self, self._portals, theme, self._tasks)
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
    def data_dir(self) -> Path:
        """Where the journals of portals are kept."""
        return self._settings.data_dir

    @property
    def theme(self) -> Theme:
        """The look of the window."""
        return self._theme

    @property
    def supplies(self) -> "Supplies":
        """What all portals share, once it is loaded."""
        return self._portals.supplies

    async def start(self) -> None:
        """Load the rest of the program and open the portal that was asked for or used last."""
        if not self._settings.sandbox:
            self._known.announce()
            await asyncio.sleep(0)  # it is painted before what it takes is loaded
        await self._portals.load()
        self.supplies.vault.failed.connect(self._known.show_vault_failure)
        if self._settings.sandbox:
            self._sign_ins.use_sandbox()
        else:
            self.open(self._known.open_wanted)

    async def settled(self) -> None:
        """Wait until what `start` began has ended, well or badly."""
        await self._wishes.settled()

    async def enter_sandbox(self, *, anew: bool) -> None:
        """Sign in to a sandbox portal through its own sign-in page. Unless it shall be a new one,
        the one that is there and its dialogs stay.
        """
        await self._portals.loaded.wait()
        self._attempt = Attempt(partial(self.enter_sandbox, anew=anew))
        await self.leave(end_sandbox=anew)
        words = (
            QCoreApplication.translate("Console", "Starting the sandbox portal"),
            QCoreApplication.translate("Console", "Signing in to the sandbox portal"),
        )
        await self._open_desk(await self._portals.open_sandbox(self.window.show_busy, words))

    async def resume(self, profile: "Profile") -> None:
        """Open a portal that was signed in to before, without asking. The open one is closed only
        once this one has answered.
        """
        self._attempt = Attempt(partial(self.resume_or_ask, profile), profile)
        before = self.window.current_page
        text = QCoreApplication.translate("Console", "Opening {name}")
        self.window.show_busy(text.format(name=profile.name))
        try:
            session, traffic = await self._portals.resume(profile)
        except BaseException:
            if self.desk is not None:
                self.window.end_busy(before)
            raise
        await self.enter(session, traffic)

    async def close(self) -> None:
        """Take everything down in reverse order."""
        await self._tasks.close()
        await self.leave()
        await self._portals.close()
        self.window.hide()
        self.window.deleteLater()

    async def resume_or_ask(self, profile: "Profile") -> None:
        """Who has signed out here is not asked why; where keys are no longer good, one press leads
        to the sign-in.
        """
        from app.bitrix.errors import SignedOut

        try:
            await self.resume(profile)
        except SignedOut as error:
            named = bool(self._settings.profile) or self.desk is not None
            if named or not error.has_code("NOT_SIGNED_IN"):
                raise
            self.window.show_welcome()

    def try_again_with(self, work: Work, profile: "Profile") -> None:
        """If what is being done for this portal fails, the way on is to do it again."""
        self._attempt = Attempt(work, profile)

    async def look_at(self, profile: "Profile", folder: Path) -> None:
        """Open a portal with the journal in this folder: nothing is received, sent or kept."""
        session, traffic = await self._portals.resume(profile)
        session.set_read_only(True)
        self._portals.traffic = traffic
        await self._open_desk(session, look=folder)

    async def _open_desk(self, session: "Session", *, look: Path | None = None) -> None:
        desk = await self._portals.open_desk(
            session, auto_deliver=self._preferences.now.auto_deliver, look=look
        )
        desk.outbox.pauses.seconds = self._preferences.now.pause
        self.furnishing.add_pages(desk)
        self.window.set_desk(desk)
        self.furnishing.open_first_page(desk)
        self._attempt = None
        await desk.connectors.refresh()

    async def leave(self, *, end_sandbox: bool = True) -> None:
        """Close the open portal and its pages."""
        self.window.set_desk(None)
        await self.window.clear_pages()
        await self._portals.leave(end_sandbox=end_sandbox)

    def _adopt(self, window: MainWindow) -> MainWindow:
        window.set_preferences(self._preferences.now)
        window.close_requested.connect(self.stop.set)
        window.sign_in_requested.connect(self._sign_ins.sign_in)
        window.sandbox_requested.connect(self._sign_ins.use_sandbox)
        window.preferences_changed.connect(self._on_preferences)
        window.keep_requested.connect(self._on_keep)
        self._known.adopt(window)
        return window

    def _on_list(self) -> None:
        """The list of portals or the place of their keys has changed."""
        it = self.supplies
        kind = it.vault.kind if it.vault.state == "open" else ""
        self.window.set_portals(it.profiles.all(), kind)
        if it.vault.choice != self._preferences.now.vault:
            self._preferences.keep(replace(self._preferences.now, vault=it.vault.choice))
            self.window.set_preferences(self._preferences.now)

    def sign_in(self, profile: "Profile | None" = None) -> None:
        """Ask, for this portal if one is named."""
        self._sign_ins.ask(profile)

    async def enter(self, session: "Session", traffic: "Traffic") -> None:
        """Leave the open portal for the one of this sign-in."""
        if self._attempt is None:
            self.try_again_with(partial(self.resume_or_ask, session.profile), session.profile)
        await self.leave()
        self._portals.traffic = traffic
        await self._open_desk(session)
        self._on_list()

    def _on_preferences(self, preferences: Preferences) -> None:
        changed_language = preferences.language != self._preferences.now.language
        self._preferences.keep(preferences)
        self._theme.set_name(preferences.theme)
        if self.desk is not None:
            self.desk.outbox.pauses.seconds = preferences.pause
            switch = partial(self.desk.outbox.set_auto_deliver, preferences.auto_deliver)
            self._tasks.start("auto deliver", switch)
        if changed_language:
            self._tasks.start("language", self._speak)

    async def _speak(self) -> None:
        """Another language may be chosen while the window takes one."""
        taken = ""
        while taken != self._preferences.now.language:
            taken = self._preferences.now.language
            await self.furnishing.speak(self._app, taken)

    def _on_keep(self, days: int) -> None:
        self._tasks.start("keep", partial(self._keep, days))

    async def _keep(self, days: int) -> None:
        """How long messages of the open portal are kept; what is older goes in the background."""
        if self.desk is not None:
            await self.desk.upkeep.keep(days)
            self.window.standing.show_kept()

    def take_new_window(self) -> None:
        """An empty one; the present one is not listened to any more."""
        self.window = self._adopt(MainWindow(self._theme, __version__))
        self._on_list()

    def open(self, work: Work) -> None:
        """Open or leave a portal. The last wish counts."""
        self._attempt = None
        self._wishes.want(work)

    def _on_failed(self, name: str, error: Exception) -> None:
        """What no page shows itself: opening a portal, or a service that broke down."""
        from app.services.failures import JournalDamaged

        log.warning("%s failed: %s", name, type(error).__name__)
        profile = self._attempt.profile if self._attempt is not None else None
        profile = profile if self.desk is None else self.desk.profile
        if isinstance(error, JournalDamaged) and profile is not None and self.sandbox is None:
            self._on_damaged(profile, error)
            return
        tell = self.window.show_problem if self.desk is None else self.window.tell
        if name == OPENING and self._attempt is not None:
            explained = self._attempt.explain(error)
            tell(explained, *self._attempt.way_on(error, self))
        else:
            explained = explain(error)
            tell(explained)
        self.problem = f"{explained.title} {explained.text}".strip()

    def _on_damaged(self, profile: "Profile", error: Exception) -> None:
        """A journal that is damaged is left before the person decides what becomes of it."""
        from app.journal_wishes import offer

        async def leave_and_offer() -> None:
            await self.leave()
            offer(self, self._theme, profile, error)

        self.open(leave_and_offer)
        self.problem = explain(error).title
