"""`/rest/…` over HTTP: from a request to a call, from a result or refusal to an answer.

Order, as on the real portal: rate limit, method exists, authorisation, and the rest in `dispatch`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from app.sandbox import apps, dispatch, envelope
from app.sandbox.errors import SYSTEM, SoftRefusal, VendorError, ordered_error, system_error
from app.sandbox.faults import Fault
from app.sandbox.http import moved, xml
from app.sandbox.http.forms import parse_body
from app.sandbox.http.guard import JsonAnswer, from_elsewhere, origin_of, read_body
from app.sandbox.http.spoilt import before, carry_out
from app.sandbox.model import Caller
from app.sandbox.params import Params, to_text
from app.sandbox.portal import Portal
from app.sandbox.preview import KEPT_TEXT, preview
from app.sandbox.urlencoded import parse_query

RESERVED = ("auth", "access_token", "auth_connector")
_CORS = {"Access-Control-Allow-Origin": "*"}
_FREE_PLAN = "REST API is available only on commercial plans."
_FOREIGN_PAGE = "Pages of other machines may not use the sandbox's webhook"
_NO_CONNECTOR_KEY = f"{SYSTEM['WRONG_LICENSE'][1]}: auth_connector"


@dataclass(frozen=True, slots=True)
class Route:
    """What the address says: the method, user and code of a webhook, and whether XML is wanted."""

    method: str
    webhook: tuple[str, str] | None = None
    xml: bool = False

    @classmethod
    def parse(cls, path: str) -> "Route":
        """`METHOD`, `METHOD.json`, `METHOD.xml` or `USER/CODE/METHOD.json`."""
        parts = path.strip("/").split("/")
        whole = parts[-1].lower()
        name, xml = whole.removesuffix(".json").removesuffix(".xml"), whole.endswith(".xml")
        if len(parts) == 3 and parts[0].isascii() and parts[0].isdigit():
            return cls(name, (parts[0], parts[1]), xml)
        return cls(name if len(parts) == 1 else "", None, xml)


@dataclass(slots=True)
class Call:
    """One request on its way through: what is known of it so far, for the log."""

    route: Route
    request: Request
    started: float
    params: Params = field(default_factory=dict)
    caller: Caller | None = None
    refusal: str | None = None
    remarked: str = ""


class RestEndpoint:
    """Serves one portal."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal

    async def __call__(self, request: Request) -> Response:
        """Answer one request; never with anything but the vendor's words."""
        portal = self._portal
        portal.catch_up()
        if address := moved.elsewhere(portal, request):
            return RedirectResponse(address, 302, headers=_CORS)
        call = Call(Route.parse(request.path_params["path"]), request, portal.clock.now())
        fault = portal.faults.take(call.route.method)
        if fault and fault.instead:
            call.refusal = fault.kind
            self._log(call, fault.status, b"")
            return await carry_out(fault, JsonAnswer({}))
        await before(fault)
        call.started, call.remarked = portal.clock.now(), _last(portal.remarks)
        status, body = await self._outcome(call, fault)
        answer = _answer(call.route, status, body)
        self._log(call, status, bytes(answer.body))
        return await carry_out(portal.faults.take_left() or fault, answer)

    async def _outcome(self, call: Call, fault: Fault | None) -> tuple[int, dict[str, Any]]:
        try:
            call.params = await self._params(call.request)
            self._portal.catch_up()  # the body may have come late
            call.remarked = _last(self._portal.remarks)
            if fault and fault.code:
                raise ordered_error(fault.code)
            return self._executed(call)
        except SoftRefusal as refusal:
            return self._refused_softly(call, refusal)
        except VendorError as refusal:
            return self._refused(call, refusal)
        except ClientDisconnect:
            return self._refused(call, VendorError("INVALID_REQUEST", "The request was cut off"))

    async def _params(self, request: Request) -> Params:
        body = await read_body(request)
        query = parse_query(request.scope["query_string"])
        return {**query, **await parse_body(request.headers, body)}

    def _executed(self, call: Call) -> tuple[int, dict[str, Any]]:
        portal, params = self._portal, call.params
        self._admit(call.request)
        method = dispatch.lookup(portal, call.route.method)
        caller = call.caller = self._caller(call, method.name)
        portal.origin = origin_of(call.request)
        own = {key: value for key, value in params.items() if key not in RESERVED}
        with portal.acting(caller):
            processing = portal.clock.now()
            result = dispatch.invoke(portal, caller, method, own)
        time = envelope.time_block(portal, call.started, processing)
        time |= dispatch.operating(portal, caller, method)
        return 200, envelope.success(result, time)

    def _admit(self, request: Request) -> None:
        portal = self._portal
        source = request.client.host if request.client else "local"
        limited = portal.options.rate_limit and not portal.options.on_premise
        if limited and not portal.buckets.admit(source, portal.clock.now()):
            raise system_error("QUERY_LIMIT_EXCEEDED")

    def _caller(self, call: Call, method: str) -> Caller:
        portal, params = self._portal, call.params
        if portal.options.plan == "free":
            raise system_error("ACCESS_DENIED", _FREE_PLAN)
        if call.route.webhook:
            if from_elsewhere(call.request):
                raise system_error("ACCESS_DENIED", _FOREIGN_PAGE)
            return self._webhook(call.route.webhook)
        token = _bearer(call.request) or to_text(params.get("auth") or params.get("access_token"))
        if not token:
            raise system_error("NO_AUTH_FOUND")
        ticket = portal.authority.judge(token)
        user = apps.admit(portal, ticket, method)
        key = to_text(params.get("auth_connector"))
        if key and not portal.options.has("rest_auth_connector"):
            raise system_error("WRONG_LICENSE", _NO_CONNECTOR_KEY)
        return Caller(user, ticket.app, frozenset(ticket.app.scope), key, ticket.hops)

    def _webhook(self, given: tuple[str, str]) -> Caller:
        hook = self._portal.webhook
        if given != (str(hook.user), hook.code):
            raise system_error("NO_AUTH_FOUND")
        user = self._portal.users.get(hook.user)
        if user is None or not user.active:
            raise system_error("INVALID_CREDENTIALS")
        return Caller(user, None, frozenset(hook.scope))

    def _refused(self, call: Call, refusal: VendorError) -> tuple[int, dict[str, Any]]:
        call.refusal = refusal.code
        self._portal.refusals[refusal.code] += 1
        return refusal.status, refusal.body

    def _refused_softly(self, call: Call, refusal: SoftRefusal) -> tuple[int, dict[str, Any]]:
        call.refusal = refusal.code
        self._portal.refusals[refusal.code] += 1
        if self._portal.options.error_shape == "top-level":
            return 200, refusal.body
        time = envelope.time_block(self._portal, call.started, call.started)
        return 200, envelope.success(refusal.body, time)

    def _log(self, call: Call, status: int, answer: bytes) -> None:
        portal, caller = self._portal, call.caller
        portal.call_count += 1
        portal.calls.append(
            {
                "number": portal.call_count,
                "at": round(call.started, 3),
                "method": call.route.method,
                "verb": call.request.method,
                "webhook": call.route.webhook is not None,
                "status": status,
                "error": call.refusal,
                "app": caller.app.client_id if caller and caller.app else None,
                "user": caller.user.id if caller else None,
                "remarks": _since(portal.remarks, call.remarked),
                "params": _preview(call),
                "answer": answer[:KEPT_TEXT].decode("utf-8", "replace"),
            }
        )


def _last(remarks: Sequence[str]) -> str:
    return remarks[-1] if remarks else ""


def _since(remarks: Sequence[str], known: str) -> list[str]:
    """What was remarked after a certain remark."""
    return list(takewhile(lambda text: text is not known, reversed(remarks)))[::-1]


def _preview(call: Call) -> str:
    """The beginning of a request's own parameters; of a long request nothing."""
    if len(call.request.headers.get("content-length", "")) > 4:
        return ""
    own = {key: value for key, value in call.params.items() if key not in RESERVED}
    return preview(own)


def _answer(route: Route, status: int, body: dict[str, Any]) -> Response:
    if route.xml:
        return Response(xml.document(body), status, _CORS, "text/xml")
    return JsonAnswer(body, status_code=status, headers=_CORS)


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
