"""Writes one row for each session as CSV or XLSX. No cell is a formula, whatever a customer is
called. Knows neither journal nor portal.

CSV: UTF-8 with a mark at its beginning, every cell in quotes, times in ISO 8601. XLSX: texts are
written as texts, times as times on the clock of the table's zone. What was observed stands on a
sheet of its own, or for CSV in a second file "NAME.observed.csv". Both are blocking work for a
thread; a file appears under its name once it is whole. Until then the parts of a workbook lie in
the portal's own folder: what a killed run leaves there goes with the next one, or with the portal.
"""

import csv
import io
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from app.domain.spreadsheet import cell
from app.domain.statistics.facts import SessionFact
from app.domain.statistics.table import COLUMNS, OBSERVED, Sheet, Value
from app.services.files import private_folder, replacing

CSV, XLSX = "csv", "xlsx"
_SCRATCH = "workbook"
#: After so many rows the thread asks whether it shall go on, and rests for a moment.
STEP, REST = 100, 0.0003
#: Rows below the titles of one sheet, and signs in one cell: more than that the format cannot hold.
_MOST_ROWS, _MOST_SIGNS = 1_048_575, 32_767
_WIDTH = 18


def write_sessions(
    path: Path,
    facts: Iterable[SessionFact],
    sheet: Sheet,
    form: str,
    go_on: Callable[[], None] = lambda: None,
    *,
    scratch: Path,
) -> int:
    """Write a row for each fact and answer how many there are. `go_on` is asked every now and then:
    what it raises gives up and leaves nothing behind. `scratch` is the folder for unfinished parts.

    Raises:
        ValueError: `form` is neither "csv" nor "xlsx".
        OSError: the file cannot be written; what was there before is untouched.
    """
    if form not in {CSV, XLSX}:
        raise ValueError(form)
    rows, observed = _paced(map(sheet.row, facts), go_on), sheet.observed()
    with replacing(path, private=False) as file:
        if form == XLSX:
            return _write_xlsx(file, rows, observed, scratch)
        count = _write_csv(file, COLUMNS, rows)
        if observed:
            with replacing(observed_path(path), private=False) as beside:
                _write_csv(beside, OBSERVED, iter(observed))
        return count


def observed_path(path: Path) -> Path:
    """Where it stands what was observed, beside a CSV."""
    return path.with_name(f"{path.stem}.observed{path.suffix}")


def clear_scratch(folder: Path) -> None:
    """Take away what a killed run has left there."""
    shutil.rmtree(folder / _SCRATCH, ignore_errors=True)


def _paced(
    rows: Iterable[tuple[Value, ...]], go_on: Callable[[], None]
) -> Iterator[tuple[Value, ...]]:
    for place, row in enumerate(rows):
        if place % STEP == 0:
            go_on()
            time.sleep(REST)
        yield row


def _write_csv(file: BinaryIO, titles: Sequence[str], rows: Iterator[tuple[Value, ...]]) -> int:
    """A few rows at a time."""
    text, count = io.StringIO("\ufeff"), 0
    text.seek(0, io.SEEK_END)
    out = csv.writer(text, quoting=csv.QUOTE_ALL)
    out.writerow(map(cell, titles))
    while True:
        some = [[cell(_text(value)) for value in row] for row in islice(rows, STEP)]
        out.writerows(some)
        file.write(text.getvalue().encode("utf-8", "replace"))
        text.seek(0)
        text.truncate()
        count += len(some)
        if not some:
            return count


def _text(value: Value) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return "" if value is None else str(value)


def _write_xlsx(
    file: BinaryIO,
    rows: Iterator[tuple[Value, ...]],
    observed: Sequence[tuple[Value, ...]],
    scratch: Path,
) -> int:
    from xlsxwriter import Workbook  # late: only an export needs it

    with _parts(scratch) as folder:
        book: Any = Workbook(file, {"constant_memory": True, "tmpdir": str(folder)})
        try:
            count = _fill_book(book, rows, observed)
            book.close()
        finally:
            for page in book.worksheets():
                page.row_data_fh.close()  # the library closes them only when all went well
    return count


@contextmanager
def _parts(scratch: Path) -> Iterator[Path]:
    clear_scratch(scratch)
    private_folder(scratch / _SCRATCH)
    try:
        yield scratch / _SCRATCH
    finally:
        clear_scratch(scratch)


def _fill_book(
    book: Any, rows: Iterator[tuple[Value, ...]], observed: Sequence[tuple[Value, ...]]
) -> int:
    """Row by row: a book in which every cell is an object would stop the window."""
    bold = book.add_format({"bold": True})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    count, more = 0, True
    while more:
        page = _page(book.add_worksheet(), COLUMNS, bold)
        written = _fill(page, islice(rows, _MOST_ROWS), moment)
        count += written
        more = written == _MOST_ROWS
    if observed:
        _fill(_page(book.add_worksheet("observed"), OBSERVED, bold), observed[:_MOST_ROWS], moment)
    return count


def _page(page: Any, titles: Sequence[str], bold: Any) -> Any:
    page.freeze_panes(1, 0)
    page.set_column(0, len(titles) - 1, _WIDTH)
    for column, title in enumerate(titles):
        page.write_string(0, column, title, bold)
    return page


def _fill(page: Any, rows: Iterable[tuple[Value, ...]], moment: Any) -> int:
    count = 0
    for place, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, datetime):
                page.write_datetime(place, column, value.replace(tzinfo=None), moment)
            elif isinstance(value, str):
                page.write_string(place, column, _sound(value)[:_MOST_SIGNS])
            elif value is not None:
                page.write_number(place, column, value)
        count = place
    return count


def _sound(text: str) -> str:
    """Without halves of signs, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
