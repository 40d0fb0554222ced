"""Keeps one token pair fresh for everybody who calls. Knows no HTTP and no storage.

The refresh token is replaced on every refresh and the old one is dead, so a pair must never be
lost: it is saved before it is used, and a caller who gives up does not stop the refresh.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from app.bitrix.errors import BitrixError, Refused, SignedOut
from app.bitrix.tokens import Tokens

Save = Callable[[Tokens], Awaitable[None]]


class Refresher(Protocol):
    """Who can turn a refresh token into a new pair."""

    async def refresh(self, refresh_token: str) -> Tokens:
        """A new pair for this refresh token."""
        ...


class TokenKeeper:
    """The current pair and the one refresh that may be under way.

    `save` is awaited with every new pair before anybody gets it. Call `close` before the loop ends.
    """

    def __init__(self, oauth: Refresher, tokens: Tokens, save: Save) -> None:
        self._oauth = oauth
        self._tokens = tokens
        self._save = save
        self._unsaved: Tokens | None = None
        self._flight: asyncio.Future[tuple[None]] | None = None
        self._ended: SignedOut | None = None
        self.refreshed = 0

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

    async def renew(self, stale: str) -> str:
        """A token other than `stale`. One refresh serves all who ask meanwhile.

        Raises:
            SignedOut: the refresh was refused for good.
            BitrixError: no answer; the old pair is kept, a later call tries again.
            Exception: whatever `save` raised; the new pair is kept and saved on the next try.
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
        if self._unsaved is None:
            try:
                self._unsaved = await self._obtain()
            except SignedOut as error:
                self._ended = error
                raise
        await self._save(self._unsaved)
        self._tokens, self._unsaved = self._unsaved, None
        self.refreshed += 1

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

    async def close(self) -> None:
        """Let a refresh under way finish, so that its pair is saved. Its failure is nobody's."""
        if self._flight is not None:
            await asyncio.wait([self._flight])
            if not self._flight.cancelled():
                self._flight.exception()
