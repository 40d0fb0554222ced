"""The log of acts as a file of a spreadsheet, in which nothing is a formula. Knows no journal."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.domain.spreadsheet import cell
from app.services.act_rows import LogEntry
from app.services.files import replacing

_NAMES = (
    *("time", "user", "user_name", "profile", "done", "method", "dialog", "customer", "detail"),
    *("operator_before", "result", "undo"),
)


@dataclass(frozen=True, slots=True)
class EntryWords:
    """What a person reads of an entry: who did it, what was done, what it asked for, and how it is
    undone.
    """

    who: str
    done: str
    detail: str
    undo: str


def line(row: LogEntry, words: EntryWords) -> tuple[str, ...]:
    """One line of the file."""
    dialog = "" if row.dialog is None else str(row.dialog)
    values = (
        *(row.at.isoformat(timespec="seconds"), str(row.user), words.who, row.profile),
        *(words.done, row.method, dialog, row.name, words.detail, row.before),
        *(row.result or "OK", words.undo),
    )
    return tuple(map(cell, values))


def write(path: Path, lines: Iterable[Iterable[str]]) -> None:
    """Write all lines, or leave what was there before.

    Raises:
        OSError: the file cannot be written.
    """
    with replacing(path, private=False) as raw:
        file = io.TextIOWrapper(raw, "utf-8-sig", "replace", newline="")
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(_NAMES)
        writer.writerows(lines)
        file.detach()
