"""The queue of a line as rows, and how they are drawn. Adapts the draft to Qt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.line import Employee, Entity, EntityKind
from app.ui.list_model import ListModel

if TYPE_CHECKING:
    from app.ui.lines.presenter import LinesPresenter


@dataclass(frozen=True, slots=True)
class QueueRow:
    """An entry with its place, what is written on it, and whether somebody is there."""

    place: int
    entity: Entity
    name: str
    about: str
    online: bool | None


class QueueModel(ListModel[QueueRow]):
    """Follows the draft of the chosen line."""

    def __init__(self, presenter: "LinesPresenter", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._rows = self._made()

    def spoken(self, row: QueueRow) -> str:
        """Place, name, position, and whether somebody is there."""
        parts = (str(row.place), row.name, row.about, self.presence(row.online))
        return ", ".join(part for part in parts if part)

    def presence(self, online: bool | None) -> str:
        """The word for whether somebody is there."""
        if online is None:
            return ""
        return self.tr("online") if online else self.tr("away")

    def update(self) -> None:
        """Read the draft again."""
        rows = self._made()
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _made(self) -> list[QueueRow]:
        return [self._row(n, each) for n, each in enumerate(self._presenter.queue(), 1)]

    def _row(self, place: int, entity: Entity) -> QueueRow:
        if entity.kind is EntityKind.DEPARTMENT:
            name = self.tr("Department {id}").format(id=entity.id)
            return QueueRow(place, entity, name, self.tr("all its employees"), None)
        known = self._presenter.service.employee(entity.id)
        return QueueRow(place, entity, self._name(entity.id, known), *self._about(known))

    def _name(self, user: int, known: Employee | None) -> str:
        line = self._presenter.selected()
        told = line.queue.names.get(user, "") if line is not None else ""
        name = known.name if known is not None else self.tr("Employee {id}").format(id=user)
        return f"{name} ({told})" if told and told != name else name

    def _about(self, known: Employee | None) -> tuple[str, bool | None]:
        if known is None:
            return "", None
        gone = "" if known.active else self.tr("has left the company")
        return gone or known.position, known.online if known.active else None
