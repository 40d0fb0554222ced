"""Fixtures of all tests. Everything heavy is imported by the fixture that needs it."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from app.ui.style import Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A shell that starts the tests in its background makes them, and every console that they start,
# deaf to Ctrl+C.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

Until = Callable[..., Awaitable[None]]


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """A test that asks for `qtbot` runs in the window's own loop, every other in a plain one."""
    if "qtbot" in getattr(item, "fixturenames", ()):
        return {"qt": _console_loop}
    return {"plain": asyncio.new_event_loop}


def _console_loop() -> asyncio.AbstractEventLoop:
    from PySide6.QtWidgets import QApplication

    from app.ui.loop import ConsoleLoop
    from app.ui.style import ARGUMENTS

    app = QApplication.instance() or QApplication(["tests", *ARGUMENTS])
    app.setQuitOnLastWindowClosed(False)
    return ConsoleLoop(app)


@pytest.fixture
def until() -> Until:
    """`await until(lambda: ...)`: poll until true; fails after `seconds`."""

    async def wait(condition: Callable[[], object], seconds: float = 30.0) -> None:
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                pytest.fail(f"not true within {seconds} s")
            await asyncio.sleep(0.01)

    return wait


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What pytest-qt makes the application with."""
    from app.ui.style import ARGUMENTS

    return ["tests", *ARGUMENTS]


@pytest.fixture(scope="session")
def _session_theme(qapp: Any) -> "Theme":
    from app.ui.style import Theme

    return Theme(qapp, "light")


@pytest.fixture
def theme(_session_theme: "Theme") -> "Theme":
    """The look, light at the start of every test."""
    _session_theme.set_name("light")
    return _session_theme


@pytest.fixture
def russian(qapp: Any) -> Iterator[None]:
    """The window speaks Russian during this test."""
    from app.ui.language import install, remove

    install(qapp, "ru")
    yield
    remove(qapp)


@pytest.fixture
def cheap_scrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of a passphrase in no time, for every process that opens a file made here: what they
    cost is a matter of one test.
    """
    from app.services import sealing

    monkeypatch.setattr(sealing, "COST", 4)


@pytest.fixture
async def queues_apart(sandbox: Any) -> None:
    """The portal's plan has queues apart for those who ask for one."""
    await sandbox.order("options", auth_connector=True)


@pytest.fixture
async def sandbox() -> AsyncIterator[Any]:
    """A real sandbox portal in memory, with its control interface."""
    from tests.helpers.desk import open_sandbox

    async with open_sandbox() as portal:
        yield portal


@pytest.fixture
async def desk(sandbox: Any, tmp_path: Path) -> AsyncIterator[Any]:
    """Every service of a portal, signed in to the sandbox."""
    from tests.helpers.desk import open_test_desk

    async with open_test_desk(sandbox, tmp_path) as opened:
        yield opened
