"""The rows of the log of acts, and how they are written and read. Knows no calls."""

from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection

from app.domain.dialog import DialogId
from app.services.rows import moment, stamp

#: A number that no act ever had, also where the rows of older ones were lost with a damaged journal
#: and only what became of them was saved.
_NEXT = """
    (SELECT max(coalesce((SELECT max(id) FROM act), 0),
                coalesce((SELECT max(act) FROM act_outcome), 0)) + 1)
"""
_COLUMNS = "at, user, user_name, profile, act, method, dialog, name, detail, before, result"
#: The result of a row that was written before the portal was asked.
BEGUN = "BEGUN"
#: The result of an act of which nobody knows what became: it may have been done.
UNKNOWN = "UNKNOWN_OUTCOME"
#: The result of an act that was given up before the portal was asked.
NOT_ASKED = "NOT_ASKED"


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One thing that was done. `user` is 0 for what the program did by itself; `act` is a name of
    `Act` or "", `name` the customer's, `detail` what else was asked for, `before` who had the
    dialog before; `result` is "", a code, or BEGUN while it goes on.
    """

    id: int
    at: datetime
    user: int
    user_name: str
    profile: str
    act: str
    method: str
    dialog: DialogId | None
    name: str
    detail: str
    before: str
    result: str


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which entries: words anywhere in them, only acts on dialogs, only what was refused."""

    words: str = ""
    dialogs: bool = False
    failed: bool = False


def add(entry: LogEntry, conn: Connection) -> int:
    """Write an entry down; its number."""
    values = (
        *(stamp(entry.at), entry.user, entry.user_name, entry.profile, entry.act, entry.method),
        *(entry.dialog, entry.name, entry.detail, entry.before, entry.result),
    )
    whole = tuple(map(_whole, values))
    cursor = conn.execute(
        f"INSERT INTO act (id, {_COLUMNS}) VALUES ({_NEXT}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - ours
        whole,
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def complete(number: int, at: datetime, result: str, conn: Connection) -> None:
    """Write down what became of an entry that was begun."""
    values = (number, stamp(at), _whole(result))
    conn.execute("INSERT INTO act_outcome (act, at, result) VALUES (?, ?, ?)", values)


def page(wanted: LogFilter, before: int, count: int, conn: Connection) -> tuple[LogEntry, ...]:
    """The newest entries, or those before one, the newest first."""
    where, values = ["(? = 0 OR id < ?)"], [before, before]
    texts: list[str] = []
    if wanted.dialogs:
        where.append("act != ''")
    if wanted.failed:
        where.append("result != ''")
    for word in wanted.words.split():
        where.append("instr(folded(user_name, act, method, name, detail, result), ?) > 0")
        texts.append(word.casefold())
    conn.create_function("folded", -1, _folded, deterministic=True)
    rows = conn.execute(
        f"SELECT id, {_COLUMNS} FROM told_act WHERE {' AND '.join(where)} "  # noqa: S608 - ours
        "ORDER BY id DESC LIMIT ?",
        (*values, *texts, count),
    )
    return tuple(LogEntry(row[0], moment(row[1]), *row[2:]) for row in rows)


def _whole(value: object) -> object:
    """Half a sign, as a clipped emoji, cannot be written down."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return value


def _folded(*texts: object) -> str:
    """SQLite's own lower() knows plain letters only."""
    return "\n".join(str(text) for text in texts).casefold()
