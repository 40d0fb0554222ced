"""A transcript as CSV, for spreadsheets: a row for each message, no cell of it a formula.

UTF-8 with a mark at its beginning, separated by commas, every cell in quotes. Columns: dialog,
connector, line, chat, customer, time (ISO 8601), time_zone, author, name, text, delivery, edited
(the time and text before each edit), deleted (the time), files (name and address of each), message
(the portal's number), external_ids, problem. A row without a time says what is missing in a dialog.
"""

import csv
import io
from datetime import datetime

from app.domain.dialog import Author, Message
from app.domain.markup import plain
from app.domain.spreadsheet import cell
from app.domain.transcript_export import HALF, About, Talk

COLUMNS = (
    *("dialog", "connector", "line", "chat", "customer", "time", "time_zone", "author", "name"),
    *("text", "delivery", "edited", "deleted", "files", "message", "external_ids", "problem"),
)


class CsvForm:
    """Every row says of which dialog it is, so that rows can be sorted."""

    def __init__(self) -> None:
        self._zone, self._dialog = "", ("", "", "", "", "")

    def begin(self, about: About) -> str:
        """The names of the columns."""
        self._zone = about.zone_name
        return "\ufeff" + _row(COLUMNS)

    def open(self, talk: Talk) -> str:
        """A row where something is missing: what is said of a dialog stands in its rows."""
        it = talk.dialog
        self._dialog = (str(it.id), it.connector, str(it.line), it.chat, it.name)
        said = ("", self._zone, Author.SYSTEM.value, "", HALF)
        return _row((*self._dialog, *said, *[""] * 7)) if talk.half else ""

    def message(self, message: Message) -> str:
        """One row."""
        edits = [f"{_moment(edit.at)}: {plain(edit.text)}" for edit in message.edits]
        files = [f"{file.name} {file.url}".strip() for file in message.attachments]
        problem = message.problem
        return _row(
            (
                *(*self._dialog, _moment(message.at), self._zone),
                *(message.author.value, message.author_name, plain(message.text)),
                *(message.delivery.value, "\n".join(edits)),
                _moment(message.deleted_at) if message.deleted_at else "",
                *("\n".join(files), str(message.im or ""), "\n".join(message.external_ids)),
                f"{problem.code} {problem.text}".strip() if problem else "",
            )
        )

    def close(self) -> str:
        """Nothing."""
        return ""

    def end(self) -> str:
        """Nothing."""
        return ""


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _row(values: tuple[str, ...]) -> str:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerow([cell(value) for value in values])
    return text.getvalue()
