"""How many rows of the journal were set aside: what could not be understood or applied."""

from sqlite3 import Connection
from typing import Self

from app.services.inbox import Inbox
from app.services.journal import Journal
from app.services.signal import Signal


class SetAside:
    """Counts anew whenever the fate of a row was written down."""

    def __init__(self, journal: Journal, inbox: Inbox, count: int) -> None:
        self.changed: Signal[int] = Signal()
        self.count = count
        self._journal = journal
        self.stop = inbox.committed.connect(self._on_committed)

    @classmethod
    async def load(cls, journal: Journal, inbox: Inbox) -> Self:
        """Count what earlier runs left."""
        return cls(journal, inbox, await journal.run(_count))

    def _on_committed(self, _rows: tuple[int, ...]) -> None:
        self._journal.begin(_count, self._told).add_done_callback(lambda done: done.exception())

    def _told(self, count: int) -> None:
        if count != self.count:
            self.count = count
            self.changed.emit(count)


def _count(conn: Connection) -> int:
    (count,) = conn.execute("SELECT count(*) FROM event WHERE unreadable != ''").fetchone()
    return int(count)
