"""The outer wall: only this machine's names in the Host header, and only bodies that fit.

Bounds every request: its size, the time in which its body must have come, and the room that all
bodies together may take. Dates the answers by the portal's clock.
"""

import asyncio
import json
from collections.abc import Callable
from email.utils import formatdate
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.sandbox.hosts import host_of, is_loopback
from app.sandbox.http.forms import MAX_BODY

#: All bodies that are being read at one moment.
MAX_BODIES = 8 * MAX_BODY
#: Seconds in which a request's body must have come.
BODY_SECONDS = 30.0


class TooLarge(Exception):
    """The body is longer than the sandbox reads."""


class TooSlow(Exception):
    """The body did not come in time."""


class TooBusy(Exception):
    """Other bodies take all the room there is."""


class JsonAnswer(Response):
    """JSON as PHP writes it: ASCII, so that no text can break the encoding."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """Encode."""
        return json.dumps(content, separators=(",", ":")).encode()


class HostGuard:
    """Refuses foreign Host headers: a web page that rebinds its name to 127.0.0.1 gets 421."""

    def __init__(self, app: ASGIApp, now: Callable[[], float]) -> None:
        self._app = app
        self._now = now
        self._held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "http" and not is_loopback(host_of(Headers(scope=scope).get("host"))):
            answer = JsonAnswer(
                {
                    "error": "WRONG_HOST",
                    "error_description": "Only this machine is served",
                },
                status_code=421,
            )
            await answer(scope, receive, self._dated(send))
            return
        intake = _Intake(receive, BODY_SECONDS, self._make_room)
        try:
            await self._app(scope, intake, self._dated(send))
        finally:
            self._held -= intake.size

    def _make_room(self, size: int) -> None:
        self._held += size
        if self._held > MAX_BODIES:
            raise TooBusy

    def _dated(self, send: Send) -> Send:
        async def send_dated(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("date", formatdate(self._now(), usegmt=True))
            await send(message)

        return send_dated


class _Intake:
    """The receiving end of one request."""

    def __init__(self, receive: Receive, seconds: float, make_room: Callable[[int], None]) -> None:
        self._receive = receive
        self._until = asyncio.get_running_loop().time() + seconds
        self._make_room = make_room
        self._complete = False
        self.size = 0

    async def __call__(self) -> Message:
        """The next piece of the body."""
        if self._complete:
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            raise TooSlow from None
        self._complete = not message.get("more_body", False)
        self._count(len(message.get("body", b"")))
        return message

    def _count(self, size: int) -> None:
        self.size += size
        self._make_room(size)
        if self.size > MAX_BODY:
            raise TooLarge


async def read_body(request: Request) -> bytes:
    """The whole body, or TooLarge before it has come; what is not declared, the wall counts."""
    declared = request.headers.get("content-length", "0")
    if declared.isascii() and declared.isdigit() and int(declared[:18]) > MAX_BODY:
        raise TooLarge
    return await request.body()


def origin_of(request: Request) -> str:
    """Scheme, host and port under which the caller knows the sandbox."""
    return f"{request.scope['scheme']}://{request.headers['host'].strip()}"


def from_elsewhere(request: Request) -> bool:
    """Whether a browser says that a page from another machine is behind the request."""
    origin = request.headers.get("origin")
    if origin is None:
        return request.headers.get("sec-fetch-site") == "cross-site"
    return not is_loopback(host_of(origin.partition("://")[2]))


async def too_large(_request: Request, _error: Exception) -> Response:
    """The answer for a body that does not fit."""
    text = f"The request body is larger than {MAX_BODY // (1024 * 1024)} MB"
    return _refusal(413, "REQUEST_TOO_LARGE", text)


async def too_slow(_request: Request, _error: Exception) -> Response:
    """The answer for a body that does not come."""
    answer = _refusal(408, "REQUEST_TOO_SLOW", "The request body did not come in time")
    answer.headers["Connection"] = "close"
    return answer


async def too_busy(_request: Request, _error: Exception) -> Response:
    """The answer while other requests take all the room."""
    return _refusal(503, "SANDBOX_BUSY", "Too much is being sent at once")


def _refusal(status: int, error: str, text: str) -> Response:
    return JsonAnswer({"error": error, "error_description": text}, status_code=status)
