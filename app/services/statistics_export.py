"""One row a session, as CSV or XLSX, for whoever reckons on. No cell can be a formula.

Durations are whole seconds and count every hour; times are in the zone of the period. Knows no
window.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, tzinfo
from pathlib import Path
from statistics import median
from typing import BinaryIO, TypeAlias

from app.domain.spreadsheet import cell
from app.domain.statistics.facts import SessionFact
from app.services.files import replacing

CSV, XLSX = "csv", "xlsx"
HEAD = (
    *("dialog", "session", "link", "connector", "line", "customer", "operator", "operator_id"),
    *("opened", "first_written", "first_answer", "closed"),
    *("first_answer_s", "next_answer_median_s", "resolution_s", "answers", "rating"),
)
Link: TypeAlias = Callable[[SessionFact], str]
_Cell: TypeAlias = str | int | datetime | None


def write(path: Path, facts: Iterable[SessionFact], link: Link, zone: tzinfo, form: str) -> int:
    """Write the file, whole or not at all; answers how many rows. `link` is the address of a
    session's dialog at the portal, "" for one without.

    Raises:
        OSError: the file cannot be written; what was there stays.
    """
    rows = [tuple(_row(fact, link(fact), zone)) for fact in facts]
    with replacing(path, private=False) as file:
        (_write_xlsx if form == XLSX else _write_csv)(file, rows)
    return len(rows)


def _row(fact: SessionFact, link: str, zone: tzinfo) -> Iterator[_Cell]:
    yield from (int(fact.dialog), fact.session or None, link, fact.connector, fact.line)
    yield from (fact.customer, fact.operator, fact.answered_by or None)
    for at in (fact.opened_at, fact.first_written_at, fact.first_answer_at, fact.closed_at):
        yield None if at is None else at.astimezone(zone)
    waits = [_seconds(reply.asked_at, reply.answered_at) for reply in fact.replies]
    yield waits[0] if waits else None
    yield round(median(waits[1:])) if waits[1:] else None
    yield None if fact.closed_at is None else _seconds(fact.opened_at, fact.closed_at)
    yield from (len(waits), fact.rating)


def _seconds(since: datetime, until: datetime) -> int:
    return max(round((until - since).total_seconds()), 0)


def _write_csv(file: BinaryIO, rows: Iterable[Iterable[_Cell]]) -> None:
    text = io.TextIOWrapper(file, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(HEAD)
    writer.writerows([_as_text(value) for value in row] for row in rows)
    text.detach()


def _as_text(value: _Cell) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat(timespec="seconds")
        case str():
            return cell(value)
    return str(value)


def _write_xlsx(file: BinaryIO, rows: Iterable[Iterable[_Cell]]) -> None:
    """Texts are written as texts: here nothing has to be put in front of them."""
    import xlsxwriter  # late: only who exports needs it

    options = {"in_memory": True, "constant_memory": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet()
        moments = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        for column, name in enumerate(HEAD):
            sheet.write_string(0, column, name)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, _sound(value))
                elif isinstance(value, datetime):
                    sheet.write_datetime(number, column, value.replace(tzinfo=None), moments)
                elif value is not None:
                    sheet.write_number(number, column, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, 0, len(HEAD) - 1)
        sheet.autofit()


def _sound(text: str) -> str:
    """Without halves of signs, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
