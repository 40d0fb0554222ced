"""Making, changing and deleting records: everything is checked first, then changed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.sandbox.clock import iso
from app.sandbox.crm import defaults, dictionary, multifields, values, view
from app.sandbox.crm.fields import FIELDS, Field
from app.sandbox.crm.multifields import Wish
from app.sandbox.crm.records import MAX_SIZE, Multifield, Record, Value
from app.sandbox.errors import VendorError
from app.sandbox.portal import Portal

MAX_CUSTOM = 200
#: Names that one call may give; and the letters of one record, so that a page of them is sent soon.
MAX_GIVEN, MAX_RECORD = 1_000, 200_000
_CUSTOM = re.compile(r"UF_CRM_[A-Z0-9_]{1,50}", re.ASCII)
_STAGES = ("STATUS_ID", "STAGE_ID")
#: An empty value leaves these as they are.
_NEVER_EMPTY = (*_STAGES, "CATEGORY_ID", "ASSIGNED_BY_ID", "OPENED", "CURRENCY_ID", "TITLE")
_LINKS = {"CONTACT_ID": "CONTACT_IDS", "COMPANY_ID": "COMPANY_IDS"}


@dataclass(slots=True)
class Draft:
    """What a record would become. `wrong` names the fields that cannot be so."""

    kind: str
    fields: dict[str, Value]
    multifields: list[Multifield]
    wrong: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A field as a text."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""


def draft(
    portal: Portal,
    kind: str,
    given: Mapping[str, Any],
    wishes: list[Wish],
    record: Record | None = None,
) -> Draft:
    """Look at what is given, by the vendor's names in upper case; unknown fields are left out."""
    present = record.multifields if record else []
    if len(given) > MAX_GIVEN or len(wishes) > multifields.MAX_WISHES:
        raise _exhausted()
    found = Draft(kind, {}, multifields.fulfilled(present, wishes))
    for name, value in given.items():
        known = FIELDS[kind].get(name)
        if known and _settable(known, new=record is None):
            _take(portal, found, known, value)
        elif _CUSTOM.fullmatch(name):
            found.fields[name] = values.custom(value)
    _check_stage(portal, found, record)
    _check_bounds(found, record)
    if any(wish.wrong for wish in wishes):
        found.wrong.append("EMAIL")
    _link(found)
    return found


def _settable(known: Field, *, new: bool) -> bool:
    return known.type != "crm_multifield" and not known.read_only and (new or not known.immutable)


def _take(portal: Portal, found: Draft, known: Field, value: Any) -> None:
    try:
        found.fields[known.name] = values.stored(known, value, portal.offset_minutes)
    except values.Incorrect:
        found.wrong.append(known.name)
    person = found.text("ASSIGNED_BY_ID") if known.name == "ASSIGNED_BY_ID" else ""
    if person and int(person) not in portal.users:
        found.wrong.append(known.name)


def _check_stage(portal: Portal, found: Draft, record: Record | None) -> None:
    crm = portal.crm
    status = found.text("STATUS_ID")
    if status and not dictionary.knows(crm, "STATUS", status):
        found.wrong.append("STATUS_ID")
    if found.kind != "DEAL":
        return
    stage = found.text("STAGE_ID")
    category = record.text("CATEGORY_ID") if record else found.text("CATEGORY_ID")
    if record is None and not category and stage.startswith("C"):
        category = stage[1:].partition(":")[0]
    found.fields["CATEGORY_ID"] = category = category or "0"
    if category not in dictionary.categories(crm):
        found.wrong.append("CATEGORY_ID")
    elif stage and not dictionary.knows(crm, dictionary.stages_of(category), stage):
        found.wrong.append("STAGE_ID")


def _check_bounds(found: Draft, record: Record | None) -> None:
    own = {name for name in found.fields if name.startswith("UF_")}
    own |= {name for name in (record.fields if record else ()) if name.startswith("UF_")}
    if len(own) > MAX_CUSTOM:
        found.wrong.append("UF_CRM")
    if len(found.multifields) > multifields.MAX_VALUES:
        found.wrong.append("FM")


def _link(found: Draft) -> None:
    """One reference and the list of them tell the same story."""
    for one, many in _LINKS.items():
        known = FIELDS[found.kind]
        if one not in known or many not in known:
            continue
        listed = found.fields.get(many)
        if isinstance(listed, list):
            found.fields[one] = listed[0] if listed else None
        elif one in found.fields:
            single = found.text(one)
            found.fields[many] = [single] if single else []


def create(portal: Portal, wanted: Draft, *, by: int, session: int = 0) -> Record:
    """Make the record, once nothing is wrong with it."""
    kind, filled = wanted.kind, {k: v for k, v in wanted.fields.items() if v not in ("", None)}
    fields = defaults.usual(portal, kind, filled, by) | filled
    record = Record(kind, 0, fields, wanted.multifields, session)
    _make_room(portal, record, record.size)
    record.id = portal.crm.next_id(kind)
    if "TITLE" in FIELDS[kind] and not record.text("TITLE"):
        record.fields["TITLE"] = f"{kind.capitalize()} #{record.id}"
    if kind == "LEAD":
        record.fields["DATE_CLOSED"] = _ended(portal, record)
    _number(portal, record.multifields)
    portal.crm.put(record)
    return record


def update(portal: Portal, record: Record, wanted: Draft, *, by: int) -> None:
    """Change the record, once nothing is wrong with it."""
    fields = {k: v for k, v in wanted.fields.items() if v or k not in _NEVER_EMPTY}
    fields |= {"DATE_MODIFY": _now(portal), "MODIFY_BY_ID": str(by)}
    after = Record(record.kind, record.id, {**record.fields, **fields}, wanted.multifields)
    if any(after.text(name) != record.text(name) for name in _STAGES):
        fields |= {"MOVED_BY_ID": str(by), "MOVED_TIME": _now(portal)}
        if record.kind == "LEAD":
            fields["DATE_CLOSED"] = _ended(portal, after)
    _make_room(portal, after, after.size - record.size)
    _number(portal, wanted.multifields)
    portal.crm.change(record, fields, wanted.multifields)


def delete(portal: Portal, record: Record) -> None:
    """Delete the record; dialogs forget it."""
    portal.crm.remove(record)
    for chat in portal.line_chats.values():
        if chat.crm.get(record.kind) == record.id:
            chat.crm[record.kind] = 0


def _make_room(portal: Portal, record: Record, more: int) -> None:
    if portal.crm.size + more > MAX_SIZE or record.size > MAX_RECORD:
        raise _exhausted()


def _exhausted() -> VendorError:
    return VendorError("", "Disk resource exhausted", 400)


def _number(portal: Portal, rows: list[Multifield]) -> None:
    for row in rows:
        row.id = row.id or portal.crm.next_id("MULTIFIELD")


def _ended(portal: Portal, record: Record) -> str | None:
    over = view.semantics(portal.crm, record) != dictionary.PROGRESS
    return _now(portal) if over else None


def _now(portal: Portal) -> str:
    return iso(portal.now, portal.offset_minutes)
