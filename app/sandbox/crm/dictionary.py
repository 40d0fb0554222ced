"""Dictionaries of the CRM: statuses of leads, stages of deals, sources and the like."""

from collections.abc import Iterable
from typing import Any

from app.sandbox.crm.records import Crm

PROGRESS, WON, LOST = "P", "S", "F"
_FIRST_ID = 101
_MAX_STATUS_ID = 50
_WORDS = {"": "process", WON: "success", LOST: "failure"}
_STAGED = ("STATUS", "DEAL_STAGE")

Entry = dict[str, Any]


def build(tables: dict[str, list[list[str]]]) -> list[Entry]:
    """Rows of the dictionaries from their names, the seed's short form."""
    rows: list[Entry] = []
    for entity, entries in tables.items():
        for place, entry in enumerate(entries, 1):
            rows.append(_row(_FIRST_ID + 2 * len(rows), entity, place * 10, entry))
    return rows


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


def entries(crm: Crm, entity: str) -> list[Entry]:
    """The rows of one dictionary in their order."""
    return [row for row in crm.statuses if row["ENTITY_ID"] == entity]


def first(crm: Crm, entity: str) -> str | None:
    """What a new record begins with."""
    found = entries(crm, entity)
    return str(found[0]["STATUS_ID"]) if found else None


def knows(crm: Crm, entity: str, status: str) -> bool:
    """Whether a dictionary has that entry."""
    return any(row["STATUS_ID"] == status for row in entries(crm, entity))


def semantics(crm: Crm, entity: str, status: str) -> str:
    """P while a record is worked on, S when it ended well, F when it did not."""
    for row in entries(crm, entity):
        if row["STATUS_ID"] == status:
            return row["SEMANTICS"] or PROGRESS
    return PROGRESS


def stages_of(category: str) -> str:
    """The dictionary of a pipeline's stages."""
    return f"DEAL_STAGE_{category}" if category not in ("", "0") else "DEAL_STAGE"


def ensure_source(crm: Crm, status: str, name: str) -> str:
    """The source with that code, made when it is missing. There is one for a channel on a line."""
    status = status[:_MAX_STATUS_ID]
    if not knows(crm, "SOURCE", status):
        number = _FIRST_ID + 2 * len(crm.statuses)
        sort = 10 * (len(entries(crm, "SOURCE")) + 1)
        crm.statuses.append(_row(number, "SOURCE", sort, [status, name]))
    return status


def categories(crm: Crm) -> Iterable[str]:
    """The pipelines of deals."""
    yield "0"
    prefix = "DEAL_STAGE_"
    yield from dict.fromkeys(
        row["CATEGORY_ID"] for row in crm.statuses if row["ENTITY_ID"].startswith(prefix)
    )
