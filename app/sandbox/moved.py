"""The portal's address: under which name a caller knows it, and where it went when it was renamed.

Only the address of REST and of the sign-in page changes; tokens are asked for where they ever were.
"""

from urllib.parse import urlsplit

from starlette.requests import Request

from app.sandbox.guard import host_of, origin_of
from app.sandbox.portal import Portal


def elsewhere(portal: Portal, request: Request) -> str:
    """Where a request for the old address belongs; empty when the address is right."""
    origin = origin_of(request)
    here = current(portal, origin)
    if here == origin:
        return ""
    query = request.url.query
    return f"{here}{request.url.path}" + (f"?{query}" if query else "")


def current(portal: Portal, origin: str) -> str:
    """The portal's address for somebody who came by `origin`."""
    if not portal.host:
        return origin
    return f"{urlsplit(origin).scheme}://{portal.host}"


def serve_at(portal: Portal, origin: str) -> None:
    """The portal is served here from now on; under its other name it has the same port."""
    portal.origin = origin
    if portal.host:
        name, port = host_of(portal.host), urlsplit(origin).port
        name = f"[{name}]" if ":" in name else name
        portal.host = f"{name}:{port}" if port else name
