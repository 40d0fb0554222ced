"""The workplace: the portal's side of the story in a browser, at `/` of the sandbox.

site (one request, whoever may ask it) · words (both languages) · visits (what a page is given) ·
bbcode, looks (how things are shown) · dialogs, transcript, contact_center, opening, applications,
traffic, fate, labels (the pages) · acts (what its forms order). Pages read the portal and change
nothing; every change is an order of `app.sandbox.orders`. Must not know REST.

Importing this package loads no template engine: that happens when the first page is asked for.
"""

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from app.sandbox.keeping.house import House

if TYPE_CHECKING:
    from app.sandbox.workplace.site import Site

__all__ = ["routes"]


def routes(house: House) -> list[Route]:
    """Where the workplace is served; also a page for a browser that asks for what is not there."""
    site: Site | None = None

    async def serve(request: Request) -> Response:
        nonlocal site
        if site is None:
            from app.sandbox.workplace.site import Site

            site = Site(house)
        return await site(request)

    async def nowhere(request: Request) -> Response:
        if request.method == "POST" or "text/html" not in request.headers.get("accept", ""):
            raise HTTPException(404)
        return await serve(request)

    async def line_page(request: Request) -> Response:
        """Where `imopenlines.config.path.get` leads: the workplace has one page for all lines."""
        wanted = request.query_params.get("ID", "")
        mark = f"#line-{wanted}" if wanted.isdecimal() else ""
        return RedirectResponse(f"/workplace/contact-center{mark}")

    return [
        Route("/", serve),
        Route("/contact_center/{path:path}", line_page),
        Route("/workplace/{path:path}", serve, methods=["GET", "POST"]),
        Route("/{path:path}", nowhere, methods=["GET", "POST"]),
    ]
