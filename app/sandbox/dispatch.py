"""Runs one method for a caller, in the vendor's order of checks. Knows no HTTP.

method exists -> (authorisation, done by the endpoint of HTTP) -> scope -> operating limit ->
application context -> administrator -> the method itself
"""

from typing import Any

from app.sandbox import registry
from app.sandbox.errors import system_error
from app.sandbox.model import Caller
from app.sandbox.params import Params
from app.sandbox.portal import Portal
from app.sandbox.registry import Method


def lookup(portal: Portal, name: str) -> Method:
    """The method, or `ERROR_METHOD_NOT_FOUND`."""
    method = registry.find(name, portal.options)
    if method is None:
        raise system_error("ERROR_METHOD_NOT_FOUND")
    return method


def invoke(portal: Portal, caller: Caller, method: Method, params: Params) -> Any:
    """The method's result; its time is counted even when it refuses."""
    started = portal.clock.now()
    try:
        _check(portal, caller, method)
        return method.endpoint(portal, params)
    finally:
        now = portal.clock.now()
        portal.operating.note(_account(caller), method.name, now - started, now)


def operating(portal: Portal, caller: Caller, method: Method) -> dict[str, Any]:
    """The two `operating` fields of the time block; a portal on premise has none."""
    if portal.options.on_premise:
        return {}
    account, now = _account(caller), portal.clock.now()
    return {
        "operating_reset_at": portal.operating.reset_at(account, method.name, now),
        "operating": round(portal.operating.used(account, method.name, now), 6),
    }


def _check(portal: Portal, caller: Caller, method: Method) -> None:
    if method.scopes and not caller.scope.intersection(method.scopes):
        raise system_error("insufficient_scope")
    limit, now = portal.options.operating_limit, portal.clock.now()
    if limit is not None and portal.operating.used(_account(caller), method.name, now) >= limit:
        raise system_error("OPERATION_TIME_LIMIT")
    if method.outside_app and caller.app is None:
        raise method.outside_app()
    if method.admin and not caller.user.admin:
        raise system_error("ACCESS_DENIED")


def _account(caller: Caller) -> str:
    return caller.app.client_id if caller.app else f"webhook/{caller.user.id}"
