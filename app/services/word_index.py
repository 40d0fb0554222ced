"""What the search can find: the words of each message, kept in the message's own transaction.

Messages of a file that an older program wrote are added later, in small steps. Knows tables, no
queries of people.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from sqlite3 import Connection

from app.domain.dialog import Author, Delivery, Message
from app.domain.long_texts import SEARCHED
from app.domain.markup import plain
from app.domain.query import fold

#: The setting that says how far the messages of an older file have been added.
PROGRESS, DONE = "search_indexed", "done"
#: Says that the index is being made one part, and how many of its pages go in one transaction.
_SQUEEZING, _PAGES = "search_squeezing", 200
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = 1_000_000
_FORMATS = ("[", "&", "#BR#", ":f0", "\r", "----------")
_HERE = "SELECT id, text FROM word_source WHERE dialog = ? AND position = ?"


def words_of(message: Message) -> str:
    """What can be searched for in a message: its words without formats and the names of its files;
    nothing of a note.
    """
    if message.author is Author.SYSTEM and message.delivery is Delivery.NONE:
        return ""
    text = message.text[:SEARCHED]
    if any(each in text for each in _FORMATS):
        text = plain(text)
    return fold("\n".join([text, *(each.name for each in message.attachments)]).strip())


def note_words(conn: Connection, message: Message) -> None:
    """Keep the words of a message that is being written; the same words again change nothing."""
    text, place = words_of(message), (message.dialog, message.position)
    known = conn.execute(_HERE, place).fetchone()
    if known is not None:
        if known[1] == text:
            return
        conn.execute("DELETE FROM word_source WHERE id = ?", (known[0],))
    if text:
        number = known[0] if known is not None else _free(conn, message.at)
        conn.execute("INSERT INTO word_source VALUES (?, ?, ?, ?)", (number, *place, text))


def note_all(conn: Connection, messages: Iterable[Message]) -> None:
    """Keep the words of many messages: in the order of their times, which is the cheapest."""
    for message in sorted(messages, key=lambda each: each.at):
        note_words(conn, message)


def forget_all(conn: Connection) -> None:
    """Begin anew: the messages have other places now."""
    conn.execute("DELETE FROM word_source")
    conn.execute("DELETE FROM setting WHERE name = ?", (PROGRESS,))


def squeeze(conn: Connection) -> int:
    """Take out for good what the index still holds of deleted words, a part of the work each time;
    0 when nothing is left to do.
    """
    before = conn.total_changes
    begun = conn.execute("SELECT value FROM setting WHERE name = ?", (_SQUEEZING,)).fetchone()
    pages = _PAGES if begun else -_PAGES  # a negative number makes one part of all
    conn.execute("INSERT INTO word (word, rank) VALUES ('merge', ?)", (pages,))
    done = conn.total_changes - before
    if done <= 1:
        conn.execute("DELETE FROM setting WHERE name = ?", (_SQUEEZING,))
        return 0
    conn.execute("INSERT OR REPLACE INTO setting VALUES (?, '1')", (_SQUEEZING,))
    return done


def number_of(at: datetime) -> int:
    """The first number that a message of this moment can have."""
    whole = at.astimezone(UTC) - _EPOCH
    return (whole.days * 86_400 + whole.seconds) * _SECOND + whole.microseconds


def _free(conn: Connection, at: datetime) -> int:
    """A number as near to the time as those allow that are taken."""
    number = number_of(at)
    while True:
        end = number + _SECOND
        taken = "SELECT max(id) FROM word_source WHERE id >= ? AND id < ?"
        (last,) = conn.execute(taken, (number, end)).fetchone()
        if last is None:
            return number
        if last + 1 < end:
            return int(last) + 1
        number = end
