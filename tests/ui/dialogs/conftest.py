"""A transcript over a source of messages, and the whole page over a real desk and a sandbox."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from app.domain.dialog import Dialog
from app.ui.dialogs.page import DialogsPage
from app.ui.dialogs.transcript_model import TranscriptModel
from app.ui.dialogs.transcript_view import TranscriptView
from app.ui.tasks import Tasks
from tests.helpers.desk import CONNECTOR, DATA, LINE, REGISTRATION
from tests.ui.dialogs.sources import DIALOG, Source

ShowTranscript = Callable[[Source], Awaitable[TranscriptView]]


@pytest.fixture
async def show_transcript(qtbot: Any, theme: Any, until: Any) -> AsyncIterator[ShowTranscript]:
    """Open a dialog of a source in a view of 720 by 600."""
    opened: list[tuple[TranscriptView, Tasks]] = []

    async def show(source: Source) -> TranscriptView:
        tasks = Tasks()
        model = TranscriptModel(source, tasks)
        view = TranscriptView(model, theme, tasks)
        view.model_keeper = model  # type: ignore[attr-defined]
        theme.look_after(view)
        view.resize(720, 600)
        view.show()
        opened.append((view, tasks))
        model.show_dialog(DIALOG)
        await until(lambda: model.is_open and is_loaded(view))
        return view

    yield show
    for view, tasks in opened:
        await tasks.close()
        view.close()
        view.deleteLater()


def is_loaded(view: TranscriptView) -> bool:
    """Whether every row on the screen is laid out."""
    placed = view.window_rows.placed
    return bool(placed) == bool(view.model.count()) and all(each.row for each in placed)


@pytest.fixture
async def page(qtbot: Any, theme: Any, desk: Any) -> AsyncIterator[DialogsPage]:
    """The page, with a connector at work on a line."""
    await desk.connectors.refresh()
    async for step in desk.connectors.connect(REGISTRATION, LINE, DATA):
        assert step.ok
    made = DialogsPage(desk, theme)
    theme.look_after(made)
    made.resize(1364, 800)
    made.show()
    yield made
    await made.leave()
    made.hide()
    made.deleteLater()


@pytest.fixture
async def dialog(page: DialogsPage, desk: Any, until: Any) -> Dialog:
    """Anna has written "Hello" and the portal has opened a chat; her dialog is open."""
    from tests.helpers.desk import ANNA

    begun = await desk.outbox.start_dialog(CONNECTOR, LINE, ANNA, "Hello")
    page.take(begun.id)
    await until(lambda: desk.dialogs.get(begun.id).portal_chat is not None)
    await until(lambda: page.transcript_model.count() >= 2)
    return desk.dialogs.get(begun.id)
