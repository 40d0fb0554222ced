"""Signing in: from a pasted address to a session, through the system browser.

The redirect comes to a loopback address, or is pasted by hand. Knows no window.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from app.bitrix.callback import Callback, CallbackListener, Pages, parse_pasted
from app.bitrix.errors import ListenerError, Refused
from app.bitrix.oauth import OAuth, Tokens, choose_server, new_state
from app.bitrix.portal import check_portal
from app.bitrix.transport import Http
from app.domain.address import parse_portal
from app.domain.portal import Profile
from app.domain.problem import Problem
from app.services.failures import NotPossible
from app.services.profiles import Profiles
from app.services.session import Keys, Session, load_keys
from app.services.traffic import Traffic
from app.services.vault import Vault

log = logging.getLogger(__name__)


class SignIn:
    """One way in, from the address to the session. Can be begun anew at any time."""

    def __init__(
        self,
        http: Http,
        vault: Vault,
        profiles: Profiles,
        traffic: Traffic,
        open_browser: Callable[[str], bool],
        *,
        pages: Pages | None = None,
    ) -> None:
        self.listener_problem: Problem | None = None
        self.browser_opened = False
        self._http = http
        self._vault = vault
        self._profiles = profiles
        self._traffic = traffic
        self._open_browser = open_browser
        self._pages = pages
        self._attempt: _Attempt | None = None

    async def check_portal(self, text: str) -> str:
        """The origin of the portal that somebody typed or pasted, once it has answered.

        Raises:
            AddressError: the text names no portal.
            BitrixError: nobody answers there, or somebody who is no portal.
        """
        origin = parse_portal(text)
        await check_portal(self._http, origin)
        return origin

    async def has_secret(self, profile: Profile) -> bool:
        """Whether the application's secret is kept, so that nobody has to type it."""
        return await load_keys(self._vault, profile) is not None

    async def start(self, profile: Profile, client_secret: str) -> str:
        """Open the listener and the browser; answers the address that the browser was sent to.

        An empty secret means the kept one. A busy listener is told in `listener_problem`: pasting
        works without it. The same for a browser that would not open, in `browser_opened`.

        Raises:
            BitrixError: the secret would go to a server that nobody vouched for.
            NotPossible: NO_SECRET, none is kept.
        """
        await self.cancel()
        secret = client_secret or await self._kept_secret(profile)
        attempt = _Attempt(profile, secret, self._oauth(profile, profile.oauth, secret))
        self.listener_problem = await attempt.listen(self._pages)
        self._attempt = attempt
        self.open_again()
        return attempt.url

    def open_again(self) -> None:
        """Send the browser once more to the same address."""
        self.browser_opened = self._open_browser(self._present().url)

    def paste(self, text: str) -> None:
        """Take the final address of the browser, from another machine for example.

        Raises:
            PasteError: it is something else; nothing was used up.
        """
        attempt = self._present()
        attempt.arrive(parse_pasted(text, attempt.state))

    async def finish(self) -> Session:
        """Wait for the redirect or the pasted address, then sign in.

        Raises:
            BitrixError: the code is too old, the keys are wrong, or nobody answers.
        """
        attempt = self._present()
        try:
            callback = await attempt.arrival()
            return await self._enter(attempt, callback)
        finally:
            await self.cancel()

    async def _enter(self, attempt: "_Attempt", callback: Callback) -> Session:
        server = choose_server(callback.server_domain, attempt.profile.oauth)
        oauth = attempt.oauth
        if server != attempt.profile.oauth:
            oauth = self._oauth(attempt.profile, server, attempt.secret)
        tokens = await oauth.exchange(callback.code)
        profile = _signed_in(replace(attempt.profile, oauth=server), tokens)
        keys = Keys(attempt.secret, tokens)
        await self._vault.save(profile.key, keys.to_json())
        await self._remember(profile)
        return await Session.open(self._http, self._vault, profile, keys, self._traffic)

    async def cancel(self) -> None:
        """Close the listener; nothing of the attempt is kept."""
        attempt, self._attempt = self._attempt, None
        self.listener_problem = None
        if attempt is not None:
            await attempt.close()

    def _present(self) -> "_Attempt":
        if self._attempt is None:
            raise NotPossible("NOT_STARTED")
        return self._attempt

    async def _kept_secret(self, profile: Profile) -> str:
        keys = await load_keys(self._vault, profile)
        if keys is None:
            raise NotPossible("NO_SECRET")
        return keys.client_secret

    def _oauth(self, profile: Profile, server: str, secret: str) -> OAuth:
        trusted = (urlsplit(profile.oauth).netloc,)
        add = self._traffic.add
        return OAuth(self._http, server, profile.client_id, secret, add, trusted=trusted)

    async def _remember(self, profile: Profile) -> None:
        """A list that cannot be written is no reason to turn a signed-in person away."""
        try:
            await asyncio.to_thread(self._profiles.save, profile)
        except OSError as error:
            log.warning("The list of portals could not be written: %s", error)


class _Attempt:
    """One state value, its listener, and the answer that one of two ways will bring."""

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


def _signed_in(profile: Profile, tokens: Tokens) -> Profile:
    """The profile with what the authorisation server said about the portal.

    Raises:
        Refused: FOREIGN_PORTAL, the person signed in to another portal than the known one.
    """
    if profile.member_id and profile.member_id != tokens.member_id:
        raise Refused("FOREIGN_PORTAL", urlsplit(tokens.endpoint).netloc)
    parts = urlsplit(tokens.endpoint)
    return replace(
        profile,
        address=f"{parts.scheme}://{parts.netloc}",
        member_id=tokens.member_id,
        endpoint=tokens.endpoint,
    )
