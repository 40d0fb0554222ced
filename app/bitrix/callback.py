"""The way back from the browser: one request to a loopback address, or its text pasted by hand.

Listens on 127.0.0.1 only and answers one redirect. The web server is loaded when it is needed,
installs no signal handlers and creates no task of ours, so any event loop will do.
"""

import hmac
import os
import re
import socket
from asyncio import Event
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import SplitResult, parse_qs, urlsplit

from app.bitrix.callback_pages import Pages, render
from app.bitrix.errors import ListenerError, PasteError
from app.bitrix.held import hold
from app.domain.address import is_webhook

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from uvicorn import Server

__all__ = ["Callback", "CallbackListener", "Pages", "parse_pasted"]

_HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Callback:
    """What the redirect says. All of it is untrusted but the match of `state`, checked before."""

    code: str = field(repr=False)
    domain: str = ""
    member_id: str = ""
    scope: frozenset[str] = frozenset()
    server_domain: str = ""

    def __post_init__(self) -> None:
        hold(self.code)


class CallbackListener:
    """Waits for one redirect at `redirect_uri`; port 0 takes any free one.

    Entering, waiting and leaving may happen in different tasks.

    Raises:
        ListenerError: on entering, the address is taken or does not lie on this machine.
    """

    def __init__(self, redirect_uri: str, state: str, pages: Pages | None = None) -> None:
        self._asked = _split(redirect_uri)
        self._state = state
        self._pages = pages or Pages()
        self._arrived = Event()
        self._callback: Callback | None = None
        self._server: Server | None = None
        self._socket: socket.socket | None = None
        self._port = 0

    @property
    def redirect_uri(self) -> str:
        """The address that is listened on, with its real port."""
        return f"http://{_HOST}:{self._port}{self._asked.path}"

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def open(self) -> None:
        """Start to listen."""
        from uvicorn import Config, Server

        self._socket = _bind(self._asked)
        self._port = self._socket.getsockname()[1]
        config = Config(
            self._application(),
            lifespan="off",
            access_log=False,
            log_config=None,
            server_header=False,
            http="h11",
            ws="none",
            timeout_graceful_shutdown=1,
        )
        config.load()
        self._server = Server(config)
        self._server.lifespan = config.lifespan_class(config)
        await self._server.startup(sockets=[self._socket])

    async def close(self) -> None:
        """Stop to listen; the browser keeps its page."""
        server, self._server = self._server, None
        if server is not None:
            await server.shutdown(sockets=[self._socket] if self._socket else None)

    async def wait(self) -> Callback:
        """The redirect, once it came. Cancel to give up."""
        await self._arrived.wait()
        if self._callback is None:
            raise AssertionError("arrived without a callback")
        return self._callback

    def _application(self) -> "Starlette":
        from starlette.applications import Starlette
        from starlette.routing import Route

        return Starlette(routes=[Route("/{path:path}", self._answer, methods=["GET"])])

    async def _answer(self, request: "Request") -> "Response":
        if request.headers.get("host", "").casefold() not in self._hosts():
            return render(self._pages.not_found, 421)
        if request.url.path != (self._asked.path or "/"):
            return render(self._pages.not_found, 404)
        if self._arrived.is_set():
            return render(self._pages.used, 410)
        try:
            self._callback = _read(request.url.query, self._state)
        except PasteError as error:
            page = self._pages.no_code if error.kind == "no_code" else self._pages.wrong_state
            return render(page, 400)
        self._arrived.set()
        return render(self._pages.done, 200)

    def _hosts(self) -> tuple[str, str]:
        """A page of another site that was rebound to this machine shows its own name."""
        return f"{_HOST}:{self._port}", f"localhost:{self._port}"


def parse_pasted(text: str, state: str) -> Callback:
    """The final address of a sign-in, whole or from its question mark on.

    Raises:
        PasteError: `kind` says what it is instead; the text is not repeated.
    """
    text = re.sub(r"\s+", "", text).strip("<>\"'")
    if not text:
        raise PasteError("empty")
    if is_webhook(text):
        raise PasteError("webhook")
    try:
        parts = urlsplit(text)
    except ValueError:
        raise PasteError("not_an_address") from None
    query = parts.query or parts.fragment or text
    if "=" not in query:
        raise PasteError("no_code" if parts.scheme in ("http", "https") else "not_an_address")
    return _read(query, state)


def _read(query: str, state: str) -> Callback:
    try:
        values = _first(parse_qs(query, keep_blank_values=True, max_num_fields=50))
    except ValueError:  # far more fields than any redirect has
        raise PasteError("not_an_address") from None
    if not values.get("code"):
        raise PasteError("no_code")
    if not hmac.compare_digest(values.get("state", "").encode("utf-8", "replace"), state.encode()):
        raise PasteError("wrong_state")
    return Callback(
        code=values["code"],
        domain=values.get("domain", ""),
        member_id=values.get("member_id", ""),
        scope=frozenset(values.get("scope", "").replace(",", " ").split()),
        server_domain=values.get("server_domain", ""),
    )


def _first(found: Mapping[str, list[str]]) -> dict[str, str]:
    return {key: values[0] for key, values in found.items()}


def _split(address: str) -> SplitResult:
    """The parts of the address to listen on; none when they cannot be read."""
    try:
        parts = urlsplit(address)
        return parts if (parts.port or 0) >= 0 else urlsplit("")
    except ValueError:
        return urlsplit("")


def _bind(asked: SplitResult) -> socket.socket:
    if asked.scheme != "http" or asked.hostname not in (_HOST, "localhost"):
        raise ListenerError("not_loopback")
    # asyncio switches Nagle's delay off only where the protocol is named
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let a stranger listen beside us
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((_HOST, asked.port or 0))
        listening.listen(16)
    except OSError:
        listening.close()
        raise ListenerError("busy") from None
    listening.setblocking(False)
    return listening
