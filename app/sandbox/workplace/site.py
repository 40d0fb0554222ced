"""One request to the workplace: who may ask, which page or act it is, and the answer's headers.

Every form carries a secret of this run of the server; a form from any other page is refused, so
that no web page can press a button here.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.sandbox.errors import ControlError, VendorError
from app.sandbox.http.forms import MAX_BODY
from app.sandbox.http.guard import JsonAnswer, TooLarge, origin_of, read_body
from app.sandbox.keeping.house import House
from app.sandbox.keeping.snapshots import SnapshotError
from app.sandbox.workplace import (
    applications,
    contact_center,
    dialogs,
    fate,
    labels,
    opening,
    traffic,
)
from app.sandbox.workplace.acts import ACTS, Form
from app.sandbox.workplace.rendering import Renderer, mark_of
from app.sandbox.workplace.visits import Missing, Page, Visit
from app.sandbox.workplace.words import FOLDER, LANGUAGES, Words, preferred

ROOT = "/workplace/"
PAGES: dict[str, Page] = {
    "/": dialogs.PAGE,
    f"{ROOT}contact-center": contact_center.PAGE,
    f"{ROOT}applications": applications.PAGE,
    f"{ROOT}traffic": traffic.PAGE,
    f"{ROOT}faults": fate.PAGE,
    f"{ROOT}fidelity": labels.PAGE,
    f"{ROOT}open": opening.PAGE,
}
MISSING = Page("missing", "missing.html", lambda _visit: {})
NAVIGATION = [path for path in PAGES if path != f"{ROOT}open"]
ASSETS = {"style.css": "text/css", "script.js": "text/javascript", "icon.svg": "image/svg+xml"}
MAX_FILES, MAX_FIELDS = 10, 60
#: Of a form without files.
MAX_PLAIN_FORM = 512 * 1024
_COOKIE = "workplace_language"
_YEAR = 365 * 86_400
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
)


class Site:
    """Serves the workplace of one portal."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._secret = secrets.token_urlsafe(32)
        self._assets = {name: (FOLDER / name).read_bytes() for name in ASSETS}
        version = hashlib.sha256(b"".join(self._assets.values())).hexdigest()[:12]
        navigation = [(path, PAGES[path].name) for path in NAVIGATION]
        self._renderer = Renderer(
            {"secret": self._secret, "version": version, "navigation": navigation}
        )

    async def __call__(self, request: Request) -> Response:
        """Answer one request."""
        path = request.url.path
        self._house.portal.catch_up()
        if request.method == "POST":
            return await self._act(request, path.removeprefix(f"{ROOT}act/"))
        name = path.removeprefix(f"{ROOT}assets/")
        if name in ASSETS and path != name:
            headers = {**_HEADERS, "Cache-Control": "max-age=86400, immutable"}
            return Response(self._assets[name], media_type=ASSETS[name], headers=headers)
        if path == f"{ROOT}open":
            self._house.portal.changes += 1  # the page gets tokens
            self._house.portal.origin = origin_of(request)
        return self._page(self._visit(request, path, request.query_params))

    def _visit(self, request: Request, path: str, query: Mapping[str, str]) -> Visit:
        return Visit(self._house, _words(request), path, query, origin_of(request))

    def _page(self, visit: Visit, status: int = 200) -> Response:
        page, known = PAGES.get(visit.path), visit.text("live")
        visit = replace(visit, query={k: v for k, v in visit.query.items() if k != "live"})
        try:
            if page is None:
                raise Missing
            given = page.build(visit)
        except Missing:
            return _answer(self._renderer.whole(visit, MISSING, {}), 404)
        if page.parts and known:
            return self._live(visit, page, given, known)
        html = self._renderer.whole(visit, page, given)
        return _answer(html, status, given.get("frame_origin", ""))

    def _live(self, visit: Visit, page: Page, given: dict[str, Any], known: str) -> Response:
        """What has changed since the page was made, if anything has."""
        parts = self._renderer.parts(visit, page, given)
        mark = mark_of(parts)
        if mark == known:
            return Response(status_code=204, headers=_HEADERS)
        return JsonAnswer({"mark": mark, "parts": parts}, headers=_HEADERS)

    async def _act(self, request: Request, name: str) -> Response:
        own = _own_page(request)  # what comes from elsewhere is not even read
        form = await _form(request) if own else Form({})
        self._house.portal.catch_up()
        path, query = _back(form.text("back"))
        visit = self._visit(request, path, query)
        if not own or not self._knows(form.text("secret")):
            return self._page(replace(visit, problem=visit.words("problems.foreign")), 403)
        if name == "language":
            return _language(form, visit)
        if name not in ACTS:
            return self._page(replace(visit, path=""), 404)
        self._house.portal.origin = origin_of(request)
        try:
            changes = await ACTS[name](self._house, form)
        except (ControlError, VendorError, SnapshotError) as error:
            return self._refused(visit, name, form, error)
        finally:
            self._house.portal.changes += 1
        if name not in _SENDING and form.text("text"):
            return self._page(replace(visit, typed=form.texts))  # what is typed waits for its turn
        return RedirectResponse(visit.link(**changes), 303, headers=_HEADERS)

    def _refused(self, visit: Visit, name: str, form: Form, error: Exception) -> Response:
        """The same page again with the reason; nothing typed is lost."""
        text = getattr(error, "text", str(error)) or _TAKEN
        key, typed = f"problem {text}", {**form.texts, "act": name}
        told = visit.words(key) if visit.words.has(key) else text
        status = error.status if isinstance(error, ControlError) else 409
        return self._page(replace(visit, problem=told, typed=typed), status)

    def _knows(self, given: str) -> bool:
        return secrets.compare_digest(given.encode("utf-8", "replace"), self._secret.encode())


