"""Customers: the portal's hidden records of external people, and the rules for their profiles.

A known person keeps his record; somebody without an id is a new one every time. Names that break
the documented rules are kept, as the server does, and remarked upon; with `strict_messages` the
message fails. A phone that is none is dropped unless the call says `skip_phone_validate`. At most
`MAX_CUSTOMERS` are kept; nobody new can be added after them.
"""

import re
from typing import Any

from app.sandbox.conversation import Customer
from app.sandbox.params import as_map, to_text
from app.sandbox.portal import Portal

MAX_CUSTOMERS = 200_000
MAX_FIELD, MAX_NAME, NAME_LIMIT = 2000, 255, 25
NO_USER = "Failed to create the user of the connector"
_FIELDS = ("url", "email", "title", "skip_phone_validate")
_PHONE = re.compile(r"\+?[0-9]{7,15}")
_NAME = re.compile(r"[^\W\d_]+(?:[ '’-]+[^\W\d_]+)*[ '’-]*")


def find(portal: Portal, raw_connector: str, external_id: str) -> Customer | None:
    """The portal's record of an external person; the raw spelling is part of the key."""
    return portal.customers.get((raw_connector, external_id))


def of(portal: Portal, raw_connector: str, user: dict[str, Any]) -> Customer:
    """Find or create the customer and refresh the profile. Without an id: always a new one."""
    external_id = to_text(user.get("id"))
    customer = find(portal, raw_connector, external_id) if external_id else None
    if customer is None:
        customer = Customer(portal.next_id("customer"), raw_connector, external_id)
        portal.add_customer(customer)
    _refresh(customer, user)
    dropped = to_text(user.get("phone")) and not _phone(user)
    for remark in [*wrongs(user), *(["user.phone is no phone: it was dropped."] * bool(dropped))]:
        portal.remark(remark)
    return customer


def full_for(portal: Portal, raw_connector: str, user: dict[str, Any]) -> bool:
    """Whether there is no room for a person who is not known yet."""
    full = len(portal.customers) >= MAX_CUSTOMERS
    return full and find(portal, raw_connector, to_text(user.get("id"))) is None


def wrongs(user: dict[str, Any]) -> list[str]:
    """What the documents forbid and the server lets pass, in sentences."""
    found = []
    for field in ("name", "last_name"):
        name = to_text(user.get(field)).strip()
        if len(name) > NAME_LIMIT or (name and not _NAME.fullmatch(name)):
            found.append(f"user.{field} should have at most 25 letters, blanks and hyphens.")
    if not to_text(user.get("id")):
        found.append("user.id is empty: every message makes a new customer.")
    return found


def _refresh(customer: Customer, user: dict[str, Any]) -> None:
    name, last = (to_text(user.get(field)).strip()[:MAX_NAME] for field in ("name", "last_name"))
    if name and not last and len(name.split()) == 2:
        name, last = name.split()
    if name or last:
        customer.name, customer.last_name = name, last
    elif not customer.full_name:
        customer.name = to_text(user.get("title")).strip()[:MAX_NAME] or "Guest"
    kept = {field: to_text(user[field])[:MAX_FIELD] for field in _FIELDS if user.get(field)}
    gender = to_text(user.get("gender")) or to_text(user.get("sex"))
    picture = to_text(as_map(user.get("picture")).get("url"))[:MAX_FIELD]
    phone = _phone(user)
    kept |= {"gender": gender[:MAX_FIELD]} if gender else {}
    kept |= {"phone": phone} if phone else {}
    customer.profile |= {**kept, "picture": {"url": picture}} if picture else kept


def _phone(user: dict[str, Any]) -> str:
    """The phone as it is stored; empty when it is none and has to be one."""
    text = to_text(user.get("phone")).strip()[:MAX_NAME]
    if to_text(user.get("skip_phone_validate")) == "Y":
        return text
    return text if _PHONE.fullmatch(re.sub(r"[\s().-]", "", text)) else ""
