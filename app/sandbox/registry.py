"""The table of emulated methods. A method is `(portal, params) -> result`; it knows no HTTP.

The caller of the running request is `portal.caller`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.sandbox.errors import VendorError, system_error
from app.sandbox.model import Basis, Caller
from app.sandbox.options import Options
from app.sandbox.params import Params
from app.sandbox.portal import Portal

Endpoint = Callable[[Portal, Params], Any]
#: Makes a refusal to be raised: one that is kept and raised again holds what it met before.
Refusal = Callable[[], VendorError]
CONNECTOR_SCOPE = ("imopenlines", "imconnector")


@dataclass(frozen=True, slots=True)
class Method:
    """One method: its scopes (any of them, none for a system method) and who may call it.

    `name` is in lower case, `spelling` as the vendor writes it. `page` is the vendor's page that it
    follows, `basis` how well the behaviour is known, `note` what is different here.
    """

    name: str
    endpoint: Endpoint
    scopes: tuple[str, ...]
    outside_app: Refusal | None
    admin: bool
    exists: Callable[[Options], bool]
    basis: Basis
    page: str
    note: str
    spelling: str


_methods: dict[str, Method] = {}


def rest_method(
    name: str,
    *,
    basis: Basis,
    page: str = "",
    note: str = "",
    scopes: tuple[str, ...] = (),
    app_only: bool = False,
    outside_app: Refusal | None = None,
    admin: bool = False,
    exists: Callable[[Options], bool] = lambda _: True,
) -> Callable[[Endpoint], Endpoint]:
    """Register an endpoint under the vendor's name.

    `app_only` methods refuse webhooks with WRONG_AUTH_TYPE, or with `outside_app`. The page of a
    documented method is named after it unless another is given.
    """
    refusal = outside_app or (_wrong_auth_type if app_only else None)

    def register(endpoint: Endpoint) -> Endpoint:
        told = page or (_page_of(name) if basis == "documented" else "")
        key = name.lower()
        _methods[key] = Method(
            key, endpoint, scopes, refusal, admin, exists, basis, told, note, name
        )
        return endpoint

    return register


def _page_of(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).replace(".", "-")
    return f"{words.lower()}.md"


def _wrong_auth_type() -> VendorError:
    return system_error("WRONG_AUTH_TYPE")


def caller_of(portal: Portal) -> Caller:
    """On whose behalf the running method works."""
    if portal.caller is None:
        raise system_error("NO_AUTH_FOUND")
    return portal.caller


def find(name: str, options: Options) -> Method | None:
    """The method of that (lower-case) name, if this portal has it."""
    method = _methods.get(name)
    return method if method and method.exists(options) else None


def names(options: Options) -> list[str]:
    """Every method that this portal has."""
    return sorted(name for name, method in _methods.items() if method.exists(options))


def every() -> list[Method]:
    """All methods, also those that only some portals have."""
    return [_methods[name] for name in sorted(_methods)]
