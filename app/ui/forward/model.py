"""Events on their way to the handler as rows of a table, the newest first. Knows no service."""

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QLocale, QModelIndex, QObject

from app.domain.forwarding import Forward, ForwardState
from app.ui.forward.words import ForwardWords
from app.ui.portal.times import clock
from app.ui.table_model import TableModel


class Column(IntEnum):
    """The columns, from left to right."""

    TIME = 0
    EVENT = 1
    MESSAGE = 2
    ANSWER = 3
    MILLISECONDS = 4
    TRIES = 5


#: More are not kept here; the journal has them all.
MOST_ROWS = 2000
#: Columns of numbers.
NUMBERS = frozenset({Column.MILLISECONDS, Column.TRIES})


def tone_of(forward: Forward) -> str:
    """The colour of an answer."""
    if forward.ok:
        return "success"
    if forward.state in (ForwardState.WAITING, ForwardState.SKIPPED):
        return "warning" if forward.problem else "text2"
    return "danger"


class ForwardModel(TableModel[Forward]):
    """Keeps its own rows, known by their numbers."""

    columns, numbers = Column, NUMBERS

    def __init__(self, words: ForwardWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: list[Forward] = []

    def rows(self) -> tuple[Forward, ...]:
        """All rows, the newest first."""
        return tuple(self._rows)

    def clear(self) -> None:
        """Another handler, other rows."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()

    def put(self, rows: Iterable[Forward]) -> None:
        """Add what is new, replace what is known."""
        for row in sorted(rows, key=lambda each: each.id):
            self._put(row)

    def row_of(self, number: int) -> int:
        """Where an event stands, -1 if it does not."""
        return next((at for at, row in enumerate(self._rows) if row.id == number), -1)

    def _put(self, row: Forward) -> None:
        known = self.row_of(row.id)
        if known >= 0:
            if self._rows[known] != row:
                self._rows[known] = row
                self.dataChanged.emit(self.index(known, 0), self.index(known, len(Column) - 1))
            return
        at = next((at for at, each in enumerate(self._rows) if each.id < row.id), len(self._rows))
        if at == MOST_ROWS:
            return
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.insert(at, row)
        self.endInsertRows()
        if len(self._rows) > MOST_ROWS:
            self.beginRemoveRows(QModelIndex(), MOST_ROWS, MOST_ROWS)
            self._rows.pop()
            self.endRemoveRows()

    def titles(self) -> tuple[str, ...]:
        """See the base."""
        return (
            self.tr("Time"),
            self.tr("Event"),
            self.tr("Message"),
            self.tr("Answer"),
            self.tr("ms"),
            self.tr("Tries"),
        )

    def text(self, row: Forward, column: int) -> str:
        """See the base."""
        return {
            Column.TIME: clock(row.at) if row.at is not None else "",
            Column.EVENT: f"#{row.event} {row.name}",
            Column.MESSAGE: self._words.about(row),
            Column.ANSWER: self._words.outcome(row),
            Column.MILLISECONDS: ""
            if row.milliseconds is None
            else QLocale().toString(row.milliseconds),
            Column.TRIES: str(row.tries or ""),
        }[Column(column)]
