"""The Connectors page on the screen, over a real desk and a sandbox portal in memory."""

from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from app.ui.connectors.page import ConnectorsPage
from tests.helpers.hosting import hosting

OpenPage = Callable[[], ConnectorsPage]


@pytest.fixture
async def open_page(qtbot: Any, desk: Any, theme: Any) -> AsyncIterator[OpenPage]:
    """Open the page in a window; at the end every page is closed as the program closes it."""
    async with hosting(theme) as host:
        yield lambda: host(ConnectorsPage(desk, theme))
