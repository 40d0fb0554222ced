"""`imconnector.*` about the connector itself: registration, lines, state, channel data."""

from collections.abc import Callable
from typing import Any

from app.sandbox import placements
from app.sandbox.errors import SYSTEM, SoftRefusal, VendorError, system_error
from app.sandbox.lines import channels
from app.sandbox.model import Basis, Connector
from app.sandbox.params import (
    Params,
    as_map,
    flag,
    is_array,
    require,
    to_int,
    to_text,
    truthy,
    upper,
    upper_deep,
)
from app.sandbox.portal import Portal
from app.sandbox.registry import CONNECTOR_SCOPE, Endpoint, caller_of, rest_method

MAX_NAME = 255
FLAGS = {
    "DEL_EXTERNAL_MESSAGES": True,
    "EDIT_INTERNAL_MESSAGES": True,
    "DEL_INTERNAL_MESSAGES": True,
    "NEWSLETTER": True,
    "NEED_SYSTEM_MESSAGES": True,
    "NEED_SIGNATURE": True,
    "CHAT_GROUP": False,
}
ICON = ("DATA_IMAGE", "COLOR", "SIZE", "POSITION")
_WORDS = {"TRUE": True, "FALSE": False, "": False}


def _list_denied() -> VendorError:
    text = SYSTEM["WRONG_AUTH_TYPE"][1].split(" Application")[0]
    return VendorError("WRONG_AUTH_TYPE", text, 403)


def method(
    name: str, basis: Basis = "documented", note: str = ""
) -> Callable[[Endpoint], Endpoint]:
    """Register one of these methods: the application's own call, either of the two scopes."""
    return rest_method(
        f"imconnector.{name}", basis=basis, note=note, scopes=CONNECTOR_SCOPE, app_only=True
    )


@method(
    "register",
    note="That another application takes a connector over by registering its id is a reading of "
    "the page; older servers keep a row for each application. Flags may also be the words true "
    "and false or empty (no), as form clients write them. Bounds of sizes are the sandbox's.",
)
def register(portal: Portal, params: Params) -> object:
    """Create a connector, or update it and take it over; omitted flags keep their values."""
    fields = upper_deep(params)
    connector_id = _check(portal, fields)
    old = portal.connectors.get(connector_id)
    connector = Connector(
        id=connector_id,
        name=fields["NAME"],
        owner=_app(portal),
        icon=_icon(fields["ICON"]),
        icon_disabled=_icon(fields.get("ICON_DISABLED")) or (old.icon_disabled if old else {}),
        handler=fields["PLACEMENT_HANDLER"],
        comment=to_text(fields.get("COMMENT")),
        flags=_flags(fields, old),
    )
    if reason := channels.no_room(portal, connector):
        raise _not_saved(reason)
    portal.connectors[connector_id] = connector
    placements.add_settings(portal, connector)
    return {"result": True}


def _icon(given: Any) -> dict[str, Any]:
    fields = as_map(given)
    return {name: to_text(fields[name]) for name in ICON if fields.get(name) is not None}


def _check(portal: Portal, fields: Params) -> str:
    connector_id = _string(fields.get("ID"))
    if "." in connector_id:
        raise SoftRefusal("APPLICATION_REGISTRATION_ERROR_POINT", "The ID must not contain a dot")
    icon = as_map(fields.get("ICON"))
    for code, value, text in (
        ("CONNECTOR_ID_REQUIRED", connector_id, "Connector ID is not specified"),
        ("NAME_REQUIRED", _string(fields.get("NAME")), "Connector name is not specified"),
        ("ICON_REQUIRED", _string(icon.get("DATA_IMAGE")), "Connector icon is not specified"),
        (
            "NO_PLACEMENT_HANDLER",
            _string(fields.get("PLACEMENT_HANDLER")),
            "Placement handler is not specified",
        ),
    ):
        if not value:
            raise SoftRefusal(code, text)
    for name in ("ID", "NAME"):
        if len(fields[name]) > MAX_NAME:
            raise _not_saved(f"{name} is longer than {MAX_NAME} characters")
    known = portal.connectors.get(connector_id.lower())
    if known and known.builtin:
        raise SoftRefusal("GENERAL_CONNECTOR_REGISTRATION_ERROR", "The connector is built in")
    return connector_id.lower()


