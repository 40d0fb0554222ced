"""What the CRM stores: records with their multifields, and where a phone or mail is found again.

Plain data and its bookkeeping; which fields there are and who may see them is decided elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

KINDS = ("LEAD", "DEAL", "CONTACT", "COMPANY")
#: The letters and numbers that all records together may take; more is "Disk resource exhausted".
MAX_SIZE = 40_000_000
_RECORD_SIZE = 500
_FIRST_IDS = {"LEAD": 611, "DEAL": 302, "CONTACT": 205, "COMPANY": 77, "MULTIFIELD": 1201}
_NO_DIGITS = re.compile(r"[^0-9]+")

Value = str | list[str] | None
Address = tuple[str, int]


@dataclass(slots=True)
class Multifield:
    """One phone, mail, site, messenger or link of a record."""

    id: int
    type: str
    value_type: str
    value: str


@dataclass(slots=True)
class Record:
    """A lead, deal, contact or company. `fields` are texts, by the vendor's names.

    session: the open line's session that made it, 0 for one that was made otherwise.
    """

    kind: str
    id: int
    fields: dict[str, Value] = field(default_factory=dict)
    multifields: list[Multifield] = field(default_factory=list)
    session: int = 0

    def text(self, name: str) -> str:
        """A field as a text; empty when it is not filled."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int:
        """A reference to another record or a user; 0 when it is not filled."""
        text = self.text(name)
        return int(text) if text.isdecimal() else 0

    def has(self, kind: str) -> bool:
        """Whether it has a multifield of that type."""
        return any(row.type == kind for row in self.multifields)

    @property
    def in_line(self) -> bool:
        """Whether an open line is among its messengers."""
        return any(row.type == "IM" and row.value.startswith("imol|") for row in self.multifields)

    @property
    def size(self) -> int:
        """About how much room it takes."""
        return (
            _RECORD_SIZE
            + sum(len(name) + _length(value) for name, value in self.fields.items())
            + sum(100 + len(row.value) for row in self.multifields)
        )


def _length(value: Value) -> int:
    return sum(map(len, value)) if isinstance(value, list) else len(value or "")


@dataclass(slots=True)
class Crm:
    """All records of a portal, its dictionaries, and an index of phones, mails and messengers.

    statuses: the dictionaries, by their names and the codes of their entries.
    """

    statuses: dict[str, dict[str, dict[str, Any]]]
    records: dict[str, dict[int, Record]] = field(default_factory=lambda: {k: {} for k in KINDS})
    size: int = 0
    _index: dict[str, dict[Address, None]] = field(default_factory=dict)
    _next_ids: dict[str, int] = field(default_factory=lambda: dict(_FIRST_IDS))

    def next_id(self, kind: str) -> int:
        """A fresh id of a record or multifield."""
        found = self._next_ids[kind]
        self._next_ids[kind] = found + 1
        return found

    def get(self, kind: str, number: int) -> Record | None:
        """A record."""
        return self.records[kind].get(number)

    def put(self, record: Record) -> None:
        """Add a new record."""
        self.records[record.kind][record.id] = record
        self._count(record, 1)

    def remove(self, record: Record) -> None:
        """Forget a record."""
        self._count(record, -1)
        del self.records[record.kind][record.id]

    def change(
        self, record: Record, fields: dict[str, Value], multifields: list[Multifield]
    ) -> None:
        """Give a record new fields beside its others, and all of its multifields."""
        self._count(record, -1)
        record.fields.update(fields)
        record.multifields = multifields
        self._count(record, 1)

    def find(self, kind: str, value: str) -> Iterator[Record]:
        """Records with that phone, mail or messenger; of each type the oldest first."""
        for address in sorted(self._index.get(_key(kind, value), ())):
            yield self.records[address[0]][address[1]]

    def deals_of(self, client: Record) -> Iterator[Record]:
        """Deals with a contact or company, the oldest first."""
        return self.find(client.kind, str(client.id))

    def _count(self, record: Record, sign: int) -> None:
        self.size += sign * record.size
        address = (record.kind, record.id)
        for key in _keys(record):
            found = self._index.setdefault(key, {})
            if sign > 0:
                found[address] = None
            else:
                del found[address]
            if not found:
                del self._index[key]


def normal(kind: str, value: str) -> str:
    """How two spellings of a value are compared: a phone by its digits, a mail without case."""
    digits = _NO_DIGITS.sub("", value) if kind == "PHONE" else ""
    return digits or (value.strip().lower() if kind in ("PHONE", "EMAIL") else value)


def _keys(record: Record) -> list[str]:
    """What a record is found by: its multifields, and a deal by its clients."""
    keys = [_key(row.type, row.value) for row in record.multifields]
    if record.kind == "DEAL":
        clients = ((kind, record.text(f"{kind}_ID")) for kind in ("CONTACT", "COMPANY"))
        keys += [_key(kind, client) for kind, client in clients if client]
    return list(dict.fromkeys(keys))


def _key(kind: str, value: str) -> str:
    return f"{kind} {normal(kind, value)}"
