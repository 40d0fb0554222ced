"""What kind of picture some bytes are, and how large it is. Reads headers only."""

from collections.abc import Callable
from dataclasses import dataclass

#: A JPEG has its frame header among the first of its segments.
MAX_SEGMENTS = 1_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's type and size in pixels."""

    extension: str
    width: int
    height: int


def picture_of(content: bytes) -> Picture | None:
    """The picture in the bytes: PNG, GIF, JPEG, BMP or WebP; None for anything else."""
    for read in _READERS:
        found = read(content)
        if found and found.width > 0 and found.height > 0:
            return found
    return None


def _png(content: bytes) -> Picture | None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or content[12:16] != b"IHDR":
        return None
    return Picture("png", _big(content[16:20]), _big(content[20:24]))


def _gif(content: bytes) -> Picture | None:
    if content[:6] not in (b"GIF87a", b"GIF89a"):
        return None
    return Picture("gif", _little(content[6:8]), _little(content[8:10]))


def _bmp(content: bytes) -> Picture | None:
    if not content.startswith(b"BM") or len(content) < 26:
        return None
    height = int.from_bytes(content[22:26], "little", signed=True)
    return Picture("bmp", _little(content[18:22]), abs(height))


def _webp(content: bytes) -> Picture | None:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return None
    if content[12:16] == b"VP8X":
        return Picture("webp", _little(content[24:27]) + 1, _little(content[27:30]) + 1)
    if content[12:16] == b"VP8L":
        packed = _little(content[21:25])
        return Picture("webp", (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1)
    return Picture("webp", _little(content[26:28]) & 0x3FFF, _little(content[28:30]) & 0x3FFF)


def _jpeg(content: bytes) -> Picture | None:
    """Walk the segments to the frame header; a truncated file, or too many of them, end it."""
    if not content.startswith(b"\xff\xd8"):
        return None
    at, left = 2, MAX_SEGMENTS
    while left and at + 9 <= len(content) and content[at] == 0xFF:
        left -= 1
        marker, length = content[at + 1], _big(content[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return Picture("jpg", _big(content[at + 7 : at + 9]), _big(content[at + 5 : at + 7]))
        at += 2 + max(length, 2)
    return None


def _big(raw: bytes) -> int:
    return int.from_bytes(raw, "big")


def _little(raw: bytes) -> int:
    return int.from_bytes(raw, "little")


_READERS: tuple[Callable[[bytes], Picture | None], ...] = (_png, _gif, _bmp, _webp, _jpeg)
