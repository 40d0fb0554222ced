"""The log file: rotated, redacted, never on standard output.

A token belongs into no log line; the filter is the second net behind the code that never logs one.
"""

import logging
import logging.handlers
import sys
from pathlib import Path

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
NOISY = ("httpx", "httpcore", "asyncio", "qasync")


class RedactingFormatter(logging.Formatter):
    """Formats the whole record, traceback included, then takes the secrets out."""

    def format(self, record: logging.LogRecord) -> str:
        """The line as it goes to the file."""
        from app.bitrix.redact import redact

        return redact(super().format(record))


class LogFile(logging.handlers.RotatingFileHandler):
    """The file. When it cannot be written, that is said once, and the program goes on."""

    _complained = False

    def handleError(self, _record: logging.LogRecord) -> None:
        """Say why a line is missing."""
        if not self._complained:
            self._complained = True
            sys.stderr.write(f"The log cannot be written: {sys.exc_info()[1]}\n")


def start_logging(folder: Path, *, debug: bool) -> None:
    """Log to `folder/console.log`, and with `debug` to standard error too."""
    folder.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [
        LogFile(
            folder / "console.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
        )
    ]
    if debug:
        handlers.append(logging.StreamHandler(sys.stderr))
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    for handler in handlers:
        handler.setFormatter(RedactingFormatter(FORMAT))
        root.addHandler(handler)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
