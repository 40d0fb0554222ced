"""The page with ten thousand dialogs: opening it, typing in the search, filters, keys, an event.

Run by hand: `.venv/bin/python -m tests.benchmarks.dialog_list [dialogs]`. The floor is a list
of a hundred dialogs in the same run.
"""

import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.dialog import Author, Delivery, DialogState, Message
from app.domain.dialog_filter import DialogFilter
from app.services.desk import Desk
from app.services.transcript import Transcript
from app.services.views import View
from app.ui.dialogs.page import DialogsPage
from app.ui.loop import ConsoleLoop
from app.ui.style import ARGUMENTS, Theme
from tests.benchmarks.measuring import moment, p95, resident, sentence, stopwatch
from tests.helpers.desk import CONNECTOR, open_sandbox, open_test_desk

FLOOR, TIMES = 100, 40
NAMES = ("Анна Ковалёва", "Martin Berg", "Priya Nair", "Константин Преображенский", "Jonas Weber")


def fill(count: int, transcript: Transcript) -> None:
    """So many dialogs with a few messages each, on three lines."""
    draw = random.Random(3)
    for number in range(count):
        name = f"{draw.choice(NAMES)} {number}"
        dialog = transcript.begin(CONNECTOR, 42 + number % 3, f"chat-{number}", f"u-{number}", name)
        for place in range(2):
            author = (Author.CUSTOMER, Author.OPERATOR)[place and number % 5 > 0]
            text, at = sentence(draw), moment(number * 2 + place)
            message = Message(dialog.id, 0, author, name, text, at, Delivery.SENT)
            transcript.append(message, seen=number % 4 > 0)
        state = DialogState.CLOSED if number % 3 else DialogState.OPEN
        transcript.put(replace(transcript.dialog(dialog.id), state=state))


async def shown(step: Callable[[], object], page: DialogsPage) -> float:
    """Milliseconds of one step with the painting of the list."""
    begun = time.perf_counter()
    step()
    page.pane.list.viewport().repaint()
    spent = time.perf_counter() - begun
    await asyncio.sleep(0.002)
    return spent * 1000


async def told(desk: Desk, page: DialogsPage, number: int) -> float:
    """Milliseconds from a message that is written down to the repainted list."""
    wanted = desk.dialogs.all()[number * 37 % len(desk.dialogs.all())]

    def write(transcript: Transcript) -> None:
        at = moment(1_000_000 + number)
        transcript.append(Message(wanted.id, 0, Author.CUSTOMER, "Anna", "Hello", at))

    begun = time.perf_counter()
    await desk.dialogs.write(write)
    page.pane.list.viewport().repaint()
    return (time.perf_counter() - begun) * 1000


async def measure(desk: Desk, theme: Theme) -> dict[str, float]:
    """Milliseconds, and megabytes that the page adds."""
    before = resident()
    with stopwatch() as watch:
        page = DialogsPage(desk, theme)
        page.resize(1440, 900)
        theme.look_after(page)
        page.show()
        page.repaint()
    found = {"open the page": watch.seconds * 1000}
    rows, search = page.pane.list, page.pane.search
    rows.setFocus()
    down = partial(QTest.keyClick, rows, Qt.Key.Key_Down)
    found["next dialog p95"] = p95([await shown(down, page) for _ in range(TIMES)])
    await asyncio.sleep(0.5)  # between opening the page and typing
    letters = "анна 12 berg"
    write = lambda letter: search.setText(search.text() + letter)  # noqa: E731
    typed = [await shown(partial(write, each), page) for each in letters]
    found["a letter in the search p95"] = p95(typed)
    search.clear()
    filters = [button for button in page.pane.tabs.buttons.values() for _ in range(6)]
    found["another filter p95"] = p95([await shown(each.click, page) for each in filters])
    page.pane.tabs.buttons["all"].click()
    both = [View(""), View("", conditions=DialogFilter(frozenset({42}), unread=True))] * 6
    narrowed = [await shown(partial(page.pane.show_view, each), page) for each in both]
    found["conditions on and off p95"] = p95(narrowed)
    found["a message p95"] = p95([await told(desk, page, each) for each in range(TIMES)])
    found["memory MB"] = max(resident() - before, 0.1)
    await page.leave()
    page.close()
    return found


async def main(app: QApplication, count: int) -> None:
    """Measure both and print them with their ratio."""
    theme, results = Theme(app, "light"), []
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        portal = await stack.enter_async_context(open_sandbox())
        for size in (FLOOR, count):
            opening = open_test_desk(portal, folder / str(size), run=False)
            async with opening as desk:
                await desk.dialogs.write(partial(fill, size))
            opening = open_test_desk(portal, folder / str(size), run=False)
            async with opening as desk:
                results.append(await measure(desk, theme))
    floor, ours = results
    for name, value in ours.items():
        ratio = value / floor[name]
        print(f"{name}: {value:.1f}, with {FLOOR} dialogs {floor[name]:.1f}: {ratio:.1f}")


if __name__ == "__main__":
    application = QApplication([sys.argv[0], *ARGUMENTS])
    application.setQuitOnLastWindowClosed(False)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with asyncio.Runner(loop_factory=partial(ConsoleLoop, application)) as runner:
        runner.run(main(application, wanted))
