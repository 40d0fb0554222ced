"""From an operator's act at the portal to the painted bubble, over real sockets.

Run by hand: `.venv/bin/python -m tests.benchmarks.act_to_bubble [acts]`. The floor polls the same
portal at the same pace with a bare HTTP client and stops the clock when it has the row; both take
turns.
"""

import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import httpx
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from app.domain.dialog import Dialog
from app.ui.dialogs.page import DialogsPage
from app.ui.loop import ConsoleLoop
from app.ui.style import ARGUMENTS, Theme
from tests.benchmarks.measuring import p95
from tests.e2e.conftest import serve
from tests.helpers.desk import Portal, connected, open_test_desk, written

PACE = 0.5


class LastBubble(QObject):
    """Tells when the newest message of a page's transcript was painted."""

    def __init__(self, page: DialogsPage) -> None:
        super().__init__(page)
        self._page = page
        self.painted = ""
        page.view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Looks at what is on the screen while it is painted."""
        placed, model = self._page.view.window_rows.placed, self._page.transcript_model
        if event.type() == QEvent.Type.Paint and placed and placed[-1].row is not None:
            message = model.message(placed[-1].position)
            self.painted = message.text if message is not None else ""
        return False


async def until(true: Callable[[], bool]) -> None:
    """Look every two milliseconds."""
    while not true():  # noqa: ASYNC110 - looked at as a person would
        await asyncio.sleep(0.002)


async def acted(portal: Portal, dialog: Dialog, text: str, true: Callable[[], bool]) -> float:
    """Seconds from the operator's act to what was waited for; acts come at any moment."""
    await asyncio.sleep(random.uniform(0.0, PACE))
    begun = time.perf_counter()
    await portal.reply(dialog, text)
    await until(true)
    return time.perf_counter() - begun


async def bare(portal: Portal, token: str, dialog: Dialog, acts: int) -> list[float]:
    """Seconds until a bare client holds each row."""
    seen: list[str] = []

    async def poll() -> None:
        async with httpx.AsyncClient() as http:
            while True:
                url = f"{portal.about['rest']}event.offline.get.json"
                answer = await http.post(url, json={"auth": token})
                seen.extend(str(row) for row in answer.json()["result"]["events"])
                await asyncio.sleep(PACE)

    polling = asyncio.get_running_loop().create_task(poll())
    texts = [f"bare {number}." for number in range(acts)]
    spent = [
        await acted(portal, dialog, text, lambda text=text: any(text in row for row in seen))
        for text in texts
    ]
    polling.cancel()
    return spent


async def main(app: QApplication, acts: int) -> None:
    """Measure and print both, their ratio and what the console adds."""
    theme = Theme(app, "light")
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        portal = await stack.enter_async_context(serve("--preset", "no-auth-connector"))
        session = await portal.sign_in()
        opening = open_test_desk(portal, folder, session=session, interval=(PACE, PACE))
        async with opening as desk:
            await connected(desk)
            page = DialogsPage(desk, theme)
            page.resize(1440, 900)
            theme.look_after(page)
            page.show()
            number = await written(desk)
            page.take(number)
            await until(lambda: (found := desk.dialogs.get(number)) and bool(found.portal_chat))
            dialog = desk.dialogs.get(number)
            assert dialog is not None
            last = LastBubble(page)
            ours = [
                await acted(portal, dialog, text, lambda text=text: last.painted == text)
                for text in (f"console {number}." for number in range(acts))
            ]
            await page.leave()
            page.close()
            token = await session.access_token()
        floor = await bare(portal, token, dialog, acts)
    show(floor, ours)


def show(floor: list[float], ours: list[float]) -> None:
    """Medians and 95th percentiles."""
    for name, of in (("p50", statistics.median), ("p95", p95)):
        one, other = of(floor) * 1000, of(ours) * 1000
        ratio, more = other / one, other - one
        print(f"{name}: {other:.0f} ms, bare poll {one:.0f} ms: {ratio:.2f}, adds {more:.0f} ms")


if __name__ == "__main__":
    application = QApplication([sys.argv[0], *ARGUMENTS])
    application.setQuitOnLastWindowClosed(False)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with asyncio.Runner(loop_factory=partial(ConsoleLoop, application)) as runner:
        runner.run(main(application, wanted))
