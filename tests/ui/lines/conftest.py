"""The Lines view on the screen, over a real desk and a sandbox portal in memory."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.lines.view import LinesView

OpenView = Callable[..., LinesView]


@pytest.fixture
async def open_view(qtbot: Any, theme: Any) -> AsyncIterator[OpenView]:
    """Open the view in a window; at the end every view is closed as the program closes it."""
    windows: list[QWidget] = []
    views: list[LinesView] = []

    def opened(desk: Any) -> LinesView:
        view, window = LinesView(desk, theme), QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)
        window.resize(1300, 860)
        window.show()
        windows.append(window)
        views.append(view)
        return view

    yield opened
    for view in views:
        await view.leave()
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
async def view(open_view: OpenView, desk: Any, until: Any) -> LinesView:
    """The view over the usual shop, its lines and people read."""
    opened = open_view(desk)
    await until(lambda: opened.shown() and not opened.presenter.tasks.is_busy("refresh"))
    await until(lambda: not opened.presenter.tasks.is_busy(f"read {opened.presenter.line}"))
    await until(lambda: not opened.presenter.tasks.is_busy(f"people {opened.presenter.line}"))
    return opened
