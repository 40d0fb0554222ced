"""`placement.*`: an application's pages inside the portal."""

import json
from collections.abc import Callable
from typing import Any

from app.sandbox import placements
from app.sandbox.delivery.handler_url import check_handler
from app.sandbox.errors import VendorError, argument_error
from app.sandbox.model import Placement
from app.sandbox.params import (
    Params,
    as_map,
    entries,
    is_array,
    require,
    to_int,
    to_text,
    truthy,
    upper,
)
from app.sandbox.portal import Portal
from app.sandbox.registry import Endpoint, caller_of, rest_method

MAX_TEXT = 255
MAX_LANGUAGES = 50
MAX_OPTIONS = 10_000
_TEXTS = ("TITLE", "DESCRIPTION", "GROUP_NAME")


def method(name: str, *, admin: bool = True, note: str = "") -> Callable[[Endpoint], Endpoint]:
    """Register one of these methods: the application's own call."""
    return rest_method(
        f"placement.{name}",
        basis="documented",
        scopes=("placement",),
        app_only=True,
        admin=admin,
        note=note,
    )


@method(
    "bind",
    note="ICON is not kept; refusals have HTTP 400, as the server sends, where the page says 200",
)
def bind(portal: Portal, params: Params) -> object:
    """Put a page of the application into a place."""
    params = upper(params)
    code, handler = _text(params, "PLACEMENT").upper(), _text(params, "HANDLER")
    caller = caller_of(portal)
    if code not in placements.PLACES or not placements.granted(code, caller.scope):
        raise VendorError("ERROR_PLACEMENT_NOT_FOUND", "Placement not found", 400)
    user = to_int(params.get("USER_ID"))
    if user and code not in placements.USER_MODE:
        raise VendorError("ERROR_PLACEMENT_USER_MODE", "User mode is not available.", 400)
    check_handler(handler)
    languages = _languages(portal, params)
    words = languages.get(str(portal.seed.portal["language"])) or next(iter(languages.values()), {})
    row = Placement(
        id=0,
        app=caller.app.client_id if caller.app else "",
        code=code,
        handler=handler,
        user=user,
        title=words.get("TITLE", ""),
        description=words.get("DESCRIPTION", ""),
        options=_options(params, code),
        languages=languages,
    )
    placements.bind(portal, row)
    return True


@method("unbind")
def unbind(portal: Portal, params: Params) -> object:
    """Remove pages; the count grows by two for each of them."""
    params = upper(params)
    code, app = _text(params, "PLACEMENT").upper(), caller_of(portal).app
    user = None if params.get("USER_ID") is None else to_int(params["USER_ID"])
    handler = to_text(params.get("HANDLER"))
    gone = placements.unbind(portal, app.client_id if app else "", code, handler, user)
    return {"count": 2 * gone}


@method("get")
def get(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """The application's pages, also those that its connectors brought."""
    app = caller_of(portal).app
    mine = [row for row in portal.placements if app and row.app == app.client_id]
    return [_shown(row) for row in sorted(mine, key=lambda row: row.id)]


@method("list", admin=False, note="a choice of the places that there are")
def find(portal: Portal, params: Params) -> object:
    """Places that the application may use, those of one `scope`, or all with `full`."""
    params = upper(params)
    wanted = to_text(params.get("SCOPE"))
    if wanted:
        return [code for code, scopes in placements.PLACES.items() if wanted in scopes]
    if truthy(params.get("FULL")):
        return list(placements.PLACES)
    scope = caller_of(portal).scope
    return [code for code in placements.PLACES if placements.granted(code, scope)]


def _text(params: Params, name: str) -> str:
    value = require(params, name)
    if not isinstance(value, str):
        raise argument_error(name, f"The value of an argument '{name}' must be of type string")
    if not value:
        raise argument_error(name)
    return value


def _array(params: Params, name: str) -> Any:
    value = params.get(name)
    if value is not None and not is_array(value):
        raise argument_error(name, f"The value of an argument '{name}' must be of type array")
    return value


def _languages(portal: Portal, params: Params) -> dict[str, dict[str, str]]:
    given = as_map(_array(params, "LANG_ALL"))
    if not given and any(params.get(name) for name in _TEXTS):
        given = {str(portal.seed.portal["language"]): params}
    rows = list(given.items())[:MAX_LANGUAGES]
    return {language.lower()[:10]: _words(words) for language, words in rows if is_array(words)}


def _words(given: Any) -> dict[str, str]:
    words = upper(as_map(given))
    return {name: to_text(words.get(name))[:MAX_TEXT] for name in _TEXTS}


def _options(params: Params, code: str) -> dict[str, Any]:
    given = as_map(_array(params, "OPTIONS"))
    kept = given if placements.keeps_options(code) else {}
    if code == placements.WORKER and not to_text(kept.get("errorHandlerUrl")):
        text = "The option errorHandlerUrl is empty"
        raise VendorError("EMPTY_ERROR_HANDLER_URL", text, 400)
    if len(json.dumps(kept)) > MAX_OPTIONS:
        raise argument_error("OPTIONS", "The value of an argument 'OPTIONS' is too long")
    return {key: to_text(value) for key, value in entries(kept)}


def _shown(row: Placement) -> dict[str, Any]:
    return {
        "id": row.id,
        "placement": row.code,
        "userId": row.user,
        "handler": row.handler,
        "options": row.options or [],
        "title": row.title,
        "description": row.description,
        "langAll": row.languages or [],
    }
