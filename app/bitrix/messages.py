"""Customers' messages and acknowledgements, to the vendor's JSON and back. Makes no calls."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.bitrix.errors import Refused
from app.bitrix.wire import Json, as_bool, as_id, as_int, as_list, as_map, as_text, decode, field
from app.domain.dialog import Attachment, Customer

#: What an item of `MESSAGES` consists of; each part has an id.
PARTS = ("user", "message", "chat")


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A customer's message. `text` is BBCode: escape what a person typed.

    `employee` is the portal's user on whose behalf it is written, 0 for a text of the system.
    `payload` is a whole item as JSON that is sent instead, with the ids of this message.
    """

    customer: Customer
    external_id: str
    text: str
    at: datetime
    attachments: tuple[Attachment, ...] = ()
    disable_crm: bool = False
    employee: int | None = None
    payload: str = ""


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A customer's message by its external ids, as they were when it was sent. `payload` is a whole
    item as JSON that is sent instead, with these ids.
    """

    user: str
    chat: str
    external_id: str
    payload: str = ""

    def encode(self) -> Json:
        """An item of `delete.messages`."""
        ids = (self.user, self.external_id, self.chat)
        if self.payload:
            return _with_ids(self.payload, *ids)
        return {name: {"id": each} for name, each in zip(PARTS, ids, strict=True)}


@dataclass(frozen=True, slots=True)
class SentMessage:
    """What the portal made of one message. `errors` are its texts, localised: display only.

    `user` is the portal's id of the customer, `session` and `portal_chat` are null when the portal
    opened none (an edit, a deletion, a refused message).
    """

    ok: bool
    errors: tuple[str, ...] = ()
    user: str = ""
    session: int | None = None
    portal_chat: int | None = None


@dataclass(frozen=True, slots=True)
class Ack:
    """An operator's message that reached the customer under `external_ids`."""

    portal_chat: int
    im: int
    external_ids: tuple[str, ...]
    chat: str
    at: datetime


def encode_message(message: OutgoingMessage) -> Json:
    """An item of `send.messages` and `update.messages`."""
    customer = message.customer
    if message.payload:
        return _with_ids(message.payload, customer.id, message.external_id, customer.chat)
    content: dict[str, Json] = {
        "id": message.external_id,
        "date": int(message.at.timestamp()),
        "text": message.text,
    }
    if message.attachments:
        content["files"] = [{"url": each.url, "name": each.name} for each in message.attachments]
    if message.disable_crm:
        content["disable_crm"] = "Y"
    if message.employee is not None:
        content["user_id"] = message.employee
    chat = _filled(id=customer.chat, name=customer.chat_name, url=customer.chat_url)
    return {"user": _user(customer), "message": content, "chat": chat}


def _with_ids(payload: str, *ids: str) -> Json:
    """An item that a person edited: its ids stay those of the message, or nothing could ever be
    found again.

    Raises:
        Refused: ITEM_UNREADABLE, this is no JSON that could be sent; nothing was.
    """
    try:
        item = dict(as_map(decode(payload.encode())))
    except ValueError as error:
        raise Refused("ITEM_UNREADABLE", str(error)) from error
    return item | {
        name: {**as_map(item.get(name)), "id": each} for name, each in zip(PARTS, ids, strict=True)
    }


def _user(customer: Customer) -> Json:
    user = _filled(
        id=customer.id,
        name=customer.name,
        last_name=customer.last_name,
        phone=customer.phone,
        skip_phone_validate="Y" if customer.any_phone else "",
        email=customer.email,
        gender=customer.gender,
        url=customer.url,
        title=customer.title,
    )
    return user | ({"picture": {"url": customer.picture}} if customer.picture else {})


def _filled(**fields: str) -> dict[str, Json]:
    return {key: value for key, value in fields.items() if value}


def encode_ack(ack: Ack, *, with_date: bool) -> Json:
    """An item of `send.status.delivery`, or of `reading`, which takes no date."""
    message: dict[str, Json] = {"id": list(ack.external_ids)}
    if with_date:
        message["date"] = int(ack.at.timestamp())
    return {
        "im": {"chat_id": ack.portal_chat, "message_id": ack.im},
        "message": message,
        "chat": {"id": ack.chat},
    }


def read_sent(row: Mapping[str, Json]) -> SentMessage:
    """An item of an answer; a refused one holds little more than its texts."""
    errors = row.get("ERRORS")
    texts = [errors] if isinstance(errors, str) else as_list(errors)
    return SentMessage(
        ok=as_bool(row.get("SUCCESS")),
        errors=tuple(as_text(text) for text in texts if text),
        user=as_id(row.get("user")),
        session=_number(field(row, "session", "ID")),
        portal_chat=_number(field(row, "session", "CHAT_ID")),
    )


def _number(value: Json) -> int | None:
    """A number of the portal's: what is not positive is none."""
    number = as_int(value)
    return number if number is not None and number > 0 else None
