"""Lines as rows of a list. Adapts `Lines` to Qt; keeps its own rows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject

from app.domain.line import LineSettings
from app.domain.line_advice import Severity
from app.domain.line_hours import opening
from app.domain.links import neutral
from app.ui.labels import plain_tip
from app.ui.lines.words import LineWords
from app.ui.list_model import ListModel

if TYPE_CHECKING:
    from app.services.lines import Lines


@dataclass(frozen=True, slots=True)
class Row:
    """A line with what is known around it. `advice` counts what is more than good to know."""

    line: LineSettings
    connectors: int
    advice: int
    worst: Severity
    edited: bool
    known: bool  # whether a missing connector is really missing


class LineListModel(ListModel[Row]):
    """A search keeps lines whose name or number holds the words."""

    def __init__(
        self, lines: "Lines", is_edited: Callable[[int], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._lines, self._is_edited = lines, is_edited
        self._words = ""
        self._rows: list[Row] = self._made()

    def spoken(self, row: Row) -> str:
        """Everything about a line, each in a few words."""
        return ", ".join(self._told(row))

    def tip(self, row: Row) -> str:
        """The same, a line each."""
        return plain_tip("\n".join(self._told(row)))

    def advice(self, row: Row) -> str:
        """How much the adviser has to say."""
        return self.tr("%n warning(s)", "", row.advice)

    def find(self, line: int) -> QModelIndex:
        """Where a line stands; invalid when it is not shown."""
        place = next((n for n, row in enumerate(self._rows) if row.line.id == line), None)
        return self.place(place)

    def shown(self) -> tuple[int, ...]:
        """The lines that are shown, from top to bottom."""
        return tuple(row.line.id for row in self._rows)

    def show_words(self, words: str) -> None:
        """Keep only lines whose name or number holds the words."""
        self._words = words.strip().casefold()
        self.update()

    def update(self) -> None:
        """Read the service again."""
        rows = self._made()
        if tuple(row.line.id for row in rows) == self.shown():
            changed = [n for n, row in enumerate(rows) if row != self._rows[n]]
            self._rows = rows
            for place in changed:
                self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def mark(self, line: int) -> None:
        """Something was typed into a line, or is typed there no more."""
        index = self.find(line)
        edited = self._is_edited(line)
        if index.isValid() and self._rows[index.row()].edited != edited:
            self._rows[index.row()] = replace(self._rows[index.row()], edited=edited)
            self.dataChanged.emit(index, index)

    def _made(self) -> list[Row]:
        found = [each for each in self._lines.all() if self._matches(each)]
        return [self._row(each) for each in found]

    def _told(self, row: Row) -> list[str]:
        """Everything about a line, each in a few words."""
        words, line, now = LineWords(), row.line, datetime.now(UTC)
        parts = [neutral(line.name), str(line.id), words.state(line), words.operators(line)]
        parts += [words.distribution(line), words.connectors(row.connectors, known=row.known)]
        parts += [words.crm(line), words.short_hours(opening(line, now), now)]
        return [part for part in (*parts, self.advice(row) if row.advice else "") if part]

    def _matches(self, line: LineSettings) -> bool:
        return self._words in f"{line.name}\n{line.id}".casefold()

    def _row(self, line: LineSettings) -> Row:
        advice = [a for a in self._lines.advice(line.id) if a.severity is not Severity.NOTE]
        worst = advice[0].severity if advice else Severity.NOTE
        bound = len(self._lines.bound(line.id))
        known, edited = self._lines.knows_connectors, self._is_edited(line.id)
        return Row(line, bound, len(advice), worst, edited, known)
