"""What a window wishes for portals that are known already: another one, a lock, another way there,
no trace of it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from app.domain.problem import Problem
from app.last_wish import Work
from app.portals import Portals
from app.settings import Settings
from app.ui.errors import explain_problem
from app.ui.style import Theme
from app.ui.tasks import Tasks
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.portal import Network, Profile


class Doorkeeper(Protocol):
    """Who opens and leaves portals in the window, one at a time."""

    def open(self, work: Work) -> None:
        """Do this as soon as what is being done has been given up."""
        ...

    async def leave(self) -> None:
        """Close the open portal and its pages."""
        ...

    def sign_in(self) -> None:
        """Ask for a sign-in."""
        ...

    async def resume_or_ask(self, profile: "Profile") -> None:
        """Open a portal, or lead to the sign-in where its keys are no longer good."""
        ...


class PortalWishes:
    """Carries them out in the window that was adopted last."""

    def __init__(
        self,
        settings: Settings,
        portals: Portals,
        tasks: Tasks,
        theme: Theme,
        door: Doorkeeper,
    ) -> None:
        self._settings, self._portals = settings, portals
        self._tasks, self._theme, self._door = tasks, theme, door

    def adopt(self, window: MainWindow) -> None:
        """Listen to this window."""
        self._window = window
        window.sign_out_requested.connect(lambda forget: self._open(self._sign_out, forget))
        window.forget_requested.connect(lambda profile: self._open(self._forget, profile))
        window.network_requested.connect(lambda network: self._open(self._reach, network))
        window.switch_requested.connect(self._on_switch)
        window.read_only_requested.connect(self._on_read_only)
        window.closed_change_requested.connect(self._on_closed_change)
        window.set_vault_block(self._vault_block)

    def announce(self) -> None:
        """Say which portal is about to be opened, while the program is still being loaded."""
        from app.services.profiles import Profiles

        last = Profiles(self._settings.data_dir).last()
        if last is not None:
            text = QCoreApplication.translate("Console", "Opening {name}")
            self._window.show_busy(text.format(name=self._settings.profile or last.name))

    async def open_wanted(self) -> None:
        """The portal that was named, or the one used last.

        Raises:
            NotPossible: NO_SUCH_PROFILE, nobody has signed in to a portal of that name;
                AMBIGUOUS_PROFILE, to several.
        """
        it = self._portals.supplies
        wanted = self._settings.profile
        profile = it.profiles.find(wanted) if wanted else it.profiles.last()
        if profile is None:
            return
        given = self._settings.given.passphrase
        if it.vault.state == "locked" and given:
            await it.vault.unlock(given)
        if it.vault.state == "locked":
            self._ask_passphrase()
        elif it.vault.problem is not None:
            word = QCoreApplication.translate("Console", "Sign in again")
            self._window.show_problem(explain_problem(it.vault.problem), word, self._door.sign_in)
        else:
            await self._door.resume_or_ask(profile)

    def ask_passphrase_again(self) -> None:
        """In a window that was made anew while the question was open."""
        it = self._portals.supplies
        if it.vault.state == "locked" and it.profiles.last() is not None:
            self._ask_passphrase()

    def _ask_passphrase(self) -> None:
        from app.vault_wishes import ask_passphrase

        supplies = self._portals.supplies
        ask_passphrase(self._window, self._theme, self._tasks, supplies, self._on_unlocked)

    def _on_unlocked(self) -> None:
        """The file is open, or was given up for another place: then nobody is signed in any more.
        A sandbox that was opened meanwhile stays.
        """
        if self._portals.desk is None:
            self._window.welcome.show_ready()
            self._door.open(self.open_wanted)

    def show_vault_failure(self, problem: Problem) -> None:
        """The place of keys does not work any more: told, and asked for another one."""
        from app.vault_wishes import ask_where

        if problem.code == "VAULT_LEFTOVER":
            self._window.tell(explain_problem(problem))
        elif problem.code.startswith("KEYCHAIN_"):
            self._window.tell(explain_problem(problem))
            ask_where(self._window, self._theme, self._tasks, self._portals.supplies)

    def _open(self, work: Callable[..., Awaitable[None]], wish: object) -> None:
        self._door.open(partial(work, wish))

    async def _sign_out(self, forget: bool) -> None:
        await self._portals.sign_out(forget=forget)
        await self._door.leave()
        self._window.show_welcome()

    def _on_switch(self, profile: "Profile") -> None:
        """Another portal; the open one is left alone."""
        desk = self._portals.desk
        if desk is None or desk.profile.key != profile.key:
            self._open(self._door.resume_or_ask, profile)

    async def _forget(self, profile: "Profile") -> None:
        """The person has confirmed it. An open portal is left first."""
        desk = self._portals.desk
        if desk is not None and desk.profile.key == profile.key:
            await self._door.leave()
            self._window.show_welcome()
        forgotten = await self._portals.forget(profile)
        self._window.show_forgotten(profile, forgotten)

    def _on_read_only(self, read_only: bool) -> None:
        work = partial(self._set_read_only, read_only)
        self._tasks.start(f"read only {read_only}", work)

    async def _set_read_only(self, read_only: bool) -> None:
        """Opening the lock of a portal with real customers has to be confirmed."""
        from app.vault_wishes import may_unlock_portal

        desk = self._portals.desk
        if desk is not None and (read_only or await may_unlock_portal(self._window, desk.profile)):
            await self._portals.set_read_only(read_only)

    async def _reach(self, network: "Network") -> None:
        """Open the portal anew with other network settings; they are kept once it has answered."""
        desk = self._portals.desk
        if desk is not None:
            await self._door.resume_or_ask(replace(desk.profile, network=network))
            await self._portals.remember_open()

    def _on_closed_change(self, profile: "Profile") -> None:
        self._tasks.start(f"change {profile.key}", partial(self._change, profile))

    async def _change(self, profile: "Profile") -> None:
        """Other settings of a portal that is not open; another way there is tried at once."""
        from app.vault_wishes import may_unlock_portal

        before = self._portals.supplies.profiles.find(profile.key)
        unlocks = before.read_only and not profile.read_only
        if unlocks and not await may_unlock_portal(self._window, profile):
            return
        await self._portals.change(profile)
        if profile.network != before.network:
            self._open(self._door.resume_or_ask, profile)

    def _vault_block(self) -> "QWidget":
        from app.vault_wishes import vault_block

        return vault_block(self._theme, self._tasks, self._portals.supplies)
