"""`imconnector.*` about messages: send, update, delete, delivery and reading marks, chat names.

A call succeeds as a whole even when every message in it is refused.
"""

from typing import Any

from app.sandbox.conversation import Message
from app.sandbox.errors import VendorError, argument_error
from app.sandbox.lines import channels, customers, incoming
from app.sandbox.messenger import posting
from app.sandbox.methods.imconnector import method, provider
from app.sandbox.model import Channel
from app.sandbox.params import (
    Params,
    as_map,
    entries,
    is_array,
    lower_deep,
    require,
    shaped,
    to_int,
    to_text,
    truthy,
    upper,
)
from app.sandbox.portal import Portal
from app.sandbox.registry import CONNECTOR_SCOPE, rest_method

Item = dict[str, Any]
#: In one call.
MAX_MESSAGES = 100
MAX_IDS = 100
_FAILED: Item = {"SUCCESS": False, "ERRORS": [incoming.NOT_ALL_DATA]}
_NAME_FIELDS = ("CONNECTOR", "LINE", "CHAT_ID", "NAME")


@method(
    "send.messages",
    note="A chat is named after customer and line, as on the server; that chat.name is the name of "
    "a group chat is a guess. Files are not fetched: only hosts of .invalid count as unreachable, "
    f"the type is that of the name. More than {MAX_MESSAGES} messages in a call are refused.",
)
def send_messages(portal: Portal, params: Params) -> object:
    """Accept customers' messages on an active line; a bad message fails alone."""
    raw, line, messages = _call(params)
    _check_structure(messages)
    channel = _working(portal, raw, line)
    rows = entries(lower_deep(messages))
    return _result((key, _send(portal, channel, item)) for key, item in rows)


def _check_structure(messages: Any) -> None:
    if not is_array(messages):
        text = "The value of an argument 'MESSAGES' must be of type array"
        raise argument_error("MESSAGES", text)
    items = [item for _, item in entries(messages)]
    if not all(is_array(item) for item in items):
        text = "The MESSAGES parameter must be an array of messages (arrays)"
        raise argument_error("MESSAGES", text)
    for item in items:
        keys = {key.lower() for key, value in as_map(item).items() if value is not None}
        if not {"user", "message", "chat"} <= keys:
            text = "The incorrect structure of a message inside MESSAGES parameter."
            raise argument_error("MESSAGES", text)


def _send(portal: Portal, channel: Channel, item: Any) -> Item:
    if errors := incoming.refusals(portal, channel.raw, as_map(item)):
        return {"SUCCESS": False, "ERRORS": errors}
    user, body, about = as_map(item["user"]), as_map(item["message"]), as_map(item["chat"])
    customer = customers.of(portal, channel.raw, user)
    chat = incoming.chat_of(portal, channel, about, customer)
    if body.get("user_id") is None:
        stored = incoming.receive(portal, chat, customer, body)
    else:
        stored = incoming.receive_from_employee(portal, chat, body)
    answer = _echo(str(customer.id), body, about, stored)
    answer["message"]["files"] = incoming.file_ids(body.get("files"), stored)
    extra = _extra(user, body)
    if extra:
        answer["extra"] = extra
    answer["SUCCESS"] = True
    if chat.session:
        answer["session"] = {"ID": str(chat.session.id), "CHAT_ID": str(chat.id)}
    return answer


@method("update.messages")
def update_messages(portal: Portal, params: Params) -> object:
    """Change the text of customers' messages; an unknown or old message is a silent success."""
    raw, line, messages = _call(params)
    channel = _working(portal, raw, line)
    rows = entries(lower_deep(messages)) if is_array(messages) else [("0", messages)]
    return _result((key, _update(portal, channel, item)) for key, item in rows)


def _update(portal: Portal, channel: Channel, item: Any) -> Item:
    if errors := incoming.refusals(portal, channel.raw, as_map(item)):
        return {"SUCCESS": False, "ERRORS": errors}
    user, body, about = as_map(item["user"]), as_map(item["message"]), as_map(item["chat"])
    customer = customers.of(portal, channel.raw, user)
    found = _find(portal, channel, about, customer.id, body)
    text = to_text(body.get("text"))
    if found and text:
        incoming.edit(portal, found, text)
    answer = _echo(str(customer.id), body, about, found)
    if "files" in body and found:
        answer["message"]["files"] = [str(file.id) for file in found.files]
    return {**answer, "SUCCESS": True}


@method("delete.messages")
def delete_messages(portal: Portal, params: Params) -> object:
    """Mark customers' messages as deleted; an unknown message is a success as well."""
    raw, line, messages = _call(params)
    channel = _working(portal, raw, line)
    rows = entries(lower_deep(messages)) if is_array(messages) else [("0", messages)]
    return _result((key, _delete(portal, channel, item)) for key, item in rows)


