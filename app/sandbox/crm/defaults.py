"""What a new record has when a call says nothing about it."""

from collections.abc import Mapping

from app.sandbox.clock import iso
from app.sandbox.crm import dictionary, values
from app.sandbox.crm.records import Value
from app.sandbox.portal import Portal

_WEEK = 7 * 86_400


def usual(portal: Portal, kind: str, given: Mapping[str, Value], by: int) -> dict[str, Value]:
    """The fields of a new record that `by` makes; some follow from what is given."""
    now, person = iso(portal.now, portal.offset_minutes), str(by)
    common: dict[str, Value] = {
        "OPENED": "Y",
        "ASSIGNED_BY_ID": person,
        **dict.fromkeys(("CREATED_BY_ID", "MODIFY_BY_ID", "LAST_ACTIVITY_BY"), person),
        **dict.fromkeys(("DATE_CREATE", "DATE_MODIFY", "LAST_ACTIVITY_TIME"), now),
    }
    if kind in ("LEAD", "DEAL"):
        common |= {"MOVED_BY_ID": person, "MOVED_TIME": now, **_sums(given)}
    if kind != "COMPANY":
        common["SOURCE_ID"] = dictionary.first(portal.crm, "SOURCE")
    own = {"LEAD": _lead, "DEAL": _deal, "CONTACT": _contact, "COMPANY": _company}
    return common | own[kind](portal, given)


def _sums(given: Mapping[str, Value]) -> dict[str, Value]:
    by_hand = given.get("OPPORTUNITY") not in (None, "", "0.00")
    manual = "Y" if by_hand else "N"
    return {"CURRENCY_ID": "EUR", "OPPORTUNITY": "0.00", "IS_MANUAL_OPPORTUNITY": manual}


def _lead(portal: Portal, given: Mapping[str, Value]) -> dict[str, Value]:  # noqa: ARG001 - a table
    return {"STATUS_ID": dictionary.first(portal.crm, "STATUS"), "IS_RETURN_CUSTOMER": "N"}


def _deal(portal: Portal, given: Mapping[str, Value]) -> dict[str, Value]:
    category = given.get("CATEGORY_ID")
    stages = dictionary.stages_of(category if isinstance(category, str) else "")
    offset = portal.offset_minutes
    return {
        "CATEGORY_ID": "0",
        "STAGE_ID": dictionary.first(portal.crm, stages),
        "TYPE_ID": dictionary.first(portal.crm, "DEAL_TYPE"),
        "TAX_VALUE": "0.00",
        "BEGINDATE": values.day(portal.now, offset),
        "CLOSEDATE": values.day(portal.now + _WEEK, offset),
        **dict.fromkeys(("IS_RECURRING", "IS_RETURN_CUSTOMER", "IS_REPEATED_APPROACH"), "N"),
    }


def _contact(portal: Portal, given: Mapping[str, Value]) -> dict[str, Value]:  # noqa: ARG001 - a table
    return {"TYPE_ID": dictionary.first(portal.crm, "CONTACT_TYPE"), "EXPORT": "Y"}


def _company(portal: Portal, given: Mapping[str, Value]) -> dict[str, Value]:  # noqa: ARG001 - a table
    firsts: dict[str, Value] = {
        name: dictionary.first(portal.crm, name)
        for name in ("COMPANY_TYPE", "INDUSTRY", "EMPLOYEES")
    }
    return {**firsts, "REVENUE": "0.00", "CURRENCY_ID": "EUR", "IS_MY_COMPANY": "N"}
