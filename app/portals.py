"""The one open portal of a window, and what outlives it. Opens, leaves, changes; draws nothing."""

import asyncio
import shutil
from collections.abc import Callable
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.portal import Profile
from app.settings import Settings
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.sandbox_process import SandboxDetails
    from app.services.desk import Desk
    from app.services.forgetting import Forgotten
    from app.services.session import Session
    from app.services.traffic import Traffic
    from app.supplies import Supplies

Failed = Callable[[str, Exception], None]


class Portals:
    """Owns the desk with its two long tasks, and the sandbox if there is one.

    What belongs to one portal hangs on `_portal`, which is unwound before another portal is opened,
    together with its record of calls. The sandbox and its folder hang on `_sandbox`, which may
    outlive a sign-in; what outlives portals hangs on `_rest`.
    """

    def __init__(self, settings: Settings, failed: Failed, on_list: Callable[[], None]) -> None:
        """`failed` is told of a long task that broke down, `on_list` that the list changed."""
        self.desk: Desk | None = None
        self.sandbox: SandboxDetails | None = None
        self.loaded = asyncio.Event()
        self._looking = False
        self._settings, self._failed, self._on_list = settings, failed, on_list
        self._portal, self._rest = AsyncExitStack(), AsyncExitStack()
        self._sandbox, self._folder = AsyncExitStack(), settings.data_dir

    async def load(self) -> None:
        """Open what all portals share."""
        from app.supplies import open_supplies

        opening = open_supplies(self._settings)
        self.supplies: Supplies = await self._rest.enter_async_context(opening)
        self._rest.callback(self.supplies.vault.changed.connect(lambda _: self._on_list()))
        self.loaded.set()
        self._on_list()

    async def open_sandbox(self, say: Callable[[str], None], words: tuple[str, str]) -> "Session":
        """Start a sandbox portal, where an operator answers by himself, unless one is there, and
        sign in to it through its own sign-in page. `say` is told the two `words` when each begins.
        """
        from app.sandbox_process import sandbox_process
        from app.sandbox_sign_in import sign_in_to_sandbox, visit

        browsing = Tasks()
        self._portal.push_async_callback(browsing.close)
        if self.sandbox is None:
            say(words[0])
            process = sandbox_process(auto_operator=True)
            self.sandbox = await self._sandbox.enter_async_context(process)
            self._folder = Path(self.sandbox.folder)
        say(words[1])
        return await sign_in_to_sandbox(
            self.supplies.http,
            self.sandbox,
            self.own_traffic(),
            self._folder,
            lambda url: browsing.start("browse", partial(visit, url)),
        )

    async def resume(self, profile: Profile) -> "tuple[Session, Traffic]":
        """Work again with the tokens of an earlier sign-in; this portal is now the one used last.
        The open one is left alone: the session and its record of calls belong to the caller.

        Raises:
            SignedOut: there are none, or they are no longer good.
            BitrixError, VaultFailed: nobody answers, or the keys cannot be read.
            AlreadyHeld: another process works on this portal.
        """
        from app.services.session import resume

        await self._refuse_held(profile)
        it = self.supplies
        http = it.open_http(profile.network)
        traffic = it.traffic.another()
        session = await resume(http, it.vault, profile, traffic)
        await asyncio.to_thread(it.profiles.remember, session.profile)
        self._on_list()
        return session, traffic

    async def _refuse_held(self, profile: Profile) -> None:
        from app.services.holding import AlreadyHeld, holder
        from app.services.places import portal_folder

        if self.desk is not None and self.desk.profile.key == profile.key:
            return  # by this window
        by = await holder(portal_folder(self._settings.data_dir, profile.key))
        if by is not None:
            raise AlreadyHeld(by)

    def own_traffic(self) -> "Traffic":
        """A record of calls for one portal: those of another one are never shown beside them."""
        self.traffic = self.supplies.traffic.another()
        return self.traffic

    async def open_desk(
        self, session: "Session", *, auto_deliver: bool, look: Path | None = None
    ) -> "Desk":
        """Open every service on a session, and let the feed and the outbox run. With `look` the
        journal in that folder is only looked at: nothing runs, and nothing is kept.

        Raises:
            AlreadyHeld: another process works on this portal.
            ServiceError: the journal cannot be opened.
        """
        from app.services.desk import open_desk

        folder = self._settings.data_dir if self.sandbox is None else self._folder
        await self._hold(session, folder)
        if look is not None:
            self._portal.callback(partial(shutil.rmtree, look, ignore_errors=True))
        shared = self._settings.data_dir
        opening = open_desk(session, self.traffic, look or folder, shared_dir=shared)
        desk = await self._portal.enter_async_context(opening)
        self._looking = look is not None
        if not self._looking:
            await self._set_to_work(desk, auto_deliver=auto_deliver)
        self.desk = desk
        return desk

    async def _set_to_work(self, desk: "Desk", *, auto_deliver: bool) -> None:
        work, session = Tasks(), desk.session
        work.failed.connect(self._failed)
        self._portal.push_async_callback(work.close)
        remember = lambda profile: work.start("moved", partial(self.remember, profile))  # noqa: E731
        self._portal.callback(session.moved.connect(remember))
        if self.sandbox is None:
            keep = lambda _: work.start("keep keys", session.keep)  # noqa: E731
            self._portal.callback(self.supplies.vault.changed.connect(keep))
        await desk.outbox.prefer(auto_deliver=auto_deliver)
        work.start("feed", desk.feed.run)
        work.start("found", desk.found.run)
        work.start("outbox", desk.outbox.run)
        work.start("drift", desk.drift.run)
        work.start("upkeep", desk.upkeep.run)
        work.start("bots", desk.bots.run)
        work.start("alerts", desk.alerts.run)
        work.start("search", desk.search.index_old)
        tell = partial(self._failed, "journal")
        self._portal.callback(desk.journal.damaged.connect(tell))
        work.start("forwarding", desk.forwarding.run)

    async def _hold(self, session: "Session", folder: Path) -> None:
        """This process alone works on the portal until it is left."""
        from app.services.holding import hold
        from app.services.places import portal_folder

        try:
            holding = hold(portal_folder(folder, session.profile.key))
            await self._portal.enter_async_context(holding)
        except BaseException:
            await session.close()
            raise

    async def leave(self, *, end_sandbox: bool = True) -> None:
        """Close the open portal. A sandbox is lost with all that is in it, unless it shall stay."""
        self.desk = None
        await self._portal.aclose()
        if end_sandbox:
            self.sandbox = None
            await self._sandbox.aclose()

    async def close(self) -> None:
        """Take everything down in reverse order."""
        await self.leave()
        await self._rest.aclose()

    async def sign_out(self, *, forget: bool) -> None:
        """Drop the tokens of the open portal; `forget` drops the application's secret as well."""
        desk = self.desk
        if desk is not None:
            await desk.session.sign_out(forget=forget)
        await self.leave()
        if desk is not None and forget:
            await asyncio.to_thread(self.supplies.profiles.forget, desk.profile)
            self._on_list()

    async def forget(self, profile: Profile) -> "Forgotten":
        """Remove everything of a portal that is not open, and prove it.

        Raises:
            VaultFailed: its keys could not be taken out; nothing else was touched.
        """
        from app.services.forgetting import forget_portal

        it = self.supplies
        forgotten = await forget_portal(profile, it.vault, it.profiles, self._settings.data_dir)
        self._on_list()
        return forgotten

    async def set_read_only(self, read_only: bool) -> None:
        """Lock or open the present portal; it stays so after a restart."""
        if self.desk is not None:
            self.desk.session.set_read_only(read_only)
            await self.remember_open()

    async def change(self, profile: Profile) -> None:
        """Keep other settings of a portal that is not open.

        Raises:
            OSError: they could not be written; they hold in this run.
        """
        await asyncio.to_thread(self.supplies.profiles.change, profile)
        self._on_list()

    async def remember_open(self) -> None:
        """Keep the open portal as it is now.

        Raises:
            OSError: it could not be written.
        """
        if self.desk is not None:
            await self.remember(self.desk.profile)

    async def remember(self, profile: Profile) -> None:
        """Keep a profile as it is now, unless it is the sandbox's, which ends with it, or its
        journal is only looked at.
        """
        if self.sandbox is None and not self._looking:
            await asyncio.to_thread(self.supplies.profiles.save, profile)
            self._on_list()
