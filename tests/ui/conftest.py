"""Every test of the window begins with the same way to write dates and numbers, whatever the
machine or the test before it says.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale


@pytest.fixture(autouse=True)
def plain_locale() -> Iterator[None]:
    """The plain locale, until a test chooses another."""
    QLocale.setDefault(QLocale.c())
    yield
    QLocale.setDefault(QLocale.c())
