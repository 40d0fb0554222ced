"""The log of acts as rows of a table, the newest first. Knows no service."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject

from app.domain.links import neutral
from app.domain.problem import Problem
from app.services.act_file import EntryWords
from app.services.act_rows import BEGUN, NOT_ASKED, UNKNOWN
from app.ui.act_words import ActWords
from app.ui.errors import explain_problem
from app.ui.portal.times import moment_of
from app.ui.supervise.log_words import LogWords
from app.ui.table_model import TableModel

if TYPE_CHECKING:
    from app.services.act_rows import LogEntry


class Column(IntEnum):
    """The columns, from left to right."""

    TIME = 0
    WHO = 1
    ACT = 2
    DIALOG = 3
    DETAIL = 4
    RESULT = 5
    UNDO = 6


class LogModel(TableModel["LogEntry"]):
    """Keeps its own rows."""

    columns = Column

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._names = ActWords(self), LogWords(self)
        self._rows: list[LogEntry] = []

    @property
    def oldest(self) -> int:
        """The number of the last row, 0 without rows."""
        return self._rows[-1].id if self._rows else 0

    def show(self, rows: "Iterable[LogEntry]") -> None:
        """These instead of those before."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add_newer(self, rows: "Iterable[LogEntry]") -> None:
        """The newest rows as they are now: also one that came to its end after newer ones, and so
        was not among those that were asked for.
        """
        found = {row.id: row for row in rows}
        for place, known in enumerate(self._rows):
            row = found.get(known.id, known)
            if row != known:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))
        for row in found.values():
            self._insert(row)

    def _insert(self, row: "LogEntry") -> None:
        place = bisect_left(self._rows, -row.id, key=lambda each: -each.id)
        if place == len(self._rows) or self._rows[place].id != row.id:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()

    def add_older(self, rows: "Iterable[LogEntry]") -> None:
        """What was done before."""
        older = list(rows)
        if older:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(older) - 1)
            self._rows += older
            self.endInsertRows()

    def act(self, row: "LogEntry") -> str:
        """What was done, in words."""
        return self._words.noun(row.act) or self._names.name(row.method)

    def words(self, row: "LogEntry") -> EntryWords:
        """What a file says of an entry."""
        return EntryWords(self.who(row), self.act(row), row.detail, self.undo(row))

    def who(self, row: "LogEntry") -> str:
        """Whoever did it, or the program by itself."""
        return neutral(row.user_name) if row.user else self.tr("The program")

    def undo(self, row: "LogEntry") -> str:
        """How it can be undone."""
        return self._words.undo(row.act, neutral(row.before), row.result)

    def brief(self, row: "LogEntry") -> str:
        """The same in a few words."""
        told = {NOT_ASKED: self.tr("given up"), UNKNOWN: self.tr("not known")}
        return told.get(row.result) or self.result(row)

    def result(self, row: "LogEntry") -> str:
        """Whether it was done, with the portal's code where not."""
        if not row.result:
            return self.tr("done")
        told = {
            BEGUN: self.tr("under way"),
            NOT_ASKED: self.tr("given up before the portal was asked"),
            UNKNOWN: self.tr("not known: it may have been done"),
        }
        return told.get(row.result) or self.tr("refused: {code}").format(code=row.result)

    def sentence(self, row: "LogEntry") -> str:
        """Everything about an entry, a line for each part."""
        is_code = row.result not in ("", BEGUN, NOT_ASKED, UNKNOWN)
        why = explain_problem(Problem(row.result)).title if is_code else ""
        parts = (
            f"{self.text(row, Column.TIME)}, {self.who(row)}, {neutral(row.profile)}",
            f"{self.act(row)} · {row.method}",
            neutral(row.name),
            neutral(row.detail),
            " · ".join(part for part in (self.result(row), why) if part),
            self.undo(row),
        )
        lines = [part for part in parts if part]
        return "<p>{}</p>".format("<br>".join(map(_plain, lines)))

    def titles(self) -> tuple[str, ...]:
        """See the base."""
        return (
            self.tr("Time"),
            self.tr("Who"),
            self.tr("Act"),
            self.tr("Dialog"),
            self.tr("Details"),
            self.tr("Result"),
            self.tr("To undo it"),
        )

    def text(self, row: "LogEntry", column: int) -> str:
        """See the base."""
        return {
            Column.TIME: lambda: moment_of(row.at, datetime.now(UTC)),
            Column.WHO: lambda: self.who(row),
            Column.ACT: lambda: self.act(row),
            Column.DIALOG: lambda: neutral(row.name),
            Column.DETAIL: lambda: neutral(row.detail),
            Column.RESULT: lambda: self.brief(row),
            Column.UNDO: lambda: self.undo(row),
        }[Column(column)]()

    def tip(self, row: "LogEntry", _column: int) -> str:
        """See the base."""
        return self.sentence(row)


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
