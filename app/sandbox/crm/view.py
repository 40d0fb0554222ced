"""How a record looks from outside, and who may see it. Reads records, changes nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from app.sandbox.crm import dictionary
from app.sandbox.crm.fields import DATES, MULTIFIELDS, plain
from app.sandbox.crm.records import Crm, Multifield, Record, Value
from app.sandbox.model import User


def may_read(user: User, record: Record) -> bool:
    """Administrators see all; others what is open to everybody and what is their own."""
    return user.admin or record.text("OPENED") == "Y" or owns(user, record)


def owns(user: User, record: Record) -> bool:
    """Whether the user is responsible for a record or has made it."""
    return user.id in (record.number("ASSIGNED_BY_ID"), record.number("CREATED_BY_ID"))


def semantics(crm: Crm, record: Record) -> str:
    """P, S or F: whether a lead or deal is still worked on, and how it ended."""
    if record.kind == "LEAD":
        return dictionary.semantics(crm, "STATUS", record.text("STATUS_ID"))
    if record.kind == "DEAL":
        stages = dictionary.stages_of(record.text("CATEGORY_ID"))
        return dictionary.semantics(crm, stages, record.text("STAGE_ID"))
    return dictionary.PROGRESS


def value(crm: Crm, record: Record, name: str) -> Value:
    """One field, stored or found out."""
    found_out = _FOUND_OUT.get(name)
    return found_out(crm, record) if found_out else record.fields.get(name)


def texts(crm: Crm, name: str) -> Callable[[Record], list[str | None]]:
    """What gives a field's value, or its values, as a list."""

    def read(record: Record) -> list[str | None]:
        found = value(crm, record, name)
        return [*found] if isinstance(found, list) else [found]

    return read


def _is_new(crm: Crm, record: Record) -> str:
    stages = dictionary.stages_of(record.text("CATEGORY_ID"))
    return _yes(record.text("STAGE_ID") == dictionary.first(crm, stages))


def _yes(fact: bool) -> str:
    return "Y" if fact else "N"


_FOUND_OUT: Mapping[str, Callable[[Crm, Record], str]] = {
    "ID": lambda _, record: str(record.id),
    "HAS_PHONE": lambda _, record: _yes(record.has("PHONE")),
    "HAS_EMAIL": lambda _, record: _yes(record.has("EMAIL")),
    "HAS_IMOL": lambda _, record: _yes(record.in_line),
    "STATUS_SEMANTIC_ID": semantics,
    "STAGE_SEMANTIC_ID": semantics,
    "CLOSED": lambda crm, record: _yes(semantics(crm, record) != dictionary.PROGRESS),
    "IS_NEW": _is_new,
}


def row(crm: Crm, record: Record) -> dict[str, Any]:
    """All fields as texts and nulls; empty dates are empty texts. No multifields."""
    shown: dict[str, Any] = {}
    for known in plain(record.kind):
        if not known.multiple:
            found = value(crm, record, known.name)
            shown[known.name] = "" if found is None and known.type in DATES else found
    own = {name: found for name, found in record.fields.items() if name.startswith("UF_")}
    return shown | own


def whole(crm: Crm, record: Record) -> dict[str, Any]:
    """The fields, and the multifields that are filled."""
    return row(crm, record) | {
        kind: multifield(record, kind) for kind in MULTIFIELDS if record.has(kind)
    }


def multifield(record: Record, kind: str) -> list[dict[str, str]]:
    """The values of one type."""
    return [_shown(found) for found in record.multifields if found.type == kind]


def _shown(found: Multifield) -> dict[str, str]:
    return {
        "ID": str(found.id),
        "VALUE_TYPE": found.value_type,
        "VALUE": found.value,
        "TYPE_ID": found.type,
    }


def title(record: Record) -> str:
    """What people call a record."""
    if record.kind == "CONTACT":
        name = f"{record.text('NAME')} {record.text('LAST_NAME')}".strip()
        return name or f"Contact #{record.id}"
    return record.text("TITLE")
