"""The Connectors page on the screen, over a real desk and a sandbox portal in memory."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.connectors.page import ConnectorsPage

OpenPage = Callable[[], ConnectorsPage]


@pytest.fixture
async def open_page(qtbot: Any, desk: Any, theme: Any) -> AsyncIterator[OpenPage]:
    """Open the page in a window; at the end every page is closed as the program closes it."""
    windows: list[QWidget] = []
    pages: list[ConnectorsPage] = []

    def opened() -> ConnectorsPage:
        page, window = ConnectorsPage(desk, theme), QWidget()
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        window.resize(1300, 860)
        window.show()
        windows.append(window)
        pages.append(page)
        return page

    yield opened
    for page in pages:
        await page.leave()
    for window in windows:
        window.close()
        window.deleteLater()
