"""Customers' messages and acknowledgements, to the vendor's JSON and back. Makes no calls."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.bitrix.wire import Json, as_bool, as_id, as_int, as_list, as_text, field
from app.domain.dialog import Attachment, Customer


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """A customer's message. `text` is BBCode: escape what a person typed."""

    customer: Customer
    external_id: str
    text: str
    at: datetime
    attachments: tuple[Attachment, ...] = ()
    chat_name: str = ""


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A customer's message by its external ids, as they were when it was sent."""

    user: str
    chat: str
    external_id: str

    def encode(self) -> Json:
        """An item of `delete.messages`."""
        return {
            "user": {"id": self.user},
            "message": {"id": self.external_id},
            "chat": {"id": self.chat},
        }


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
    content: dict[str, Json] = {
        "id": message.external_id,
        "date": int(message.at.timestamp()),
        "text": message.text,
    }
    if message.attachments:
        content["files"] = [{"url": each.url, "name": each.name} for each in message.attachments]
    chat = _filled(id=message.customer.chat, name=message.chat_name)
    return {"user": _user(message.customer), "message": content, "chat": chat}


def _user(customer: Customer) -> Json:
    return _filled(
        id=customer.id,
        name=customer.name,
        last_name=customer.last_name,
        phone=customer.phone,
        email=customer.email,
    )


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
        session=as_int(field(row, "session", "ID")),
        portal_chat=as_int(field(row, "session", "CHAT_ID")),
    )
