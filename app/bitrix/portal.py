"""Is there a Bitrix24 portal at this address? Asked before anybody types keys. Sends no secret."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from time import perf_counter
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from app.bitrix.answers import garbled, read_object
from app.bitrix.certificates import read_certificate, why_not_believed
from app.bitrix.connection import (
    Http,
    OnContact,
    host_of,
    ignore_contact,
    is_loopback,
    is_safe,
    open_http,
    send,
)
from app.bitrix.errors import BitrixError, Moved, Refused, Unreachable
from app.bitrix.network import USUAL, proxy_finder
from app.domain.calls import Purpose
from app.domain.network import (
    Certificate,
    CertificateFault,
    ConnectionReport,
    ConnectionStep,
    Stage,
)
from app.domain.portal import Network
from app.domain.problem import Problem

#: What the HTTP library tells of a request while it is on its way.
Trace: TypeAlias = Callable[[str, dict[str, Any]], Awaitable[None]]

_METHOD = "server.time"
_TLS_PORT = 443


async def check_portal(http: Http, origin: str, *, trace: Trace | None = None) -> None:
    """Returns when `origin` answers like a portal: even the refusal of a call proves it.

    Raises:
        BitrixError: Unreachable; Moved to another host; Garbled, this is no portal; Refused with
            INSECURE_ADDRESS, this is plain http to another machine.
    """
    if not is_safe(origin):
        raise Refused("INSECURE_ADDRESS", host_of(origin), method=_METHOD)
    url = f"{origin}/rest/{_METHOD}.json"
    told: dict[str, Any] = {"purpose": Purpose.CHECK} | ({"trace": trace} if trace else {})
    raw = await send(http, http.build_request("GET", url, extensions=told), method=_METHOD)
    if 300 <= raw.status < 400 and raw.location:
        host = host_of(url, raw.location)
        if host and host != host_of(url):
            raise Moved(host, method=_METHOD, status=raw.status)
    answer = read_object(_METHOD, raw.status, raw.body)
    if "error" not in answer and "result" not in answer:
        raise garbled(_METHOD, raw.status, raw.body)


async def test_connection(
    origin: str, network: Network = USUAL, *, on_contact: OnContact = ignore_contact
) -> ConnectionReport:
    """Ask a portal for an answer over a fresh connection, and tell how far that came.

    Never fails: what went wrong stands in the report. A certificate that is not believed is named;
    behind a proxy it cannot be read.
    """
    watch = _Watch()
    host, problem, fault = host_of(origin), None, None
    proxy = ""
    try:
        proxy = "" if is_loopback(origin) else proxy_finder(network)(*_scheme_and_host(origin))
        async with open_http(network, on_contact=on_contact) as http:
            await check_portal(http, origin, trace=watch.tell)
        watch.answered()
    except BitrixError as error:
        problem = Problem(error.code, error.description)
        if isinstance(error, Unreachable) and error.reason == "tls" and not proxy:
            on_contact(host, Purpose.CHECK)
            fault, watch.certificate = await _named(origin, network)
    return ConnectionReport(
        host, host_of(proxy), tuple(watch.steps), problem, watch.certificate, fault
    )


async def _named(
    origin: str, network: Network
) -> tuple[CertificateFault | None, Certificate | None]:
    parts = urlsplit(origin)
    return await why_not_believed(parts.hostname or "", parts.port or _TLS_PORT, network)


class _Watch:
    """Notes when the parts of one request have passed, and the certificate on the way."""

    def __init__(self) -> None:
        self.steps: list[ConnectionStep] = []
        self.certificate: Certificate | None = None
        self._since = perf_counter()

    async def tell(self, name: str, info: dict[str, Any]) -> None:
        """What the HTTP library calls."""
        if name.endswith("connect_tcp.complete"):
            self._passed(Stage.CONNECT)
        elif name.endswith("start_tls.complete"):
            self._passed(Stage.TLS)
            tls = info["return_value"].get_extra_info("ssl_object")
            with suppress(ValueError):  # believed, but of a form that cannot be shown
                self.certificate = read_certificate(tls.getpeercert(True))

    def answered(self) -> None:
        """The whole answer is there, and it is a portal's."""
        self._passed(Stage.ANSWER)

    def _passed(self, stage: Stage) -> None:
        now = perf_counter()
        self.steps.append(ConnectionStep(stage, round((now - self._since) * 1000)))
        self._since = now


def _scheme_and_host(origin: str) -> tuple[str, str]:
    return origin.partition("://")[0], host_of(origin)
