"""Where a request belongs that was sent to the portal's old address. Knows no method."""

from starlette.requests import Request

from app.sandbox import hosts
from app.sandbox.http.guard import origin_of
from app.sandbox.portal import Portal


def elsewhere(portal: Portal, request: Request) -> str:
    """Where a request for the old address belongs; empty when the address is right."""
    origin = origin_of(request)
    here = hosts.current(portal, origin)
    if here == origin:
        return ""
    query = request.url.query
    return f"{here}{request.url.path}" + (f"?{query}" if query else "")
