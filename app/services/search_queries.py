"""The statements of the search: which messages, places and dialogs have all words of a query.

Knows tables and the language of FTS5, no threads.
"""

from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection

from app.domain.dialog import DialogId, Message
from app.domain.query import Term, find_terms, fold
from app.services.rows import MESSAGE_COLUMNS, read_message, stamp

#: Places inside one dialog that are counted; nobody walks through more.
MOST_PLACES = 5_000
_MOST_DIALOGS = 20
_DIALOG_WORDS = (
    "id, name, user, chat, operator, connector, portal_chat, session, "
    "customer ->> '$.phone', customer ->> '$.email'"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A message that was found, and those around it in its dialog."""

    message: Message
    before: Message | None
    after: Message | None


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, the newest first; `more` when there are others behind them."""

    terms: tuple[Term, ...] = ()
    hits: tuple[Hit, ...] = ()
    more: bool = False


def find(
    terms: tuple[Term, ...], dialog: DialogId | None, limit: int, offset: int, conn: Connection
) -> Found:
    """A page of messages, in one dialog or in all of them."""
    rows = conn.execute(
        "SELECT s.dialog, s.position FROM word JOIN word_source s ON s.id = word.rowid "
        "WHERE word MATCH ? ORDER BY word.rowid DESC LIMIT ? OFFSET ?",
        (_match(terms, dialog), limit + 1, offset),
    ).fetchall()
    hits = (_hit(conn, *row) for row in rows[:limit])
    return Found(terms, tuple(each for each in hits if each), len(rows) > limit)


def find_places(terms: tuple[Term, ...], dialog: DialogId, conn: Connection) -> tuple[int, ...]:
    """The positions in one dialog, in order."""
    rows = conn.execute(
        "SELECT s.position FROM word JOIN word_source s ON s.id = word.rowid "
        "WHERE word MATCH ? ORDER BY word.rowid DESC LIMIT ?",
        (_match(terms, dialog), MOST_PLACES),
    )
    return tuple(sorted(position for (position,) in rows))


def find_dialogs(terms: tuple[Term, ...], conn: Connection) -> tuple[DialogId, ...]:
    """Ten thousand heads are looked through faster than an index of them is kept."""
    found = []
    rows = conn.execute(f"SELECT {_DIALOG_WORDS} FROM dialog ORDER BY last_at DESC")  # noqa: S608 - columns are ours
    for number, *words in rows:
        text = fold("\n".join(str(each) for each in words if each is not None))
        if all(_has(text, term) for term in terms):
            found.append(DialogId(number))
            if len(found) == _MOST_DIALOGS:
                break
    return tuple(found)


def find_moment(dialog: DialogId, moment: datetime, conn: Connection) -> int:
    """The message of that moment or the next one by its time, the last one of the dialog if there
    is none, -1 in an empty one. What came late stands behind what is younger, so that every time
    is looked at.
    """
    after = (
        "SELECT position FROM message WHERE dialog = ? AND at >= ? ORDER BY at, position LIMIT 1"
    )
    row = conn.execute(after, (dialog, stamp(moment))).fetchone()
    if row is None:
        row = conn.execute(
            "SELECT position FROM message WHERE dialog = ? ORDER BY position DESC LIMIT 1",
            (dialog,),
        ).fetchone()
    return -1 if row is None else int(row[0])


def _match(terms: tuple[Term, ...], dialog: DialogId | None) -> str:
    """The query in the language of FTS5. Words are letters and digits only, so that none of them
    can mean anything there.
    """
    parts = [f'"{" ".join(each.words)}"{"*" if each.open_ended else ""}' for each in terms]
    asked = f"{{text}} : ({' AND '.join(parts)})"
    return asked if dialog is None else f'{asked} AND {{dialog}} : "{dialog}"'


def _hit(conn: Connection, dialog: int, position: int) -> Hit | None:
    sql = (
        f"SELECT {MESSAGE_COLUMNS} FROM message "  # noqa: S608 - columns are ours
        "WHERE dialog = ? AND position BETWEEN ? AND ?"
    )
    rows = conn.execute(sql, (dialog, position - 1, position + 1))
    around = {each.position: each for each in map(read_message, rows)}
    message = around.get(position)
    if message is None:
        return None
    return Hit(message, around.get(position - 1), around.get(position + 1))


def _has(text: str, term: Term) -> bool:
    """The quick look first: few heads have the letters at all."""
    return all(word in text for word in term.words) and bool(find_terms(text, (term,)))
