"""System methods without a scope: who am I, what may I, what is there, what time is it."""

from app.sandbox import registry
from app.sandbox.clock import iso
from app.sandbox.errors import VendorError
from app.sandbox.params import Params, entries, is_array, require, to_text, truthy, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

#: plan -> (LICENSE, LICENSE_TYPE, LICENSE_FAMILY) without the language prefix
_LICENSES = {
    "free": ("project", "project", "project"),
    "basic": ("basic", "basic", "basic"),
    "standard": ("std", "std", "std"),
    "professional": ("pro100", "pro100", "pro"),
    "enterprise": ("ent250", "ent250", "ent"),
    "selfhosted": ("selfhosted", "selfhosted", "selfhosted"),
}


def _no_app() -> VendorError:
    return VendorError("ACCESS_DENIED", "Access denied! Application context required", 403)


@rest_method("app.info", basis="documented", outside_app=_no_app)
def app_info(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """The application as it is installed here."""
    app = caller_of(portal).app or portal.app
    language = portal.seed.portal["language"]
    licence, kind, family = _LICENSES[portal.options.plan]
    return {
        "ID": app.id,
        "CODE": app.client_id,
        "VERSION": app.version,
        "STATUS": app.status,
        "INSTALLED": app.installed,
        "PAYMENT_EXPIRED": "Y" if app.payment_expired else "N",
        "DAYS": -1 if app.payment_expired else None,
        "LANGUAGE_ID": language,
        "LICENSE": f"{language}_{licence}",
        "LICENSE_TYPE": kind,
        "LICENSE_FAMILY": family,
    }


@rest_method("profile", basis="documented")
def profile(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """The user of the token; needs no scope."""
    user = caller_of(portal).user
    return {
        "ID": str(user.id),
        "ADMIN": user.admin,
        "NAME": user.name,
        "LAST_NAME": user.last_name,
        "PERSONAL_GENDER": user.gender,
        "TIME_ZONE": user.time_zone,
    }


@rest_method("user.admin", basis="documented")
def user_admin(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """Whether the user may manage applications."""
    return caller_of(portal).user.admin


@rest_method(
    "user.access",
    basis="documented",
    note="Knows U<id> and AU; groups and other codes are an administrator's alone.",
)
def user_access(portal: Portal, params: Params) -> object:
    """Whether the user has one of the access codes; an administrator has them all."""
    value = require(upper(params), "ACCESS")
    user = caller_of(portal).user
    codes = [item for _, item in entries(value)] if is_array(value) else [value]
    return user.admin or bool({to_text(code) for code in codes} & {f"U{user.id}", "AU"})


@rest_method("server.time", basis="documented")
def server_time(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """The portal's clock."""
    return iso(portal.clock.now() + portal.skew, portal.offset_minutes)


@rest_method(
    "scope",
    basis="documented",
    note="`full` names the scopes that methods here belong to, not all that the vendor has.",
)
def scope(portal: Portal, params: Params) -> object:
    """Scopes of the application or webhook; all that exist with `full`."""
    everything = {"imopenlines", "imconnector", "im", "imbot", "crm", "user", "user_basic"}
    everything |= {"user_brief", "placement", "contact_center", "disk", "pull"}
    return sorted(everything if truthy(upper(params).get("FULL")) else caller_of(portal).scope)


@rest_method("method.get", basis="documented")
def method_get(portal: Portal, params: Params) -> object:
    """Whether a method exists, and whether the scope allows it."""
    method = registry.find(to_text(upper(params).get("NAME")), portal.options)
    if method is None:
        return {"isExisting": False, "isAvailable": False}
    allowed = not method.scopes or bool(caller_of(portal).scope.intersection(method.scopes))
    return {"isExisting": True, "isAvailable": allowed}


@rest_method(
    "methods",
    basis="documented",
    note="Only what is emulated here, also with `full`.",
)
def methods(portal: Portal, params: Params) -> object:
    """Names of methods: of the granted scopes, of one `scope` (empty: none), or all by `full`."""
    params = upper(params)
    names = registry.names(portal.options)
    if truthy(params.get("FULL")):
        return names
    scope = params.get("SCOPE")
    granted = set(caller_of(portal).scope) if scope is None else {to_text(scope)}
    common = not to_text(scope)
    found = ((name, registry.find(name, portal.options)) for name in names)
    return [
        name
        for name, method in found
        if method and (granted & set(method.scopes) or (common and not method.scopes))
    ]


@rest_method("feature.get", basis="documented")
def feature_get(portal: Portal, params: Params) -> object:
    """Whether a feature of the licence is on; a portal on premise names itself."""
    code = to_text(upper(params).get("CODE"))
    if not code:
        raise VendorError("CODE_EMPTY", "CODE can't be empty", 400)
    enabled = portal.options.has(code)
    if enabled and portal.options.on_premise:
        return {"value": f"{portal.seed.portal['language']}_selfhosted"}
    return {"value": "Y" if enabled else "N"}
