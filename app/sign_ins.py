"""The two ways into a portal that the window offers: a sign-in, and the sandbox.

Decides what a press of their buttons means; the console opens what comes of it.
"""

from functools import partial
from typing import TYPE_CHECKING

from app.portals import Portals
from app.ui.style import Theme
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.console import Console
    from app.domain.portal import Profile


class SignIns:
    """One dialog at a time asks."""

    def __init__(self, console: "Console", portals: Portals, theme: Theme, tasks: Tasks) -> None:
        self._console, self._portals, self._theme, self._tasks = console, portals, theme, tasks

    def sign_in(self) -> None:
        """A sandbox that has signed this program out lets it in again without a question."""
        desk = self._console.desk
        if self._in_sandbox and desk is not None and desk.session.signed_out:
            self._console.open(partial(self._console.enter_sandbox, anew=False))
        else:
            self.ask()

    def use_sandbox(self) -> None:
        """The sandbox that is open already is shown: another one in its place would lose it."""
        desk = self._console.desk
        if not self._in_sandbox or desk is None:
            self._console.open(partial(self._console.enter_sandbox, anew=True))
        elif desk.session.signed_out:
            self.sign_in()
        else:
            self._console.furnishing.open_first_page(desk)

    def ask(self, profile: "Profile | None" = None) -> None:
        """Ask, for this portal if one is named, or bring the dialog that asks to the front."""
        if not self._tasks.start("sign in", partial(self._ask, profile)):
            from app.sign_in_dialog import bring_to_front

            bring_to_front(self._console.window)

    @property
    def _in_sandbox(self) -> bool:
        return self._console.sandbox is not None and self._console.desk is not None

    async def _ask(self, profile: "Profile | None") -> None:
        from app.sign_in_dialog import ask_sign_in

        await self._portals.loaded.wait()
        console, desk = self._console, self._console.desk
        last = desk.profile if desk is not None else console.supplies.profiles.last()
        traffic = console.supplies.traffic.another()
        await ask_sign_in(
            console.supplies,
            traffic,
            self._theme,
            console.window,
            profile or (None if self._in_sandbox else last),
            sandbox_possible=not self._in_sandbox,
            signed_in=lambda session: console.open(partial(console.enter, session, traffic)),
            sandbox_chosen=self.use_sandbox,
        )
