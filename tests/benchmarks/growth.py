"""What a journal costs as it grows: rate, memory, disk and the time to open it again.

Run by hand: `.venv/bin/python -m tests.benchmarks.growth [events]`, a million by default
(ten minutes or more). The floor of each figure is the one at a thousand events of the same run.
"""

import asyncio
import sys
import tempfile
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from app.services.desk import Desk
from tests.benchmarks.events import rows, through
from tests.benchmarks.measuring import resident, stopwatch
from tests.helpers.desk import Portal, open_sandbox, open_test_desk

STEPS = (1_000, 10_000, 100_000, 1_000_000)
SAMPLE = 1_000


@dataclass
class Sample:
    """Figures at one size."""

    events: int
    rate: float
    memory: float
    disk: float
    opening: float


async def opened(portal: Portal, folder: Path) -> float:
    """Seconds to open everything that the journal holds."""
    session = await portal.sign_in()
    with stopwatch() as watch:
        async with open_test_desk(portal, folder, run=False, session=session):
            pass
    return watch.seconds


def on_disk(folder: Path) -> float:
    """Megabytes of the journal."""
    return sum(each.stat().st_size for each in folder.rglob("journal.sqlite*")) / 1e6


async def grown(desk: Desk, folder: Path, have: int, wanted: int) -> Sample:
    """Bring the journal to that size; the last thousand are measured."""
    while have < wanted:
        count = min(10_000, wanted - have, max(wanted - have - SAMPLE, SAMPLE))
        queued = rows(count, have + 1)
        rate = await through(desk, queued)
        have += count
    return Sample(wanted, rate, resident(), on_disk(folder), 0.0)


async def main(most: int) -> None:
    """Measure and print."""
    samples: list[Sample] = []
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        portal = await stack.enter_async_context(open_sandbox())
        have = 0
        for wanted in (step for step in STEPS if step <= most):
            async with open_test_desk(portal, folder, run=False) as desk:
                samples.append(await grown(desk, folder, have, wanted))
            have = wanted
            samples[-1].opening = await opened(portal, folder)
            show(samples[-1], samples[0])


def show(one: Sample, floor: Sample) -> None:
    """One line, with ratios to the first size."""
    print(
        f"{one.events:>9,} events: {one.rate:,.0f} events/s "
        f"({floor.rate / one.rate:.1f} times the work), {one.memory:.0f} MB of memory "
        f"({one.memory / floor.memory:.2f}), {one.disk:.0f} MB on disk, "
        f"opened in {one.opening * 1000:.0f} ms ({one.opening / floor.opening:.1f})",
        flush=True,
    )


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else STEPS[-1]))
