"""Keeps one token pair fresh for everybody who calls. Knows no HTTP and no storage.

The refresh token is replaced on every refresh and the old one is dead, so a pair must never be
lost: it is saved before it is used, and a caller who gives up does not stop the refresh. Other
processes may use the same pair: one refreshes at a time, after a look at what is kept by then.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, nullcontext
from typing import Protocol

from app.bitrix.errors import BitrixError, Refused, SignedOut
from app.bitrix.tokens import Tokens
from app.domain.portal import RefreshedBy

Save = Callable[[Tokens], Awaitable[None]]
Reload = Callable[[], Awaitable[Tokens | None]]
Exclusive = Callable[[], AbstractAsyncContextManager[None]]

log = logging.getLogger(__name__)


class Refresher(Protocol):
    """Who can turn a refresh token into a new pair."""

    async def refresh(self, refresh_token: str) -> Tokens:
        """A new pair for this refresh token."""
        ...


async def _nothing_kept() -> None:
    """Nobody else has this pair."""


class TokenKeeper:
    """The current pair and the one refresh that may be under way.

    `save` is awaited with every new pair before anybody gets it. `exclusive` keeps other processes
    from refreshing meanwhile, and `reload` tells the pair that is kept: when it is not ours,
    another process has refreshed, and it is taken. `replaced` is called when another pair is in
    use. Call `close` before the loop ends.
    """

    def __init__(
        self,
        oauth: Refresher,
        tokens: Tokens,
        save: Save,
        *,
        exclusive: Exclusive = nullcontext,
        reload: Reload = _nothing_kept,
        replaced: Callable[[], None] = lambda: None,
    ) -> None:
        self._oauth = oauth
        self._tokens = tokens
        self._save = save
        self._exclusive = exclusive
        self._reload = reload
        self._replaced = replaced
        self._unsaved: Tokens | None = None
        self._held: AsyncExitStack | None = None
        self._flight: asyncio.Future[tuple[None]] | None = None
        self._ended: SignedOut | None = None
        self.refreshed = 0
        self.by: RefreshedBy = ""

    @property
    def tokens(self) -> Tokens:
        """The pair in use."""
        return self._tokens

    @property
    def endpoint(self) -> str:
        """The portal's REST root, as the authorisation server told it last."""
        return self._tokens.endpoint

    async def access(self) -> str:
        """The access token in use, even an expired one: only the portal's clock counts.

        Raises:
            SignedOut: an earlier refresh was refused for good.
        """
        if self._ended is not None:
            raise self._ended
        return self._tokens.access

    def obtained_here(self, token: str) -> bool:
        """Whether this is the current token and this process got it: refused, it is no good at all.
        One that another process got may have grown old before we took it.
        """
        return token == self._tokens.access and self.by == "this window"

    async def renew(self, stale: str) -> str:
        """A token other than `stale`. One refresh serves all who ask meanwhile.

        Raises:
            SignedOut: the refresh was refused for good.
            BitrixError: no answer; the old pair is kept, a later call tries again.
            Exception: whatever `exclusive`, `reload` or `save` raised; a new pair is kept and saved
                on the next try, and no other process refreshes until then.
        """
        if await self.access() == stale:
            await asyncio.shield(self._fly())
        return await self.access()

    def _fly(self) -> asyncio.Future[tuple[None]]:
        """The refresh under way, or a new one. `gather` owns it, so no waiter can cancel it."""
        if self._flight is None or self._flight.done():
            self._flight = asyncio.gather(self._refresh())
        return self._flight

    async def _refresh(self) -> None:
        await self._hold()
        try:
            newer = None if self._unsaved else await self._kept_by_others()
            if newer is None:
                await self._replace()
            else:
                self._use(newer, "another process")
        except SignedOut as error:
            self._ended = error
            raise
        finally:
            if self._unsaved is None:
                await self._release()

    async def _kept_by_others(self) -> Tokens | None:
        kept = await self._reload()
        return None if kept is None or kept.refresh == self._tokens.refresh else kept

    async def _replace(self) -> None:
        """A new pair from the server, in use once it is saved."""
        if self._unsaved is None:
            self._unsaved = await self._obtain()
        await self._save(self._unsaved)
        fresh, self._unsaved = self._unsaved, None
        self.refreshed += 1
        self._use(fresh, "this window")

    def _use(self, tokens: Tokens, by: RefreshedBy) -> None:
        self._tokens = tokens
        self.by = by
        self._replaced()

    async def _obtain(self) -> Tokens:
        try:
            tokens = await self._oauth.refresh(self._tokens.refresh)
        except BitrixError as error:
            if not error.maybe_done:
                raise
            tokens = await self._oauth.refresh(self._tokens.refresh)
        if self._tokens.member_id and tokens.member_id != self._tokens.member_id:
            raise Refused("FOREIGN_PORTAL", tokens.member_id, method="oauth.refresh")
        return tokens

    async def _hold(self) -> None:
        """Keep other processes out: a pair that could not be saved yet is the only good one."""
        if self._held is None:
            held = AsyncExitStack()
            await held.enter_async_context(self._exclusive())
            self._held = held

    async def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            await held.aclose()

    async def close(self) -> None:
        """Let a refresh under way finish, so that its pair is saved. Its failure is nobody's.

        One that only waits for another process is given up: it has asked for nothing yet.
        """
        if self._flight is not None:
            if self._held is None:
                self._flight.cancel()
            await asyncio.wait([self._flight])
            if not self._flight.cancelled():
                self._flight.exception()
        await self._save_at_last()
        await self._release()

    async def _save_at_last(self) -> None:
        """What could not be saved so far may be saved now."""
        if self._unsaved is None:
            return
        try:
            await self._replace()
        except Exception as error:  # noqa: BLE001 - `save` is not ours; the program is ending
            log.warning("The newest keys could not be kept: %s", type(error).__name__)
