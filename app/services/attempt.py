"""One try to sign in through the browser: a state value, its listener, and the one answer."""

import asyncio
import contextlib

from app.bitrix.callback import Callback, CallbackListener, Pages
from app.bitrix.errors import ListenerError
from app.bitrix.oauth import OAuth, new_state
from app.domain.portal import Profile
from app.domain.problem import Problem


class Attempt:
    """Begun once and ended once. The first answer counts."""

    def __init__(self, profile: Profile, secret: str, oauth: OAuth) -> None:
        self.profile = profile
        self.secret = secret
        self.oauth = oauth
        self.state = new_state()
        self.url = oauth.authorize_url(profile.address, self.state)
        self._answer: asyncio.Future[Callback] = asyncio.get_running_loop().create_future()
        self._listener: CallbackListener | None = None

    async def listen(self, pages: Pages | None) -> Problem | None:
        """Open the listener. Answers why it could not be opened."""
        listener = CallbackListener(self.profile.redirect_uri, self.state, pages)
        try:
            await listener.open()
        except ListenerError as error:
            return Problem(f"LISTENER_{error.kind.upper()}", self.profile.redirect_uri)
        self._listener = listener
        return None

    def arrive(self, callback: Callback) -> None:
        """The redirect's content is here. The first one counts."""
        if not self._answer.done():
            self._answer.set_result(callback)

    async def arrival(self) -> Callback:
        """The redirect's content, whichever way it comes. May be awaited again."""
        if self._listener is None:
            return await asyncio.shield(self._answer)
        browser = asyncio.gather(self._browser(self._listener))
        try:
            return await asyncio.shield(self._answer)
        finally:
            browser.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await browser

    async def close(self) -> None:
        """Close the listener and let nobody wait any longer."""
        self._answer.cancel()
        if self._listener is not None:
            await self._listener.close()

    async def _browser(self, listener: CallbackListener) -> None:
        self.arrive(await listener.wait())
