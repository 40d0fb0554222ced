"""The outer wall: only this machine's names in the Host header, and only bodies that fit."""

import json
import re
from ipaddress import ip_address
from typing import Any

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.sandbox.forms import MAX_BODY

_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::[0-9]{1,5})?")


class TooLarge(Exception):
    """The body is longer than the sandbox reads."""


class JsonAnswer(Response):
    """JSON as PHP writes it: ASCII, so that no text can break the encoding."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """Encode."""
        return json.dumps(content, separators=(",", ":")).encode()


class HostGuard:
    """Refuses foreign Host headers: a web page that rebinds its name to 127.0.0.1 gets 421."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

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
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)


def host_of(header: str | None) -> str:
    """The name in a Host header, without the port; empty when it is no host and port."""
    found = _HOST.fullmatch((header or "").strip().lower())
    return (found[1] or found[2]) if found else ""


def is_loopback(host: str) -> bool:
    """Whether a name or address means this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


async def read_body(request: Request) -> bytes:
    """The whole body, or TooLarge."""
    declared = request.headers.get("content-length", "0")
    if declared.isascii() and declared.isdigit() and int(declared[:18]) > MAX_BODY:
        raise TooLarge
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise TooLarge
    return bytes(body)


def origin_of(request: Request) -> str:
    """Scheme, host and port under which the caller knows the sandbox."""
    return f"{request.scope['scheme']}://{request.headers['host'].strip()}"


async def too_large(_request: Request, _error: Exception) -> Response:
    """The answer for a body that does not fit."""
    text = f"The request body is larger than {MAX_BODY // (1024 * 1024)} MB"
    return JsonAnswer({"error": "REQUEST_TOO_LARGE", "error_description": text}, status_code=413)
