"""`app.option.*` and `user.option.*`: what an application keeps for all, and for each user.

At most 1,000 options and a million characters for each of the two, nested as deeply as a request.
"""

import json
from typing import Any

from app.sandbox.errors import VendorError
from app.sandbox.model import App
from app.sandbox.params import MAX_DEPTH, Params, as_map, json_depth, lower, to_text
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

MAX_OPTIONS = 1000
MAX_LENGTH = 1_000_000

Store = dict[str, Any]


def _no_app() -> VendorError:
    return VendorError("AccessException", "Application context required", 400)


@rest_method("app.option.get", basis="documented", outside_app=_no_app)
def app_option_get(portal: Portal, params: Params) -> object:
    """One option of the application, or all of them."""
    return _read(_app(portal).options, params)


@rest_method("app.option.set", basis="documented", outside_app=_no_app)
def app_option_set(portal: Portal, params: Params) -> object:
    """Keep options of the application beside those it has; for administrators."""
    if not caller_of(portal).user.admin:
        raise VendorError("AccessException", "Administrator authorization required", 400)
    app = _app(portal)
    app.options = _written(app.options, params)
    return True


@rest_method("user.option.get", basis="documented", outside_app=_no_app)
def user_option_get(portal: Portal, params: Params) -> object:
    """One option of the application and user, or all of them."""
    return _read(portal.user_options.get(_key(portal), {}), params)


@rest_method("user.option.set", basis="documented", outside_app=_no_app)
def user_option_set(portal: Portal, params: Params) -> object:
    """Keep options of the application and user beside those there are."""
    key = _key(portal)
    portal.user_options[key] = _written(portal.user_options.get(key, {}), params)
    return True


def _app(portal: Portal) -> App:
    app = caller_of(portal).app
    if app is None:
        raise _no_app()
    return app


def _key(portal: Portal) -> tuple[str, int]:
    return _app(portal).client_id, caller_of(portal).user.id


def _read(store: Store, params: Params) -> Any:
    wanted = to_text(lower(params).get("option"))
    return store.get(wanted) if wanted else (store or [])


def _written(store: Store, params: Params) -> Store:
    given = as_map(lower(params).get("options"))
    if not given:
        raise VendorError("ArgumentNullException", "options is empty", 400)
    new = {**store, **given}
    deep = json_depth(given) > MAX_DEPTH  # by references in a batch
    if deep or len(new) > MAX_OPTIONS or len(json.dumps(new)) > MAX_LENGTH:
        raise VendorError("ERROR_CORE", "The options take too much room", 400)
    return new
