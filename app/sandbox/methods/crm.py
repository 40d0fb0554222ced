"""`crm.lead.*`, `crm.deal.*`, `crm.contact.*`, `crm.company.*`: fields in upper case, all texts.

Refusals of these methods have an empty code.
"""

from collections.abc import Callable
from typing import Any

from app.sandbox.crm import changes, multifields, view
from app.sandbox.crm.changes import Draft
from app.sandbox.crm.fields import FIELDS, MULTIFIELDS
from app.sandbox.crm.query import Language, Read, Texts, TooMuch, page
from app.sandbox.crm.records import KINDS, Record
from app.sandbox.errors import VendorError
from app.sandbox.params import Params, as_map, entries, is_array, lower, to_int, to_text, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import Endpoint, caller_of, rest_method

SCOPES = ("crm",)
ACCESS = (
    "a choice of the fields; employees see what is open to all or their own: the portal's roles are"
    " not imitated"
)
#: What is said of a record that is not there, by type and act, where it is not "Not found".
_MISSING = {
    ("CONTACT", "update"): ("", "Contact is not found"),
    ("CONTACT", "delete"): ("ERROR_CORE", "Element not found"),
    ("COMPANY", "update"): ("", "Company is not found"),
    ("COMPANY", "delete"): ("", "Company is not found"),
}
#: What people call the fields that can be wrong.
_LABELS = {
    "EMAIL": "E-mail",
    "CURRENCY_ID": "Currency",
    "ASSIGNED_BY_ID": "Responsible person",
    "STATUS_ID": "Stage",
    "STAGE_ID": "Deal stage",
    "CATEGORY_ID": "Pipeline",
}


def _add(kind: str) -> Endpoint:
    def add(portal: Portal, params: Params) -> object:
        """Make a record; the answer is its id."""
        fields, user = _fields(lower(params)), caller_of(portal).user
        wanted = _checked(portal, kind, fields, None)
        return changes.create(portal, wanted, by=user.id).id

    return add


def _get(kind: str) -> Endpoint:
    def get(portal: Portal, params: Params) -> object:
        """One record with its multifields."""
        return view.whole(portal.crm, _record(portal, kind, lower(params), "get"))

    return get


def _update(kind: str) -> Endpoint:
    def update(portal: Portal, params: Params) -> object:
        """Change the fields that are given."""
        params = lower(params)
        record = _record(portal, kind, params, "update")
        wanted = _checked(portal, kind, _fields(params), record)
        changes.update(portal, record, wanted, by=caller_of(portal).user.id)
        return True

    return update


def _delete(kind: str) -> Endpoint:
    def delete(portal: Portal, params: Params) -> object:
        """Delete a record of one's own; administrators any."""
        record = _record(portal, kind, lower(params), "delete")
        user = caller_of(portal).user
        if not (user.admin or view.owns(user, record)):
            raise _refusal("Access denied.")
        changes.delete(portal, record)
        return True

    return delete


def _describe(kind: str) -> Endpoint:
    def fields(portal: Portal, params: Params) -> object:  # noqa: ARG001 - the same for everybody
        """Names, types and marks of the fields."""
        return {name: field.described for name, field in FIELDS[kind].items()}

    return fields


def _list(kind: str) -> Endpoint:
    def find(portal: Portal, params: Params) -> object:
        """Fifty records that pass the filter; multifields only where `select` names them."""
        params = lower(params)
        wanted, order = (_array(params, name) for name in ("filter", "order"))
        try:
            rows = _found(portal, kind, wanted, order)
        except TooMuch:
            raise _refusal("Failed to get list. General error.") from None
        shown, answer = page(rows, params.get("start"))
        chosen = _names(params.get("select"))
        return answer([_selected(portal, record, chosen) for record in shown])

    return find


def _found(portal: Portal, kind: str, wanted: Params, order: Params) -> list[Record]:
    crm, user = portal.crm, caller_of(portal).user
    language = Language(lambda name: _type(kind, name), _reader(portal), portal.offset_minutes)
    test = language.test(wanted)
    rows = [row for row in crm.records[kind].values() if view.may_read(user, row) and test(row)]
    return language.sort(rows, order)


def _array(params: Params, name: str) -> Params:
    given = params.get(name)
    if given is not None and not is_array(given):
        raise _refusal(f"Parameter '{name}' must be array.")
    return upper(as_map(given))


def _fields(params: Params) -> Params:
    for name in ("fields", "params"):
        if not (is_array(params.get(name)) or (name == "params" and params.get(name) is None)):
            raise _refusal(f"Parameter '{name}' must be array.")
    return upper(as_map(params["fields"]))


def _record(portal: Portal, kind: str, params: Params, act: str) -> Record:
    number = to_int(params.get("id"))
    if number <= 0:
        raise _refusal("ID is not defined or invalid.")
    record = portal.crm.get(kind, number)
    if record is None:
        raise VendorError(*_MISSING.get((kind, act), ("", "Not found")))
    if not view.may_read(caller_of(portal).user, record):
        raise _refusal("Access denied.")
    return record


def _checked(portal: Portal, kind: str, fields: Params, record: Record | None) -> Draft:
    wishes = multifields.wishes(fields) if "PHONE" in FIELDS[kind] else []
    wanted = changes.draft(portal, kind, fields, wishes, record)
    if wanted.wrong:
        mail = kind in ("CONTACT", "COMPANY") and "EMAIL" in wanted.wrong
        text = "".join(f"{_complaint(name)}<br>" for name in wanted.wrong)
        raise VendorError("ERROR_CORE" if mail else "", text)
    return wanted


def _complaint(name: str) -> str:
    label = _LABELS.get(name, name.replace("_", " ").capitalize())
    if name == "EMAIL":
        return f'The field "{label}" contains an invalid address.'
    return f'Invalid value for the "{label}" field.'


def _refusal(text: str) -> VendorError:
    return VendorError("", text, 400)


def _type(kind: str, name: str) -> str | None:
    known = FIELDS[kind].get(name)
    return known.type if known else ("text" if name.startswith("UF_CRM_") else None)


def _reader(portal: Portal) -> Read:
    def read(name: str) -> Callable[[Record], Texts]:
        if name in MULTIFIELDS:
            return lambda record: [row.value for row in record.multifields if row.type == name]
        return view.texts(portal.crm, name)

    return read


def _names(select: Any) -> list[str]:
    listed = entries(select) if is_array(select) else []
    return [to_text(name).upper() for _, name in listed] or ["*", "UF_*"]


def _selected(portal: Portal, record: Record, chosen: list[str]) -> dict[str, Any]:
    names = {"ID", *chosen}
    shown = {
        name: value
        for name, value in view.row(portal.crm, record).items()
        if name in names or ("UF_*" if name.startswith("UF_") else "*") in names
    }
    for kind in MULTIFIELDS:
        if kind in names and record.has(kind):
            shown[kind] = view.multifield(record, kind)
    return shown


_FAMILY = {
    "add": _add,
    "get": _get,
    "list": _list,
    "update": _update,
    "delete": _delete,
    "fields": _describe,
}
_NOTES = {
    **dict.fromkeys(("add", "update"), f"`params` and TRACE do nothing; {ACCESS}"),
    "list": f"a filter or order that asks for too much work is refused; {ACCESS}",
}
for _kind in KINDS:
    for _name, _make in _FAMILY.items():
        rest_method(
            f"crm.{_kind.lower()}.{_name}",
            basis="documented",
            scopes=SCOPES,
            note=_NOTES.get(_name, ACCESS),
        )(_make(_kind))
