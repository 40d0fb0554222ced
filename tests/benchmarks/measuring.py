"""What the benchmarks share: figures of a process, percentiles, and messages to work on."""

import os
import random
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

WORDS = ("the", "lamp shade", "of glass", "brass", "order", "Friday, please", "когда", "доставка")
BEGIN = datetime(2026, 7, 14, tzinfo=UTC)


def resident(pid: int | None = None) -> float:
    """Megabytes of memory that a process holds, this one by default (Linux)."""
    pages = int(Path(f"/proc/{pid or os.getpid()}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def open_files(pid: int | None = None) -> int:
    """File descriptors of a process (Linux)."""
    return len(list(Path(f"/proc/{pid or os.getpid()}/fd").iterdir()))


def cpu_seconds(pid: int) -> float:
    """User and system time of one process (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def p95(spent: list[float]) -> float:
    """What 95 of 100 stay below."""
    return statistics.quantiles(spent, n=20)[-1]


@dataclass
class Stopwatch:
    """Seconds of the block it was made for."""

    seconds: float = 0.0


@contextmanager
def stopwatch() -> Iterator[Stopwatch]:
    """Measure a block."""
    watch, begun = Stopwatch(), time.perf_counter()
    try:
        yield watch
    finally:
        watch.seconds = time.perf_counter() - begun


def sentence(draw: random.Random) -> str:
    """Two to forty words."""
    return " ".join(draw.choices(WORDS, k=draw.choice((2, 5, 9, 14, 40))))


def moment(number: int) -> datetime:
    """A time for the message with this number, twenty seconds after the one before."""
    return BEGIN + timedelta(seconds=20 * number)
