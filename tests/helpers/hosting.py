"""A part of the window alone in a window, for the tests of its page."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Protocol, TypeVar, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.style import Theme


class Leaving(Protocol):
    """A page or view that works until it is left."""

    async def leave(self) -> None:
        """End all work."""


T = TypeVar("T", bound=Leaving)


@asynccontextmanager
async def hosting(theme: Theme) -> AsyncIterator[Callable[[T], T]]:
    """Shows what it is given; at the end everything is closed as the program closes it."""
    shown: list[tuple[QWidget, Leaving]] = []

    def host(part: T) -> T:
        window = QWidget()
        theme.look_after(window)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(cast(QWidget, part))
        window.resize(1300, 860)
        window.show()
        shown.append((window, part))
        return part

    yield host
    for _, part in shown:
        await part.leave()
    for window, _ in shown:
        window.close()
        window.deleteLater()
