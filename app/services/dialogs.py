"""All conversations of one portal: what the list and the transcript show.

The facts are in the journal; here is a copy of the dialogs' heads for quick reading, kept true by
what each transaction reports after its commit. Knows no calls.
"""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from sqlite3 import Connection
from typing import NamedTuple, Self, TypeVar

from app.bitrix.wire import whole
from app.domain.dialog import Customer, Dialog, DialogId, Message, MessageChange
from app.services.jobs import count_jobs
from app.services.journal import Journal
from app.services.queueing import tell_waiting
from app.services.rows import (
    DIALOG_COLUMNS,
    MESSAGE_COLUMNS,
    read_customer,
    read_dialog,
    read_messages,
)
from app.services.signal import Signal
from app.services.transcript import Changes, Transcript

T = TypeVar("T")

#: Changes of messages that were begun are no drafts of new ones.
_UNSENT = "SELECT dialog, author, substr(text, 1, 200) FROM draft WHERE author NOT LIKE 'edit:%'"
#: The length of a text that was deleted because of its age.
GONE = 0xFFFF_FFFF


class Unsent(NamedTuple):
    """The beginning of what `author` has typed and not sent; `more` tells that another one has
    begun something in the same dialog, too.
    """

    author: str
    text: str
    more: bool = False


class Dialogs:
    """Every dialog and, page by page, every message."""

    def __init__(
        self,
        journal: Journal,
        dialogs: Iterable[Dialog],
        customers: dict[DialogId, Customer],
        unsent: dict[DialogId, Unsent] | None = None,
    ) -> None:
        self.dialog_changed: Signal[Dialog] = Signal()
        self.message_changed: Signal[MessageChange] = Signal()
        self.trimmed: Signal[DialogId] = Signal()
        self.jobs_counted: Signal[dict[str, int]] = Signal()
        self._journal = journal
        self._dialogs = {dialog.id: dialog for dialog in dialogs}
        self._customers = customers
        #: What is typed and not sent, where there is something.
        self.unsent: dict[DialogId, Unsent] = unsent or {}
        self.draft_changed: Signal[DialogId] = Signal()
        self._seen: Callable[[Dialog], Dialog] = _as_kept

    @classmethod
    async def load(cls, journal: Journal) -> Self:
        """Read the heads of all dialogs."""
        return cls(journal, *(await journal.run(_load)))

    def all(self) -> tuple[Dialog, ...]:
        """Every dialog, in the order in which they began."""
        return tuple(self._dialogs.values())

    def get(self, wanted: DialogId) -> Dialog | None:
        """A dialog by our own number."""
        return self._dialogs.get(wanted)

    def show_as(self, seen: Callable[[Dialog], Dialog]) -> None:
        """What tells how a dialog that was changed is shown, where that is not as it is kept."""
        self._seen = seen

    def show(self, dialog: Dialog) -> None:
        """Show a dialog otherwise than it was shown till now; nothing is kept."""
        self._dialogs[dialog.id] = dialog
        self.dialog_changed.emit(dialog)

    def customer(self, wanted: DialogId) -> Customer | None:
        """As whom the console writes there; None until it has written for the first time."""
        return self._customers.get(wanted)

    def customers(self) -> tuple[tuple[DialogId, Customer], ...]:
        """Everybody as whom the console has written, with the dialog."""
        return tuple(self._customers.items())

    async def outline(self, wanted: DialogId) -> "tuple[int, array[int]]":
        """The length of each text, one for each position up to the newest: enough to estimate
        heights. They begin at 0, or at the dialog's first where that is less, which is told in
        front; GONE stands for the positions from 0 to the first.
        """
        return await self._journal.run(partial(_outline, wanted))

    async def page(self, wanted: DialogId, first: int, count: int) -> tuple[Message, ...]:
        """Messages from position `first` on, at most `count` of them."""
        return await self._journal.run(partial(_page, wanted, first, count))

    async def see(self, wanted: DialogId) -> None:
        """Everything in this dialog has been looked at."""
        dialog = self.get(wanted)
        if dialog is not None and dialog.unread:
            await self.write(partial(_see, wanted))

    async def draft(self, wanted: DialogId, author: str = "") -> str:
        """What was typed and not sent; `author` keeps the drafts of different writers apart."""
        return await self._journal.run(partial(_draft, wanted, author))

    async def save_draft(self, wanted: DialogId, text: str, author: str = "") -> None:
        """Keep what was typed; an empty text forgets it."""
        save = partial(_save_draft, wanted, author, text)
        await self._journal.run(save, partial(self._publish_draft, wanted))

    def _publish_draft(self, wanted: DialogId, unsent: Unsent | None) -> None:
        before = self.unsent.pop(wanted, None)
        if unsent is not None:
            self.unsent[wanted] = unsent
        if unsent != before:
            self.draft_changed.emit(wanted)

    async def write(self, work: Callable[[Transcript], T]) -> T:
        """Change dialogs and messages in one transaction, then tell what changed."""
        result, _ = await self._journal.run(partial(_write, work), self._publish_result)
        return result

    def publish(self, changes: Changes) -> None:
        """Take over what a transaction changed and tell it, dialogs before their messages. Figures
        come first, so that nobody who hears of a message sees old ones.
        """
        self._customers.update(changes.customers)
        dialogs = [self._seen(dialog) for dialog in changes.dialogs.values()]
        self._dialogs.update((dialog.id, dialog) for dialog in dialogs)
        self.jobs_counted.emit(changes.jobs)
        for dialog in dialogs:
            self.dialog_changed.emit(dialog)
        for each in changes.trimmed:
            self.trimmed.emit(each)
        for change in changes.messages:
            self.message_changed.emit(change)

    def _publish_result(self, result: tuple[object, Changes]) -> None:
        self.publish(result[1])


