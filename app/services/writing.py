"""What a customer writes: his dialog and his message, on disk before any call is made.

Runs inside the transactions of the outbox; makes no calls.
"""

from dataclasses import replace
from datetime import datetime

from app.domain.dialog import Author, Customer, Delivery, Dialog, DialogId, Message
from app.services.applying import new_external_id
from app.services.failures import NotPossible
from app.services.jobs import JobKind, add_job
from app.services.rows import read_customer
from app.services.transcript import Transcript


def plan_dialog(transcript: Transcript, connector: str, line: int, customer: Customer) -> Dialog:
    """The dialog of a customer's chat, begun if it is new. One that began with an event, before
    anybody could say who the customer is, becomes his.
    """
    here = "connector = ? AND line = ? AND chat = ? AND user = ?"
    key = (connector, line, customer.chat)
    name = " ".join(filter(None, (customer.name, customer.last_name))) or customer.id
    found = transcript.dialogs(here, *key, customer.id) or transcript.dialogs(here, *key, "")
    if found:
        dialog = found[0]
        if not dialog.user:
            transcript.put(replace(dialog, user=customer.id, name=name))
    else:
        dialog = transcript.begin(*key, customer.id, name)
    transcript.set_customer(dialog.id, customer)
    return transcript.dialog(dialog.id)


def customer_of(transcript: Transcript, dialog: DialogId) -> Customer:
    """As whom the console writes in a dialog.

    Raises:
        NotPossible: NO_CUSTOMER, the dialog began elsewhere and nobody said who the customer is.
    """
    row = transcript.conn.execute("SELECT customer FROM dialog WHERE id = ?", (dialog,)).fetchone()
    if row is None or row[0] is None:
        raise NotPossible("NO_CUSTOMER")
    return read_customer(row[0])


def plan_send(transcript: Transcript, dialog: DialogId, text: str, now: datetime) -> Message:
    """A customer's message. Its external id never changes, whatever happens to it."""
    customer = customer_of(transcript, dialog)
    name = " ".join(filter(None, (customer.name, customer.last_name))) or customer.id
    message = transcript.append(
        Message(
            *(dialog, 0, Author.CUSTOMER, name, filled(text), now),
            delivery=Delivery.QUEUED,
            external_ids=(new_external_id(),),
        )
    )
    add_job(transcript.conn, dialog, message.position, JobKind.SEND, now)
    return message


def filled(text: str) -> str:
    """A text that says something.

    Raises:
        NotPossible: EMPTY_TEXT.
    """
    if not text.strip():
        raise NotPossible("EMPTY_TEXT")
    return text
