"""A transcript of 100,000 messages of mixed length over a real journal: opened, scrolled, resized,
jumped in and growing at its end; with 1,000,000 for how it scales.

Run by hand: `python -m tests.benchmarks.transcript [messages]`. The floor is a transcript of 1,000
messages in the same run; a view that did work for what is not on the screen would show it in the
ratios.
"""

import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.domain.dialog import Author, Delivery, DialogId, Message, MessageChange
from app.services.dialogs import Dialogs
from app.services.journal import Journal
from app.services.rows import write_message
from app.services.transcript import Transcript
from app.ui.dialogs.transcript_model import TranscriptModel
from app.ui.dialogs.transcript_view import TranscriptView
from app.ui.loop import ConsoleLoop
from app.ui.style import ARGUMENTS, Theme
from app.ui.tasks import Tasks
from tests.benchmarks.measuring import p95, resident, sentence

FLOOR, STEPS, JUMPS, GROWN = 1_000, 200, 60, 500
START = datetime(2026, 7, 14, tzinfo=UTC)


def made(dialog: DialogId, place: int, draw: random.Random) -> Message:
    """A message of one of two sides, two to forty words long."""
    author = Author.CUSTOMER if place // 3 % 2 else Author.OPERATOR
    name = "Martin" if author is Author.CUSTOMER else "Olga"
    at = START + timedelta(seconds=20 * place)
    return Message(dialog, place, author, name, sentence(draw), at, Delivery.SENT)


def fill(count: int, transcript: Transcript) -> DialogId:
    """A dialog of `count` messages."""
    draw = random.Random(3)
    dialog = transcript.begin("lamp_site_chat", 42, f"chat-{count}", "customer-1", "Martin Berg")
    for place in range(count):
        write_message(transcript.conn, made(dialog.id, place, draw))
    transcript.put(replace(dialog, count=count))
    return dialog.id


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


async def until_drawn(view: TranscriptView, step: Callable[[], object]) -> float:
    """Seconds from a step until what it shows is read, laid out and painted."""
    begun = time.perf_counter()
    step()
    await asyncio.sleep(0)
    while not is_drawn(view):  # noqa: ASYNC110 - looked at as a person would, not in a busy loop
        await asyncio.sleep(0.001)
    view.viewport().repaint()
    return time.perf_counter() - begun


async def grow(view: TranscriptView, dialogs: Dialogs, dialog: DialogId) -> float:
    """Milliseconds for one message that arrives at the end and is painted."""
    view.go_to_end()
    await until_drawn(view, view.arrange)
    draw, count, begun = random.Random(5), view.model.count(), time.perf_counter()
    for place in range(count, count + GROWN):
        dialogs.message_changed.emit(MessageChange(made(dialog, place, draw), inserted=True))
        view.arrange()
        view.viewport().repaint()
    return (time.perf_counter() - begun) / GROWN * 1000


async def measure(dialogs: Dialogs, theme: Theme, dialog: DialogId) -> dict[str, float]:
    """Milliseconds of each act, of 95 in 100 where it is done often; megabytes in the end."""
    before, tasks, draw = resident(), Tasks(), random.Random(7)
    view = TranscriptView(TranscriptModel(dialogs, tasks), theme, tasks)
    view.resize(720, 700)
    theme.look_after(view)
    view.show()
    opened = await until_drawn(view, partial(view.model.show_dialog, dialog))
    bar = view.verticalScrollBar()
    wheel = [await drawn(view, lambda: bar.setValue(bar.value() - 120)) for _ in range(STEPS)]
    places = [draw.randrange(view.model.count()) for _ in range(JUMPS)]
    jumps = [await until_drawn(view, partial(view.jump.to, dialog, place)) for place in places]
    widths = [700 + 3 * step for step in range(40)]
    resize = [await drawn(view, partial(view.resize, width, 700)) for width in widths]
    grown = await grow(view, dialogs, dialog)
    held = resident() - before
    await tasks.close()
    view.close()
    return {
        "open, ms": opened * 1000,
        "scroll frame p95, ms": p95(wheel) * 1000,
        "jump to a message p95, ms": p95(jumps) * 1000,
        "resize p95, ms": p95(resize) * 1000,
        "one more message, ms": grown,
        "memory, MB": held,
    }


async def main(app: QApplication, count: int) -> None:
    """Measure both and print them with their ratio."""
    theme = Theme(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        journal = await Journal.open(Path(folder) / "journal.sqlite")
        dialogs = await Dialogs.load(journal)
        filled = [await dialogs.write(partial(fill, size)) for size in (FLOOR, FLOOR + 1, count)]
        await measure(dialogs, theme, filled[1])  # fonts and icons are loaded
        floor, ours = [await measure(dialogs, theme, each) for each in (filled[0], filled[2])]
        await journal.close()
    print(f"{count:,} messages; in brackets the floor of {FLOOR:,} and the ratio to it")
    for name, value in ours.items():
        ratio = f"{value / floor[name]:.1f}" if floor[name] > 0.05 else "-"
        print(f"{name}: {value:.1f} ({floor[name]:.1f}; {ratio})")


if __name__ == "__main__":
    application = QApplication([sys.argv[0], *ARGUMENTS])
    application.setQuitOnLastWindowClosed(False)
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with asyncio.Runner(loop_factory=partial(ConsoleLoop, application)) as runner:
        runner.run(main(application, wanted))
