"""Calls as rows of a table. Adapts `Traffic` to Qt; keeps its own rows, newest first."""

import re
from enum import IntEnum
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QObject, QSortFilterProxyModel, Signal

from app.domain.calls import CallKind, CallRecord
from app.ui.model_rows import ROW, Index
from app.ui.table_model import TableModel

if TYPE_CHECKING:
    from app.services.traffic import Traffic

#: Rows kept here; the same number that the service keeps.
MOST_ROWS = 2000

#: Last words of methods that only read.
_READS = frozenset(
    ("get", "list", "status", "current", "info", "time", "profile", "scope", "methods", "events")
)
_COMMAND = re.compile(r'"([a-z][\w.]*)(?:\?[^"]*)?"')


class Column(IntEnum):
    """The columns, from left to right."""

    TIME = 0
    METHOD = 1
    STATUS = 2
    MILLISECONDS = 3
    BUCKET = 4
    OPERATING = 5
    ERROR = 6


#: Columns of numbers.
NUMBERS = frozenset({Column.MILLISECONDS, Column.BUCKET, Column.OPERATING})


def is_write(record: CallRecord) -> bool:
    """Whether the call changes something at the portal. A batch does if a command of it does."""
    if record.kind is not CallKind.REST:
        return False
    if record.method == "batch":
        commands = [each for each in _COMMAND.findall(record.request) if "." in each]
        return any(_writes(each) for each in commands)
    return _writes(record.method)


def _writes(method: str) -> bool:
    return method.rpartition(".")[2] not in _READS


class CallModel(TableModel[CallRecord]):
    """The newest calls. While paused, new ones wait, and `waiting_changed` tells of them."""

    waiting_changed = Signal()
    columns, numbers = Column, NUMBERS

    def __init__(self, traffic: "Traffic", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CallRecord] = list(reversed(traffic.records))[:MOST_ROWS]
        self._waiting: list[CallRecord] = []
        self._paused = False
        stop = traffic.recorded.connect(self._on_recorded)
        self.destroyed.connect(stop)

    @property
    def waiting(self) -> int:
        """Calls that came while the table was paused."""
        return len(self._waiting)

    @property
    def errors(self) -> int:
        """Rows that are shown in red."""
        return sum(row.failed for row in self._rows)

    def records(self) -> tuple[CallRecord, ...]:
        """All rows, newest first."""
        return tuple(self._rows)

    def pause(self, on: bool) -> None:
        """Hold new rows back, or let all that waited in."""
        self._paused = on
        if not on:
            waited, self._waiting = self._waiting, []
            for record in waited:
                self._insert(record)
        self.waiting_changed.emit()

    def titles(self) -> tuple[str, ...]:
        """See the base."""
        return (
            self.tr("Time"),
            self.tr("Method"),
            self.tr("Status"),
            self.tr("ms"),
            self.tr("Bucket"),
            self.tr("Operating, s"),
            self.tr("Error"),
        )

    def text(self, record: CallRecord, column: int) -> str:
        """See the base."""
        none = "–"
        rest = record.kind is CallKind.REST
        operating = (
            none if record.operating is None else QLocale().toString(record.operating, "f", 2)
        )
        return {
            Column.TIME: f"{record.at.astimezone():%H:%M:%S.%f}"[:-3],
            Column.METHOD: record.method,
            Column.STATUS: str(record.status) if record.status else none,
            Column.MILLISECONDS: QLocale().toString(record.milliseconds),
            Column.BUCKET: f"{record.bucket:.0f}" if rest else none,
            Column.OPERATING: operating,
            Column.ERROR: self._error(record),
        }[Column(column)]

    def tip(self, record: CallRecord, column: int) -> str | None:
        """What the portal said, whole."""
        if column != Column.ERROR or not record.error_text:
            return None
        return f"<p>{escape(record.error_text)}</p>"

    def _error(self, record: CallRecord) -> str:
        if record.refused:
            return self.tr("{refused} of {items} refused").format(
                refused=record.refused, items=max(record.items, record.refused)
            )
        if record.blocked:
            return self.tr("Not sent: the portal is read-only here")
        if record.error and not record.status:
            return self.tr("No answer: {code}").format(code=record.error)
        return record.error

    def _on_recorded(self, record: CallRecord) -> None:
        if self._paused:
            self._waiting = [*self._waiting, record][-MOST_ROWS:]
            self.waiting_changed.emit()
        else:
            self._insert(record)

    def _insert(self, record: CallRecord) -> None:
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._rows.insert(0, record)
        self.endInsertRows()
        if len(self._rows) > MOST_ROWS:
            self.beginRemoveRows(QModelIndex(), MOST_ROWS, len(self._rows) - 1)
            del self._rows[MOST_ROWS:]
            self.endRemoveRows()


class CallFilter(QSortFilterProxyModel):
    """The rows of one kind that hold the words: "all", "errors", "writes" or "sign-in". Polls can
    be left out, but for those that failed.
    """

    def __init__(self, model: CallModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind, self._words, self._polls = "all", "", True
        self.setSourceModel(model)

    def show_kind(self, kind: str) -> None:
        """Show rows of that kind only."""
        self._kind = kind
        self.invalidate()

    def show_polls(self, on: bool) -> None:
        """Show what the program asks over and over, or leave it out."""
        self._polls = on
        self.invalidate()

    def show_words(self, words: str) -> None:
        """Show rows only whose method, codes or bodies hold the words."""
        self._words = words.strip().casefold()
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Kind first: it costs nothing."""
        model = self.sourceModel()
        record = model.data(model.index(row, 0, parent), ROW)
        wanted = self._polls or not record.poll or record.failed
        return wanted and self._is_kind(record) and self._has_words(record)

    def _is_kind(self, record: CallRecord) -> bool:
        if self._kind == "errors":
            return record.failed
        if self._kind == "writes":
            return is_write(record)
        return self._kind != "sign-in" or record.kind is CallKind.OAUTH

    def _has_words(self, record: CallRecord) -> bool:
        if not self._words:
            return True
        parts = (record.method, record.error, record.error_text, str(record.status))
        bodies = (record.request, record.answer, record.url)
        return any(self._words in part.casefold() for part in (*parts, *bodies))
