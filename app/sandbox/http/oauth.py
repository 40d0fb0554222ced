"""`/oauth/…` over HTTP: the consent page in the browser and the token endpoint."""

import secrets
from collections import OrderedDict
from typing import Any
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.sandbox import hosts
from app.sandbox.apps import may_use
from app.sandbox.auth import Grant
from app.sandbox.errors import OAuthError, VendorError, ordered_oauth_error
from app.sandbox.http import moved, pages
from app.sandbox.http.forms import parse_body
from app.sandbox.http.guard import JsonAnswer, origin_of, read_body
from app.sandbox.http.spoilt import before, carry_out
from app.sandbox.model import App, User
from app.sandbox.params import Params, to_int, to_text
from app.sandbox.portal import Portal
from app.sandbox.urlencoded import parse_query

MAX_OPEN_PAGES = 200
_PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
}


class OAuthEndpoints:
    """Serves one portal, which is its own authorisation server."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._open_pages: OrderedDict[str, tuple[str, str]] = OrderedDict()

    async def authorize(self, request: Request) -> Response:
        """Show the consent page, or send the browser back at once. Failures never redirect."""
        portal = self._portal
        portal.catch_up()
        if address := moved.elsewhere(portal, request):
            return RedirectResponse(address, 302)
        params = parse_query(request.scope["query_string"])
        app = portal.apps.get(to_text(params.get("client_id")))
        if app is None or not app.active:
            return _page(pages.unknown_application(), 400)
        state = to_text(params.get("state"))
        if portal.options.auto_consent:
            return self._redirect_or_refuse(request, app, portal.role_user, state)
        nonce = secrets.token_urlsafe(24)
        self._open_pages[nonce] = (app.client_id, state)
        if len(self._open_pages) > MAX_OPEN_PAGES:
            self._open_pages.popitem(last=False)
        return _page(pages.consent(portal, app, nonce))

    async def decide(self, request: Request) -> Response:
        """What the person pressed. The page's nonce works once and only from our own page."""
        if request.headers.get("origin", origin_of(request)) != origin_of(request):
            return _page(pages.stale(), 403)
        form = await parse_body(request.headers, await read_body(request))
        self._portal.catch_up()
        known = self._open_pages.pop(to_text(form.get("nonce")), None)
        if known is None:
            return _page(pages.stale(), 403)
        client_id, state = known
        chosen = to_int(form.get("user_id")) or self._portal.role_user.id
        user = self._portal.users.get(chosen)
        app = self._portal.apps.get(client_id)
        if to_text(form.get("decision")) != "allow" or user is None or app is None:
            return _page(pages.declined())
        return self._redirect_or_refuse(request, app, user, state)

    async def token(self, request: Request) -> Response:
        """Both grants, over GET and POST."""
        portal = self._portal
        portal.catch_up()
        fault = portal.faults.take("oauth/token")
        if fault and fault.instead:
            return await carry_out(fault, JsonAnswer({}))
        await before(fault)
        try:
            if fault and fault.code:
                raise ordered_oauth_error(fault.code)
            params = parse_query(request.scope["query_string"])
            params |= await parse_body(request.headers, await read_body(request))
            portal.catch_up()
            answer = JsonAnswer(self._tokens(request, params))
        except VendorError as refusal:
            portal.refusals[refusal.code] += 1
            answer = JsonAnswer(refusal.body, refusal.status)
        answer.headers["Cache-Control"] = "no-store"
        return await carry_out(fault, answer)

    def _tokens(self, request: Request, params: Params) -> dict[str, Any]:
        grant_type = to_text(params.get("grant_type"))
        names = {"authorization_code": "code", "refresh_token": "refresh_token"}
        if grant_type not in names:
            raise OAuthError("invalid_request", "Unsupported or missing grant_type")
        given = to_text(params.get(names[grant_type]))
        if not given:
            raise OAuthError("invalid_request", f'No "{names[grant_type]}" parameter found')
        app = self._client(params)
        authority = self._portal.authority
        if grant_type == "authorization_code":
            return self._body(request, authority.exchange(app, given))
        return self._body(request, authority.refresh(app, given))

    def _client(self, params: Params) -> App:
        app = self._portal.apps.get(to_text(params.get("client_id")))
        secret = to_text(params.get("client_secret"))
        if app is None or not _same(secret, app.client_secret):
            raise OAuthError("invalid_client", "Client id or secret is wrong")
        if not app.active:
            raise ordered_oauth_error("NOT_INSTALLED")
        if app.payment_expired:
            raise ordered_oauth_error("PAYMENT_REQUIRED")
        return app

    def _body(self, request: Request, grant: Grant) -> dict[str, Any]:
        origin = origin_of(request)
        body: dict[str, Any] = {
            "access_token": grant.access,
            "refresh_token": grant.refresh,
            "expires": grant.expires,
            "expires_in": grant.expires_in,
            "scope": ",".join(grant.app.scope),
            "domain": urlsplit(origin).netloc,
            "server_endpoint": f"{origin}/rest/",
            "status": grant.app.status,
            "client_endpoint": f"{hosts.current(self._portal, origin)}/rest/",
            "member_id": self._portal.member_id,
            "user_id": grant.user.id,
        }
        if self._portal.options.sparse_tokens:
            del body["expires"], body["user_id"]
        return body

    def _redirect_or_refuse(self, request: Request, app: App, user: User, state: str) -> Response:
        if not user.active or not may_use(app, user):
            return _page(pages.no_access(), 403)
        return self._redirect(request, app, user, state)

    def _redirect(self, request: Request, app: App, user: User, state: str) -> Response:
        host = urlsplit(origin_of(request)).netloc
        query = {
            "code": self._portal.authority.issue_code(app, user),
            "state": state,
            "domain": host,
            "member_id": self._portal.member_id,
            "scope": ",".join(app.scope),
            "server_domain": host,
        }
        glue = "&" if "?" in app.redirect_uri else "?"
        target = f"{app.redirect_uri}{glue}{urlencode(query, errors='replace')}"
        return RedirectResponse(target, 302, headers={"Cache-Control": "no-store"})


def _same(given: str, known: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), known.encode())


def _page(html: str, status: int = 200) -> Response:
    return HTMLResponse(html, status, headers=_PAGE_HEADERS)
