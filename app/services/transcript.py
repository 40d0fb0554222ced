"""Writes dialogs and messages inside one transaction and remembers what changed.

Every message has a position, without gaps and never changed: what comes is counted from 0 upwards,
what was said before anything was known from -1 downwards. Knows the tables `dialog` and `message`,
no events and no calls.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from sqlite3 import Connection

from app.bitrix.wire import UNKNOWN_TIME
from app.domain.dialog import (
    Author,
    Customer,
    Delivery,
    Dialog,
    DialogId,
    DialogState,
    Edit,
    Message,
    MessageChange,
)
from app.services.notes import NoteKind, note_text
from app.services.rows import (
    DIALOG_COLUMNS,
    MESSAGE_COLUMNS,
    read_dialog,
    read_message,
    to_json,
    write_dialog,
    write_message,
)
from app.services.tracing import note_event_step

_IS_NOTE = f"author = '{Author.SYSTEM.value}' AND delivery = '{Delivery.NONE.value}'"
#: In the spelling of the indexes on `external_ids`.
_HAS_ID = "dialog = ? AND external_ids = ? AND external_ids != '[]'"
_IS_AMONG_IDS = (
    "dialog = ? AND instr(external_ids, ',') > 0 "
    "AND EXISTS (SELECT 1 FROM json_each(external_ids) WHERE value = ?)"
)
_ARRIVED = (Delivery.RECEIVED, Delivery.DELIVERED, Delivery.READ)
_INCOMING = (Author.OPERATOR, Author.BOT, Author.SYSTEM)
_LAST_WORDS = 1000  # a line of a list shows no more


@dataclass(slots=True)
class Changes:
    """What one transaction changed, in order, to be told after its commit; `jobs` is how many calls
    are in each state at the end of it, `trimmed` names dialogs whose beginning is another now.
    """

    dialogs: dict[DialogId, Dialog] = field(default_factory=dict)
    customers: dict[DialogId, Customer] = field(default_factory=dict)
    messages: list[MessageChange] = field(default_factory=list)
    jobs: dict[str, int] = field(default_factory=dict)
    trimmed: list[DialogId] = field(default_factory=list)


class Transcript:
    """One transaction's hands on dialogs and messages. `cause` is the saved row that is being
    applied, at `cause_at`, None for what is done here: what it touches keeps that it did.
    """

    def __init__(self, conn: Connection) -> None:
        self.conn = conn
        self.cause: int | None = None
        self.cause_at = UNKNOWN_TIME
        self.changes = Changes()

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """What the block changes is taken back when it raises; what was changed before it stays."""
        before = self.changes
        dialogs, customers = dict(before.dialogs), dict(before.customers)
        messages = list(before.messages)
        self.conn.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            if self.conn.in_transaction:  # a full disk takes back everything by itself
                self.conn.execute("ROLLBACK TO attempt")
                self.conn.execute("RELEASE attempt")
            self.changes = Changes(dialogs, customers, messages, before.jobs)
            raise
        self.conn.execute("RELEASE attempt")

    def dialog(self, wanted: DialogId) -> Dialog:
        """A dialog that must be there."""
        known = self.changes.dialogs.get(wanted)
        if known is not None:
            return known
        (found,) = self.dialogs("id = ?", wanted)
        return found

    def dialogs(self, condition: str, *values: object) -> list[Dialog]:
        """Dialogs by a condition on their columns, oldest first."""
        sql = f"SELECT {DIALOG_COLUMNS} FROM dialog WHERE {condition} ORDER BY id"  # noqa: S608 - conditions are ours
        return [read_dialog(row) for row in self.conn.execute(sql, values)]

    def begin(self, connector: str, line: int, chat: str, user: str, name: str) -> Dialog:
        """A new, empty dialog."""
        cursor = self.conn.execute(
            "INSERT INTO dialog (connector, line, chat, user, name, state) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (connector, line, chat, user, name, DialogState.NEW.value),
        )
        assert cursor.lastrowid is not None
        dialog = self.dialog(DialogId(cursor.lastrowid))
        self.changes.dialogs[dialog.id] = dialog
        return dialog

    def put(self, dialog: Dialog) -> Dialog:
        """Replace a dialog."""
        write_dialog(self.conn, dialog)
        self.changes.dialogs[dialog.id] = dialog
        return dialog

    def set_customer(self, dialog: DialogId, customer: Customer) -> None:
        """Remember as whom the console writes in this dialog."""
        self.conn.execute(
            "UPDATE dialog SET customer = ?, user = ? WHERE id = ?",
            (to_json(customer), customer.id, dialog),
        )
        self.changes.customers[dialog] = customer
        self.changes.dialogs[dialog] = replace(self.dialog(dialog), user=customer.id)

    def set_portal_user(self, dialog: DialogId, user: str) -> None:
        """Remember under which id the portal knows the customer: its events name that one."""
        self.conn.execute("UPDATE dialog SET portal_user = ? WHERE id = ?", (user, dialog))

    def message(self, dialog: DialogId, position: int) -> Message | None:
        """The message at a position."""
        return self._find("dialog = ? AND position = ?", dialog, position)

    def by_im(self, dialog: DialogId, im: int) -> Message | None:
        """The message that the portal knows under this number."""
        sql = f"SELECT {MESSAGE_COLUMNS} FROM message WHERE dialog = ? AND im = ?"  # noqa: S608 - columns are ours
        row = self.conn.execute(sql, (dialog, im)).fetchone()
        return None if row is None else read_message(row)

    def by_external_ids(self, dialog: DialogId, ids: Sequence[str]) -> Message | None:
        """The message that carries one of our own ids."""
        for each in ids:
            found = self._find(_HAS_ID, dialog, to_json((each,)), by="message_external")
            found = found or self._find(_IS_AMONG_IDS, dialog, each, by="message_ids")
            if found is not None:
                return found
        return None

    def has_note(self, dialog: DialogId, kind: NoteKind, value: object = "") -> bool:
        """Whether there is such a note already."""
        note = f"dialog = ? AND {_IS_NOTE} AND text = ?"
        return self._find(note, dialog, note_text(kind, value), by="message_note") is not None

    def append(self, message: Message, *, seen: bool = False) -> Message:
        """Put a message at the end, whatever position it names; `seen` keeps it from counting as
        unread.
        """
        dialog = self.dialog(message.dialog)
        message = replace(message, position=dialog.count)
        self._write(message, inserted=True)
        self.put(_grown(dialog, message, seen=seen))
        return message

    def prepend(self, message: Message) -> Message:
        """Put a message before the first one, whatever position it names. It is nothing new: no
        listener hears of it alone, and the head of the dialog stays what it was.
        """
        dialog = self.dialog(message.dialog)
        message = replace(message, position=dialog.first - 1)
        self._keep(message)
        self.put(replace(dialog, first=message.position))
        if dialog.id not in self.changes.trimmed:
            self.changes.trimmed.append(dialog.id)
        return message

    def move_note(self, note: Message, put_there: Message) -> None:
        """A note at the beginning goes before the first message; its place is another's now."""
        self.prepend(note)
        where = (note.dialog, note.position)
        self.conn.execute("DELETE FROM step WHERE dialog = ? AND position = ?", where)
        self._keep(replace(put_there, position=note.position))

    def note(self, dialog: DialogId, at: datetime, kind: NoteKind, value: object = "") -> None:
        """Put a note at the end."""
        self.append(Message(dialog, 0, Author.SYSTEM, "", note_text(kind, value), at))

    def replace(self, message: Message) -> Message:
        """Replace the message at its position."""
        self._write(message, inserted=False)
        self._refresh_last_words(message.dialog)
        return message

    def answered(self, message: Message) -> None:
        """An own reply has arrived at the portal: its author is the operator now."""
        dialog = self.dialog(message.dialog)
        since = dialog.waiting_since
        waiting = since if since is not None and since > message.at else None
        self.put(_taken(replace(dialog, waiting_since=waiting), message))

    def edit(self, message: Message, text: str, at: datetime) -> Message:
        """Give a message a new text and keep the old one; the same text again changes nothing."""
        if text == message.text:
            return message
        edits = (*message.edits, Edit(at, message.text))
        return self.replace(replace(message, text=text, edits=edits))

    def bury(self, message: Message, at: datetime, by: str = "") -> Message:
        """Mark a message as deleted, by whom if that is known; its text stays. Once is enough."""
        if message.deleted_at is not None:
            return message
        return self.replace(replace(message, deleted_at=at, deleted_by=by))

    def _keep(self, message: Message) -> None:
        write_message(self.conn, message)
        if self.cause is not None:
            note_event_step(self.conn, message, self.cause, self.cause_at)

    def _write(self, message: Message, *, inserted: bool) -> None:
        self._keep(message)
        self.changes.messages.append(MessageChange(message, inserted=inserted))

    def _find(self, condition: str, *values: object, by: str = "") -> Message | None:
        """The last message that meets a condition, by an index where it would not be taken."""
        way = f"INDEXED BY {by} " if by else ""
        sql = (
            f"SELECT {MESSAGE_COLUMNS} FROM message {way}WHERE {condition} "  # noqa: S608 - conditions are ours
            "ORDER BY position DESC LIMIT 1"
        )
        row = self.conn.execute(sql, values).fetchone()
        return None if row is None else read_message(row)

    def _refresh_last_words(self, wanted: DialogId) -> None:
        dialog = self.dialog(wanted)
        last = self._find(f"dialog = ? AND deleted_at IS NULL AND NOT ({_IS_NOTE})", wanted)
        if last is None:
            fresh = replace(dialog, last_text="", last_author=None, last_at=None, last_by="")
        else:
            fresh = replace(
                dialog,
                last_text=_words(last),
                last_author=last.author,
                last_at=last.at,
                last_by=last.author_name,
            )
        if fresh != dialog:
            self.put(fresh)


