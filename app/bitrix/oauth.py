"""Sign-in: the authorisation server's three requests.

The client secret goes to the authorisation server only, and only to one that is known, on this
machine, or that a person typed in. Knows no browser and no storage.
"""

import secrets
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote, urlencode, urlsplit

import httpx

from app.bitrix.answers import Answer, error_from, garbled, read_object
from app.bitrix.connection import Http, RawAnswer, host_of, is_loopback, is_safe, send
from app.bitrix.errors import BitrixError, Refused, SignedOut
from app.bitrix.held import hold
from app.bitrix.keeper import TokenKeeper
from app.bitrix.records import OpenCall
from app.bitrix.redact import MASK, redact
from app.bitrix.tokens import Tokens, read_tokens
from app.domain.calls import CallKind, CallRecord

__all__ = [
    "KNOWN_SERVERS",
    "OAuth",
    "TokenKeeper",
    "Tokens",
    "choose_server",
    "new_state",
]

KNOWN_SERVERS = ("oauth.bitrix.info", "oauth.bitrix24.tech")

_EXCHANGE, _REFRESH = "oauth.exchange", "oauth.refresh"
#: What a refresh can be told that no waiting and no retry will mend.
_DEAD = (
    "invalid_grant",
    "invalid_client",
    "wrong_client",
    "bad_verification_code",
    "no_auth_found",
    "invalid_token",
    "application_not_found",
)


def new_state() -> str:
    """A value that nobody can guess, to recognise our own redirect by."""
    return secrets.token_urlsafe(32)


def choose_server(claimed: str, configured: str) -> str:
    """The origin of the authorisation server, where `claimed` is the redirect's `server_domain`.

    A redirect is untrusted: its word counts only for a known server or for the configured one.
    """
    host = claimed.strip().casefold()
    if host in KNOWN_SERVERS and not is_loopback(configured):
        return f"https://{host}"
    return configured


class OAuth:
    """One application at one authorisation server.

    `server` is an origin. `trusted` are hosts that a person added to the known ones. `portal` is
    the origin by which a person reaches the portal.

    Raises:
        Refused: UNTRUSTED_SERVER, the secret would go to a host that nobody vouched for.
    """

    def __init__(
        self,
        http: Http,
        server: str,
        client_id: str,
        client_secret: str,
        on_call: Callable[[CallRecord], None],
        *,
        trusted: Collection[str] = (),
        portal: str = "",
    ) -> None:
        server = server.rstrip("/")
        if not _is_trusted(server, trusted):
            raise Refused("UNTRUSTED_SERVER", host_of(server))
        hold(client_secret)
        self._http = http
        self._url = f"{server}/oauth/token/"
        self._client_id = client_id
        self._client_secret = client_secret
        self._on_call = on_call
        self._portal = portal

    def __repr__(self) -> str:
        return f"OAuth({self._url!r}, {self._client_id!r})"

    def authorize_url(self, portal: str, state: str) -> str:
        """Where the browser has to go; the redirect address is fixed in the application's card."""
        asked = urlencode({"client_id": self._client_id, "state": state})
        return f"{portal.rstrip('/')}/oauth/authorize/?{asked}"

    async def exchange(self, code: str) -> Tokens:
        """Tokens for the code of a redirect: it works once and for 30 seconds.

        Raises:
            BitrixError: `Refused` with the server's code, or no good answer came.
        """
        return await self._ask(_EXCHANGE, "authorization_code", "code", code)

    async def refresh(self, refresh_token: str) -> Tokens:
        """A new pair; the old one must be taken for dead.

        Raises:
            SignedOut: the refresh token or the application's keys are no longer good; there is none
                (NO_REFRESH_TOKEN).
            BitrixError: no good answer came; when `maybe_done`, the pair may have been rotated.
        """
        if not (refresh_token and self._client_secret):  # an access token brought along without
            raise SignedOut("NO_REFRESH_TOKEN", method=_REFRESH)
        return await self._ask(_REFRESH, "refresh_token", "refresh_token", refresh_token)

    async def _ask(self, method: str, grant: str, name: str, value: str) -> Tokens:
        form = {
            "grant_type": grant,
            "client_id": self._client_id,
            "client_secret": self._client_secret,
            name: value,
        }
        try:
            return await self._request(method, self._post(form), form)
        except BitrixError as error:
            if not error.has_code("invalid_request") and error.status not in (404, 405):
                raise
        return await self._request(method, self._get(form), form)

    def _post(self, form: Mapping[str, str]) -> httpx.Request:
        """Not documented, but usual, and it keeps secrets out of addresses: tried first."""
        return self._http.build_request("POST", self._url, data=form)

    def _get(self, form: Mapping[str, str]) -> httpx.Request:
        """As documented. A server that does not read forms saw no grant, so nothing is used up."""
        return self._http.build_request("GET", f"{self._url}?{urlencode(form, quote_via=quote)}")

    async def _request(
        self, method: str, request: httpx.Request, form: Mapping[str, str]
    ) -> Tokens:
        hidden = {key: MASK if key in _SECRET_FIELDS else text for key, text in form.items()}
        known = tuple(form[key] for key in form if key in _SECRET_FIELDS)
        call = OpenCall(CallKind.OAUTH, method, self._url, redact(hidden), known)
        raw: RawAnswer | None = None
        try:
            raw = await send(self._http, request, method=method)
            tokens = self._read(method, raw)
        except BitrixError as error:
            self._on_call(call.failed(raw, error))
            raise
        self._on_call(call.answered(raw, Answer(None)))
        return tokens

    def _read(self, method: str, raw: RawAnswer) -> Tokens:
        answer = read_object(method, raw.status, raw.body)
        if "error" in answer:
            raise _of_grant(error_from(answer, method=method, status=raw.status))
        tokens = read_tokens(answer, self._client_id, datetime.now(UTC))
        if tokens is None or raw.status >= 400:
            raise garbled(method, raw.status, raw.body)
        tokens = replace(tokens, endpoint=_behind_tls(tokens.endpoint, self._portal))
        if not is_safe(tokens.endpoint):
            raise Refused("INSECURE_ADDRESS", host_of(tokens.endpoint), method=method)
        return tokens


def _behind_tls(endpoint: str, portal: str) -> str:
    """An on-premise portal behind a TLS proxy names itself with http. Where a person reaches the
    same host by https, that way is taken; no token travels in the clear.
    """
    named, reached = urlsplit(endpoint), urlsplit(portal)
    same = named.hostname is not None and named.hostname == reached.hostname
    if named.scheme == "http" and reached.scheme == "https" and same:
        return f"{portal}{named.path}"
    return endpoint


_SECRET_FIELDS = ("client_secret", "code", "refresh_token")


def _of_grant(error: BitrixError) -> BitrixError:
    """A refused refresh signs out; a refused exchange cannot, nobody was signed in yet."""
    kind: type[BitrixError]
    if error.method == _REFRESH and error.has_code(*_DEAD):
        kind = SignedOut
    elif isinstance(error, SignedOut):
        kind = Refused
    else:
        return error
    return kind(error.code, error.description, method=error.method, status=error.status)


def _is_trusted(server: str, trusted: Collection[str]) -> bool:
    known = {*KNOWN_SERVERS, *(name.casefold() for name in trusted)}
    return is_safe(server) and (is_loopback(server) or host_of(server) in known)
