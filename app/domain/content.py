"""What a customer's message holds beside its text."""

from dataclasses import dataclass

from app.domain.dialog import Attachment, Customer


@dataclass(frozen=True, slots=True)
class Content:
    """`writer` is who writes where several customers share a chat, None for the dialog's own.

    `payload` is the whole item of `MESSAGES` as JSON when a person edited it, "" otherwise; its ids
    are those of the message whatever it says. `external_id` is the message's id if it was shown
    before, "" for a new one. `disable_crm` keeps the CRM tracker out. `employee` is the portal's
    user on whose behalf the message is written outside, 0 for a text of the system.
    """

    attachments: tuple[Attachment, ...] = ()
    writer: Customer | None = None
    disable_crm: bool = False
    payload: str = ""
    external_id: str = ""
    employee: int | None = None


#: Nothing but the text.
PLAIN = Content()


@dataclass(frozen=True, slots=True)
class Words:
    """What one customer says. The writer is `customer`, whatever `content` names."""

    customer: Customer
    text: str
    content: Content = PLAIN
