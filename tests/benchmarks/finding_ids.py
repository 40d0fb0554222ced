"""How long the journal takes to say what belongs to a pasted id, among a million messages.

`python -m tests.benchmarks.finding_ids [messages] [dialogs]`. Every tenth message has several ids,
every dialog a customer with a phone and a record. The floor is one look at each dialog's head.
"""

import asyncio
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from app.domain.dialog import Customer
from app.domain.resolving import read_clues
from app.services.clock import utc_now
from app.services.crm_links import CrmLinks
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.resolver_journal import JournalGraphs
from app.services.rows import to_json
from tests.benchmarks.measuring import stopwatch

ROUNDS = 9
AT = "2026-05-01T00:00:00.000000+00:00"
#: What is pasted, and how many dialogs it leads to: that number is a chat and a message.
PASTED = {
    "a customer's id": ("user-777", 1),
    "a chat's own id": ("conv-778", 1),
    "a bare number": ("500777", 2),
    "a message's id": ("m-7777", 1),
    "one id of several": ("m-7770-b", 1),
    "the portal's number": ("message 7777", 1),
    "a phone": ("+371 2000 5777", 1),
    "a record": ("lead 777", 1),
    "what nobody knows": ("nobody", 0),
}


def fill(path: Path, messages: int, dialogs: int) -> None:
    """Write the journal quickly."""
    each = messages // dialogs
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("BEGIN")
        conn.executemany(
            "INSERT INTO dialog (id, connector, line, chat, user, name, state, count, portal_chat, "
            "portal_user, session, customer, crm) "
            "VALUES (?, 'acme', 42, ?, ?, 'Client', 'open', ?, ?, ?, ?, ?, ?)",
            (_dialog(number, each) for number in range(1, dialogs + 1)),
        )
        conn.executemany(
            "INSERT INTO message "
            "(dialog, position, author, author_name, text, at, delivery, im, external_ids) "
            "VALUES (?, ?, 'customer', '', 'Is the lamp in stock?', ?, 'read', ?, ?)",
            (_message(number, each) for number in range(each * dialogs)),
        )
        conn.execute("COMMIT")


def _dialog(number: int, count: int) -> tuple[object, ...]:
    chat, user = f"conv-{number}", f"user-{number}"
    customer = Customer(user, "Client", chat, phone=f"+371 2000-{number + 5000}")
    crm = {"records": [("LEAD", number)], "read_at": AT, "user_code": ""}
    numbers = (count, number + 500_000, str(number + 900_000), number + 700_000)
    return number, chat, user, *numbers, to_json(customer), to_json(crm)


def _message(number: int, count: int) -> tuple[object, ...]:
    ids = (f"m-{number}-a", f"m-{number}-b") if number % 10 == 0 else (f"m-{number}",)
    return number // count + 1, number % count, AT, number, to_json(ids)


async def main(messages: int, dialogs: int) -> None:
    """Print one line for each kind of id: milliseconds, and how many floors that is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.sqlite"
        await (await Journal.open(path)).close()
        fill(path, messages, dialogs)
        journal = await Journal.open(path)
        known = await Dialogs.load(journal)
        links = await CrmLinks.load(None, journal, lambda: "", utc_now)
        graphs = JournalGraphs(journal, known, links)
        floor = median([_floor(known) for _ in range(ROUNDS)])
        print(f"{messages:,} messages, {dialogs:,} dialogs, {path.stat().st_size / 2**20:,.0f} MiB")
        print(f"{'look at each dialog':20} {1000 * floor:8.1f} ms    1.0")
        for name, (text, count) in PASTED.items():
            took = []
            for _ in range(ROUNDS):
                with stopwatch() as watch:
                    found = await graphs.find(read_clues(text), 20)
                took.append(watch.seconds)
            assert len(found) == count, (name, found)
            print(f"{name:20} {1000 * median(took):8.1f} ms {median(took) / floor:6.1f}")
        await journal.close()


def _floor(known: Dialogs) -> float:
    began = time.perf_counter()
    for dialog in known.all():
        if dialog.chat == "":
            raise AssertionError
    return time.perf_counter() - began


if __name__ == "__main__":
    sizes = [int(each) for each in sys.argv[1:3]]
    asyncio.run(main(*(sizes + [1_000_000, 20_000][len(sizes) :])))
