"""What is imitated, after which page of the vendor, and how well it is known.

The table is read off the registered methods and events themselves.
"""

from dataclasses import dataclass

import app.sandbox.methods  # noqa: F401 - fills the registry
from app.sandbox import registry
from app.sandbox.delivery.events import EVENTS
from app.sandbox.messenger import userlog
from app.sandbox.model import Basis

_POLLED_PAGE = "im.v2/events/events.md"
_POLLED = "Not delivered but polled, with im.v2.Event.get."


@dataclass(frozen=True, slots=True)
class Row:
    """One method or event; `note` says what is different from the real portal."""

    name: str
    kind: str
    basis: Basis
    page: str
    note: str


def table() -> list[Row]:
    """Methods, then events, by name."""
    methods = [Row(m.spelling, "method", m.basis, m.page, m.note) for m in registry.every()]
    events = [Row(name, "event", e.basis, e.page, e.note) for name, e in EVENTS.items()]
    polled = [Row(name, "event", "documented", _POLLED_PAGE, _POLLED) for name in userlog.EVENTS]
    return methods + sorted(events + polled, key=lambda row: row.name)


def as_text() -> str:
    """The table for a terminal."""
    rows = table()
    widths = [max(len(getattr(row, name)) for row in rows) for name in ("name", "basis", "page")]
    lines = [
        f"{row.name:{widths[0]}}  {row.basis:{widths[1]}}  {row.page:{widths[2]}}  {row.note}"
        for row in rows
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"
