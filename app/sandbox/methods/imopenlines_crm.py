"""`imopenlines.crm.*`: the chats of a CRM record, who sits in them, a lead made from a dialog."""

from typing import Any

from app.sandbox.conversation import LineChat
from app.sandbox.crm import search, tracker, view
from app.sandbox.crm.records import KINDS, Record
from app.sandbox.errors import VendorError, argument_error
from app.sandbox.lines import channels, outgoing
from app.sandbox.lines.incoming import cut
from app.sandbox.messenger import chats
from app.sandbox.methods.imopenlines_base import SCOPES
from app.sandbox.params import Params, is_array, require, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

_NO_DATA = "CRM_CHAT_EMPTY_CRM_DATA"
_NO_ACTION = "Access denied! You don't have access to this action"
_NO_JOINING = "Access denied! You don't have access to join user to chat"
_NO_ENTITY = "Access denied! User don't have access to this entity"
_GUESS = "That a type there is not is ERROR_ARGUMENT is a guess."


@rest_method("imopenlines.crm.chat.get", basis="documented", note=_GUESS, scopes=SCOPES)
def chat_get(portal: Portal, params: Params) -> object:
    """The record's chats that are open now, or all with ACTIVE_ONLY `N`."""
    params = upper(params)
    record = _record(portal, params)
    active = to_text(params.get("ACTIVE_ONLY", "Y")).upper() != "N"
    found = _chats(portal, record) if record else []
    return [_shown(portal, chat) for chat in found if chat.session or not active]


@rest_method(
    "imopenlines.crm.chat.getLastId",
    basis="documented",
    page="imopenlines-crm-chat-get-last-id.md",
    scopes=SCOPES,
)
def chat_get_last_id(portal: Portal, params: Params) -> object:
    """The record's newest chat."""
    kind, number = _named(upper(params))
    record = portal.crm.get(kind, number) if kind in KINDS else None
    seen = record is not None and view.may_read(caller_of(portal).user, record)
    found = _chats(portal, record) if record and seen else []
    if not found:
        raise VendorError(_NO_DATA, "Could not find CRM object", 400)
    return found[-1].id


@rest_method("imopenlines.crm.chat.user.add", basis="documented", note=_GUESS, scopes=SCOPES)
def chat_user_add(portal: Portal, params: Params) -> object:
    """Let an employee or bot into a chat of the record, the newest one if none is named."""
    params = upper(params)
    record = _record(portal, params, _NO_JOINING)
    if params.get("USER_ID") in (None, ""):
        raise argument_error("USER_ID", "Argument 'Empty USER_ID' is null or empty")
    user, chat = to_int(params["USER_ID"]), _chat(portal, params, record)
    if chat is None:
        return 0
    _check_person(portal, user)
    if record and not view.may_read(portal.users[user], record):
        why = "he does not have access to this CRM object"
        text = f"Access denied! This user does not have access to the chat because {why}"
        raise VendorError("ACCESS_DENIED", text, 403)
    by = caller_of(portal).user.id
    if not chats.invite(portal, chat, by, [user], hide_history=False):
        text = "You don't have access or user already member in chat"
        raise VendorError("WRONG_REQUEST", text, 400)
    return chat.id


@rest_method("imopenlines.crm.chat.user.delete", basis="documented", scopes=SCOPES)
def chat_user_delete(portal: Portal, params: Params) -> object:
    """Put somebody out of a chat of the record."""
    params = upper(params)
    kind, number = _named(params)
    user = to_int(params.get("USER_ID"))
    if user <= 0:
        raise VendorError("CRM_CHAT_EMPTY_USER", "Empty User ID", 400)
    record = portal.crm.get(kind, number) if kind in KINDS else None
    if kind not in KINDS or (record and not view.may_read(caller_of(portal).user, record)):
        raise VendorError("ACCESS_DENIED", _NO_JOINING, 403)
    chat = _chat(portal, params, record)
    if chat is None:
        return 0
    _check_person(portal, user)
    if user not in chat.members:
        text = "You don't have access or user already not in chat"
        raise VendorError("WRONG_REQUEST", text, 400)
    try:
        chats.remove(portal, chat, user, by=caller_of(portal).user.id)
    except VendorError:
        text = "You don't have access to delete a user from this chat"
        raise VendorError("CHAT_DELETE_USER_PERMISSION_DENIED", text, 403) from None
    return chat.id


