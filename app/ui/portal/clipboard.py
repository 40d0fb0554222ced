"""A secret on the clipboard: marked as one, and taken away again after a short while.

Only a digest of it is kept here, to see whether it is still there.
"""

import hashlib

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

SECONDS = 30
#: How clipboard histories are asked not to keep it: KDE and others, Windows.
_HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
}


class SecretClipboard(QObject):
    """`left` counts down while a secret is there; `changed` tells of every second of that."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.left = 0
        self._digest = b""
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._on_tick)

    def put(self, secret: str) -> None:
        """Copy it, for `SECONDS`."""
        data = QMimeData()
        data.setText(secret)
        for kind, value in _HINTS.items():
            data.setData(kind, QByteArray(value))
        QGuiApplication.clipboard().setMimeData(data)
        self._digest = _digest(secret)
        self.left = SECONDS
        self._tick.start()
        self.changed.emit()

    def clear(self) -> None:
        """Take it away now, unless somebody has copied something else meanwhile."""
        if not self._digest:
            return
        clipboard = QGuiApplication.clipboard()
        if _digest(clipboard.text()) == self._digest:
            clipboard.clear()
        self._digest, self.left = b"", 0
        self._tick.stop()
        self.changed.emit()

    def _on_tick(self) -> None:
        self.left -= 1
        if self.left <= 0:
            self.clear()
        else:
            self.changed.emit()


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