def _as_kept(dialog: Dialog) -> Dialog:
    return dialog


def _load(
    conn: Connection,
) -> tuple[list[Dialog], dict[DialogId, Customer], dict[DialogId, Unsent]]:
    dialogs: list[Dialog] = []
    customers: dict[DialogId, Customer] = {}
    rows = conn.execute(f"SELECT {DIALOG_COLUMNS}, customer FROM dialog ORDER BY id")  # noqa: S608 - columns are ours
    for row in rows:
        dialog = read_dialog(row)
        dialogs.append(dialog)
        if row[-1] is not None:
            customers[dialog.id] = read_customer(row[-1])
    return dialogs, customers, _unsent(conn.execute(_UNSENT))


def _outline(wanted: DialogId, conn: Connection) -> "tuple[int, array[int]]":
    (first,) = conn.execute("SELECT first FROM dialog WHERE id = ?", (wanted,)).fetchone()
    rows = conn.execute(
        "SELECT length(text) FROM message WHERE dialog = ? ORDER BY position", (wanted,)
    )
    lengths: array[int] = array("I", [GONE]) * max(0, first)
    lengths.extend(row[0] for row in rows)
    return min(0, first), lengths


def _page(wanted: DialogId, first: int, count: int, conn: Connection) -> tuple[Message, ...]:
    rows = conn.execute(
        f"SELECT {MESSAGE_COLUMNS} FROM message "  # noqa: S608 - columns are ours
        "WHERE dialog = ? AND position >= ? ORDER BY position LIMIT ?",
        (wanted, first, count),
    )
    return read_messages(rows)


def _see(wanted: DialogId, transcript: Transcript) -> None:
    transcript.put(replace(transcript.dialog(wanted), unread=0))


def _draft(wanted: DialogId, author: str, conn: Connection) -> str:
    row = conn.execute(
        "SELECT text FROM draft WHERE dialog = ? AND author = ?", (wanted, author)
    ).fetchone()
    return "" if row is None else str(row[0])


def _save_draft(wanted: DialogId, author: str, text: str, conn: Connection) -> Unsent | None:
    """What is left unsent in the dialog, whoever would write it."""
    conn.execute("DELETE FROM draft WHERE dialog = ? AND author = ?", (wanted, author))
    if text:
        conn.execute("INSERT INTO draft VALUES (?, ?, ?)", (wanted, author, whole(text)))
    return _unsent(conn.execute(f"{_UNSENT} AND dialog = ?", (wanted,))).get(wanted)


def _unsent(rows: Iterable[tuple[int, str, str]]) -> dict[DialogId, Unsent]:
    found: dict[DialogId, Unsent] = {}
    for dialog, author, text in (row for row in rows if row[2].strip()):
        found[DialogId(dialog)] = Unsent(author, text, more=dialog in found)
    return found


def _write(work: Callable[[Transcript], T], conn: Connection) -> tuple[T, Changes]:
    transcript = Transcript(conn)
    result = work(transcript)
    tell_waiting(transcript)
    transcript.changes.jobs = count_jobs(conn)
    return result, transcript.changes
