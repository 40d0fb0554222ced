"""Every test of the window begins with the same way to write dates and numbers, whatever the
machine or the test before it says; and what it shows by itself looks as it does in the window.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from app.ui.style import Theme


@pytest.fixture
def qtbot(qtbot: QtBot, _session_theme: Theme, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """The stylesheet comes from the window, and here the widget that is added is one."""
    add = qtbot.addWidget

    def add_dressed(widget, **more):
        if widget.parentWidget() is None:
            _session_theme.look_after(widget)
        add(widget, **more)

    monkeypatch.setattr(qtbot, "addWidget", add_dressed)
    return qtbot


@pytest.fixture(autouse=True)
def plain_locale() -> Iterator[None]:
    """The plain locale, until a test chooses another."""
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(QLocale.c())