def _grown(dialog: Dialog, message: Message, *, seen: bool) -> Dialog:
    """The dialog after a message came to its end."""
    dialog = replace(dialog, count=message.position + 1)
    if message.author is Author.SYSTEM and message.delivery is Delivery.NONE:
        return dialog
    waiting = dialog.waiting_since
    if message.author is Author.CUSTOMER:
        waiting = message.at if waiting is None else min(waiting, message.at)
    elif _answers(message):
        waiting = None
    unread = dialog.unread + (message.author in _INCOMING and not seen)
    dialog = _taken(dialog, message) if _answers(message) else dialog
    return replace(
        dialog,
        unread=unread,
        waiting_since=waiting,
        last_text=_words(message),
        last_author=message.author,
        last_at=message.at,
        last_by=message.author_name,
    )


def _taken(dialog: Dialog, message: Message) -> Dialog:
    """An operator has answered: the dialog is his."""
    return replace(
        dialog,
        operator=message.author_name or dialog.operator,
        operator_id=message.author_id or dialog.operator_id,
        answered_at=dialog.answered_at or message.at,
    )


def _answers(message: Message) -> bool:
    """Whether an operator has answered: a reply that is still on its way has not."""
    return message.author is Author.OPERATOR and message.delivery in _ARRIVED


def _words(message: Message) -> str:
    """What the list shows of a message: a file without words is known by its name."""
    if message.text or not message.attachments:
        return message.text[:_LAST_WORDS]
    return message.attachments[0].name
