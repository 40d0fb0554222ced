"""The table `forward`: which events wait for a handler, and what became of the others.

All are functions for one transaction of the journal. How far a target was given events is kept as a
setting, so that it goes on there after a restart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from app.domain.forwarding import Forward, ForwardState, Since
from app.domain.markup import plain
from app.services.rows import load_text, moment_or_none, save_setting

#: New events are taken into the table so many at a time.
CHUNK = 200
_COLUMNS = (
    "f.id, f.event, e.name, f.state, f.tries, f.at, f.status, f.milliseconds, f.answer, f.problem, "
    "d.name, substr(m.text, 1, 300)"
)
_FROM = (
    "FROM forward f JOIN event e ON e.id = f.event "
    "LEFT JOIN step s ON s.id = (SELECT min(id) FROM step WHERE event = f.event) "
    "LEFT JOIN message m ON m.dialog = s.dialog AND m.position = s.position "
    "LEFT JOIN dialog d ON d.id = s.dialog"
)


@dataclass(frozen=True, slots=True)
class Next:
    """The event whose turn it is, and how many wait with it."""

    forward: Forward
    raw: bytes
    source: str
    waiting: int


def begin(target: str, since: Since, conn: Connection) -> None:
    """Choose with which event a target begins."""
    known = load_text(conn, _place(target)) != ""
    if since is Since.LEFT_OFF and known:
        return
    if since is Since.ALL:
        _change(conn, target, ForwardState.SKIPPED, ForwardState.WAITING)
        _save_place(conn, target, 0)
        return
    _change(conn, target, ForwardState.WAITING, ForwardState.SKIPPED)
    _save_place(conn, target, _newest(conn))


def take(target: str, at: str, conn: Connection) -> Next | None:
    """The oldest event that waits; from now on it counts as tried."""
    found = _first(conn, target)
    if found is None:
        _let_in(conn, target)
        found = _first(conn, target)
    if found is None:
        return None
    tries = "UPDATE forward SET tries = tries + 1, at = ?, problem = '' WHERE id = ?"
    conn.execute(tries, (at, found[0]))
    return _next(conn, target, found[0])


def again(number: int, at: str, conn: Connection) -> Next | None:
    """One event that is posted once more because somebody asked for it."""
    change = (
        "UPDATE forward SET state = ?, tries = tries + 1, at = ?, problem = '' WHERE id = ? "
        "RETURNING target"
    )
    row = conn.execute(change, (ForwardState.WAITING.value, at, number)).fetchone()
    return None if row is None else _next(conn, row[0], number)


def settle(forward: Forward, conn: Connection) -> None:
    """Keep what came of a try."""
    values = [forward.state.value, forward.status, forward.milliseconds, forward.answer]
    conn.execute(
        "UPDATE forward SET state = ?, status = ?, milliseconds = ?, answer = ?, problem = ? "
        "WHERE id = ?",
        [*values, forward.problem, forward.id],
    )


def page(target: str, before: int, count: int, conn: Connection) -> tuple[Forward, ...]:
    """Events of a target, the newest first; `before` is a number of a row, 0 for the newest."""
    order = "WHERE f.target = ? AND (? = 0 OR f.id < ?) ORDER BY f.id DESC LIMIT ?"
    rows = conn.execute(f"SELECT {_COLUMNS} {_FROM} {order}", (target, before, before, count))
    return tuple(map(_read, rows))


def found(number: int, conn: Connection) -> Next | None:
    """One event as it stands, with the row as it came."""
    row = conn.execute("SELECT target FROM forward WHERE id = ?", (number,)).fetchone()
    return None if row is None else _next(conn, row[0], number)


def count_waiting(target: str, conn: Connection) -> int:
    """How many events wait, those that are not in the table yet included."""
    (known,) = conn.execute(
        "SELECT count(*) FROM forward WHERE target = ? AND state = 'waiting'", (target,)
    ).fetchone()
    place = load_text(conn, _place(target))
    return int(known) + (max(_newest(conn) - int(place), 0) if place else 0)


def _first(conn: Connection, target: str) -> tuple[int] | None:
    found: tuple[int] | None = conn.execute(
        "SELECT id FROM forward WHERE target = ? AND state = 'waiting' ORDER BY event LIMIT 1",
        (target,),
    ).fetchone()
    return found


def _let_in(conn: Connection, target: str) -> None:
    place = int(load_text(conn, _place(target)) or _newest(conn))
    new = "SELECT id FROM event WHERE id > ? AND source != 'earlier' ORDER BY id LIMIT ?"
    numbers = [row[0] for row in conn.execute(new, (place, CHUNK))]
    conn.executemany(
        "INSERT OR IGNORE INTO forward (target, event, state) VALUES (?, ?, 'waiting')",
        [(target, number) for number in numbers],
    )
    if numbers:
        _save_place(conn, target, numbers[-1])


def _next(conn: Connection, target: str, number: int) -> Next:
    sql = f"SELECT {_COLUMNS}, e.raw, e.source {_FROM} WHERE f.id = ?"
    row = conn.execute(sql, (number,)).fetchone()
    return Next(_read(row), row[12], row[13], count_waiting(target, conn))


def _read(row: Sequence[Any]) -> Forward:
    return Forward(
        *(row[0], row[1], row[2], ForwardState(row[3]), row[4], moment_or_none(row[5])),
        *(row[6], row[7], row[8], row[9], row[10] or "", plain(row[11] or "")),
    )


def _change(conn: Connection, target: str, old: ForwardState, new: ForwardState) -> None:
    change = "UPDATE forward SET state = ? WHERE target = ? AND state = ?"
    conn.execute(change, (new.value, target, old.value))


def _newest(conn: Connection) -> int:
    (newest,) = conn.execute("SELECT max(id) FROM event").fetchone()
    return newest or 0


def _place(target: str) -> str:
    return f"forwarded to {target}"


def _save_place(conn: Connection, target: str, number: int) -> None:
    save_setting(_place(target), str(number), conn)
