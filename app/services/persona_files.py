"""People as CSV or JSON, to and from. Knows no library.

A table for a spreadsheet holds no formulas; what keeps them out is taken away when it comes back.
"""

import asyncio
import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from app.domain.connector import FieldProblem
from app.domain.persona import Persona, check_persona
from app.domain.spreadsheet import cell, text_of
from app.services.failures import ServiceError

COLUMNS = tuple(each.name for each in fields(Persona) if each.name != "free_name")
_LARGEST = 10_000
_LARGEST_FILE = 16 * 1024 * 1024
_DELIMITERS = ",;\t"


class NotPersonas(ServiceError):
    """This is no table of people: NO_TABLE, NO_ID_COLUMN, PERSONAS_TOO_MANY."""


@dataclass(frozen=True, slots=True)
class Read:
    """People that can be taken over, and rows that cannot, each with what is wrong with it."""

    personas: tuple[Persona, ...]
    wrong: tuple[tuple[int, FieldProblem], ...] = ()


def to_csv(personas: Sequence[Persona]) -> str:
    """One row for each, for any spreadsheet."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for each in personas:
        writer.writerow([cell(str(getattr(each, column))) for column in COLUMNS])
    return table.getvalue()


def to_json(personas: Sequence[Persona]) -> str:
    """A list of objects; empty fields are left out."""
    rows = [{key: value for key, value in asdict(each).items() if value} for each in personas]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def read(text: str) -> Read:
    """People out of either form. Names that break the vendor's rule are taken over as they are.

    Raises:
        NotPersonas: this is neither.
    """
    text = text.removeprefix("\ufeff").strip()
    rows = _json_rows(text) if text.startswith(("[", "{")) else _csv_rows(text)
    if len(rows) > _LARGEST:
        raise NotPersonas("PERSONAS_TOO_MANY")
    good: dict[str, Persona] = {}
    wrong = []
    for number, row in enumerate(rows, start=1):
        persona = _persona(row)
        problems = check_persona(persona, good)
        if problems:
            wrong.append((number, problems[0]))
        else:
            good[persona.id] = persona
    return Read(tuple(good.values()), tuple(wrong))


async def load(path: Path) -> Read:
    """Read a file.

    Raises:
        NotPersonas: it holds no people.
        OSError: it cannot be read.
    """
    return await asyncio.to_thread(_load, path)


async def save(path: Path, personas: Sequence[Persona]) -> None:
    """Write a file, as JSON if its name says so and as a table otherwise. Raises OSError."""
    is_json = path.suffix.lower() == ".json"
    # Spreadsheets take a table for UTF-8 only with the mark at its beginning.
    data = to_json(personas).encode() if is_json else to_csv(personas).encode("utf-8-sig")
    await asyncio.to_thread(path.write_bytes, data)


def _load(path: Path) -> Read:
    data = _bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1251", "replace")  # what an old spreadsheet saves in Russia
    return read(text)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(_LARGEST_FILE + 1)
    if len(data) > _LARGEST_FILE:
        raise NotPersonas("PERSONAS_TOO_MANY")
    return data


def _persona(row: Mapping[str, Any]) -> Persona:
    given = {column: _text(row.get(column)) for column in COLUMNS}
    strict = msgspec.convert(given, Persona)
    return strict if not check_persona(strict) else replace(strict, free_name=True)


def _json_rows(text: str) -> list[Mapping[str, Any]]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise NotPersonas("NO_TABLE") from None
    rows = value.get("personas") if isinstance(value, dict) else value
    if not isinstance(rows, list) or not all(isinstance(each, dict) for each in rows):
        raise NotPersonas("NO_TABLE")
    return rows


def _csv_rows(text: str) -> list[Mapping[str, Any]]:
    head = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=head.count)
    table = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    try:
        rows = list(islice(table, _LARGEST + 1))
    except csv.Error:
        raise NotPersonas("NO_TABLE") from None
    if not rows:
        raise NotPersonas("NO_TABLE")
    named = [{_column(key): value for key, value in row.items() if key} for row in rows]
    if "id" not in named[0]:
        raise NotPersonas("NO_ID_COLUMN")
    return [{key: text_of(value or "") for key, value in row.items()} for row in named]


def _column(name: str) -> str:
    return name.strip().strip("'").lower().replace(" ", "_")


def _text(value: object) -> str:
    if not isinstance(value, str | int):
        return ""
    return str(value).encode("utf-8", "replace").decode().strip()  # JSON can hold half signs
