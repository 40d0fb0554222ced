"""Events that go through disk, decoding, dialogs, list and transcript in a second.

Run by hand: `.venv/bin/python -m tests.benchmarks.events [events]`. The floor writes the same rows
to the same kind of file in the same batches and decodes them as plain JSON, in one thread and
without a window.
"""

import asyncio
import os
import random
import sqlite3
import sys
import tempfile
from contextlib import AsyncExitStack, closing
from functools import partial
from pathlib import Path

import msgspec

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.bitrix.events import Batch, QueueRow
from app.services.clock import utc_now
from app.services.desk import Desk
from app.services.inbox import Inbox
from app.ui.dialogs.page import DialogsPage
from app.ui.loop import ConsoleLoop
from app.ui.style import ARGUMENTS, Theme
from tests.benchmarks.measuring import moment, sentence, stopwatch
from tests.helpers.desk import CONNECTOR, LINE, ORIGIN, connected, open_sandbox, open_test_desk

PAGE, DIALOGS = 50, 50


def rows(count: int, first: int = 1) -> list[QueueRow]:
    """Operators' replies in many dialogs, numbered from `first`."""
    draw = random.Random(3)
    return [_row(number, sentence(draw)) for number in range(first, first + count)]


def _row(number: int, text: str) -> QueueRow:
    chat = number % DIALOGS
    message = {
        "im": {"chat_id": 7000 + chat, "message_id": 500_000 + number},
        "message": {"user_id": 12, "text": f"[b]Ann Lee:[/b] [br]{text}"},
        "chat": {"id": f"conv-{chat}"},
    }
    data = {"CONNECTOR": CONNECTOR, "LINE": str(LINE), "MESSAGES": [message]}
    digest = f"{number:032x}"
    raw = {
        "ID": str(number),
        "TIMESTAMP_X": moment(number).isoformat(),
        "EVENT_NAME": "ONIMCONNECTORMESSAGEADD",
        "EVENT_DATA": data,
        "EVENT_ADDITIONAL": {"user_id": "12"},
        "MESSAGE_ID": digest,
    }
    encoded = msgspec.json.encode(raw)
    return QueueRow(number, str(raw["EVENT_NAME"]), digest, "", False, encoded)


def floor(queued: list[QueueRow], folder: Path) -> float:
    """Events a second of bare rows and bare decoding."""
    with closing(sqlite3.connect(folder / "floor.sqlite", isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, raw BLOB NOT NULL)")
        with stopwatch() as watch:
            for first in range(0, len(queued), PAGE):
                batch = queued[first : first + PAGE]
                conn.execute("BEGIN IMMEDIATE")
                conn.executemany("INSERT INTO event (raw) VALUES (?)", [(r.raw,) for r in batch])
                conn.execute("COMMIT")
                for row in batch:
                    msgspec.json.decode(row.raw)
    return len(queued) / watch.seconds


async def through(desk: Desk, queued: list[QueueRow]) -> float:
    """Events a second through everything that this desk and what hangs on it does."""
    parts = (desk.journal, desk.dialogs, desk.people, lambda: ORIGIN, utc_now)
    inbox = Inbox(*parts, read_only=lambda: True)
    with stopwatch() as watch:
        for first in range(0, len(queued), PAGE):
            await inbox.save(Batch("", tuple(queued[first : first + PAGE])))
            await inbox.apply_waiting()
    return len(queued) / watch.seconds


async def main(app: QApplication, count: int) -> None:
    """Measure and print rates and ratios."""
    theme, queued = Theme(app, "light"), rows(count)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        bare = floor(queued, folder)
        portal = await stack.enter_async_context(open_sandbox())
        hidden = await stack.enter_async_context(open_test_desk(portal, folder / "1", run=False))
        headless = await through(hidden, queued)
        desk = await stack.enter_async_context(open_test_desk(portal, folder / "2", run=False))
        await connected(desk)
        page = DialogsPage(desk, theme)
        page.resize(1440, 900)
        theme.look_after(page)
        page.show()
        await through(desk, queued[:DIALOGS])
        page.take(desk.dialogs.all()[0].id)
        shown = await through(desk, queued[DIALOGS:])
        await page.leave()
        page.close()
    print(f"bare rows: {bare:,.0f} events/s")
    print(f"journal and dialogs: {headless:,.0f} events/s, {bare / headless:.1f} times the work")
    print(f"with list and transcript on screen: {shown:,.0f} events/s, {bare / shown:.1f} times")


if __name__ == "__main__":
    application = QApplication([sys.argv[0], *ARGUMENTS])
    application.setQuitOnLastWindowClosed(False)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with asyncio.Runner(loop_factory=partial(ConsoleLoop, application)) as runner:
        runner.run(main(application, wanted))
