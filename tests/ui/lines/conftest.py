"""The Lines view on the screen, over a real desk and a sandbox portal in memory."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from app.ui.lines.view import LinesView
from tests.helpers.hosting import hosting

OpenView = Callable[..., LinesView]


@pytest.fixture
async def open_view(qtbot: Any, theme: Any) -> AsyncIterator[OpenView]:
    """Open the view in a window; at the end every view is closed as the program closes it."""
    async with hosting(theme) as host:
        yield lambda desk: host(LinesView(desk, theme))


@pytest.fixture
async def view(open_view: OpenView, desk: Any, until: Any) -> LinesView:
    """The view over the usual shop, its lines and people read."""
    opened = open_view(desk)
    await until(lambda: opened.shown() and not opened.presenter.tasks.is_busy("refresh"))
    await until(lambda: not opened.presenter.tasks.is_busy(f"read {opened.presenter.line}"))
    await until(lambda: not opened.presenter.tasks.is_busy(f"people {opened.presenter.line}"))
    return opened
