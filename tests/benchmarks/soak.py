"""Memory, file handles and tasks of a console that works for a long time beside a busy portal.

Run by hand: `.venv/bin/python -m tests.benchmarks.soak [minutes]`, an hour by default. Fifty
customers write in turn, operators answer, the person at the window goes from dialog to dialog. The
floor is the second fifth of the run: in an hour everything that has a bound is full by then (the
last 2000 calls after eleven minutes, SQLite's pages). A leak shows as growth from there to the end.
"""

import asyncio
import gc
import os
import statistics
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.domain.dialog import Customer, DialogId
from app.services.desk import Desk
from app.ui.dialogs.page import DialogsPage
from app.ui.loop import ConsoleLoop
from app.ui.style import ARGUMENTS, Theme
from tests.benchmarks.measuring import cpu_seconds, open_files, resident
from tests.e2e.conftest import serve
from tests.helpers.desk import CONNECTOR, LINE, Portal, connected, open_test_desk

CUSTOMERS, TURN, LOOK = 50, 0.5, 30.0
PACE = (0.5, 2.0)


@dataclass
class Look:
    """What one look at the process found."""

    minute: float
    events: int
    memory: float
    files: int
    tasks: int
    cpu: float


def look(begun: float, events: int) -> Look:
    """Figures of this process now."""
    gc.collect()
    return Look(
        (time.monotonic() - begun) / 60,
        events,
        resident(),
        open_files(),
        len(asyncio.all_tasks()),
        cpu_seconds(os.getpid()),
    )


def objects(page: DialogsPage) -> int:
    """How many objects of Qt there are. Not for every look: PySide wraps each one that Python did
    not know yet, and keeps the wrapper as long as the page.
    """
    return len(page.findChildren(QObject))


async def talk(desk: Desk, portal: Portal, page: DialogsPage, until: float) -> int:
    """Customers write, operators answer, the person looks around; how many messages there were."""
    dialogs: list[DialogId] = []
    turn = 0
    while time.monotonic() < until:
        who, turn = turn % CUSTOMERS, turn + 1
        if who >= len(dialogs):
            customer = Customer(f"soak-{who}", "Martin", f"soak-{who}", "Berg")
            dialog = await desk.outbox.start_dialog(CONNECTOR, LINE, customer, f"Hello {turn}")
            dialogs.append(dialog.id)
        else:
            await desk.outbox.send(dialogs[who], f"And one more question, {turn}")
        page.take(dialogs[turn // 7 % len(dialogs)])
        answered = desk.dialogs.get(dialogs[turn // 2 % len(dialogs)])
        if answered is not None and answered.portal_chat is not None:
            await portal.reply(answered, f"An answer to {turn}")
        await asyncio.sleep(TURN)
    return turn


async def main(app: QApplication, minutes: float) -> None:
    """Run and print a line for each look, then the growth."""
    theme, looks = Theme(app, "light"), list[Look]()
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        portal = await stack.enter_async_context(serve("--seed", "busy"))
        desk = await stack.enter_async_context(open_test_desk(portal, folder, interval=PACE))
        await connected(desk)
        page = DialogsPage(desk, theme)
        page.resize(1440, 900)
        theme.look_after(page)
        page.show()
        begun = time.monotonic()
        end = begun + minutes * 60
        talking = asyncio.get_running_loop().create_task(talk(desk, portal, page, end))
        at_first = 0
        while not talking.done():
            await asyncio.sleep(min(LOOK, minutes * 2))
            looks.append(look(begun, desk.feed.health.events))
            print(looks[-1], flush=True)
            at_first = at_first or objects(page)
        print(f"objects: {at_first} at first, {objects(page)} at the end")
        print(f"{await talking} customers' messages, {desk.feed.health.events} events")
        await page.leave()
        page.close()
    summed_up(looks)


def summed_up(looks: list[Look]) -> None:
    """The last tenth against the second fifth."""
    early, late = floor_and_end(looks)
    for name in ("memory", "files", "tasks"):
        one, other = mean(early, name), mean(late, name)
        print(f"{name}: {one:.1f} at first, {other:.1f} at the end: {other / one:.3f}")
    events = mean(late, "events") - mean(early, "events") or 1.0
    grown = (mean(late, "memory") - mean(early, "memory")) * 1e6
    print(f"memory: {grown / events:.0f} bytes an event")
    minutes = looks[-1].minute - looks[0].minute or 1.0
    print(f"CPU: {(looks[-1].cpu - looks[0].cpu) / minutes / 60:.1%} of a core")


def floor_and_end(looks: list[Look]) -> tuple[list[Look], list[Look]]:
    """The second fifth and the last tenth; of very few looks the first and the last."""
    fifth, tenth = max(len(looks) // 5, 1), max(len(looks) // 10, 1)
    return looks[fifth : 2 * fifth] or looks[:1], looks[-tenth:]


def mean(looks: list[Look], name: str) -> float:
    """Of one figure."""
    return statistics.mean(float(getattr(each, name)) for each in looks)


if __name__ == "__main__":
    application = QApplication([sys.argv[0], *ARGUMENTS])
    application.setQuitOnLastWindowClosed(False)
    wanted = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    with asyncio.Runner(loop_factory=partial(ConsoleLoop, application)) as runner:
        runner.run(main(application, wanted))
