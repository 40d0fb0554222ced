"""Starts the real log for a test and puts everything back afterwards."""

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.logs import start_logging


@contextmanager
def real_log(folder: Path, *, debug: bool = False) -> Iterator[Path]:
    """The log file of a run of the program, with all its hooks."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    start_logging(folder, debug=debug)
    try:
        yield folder / "console.log"
    finally:
        logging.captureWarnings(capture=False)
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
        for handler in [each for each in root.handlers if each not in before]:
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)
