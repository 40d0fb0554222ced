"""Phones, mails, sites, messengers and links: what a call wants to become of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from app.sandbox.crm.fields import MULTIFIELDS
from app.sandbox.crm.records import Multifield
from app.sandbox.crm.values import firsts
from app.sandbox.params import as_map, entries, flag, is_array, lower, to_int, to_text, upper

MAX_VALUES = 100
MAX_VALUE = 250
#: Wishes that one call may have; more are too many values.
MAX_WISHES = 1_000
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
#: The sort that a value has when none is named.
_USUAL = {"IM": "OTHER", "LINK": "USER"}


@dataclass(frozen=True, slots=True)
class Wish:
    """One value to add (id 0), to change, or to remove (an empty value)."""

    id: int
    type: str
    value: str | None
    value_type: str

    @property
    def wrong(self) -> bool:
        """Whether no record may have this value."""
        return self.type == "EMAIL" and bool(self.value) and not _MAIL.fullmatch(self.value or "")


def wishes(given: dict[str, Any]) -> list[Wish]:
    """Of the fields `PHONE`, `EMAIL` and so on: lists of `{ID, VALUE, VALUE_TYPE, DELETE}`."""
    found = []
    for kind in MULTIFIELDS:
        for item in _items(given.get(kind)):
            about = upper(item)
            value = None if about.get("VALUE") is None else to_text(about["VALUE"])
            if flag(about.get("DELETE")):
                value = ""
            found.append(_wish(about.get("ID"), kind, value, about.get("VALUE_TYPE")))
    return found


def item_wishes(given: Any) -> list[Wish]:
    """Of `fm`: `{typeId, valueType, value}`, a list or a map from ids; `n0` is a new one."""
    found = []
    for key, item in entries(given)[: MAX_WISHES + 1] if is_array(given) else []:
        about = lower(as_map(item))
        number = about.get("id")
        if number is None and isinstance(given, dict):
            number = key
        value = None if about.get("value") is None else to_text(about["value"])
        kind = to_text(about.get("typeid")).upper()
        found.append(_wish(number, kind, value, about.get("valuetype")))
    return [wish for wish in found if wish.type in MULTIFIELDS or wish.id]


def _items(value: Any) -> Iterator[dict[str, Any]]:
    for item in firsts(value, MAX_WISHES + 1) if is_array(value) else ():
        if isinstance(item, dict):
            yield item


def _wish(number: Any, kind: str, value: str | None, value_type: Any) -> Wish:
    text = None if value is None else value.strip()[:MAX_VALUE]
    return Wish(max(0, to_int(number)), kind, text, to_text(value_type)[:50])


def fulfilled(present: list[Multifield], wanted: list[Wish]) -> list[Multifield]:
    """The values as they will be; new ones have no id yet. An unknown id makes a new value."""
    rows = {row.id: row for row in present}
    new = []
    for wish in wanted:
        old = rows.get(wish.id)
        if old is None:
            if wish.value and wish.type:
                sort = wish.value_type or _USUAL.get(wish.type, "WORK")
                new.append(Multifield(0, wish.type, sort, wish.value))
        elif wish.value == "":
            del rows[wish.id]
        else:
            value, sort = wish.value or old.value, wish.value_type or old.value_type
            rows[wish.id] = replace(old, value=value, value_type=sort)
    return [*rows.values(), *new]
