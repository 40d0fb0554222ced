"""Dictionaries of the CRM: statuses of leads, stages of deals, sources and the like."""

from collections.abc import Iterable
from typing import Any

from app.sandbox.crm.records import Crm

PROGRESS, WON, LOST = "P", "S", "F"
_FIRST_ID = 101
_MAX_STATUS_ID = 50
_WORDS = {"": "process", WON: "success", LOST: "failure"}
_STAGED = ("STATUS", "DEAL_STAGE")

#: Sources of channels on lines; a dialog of one that is too many has no source.
MAX_SOURCES = 1_000

Entry = dict[str, Any]
Dictionaries = dict[str, dict[str, Entry]]


def build(tables: dict[str, list[list[str]]]) -> Dictionaries:
    """The dictionaries from their names, the seed's short form."""
    number = _FIRST_ID
    found: Dictionaries = {}
    for entity, rows in tables.items():
        found[entity] = entries = {}
        for place, row in enumerate(rows, 1):
            entries[row[0]] = _row(number, entity, place * 10, row)
            number += 2
    return found


def _row(number: int, entity: str, sort: int, entry: list[str]) -> Entry:
    status, name, semantics, color = (*entry, "", "")[:4]
    staged = entity.startswith(_STAGED)
    edge = staged and bool(semantics or sort == 10)
    pipeline = entity.removeprefix("DEAL_STAGE_")
    return {
        "ID": str(number),
        "ENTITY_ID": entity,
        "STATUS_ID": status,
        "NAME": name,
        "NAME_INIT": name if edge else "",
        "SORT": str(sort),
        "SYSTEM": "Y" if edge else "N",
        "CATEGORY_ID": pipeline if pipeline.isdecimal() else None,
        "COLOR": color or None,
        "SEMANTICS": semantics or None,
        "EXTRA": {"SEMANTICS": _WORDS[semantics] if staged else None, "COLOR": color or None},
    }


def every(crm: Crm) -> list[Entry]:
    """The entries of all dictionaries."""
    return [row for entries in crm.statuses.values() for row in entries.values()]


def first(crm: Crm, entity: str) -> str | None:
    """What a new record begins with."""
    return next(iter(crm.statuses.get(entity, ())), None)


def knows(crm: Crm, entity: str, status: str) -> bool:
    """Whether a dictionary has that entry."""
    return status in crm.statuses.get(entity, ())


def semantics(crm: Crm, entity: str, status: str) -> str:
    """P while a record is worked on, S when it ended well, F when it did not."""
    row = crm.statuses.get(entity, {}).get(status)
    return (row["SEMANTICS"] if row else None) or PROGRESS


def stages_of(category: str) -> str:
    """The dictionary of a pipeline's stages."""
    return f"DEAL_STAGE_{category}" if category not in ("", "0") else "DEAL_STAGE"


def ensure_source(crm: Crm, status: str, name: str) -> str:
    """The source with that code, made when it is missing. There is one for a channel on a line."""
    status, sources = status[:_MAX_STATUS_ID], crm.statuses.setdefault("SOURCE", {})
    if status not in sources:
        if len(sources) >= MAX_SOURCES:
            return ""
        number = _FIRST_ID + 2 * sum(map(len, crm.statuses.values()))
        sources[status] = _row(number, "SOURCE", 10 * (len(sources) + 1), [status, name])
    return status


def categories(crm: Crm) -> Iterable[str]:
    """The pipelines of deals."""
    yield "0"
    prefix = "DEAL_STAGE_"
    yield from (name.removeprefix(prefix) for name in crm.statuses if name.startswith(prefix))
