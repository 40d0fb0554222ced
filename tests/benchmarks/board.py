"""From an operator's act at a busy portal to the painted figure of the board, over real sockets,
and from opening the page to its first figure.

Run by hand: `.venv/bin/python -m tests.benchmarks.board [acts]`. The floors: a bare HTTP client
that polls the same portal at the same pace, and a page of five labels.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from app.domain.dialog import Dialog
from app.services.desk import Desk
from app.ui.loop import ConsoleLoop
from app.ui.statistics.board import BoardTab
from app.ui.statistics.figures import FigureCard
from app.ui.statistics.page import StatisticsPage
from app.ui.style import ARGUMENTS, Theme
from tests.benchmarks.act_to_bubble import PACE, acted, bare, show, until
from tests.e2e.conftest import serve
from tests.helpers.desk import ANNA, connected, open_test_desk, written

OPENINGS = 20


class Painted(QObject):
    """What a widget showed when it was painted last."""

    def __init__(self, widget: QLabel | FigureCard) -> None:
        super().__init__(widget)
        self._widget = widget
        self.shown = ""
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Looks at what is painted."""
        if event.type() == QEvent.Type.Paint:
            widget = self._widget
            self.shown = widget.figure.value if isinstance(widget, FigureCard) else widget.text()
        return False


async def waiting(desk: Desk, count: int) -> list[Dialog]:
    """So many customers wait in chats of the portal."""
    numbers = []
    for number in range(count):
        name = f"guest-{number}"
        numbers.append(await written(desk, replace(ANNA, id=name, chat=name, phone="")))
    found = [desk.dialogs.get(number) for number in numbers]
    while not all(each is not None and each.portal_chat for each in found):
        await asyncio.sleep(0.05)
        found = [desk.dialogs.get(number) for number in numbers]
    return [each for each in found if each is not None]


def five_labels() -> tuple[QWidget, QLabel]:
    """A page that says five figures, and one of them."""
    page = QWidget()
    row = QHBoxLayout(page)
    labels = [QLabel(str(number)) for number in range(5)]
    for each in labels:
        row.addWidget(each)
    return page, labels[0]


async def opened(stack: QStackedWidget, page: QWidget, watched: QLabel | FigureCard) -> float:
    """Seconds from bringing a page to the front to the painting of its first figure."""
    seen, begun = Painted(watched), time.perf_counter()
    stack.setCurrentWidget(page)
    await until(lambda: bool(seen.shown))
    spent = time.perf_counter() - begun
    watched.removeEventFilter(seen)
    seen.deleteLater()
    return spent


async def main(app: QApplication, acts: int) -> None:
    """Measure and print everything."""
    theme = Theme(app, "light")
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        asked = ("--seed", "busy", "--preset", "no-auth-connector")
        portal = await stack.enter_async_context(serve(*asked))
        session = await portal.sign_in()
        opening = open_test_desk(portal, folder, session=session, interval=(PACE, PACE))
        async with opening as desk:
            await connected(desk)
            await desk.connectors.refresh()
            dialogs = await waiting(desk, acts + 1)
            window, pages = QMainWindow(), QStackedWidget()
            window.setCentralWidget(pages)
            window.resize(1440, 900)
            plain, first_label = five_labels()
            page = StatisticsPage(desk, theme)
            begun = time.perf_counter()
            for each in (plain, page):
                pages.addWidget(each)
            theme.look_after(window)
            window.show()
            pages.setCurrentWidget(page)
            board = page.findChild(BoardTab)
            assert isinstance(board, BoardTab)
            painted = Painted(board.figures.waiting)
            await until(lambda: bool(painted.shown))
            made = time.perf_counter() - begun
            floors, figures = [], []
            for _ in range(OPENINGS):
                floors.append(await opened(pages, plain, first_label))
                figures.append(await opened(pages, page, board.figures.waiting))
            updates = [
                await acted(portal, each, f"reply {place}", partial(_shows, painted, acts - place))
                for place, each in enumerate(dialogs[:acts])
            ]
            await page.leave()
            window.close()
            token = await session.access_token()
        floor = await bare(portal, token, dialogs[-1], acts)
    print(f"first figure of the page when it is made: {made * 1000:.0f} ms")
    one, other = statistics.median(floors) * 1000, statistics.median(figures) * 1000
    print(f"page opened: {other:.0f} ms, five labels {one:.0f} ms: {other / one:.1f}")
    print("act at the portal to the figure, beside a bare poll:")
    show(floor, updates)


def _shows(painted: Painted, count: int) -> bool:
    return painted.shown == str(count)


if __name__ == "__main__":
    application = QApplication([sys.argv[0], *ARGUMENTS])
    application.setQuitOnLastWindowClosed(False)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with asyncio.Runner(loop_factory=partial(ConsoleLoop, application)) as runner:
        runner.run(main(application, wanted))
