"""The sandbox as an ASGI application: routes, guards, and what the JSON line says.

`create` does no I/O but reading the seed; it serves a test in memory and uvicorn alike.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

import app.sandbox.methods  # noqa: F401 - fills the registry
from app.sandbox import hosts, workplace
from app.sandbox.clock import Clock
from app.sandbox.delivery import courier
from app.sandbox.errors import VendorError, system_error
from app.sandbox.http.control import ControlEndpoint
from app.sandbox.http.guard import (
    HostGuard,
    JsonAnswer,
    TooBusy,
    TooLarge,
    TooSlow,
    too_busy,
    too_large,
    too_slow,
)
from app.sandbox.http.oauth import OAuthEndpoints
from app.sandbox.http.rest import RestEndpoint
from app.sandbox.http.uploads import UploadEndpoint
from app.sandbox.http.viewing import about
from app.sandbox.keeping import snapshots
from app.sandbox.keeping.house import House
from app.sandbox.options import Options
from app.sandbox.params import to_int
from app.sandbox.portal import Portal

if TYPE_CHECKING:
    import httpx

__all__ = ["Clock", "Options", "Sandbox", "create"]

Endpoint = Callable[[Request], Awaitable[Response]]
ENDS = ("", "/")
_FILE_HEADERS = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}


class Sandbox:
    """One made-up portal with its HTTP face."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self.house = House(portal)
        self.app = _application(self.house)

    def describe(self, origin: str) -> dict[str, str]:
        """Addresses and keys for a program that wants to sign in; `origin` without a slash."""
        hosts.serve_at(self.portal, origin)
        return about(self.house)

    def fork(self) -> "Sandbox":
        """A sandbox of its own that begins as this one is now."""
        return Sandbox(snapshots.twin(self.portal, snapshots.save(self.portal)))

    async def deliver(self, http: "httpx.AsyncClient | None" = None) -> int:
        """Send what is due to handlers' addresses, also what they cause; how much was tried."""
        self.portal.catch_up()
        return await courier.deliver(self.portal, http)


def create(options: Options, *, clock: Clock | None = None) -> Sandbox:
    """A fresh sandbox. Raises ValueError in a plain sentence for an unknown seed."""
    return Sandbox(Portal(options, clock or Clock()))


def _application(house: House) -> Starlette:
    portal = house.portal
    oauth, rest, control = OAuthEndpoints(portal), RestEndpoint(portal), ControlEndpoint(house)
    both = ["GET", "POST"]

    def touching(serve: Endpoint) -> Endpoint:
        async def touch(request: Request) -> Response:
            try:
                return await serve(request)
            finally:  # a body that comes slowly changes something at its end
                portal.changes += 1

        return touch

    async def serve_rest(request: Request) -> Response:
        _insist_on_https(portal, request)
        return await rest(request)

    async def serve_file(request: Request) -> Response:
        file = portal.files.get(to_int(request.path_params["number"]))
        if file is None or file.content is None:
            raise HTTPException(404)
        return Response(file.content, media_type=file.mime, headers=_FILE_HEADERS)

    return Starlette(
        routes=[
            Route("/rest/{path:path}", touching(serve_rest), methods=both),
            *[Route(f"/oauth/token{end}", touching(oauth.token), methods=both) for end in ENDS],
            *[Route(f"/oauth/authorize{end}", touching(oauth.authorize)) for end in ENDS],
            Route("/oauth/authorize/", touching(oauth.decide), methods=["POST"]),
            Route("/sandbox/{act:path}", control.__call__),
            Route("/sandbox/{act:path}", touching(control), methods=["POST"]),
            Route("/files/{number}/{name}", serve_file),
            Route("/disk/upload/{token}", touching(UploadEndpoint(portal)), methods=["POST"]),
            *workplace.routes(house),  # the last: it says what there is not
        ],
        middleware=[Middleware(HostGuard, now=lambda: portal.clock.now() + portal.skew)],
        exception_handlers={
            TooLarge: too_large,
            TooSlow: too_slow,
            TooBusy: too_busy,
            VendorError: _vendor_problem,
            HTTPException: _http_problem,
            ClientDisconnect: _http_problem,
        },
    )


def _insist_on_https(portal: Portal, request: Request) -> None:
    if portal.options.https_required and request.scope["scheme"] != "https":
        portal.refusals["INVALID_REQUEST"] += 1
        raise system_error("INVALID_REQUEST", "Https required.")


async def _vendor_problem(_request: Request, error: Exception) -> Response:
    refusal = error if isinstance(error, VendorError) else system_error("INTERNAL_SERVER_ERROR")
    return JsonAnswer(refusal.body, refusal.status)


async def _http_problem(_request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 400
    text: dict[str, Any] = {"error": "NOT_FOUND", "error_description": "There is nothing here"}
    if status != 404:
        text = {"error": "INVALID_REQUEST", "error_description": "The request is not understood"}
    headers = error.headers if isinstance(error, HTTPException) else None
    return JsonAnswer(text, status_code=status, headers=headers)
