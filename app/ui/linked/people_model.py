"""Employees found by words, page by page: what was not scrolled to is not asked for."""

from collections.abc import Awaitable, Callable, Container
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from app.domain.line import Employee
from app.domain.linked import StaffPage
from app.domain.links import neutral
from app.ui.model_rows import ROW, Index
from app.ui.tasks import Tasks

Find = Callable[[str, int], Awaitable[StaffPage]]
_TASK = "find people"


class PeopleModel(QAbstractListModel):
    """Asks for one page at a time. A question with older words is given up."""

    found = Signal()

    def __init__(
        self, find: Find, tasks: Tasks, parent: QObject, inside: Container[int] = ()
    ) -> None:
        """`inside` are the numbers of those who need not be chosen."""
        super().__init__(parent)
        self._find, self._tasks, self._inside = find, tasks, inside
        self._rows: list[Employee] = []
        self._known: set[int] = set()
        self._words, self._next = "", 0
        self._more, self._search = False, 0
        self.total: int | None = None

    @property
    def busy(self) -> bool:
        """Whether the portal is being asked."""
        return self._tasks.is_busy(self._task())

    def search(self, words: str) -> None:
        """Forget what was found, and look for these words; without any for everybody."""
        self._tasks.cancel(self._task())
        self.beginResetModel()
        self._rows, self._known = [], set()
        self._words, self._next, self._more, self.total = words.strip(), 0, True, None
        self._search += 1
        self.endResetModel()
        self.fetchMore(QModelIndex())

    def person(self, index: Index) -> Employee | None:
        """Who can be chosen in a row."""
        found = self._at(index)
        return found if found is not None and not self.is_inside(found) else None

    def is_inside(self, person: Employee) -> bool:
        """Whether somebody is there already."""
        return person.id in self._inside

    def first(self) -> QModelIndex:
        """The first who can be chosen; no place where there is nobody."""
        rows = map(self.index, range(self.rowCount()))
        return next((row for row in rows if self.person(row) is not None), QModelIndex())

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Whoever is there already is passed by."""
        return super().flags(index) if self.person(index) else Qt.ItemFlag.NoItemFlags

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Those that were told so far."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name; a screen reader hears the position, too."""
        person = self._at(index)
        if person is None:
            return None
        if role == ROW:
            return person
        if role == Qt.ItemDataRole.DisplayRole:
            return neutral(person.name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            inside = self.tr("in the chat already") if self.is_inside(person) else ""
            parts = (neutral(person.name), inside, neutral(person.position))
            return ", ".join(filter(None, parts))
        return None

    def canFetchMore(self, _parent: Index) -> bool:
        """Whether there are further pages."""
        return self._more and not self.busy

    def fetchMore(self, _parent: Index) -> None:
        """The next page; the list asks when somebody scrolls to its end."""
        if self.canFetchMore(_parent):
            work = partial(self._fetch, self._words, self._next)
            self._tasks.start(self._task(), work)

    def stop(self) -> None:
        """The last page failed: it is asked for again by the next search."""
        self._more = False

    async def _fetch(self, words: str, start: int) -> None:
        page = await self._find(words, start)
        new = [each for each in page.found if each.id not in self._known]
        self._known |= {each.id for each in new}
        self.total, self._next = page.total, page.next or 0
        self._more = page.next is not None
        if new:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._rows += new
            self.endInsertRows()
        self.found.emit()

    def _at(self, index: Index) -> Employee | None:
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def _task(self) -> str:
        return f"{_TASK} {self._search}"
