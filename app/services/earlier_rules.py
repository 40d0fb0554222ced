"""What was said before a dialog was known here, put before its first message.

The same message is put there once, whoever tells of it: it is known by the portal's number, and
one of this console's own without one by its external id, its words or its time. Nothing here is
new: nobody is told, nothing is acknowledged, who waits and who has the dialog stays. Makes no
calls.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from sqlite3 import Connection

from app.bitrix.chat_rows import EARLIER
from app.bitrix.queue_rows import QueueRow
from app.domain.dialog import Author, Delivery, Dialog, DialogId, Message
from app.domain.events import CustomerWrote, Event, MessageSeen
from app.domain.portal import User
from app.domain.same_text import is_same_text
from app.services.notes import NoteKind, note_text, read_note
from app.services.retention import is_old
from app.services.rows import moment, stamp
from app.services.saved_rows import save_rows
from app.services.transcript import Transcript

#: A session may begin this much after the words that opened it.
_BEFORE = timedelta(minutes=1)
#: So much earlier the portal may say that our own words were said: it tells seconds, and clocks are
#: measured to some of them; and so much earlier where the words are the same.
_CLOCKS, _SAME_WORDS = timedelta(seconds=5), timedelta(minutes=2)
_OLDEST = "SELECT coalesce(min(im), 0) FROM message WHERE dialog = ?"
_FIRST = (
    "SELECT at FROM message WHERE dialog = ? AND position >= ? AND author <> 'system' "
    "ORDER BY position LIMIT 1"
)
_OWN = (
    "SELECT text FROM message WHERE dialog = ? AND author = 'customer' AND im IS NULL "
    "ORDER BY position DESC"
)
#: No message stands before that position, and none was written before that year.
_DEEP, _EARLIEST = -(2**40), 2000
_ROW = "SELECT id FROM event WHERE row = ? AND name = ? AND message_id = ?"


@dataclass(frozen=True, slots=True)
class Told:
    """A message as the portal told it: its row, what it means, and when it was by our clock."""

    row: QueueRow
    event: Event
    at: datetime


@dataclass(frozen=True, slots=True)
class Past:
    """One answer of the portal, oldest first. `session` is the one that was told as a whole, 0 for
    none; `begins`: nothing older is at the portal; `played`: this console writes as the customer.
    """

    told: tuple[Told, ...]
    session: int = 0
    begins: bool = False
    played: bool = False


def oldest_of(dialog: DialogId, conn: Connection) -> int:
    """The oldest of the portal's messages that is known here, 0 for none."""
    (oldest,) = conn.execute(_OLDEST, (dialog,)).fetchone()
    return int(oldest)


def was_shortened(dialog: DialogId, conn: Connection) -> bool:
    """Whether its oldest messages were deleted because of their age."""
    (forgotten,) = conn.execute("SELECT forgotten FROM dialog WHERE id = ?", (dialog,)).fetchone()
    return bool(forgotten)


def knows_beginning(dialog: DialogId, conn: Connection) -> bool:
    """Whether the first thing in a dialog is that it begins there."""
    row = conn.execute(
        "SELECT text FROM message WHERE dialog = ? ORDER BY position LIMIT 1", (dialog,)
    ).fetchone()
    return row is not None and row[0] == note_text(NoteKind.BEGINS)


def take_past(
    transcript: Transcript,
    wanted: DialogId,
    past: Past,
    person: Callable[[int], User | None],
    now: datetime,
) -> int:
    """Put what is older than everything known before it, unless it is too old to be kept: then the
    dialog counts as shortened. Answers how many messages are new.
    """
    new = tuple(_new(transcript, wanted, past, now))
    rows = [
        (each.row.id, each.row.name, each.row.message_id, each.row.raw, EARLIER) for each in new
    ]
    save_rows("", stamp(now), rows, transcript.conn)
    for told in new:
        _put(transcript, wanted, told, person, now)
    transcript.cause = None
    if past.session:
        _begin_session(transcript, wanted, past)
    too_old = [each.row.id for each in past.told if is_old(transcript.conn, each.at)]
    if too_old:
        sql = "UPDATE dialog SET forgotten = max(forgotten, ?) WHERE id = ?"
        transcript.conn.execute(sql, (max(too_old), wanted))
    elif past.begins and not knows_beginning(wanted, transcript.conn):
        first = transcript.message(wanted, transcript.dialog(wanted).first)
        at = now if first is None else first.at
        transcript.prepend(_note(wanted, NoteKind.BEGINS, at))
    return len(new)


def learn(
    transcript: Transcript, wanted: DialogId, *, session: int | None = None, name: str = ""
) -> None:
    """What the portal tells of a dialog besides its messages: its session while none is known, and
    the name of a customer without one.
    """
    dialog = fresh = transcript.dialog(wanted)
    if session and dialog.session is None:
        fresh = replace(fresh, session=session)
    if name and not dialog.known_name:
        fresh = replace(fresh, name=name)
    if fresh != dialog:
        transcript.put(fresh)


