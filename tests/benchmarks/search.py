"""Search in a million messages: answers, size of the index, what it costs a written message.

Run by hand: `.venv/bin/python -m tests.benchmarks.search [messages]`. The floor is a tenth of the
messages in the same run. Words are as rare as words are: few of them are most of every text.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from sqlite3 import Connection

from app.domain.dialog import Author, Delivery, DialogId, Message
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.rows import write_message
from app.services.search import Search
from app.services.transcript import Transcript
from tests.benchmarks.measuring import moment, p95, stopwatch

VOCABULARY, BATCH, TIMES = 40_000, 5_000, 40
LETTERS = "аеиоуклмнпрстбдвг", "aeiouklmnprstbdvg"


class Words:
    """Made-up words, Russian and English, by Zipf's law."""

    def __init__(self) -> None:
        self.draw = random.Random(5)
        self.words = ["".join(self._letters()) for _ in range(VOCABULARY)]
        self._weights = list(accumulate(1 / (n + 5) for n in range(VOCABULARY)))

    def _letters(self) -> list[str]:
        return self.draw.choices(self.draw.choice(LETTERS), k=self.draw.randint(2, 11))

    def text(self) -> str:
        """Two to thirty words."""
        count = self.draw.choice((2, 4, 8, 12, 30))
        return " ".join(self.draw.choices(self.words, cum_weights=self._weights, k=count))


def messages(words: Words, count: int) -> Iterator[Message]:
    """Spread over ten thousand dialogs, in the order of their times."""
    places: dict[DialogId, int] = {}
    for number in range(count):
        dialog = DialogId(words.draw.randint(1, 10_000))
        position = places.get(dialog, 0)
        places[dialog] = position + 1
        author = (Author.CUSTOMER, Author.OPERATOR)[number % 2]
        at, delivery = moment(number), Delivery.SENT
        yield Message(dialog, position, author, "Anna", words.text(), at, delivery, im=number)


def begin(transcript: Transcript) -> None:
    """Ten thousand dialogs."""
    for number in range(10_000):
        transcript.begin("acme_shop", 42, f"chat-{number}", f"u-{number}", f"Anna {number}")


def size(path: Path) -> float:
    """Megabytes on the disk."""
    return path.stat().st_size / 1e6


def write_raw(conn: Connection, some: list[Message]) -> None:
    """As the journal writes them."""
    for each in some:
        write_message(conn, each)


async def fill(journal: Journal, count: int) -> float:
    """Microseconds for each message."""
    await (await Dialogs.load(journal)).write(begin)
    spent, some = 0.0, list[Message]()
    for message in messages(Words(), count):
        some.append(message)
        if len(some) == BATCH:
            with stopwatch() as watch:
                await journal.run(lambda conn, some=some: write_raw(conn, some))
            spent, some = spent + watch.seconds, []
    return spent / count * 1e6


async def ask(search: Search, queries: list[str], dialog: DialogId | None = None) -> list[float]:
    """Milliseconds of each answer."""
    spent = []
    for each in queries:
        begun = time.perf_counter()
        await search.find(each, dialog=dialog)
        spent.append((time.perf_counter() - begun) * 1000)
    return spent


async def measure(folder: Path, count: int) -> dict[str, float]:
    """All figures for so many messages."""
    journal = await Journal.open(folder / "journal.sqlite")
    found = {"written, us a message": await fill(journal, count)}
    words = Words()
    some, often = words.words[200 : 200 + TIMES], words.words[:TIMES]
    search = Search(journal)
    kinds = {
        "a word": some,
        "a frequent word": often,
        "two words": [f"{a} {b}" for a, b in zip(often, some, strict=True)],
        "the first letters": [each[:3] for each in some],
        "a phrase": [f'"{a} {b}"' for a, b in zip(often, some, strict=True)],
        "nothing": [f"{each}zzq" for each in some],
    }
    for kind, queries in kinds.items():
        spent = await ask(search, queries)
        found[f"{kind} p50, ms"] = statistics.median(spent)
        found[f"{kind} p95, ms"] = p95(spent)
    found["in one dialog p95, ms"] = p95(await ask(search, often, DialogId(77)))
    await journal.run(lambda conn: None)
    await search.close()
    await journal.close()
    whole = size(journal.path)
    index = await asyncio.to_thread(without_index, journal.path)
    found |= {"file, MB": whole, "of it for the search, MB": whole - index}
    return found


def without_index(path: Path) -> float:
    """How large the file is when the index is gone."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(
            "DROP TRIGGER word_message_gone; DROP TABLE word; DROP TABLE word_source; VACUUM"
        )
    return size(path)


async def main(count: int) -> None:
    """Measure both and print them with their ratio."""
    results = []
    for size_of_it in (count // 10, count):
        with tempfile.TemporaryDirectory() as folder:
            results.append(await measure(Path(folder), size_of_it))
    floor, ours = results
    for name, value in ours.items():
        print(f"{name}: {value:.1f}, with a tenth {floor[name]:.1f}: {value / floor[name]:.1f}")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000))
