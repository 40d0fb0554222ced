"""`crm.item.*` and `crm.status.list`: the universal methods, whose names are case-sensitive."""

from collections.abc import Callable
from typing import Any

from app.sandbox.crm import changes, dictionary, items, multifields, view
from app.sandbox.crm.changes import Draft
from app.sandbox.crm.fields import ENTITY_TYPES, FIELDS
from app.sandbox.crm.query import Language, Refused, Texts, TooMuch, page
from app.sandbox.crm.records import Record
from app.sandbox.errors import VendorError
from app.sandbox.methods.crm import ACCESS, SCOPES
from app.sandbox.model import Page
from app.sandbox.params import (
    Params,
    as_map,
    entries,
    flag,
    is_array,
    lower,
    to_int,
    to_text,
    upper,
)
from app.sandbox.portal import Portal
from app.sandbox.registry import caller_of, rest_method

NOTE = f"leads, deals, contacts and companies only; {ACCESS}"


@rest_method("crm.item.add", basis="documented", scopes=SCOPES, note=NOTE)
def add(portal: Portal, params: Params) -> object:
    """Make an item; the answer is the whole of it."""
    kind, fields = _kind(params), _fields(params)
    wanted = _checked(portal, kind, fields, None)
    record = changes.create(portal, wanted, by=caller_of(portal).user.id)
    return _answer(portal, params, record)


@rest_method("crm.item.get", basis="documented", scopes=SCOPES, note=NOTE)
def get(portal: Portal, params: Params) -> object:
    """One item with its multifields in `fm`."""
    return _answer(portal, params, _record(portal, params, "Element not found"))


@rest_method("crm.item.update", basis="documented", scopes=SCOPES, note=NOTE)
def update(portal: Portal, params: Params) -> object:
    """Change the fields that are given; the answer is the whole item."""
    record, fields = _record(portal, params, "Item not found"), _fields(params)
    wanted = _checked(portal, record.kind, fields, record)
    changes.update(portal, record, wanted, by=caller_of(portal).user.id)
    return _answer(portal, params, record)


@rest_method("crm.item.delete", basis="documented", scopes=SCOPES, note=NOTE)
def delete(portal: Portal, params: Params) -> object:
    """Delete an item of one's own; administrators any."""
    record, user = _record(portal, params, "Item not found"), caller_of(portal).user
    if not (user.admin or view.owns(user, record)):
        raise _denied()
    changes.delete(portal, record)
    return []


@rest_method(
    "crm.item.list",
    basis="documented",
    scopes=SCOPES,
    note=f"a filter or order that asks for too much work is refused; {NOTE}",
)
def find(portal: Portal, params: Params) -> object:
    """Fifty items that pass the filter; `fm` only with the mask `*`."""
    try:
        rows = _found(portal, _kind(params), params)
    except TooMuch:
        raise _invalid("Invalid filter: the question is too large") from None
    chosen = {to_text(name) for _, name in entries(_array(params.get("select")))} or {"*"}
    found, answer = page(rows, params.get("start"))
    return answer({"items": [_selected(portal, params, record, chosen) for record in found]})


@rest_method(
    "crm.status.list", basis="documented", scopes=SCOPES, note="the filter knows `=` and `@` only"
)
def status_list(portal: Portal, params: Params) -> object:
    """Entries of the dictionaries; all of them at once."""
    wanted, order = (lower(params).get(name) for name in ("filter", "order"))
    if any(given is not None and not is_array(given) for given in (wanted, order)):
        raise VendorError("Invalid parameters.", "Incorrect parameters passed.", 400)
    rows = dictionary.every(portal.crm)
    for key, given in upper(as_map(wanted)).items():
        name = key[1:] if key[:1] in ("=", "@") else key
        if rows and name in rows[0]:
            allowed = {to_text(item) for _, item in entries(_array(given) or [given])}
            rows = [row for row in rows if to_text(row[name]) in allowed]
    steps = upper(as_map(order)) or {"ENTITY_ID": "ASC", "SORT": "ASC"}
    for name, direction in reversed(steps.items()):
        down = to_text(direction).upper() == "DESC"
        if name in ("ID", "SORT"):
            rows.sort(key=lambda row: int(row[name]), reverse=down)
        elif rows and name in rows[0]:
            rows.sort(key=lambda row: to_text(row[name]), reverse=down)
    return Page(rows, len(rows))


