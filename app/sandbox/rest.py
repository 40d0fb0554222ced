"""`/rest/…` over HTTP: from a request to a call, from a result or refusal to an answer.

Order, as on the real portal: rate limit, method exists, authorisation, and the rest in `dispatch`.
"""

from dataclasses import dataclass
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from app.sandbox import dispatch, envelope
from app.sandbox.errors import SYSTEM, SoftRefusal, VendorError, ordered_error, system_error
from app.sandbox.forms import parse_body, parse_query
from app.sandbox.guard import JsonAnswer, origin_of, read_body
from app.sandbox.model import Caller
from app.sandbox.params import Params, to_text
from app.sandbox.portal import Portal
from app.sandbox.spoilt import carry_out

RESERVED = ("auth", "access_token", "auth_connector")
_CORS = {"Access-Control-Allow-Origin": "*"}
_FREE_PLAN = "REST API is available only on commercial plans."
_NO_CONNECTOR_KEY = f"{SYSTEM['WRONG_LICENSE'][1]}: auth_connector"


@dataclass(frozen=True, slots=True)
class Route:
    """What the address says: the method, and user and code of a webhook."""

    method: str
    webhook: tuple[str, str] | None = None

    @classmethod
    def parse(cls, path: str) -> "Route":
        """`METHOD`, `METHOD.json` or `USER/CODE/METHOD.json`."""
        parts = path.strip("/").split("/")
        name = parts[-1].lower().removesuffix(".json")
        if len(parts) == 3 and parts[0].isascii() and parts[0].isdigit():
            return cls(name, (parts[0], parts[1]))
        return cls(name if len(parts) == 1 else "")


class RestEndpoint:
    """Serves one portal."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal

    async def __call__(self, request: Request) -> Response:
        """Answer one request; never with anything but the vendor's words."""
        portal, route = self._portal, Route.parse(request.path_params["path"])
        started = portal.clock.now()
        portal.origin = origin_of(request)
        portal.catch_up()
        fault = portal.faults.take(route.method)
        if fault and fault.instead:
            self._log(route, request, fault.status, {"error": fault.kind}, started)
            return carry_out(fault, JsonAnswer({}))
        try:
            params = await self._params(request)
            if fault and fault.code:
                raise ordered_error(fault.code)
            status, body = self._answer(route, request, params, started)
        except SoftRefusal as refusal:
            status, body = self._refused_softly(refusal, started)
        except VendorError as refusal:
            status, body = self._refused(refusal)
        except ClientDisconnect:
            status, body = self._refused(VendorError("INVALID_REQUEST", "The request was cut off"))
        self._log(route, request, status, body, started)
        answer = JsonAnswer(body, status_code=status, headers=_CORS)
        return carry_out(fault, answer) if fault else answer

    async def _params(self, request: Request) -> Params:
        body = await read_body(request)
        query = parse_query(request.scope["query_string"])
        return {**query, **await parse_body(request.headers, body)}

    def _answer(
        self, route: Route, request: Request, params: Params, started: float
    ) -> tuple[int, dict[str, Any]]:
        portal = self._portal
        self._admit(request)
        method = dispatch.lookup(portal, route.method)
        caller = self._caller(route, request, params)
        own = {key: value for key, value in params.items() if key not in RESERVED}
        with portal.acting(caller):
            processing = portal.clock.now()
            result = dispatch.invoke(portal, caller, method, own)
        time = envelope.time_block(portal, started, processing)
        time |= dispatch.operating(portal, caller, method)
        return 200, envelope.success(result, time)

    def _admit(self, request: Request) -> None:
        portal = self._portal
        source = request.client.host if request.client else "local"
        limited = portal.options.rate_limit and not portal.options.on_premise
        if limited and not portal.buckets.admit(source, portal.clock.now()):
            raise system_error("QUERY_LIMIT_EXCEEDED")

    def _caller(self, route: Route, request: Request, params: Params) -> Caller:
        portal = self._portal
        if portal.options.plan == "free":
            raise system_error("ACCESS_DENIED", _FREE_PLAN)
        if route.webhook:
            hook = portal.seed.webhook
            if route.webhook != (str(hook.user), hook.code):
                raise system_error("NO_AUTH_FOUND")
            return Caller(portal.users[hook.user], None, frozenset(hook.scope))
        token = _bearer(request) or to_text(params.get("auth") or params.get("access_token"))
        if not token:
            raise system_error("NO_AUTH_FOUND")
        ticket = portal.authority.judge(token)
        key = to_text(params.get("auth_connector"))
        if key and not portal.options.has("rest_auth_connector"):
            raise system_error("WRONG_LICENSE", _NO_CONNECTOR_KEY)
        return Caller(ticket.user, ticket.app, frozenset(ticket.app.scope), key)

    def _refused(self, refusal: VendorError) -> tuple[int, dict[str, Any]]:
        self._portal.refusals[refusal.code] += 1
        return refusal.status, refusal.body

    def _refused_softly(self, refusal: SoftRefusal, started: float) -> tuple[int, dict[str, Any]]:
        self._portal.refusals[refusal.code] += 1
        if self._portal.options.error_shape == "top-level":
            return 200, refusal.body
        time = envelope.time_block(self._portal, started, started)
        return 200, envelope.success(refusal.body, time)

    def _log(
        self, route: Route, request: Request, status: int, body: dict[str, Any], started: float
    ) -> None:
        portal = self._portal
        portal.call_count += 1
        portal.calls.append(
            {
                "number": portal.call_count,
                "at": round(started, 3),
                "method": route.method,
                "verb": request.method,
                "webhook": route.webhook is not None,
                "status": status,
                "error": body.get("error"),
            }
        )


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
