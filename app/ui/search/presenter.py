"""Decides what is searched for and when: the words typed last win over every earlier search.

Knows no widget.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.query import parse_query
from app.ui.dialogs.list_words import ListWords
from app.ui.errors import explain
from app.ui.search.results import Results

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.services.search_queries import Found
    from app.ui.tasks import Tasks

#: Milliseconds between the last key and the search.
PAUSE = 120
_TASK = "search"


class SearchPresenter(QObject):
    """`answered` when all of a page stands in `results`; `failed` carries words for people."""

    answered = Signal()
    failed = Signal(object)  # Explained
    progressed = Signal()

    def __init__(self, desk: "Desk", tasks: "Tasks", words: ListWords, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self.results = Results(words, self)
        self.text = ""
        self._answered = ""
        self._next: Callable[[], Awaitable[None]] | None = None  # when what runs has ended
        self._hits = 0
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._begin)
        self.results.more_wanted.connect(lambda: self._start(self._more))
        tasks.busy_changed.connect(self._on_busy)
        tasks.failed.connect(self._on_failed)
        self.destroyed.connect(desk.search.progressed.connect(lambda _: self.progressed.emit()))

    @property
    def progress(self) -> float:
        """How much of an older file can be found already, 0 to 1."""
        return self._desk.search.progress

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._soon.isActive() or self.text.strip() != self._answered

    def ask(self, text: str) -> None:
        """Search for these words, soon; what is being searched for is given up."""
        self.text = text
        self._soon.start()

    def ask_now(self) -> None:
        """Do not wait for another key."""
        if self._soon.isActive():
            self._soon.stop()
            self._begin()

    def _begin(self) -> None:
        self._start(self._first)
        if self._next is not None:
            self._tasks.cancel(_TASK)

    def _start(self, work: Callable[[], Awaitable[None]]) -> None:
        """Now, or when what runs has ended: other words before more of the same."""
        if not self._tasks.start(_TASK, work) and self._next != self._first:
            self._next = work

    async def _first(self) -> None:
        text = self.text.strip()
        found = await self._desk.search.find(text)
        self.results.show_nothing()
        self._hits = 0
        self._add(found)
        self._answered = text
        self.answered.emit()
        heads = [self._desk.dialogs.get(each) for each in await self._desk.search.heads(text)]
        self.results.show_dialogs([each for each in heads if each is not None], parse_query(text))
        self.answered.emit()

    async def _more(self) -> None:
        found = await self._desk.search.find(self._answered, offset=self._hits)
        self._add(found)
        self.answered.emit()

    def _add(self, found: "Found") -> None:
        self._hits += len(found.hits)
        pairs = ((hit, self._desk.dialogs.get(hit.message.dialog)) for hit in found.hits)
        known = [(hit, dialog) for hit, dialog in pairs if dialog is not None]
        self.results.add(known, found.terms, more=found.more)

    def _on_busy(self, name: str, busy: bool) -> None:
        if name == _TASK and not busy and self._next is not None:
            work, self._next = self._next, None
            self._start(work)

    def _on_failed(self, name: str, error: object) -> None:
        if name == _TASK and isinstance(error, BaseException):
            self._answered = self.text.strip()
            self.failed.emit(explain(error))
