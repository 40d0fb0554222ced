"""Opening, scrolling and resizing a transcript of 100,000 messages, over a real journal.

Run by hand: `.venv/bin/python tests/benchmarks/transcript.py [messages]`. The floor is a transcript
of 1,000 messages in the same run; a view that did work for what is not on the screen would show it
in the ratios.
"""

import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.domain.dialog import Author, Delivery, DialogId, Message
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.transcript import Transcript
from app.ui.dialogs.transcript_model import TranscriptModel
from app.ui.dialogs.transcript_view import TranscriptView
from app.ui.loop import ConsoleLoop
from app.ui.style import ARGUMENTS, Theme
from app.ui.tasks import Tasks

FLOOR, STEPS = 1_000, 200
WORDS = ("the", "lamp shade", "of glass", "brass", "order", "Friday, please", "когда", "доставка")


def fill(count: int, transcript: Transcript) -> DialogId:
    """A dialog of `count` messages of two sides, two to forty words long."""
    draw = random.Random(3)
    dialog = transcript.begin("lamp_site_chat", 42, f"chat-{count}", "customer-1", "Martin Berg").id
    start = datetime(2026, 7, 14, tzinfo=UTC)
    for place in range(count):
        author = Author.CUSTOMER if place // 3 % 2 else Author.OPERATOR
        text = " ".join(draw.choices(WORDS, k=draw.choice((2, 5, 9, 14, 40))))
        at = start + timedelta(seconds=20 * place)
        name = "Martin" if author is Author.CUSTOMER else "Olga"
        transcript.append(Message(dialog, place, author, name, text, at, Delivery.SENT))
    return dialog


def p95(spent: list[float]) -> float:
    """Milliseconds that 95 of 100 steps stay below."""
    return statistics.quantiles(spent, n=20)[-1] * 1000


async def drawn(view: TranscriptView, step: Callable[[], object]) -> float:
    """Seconds of one step with its painting; pages that it asked for are read between steps."""
    begun = time.perf_counter()
    step()
    view.viewport().repaint()
    spent = time.perf_counter() - begun
    await asyncio.sleep(0.002)
    return spent


def is_drawn(view: TranscriptView) -> bool:
    """Whether every row on the screen is laid out."""
    placed = view.window_rows.placed
    return bool(placed) and all(each.row for each in placed)


async def measure(dialogs: Dialogs, theme: Theme, dialog: DialogId) -> dict[str, float]:
    """Milliseconds: open, then the 95th percentile of a wheel step and of a resize."""
    tasks = Tasks()
    view = TranscriptView(TranscriptModel(dialogs, tasks), theme, tasks)
    view.resize(720, 700)
    view.show()
    begun = time.perf_counter()
    view.model.show_dialog(dialog)
    while not is_drawn(view):  # noqa: ASYNC110 - looked at as a person would, not in a busy loop
        await asyncio.sleep(0.001)
    view.viewport().repaint()
    opened = (time.perf_counter() - begun) * 1000
    bar = view.verticalScrollBar()
    wheel = [await drawn(view, lambda: bar.setValue(bar.value() - 120)) for _ in range(STEPS)]
    widths = [700 + 3 * step for step in range(40)]
    resize = [await drawn(view, partial(view.resize, width, 700)) for width in widths]
    await tasks.close()
    view.close()
    return {"open": opened, "wheel p95": p95(wheel), "resize p95": p95(resize)}


async def main(app: QApplication, count: int) -> None:
    """Measure both and print them with their ratio."""
    theme = Theme(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        journal = await Journal.open(Path(folder) / "journal.sqlite")
        dialogs = await Dialogs.load(journal)
        filled = [await dialogs.write(partial(fill, size)) for size in (FLOOR, count)]
        floor, ours = [await measure(dialogs, theme, dialog) for dialog in filled]
        await journal.close()
    for name, value in ours.items():
        ratio = value / floor[name]
        print(f"{name}: {value:.1f} ms, with {FLOOR} messages {floor[name]:.1f} ms: {ratio:.1f}")


if __name__ == "__main__":
    application = QApplication([sys.argv[0], *ARGUMENTS])
    application.setQuitOnLastWindowClosed(False)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with asyncio.Runner(loop_factory=partial(ConsoleLoop, application)) as runner:
        runner.run(main(application, wanted))
