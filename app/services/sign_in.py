"""Signing in: from a pasted address to a session, through the system browser or with tokens that
somebody brought along.

The redirect comes to a loopback address, or is pasted by hand. Knows no window.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from app.bitrix.callback import Callback, Pages, parse_pasted
from app.bitrix.connection import is_loopback
from app.bitrix.errors import BitrixError, Refused
from app.bitrix.oauth import OAuth, Tokens, choose_server
from app.bitrix.portal import check_portal
from app.bitrix.transport import Http
from app.domain.address import parse_portal
from app.domain.credentials import Credentials
from app.domain.network import ConnectionReport
from app.domain.portal import Network, PortalKind, Profile
from app.domain.problem import Problem
from app.services.attempt import Attempt
from app.services.brought import claimed, refuse_contradiction
from app.services.failures import NotPossible
from app.services.network import test_connection
from app.services.profiles import Profiles
from app.services.session import Keys, Session, load_keys
from app.services.traffic import Traffic
from app.services.vault import Vault

OpenHttp = Callable[[Network], Http]
USUAL = Network()


class SignIn:
    """One way in, from the address to the session. Can be begun anew at any time."""

    def __init__(
        self,
        open_http: OpenHttp,
        vault: Vault,
        profiles: Profiles,
        traffic: Traffic,
        open_browser: Callable[[str], bool],
        *,
        pages: Pages | None = None,
    ) -> None:
        """`open_http` answers the client that a profile's network settings ask for.

        A portal that was read-only stays so, unless somebody says `may_unlock`.
        """
        self.listener_problem: Problem | None = None
        self.browser_opened = False
        self.may_unlock = False
        self._open_http = open_http
        self._vault = vault
        self._profiles = profiles
        self._traffic = traffic
        self._open_browser = open_browser
        self._pages = pages
        self._attempt: Attempt | None = None
        self._unkept: tuple[Profile, Keys] | None = None

    @property
    def unkept(self) -> bool:
        """Whether a sign-in has succeeded that only has no place to be kept in, see `keep`."""
        return self._unkept is not None

    async def check_portal(self, text: str, network: Network = USUAL) -> str:
        """The origin of the portal that somebody typed or pasted, once it has answered.

        Raises:
            AddressError: the text names no portal.
            NetworkError: the network settings cannot be used.
            BitrixError: nobody answers there, or somebody who is no portal.
        """
        origin = parse_portal(text)
        await check_portal(self._open_http(network), origin)
        return origin

    def known(self, text: str, client_id: str) -> Profile | None:
        """How this application signed in to the portal before, at the address that was typed.

        Raises:
            AddressError: the text names no portal.
        """
        place = parse_portal(text), client_id
        known = reversed(self._profiles.all())
        return next((each for each in known if (each.address, each.client_id) == place), None)

    async def test_connection(self, text: str, network: Network) -> ConnectionReport:
        """How far a request to a portal comes with these settings.

        Raises:
            AddressError: the text names no portal.
        """
        return await test_connection(self._traffic, parse_portal(text), network)

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
        attempt = Attempt(profile, secret, self._oauth(profile, profile.oauth, secret))
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
            VaultFailed: the sign-in is good and cannot be kept; see `keep`.
        """
        attempt = self._present()
        try:
            callback = await attempt.arrival()
            await self._exchange(attempt, callback)
        finally:
            await self._end_attempt()
        return await self.keep()

    async def bring(self, profile: Profile, client_secret: str, found: Credentials) -> Session:
        """Sign in with tokens from elsewhere, without the browser.

        A pair is renewed at once: that proves the portal, and makes it ours alone. What cannot be
        renewed is believed only where nothing known speaks against it.

        Raises:
            BitrixError: they are no longer good, or belong to another portal.
            NotPossible: TOKENS_UNPROVED, neither can they be renewed nor do they say whose they
                are.
            VaultFailed: the sign-in is good and cannot be kept; see `keep`.
        """
        await self.cancel()
        kept = replace(profile, member_id=profile.member_id or found.member_id)
        if not client_secret and await self.has_secret(kept):
            client_secret = await self._kept_secret(kept)
        server = choose_server(urlsplit(found.server).netloc, profile.oauth)
        if found.refresh and client_secret:
            tokens = await self._oauth(profile, server, client_secret).refresh(found.refresh)
            profile = _signed_in(replace(profile, oauth=server), tokens)
            self._unkept = profile, Keys(client_secret, tokens)
            return await self.keep()
        tokens = claimed(found, profile.client_id)
        refuse_contradiction(profile, found, self._profiles.all())
        profile = _signed_in(replace(profile, oauth=server), tokens)
        self._unkept = profile, Keys(client_secret, tokens)
        return await self._keep_if_good(profile)

    async def keep(self) -> Session:
        """Keep the keys of a sign-in that has succeeded, and open it. May be asked for again once a
        place of secrets that failed was mended.

        Raises:
            VaultFailed: they cannot be kept there either.
            BitrixError: they are kept; the portal does not answer.
        """
        if self._unkept is None:
            raise NotPossible("NOT_STARTED")
        profile, keys = self._unkept
        await self._vault.save(profile.key, keys.to_json())
        self._unkept = None
        profile = self._as_before(profile)
        await asyncio.to_thread(self._profiles.remember, profile)
        http = self._open_http(profile.network)
        return await Session.open(http, self._vault, profile, keys, self._traffic)

    async def cancel(self) -> None:
        """Close the listener; nothing of the attempt is kept."""
        self._unkept = None
        await self._end_attempt()

    async def _keep_if_good(self, profile: Profile) -> Session:
        """Of tokens that nobody could prove, nothing stays when the portal refuses them."""
        before = await self._vault.load(profile.key)
        known = self._profiles.all()
        try:
            return await self.keep()
        except BitrixError:
            if before is not None:
                await self._vault.save(profile.key, before)
            else:
                await self._vault.forget(profile.key)
            if all(each.key != profile.key for each in known):
                await asyncio.to_thread(self._profiles.forget, profile)
            raise

    async def _exchange(self, attempt: Attempt, callback: Callback) -> None:
        server = choose_server(callback.server_domain, attempt.profile.oauth)
        oauth = attempt.oauth
        if server != attempt.profile.oauth:
            oauth = self._oauth(attempt.profile, server, attempt.secret)
        tokens = await oauth.exchange(callback.code)
        profile = _signed_in(replace(attempt.profile, oauth=server), tokens)
        self._unkept = profile, Keys(attempt.secret, tokens)

    async def _end_attempt(self) -> None:
        attempt, self._attempt = self._attempt, None
        self.listener_problem = None
        if attempt is not None:
            await attempt.close()

    def _as_before(self, profile: Profile) -> Profile:
        """Signing in again opens no lock and takes no name away. Two applications on one portal are
        told apart by more than their keys.
        """
        known = self._profiles.all()
        before = next((each for each in known if each.key == profile.key), profile)
        if before.read_only and not self.may_unlock:
            profile = replace(profile, read_only=True)
        if before.name != before.host:
            profile = replace(profile, name=before.name)
        if profile.name not in [each.name for each in known if each.key != profile.key]:
            return profile
        return replace(profile, name=f"{profile.name} ({profile.client_id})")

    def _present(self) -> Attempt:
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
        http = self._open_http(profile.network)
        about = (http, server, profile.client_id, secret, add)
        return OAuth(*about, trusted=trusted, portal=profile.address)


def _signed_in(profile: Profile, tokens: Tokens) -> Profile:
    """The profile with what the authorisation server said about the portal: the address that was
    typed may be another portal's, and a portal goes by its own name and is what it is.

    Raises:
        Refused: FOREIGN_PORTAL, the person signed in to another portal than the known one.
    """
    if profile.member_id and profile.member_id != tokens.member_id:
        raise Refused("FOREIGN_PORTAL", urlsplit(tokens.endpoint).netloc)
    parts = urlsplit(tokens.endpoint)
    typed = urlsplit(profile.address).netloc
    return replace(
        profile,
        name=parts.netloc if profile.name == typed else profile.name,
        kind=PortalKind.SANDBOX if is_loopback(tokens.endpoint) else PortalKind.PRODUCTION,
        address=f"{parts.scheme}://{parts.netloc}",
        member_id=tokens.member_id,
        endpoint=tokens.endpoint,
    )
