"""What was found, as rows: dialogs first, then messages, more of them when somebody scrolls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from app.domain.dialog import Dialog, DialogId
from app.domain.links import neutral
from app.domain.query import Term
from app.services.search_queries import Hit
from app.ui.dialogs.list_words import ListWords
from app.ui.dialogs.transcript_model import NOWHERE
from app.ui.dialogs.words import local, short_date
from app.ui.model_rows import ROW, Index
from app.ui.search.excerpts import NOTHING, Excerpt, Excerpts, marked, places_in


@dataclass(frozen=True, slots=True)
class Result:
    """A row. `position` is NOWHERE for a dialog itself; `before` and `after` may be empty."""

    dialog: DialogId
    position: int
    title: Excerpt
    place: Excerpt
    at: str
    line: Excerpt
    before: Excerpt = NOTHING
    after: Excerpt = NOTHING

    @property
    def sentence(self) -> str:
        """For a screen reader."""
        lines = self.before, self.line, self.after, self.place
        parts = self.title.text, self.at, *(each.text for each in lines)
        return ", ".join(part for part in parts if part)


class Results(QAbstractListModel):
    """`more_wanted` when the rows end in view and there are others."""

    more_wanted = Signal()

    def __init__(self, words: ListWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._excerpts = words, Excerpts(self)
        self._rows: list[Result] = []
        self._more = False

    def show_nothing(self) -> None:
        """Other words are asked for."""
        self.beginResetModel()
        self._rows, self._more = [], False
        self.endResetModel()

    def show_dialogs(self, dialogs: Sequence[Dialog], terms: tuple[Term, ...]) -> None:
        """Before everything else."""
        if dialogs:
            self.beginInsertRows(QModelIndex(), 0, len(dialogs) - 1)
            self._rows[0:0] = [self._head(each, terms) for each in dialogs]
            self.endInsertRows()

    def add(
        self, hits: Sequence[tuple[Hit, Dialog]], terms: tuple[Term, ...], *, more: bool
    ) -> None:
        """The next page of messages."""
        self._more = more
        if hits:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
            self._rows += [self._hit(hit, dialog, terms) for hit, dialog in hits]
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many there are so far."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its text, or a sentence."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.line.text
        return row.sentence if role == Qt.ItemDataRole.AccessibleTextRole else None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are others."""
        return self._more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        """Asked by the view when the last row comes into sight."""
        self._more = False
        self.more_wanted.emit()

    def _head(self, dialog: Dialog, terms: tuple[Term, ...]) -> Result:
        words = self._words
        parts = words.line(dialog.line), neutral(dialog.user), self._other(dialog, terms)
        return Result(
            dialog.id,
            NOWHERE,
            marked(words.name(dialog), terms),
            marked(" · ".join(part for part in parts if part), terms),
            "" if dialog.last_at is None else self._at(dialog.last_at),
            marked(words.last(dialog), terms),
        )

    def _other(self, dialog: Dialog, terms: tuple[Term, ...]) -> str:
        """What else was found of a dialog, when neither its name nor its id is it."""
        others = dialog.operator, dialog.chat, dialog.connector, dialog.portal_chat, dialog.session
        texts = (neutral(str(each)) for each in others if each)
        return next((text for text in texts if places_in(text, terms)), "")

    def _hit(self, hit: Hit, dialog: Dialog, terms: tuple[Term, ...]) -> Result:
        message = hit.message
        return Result(
            message.dialog,
            message.position,
            Excerpt(self._words.name(dialog)),
            NOTHING,
            self._at(message.at),
            self._excerpts.of(message, terms),
            Excerpt(self._excerpts.around(hit.before)),
            Excerpt(self._excerpts.around(hit.after)),
        )

    def _at(self, moment: datetime) -> str:
        return f"{short_date(local(moment).date())} {self._words.time(moment)}"
