"""The alerts in the journal: what lasts, and what is over. Knows the table `alert`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection

from app.domain.alerts import Alert, AlertKind, Way
from app.domain.dialog import DialogId
from app.services.rows import moment, stamp

#: So many are kept.
KEPT = 5000
_KINDS, _WAYS = (frozenset(each.value for each in shape) for shape in (AlertKind, Way))
_COLUMNS = "kind, place, code, since_at, over_at, way, amount, line, connector, dialog"
_LASTING = f"SELECT {_COLUMNS} FROM alert WHERE over_at IS NULL ORDER BY id"  # noqa: S608 - ours
_PAST = f"SELECT {_COLUMNS} FROM alert WHERE over_at IS NOT NULL ORDER BY id DESC LIMIT ?"  # noqa: S608 - ours
_OLD = """
DELETE FROM alert WHERE over_at IS NOT NULL AND id <= (SELECT max(id) FROM alert) - ?
"""


def lasting(conn: Connection) -> tuple[Alert, ...]:
    """What was not over when it was looked at last."""
    return tuple(filter(None, map(_read, conn.execute(_LASTING))))


def past(count: int, conn: Connection) -> tuple[Alert, ...]:
    """What is over, the newest first."""
    return tuple(filter(None, map(_read, conn.execute(_PAST, (count,)))))


def keep(raised: Iterable[Alert], over: Iterable[Alert], conn: Connection) -> None:
    """Write down what began and what ended; twice has the effect of once."""
    end = "UPDATE alert SET over_at = ? WHERE kind = ? AND place = ? AND over_at IS NULL"
    for each in over:
        assert each.over_at is not None
        conn.execute(end, (stamp(each.over_at), each.kind.value, each.place))
    marks = ", ".join("?" * 10)
    insert = f"INSERT OR IGNORE INTO alert ({_COLUMNS}) VALUES ({marks})"  # noqa: S608 - ours
    conn.executemany(insert, map(_write, raised))
    conn.execute(_OLD, (KEPT,))


def forget(before: str, conn: Connection) -> None:
    """What was over before that moment is known no more."""
    conn.execute("DELETE FROM alert WHERE over_at < ?", (before,))


def _write(alert: Alert) -> tuple[object, ...]:
    where = (alert.way.value, alert.amount, alert.line, alert.connector, alert.dialog)
    what = (alert.kind.value, alert.place, alert.code)
    over = None if alert.over_at is None else stamp(alert.over_at)
    return (*what, stamp(alert.since), over, *where)


def _read(
    row: tuple[str, str, str, str, str | None, str, int, int, str, int | None],
) -> Alert | None:
    """None for a kind that only another version of this program knows."""
    kind, place, code, since, over, way, amount, line, connector, dialog = row
    if kind not in _KINDS or way not in _WAYS:
        return None
    where = (Way(way), amount, line, connector, None if dialog is None else DialogId(dialog))
    alert = Alert(AlertKind(kind), place, code, moment(since), *where)
    return alert if over is None else replace(alert, over_at=moment(over))


def ended(alert: Alert, at: datetime) -> Alert:
    """The same, over; a clock that was put back makes none end before it began."""
    return replace(alert, over_at=max(at, alert.since))
