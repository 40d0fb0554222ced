"""The control interface under `/sandbox/`: acts of operators and of fate, and a look at the state.

JSON over POST; what GET shows is in `viewing`. Loopback only, and never from a web page: a POST
must say that it is JSON (which a page cannot do across origins) and must not carry a foreign
Origin. What is done here is not the application's doing, so its events are queued.
"""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from app.sandbox.errors import ControlError, VendorError
from app.sandbox.http import viewing
from app.sandbox.http.forms import beside, read_object
from app.sandbox.http.guard import JsonAnswer, origin_of, read_body
from app.sandbox.keeping.house import House
from app.sandbox.orders import HOUSE_ORDERS, ORDERS


class ControlEndpoint:
    """Serves one portal and what stands around it."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._portal = house.portal

    async def __call__(self, request: Request) -> Response:
        """Carry out one order, or say in one sentence why not."""
        portal, name = self._portal, request.path_params["act"].strip("/")
        portal.catch_up()
        try:
            _own_origin(request)
            if request.method == "GET":
                return JsonAnswer(viewing.look(self._house, name, request.query_params))
            return JsonAnswer({"ok": True, **await self._act(request, name)})
        except ControlError as error:
            return _problem(error.text, error.status)
        except VendorError as error:
            return _problem(error.text or "Another operator has this dialog", 409)

    async def _act(self, request: Request, name: str) -> dict[str, Any]:
        if name not in ORDERS and name not in HOUSE_ORDERS:
            known = ", ".join((*ORDERS, *HOUSE_ORDERS))
            raise ControlError(f"Unknown order; known: {known}.", 404)
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            raise ControlError("Send JSON with the content type application/json.", 415)
        fields = await _fields(await read_body(request))
        self._portal.catch_up()
        self._portal.origin = origin_of(request)
        if name in HOUSE_ORDERS:
            return await HOUSE_ORDERS[name](self._house, fields)
        return ORDERS[name](self._portal, fields)


async def _fields(body: bytes) -> dict[str, Any]:
    try:
        return await beside(read_object, body) if body else {}
    except ValueError as error:
        raise ControlError(f"Send a JSON object: {error}.") from None


def _own_origin(request: Request) -> None:
    own = origin_of(request)
    if request.headers.get("origin", own) != own:
        raise ControlError("Web pages of other origins may not steer the sandbox.", 403)


def _problem(text: str, status: int) -> Response:
    return JsonAnswer({"ok": False, "error": text}, status)
