"""`imopenlines.dialog.*` and `session.open`: finding a dialog, and sending a form into it."""

from typing import Any

from app.sandbox.conversation import LineChat
from app.sandbox.errors import VendorError
from app.sandbox.messenger import im_payloads, posting
from app.sandbox.methods.imopenlines_base import (
    SCOPES,
    UNDOCUMENTED,
    access_denied,
    by_any_key,
    by_user_code,
    may_open,
    session_of,
)
from app.sandbox.params import Params, as_map, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

_NO_ACCESS = "You do not have access to the specified dialog"


@rest_method("imopenlines.dialog.get", basis="documented", scopes=SCOPES)
def dialog_get(portal: Portal, params: Params) -> object:
    """One dialog by any of its four keys."""
    chat = by_any_key(portal, upper(params))
    if chat is None or not may_open(portal, chat):
        raise VendorError("ACCESS_ERROR", _NO_ACCESS)
    return _shown(portal, chat, caller_of(portal).user.id)


def _shown(portal: Portal, chat: LineChat, user: int) -> dict[str, Any]:
    return im_payloads.dialog(portal, chat, user) | {"description": chat.description or None}


@rest_method(
    "imopenlines.dialog.multi.get",
    basis="server source",
    note=f"{UNDOCUMENTED} What it answers, all dialogs of that customer, is a guess.",
    scopes=SCOPES,
)
def dialog_multi_get(portal: Portal, params: Params) -> object:
    """All dialogs of the customer of one dialog, as far as the caller may see them."""
    chat = by_any_key(portal, upper(params))
    if chat is None or not may_open(portal, chat):
        raise VendorError("ACCESS_ERROR", _NO_ACCESS)
    user = caller_of(portal).user.id
    return [
        _shown(portal, row, user)
        for row in portal.line_chats.values()
        if row.customer is chat.customer and may_open(portal, row)
    ]


@rest_method(
    "imopenlines.dialog.form.send",
    basis="server source",
    note="Has no page; the customer gets the form's name and address as an automatic text.",
    scopes=SCOPES,
)
def dialog_form_send(portal: Portal, params: Params) -> object:
    """Send a CRM form to the customer of an open session."""
    params = upper(params)
    session_id, form = to_int(params.get("SESSION_ID")), upper(as_map(params.get("CRM_FORM")))
    if session_id <= 0:
        raise VendorError("SESSION_ID_EMPTY", "Session ID can't be empty")
    if not all(to_text(form.get(name)) for name in ("ID", "CODE", "SEC", "NAME")):
        raise VendorError("FORM_INFO_EMPTY", "Form info can't be empty")
    found = session_of(portal, session_id)
    if found is None or not found[1].open or not may_open(portal, found[0]):
        raise VendorError("NO_SESSION_ERROR", "The session was not found")
    number, code, secret, name = (to_text(form[key])[:255] for key in ("ID", "CODE", "SEC", "NAME"))
    text = f"{name}[br]{portal.origin}/pub/form/{number}_{code}/{secret}/"
    posting.automatic(portal, found[0], text, {"IMOL_FORM": number})
    return True


@rest_method("imopenlines.session.open", basis="documented", scopes=SCOPES)
def session_open(portal: Portal, params: Params) -> object:
    """The chat of a dialog key; no session is opened by it."""
    chat = by_user_code(portal, to_text(params.get("USER_CODE")))
    if chat is None or not may_open(portal, chat):
        raise access_denied()
    return {"chatId": str(chat.id)}
