"""Loads what draws plots, half a second's work, in a thread: the window goes on meanwhile.

Knows no plot.
"""

import asyncio
import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.statistics.plot_canvas import Canvas


async def load_canvas() -> "type[Canvas]":
    """The class that draws; at once where it is loaded. A module that is only being loaded has no
    such class yet: to import it here would hold the window up until it has.
    """
    if not hasattr(sys.modules.get("app.ui.statistics.plot_canvas"), "Canvas"):
        await asyncio.to_thread(_import)
    from app.ui.statistics.plot_canvas import Canvas

    return Canvas


def _import() -> None:
    """No garbage is collected meanwhile: the window's objects die where they live. What was loaded
    stays for good, so the collector need not look through it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        import app.ui.statistics.plot_canvas  # noqa: F401 - loading is what is wanted

        gc.freeze()
    finally:
        if was_on:
            gc.enable()
