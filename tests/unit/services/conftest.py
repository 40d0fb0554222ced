"""Fixtures of the services' tests: `quiet` is a desk whose feed and outbox do not run."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from app.services.desk import Desk
from tests.helpers.desk import Portal, connected, open_test_desk


@pytest.fixture
async def quiet(sandbox: Portal, tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk with a connector at work; nothing is polled or sent by itself."""
    async with open_test_desk(sandbox, tmp_path, run=False) as desk:
        await connected(desk)
        yield desk


@pytest.fixture
async def live(desk: Any) -> Desk:
    """A desk with a connector at work, polling and sending."""
    await connected(desk)
    opened: Desk = desk
    return opened
