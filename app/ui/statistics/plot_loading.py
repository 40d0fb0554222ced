"""Loads what draws plots, a third of a second's work, while the window goes on.

What does not know Qt is loaded in a thread. The rest is not: PySide makes its classes when they are
first asked for, and two threads that do so bring the program down. These are made in small pieces,
so that of the library itself less than a fifth is left to be loaded in one go. Knows no plot.
"""

import asyncio
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from app.ui.statistics.plot_canvas import Canvas

_CANVAS = "app.ui.statistics.plot_canvas"
#: What pyqtgraph needs besides Qt.
_BESIDE = (
    "numpy",
    "numpy.typing",
    "xml.etree.ElementTree",
    "decimal",
    "cProfile",
    "pydoc",
    "importlib.resources",
    "multiprocessing.connection",
)
#: So many of Qt's classes are made in one go.
_PIECE = 8


async def load_canvas() -> "type[Canvas]":
    """The class that draws; at once where it is loaded."""
    if _CANVAS not in sys.modules:
        await asyncio.to_thread(_import_beside)
        for module in (QtCore, QtGui, QtWidgets):
            for place, name in enumerate(dir(module)):
                getattr(module, name)
                if place % _PIECE == 0:
                    await asyncio.sleep(0)
        with _no_garbage():
            import_module(_CANVAS)
    from app.ui.statistics.plot_canvas import Canvas

    return Canvas


def _import_beside() -> None:
    with _no_garbage():
        for name in _BESIDE:
            import_module(name)


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Without the collector: the window's objects may not die in another thread."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
