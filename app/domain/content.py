"""What a customer's message holds beside its text."""

from dataclasses import dataclass

from app.domain.dialog import Attachment, Customer


@dataclass(frozen=True, slots=True)
class Content:
    """`writer` is who writes where several customers share a chat, None for the dialog's own.

    `payload` is the whole item of `MESSAGES` as JSON when a person edited it, "" otherwise; its ids
    are those of the message whatever it says. `disable_crm` keeps the CRM tracker out.
    """

    attachments: tuple[Attachment, ...] = ()
    writer: Customer | None = None
    disable_crm: bool = False
    payload: str = ""


#: Nothing but the text.
PLAIN = Content()