@rest_method("imopenlines.crm.message.add", basis="documented", scopes=SCOPES)
def message_add(portal: Portal, params: Params) -> object:
    """Write to the customer as an employee or bot who sits in the record's chat."""
    params = upper(params)
    record = _record(portal, params, _NO_ENTITY)
    user = to_int(_filled(params, "USER_ID"))
    _filled(params, "CHAT_ID")
    text = cut(to_text(_filled(params, "MESSAGE")))
    chat = _chat(portal, params, record)
    if chat is None or not text:
        raise argument_error("MESSAGE")
    canceled = VendorError("CANCELED", "You cannot send messages to the specified chat", 400)
    person = portal.users.get(user)
    if person is None or user not in chat.members:
        raise canceled
    if record and not view.may_read(person, record):
        raise VendorError("ACCESS_DENIED", _NO_ENTITY, 403)
    try:
        return outgoing.reply(portal, chat, user, text).id
    except VendorError:
        raise canceled from None


@rest_method("imopenlines.crm.lead.create", basis="documented", scopes=SCOPES)
def lead_create(portal: Portal, params: Params) -> object:
    """Make a lead of an own dialog; one that has a lead keeps it."""
    chat = portal.chats.get(to_int(upper(params).get("CHAT_ID")))
    user = caller_of(portal).user
    if chat is None:
        raise VendorError("CHAT_ID", "The specified chat identifier is incorrect", 400)
    if not isinstance(chat, LineChat):
        raise VendorError("CHAT_TYPE", "The specified chat is not an Open Channel", 400)
    line = portal.lines.get(chat.line)
    if not (user.admin or user.id in chat.members or (line and user.id in line.queue)):
        text = "You cannot open this conversation as you do not have sufficient rights"
        raise VendorError("ACCESS_DENIED", text, 400)
    if chat.session is None or chat.session.operator != user.id:
        text = "Attempt to save a CRM object by a user who is not an operator"
        raise VendorError("ERROR_USER_NOT_OPERATOR", text, 400)
    tracker.make_lead(portal, chat, user.id)
    return True


def _record(portal: Portal, params: Params, denied: str = _NO_ACTION) -> Record | None:
    """The record that is named, None when there is none."""
    kind = to_text(_filled(params, "CRM_ENTITY_TYPE")).upper()
    number = _number(_filled(params, "CRM_ENTITY"))
    if kind not in KINDS:
        raise _wrong_type("CRM_ENTITY_TYPE")
    record = portal.crm.get(kind, number)
    if record and not view.may_read(caller_of(portal).user, record):
        raise VendorError("ACCESS_DENIED", denied, 403)
    return record


def _named(params: Params) -> tuple[str, int]:
    """Type and number of a record for methods that miss both at once."""
    kind, number = params.get("CRM_ENTITY_TYPE"), params.get("CRM_ENTITY")
    if kind in (None, "") or number in (None, ""):
        raise VendorError(_NO_DATA, "Empty CRM data", 400)
    return to_text(kind).upper(), _number(number)


def _number(value: Any) -> int:
    if is_array(value) or not to_text(value).strip().lstrip("-").isdecimal():
        raise _wrong_type("CRM_ENTITY")
    return to_int(value)


def _wrong_type(name: str) -> VendorError:
    return argument_error(name, f"The value of an argument '{name}' has an invalid type")


def _filled(params: Params, name: str) -> Any:
    value = require(params, name)
    if value == "":
        raise argument_error(name)
    return value


def _chats(portal: Portal, record: Record) -> list[LineChat]:
    """Chats bound to the record, and those whose key it carries; the newest session last."""
    keys = {row.value for row in record.multifields if row.type == "IM"}
    found = [
        chat
        for chat in portal.line_chats.values()
        if chat.crm.get(record.kind) == record.id or search.messenger(chat) in keys
    ]
    return sorted(found, key=lambda chat: chat.sessions[-1].id if chat.sessions else 0)


def _chat(portal: Portal, params: Params, record: Record | None) -> LineChat | None:
    """The chat that is named, or the record's newest."""
    found = _chats(portal, record) if record else []
    if params.get("CHAT_ID") is None:
        return found[-1] if found else None
    number = to_int(params["CHAT_ID"])
    chat = next((chat for chat in found if chat.id == number), None)
    if chat is None:
        text = "Chat does not belong to the CRM object being checked"
        raise VendorError("CHAT_NOT_IN_CRM", text, 400)
    return chat


def _check_person(portal: Portal, user: int) -> None:
    known = portal.users.get(user)
    if known is None or not known.active:
        raise VendorError("CRM_CHAT_USER_NOT_ACTIVE", "User not active", 400)


def _shown(portal: Portal, chat: LineChat) -> dict[str, str]:
    connector = channels.find(portal, chat.connector)
    return {
        "CHAT_ID": str(chat.id),
        "CONNECTOR_ID": channels.key_of(chat.connector),
        "CONNECTOR_TITLE": connector.name if connector else chat.connector,
    }
