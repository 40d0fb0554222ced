"""How long a journal of a million messages takes to open, to be looked through and to be saved.

`python -m tests.benchmarks.opening_journal [messages]`. The floor is reading the file once.
"""

import asyncio
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.journal_file import check_wholly, connect
from app.services.salvage import look

DIALOGS = 10_000


def fill(path: Path, messages: int) -> None:
    """Dialogs with messages and a raw row for each message, written quickly."""
    texts = [f"Message {n}: " + "some words " * (n % 12) for n in range(97)]
    raw = b'{"EVENT_NAME":"ONIMCONNECTORMESSAGEADD","EVENT_DATA":"' + b"x" * 420 + b'"}'
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("BEGIN")
        conn.execute("INSERT INTO batch VALUES (1, '', '2026-05-01T00:00:00.000000+00:00')")
        conn.executemany(
            "INSERT INTO dialog (id, connector, line, chat, user, name, state, count) "
            "VALUES (?, 'acme', 42, ?, 'u', 'Client', 'open', ?)",
            ((n + 1, f"c-{n}", messages // DIALOGS) for n in range(DIALOGS)),
        )
        conn.executemany(
            "INSERT INTO message (dialog, position, author, author_name, text, at, delivery, im) "
            "VALUES (?, ?, 'operator', 'Ann', ?, '2026-05-01T00:00:00.000000+00:00', 'read', ?)",
            (
                (n // (messages // DIALOGS) + 1, n % (messages // DIALOGS), texts[n % 97], n)
                for n in range(messages)
            ),
        )
        conn.executemany(
            "INSERT INTO event (batch, row, name, message_id, raw, applied) "
            "VALUES (1, ?, 'ONIMCONNECTORMESSAGEADD', 'h', ?, 1)",
            ((n, raw) for n in range(messages)),
        )
        conn.execute("COMMIT")


async def open_once(path: Path) -> float:
    """Seconds until every dialog's head is known."""
    began = time.perf_counter()
    journal = await Journal.open(path)
    await Dialogs.load(journal)
    took = time.perf_counter() - began
    await journal.close()
    return took


def read_once(path: Path) -> float:
    """Seconds to read the whole file."""
    began = time.perf_counter()
    with path.open("rb") as file:
        while file.read(1 << 20):
            pass
    return time.perf_counter() - began


async def main(messages: int) -> None:
    """Print one line for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.sqlite"
        await open_once(path)
        fill(path, messages)
        floor = read_once(path)
        print(f"{messages:,} messages, {path.stat().st_size / 2**20:,.0f} MiB")
        print(f"read the file once      {floor:8.2f} s   1.0")
        opened = min([await open_once(path) for _ in range(3)])
        print(f"open and load dialogs   {opened:8.2f} s   {opened / floor:.1f}")
        began = time.perf_counter()
        with closing(connect(path)) as connection:
            check_wholly(path, connection)
        took = time.perf_counter() - began
        print(f"look through all of it  {took:8.2f} s   {took / floor:.1f}   (in the background)")
        with path.open("r+b") as file:
            file.seek(path.stat().st_size // 2)
            file.write(b"\xa5" * 4096)
        began = time.perf_counter()
        salvaged = look(path, Path(folder) / "look" / "journal.sqlite")
        took = time.perf_counter() - began
        print(f"save a damaged one      {took:8.2f} s   {took / floor:.1f}   lost {salvaged.lost}")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
