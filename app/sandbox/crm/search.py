"""Who a customer is in the CRM: by the key of the dialog, by phone, by mail. Changes nothing."""

from dataclasses import dataclass
from typing import Any

from app.sandbox.conversation import Customer, LineChat
from app.sandbox.crm import dictionary, view
from app.sandbox.crm.multifields import MAX_VALUE
from app.sandbox.crm.records import Crm, Record
from app.sandbox.params import to_text


@dataclass(slots=True)
class Found:
    """The records of one customer; a lead or deal only while it is worked on."""

    lead: Record | None = None
    deal: Record | None = None
    contact: Record | None = None
    company: Record | None = None

    @property
    def records(self) -> list[Record]:
        """Those that there are, the one that a dialog is about first."""
        rows = (self.lead, self.deal, self.contact, self.company)
        return [row for row in rows if row is not None]


def messenger(chat: LineChat) -> str:
    """The dialog's key as a value of the field IM."""
    return f"imol|{chat.user_code}"[:MAX_VALUE]


def traces(customer: Customer) -> list[tuple[str, str]]:
    """Phone and mail of the customer's profile, as multifields."""
    profile: dict[str, Any] = customer.profile
    phone, mail = (to_text(profile.get(name)).strip() for name in ("phone", "email"))
    unchecked = to_text(profile.get("skip_phone_validate")) == "Y"
    found = [("PHONE", phone)] if phone and (unchecked or _is_phone(phone)) else []
    return [*found, ("EMAIL", mail)] if "@" in mail else found


def _is_phone(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) >= 5


def who_is(crm: Crm, chat: LineChat, wanted: list[tuple[str, str]]) -> Found:
    """The newest record of each type that has the dialog's key or one of the other values."""
    found = Found()
    for kind, value in [*wanted, ("IM", messenger(chat))]:
        _gather(crm, found, kind, value)
    if found.contact is None and found.lead:
        found.contact = crm.get("CONTACT", found.lead.number("CONTACT_ID"))
    if found.company is None and found.contact:
        found.company = crm.get("COMPANY", found.contact.number("COMPANY_ID"))
    for client in (found.company, found.contact):
        for deal in crm.deals_of(client) if client else ():
            if view.semantics(crm, deal) == dictionary.PROGRESS:
                found.deal = deal
    return found


def _gather(crm: Crm, found: Found, kind: str, value: str) -> None:
    """Later values count for more, so the dialog's own key comes last."""
    for record in crm.find(kind, value):
        if record.kind == "CONTACT":
            found.contact = record
        elif record.kind == "COMPANY":
            found.company = record
        elif record.kind == "LEAD" and view.semantics(crm, record) == dictionary.PROGRESS:
            found.lead = record
