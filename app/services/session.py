"""One signed-in application on one portal: the way to call it, what it may do, how to leave it."""

from contextlib import nullcontext
from dataclasses import replace
from typing import Self
from urllib.parse import urlsplit

from app.bitrix.app import App, capabilities_of
from app.bitrix.errors import SignedOut
from app.bitrix.oauth import OAuth, TokenKeeper
from app.bitrix.pacing import Pacer
from app.bitrix.transport import Http, PagedCaller, Transport
from app.domain.capability import Evidence
from app.domain.portal import Capabilities, Profile, TokenInfo
from app.domain.problem import Problem
from app.services.clock import utc_now
from app.services.keys import Keys, load_keys
from app.services.session_keys import SessionKeys
from app.services.signal import Signal
from app.services.traffic import Traffic
from app.services.vault import Vault
from app.services.watched_calls import Around, WatchedCaller

__all__ = ["Keys", "Session", "load_keys", "resume"]


class Session:
    """A sign-in that works until the portal says otherwise.

    `changed` tells that the tokens, the profile or the sign-in changed, or that the vendor's block
    for overload was met or is tried again; `moved` that the portal has
    another address now, with the profile as it should be remembered.
    """

    def __init__(
        self,
        http: Http,
        vault: Vault,
        profile: Profile,
        keys: Keys,
        traffic: Traffic,
        *,
        pacer: Pacer | None = None,
    ) -> None:
        if keys.tokens is None:
            raise SignedOut("NOT_SIGNED_IN")
        self.changed: Signal[None] = Signal()
        self.moved: Signal[Profile] = Signal()
        self.http = http
        self.profile = profile
        self.signed_out: Problem | None = None
        #: The `auth_connector` of the queue that is read here, "" for the application's common one.
        self.queue = ""
        self._keys = SessionKeys(vault, profile.key, keys)
        oauth = OAuth(
            *(http, profile.oauth, profile.client_id, keys.client_secret, traffic.add),
            trusted=(urlsplit(profile.oauth).netloc,),
            portal=profile.address,
        )
        self._keeper = TokenKeeper(
            *(oauth, keys.tokens, self._keys.save),
            exclusive=self._keys.alone,
            reload=self._keys.reload,
            replaced=self._on_replaced,
        )
        pacer = pacer or Pacer()
        locked = lambda: self.profile.read_only  # noqa: E731 - asked at every call
        transport = Transport(http, self._keeper, pacer, traffic.add, read_only=locked)
        #: What surrounds every call.
        self.around: Around = lambda *_: nullcontext()
        self.caller = self._calls(transport, by_itself=False)
        #: The same for what the program does without being asked to.
        self.by_itself = self._calls(transport, by_itself=True)
        self._pacer, self._overloaded = pacer, False
        self._capabilities: Capabilities | None = None
        self.evidence: Evidence | None = None
        traffic.measure(lambda: pacer.level, pacer.capacity)

    @classmethod
    async def open(
        cls,
        http: Http,
        vault: Vault,
        profile: Profile,
        keys: Keys,
        traffic: Traffic,
        *,
        pacer: Pacer | None = None,
    ) -> Self:
        """Begin to work with these keys and ask the portal what they allow.

        `pacer` is for portals with other limits than the usual plan's.

        Raises:
            BitrixError: the portal refuses the keys, or does not answer.
        """
        session = cls(http, vault, profile, keys, traffic, pacer=pacer)
        await session.refresh_capabilities()
        return session

    @property
    def capabilities(self) -> Capabilities:
        """What the portal said that this sign-in may do."""
        if self._capabilities is None:
            raise AssertionError("opened without asking the portal")
        return self._capabilities

    @property
    def tokens(self) -> TokenInfo:
        """How old the tokens are, and who renewed them last."""
        keeper, tokens = self._keeper, self._keeper.tokens
        return TokenInfo(
            tokens.expires_at,
            tokens.obtained_at,
            keeper.refreshed,
            utc_now() - tokens.obtained_at,
            tokens.obtained_at if keeper.by else None,
            keeper.by,
        )

    @property
    def overload(self) -> Problem | None:
        """The vendor's block that a call has met: since then nothing is sent, see `try_again`."""
        error = self._pacer.overload
        return None if error is None else Problem(error.code, error.description)

    def try_again(self) -> None:
        """A person wants to know whether the vendor's block is over: calls leave again."""
        self._pacer.overload = None
        self._note_overload()

    def _note_overload(self) -> None:
        met = self._pacer.overload is not None
        if met is not self._overloaded:
            self._overloaded = met
            self.changed.emit(None)

    def _calls(self, transport: Transport, *, by_itself: bool) -> PagedCaller:
        around = lambda method, params: self.around(method, params, by_itself)  # noqa: E731 - each time
        return WatchedCaller(transport, self._end, self._note_overload, around)

    async def refresh_now(self) -> None:
        """One refresh because a person asked for it. The vendor blocks applications that refresh by
        the clock: nothing else may call this.

        Raises:
            SignedOut: the refresh token is dead: sign in again.
            BitrixError: no good answer came, or the new pair could not be kept.
        """
        try:
            await self._keeper.renew(await self._keeper.access())
        except SignedOut as error:
            self._end(error)
            raise

    async def access_token(self) -> str:
        """The access token itself, for a person who unlocked its copying.

        Raises:
            SignedOut: there is no good one.
        """
        return await self._keeper.access()

    def set_read_only(self, read_only: bool) -> None:
        """From now on refuse, or let through, whatever may change something. Saves nothing."""
        self.profile = replace(self.profile, read_only=read_only)
        self.changed.emit(None)

    async def refresh_capabilities(self) -> None:
        """Ask the portal again: an administrator may have changed rights or permissions.

        Raises:
            BitrixError: the portal refuses, or does not answer.
        """
        self.evidence = await App(self.caller).examine()
        self._capabilities = capabilities_of(self.evidence)
        self.changed.emit(None)

    async def sign_out(self, *, forget: bool) -> None:
        """Drop the tokens; `forget` drops the application's secret as well."""
        await self.close()
        await self._keys.drop(forget=forget)
        self._end(SignedOut("SIGNED_OUT_HERE"))

    async def keep(self) -> None:
        """Put the keys into a vault that has taken another one's place and has none of this portal.

        Raises:
            VaultFailed: they cannot be kept there.
        """
        await self._keys.keep(self._keeper.tokens)

    async def close(self) -> None:
        """Let a refresh under way finish, so that its tokens are saved."""
        await self._keeper.close()

    def _on_replaced(self) -> None:
        """Another pair is in use; it may name another address of the same portal."""
        endpoint = self._keeper.endpoint
        if endpoint != self.profile.endpoint:
            parts = urlsplit(endpoint)
            address = f"{parts.scheme}://{parts.netloc}"
            self.profile = replace(self.profile, endpoint=endpoint, address=address)
            self.moved.emit(self.profile)
        self.changed.emit(None)

    def _end(self, error: SignedOut) -> None:
        if self.signed_out is not None:
            return
        self.signed_out = Problem(error.code, error.description)
        self.changed.emit(None)


async def resume(http: Http, vault: Vault, profile: Profile, traffic: Traffic) -> Session:
    """Work again with the tokens of an earlier sign-in.

    Raises:
        SignedOut: there are none, or they are no longer good: sign in again.
        BitrixError: the portal does not answer; the tokens may be good.
    """
    keys = await load_keys(vault, profile)
    if keys is None or keys.tokens is None:
        raise SignedOut("NOT_SIGNED_IN")
    return await Session.open(http, vault, profile, keys, traffic)
