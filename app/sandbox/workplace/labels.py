"""How well each method and event is known: the table of labels with a filter."""

from typing import Any

from app.sandbox import fidelity
from app.sandbox.workplace import bbcode
from app.sandbox.workplace.visits import Page, Slice, Visit

PAGE_SIZE = 100
BASES = ("documented", "server source", "guess")
KINDS = ("method", "event")


def build(visit: Visit) -> dict[str, Any]:
    """The rows that the filter lets through, and how many there are of each label."""
    rows = fidelity.table()
    wanted = visit.text("q").strip().lower()
    found = [
        row
        for row in rows
        if visit.text("basis") in ("", row.basis)
        and visit.text("kind") in ("", row.kind)
        and wanted in f"{row.name} {row.page} {row.note}".lower()
    ]
    return {
        "slice": Slice.of(found, visit.number("page"), PAGE_SIZE),
        "counts": {basis: sum(row.basis == basis for row in rows) for basis in BASES},
        "bases": BASES,
        "kinds": KINDS,
        "total": len(rows),
        "coded": bbcode.to_coded,
    }


PAGE = Page("labels", "labels.html", build)
