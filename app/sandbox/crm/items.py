"""The newer face of the same records: camelCase names, numbers as numbers, one list of multifields.

Only names and shapes; what may be stored is decided by `changes`.
"""

import re
from functools import cache
from typing import Any

from app.sandbox.crm import view
from app.sandbox.crm.fields import ENTITY_TYPES, FIELDS, NUMBERS, Field, plain
from app.sandbox.crm.records import Crm, Record

_IDS = {kind: number for number, kind in ENTITY_TYPES.items()}
#: Names that are not simply the older ones in camelCase.
_RENAMED = {
    "DATE_CREATE": "createdTime",
    "DATE_MODIFY": "updatedTime",
    "CREATED_BY_ID": "createdBy",
    "MODIFY_BY_ID": "updatedBy",
    "MOVED_BY_ID": "movedBy",
    "STATUS_ID": "stageId",
    "STATUS_SEMANTIC_ID": "stageSemanticId",
    "COMPANY_TYPE": "typeId",
}
_OWN = {("COMPANY", "CONTACT_ID"): "contactIds"}
_CUSTOM = re.compile(r"ufCrm(_?[0-9]*)(\w*)", re.ASCII)
_PART = re.compile(r"_?[A-Z0-9][a-z0-9]*|_?[0-9]+", re.ASCII)
_NUMBERED = re.compile(r"([0-9]+)_([0-9]+)", re.ASCII)
#: Items with multifields also show the first of each sort by itself.
_FIRSTS = {
    "phone": ("PHONE", ""),
    "phoneMobile": ("PHONE", "MOBILE"),
    "phoneWork": ("PHONE", "WORK"),
    "phoneMailing": ("PHONE", "MAILING"),
    "email": ("EMAIL", ""),
    "emailHome": ("EMAIL", "HOME"),
    "emailWork": ("EMAIL", "WORK"),
    "emailMailing": ("EMAIL", "MAILING"),
    "imol": ("IM", "OPENLINE"),
}


def camel(kind: str, name: str) -> str:
    """A field's name in items."""
    if name.startswith("UF_CRM_"):
        return _camel_custom(name.removeprefix("UF_CRM_"))
    if (kind, name) in _OWN:
        return _OWN[kind, name]
    if name in _RENAMED:
        return _RENAMED[name]
    head, *rest = name.lower().split("_")
    return head + "".join(f"_{part}" if part.isdigit() else part.capitalize() for part in rest)


def _camel_custom(rest: str) -> str:
    numbered = _NUMBERED.fullmatch(rest)
    if numbered:
        return f"ufCrm{numbered[1]}_{numbered[2]}"
    return "ufCrm" + "".join(
        f"_{part}" if part[:1].isdigit() else part.capitalize() for part in rest.lower().split("_")
    )


@cache
def names(kind: str) -> dict[str, str]:
    """Names in items -> names of the fields, without custom ones."""
    return {camel(kind, field.name): field.name for field in plain(kind)}


def name_of(kind: str, given: str) -> str:
    """The field that an item's name means; custom fields are known in both spellings."""
    if given.startswith("UF_CRM_"):
        return given
    custom = _CUSTOM.fullmatch(given)
    if custom is None:
        return names(kind).get(given, "")
    number, rest = custom[1], custom[2]
    parts = [part.strip("_") for part in _PART.findall(rest)]
    return "_".join(["UF_CRM", *filter(None, [number.strip("_"), *parts])]).upper()


def shown(crm: Crm, record: Record, *, original_names: bool) -> dict[str, Any]:
    """A whole item."""
    kind = record.kind
    item = {
        camel(kind, known.name): _typed(known, view.value(crm, record, known.name))
        for known in plain(kind)
    }
    for name, value in record.fields.items():
        if name.startswith("UF_"):
            item[name if original_names else camel(kind, name)] = value
    item["observers"] = []
    if "PHONE" in FIELDS[kind]:
        item |= _multifields(record)
    return {**item, "entityTypeId": _IDS[kind]}


def _typed(known: Field, value: Any) -> Any:
    if known.multiple:
        return [int(text) for text in value or []]
    if known.type in ("crm_company", "crm_contact"):
        return int(value or 0)
    if value is None or known.type not in (*NUMBERS, "double"):
        return value
    number = float(value)
    return int(number) if number.is_integer() else number


def _multifields(record: Record) -> dict[str, Any]:
    firsts = {
        name: next((row.value for row in record.multifields if _fits(row, *wanted)), "")
        for name, wanted in _FIRSTS.items()
    }
    rows = [
        {"id": row.id, "valueType": row.value_type, "value": row.value, "typeId": row.type}
        for row in record.multifields
    ]
    return {**firsts, "fm": rows}


def _fits(row: Any, kind: str, value_type: str) -> bool:
    return row.type == kind and value_type in ("", row.value_type)
