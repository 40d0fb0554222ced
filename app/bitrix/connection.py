"""The HTTP client and what can happen to a request on the wire. Knows no methods and no tokens."""

import asyncio
import logging
import socket
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx

from app.bitrix.errors import BitrixError, Garbled, NetworkError, Reason, Unreachable
from app.bitrix.network import USUAL, proxy_finder, proxy_of, trust
from app.domain.address import LOOPBACK
from app.domain.calls import Purpose
from app.domain.portal import Network

Http: TypeAlias = httpx.AsyncClient
OnContact: TypeAlias = Callable[[str, Purpose], None]

USER_AGENT = "OpenLineConsole/1"
_CONNECT, _TOTAL = 10.0, 65.0
_LARGEST_ANSWER = 16 * 1024 * 1024
#: Shorter than any server's own limit, so that a kept connection is not cut while we reuse it.
_KEEP_ALIVE = 4.0
_USUAL_PORTS = {"http": ":80", "https": ":443"}


def ignore_contact(host: str, purpose: Purpose) -> None:
    """For clients whose contacts nobody counts."""


def open_http(
    network: Network = USUAL,
    *,
    on_contact: OnContact = ignore_contact,
    transport: httpx.AsyncBaseTransport | None = None,
) -> Http:
    """A client for portals: no redirects, bounded waiting, loopback never through a proxy.

    Certificates are always checked: there is no way to ask for anything else. Without a proxy of
    its own a profile uses the system's (HTTPS_PROXY, NO_PROXY or the system's settings); with one,
    every request goes through that one. `on_contact` is told of each request before it leaves:
    the host and what for. The library's own log names whole addresses: silenced below warnings.

    Raises:
        NetworkError: the CA file or the proxy of `network` cannot be used.
    """
    logging.getLogger("httpx").setLevel(logging.WARNING)
    context = None if transport is not None else trust(network)
    try:
        return httpx.AsyncClient(
            verify=context or True,
            proxy=proxy_of(network, context),
            transport=transport,
            follow_redirects=False,
            timeout=httpx.Timeout(_TOTAL, connect=_CONNECT),
            limits=httpx.Limits(keepalive_expiry=_KEEP_ALIVE),
            headers={"User-Agent": USER_AGENT, "Accept": "application/json"},
            mounts={"all://localhost": None, "all://127.0.0.1": None, "all://[::1]": None},
            event_hooks={"request": [_teller(network, on_contact)]},
        )
    except (ValueError, ImportError) as error:  # the proxy that the environment names
        raise NetworkError("proxy", str(error)) from None


def _teller(network: Network, on_contact: OnContact) -> Callable[[httpx.Request], Awaitable[None]]:
    """Tells of every request of a client, whoever makes it, and of the proxy that it takes."""
    proxy_for = proxy_finder(network)

    async def tell(request: httpx.Request) -> None:
        host = request.url.netloc.decode("ascii", "replace")
        on_contact(host, purpose_of(request))
        proxy = "" if is_loopback(str(request.url)) else proxy_for(request.url.scheme, host)
        if proxy:
            on_contact(host_of(proxy), Purpose.PROXY)

    return tell


def purpose_of(request: httpx.Request) -> Purpose:
    """What a request is for: who sends it may say so in its extensions, else its path does."""
    said = request.extensions.get("purpose")
    if isinstance(said, Purpose):
        return said
    path = request.url.path
    if "/oauth/" in path:
        return Purpose.SIGN_IN
    return Purpose.REST if "/rest/" in path else Purpose.OTHER


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """Status, body and the address of a redirect, if it is one."""

    status: int
    body: bytes
    location: str = ""


async def send(http: Http, request: httpx.Request, *, method: str = "") -> RawAnswer:
    """Send one request and read its answer, up to a size and a time.

    Raises:
        BitrixError: Unreachable or Garbled.
    """
    try:
        async with asyncio.timeout(_CONNECT + _TOTAL):
            return await _exchange(http, request, method)
    except TimeoutError:
        raise Unreachable("timeout", maybe_done=True, method=method) from None
    except UnicodeError:  # a host name that no name server could be asked for
        raise Unreachable("dns", method=method) from None
    except httpx.DecodingError:
        raise Garbled("", description="unreadable compression", method=method) from None
    except (httpx.RequestError, httpx.InvalidURL, httpx.StreamError) as error:
        raise unreachable(error, method) from None


async def _exchange(http: Http, request: httpx.Request, method: str) -> RawAnswer:
    answer = await http.send(request, stream=True)
    try:
        if "," in answer.headers.get("Content-Encoding", ""):  # one packet could become terabytes
            raise Garbled("", description="unreadable compression", method=method)
        body = bytearray()
        async for chunk in answer.aiter_bytes():
            body += chunk
            if len(body) > _LARGEST_ANSWER:
                raise Garbled("", description="answer too large", method=method)
        return RawAnswer(answer.status_code, bytes(body), answer.headers.get("Location", ""))
    finally:
        await answer.aclose()


def unreachable(error: Exception, method: str = "") -> BitrixError:
    """What an error of the HTTP library means."""
    never_left = httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.InvalidURL
    left = not isinstance(error, never_left | httpx.UnsupportedProtocol | httpx.ProxyError)
    reason, description = _reason(error)
    return Unreachable(reason, description, maybe_done=left, method=method)


def _reason(error: Exception) -> tuple[Reason, str]:
    if isinstance(error, httpx.TimeoutException):
        return "timeout", ""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            return "tls", str(getattr(cause, "verify_message", "") or cause.reason or "")
        if isinstance(cause, socket.gaierror):
            return "dns", ""
        if isinstance(cause, ConnectionRefusedError):
            return "refused", ""
    cut = httpx.ReadError | httpx.WriteError | httpx.RemoteProtocolError | httpx.CloseError
    return ("cut" if isinstance(error, cut | httpx.StreamError) else "other"), ""


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    if found and isinstance(found[-1], BaseExceptionGroup):
        found += found[-1].exceptions
    return found


def is_loopback(address: str) -> bool:
    """Whether an http(s) address stays on this machine."""
    parts = _split(address)
    return parts is not None and parts.hostname in LOOPBACK


def is_safe(address: str) -> bool:
    """Whether secrets may travel to this address: TLS, or this machine, and nothing to misread."""
    parts = _split(address)
    if parts is None or not parts.hostname or "@" in parts.netloc:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(address))


def host_of(address: str, location: str = "") -> str:
    """Host and port of an address, or of a redirect from it; "" when it cannot be read.

    As name servers know it: foreign letters that look like ours are told apart, and a port that is
    the usual one is left out.
    """
    try:
        parts = _split(urljoin(address, location))
    except ValueError:
        return ""
    host = _plain(parts.netloc.rpartition("@")[2]) if parts else ""
    return host.removesuffix(_USUAL_PORTS.get(parts.scheme, " ")) if parts else ""


def _plain(host: str) -> str:
    if host.isascii():
        return host.lower()
    try:
        return host.encode("idna").decode().lower()
    except UnicodeError:
        return host.encode("ascii", "backslashreplace").decode()


def _split(address: str) -> SplitResult | None:
    """The parts of an address that httpx can read, too."""
    try:
        parts = urlsplit(address)
        good = address.isprintable() and parts.port != 0
    except ValueError:
        return None
    return parts if good else None
