"""The board with ten thousand dialogs that are not closed, in a journal of ten times as many: for
how long a look holds the window up.

Run by hand: `.venv/bin/python -m tests.benchmarks.board_many [live]`. The floor is the board with a
hundred of a thousand dialogs in the same run.
"""

import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.domain.dialog import Dialog, DialogId, DialogState
from app.services.board import Board
from app.services.clock import utc_now
from app.services.desk import Desk
from app.services.transcript import Changes, Transcript
from app.ui.loop import ConsoleLoop
from app.ui.statistics.board import BoardTab
from app.ui.style import ARGUMENTS, Theme
from tests.helpers.desk import CONNECTOR, open_sandbox, open_test_desk

FLOOR, KNOWN, LINES, OPERATORS, TIMES = 100, 10, 20, 50, 40


def fill(live: int, now: datetime, transcript: Transcript) -> None:
    """One of ten dialogs is open; half of those wait, for up to an hour and a half."""
    draw = random.Random(3)
    for number in range(live * KNOWN):
        begun = transcript.begin(
            CONNECTOR, 42 + number % LINES, f"chat-{number}", f"u-{number}", f"Guest {number}"
        )
        changed = replace(begun, state=DialogState.CLOSED)
        if number % KNOWN == 0:
            since = now - timedelta(seconds=draw.randrange(5400)) if draw.random() < 0.5 else None
            who = draw.randrange(OPERATORS)
            changed = replace(begun, waiting_since=since, operator=f"Operator {who}")
        transcript.put(changed)


def spent(step: Callable[[], object]) -> float:
    """Milliseconds of one step."""
    begun = time.perf_counter()
    step()
    return (time.perf_counter() - begun) * 1000


def answered(desk: Desk, numbers: Iterator[int], live: list[DialogId]) -> None:
    """One customer after the other is answered, or writes again."""
    dialog = desk.dialogs.get(live[next(numbers) * 7 % len(live)])
    assert isinstance(dialog, Dialog)
    since = utc_now() if dialog.waiting_since is None else None
    changes = Changes()
    changes.dialogs[dialog.id] = replace(dialog, waiting_since=since)
    desk.dialogs.publish(changes)


async def measure(desk: Desk, theme: Theme) -> dict[str, float]:
    """Milliseconds for which nothing else can be done."""
    tab = BoardTab(desk, theme)
    tab.resize(1440, 900)
    theme.look_after(tab)
    tab.show()
    look, numbers = tab.presenter._look, count()
    for _ in range(TIMES):  # what was left to be judged anew
        look()
        await asyncio.sleep(0.01)
    live = [each.id for each in desk.dialogs.all() if each.state is not DialogState.CLOSED]
    found = {"a second passes": median([spent(look) for _ in range(TIMES)])}
    changed = []
    for _ in range(TIMES):
        took = spent(partial(answered, desk, numbers, live))
        changed.append(took + spent(look))
        await asyncio.sleep(0.002)
    found["a dialog changes"] = median(changed)
    lines = sorted(desk.board.lines())
    other = [spent(partial(desk.board.now, lines[place % 5 :])) for place in range(TIMES)]
    found["other lines are chosen"] = median(other)
    tab.close()
    await tab.leave()
    return found


async def main(app: QApplication, live: int) -> None:
    """Measure both and print them with their ratio."""
    theme, results = Theme(app, "light"), []
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        portal = await stack.enter_async_context(open_sandbox())
        for size in (FLOOR, live):
            opening = open_test_desk(portal, folder / str(size), run=False)
            async with opening as desk:
                await desk.dialogs.write(partial(fill, size, utc_now()))
            opening = open_test_desk(portal, folder / str(size), run=False)
            async with opening as desk:
                results.append(await measure(desk, theme))
                results[-1]["the longest piece of filling the board"] = await filled(desk)
    floor, ours = results
    for name, value in ours.items():
        few, ratio = floor[name], value / floor[name]
        print(f"{name}: {value:.2f} ms, with {FLOOR} dialogs {few:.2f}: {ratio:.1f}")


async def filled(desk: Desk) -> float:
    """Milliseconds for which the loop did nothing else at most while a board was made."""
    longest, ended = 0.0, asyncio.Event()

    async def watch() -> None:
        nonlocal longest
        before = time.perf_counter()
        while not ended.is_set():
            await asyncio.sleep(0)
            now = time.perf_counter()
            longest, before = max(longest, now - before), now

    watching = asyncio.ensure_future(watch())  # noqa: TID251 - awaited below
    await Board.load(desk.journal, desk.dialogs, desk.levels, desk.board.presence, utc_now)
    ended.set()
    await watching
    return longest * 1000


if __name__ == "__main__":
    application = QApplication([sys.argv[0], *ARGUMENTS])
    application.setQuitOnLastWindowClosed(False)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with asyncio.Runner(loop_factory=partial(ConsoleLoop, application)) as runner:
        runner.run(main(application, wanted))