def _delete(portal: Portal, channel: Channel, item: Any) -> Item:
    item = as_map(item)
    user, body, about = (as_map(item.get(name)) for name in ("user", "message", "chat"))
    if not (user and body and about) or customers.full_for(portal, channel.raw, user):
        return _FAILED
    customer = customers.of(portal, channel.raw, user)
    found = _find(portal, channel, about, customer.id, body)
    if found:
        incoming.delete(portal, found)
    return {**_echo(str(customer.id), body, about, None), "SUCCESS": True}


@method("send.status.delivery")
def send_status_delivery(portal: Portal, params: Params) -> object:
    """Operators' messages reached the customer under these external ids."""
    for item in _marks(portal, params):
        found = as_map(item.get("message")).get("id")
        listed = [value for _, value in entries(found)][:MAX_IDS] if is_array(found) else [found]
        ids = tuple(text[: incoming.MAX_ID] for text in map(to_text, listed) if text)
        if ids:
            incoming.acknowledge(portal, to_int(as_map(item.get("im")).get("message_id")), ids)
    return {"SUCCESS": True, "DATA": []}


@rest_method(
    "imconnector.send.status.reading",
    basis="documented",
    scopes=CONNECTOR_SCOPE,
    app_only=True,
    exists=lambda options: options.reading,
)
def send_status_reading(portal: Portal, params: Params) -> object:
    """A stub on the server: answers success; only the sandbox's own record remembers it."""
    for item in _marks(portal, params):
        _, message = portal.messages.get(
            to_int(as_map(item.get("im")).get("message_id")), (None, None)
        )
        if message:
            message.reading_reported_at = portal.now
    return {"SUCCESS": True, "DATA": []}


@method("chat.name.set")
def chat_name_set(portal: Portal, params: Params) -> object:
    """Rename the chat of a dialog; an unknown customer is a success without any effect."""
    params = upper(params)
    for name in _NAME_FIELDS:
        if not truthy(params.get(name)):
            raise argument_error(name)
    raw, line = to_text(params["CONNECTOR"]), to_int(params["LINE"])
    known = channels.find(portal, raw)
    group = bool(known and known.flags.get("CHAT_GROUP"))
    if not group and not truthy(params.get("USER_ID")):
        raise argument_error("USER_ID")
    channel = _working(portal, raw, line)
    customer = customers.find(portal, raw, to_text(params.get("USER_ID")))
    if group or customer:
        external = to_text(params["CHAT_ID"])
        user = customer.id if customer else 0
        chat = incoming.find_chat(portal, channel, external, user)
        if chat is None or chat.session is None:
            raise VendorError("CHAT_RENAMING_FAILED", "The chat could not be renamed")
        chat.title = to_text(params["NAME"])[:255]
    return {"SUCCESS": True, "DATA": {"RESULT": {}}}


def _call(params: Params) -> tuple[str, int, Any]:
    params = upper(params)
    connector, line = require(params, "CONNECTOR"), require(params, "LINE")
    messages = require(params, "MESSAGES")
    if is_array(messages) and len(messages) > MAX_MESSAGES:
        text = f"The MESSAGES parameter holds more than {MAX_MESSAGES} messages"
        raise argument_error("MESSAGES", text)
    return to_text(connector), to_int(line), messages


def _working(portal: Portal, raw: str, line: int) -> Channel:
    if not channels.usable(portal, raw, line):
        raise VendorError("NOT_ACTIVE_LINE", "The line with this ID is inactive or does not exist")
    return Channel(provider(portal, raw), raw, line)


def _marks(portal: Portal, params: Params) -> list[Item]:
    raw, _, messages = _call(params)
    provider(portal, raw)
    rows = entries(lower_deep(messages)) if is_array(messages) else []
    return [as_map(item) for _, item in rows]


def _find(
    portal: Portal, channel: Channel, about: Item, customer: int, body: Item
) -> Message | None:
    chat = incoming.find_chat(portal, channel, to_text(about.get("id")), customer)
    found = posting.find_by_external_id(portal, chat, to_text(body.get("id"))) if chat else None
    return found if found and found.kind == "customer" else None


def _echo(user: str, body: Item, about: Item, stored: Message | None) -> Item:
    """The item as the portal gives it back: its own user id, dates as objects, no chat url."""
    message = {key: value for key, value in body.items() if key not in ("date", "files")}
    if "date" in body:
        message["date"] = {}
    if stored and "text" in body:
        message["text"] = incoming.cut(to_text(body["text"]))
    chat = {key: value for key, value in about.items() if key != "url"}
    if description := incoming.described(about):
        chat["description"] = description
    return {"user": user, "message": message, "chat": chat}


def _extra(user: Item, body: Item) -> Item:
    extra = {}
    if user.get("skip_phone_validate") is not None:
        extra["skip_phone_validate"] = user["skip_phone_validate"]
    if body.get("disable_crm") is not None:
        extra["disable_tracker"] = body["disable_crm"]
    return extra


def _result(rows: Any) -> Item:
    return {"SUCCESS": True, "DATA": {"RESULT": shaped(rows)}}
