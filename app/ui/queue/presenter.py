"""Decides for the queue page: which queue and which rows are shown, what is done to them.

Knows no widget. Looking changes nothing at the portal; whatever changes it was confirmed before.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.queue_view import Look, Lot, Partition, QueueView, SeenRow
from app.services.saved_rows import UnreadableRow
from app.ui.errors import explain
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.desk import Desk

#: What is shown besides the lots of the portal: rows that were set aside in the journal here.
ASIDE = "aside"


class QueuePresenter(QObject):
    """`changed` when there is something else to show."""

    changed = Signal()
    failed = Signal(object)  # Explained
    told = Signal(str, int)  # what was done, to how many rows

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks = Tasks(self)
        self.view = QueueView(desk.session, desk.feed, desk.inbox, desk.journal)
        self._inbox, self._set_aside = desk.inbox, desk.set_aside
        self.profile = desk.profile
        self.look: Look | None = None
        self.partitions: tuple[Partition, ...] = (Partition(""),)
        self._chosen: str | None = None
        self.aside: tuple[UnreadableRow, ...] = ()
        self._again = False
        self.tasks.failed.connect(self._on_failed)
        for stop in (
            desk.set_aside.changed.connect(self._on_set_aside),
            desk.session.changed.connect(lambda _: self.changed.emit()),
        ):
            self.destroyed.connect(stop)

    @property
    def partition(self) -> str:
        """The queue that is looked into: until another one is chosen, the one that is read here."""
        return self.view.read_here if self._chosen is None else self._chosen

    @property
    def aside_count(self) -> int:
        """How many rows are set aside; `aside` holds the newest of them."""
        return self._set_aside.count

    @property
    def is_filled(self) -> bool:
        """Whether any event is subscribed to go into the queue that is looked into."""
        return any(each.events for each in self.partitions if each.auth_connector == self.partition)

    @property
    def busy(self) -> bool:
        """Whether the portal is being asked or told something."""
        return any(self.tasks.is_busy(name) for name in ("look", "act"))

    def refresh(self) -> None:
        """Look again, from the first page on."""
        self.read_aside()
        if self.view.can_look:
            self.tasks.start("look", self._look)
        else:
            self.changed.emit()

    def read_aside(self) -> None:
        """Which rows of the journal here are set aside."""
        if not self.tasks.start("aside", self._read_aside):
            self._again = True

    def choose(self, partition: str) -> None:
        """Look into another queue."""
        if partition != self.partition:
            self._chosen, self.look = partition, None
            self.refresh()

    def more(self, lot: Lot) -> None:
        """The next page of a lot."""
        if self.look is not None and self.look.lots[lot].next is not None:
            self.tasks.start("look", partial(self._more, self.look, lot))

    def clear(self, rows: Sequence[SeenRow]) -> None:
        """Destroy rows at the portal."""
        self._act("cleared", len(rows), partial(self.view.clear, self.partition, tuple(rows)))

    def mark_error(self, rows: Sequence[SeenRow]) -> None:
        """Put reserved rows aside at the portal."""
        work = partial(self.view.mark_error, self.partition, tuple(rows))
        self._act("marked", len(rows), work)

    def read_errors(self) -> None:
        """Take in what was put aside at the portal."""
        self.tasks.start("act", self._read_errors)

    def retry(self, rows: Sequence[UnreadableRow]) -> None:
        """Try again to understand what was set aside here."""
        self.tasks.start("act", partial(self._retry, tuple(row.id for row in rows)))

    async def _look(self) -> None:
        self.changed.emit()
        self.partitions = await self.view.partitions()
        if self.partition not in {each.auth_connector for each in self.partitions}:
            self._chosen = None
        self.look = await self.view.look(self.partition)
        self.changed.emit()

    async def _more(self, look: Look, lot: Lot) -> None:
        self.changed.emit()
        seen = look.lots[lot]
        page = await self.view.page(look.partition, lot, seen.next or 0)
        known = {each.row.id for each in seen.rows}
        rows = (*seen.rows, *(each for each in page.rows if each.row.id not in known))
        self.look = replace(look, lots={**look.lots, lot: replace(page, rows=rows)})
        self.changed.emit()

    async def _read_aside(self) -> None:
        before, again = self.aside, True
        while again:
            self._again = False
            self.aside = await self._inbox.unreadable()
            again = self._again
        if self.aside != before:
            self.changed.emit()

    def _act(self, what: str, count: int, work: Callable[[], Awaitable[None]]) -> None:
        self.tasks.start("act", partial(self._do, what, count, work))

    async def _do(self, what: str, count: int, work: Callable[[], Awaitable[None]]) -> None:
        self.changed.emit()
        try:
            await work()
        finally:  # also when it failed half-way: some of it may be done
            self.refresh()
        self.told.emit(what, count)

    async def _read_errors(self) -> None:
        self.changed.emit()
        try:
            applied = await self.view.read_errors(self.partition)
        finally:
            self.refresh()
        self.told.emit("read", applied.rows)

    async def _retry(self, ids: tuple[int, ...]) -> None:
        """The feed may be faster at applying what waits again, so the rest is counted."""
        await self._inbox.retry(ids)
        self.aside = await self._inbox.unreadable()
        left = {row.id for row in self.aside}
        self.changed.emit()
        self.told.emit("retried", len(set(ids) - left))

    def _on_set_aside(self, _count: int) -> None:
        self.read_aside()
        self.changed.emit()

    def _on_failed(self, _name: str, error: object) -> None:
        if isinstance(error, BaseException):
            self.failed.emit(explain(error))
        self.changed.emit()
