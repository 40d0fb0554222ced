"""Posts an event to a handler as the portal posts it. The one place that calls such an address.

The form is PHP's: nested names in brackets, every scalar a text, empty arrays and nulls not there.
A handler is called once, without redirects, cookies and proxies, and has a minute to answer.
"""

import asyncio
import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from app.bitrix.errors import BitrixError, Unreachable
from app.bitrix.wire import Json
from app.domain.calls import Purpose
from app.domain.forwarding import stays_here

if TYPE_CHECKING:
    from app.bitrix.connection import Http, OnContact

#: As the portal names itself.
USER_AGENT = "Bitrix24 Webhook Engine"
CONNECT_SECONDS, TOTAL_SECONDS = 5.0, 60.0
#: Of an answer so much is kept, and so much is read.
KEPT_BYTES, READ_BYTES = 4096, 1024 * 1024
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class HandlerAnswer:
    """`text` is the beginning of the body; `milliseconds` until it had been read."""

    status: int
    milliseconds: int
    text: str


class HandlerDoor:
    """The way to handlers; its client is made when the first one is called."""

    def __init__(self, on_contact: "OnContact | None" = None) -> None:
        self._on_contact = on_contact
        self._clients: dict[bool, Http] = {}

    async def post(self, target: str, body: str) -> HandlerAnswer:
        """Post a form. Whatever the handler answers is an answer.

        Raises:
            Unreachable: no answer; `maybe_done` is false when the handler surely did not get it.
        """
        import httpx

        from app.bitrix.connection import unreachable

        began = time.monotonic()
        try:
            async with asyncio.timeout(TOTAL_SECONDS):
                status, text = await self._exchange(target, body)
        except TimeoutError:
            raise Unreachable("timeout", maybe_done=True) from None
        except (httpx.RequestError, httpx.InvalidURL, httpx.StreamError, ssl.SSLError) as error:
            raise unreachable(error) from None
        return HandlerAnswer(status, round((time.monotonic() - began) * 1000), text)

    async def close(self) -> None:
        """Let go of every connection."""
        clients, self._clients = self._clients, {}
        for client in clients.values():
            await client.aclose()

    async def _exchange(self, target: str, body: str) -> tuple[int, str]:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        client, kept, read = self._client(target), b"", 0
        async with client.stream("POST", target, content=body, headers=headers) as answer:
            async for piece in answer.aiter_raw():
                kept, read = kept + piece[: KEPT_BYTES - len(kept)], read + len(piece)
                if read > READ_BYTES:
                    break
        return answer.status_code, kept.decode("utf-8", "replace")

    def _client(self, target: str) -> "Http":
        """A handler of this machine has a certificate of its own; any other one is checked."""
        here = stays_here(target)
        if here not in self._clients:
            self._clients[here] = _open(self._on_contact, verify=not here)
        return self._clients[here]


def _open(on_contact: "OnContact | None", *, verify: bool) -> "Http":
    import httpx

    async def tell(request: httpx.Request) -> None:
        if on_contact is not None:
            on_contact(request.url.netloc.decode("ascii", "replace"), Purpose.OTHER)

    return httpx.AsyncClient(
        verify=verify,
        trust_env=False,
        follow_redirects=False,
        timeout=httpx.Timeout(TOTAL_SECONDS, connect=CONNECT_SECONDS),
        limits=httpx.Limits(max_keepalive_connections=0),
        headers={"User-Agent": USER_AGENT},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
        event_hooks={"request": [tell]},
    )


def is_down(error: BitrixError) -> bool:
    """Whether the handler surely has not got what was posted."""
    return isinstance(error, Unreachable) and not error.maybe_done


def form(fields: Mapping[str, Json]) -> str:
    """Nested fields as PHP writes a form."""
    return "&".join(f"{_quoted(name)}={_quoted(text)}" for name, text in pairs(fields))


def pairs(fields: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """The names in brackets and the texts of a form, in order."""
    for key, value in fields.items():
        yield from _pairs(key, value, 0)


def _pairs(name: str, value: Json, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) and depth < _DEEPEST:
        for key, item in value.items():
            yield from _pairs(f"{name}[{key}]", item, depth + 1)
    elif isinstance(value, Sequence) and not isinstance(value, str) and depth < _DEEPEST:
        for index, item in enumerate(value):
            yield from _pairs(f"{name}[{index}]", item, depth + 1)
    elif value is not None:
        yield name, _text(value)


def _text(value: Json) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _quoted(text: str) -> str:
    return quote_plus(text, errors="replace")  # JSON can bring halves of characters
