"""Small pictures of files that were loaded. Only five plain formats, known by their first bytes and
never by their names; nothing is decoded that is larger than allowed. Runs in a thread.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QFile, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

#: What a preview is at most, in pixels of the screen; twice the logical size.
PREVIEW = QSize(720, 480)
_MOST_PIXELS = 50_000_000
_LONGEST_SIDE = 20_000
_HEADS = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
    b"BM": "bmp",
}


class PictureRefusedError(Exception):
    """No preview. `reason`: `type` (none of the formats), `pixels` (too many) or `broken`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_picture(path: Path) -> QImage:
    """The first frame of a picture, no larger than a preview.

    Raises:
        PictureRefusedError: it is none, or one that is not decoded.
    """
    with path.open("rb") as file:
        kind = _kind(file.read(16))
    if not kind:
        raise PictureRefusedError("type")
    device = QFile(str(path))
    if not device.open(QFile.OpenModeFlag.ReadOnly):
        raise PictureRefusedError("broken")
    try:
        return _decoded(device, kind)
    finally:
        device.close()


def _kind(head: bytes) -> str:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    return next((kind for start, kind in _HEADS.items() if head.startswith(start)), "")


def _decoded(device: QFile, kind: str) -> QImage:
    reader = QImageReader(device, QByteArray(kind.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise PictureRefusedError("broken")
    width, height = size.width(), size.height()
    if width * height > _MOST_PIXELS or max(width, height) > _LONGEST_SIDE:
        raise PictureRefusedError("pixels")
    if width > PREVIEW.width() or height > PREVIEW.height():
        small = size.scaled(PREVIEW, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(small.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise PictureRefusedError("broken")
    return image