def _new(transcript: Transcript, wanted: DialogId, past: Past, now: datetime) -> Iterator[Told]:
    """What is put before the rest, the newest first. Without a time that can be, a message has that
    of the one behind it.
    """
    conn = transcript.conn
    oldest, behind = oldest_of(wanted, conn), _first_at(wanted, conn) or now
    own = OwnWords(wanted, conn) if past.played else None
    for told in reversed(past.told):
        event = told.event
        if not isinstance(event, CustomerWrote | MessageSeen) or event.deleted:
            continue
        at = min(told.at, behind) if told.at.year >= _EARLIEST else behind
        if (oldest and event.im >= oldest) or is_old(conn, at) or (own and own.has(event, told.at)):
            continue
        ids = event.external_ids if isinstance(event, MessageSeen) else ()
        known = transcript.by_external_ids(wanted, ids)
        if known is not None and known.im is None:
            continue
        oldest, behind = event.im, at
        yield replace(told, at=at)


class OwnWords:
    """What this console said as the customer, of which the portal told no number: it is not put
    there once more. Whatever is not older than the first of it was heard here.
    """

    def __init__(self, dialog: DialogId, conn: Connection) -> None:
        self._first = _first_at(dialog, conn, since=0)
        self._texts = [text for (text,) in conn.execute(_OWN, (dialog,))]

    def has(self, event: CustomerWrote | MessageSeen, at: datetime) -> bool:
        """Each of the own words counts once."""
        if self._first is None or at < self._first - _SAME_WORDS:
            return False
        for place, text in enumerate(self._texts):
            if isinstance(event, CustomerWrote) and is_same_text(event.text, text):
                del self._texts[place]
                return True
        return at >= self._first - _CLOCKS


def _first_at(dialog: DialogId, conn: Connection, since: int | None = None) -> datetime | None:
    """When the first words were said that are known, notes apart."""
    row = conn.execute(_FIRST, (dialog, _DEEP if since is None else since)).fetchone()
    return None if row is None else moment(row[0])


def _put(
    transcript: Transcript,
    wanted: DialogId,
    told: Told,
    person: Callable[[int], User | None],
    now: datetime,
) -> None:
    event, conn = told.event, transcript.conn
    assert isinstance(event, CustomerWrote | MessageSeen)
    if isinstance(event, CustomerWrote):
        learn(transcript, wanted, name=event.name)
    row = told.row
    (transcript.cause,) = conn.execute(_ROW, (row.id, row.name, row.message_id)).fetchone()
    transcript.cause_at = now
    conn.execute("UPDATE event SET applied = 1 WHERE id = ?", (transcript.cause,))
    _place(transcript, _message(transcript.dialog(wanted), told, event, person))


def _place(transcript: Transcript, message: Message) -> None:
    """The note of a session's beginning stays before the words that belong to the session."""
    head = transcript.message(message.dialog, transcript.dialog(message.dialog).first)
    note = None if head is None else read_note(head)
    is_start = note is not None and note.kind is NoteKind.SESSION_STARTED
    if head is not None and is_start and message.at >= head.at - _BEFORE:
        transcript.move_note(head, message)
    else:
        transcript.prepend(message)


def _message(
    dialog: Dialog,
    told: Told,
    event: CustomerWrote | MessageSeen,
    person: Callable[[int], User | None],
) -> Message:
    if isinstance(event, CustomerWrote):
        written = Message(
            *(dialog.id, 0, Author.CUSTOMER, event.name or dialog.name, event.text, told.at),
            delivery=Delivery.SENT,
            author_id=event.author_id,
        )
    else:
        known = person(event.user_id)
        side = Author.BOT if known is not None and known.bot else Author.OPERATOR
        written = Message(
            *(dialog.id, 0, side if event.user_id else Author.SYSTEM),
            *("" if known is None else known.name, event.text, told.at),
            delivery=Delivery.DELIVERED if event.external_ids else Delivery.RECEIVED,
            external_ids=event.external_ids,
            author_id=event.user_id,
        )
    return replace(written, im=event.im, attachments=event.attachments)


def _begin_session(transcript: Transcript, wanted: DialogId, past: Past) -> None:
    """All of a session is here now: it begins before its first message, unless something older
    stands before that.
    """
    learn(transcript, wanted, session=past.session)
    if not past.told or transcript.has_note(wanted, NoteKind.SESSION_STARTED, past.session):
        return
    dialog = transcript.dialog(wanted)
    known = dialog.session == past.session
    if known and oldest_of(wanted, transcript.conn) >= past.told[0].row.id:
        at = past.told[0].at
        transcript.prepend(_note(wanted, NoteKind.SESSION_STARTED, at, past.session))


def _note(dialog: DialogId, kind: NoteKind, at: datetime, value: object = "") -> Message:
    return Message(dialog, 0, Author.SYSTEM, "", note_text(kind, value), at)
