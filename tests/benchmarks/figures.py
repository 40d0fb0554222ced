"""Statistics of a long journal: the first report, one after an event, an export, and how long the
loop is kept waiting meanwhile.

Run by hand: `.venv/bin/python -m tests.benchmarks.figures [messages]`. Ten messages a session; the
floor of a report is one that has only the rows read by SQLite.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import Connection
from typing import TypeVar
from zoneinfo import ZoneInfo

from app.domain.dialog import Author, Delivery, DialogId, Message
from app.domain.statistics.facts import Period
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.notes import NoteKind, note_text
from app.services.rows import write_message
from app.services.statistics import Statistics
from app.services.transcript import Transcript

T = TypeVar("T")
DIALOGS, BATCH = 5_000, 5_000
BEGAN = datetime(2026, 5, 1, tzinfo=UTC)


class NoLines:
    """A portal of whose lines nothing was read."""

    def all(self) -> tuple[()]:
        """None."""
        return ()


def messages(count: int) -> Iterator[Message]:
    """Sessions of ten lines: it begins, four questions and answers, it ends."""
    for number in range(count):
        turn, step = divmod(number, 10)
        dialog, position = DialogId(turn % DIALOGS + 1), turn // DIALOGS * 10 + step
        at = BEGAN + timedelta(minutes=turn, seconds=step * 20)
        if step in (0, 9):
            kind = NoteKind.SESSION_STARTED if step == 0 else NoteKind.SESSION_FINISHED
            yield Message(dialog, position, Author.SYSTEM, "", note_text(kind, turn + 1), at)
        else:
            asks = step % 2
            author, sent = (Author.OPERATOR, Delivery.DELIVERED)
            if asks:
                author, sent = Author.CUSTOMER, Delivery.SENT
            yield Message(
                *(dialog, position, author, "Anna", "Hello", at, sent), im=number, author_id=7
            )


def begin(transcript: Transcript) -> None:
    """All dialogs."""
    for number in range(DIALOGS):
        transcript.begin("acme_shopchat", 42, f"c-{number}", f"u-{number}", f"Anna {number}")


async def fill(journal: Journal, count: int) -> None:
    """Write the messages."""
    rows = list(messages(count))
    for start in range(0, count, BATCH):
        part = rows[start : start + BATCH]

        def write(conn: Connection, part: list[Message] = part) -> None:
            for each in part:
                write_message(conn, each)

        await journal.run(write)


async def timed(name: str, work: Awaitable[T]) -> T:
    """How long it took, and the longest time that the loop could not do anything else."""
    longest, done = 0.0, False

    async def watch() -> None:
        nonlocal longest
        while not done:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            longest = max(longest, time.perf_counter() - before - 0.001)

    watcher = asyncio.get_running_loop().create_task(watch())
    began = time.perf_counter()
    result = await work
    took, done = time.perf_counter() - began, True
    await watcher
    print(f"{name:32} {took * 1000:8.0f} ms, loop late by {longest * 1000:5.1f} ms at most")
    return result


def count_rows(conn: Connection) -> int:
    """Read what a report reads, and nothing more."""
    sql = "SELECT dialog, author, delivery, at, author_id, author_name, text FROM message"
    return len(conn.execute(sql).fetchall())


async def main(count: int) -> None:
    """Measure."""
    with tempfile.TemporaryDirectory() as folder:
        journal = await Journal.open(Path(folder) / "journal.sqlite")
        await (await Dialogs.load(journal)).write(begin)
        await fill(journal, count)
        dialogs = await Dialogs.load(journal)
        now = BEGAN + timedelta(minutes=count / 10)
        figures = Statistics(journal, dialogs, NoLines(), lambda _: "", lambda: now)
        period = Period(BEGAN, now, ZoneInfo("Europe/Riga"))
        print(f"{count} messages, {count // 10} sessions, {DIALOGS} dialogs")
        await timed("rows alone (floor)", journal.run(count_rows))
        await timed("first report", figures.report(period))
        await timed("the same again", figures.report(period))
        await dialogs.write(lambda t: t.note(DialogId(1), now, NoteKind.LINE_DISCONNECTED, 42))
        await timed("after an event", figures.report(period))
        day = Period(now - timedelta(days=1), now, period.zone)
        await timed("the last day", figures.report(day))
        month = Period(now - timedelta(days=30), now, period.zone)
        await timed("the last 30 days", figures.report(month))
        every = frozenset[int]()
        for form in ("csv", "xlsx"):
            target = Path(folder) / f"all.{form}"
            await timed(f"export as {form}", figures.export(target, period, every, form))
        await figures.close()
        await journal.close()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
