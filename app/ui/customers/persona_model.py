"""The library as rows of a list. Adapts `Personas` to Qt; keeps its own rows."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject

from app.domain.links import neutral
from app.domain.persona import Persona, matches
from app.ui.labels import plain_tip
from app.ui.list_model import ListModel
from app.ui.model_rows import Index

if TYPE_CHECKING:
    from app.services.dialogs import Dialogs
    from app.services.personas import Personas


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody, and how many dialogs he has on this portal."""

    persona: Persona
    dialogs: int


class PersonaModel(ListModel[Row]):
    """A search keeps those in whom every word is found."""

    def __init__(
        self, personas: "Personas", dialogs: "Dialogs", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._personas, self._dialogs, self._words = personas, dialogs, ""
        self._rows = self._made()
        self.destroyed.connect(personas.changed.connect(lambda _: self.update()))

    def spoken(self, row: Row) -> str:
        """Everything that is known of somebody."""
        return ", ".join(self._told(row))

    def tip(self, row: Row) -> str:
        """The same, a line each."""
        return plain_tip("\n".join(self._told(row)))

    def find(self, persona: str) -> QModelIndex:
        """Where somebody stands; invalid when he is not shown."""
        place = next((n for n, row in enumerate(self._rows) if row.persona.id == persona), None)
        return self.place(place)

    def persona(self, index: Index) -> Persona:
        """Who stands in a row."""
        return self._rows[index.row()].persona

    def count_words(self, row: Row) -> str:
        """How many dialogs somebody has."""
        return self.tr("%n dialog(s)", "", row.dialogs) if row.dialogs else ""

    def show_words(self, words: str) -> None:
        """Keep only those in whom the words are found."""
        self._words = words
        self.update()

    def update(self) -> None:
        """Read the library again."""
        rows = self._made()
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _told(self, row: Row) -> list[str]:
        it = row.persona
        parts = [it.full_name, it.id, it.phone, it.email]
        return [*(neutral(each) for each in parts if each), *filter(None, [self.count_words(row)])]

    def _made(self) -> list[Row]:
        counts = Counter(each.user for each in self._dialogs.all())
        return [
            Row(each, counts[each.id])
            for each in self._personas.all()
            if matches(each, self._words)
        ]
