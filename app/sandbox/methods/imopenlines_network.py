"""`imopenlines.network.*`: lines of other portals, brought by the vendor's network."""

import json
import re
from typing import Any

from app.sandbox.bots import network
from app.sandbox.errors import VendorError
from app.sandbox.lines import incoming
from app.sandbox.messenger import richtext
from app.sandbox.methods.im_base import number
from app.sandbox.methods.imopenlines_base import SCOPES
from app.sandbox.params import Params, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

MAX_ATTACH = 30 * 1024
_CODE = re.compile(r"[0-9A-Za-z]{32}")
_SEEDED = "The lines of the network are those of the seed."


@rest_method("imopenlines.network.join", basis="documented", note=_SEEDED, scopes=SCOPES)
def join(portal: Portal, params: Params) -> object:
    """Bring a line of another portal in; the number of its bot."""
    line = _line(portal, upper(params))
    if not line.active:
        raise VendorError("INACTIVE", "Openline is inactive")
    return network.join(portal, line, by=caller_of(portal).user.id).id


@rest_method(
    "imopenlines.network.message.add",
    basis="documented",
    note=f"{_SEEDED} URL_PREVIEW does nothing.",
    scopes=SCOPES,
)
def message_add(portal: Portal, params: Params) -> object:
    """Write to an employee on behalf of a line of the network; once a week."""
    params = upper(params)
    line = _line(portal, params)
    user = number(params.get("USER_ID"))
    if not user:
        raise VendorError("USER_ID_EMPTY", "User ID can't be empty")
    if not network.may_write(portal, line, user):
        text = "You can't send more than one message per week to each user"
        raise VendorError("USER_MESSAGE_LIMIT", text)
    text = incoming.cut(to_text(params.get("MESSAGE")))
    if not text:
        raise VendorError("MESSAGE_EMPTY", "Message can't be empty")
    extras = _extras(params)
    by = caller_of(portal).user.id
    sent = network.write(portal, line, user, text, by=by, extras=extras) if line.active else None
    if sent is None:
        raise VendorError("WRONG_REQUEST", "Message isn't added")
    return True


def _line(portal: Portal, params: Params) -> network.NetworkLine:
    code = to_text(params.get("CODE"))
    if not _CODE.fullmatch(code):
        raise VendorError("CODE", "You entered an invalid code")
    line = network.find(portal, code)
    if line is None:
        raise VendorError("NOT_FOUND", "Line not found")
    return line


def _extras(params: Params) -> dict[str, Any]:
    """Attachment and keyboard; its buttons may only lead to addresses."""
    given: Params = {name: params[name] for name in ("ATTACH", "KEYBOARD") if name in params}
    extras = richtext.extras(given)
    if len(json.dumps(extras.get("attach"))) > MAX_ATTACH:
        text = "You have exceeded the maximum allowable size of attach"
        raise VendorError("ATTACH_OVERSIZE", text)
    buttons = extras.get("keyboard") or []
    if any("link" not in button and "type" not in button for button in buttons):
        raise VendorError("KEYBOARD_ERROR", "Incorrect keyboard params")
    return extras
