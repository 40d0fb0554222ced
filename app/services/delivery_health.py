"""How well connectors bring messages over: reads the journal's messages, calls and rows.

Knows no calls of its own; runs on any connection to the journal.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from sqlite3 import Connection

from app.bitrix.decoding import decode
from app.domain.dialog import Author, Delivery, DialogId
from app.domain.statistics.facts import ConnectorHealth, Period
from app.domain.statistics.spreads import spread
from app.services.receipts import NOT_DELIVERED
from app.services.rows import stamp

_SENT, _CONFIRMED = "imconnector.send.messages", "imconnector.send.status.delivery"
#: What was read of the time before a dialog was known here was brought over by nobody here.
MESSAGES = """
SELECT d.connector, d.line, m.dialog, m.author, m.delivery, m.problem_code,
    d.customer IS NOT NULL OR d.receipts != '', count(*)
FROM message m JOIN dialog d ON d.id = m.dialog
WHERE m.at >= ? AND m.at < ? AND m.author != 'system' AND m.position >= 0
GROUP BY m.dialog, m.author, m.delivery, m.problem_code
"""
#: Every call but the first is a retry; the first one that was answered well ends the wait: SQLite
#: takes the other columns from the row that has the smallest number.
CALLS = f"""
SELECT connector, line, method, more, good, (julianday(made) - julianday(at)) * 86400.0 + took
FROM (
    SELECT d.connector, d.line, c.method, m.at, c.at AS made, c.milliseconds / 1000.0 AS took,
        count(*) - 1 AS more, min(CASE c.error WHEN '' THEN c.id END) IS NOT NULL AS good
    FROM message m JOIN dialog d ON d.id = m.dialog
    JOIN step s ON s.dialog = m.dialog AND s.position = m.position
    JOIN made_call c ON c.id = s.call
    WHERE m.at >= ? AND m.at < ? AND c.method IN ('{_SENT}', '{_CONFIRMED}')
    GROUP BY m.dialog, m.position, c.method
)
"""  # noqa: S608 - methods are ours
#: Rows that told of the same thing under other numbers. Readings first: rows are many.
DUPLICATES = """
SELECT e.raw, count(*) - 1 FROM batch b INDEXED BY batch_read CROSS JOIN event e ON e.batch = b.id
WHERE b.read_at >= ? AND b.read_at < ? AND e.source = 'queue' AND e.message_id != ''
GROUP BY e.name, e.message_id HAVING count(*) > 1
"""
_ARRIVED = (Delivery.DELIVERED.value, Delivery.READ.value)
_LOST = (Delivery.FAILED.value, Delivery.UNKNOWN.value)


@dataclass(slots=True)
class _Count:
    """What is known of one connector so far."""

    sent: int = 0
    confirmed: int = 0
    undelivered: int = 0
    written: int = 0
    failed: int = 0
    retries: int = 0
    duplicates: int = 0
    confirm_lags: list[float] = field(default_factory=list)
    arrive_lags: list[float] = field(default_factory=list)
    dialogs: dict[DialogId, None] = field(default_factory=dict)

    def add(
        self, author: str, delivery: str, problem: str | None, confirms: int, many: int
    ) -> None:
        """So many messages of one kind. Unless this console `confirms`, what becomes of a message
        is told to another program alone: it counts once its fate is known here.
        """
        if author == Author.CUSTOMER.value:
            self.written += many * (delivery == Delivery.SENT.value or delivery in _LOST)
            self.failed += many * (delivery in _LOST)
            return
        lost = problem == NOT_DELIVERED
        arrived = delivery in _ARRIVED and not lost
        self.sent += many * bool(confirms or lost or arrived)
        self.undelivered += many * lost
        self.confirmed += many * arrived

    def health(self, connector: str) -> ConnectorHealth:
        return ConnectorHealth(
            connector,
            *(self.sent, self.confirmed, self.undelivered, self.written, self.failed),
            confirm_lag=spread(self.confirm_lags),
            arrive_lag=spread(self.arrive_lags),
            retries=self.retries,
            duplicates=self.duplicates,
            dialogs=tuple(self.dialogs),
        )


def read_health(
    period: Period, lines: frozenset[int], conn: Connection
) -> tuple[ConnectorHealth, ...]:
    """Every connector that had a message in the period, by its code; `lines` are all when empty."""
    found: defaultdict[str, _Count] = defaultdict(_Count)
    times = (stamp(period.since), stamp(period.until))
    for connector, line, dialog, *message in conn.execute(MESSAGES, times):
        if not lines or line in lines:
            found[connector].add(*message)
            found[connector].dialogs[DialogId(dialog)] = None
    _add_calls(conn, times, lines, found)
    for connector, more in _duplicates(conn, times, lines):
        if connector in found:
            found[connector].duplicates += more
    return tuple(found[each].health(each) for each in sorted(found))


def _add_calls(
    conn: Connection,
    times: tuple[str, str],
    lines: frozenset[int],
    found: defaultdict[str, _Count],
) -> None:
    for connector, line, method, more, good, seconds in conn.execute(CALLS, times):
        if lines and line not in lines:
            continue
        count = found[connector]
        count.retries += more
        if good:
            lags = count.arrive_lags if method == _SENT else count.confirm_lags
            lags.append(max(seconds, 0.0))


def _duplicates(
    conn: Connection, times: tuple[str, str], lines: frozenset[int]
) -> Iterator[tuple[str, int]]:
    for raw, more in conn.execute(DUPLICATES, times):
        for event in decode(raw).events:
            connector, line = getattr(event, "connector", ""), getattr(event, "line", 0)
            if connector and (not lines or line in lines):
                yield connector, more
                break
