"""The log file: rotated, redacted, readable by its owner only, never on standard output.

A token belongs into no log line; redaction is the second net behind the code that never logs one.
What nobody catches, in whatever thread, goes the same way: redacted into the log, and to standard
error for whoever started the program there.
"""

import logging
import logging.handlers
import os
import sys
import threading
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType

from app.services.files import private_folder

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
NOISY = ("httpx", "httpcore", "asyncio", "qasync", "keyring", "filelock", "secretstorage")

log = logging.getLogger(__name__)


class RedactingFormatter(logging.Formatter):
    """Formats the whole record, traceback and stack included, then takes the secrets out: those
    that this process has held, in any spelling, and whatever stands under a secret's name.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line as it goes to the file."""
        return _without_secrets(super().format(record))


class LogFile(logging.handlers.RotatingFileHandler):
    """The file. When it cannot be written, that is said once, and the program goes on."""

    _complained = False

    def _open(self) -> TextIOWrapper:
        path = Path(self.baseFilename)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        if os.name == "posix":  # an older version left it readable by others
            os.fchmod(number, 0o600)
        return os.fdopen(number, "a", encoding="utf-8", errors="backslashreplace")

    def handleError(self, _record: logging.LogRecord) -> None:
        """Say why a line is missing."""
        if not self._complained:
            self._complained = True
            sys.stderr.write(f"The log cannot be written: {sys.exc_info()[1]}\n")


def start_logging(folder: Path, *, debug: bool) -> None:
    """Log to `folder/console.log`, and with `debug` to standard error too."""
    private_folder(folder)
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
    catch_the_rest(told_already=debug)


def catch_the_rest(*, told_already: bool) -> None:
    """What nobody catches is logged; `told_already` when the log goes to standard error anyway."""

    def uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("Nobody caught this", exc_info=(kind, error, trace))
        if not told_already:
            sys.stderr.write(_as_text(kind, error, trace))

    def in_thread(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None:
            uncaught(failed.exc_type, failed.exc_value, failed.exc_traceback)

    def in_passing(failed: "sys.UnraisableHookArgs") -> None:
        if failed.exc_value is not None:
            uncaught(failed.exc_type, failed.exc_value, failed.exc_traceback)

    sys.excepthook, threading.excepthook = uncaught, in_thread
    sys.unraisablehook = in_passing
    logging.captureWarnings(capture=True)


def _as_text(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    from traceback import format_exception

    return _without_secrets("".join(format_exception(kind, error, trace)))


def _without_secrets(text: str) -> str:
    from app.bitrix.held import without_held
    from app.bitrix.redact import MASK, redact

    return redact(without_held(text, MASK))
