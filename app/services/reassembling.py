"""Makes whole what was saved of a damaged journal: every message has its dialog, positions have no
holes, and nothing refers to what is lost. Where messages are missing a note says so.

Works in one transaction on a fresh journal whose foreign keys are off.
"""

from dataclasses import dataclass
from itertools import pairwise
from sqlite3 import Connection

from app.domain.dialog import Author, Delivery, DialogState
from app.services.notes import NoteKind, note_text
from app.services.rows import DIALOG_COLUMNS, MESSAGE_COLUMNS, read_dialog, read_message
from app.services.word_index import forget_all

#: What reading a row of garbage raises.
_GARBAGE = (ValueError, TypeError, OverflowError)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many dialogs, messages, rows as they came from the portal, and calls that waited."""

    dialogs: int = 0
    messages: int = 0
    rows: int = 0
    calls: int = 0


def reassemble(fresh: Connection) -> tuple[Counted, Counted]:
    """Answers what is there now, and what is known to be lost: that is the least."""
    _drop_garbage(fresh)
    calls = _drop_calls(fresh)
    promised = _promised(fresh)
    placed = _place_orphans(fresh)
    lost_messages = sum(_close_holes(fresh, dialog, until) for dialog, until in promised.items())
    _drop_orphans(fresh)
    forget_all(fresh)
    here = "SELECT count(*), coalesce(max(id), 0) - coalesce(min(id), 1) + 1 FROM event"
    rows, numbers = fresh.execute(here).fetchone()
    (dialogs,) = fresh.execute("SELECT count(*) FROM dialog").fetchone()
    note = f"{NoteKind.LOST.value}:%"
    (messages,) = fresh.execute(
        "SELECT count(*) FROM message WHERE NOT (author = 'system' AND text LIKE ?)", (note,)
    ).fetchone()
    saved = Counted(dialogs - placed, messages, rows)
    lost_rows = max(numbers - rows, 0) if rows else 0
    return saved, Counted(placed, lost_messages, lost_rows, calls)


def _drop_garbage(fresh: Connection) -> None:
    """A row that was read but makes no sense would break whoever shows it."""
    bad = []
    for row in fresh.execute(f"SELECT {DIALOG_COLUMNS} FROM dialog"):  # noqa: S608 - columns are ours
        try:
            read_dialog(row)
        except _GARBAGE:
            bad.append((row[0],))
    fresh.executemany("DELETE FROM dialog WHERE id = ?", bad)
    garbled = []
    for row in fresh.execute(f"SELECT {MESSAGE_COLUMNS} FROM message"):  # noqa: S608 - columns are ours
        try:
            read_message(row)
        except _GARBAGE:
            garbled.append((row[0], row[1]))
    fresh.executemany("DELETE FROM message WHERE dialog = ? AND position = ?", garbled)


def _drop_calls(fresh: Connection) -> int:
    """A call whose message is lost says nothing any more, and another message would come to stand
    in its place. Answers how many there were.
    """
    return fresh.execute(
        "DELETE FROM job WHERE NOT EXISTS (SELECT 1 FROM message "
        "WHERE message.dialog = job.dialog AND message.position = job.position)"
    ).rowcount


def _promised(fresh: Connection) -> dict[int, int]:
    """How many messages each dialog says that it has, or has at least."""
    rows = fresh.execute(
        "SELECT id, count FROM dialog UNION ALL "
        "SELECT dialog, max(position) + 1 FROM message GROUP BY dialog"
    )
    promised: dict[int, int] = {}
    for dialog, count in rows:
        promised[dialog] = max(promised.get(dialog, 0), count)
    return promised


def _place_orphans(fresh: Connection) -> int:
    """Messages of a dialog whose own row is lost get one that says no more than there is."""
    cursor = fresh.execute(
        "INSERT INTO dialog (id, connector, line, chat, user, name, state) "
        "SELECT DISTINCT dialog, '', 0, 'lost-' || dialog, '', '#' || dialog, ? FROM message "
        "WHERE dialog NOT IN (SELECT id FROM dialog)",
        (DialogState.CLOSED.value,),
    )
    fresh.execute(
        "INSERT INTO batch (id, process, read_at) SELECT DISTINCT batch, '', "
        "strftime('%Y-%m-%dT%H:%M:%S.000000+00:00', 'now') FROM event "
        "WHERE batch NOT IN (SELECT id FROM batch)"
    )
    return cursor.rowcount


def _close_holes(fresh: Connection, dialog: int, until: int) -> int:
    """Give messages positions without holes, with a note in the place of each hole. Answers how
    many messages are missing.
    """
    rows = fresh.execute(
        "SELECT position, at FROM message WHERE dialog = ? ORDER BY position", (dialog,)
    ).fetchall()
    (first,) = fresh.execute("SELECT first FROM dialog WHERE id = ?", (dialog,)).fetchone()
    first = min([first, *(position for position, _ in rows[:1])])
    now = "1970-01-01T00:00:00.000000+00:00"
    edges = [(first - 1, rows[0][1] if rows else now), *rows, (until, "")]
    missing = shift = 0
    for (before, at), (after, _) in pairwise(edges):
        hole = after - before - 1
        if hole > 0:
            _note(fresh, dialog, before + 1 - shift, at, hole)
            missing, shift = missing + hole, shift + hole - 1
        if shift and after < until:
            _move(fresh, dialog, after, after - shift)
    fresh.execute(
        "UPDATE dialog SET first = ?, count = ?, unread = min(unread, ?) WHERE id = ?",
        (first, until - shift, until - shift - first, dialog),
    )
    return missing


def _note(fresh: Connection, dialog: int, position: int, at: str, missing: int) -> None:
    fresh.execute(
        "INSERT INTO message (dialog, position, author, author_name, text, at, delivery) "
        "VALUES (?, ?, ?, '', ?, ?, ?)",
        (dialog, position, Author.SYSTEM.value, note_text(NoteKind.LOST, missing), at,
         Delivery.NONE.value),
    )  # fmt: skip


def _move(fresh: Connection, dialog: int, old: int, new: int) -> None:
    for table in ("message", "job", "step"):
        fresh.execute(
            f"UPDATE {table} SET position = ? WHERE dialog = ? AND position = ?",  # noqa: S608 - names are ours
            (new, dialog, old),
        )


def _drop_orphans(fresh: Connection) -> None:
    """Nothing refers to what is lost. Dropping one row can orphan another."""
    while orphans := fresh.execute("PRAGMA foreign_key_check").fetchall():
        for table, number, parent, _ in set(orphans):
            if number is not None:
                fresh.execute(f"DELETE FROM {table} WHERE rowid = ?", (number,))  # noqa: S608 - names are ours
            else:
                fresh.execute(f"DELETE FROM {table} WHERE dialog NOT IN (SELECT id FROM {parent})")  # noqa: S608 - names are ours
