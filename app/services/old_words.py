"""Messages that an older program wrote come into the search's index later, some at a time.

Knows how far that went, not who asks for it.
"""

from sqlite3 import Connection

from app.services.rows import MESSAGE_COLUMNS, load_text, read_messages, save_setting
from app.services.word_index import DONE, PROGRESS, note_all

#: Messages that are added in one transaction.
SOME = 200


def count_old(conn: Connection) -> int:
    """How many messages may have to be added, at most."""
    after = load_text(conn, PROGRESS)
    if after == DONE:
        return 0
    (total,) = conn.execute("SELECT count(*) FROM message").fetchone()
    if not total:
        save_setting(PROGRESS, DONE, conn)
    return int(total)


def add_some(conn: Connection) -> int:
    """Add the next of them and remember how far that went: how many there were."""
    dialog, position = (int(each) for each in (load_text(conn, PROGRESS) or "0 -1").split())
    rows = conn.execute(
        f"SELECT {MESSAGE_COLUMNS} FROM message "  # noqa: S608 - columns are ours
        "WHERE (dialog, position) > (?, ?) ORDER BY dialog, position LIMIT ?",
        (dialog, position, SOME),
    ).fetchall()
    note_all(conn, read_messages(rows))
    save_setting(PROGRESS, f"{rows[-1][0]} {rows[-1][1]}" if rows else DONE, conn)
    return len(rows)
