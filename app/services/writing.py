"""What a customer writes: his dialog and his message, on disk before any call is made.

In a group several customers share a dialog: its first one is the dialog's, the others are members,
and each message says who wrote it. Runs inside the transactions of the outbox; makes no calls.
"""

from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection

import msgspec

from app.bitrix.messages import OutgoingMessage, encode_message
from app.bitrix.wire import encode, whole
from app.domain.connector import Registration
from app.domain.content import PLAIN, Content
from app.domain.dialog import Author, Customer, Delivery, Dialog, DialogId, Message
from app.domain.markup import escape
from app.services.failures import NotPossible
from app.services.jobs import JobKind, add_job, new_external_id
from app.services.rows import read_customer, to_json
from app.services.transcript import Transcript

_registration = msgspec.json.Decoder(Registration)


def is_group(conn: Connection, connector: str) -> bool:
    """Whether the portal keeps one chat for all customers of a `chat.id`, as the registration that
    was written here says; a connector that was registered elsewhere counts as one without.
    """
    row = conn.execute(
        "SELECT value FROM registration WHERE connector = ?", (connector,)
    ).fetchone()
    return row is not None and _registration.decode(row[0]).flags.get("CHAT_GROUP", False)


def plan_dialog(transcript: Transcript, connector: str, line: int, customer: Customer) -> Dialog:
    """The dialog of a customer's chat, begun if it is new. One that began with an event, before
    anybody could say who the customer is, becomes his; in a group's he becomes a member.
    """
    here = "connector = ? AND line = ? AND chat = ? AND user = ?"
    customer = _kept(customer)
    key = (connector, line, customer.chat)
    found = transcript.dialogs(here, *key, customer.id) or transcript.dialogs(here, *key, "")
    if not found and is_group(transcript.conn, connector):
        found = transcript.dialogs("connector = ? AND line = ? AND chat = ?", *key)
    if not found:
        dialog = transcript.begin(*key, customer.id, customer.full_name)
        transcript.set_customer(dialog.id, customer)
        return transcript.dialog(dialog.id)
    dialog = found[0]
    if dialog.user in ("", customer.id):
        if not dialog.user:
            transcript.put(replace(dialog, user=customer.id, name=customer.full_name))
        transcript.set_customer(dialog.id, customer)
    else:
        join(transcript.conn, dialog.id, customer)
    return transcript.dialog(dialog.id)


def join(conn: Connection, dialog: DialogId, customer: Customer) -> None:
    """One more customer writes in a group's dialog, or is known better now."""
    row = (dialog, customer.id, to_json(customer))
    conn.execute("INSERT OR REPLACE INTO member VALUES (?, ?, ?)", row)


def _kept(customer: Customer) -> Customer:
    """A customer as the journal gives him back: what was pasted may hold halves of emoji."""
    return read_customer(to_json(customer))


def members(conn: Connection, dialog: DialogId) -> tuple[Customer, ...]:
    """Those who write in a dialog beside its first customer."""
    sql = "SELECT customer FROM member WHERE dialog = ? ORDER BY user"
    return tuple(read_customer(row[0]) for row in conn.execute(sql, (dialog,)))


def customer_of(transcript: Transcript, dialog: DialogId, user: str = "") -> Customer:
    """As whom the console writes in a dialog: its first customer, or the member `user`.

    Raises:
        NotPossible: NO_CUSTOMER, the dialog began elsewhere and nobody said who the customer is.
    """
    conn = transcript.conn
    row = None
    if user:
        sql = "SELECT customer FROM member WHERE dialog = ? AND user = ?"
        row = conn.execute(sql, (dialog, user)).fetchone()
    if row is None:
        sql = "SELECT customer FROM dialog WHERE id = ? AND customer IS NOT NULL"
        row = conn.execute(sql, (dialog,)).fetchone()
    if row is None:
        raise NotPossible("NO_CUSTOMER")
    return read_customer(row[0])


def plan_send(
    transcript: Transcript, dialog: DialogId, text: str, now: datetime, content: Content = PLAIN
) -> Message:
    """A customer's message. Its external id never changes, whatever happens to it.

    Raises:
        NotPossible: EMPTY_TEXT, it has neither text nor files; NO_CUSTOMER.
    """
    own = transcript.dialog(dialog).user
    writer = _kept(content.writer) if content.writer else customer_of(transcript, dialog)
    if content.writer is not None and writer.id != own:
        join(transcript.conn, dialog, writer)
    message = transcript.append(
        Message(
            *(
                dialog,
                0,
                _author(content),
                "" if content.employee is not None else writer.full_name,
            ),
            *(whole(text) if content.attachments else filled(text), now),
            delivery=Delivery.QUEUED,
            external_ids=(content.external_id or new_external_id(),),
            attachments=content.attachments,
            writer="" if writer.id == own else writer.id,
        )
    )
    payload = content.payload or _special(writer, message, content)
    add_job(transcript.conn, dialog, message.position, JobKind.SEND, now, payload=payload)
    return message


def filled(text: str) -> str:
    """A text that says something.

    Raises:
        NotPossible: EMPTY_TEXT.
    """
    if not text.strip():
        raise NotPossible("EMPTY_TEXT")
    return whole(text)


def _author(content: Content) -> Author:
    """The portal shows what names an employee as his words, and `0` as the system's."""
    if content.employee is None:
        return Author.CUSTOMER
    return Author.OPERATOR if content.employee else Author.SYSTEM


def outgoing(customer: Customer, message: Message, text: str, payload: str) -> OutgoingMessage:
    """What is sent of a message. What a person typed is no markup, so brackets become harmless."""
    return OutgoingMessage(
        *(customer, message.external_ids[0], escape(text), message.at, message.attachments),
        payload=payload,
    )


def _special(customer: Customer, message: Message, content: Content) -> str:
    """The item, if it holds what the message itself has no place for."""
    if not content.disable_crm and content.employee is None:
        return ""
    whole = replace(
        outgoing(customer, message, message.text, ""),
        disable_crm=content.disable_crm,
        employee=content.employee,
    )
    return encode(encode_message(whole)).decode()
