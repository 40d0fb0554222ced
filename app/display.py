"""Whether a window can be shown on this machine, and what is missing when it cannot.

Asked before Qt is loaded: the dynamic loader and Qt's platform plugin would end the process with a
message that helps nobody.
"""

import ctypes
import logging
import os
import sys
from collections.abc import Mapping

#: Library that Qt loads -> the Debian and Ubuntu package that brings it.
ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def _absent(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def has_display(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether there is a screen to open a window on, or a platform was chosen by hand."""
    if not sys.platform.startswith("linux"):
        return True
    return any(environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


def missing_packages(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The Debian packages without which Qt would not start here; empty when all is well."""
    if not sys.platform.startswith("linux"):
        return ()
    platform = environ.get("QT_QPA_PLATFORM", "")
    on_x11 = platform.startswith("xcb") or (not platform and environ.get("DISPLAY"))
    needed = ALWAYS | (FOR_X11 if on_x11 else {})
    return tuple(package for library, package in needed.items() if _absent(library))


def say_when_qt_gives_up() -> None:
    """A display that does not answer makes Qt abort the process: end it with a sentence instead.

    Holds until the program has its window and takes over Qt's messages itself.
    """
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def handle(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            logging.getLogger("qt").debug("%s", message)
            return
        sys.stderr.write(f"Qt cannot show a window here: {message.strip().partition('. ')[0]}.\n")
        sys.stderr.write("Check DISPLAY, WAYLAND_DISPLAY and QT_QPA_PLATFORM.\n")
        sys.stderr.flush()
        os._exit(2)

    qInstallMessageHandler(handle)