def _answer(html: str, status: int = 200, frame_origin: str = "") -> Response:
    policy = _POLICY
    if frame_origin:
        policy = f"{policy} {frame_origin}; frame-src {frame_origin}"
    headers = {**_HEADERS, "Cache-Control": "no-store", "Content-Security-Policy": policy}
    body = html.encode("utf-8", "replace")
    return Response(body, status, headers=headers, media_type="text/html; charset=utf-8")


#: Acts that take the text; after all others it stays in its field.
_SENDING = ("reply", "edit")
_TAKEN = "Another operator has this dialog"


async def _form(request: Request) -> Form:
    body = await read_body(request)
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return Form(_fields(body))
    try:
        async with request.form(
            max_files=MAX_FILES, max_fields=MAX_FIELDS, max_part_size=MAX_BODY
        ) as sent:
            texts = {name: value for name, value in sent.items() if isinstance(value, str)}
            files = [
                (value.filename or "file", await value.read())
                for _, value in sent.multi_items()
                if isinstance(value, UploadFile) and (value.filename or value.size)
            ]
    except (HTTPException, UnicodeError, KeyError):
        raise HTTPException(400) from None
    return Form(texts, files)


def _fields(body: bytes) -> dict[str, str]:
    if len(body) > MAX_PLAIN_FORM:
        raise TooLarge
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=MAX_FIELDS))
    except ValueError:
        raise HTTPException(400) from None


def _own_page(request: Request) -> bool:
    """Whether a form comes from a page of this address; browsers tell it in two ways."""
    site, origin = (request.headers.get(name) for name in ("sec-fetch-site", "origin"))
    if site is not None:
        return site == "same-origin"
    return origin in (None, origin_of(request))


def _back(address: str) -> tuple[str, dict[str, str]]:
    """The page that a form came from; the first page when it names none of ours."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/", {}
    if parts.scheme or parts.netloc or parts.path not in PAGES:
        return "/", {}
    return parts.path, dict(parse_qsl(parts.query[:4000]))


def _language(form: Form, visit: Visit) -> Response:
    answer = RedirectResponse(visit.link(), 303, headers=_HEADERS)
    if form.text("language") in LANGUAGES:
        answer.set_cookie(
            _COOKIE, form.text("language"), max_age=_YEAR, httponly=True, samesite="strict"
        )
    return answer


def _words(request: Request) -> Words:
    chosen = request.cookies.get(_COOKIE, "")
    wished = preferred(request.headers.get("accept-language", ""))
    return Words(chosen if chosen in LANGUAGES else wished)