def _kind(params: Params) -> str:
    kind = ENTITY_TYPES.get(to_int(_named(params, "entityTypeId")))
    if kind is None:
        raise VendorError("NOT_FOUND", "Smart process not found", 400)
    return kind


def _named(params: Params, name: str) -> Any:
    if params.get(name) is None:
        raise VendorError("100", f"Could not find value for parameter {{{name}}}", 400)
    return params[name]


def _fields(params: Params) -> Params:
    fields = _named(params, "fields")
    if not is_array(fields):
        text = "Invalid value {fields}. Should be value of type array."
        raise VendorError("100", text, 400)
    return as_map(fields)


def _array(value: Any) -> Any:
    return value if is_array(value) else []


def _record(portal: Portal, params: Params, missing: str) -> Record:
    kind, number = _kind(params), to_int(_named(params, "id"))
    record = portal.crm.get(kind, number)
    if record is None:
        raise VendorError("NOT_FOUND", missing, 400)
    if not view.may_read(caller_of(portal).user, record):
        raise _denied()
    return record


def _denied() -> VendorError:
    return VendorError("ACCESS_DENIED", "Access denied", 400)


def _invalid(text: str) -> VendorError:
    return VendorError("INVALID_ARG_VALUE", text, 400)


def _checked(portal: Portal, kind: str, given: Params, record: Record | None) -> Draft:
    fields = {name: value for key, value in given.items() if (name := items.name_of(kind, key))}
    for name, value in fields.items():
        known = FIELDS[kind].get(name)
        if known and known.multiple and value is not None and not is_array(value):
            text = f"Expected iterable value for multiple field, but got {_php_type(value)} instead"
            raise VendorError("100", text, 400)
    wishes = multifields.item_wishes(given.get("fm")) if "PHONE" in FIELDS[kind] else []
    wanted = changes.draft(portal, kind, fields, wishes, record)
    if wanted.wrong:
        name = "fm" if wanted.wrong[0] in ("EMAIL", "FM") else items.camel(kind, wanted.wrong[0])
        text = f'Invalid value for field "{name}"'
        raise VendorError("CRM_FIELD_ERROR_VALUE_NOT_VALID", text, 400)
    return wanted


def _php_type(value: Any) -> str:
    names = {bool: "boolean", int: "integer", float: "double"}
    return names.get(type(value), "string")


def _answer(portal: Portal, params: Params, record: Record) -> dict[str, Any]:
    return {"item": _shown(portal, params, record)}


def _shown(portal: Portal, params: Params, record: Record) -> dict[str, Any]:
    original = bool(flag(params.get("useOriginalUfNames")))
    return items.shown(portal.crm, record, original_names=original)


def _selected(portal: Portal, params: Params, record: Record, chosen: set[str]) -> dict[str, Any]:
    item = _shown(portal, params, record)
    if "*" in chosen:
        return item
    return {name: value for name, value in item.items() if name in chosen | {"id"} and name != "fm"}


def _found(portal: Portal, kind: str, params: Params) -> list[Record]:
    language, user = _language(portal, kind), caller_of(portal).user
    try:
        test = language.test(params.get("filter"))
    except Refused as refused:
        raise _invalid(f"Invalid filter: field '{refused.name}' {refused.what}") from None
    rows = [row for row in portal.crm.records[kind].values() if view.may_read(user, row)]
    return _ordered(language, [row for row in rows if test(row)], params.get("order"))


def _ordered(language: Language, rows: list[Record], wanted: Any) -> list[Record]:
    try:
        return language.sort(rows, wanted)
    except Refused as refused:
        if refused.what.startswith("is not"):
            raise _invalid(f"Invalid order: field '{refused.name}' {refused.what}") from None
        text = f"But got '{refused.what}' for field '{refused.name}'"
        allowed = "Invalid order: allowed sort directions are ASC, DESC."
        raise _invalid(f"{allowed} {text}") from None


def _language(portal: Portal, kind: str) -> Language:
    def type_of(name: str) -> str | None:
        known = FIELDS[kind].get(items.name_of(kind, name))
        return known.type if known else ("text" if name.startswith(("ufCrm", "UF_CRM")) else None)

    def read(name: str) -> Callable[[Record], Texts]:
        return view.texts(portal.crm, items.name_of(kind, name))

    return Language(type_of, read, portal.offset_minutes, strict=True)