def _flags(fields: Params, old: Connector | None) -> dict[str, bool]:
    flags = dict(old.flags) if old else dict(FLAGS)
    for name in FLAGS:
        if fields.get(name) is not None:
            value = flag(fields[name])
            if value is None and isinstance(fields[name], str):
                value = _WORDS.get(fields[name].upper())
            if value is None:
                raise _not_saved(f"{name} is neither Y nor N")
            flags[name] = value
    return flags


def _not_saved(reason: str) -> SoftRefusal:
    text = f"The connector could not be saved: {reason}"
    return SoftRefusal("APPLICATION_REGISTRATION_ERROR", text)


@method(
    "unregister",
    note="An unknown id is answered with true, as newer servers do; the page has an error for it, "
    "which older ones answer also to a connector that was never activated.",
)
def unregister(portal: Portal, params: Params) -> object:
    """Disconnect all lines and remove the caller's own connector; an unknown id is fine."""
    connector_id = _string(upper(params).get("ID")).lower()
    if not connector_id:
        raise SoftRefusal("APPLICATION_UNREGISTRATION_ERROR", "Connector ID is not specified")
    channels.unregister(portal, connector_id, _app(portal))
    placements.follow_connectors(portal)
    return {"result": True}


@method("activate")
def activate(portal: Portal, params: Params) -> object:
    """On for everything that PHP does not call empty, `"N"` included."""
    params = upper(params)
    connector, line = _address(params)
    if truthy(require(params, "ACTIVE")):
        if flag(params["ACTIVE"]) is not True:
            portal.remark("imconnector.activate: every ACTIVE but 0 and nothing switches on.")
        channels.switch_on(portal, connector, line)
    else:
        channels.switch_off(portal, connector, line)
    return True


@rest_method(
    "imconnector.deactivate",
    basis="guess",
    note="Named by an old index page; only the option `legacy_deactivate` brings it.",
    scopes=CONNECTOR_SCOPE,
    app_only=True,
    exists=lambda options: options.legacy_deactivate,
)
def deactivate(portal: Portal, params: Params) -> object:
    """Named by an old index page; most portals do not have it."""
    connector, line = _address(upper(params))
    channels.switch_off(portal, connector, line)
    return True


@method("status")
def status(portal: Portal, params: Params) -> object:
    """State on one line; anything unknown is all false."""
    params = upper(params)
    connector, line = to_text(require(params, "CONNECTOR")), to_int(params.get("LINE"))
    row = channels.seen_status(portal, connector, line)
    return {
        "LINE": line,
        "CONNECTOR": channels.key_of(connector),
        "ERROR": row.error,
        "CONFIGURED": row.configured,
        "STATUS": row.working,
    }


@method("connector.data.set")
def data_set(portal: Portal, params: Params) -> object:
    """Describe the external channel; no flag changes."""
    params = upper(params)
    connector, line = _address(params)
    data = require(params, "DATA")
    if not is_array(data):
        raise system_error("INTERNAL_SERVER_ERROR")
    fields = upper(as_map(data))
    known = {name: to_text(fields.get(name)) for name in ("ID", "URL", "URL_IM", "NAME")}
    channels.set_data(portal, connector, line, known)
    return True


@rest_method(
    "imconnector.list", basis="documented", scopes=CONNECTOR_SCOPE, outside_app=_list_denied
)
def connector_list(portal: Portal, params: Params) -> object:  # noqa: ARG001 - has no parameters
    """Names of all connectors of the portal by id; only for those who may change connectors."""
    if not caller_of(portal).user.admin:
        raise VendorError("ACCESS_DENIED", "You dont have access to this action", 400)
    return {key: connector.name for key, connector in portal.connectors.items()} or []


@method("set.error", "server source", "Has no page any more; the server has it.")
def set_error(portal: Portal, params: Params) -> object:
    """Mark the channel as broken until it is activated again."""
    connector, line = _address(upper(params))
    provider(portal, connector)
    channels.set_error(portal, connector, line)
    return {"SUCCESS": True, "DATA": []}


def provider(portal: Portal, connector: str) -> Connector:
    """The application's connector, or the refusal for an unknown one."""
    found = channels.find(portal, connector)
    if found is None or found.builtin:
        raise VendorError(
            "IMCONNECTOR_NO_CORRECT_PROVIDER", "Could not find the provider for the connector"
        )
    return found


def _address(params: Params) -> tuple[str, int]:
    return to_text(require(params, "CONNECTOR")), to_int(require(params, "LINE"))


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _app(portal: Portal) -> str:
    caller = caller_of(portal)
    if caller.app is None:
        raise SoftRefusal("NO_APPLICATION_ID", "The application was not found")
    return caller.app.client_id
