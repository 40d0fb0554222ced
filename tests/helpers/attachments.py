"""60 attachments that nobody should trust: names, servers that lie, pictures that are none."""

import gzip
import struct
import zlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import httpx

MOST = 64 * 1024
HOST = "https://files.example/"
RLO = "\u202e"

#: A name, the kind that was told, the name to save it under, and the doubts about it.
NAMES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    ("cracked shade.jpg", "image", "cracked shade.jpg", ()),
    ("счёт №5.pdf", "file", "счёт №5.pdf", ()),
    ("archive.tar.gz", "file", "archive.tar.gz", ()),
    ("no ending", "file", "no ending", ()),
    ("", "file", "file", ()),
    ("...", "file", "file", ()),
    (".bashrc", "file", "bashrc", ()),
    ("invoice.pdf.exe", "file", "invoice.pdf.exe", ("double",)),
    ("photo.jpg.scr", "image", "photo.jpg.scr", ("double",)),
    ("photo.jpg      .exe", "image", "photo.jpg .exe", ("double", "hidden")),
    ("run.bat", "file", "run.bat", ("program",)),
    ("macro.xlsm", "file", "macro.xlsm", ("program",)),
    ("page.html", "file", "page.html", ("program",)),
    ("logo.svg", "image", "logo.svg", ("program",)),
    ("setup.EXE.", "file", "setup.EXE", ("program",)),
    ("Anna" + RLO + "gpj.exe", "image", "Annagpj.exe", ("program", "hidden")),
    ("zero\u200bwidth.pdf", "file", "zerowidth.pdf", ("hidden",)),
    ("nul\x00byte.pdf", "file", "nulbyte.pdf", ("hidden",)),
    ("line\nbreak.pdf", "file", "linebreak.pdf", ("hidden",)),
    ("../../etc/passwd", "file", "passwd", ("place",)),
    ("..\\..\\Windows\\win.ini", "file", "win.ini", ("place",)),
    ("/etc/passwd", "file", "passwd", ("place",)),
    ("C:\\autoexec.txt", "file", "autoexec.txt", ("place",)),
    ("C:notes.txt", "file", "C_notes.txt", ("place",)),
    ("report.txt:hidden.exe", "file", "report.txt_hidden.exe", ("double",)),
    ("folder/", "file", "folder", ("place",)),
    ("CON", "file", "_CON", ()),
    ("con.txt", "file", "_con.txt", ()),
    ("Aux .pdf", "file", "_Aux .pdf", ()),
    ("COM1.pdf", "file", "_COM1.pdf", ()),
    ("lpt\u00b9.csv", "file", "_lpt\u00b9.csv", ()),
    ("CONIN$", "file", "_CONIN$", ()),
    ("console.txt", "file", "console.txt", ()),
    ('a<b>c"d|e?f*.txt', "file", "a_b_c_d_e_f_.txt", ()),
    ("slash\u2215like\uff0f.txt", "file", "slash_like_.txt", ()),
    ("x" * 400 + ".pdf", "file", "x" * 146 + ".pdf", ()),
    ("ы" * 400 + ".pdf", "file", "ы" * 73 + ".pdf", ()),
    ("picture.txt", "image", "picture.txt", ("kind",)),
    ("film.mp4", "video", "film.mp4", ()),
    ("\ud800lone.pdf", "file", "lone.pdf", ("hidden",)),
)


async def endless() -> AsyncIterator[bytes]:
    """A file that never ends."""
    while True:
        yield b"x" * 4096


async def broken() -> AsyncIterator[bytes]:
    """A file whose connection breaks."""
    yield b"x" * 100
    raise httpx.ReadError("gone")


@dataclass(frozen=True)
class Served:
    """A file at a path; `code` is the trouble it ends with, "" when it comes whole."""

    path: str
    answer: Callable[[], httpx.Response]
    code: str = ""
    told: int | None = None


def _sent(content: bytes, status: int = 200, **headers: str) -> Callable[[], httpx.Response]:
    shown = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda: httpx.Response(status, content=stream(content), headers=shown)


def _to(place: str) -> Callable[[], httpx.Response]:
    return lambda: httpx.Response(302, headers={"Location": place})


async def stream(content: bytes) -> AsyncIterator[bytes]:
    """A file in one piece, as it comes over a line."""
    yield content


SERVED: tuple[Served, ...] = (
    Served("whole.pdf", _sent(b"x" * 1000)),
    Served("unsized.pdf", lambda: httpx.Response(200, content=stream(b"x" * 10))),
    Served("moved.pdf", _to("/whole.pdf")),
    Served("endless.bin", lambda: httpx.Response(200, content=endless()), "LOAD_TOO_LARGE"),
    Served("huge.bin", _sent(b"x" * (MOST + 1)), "LOAD_TOO_LARGE"),
    Served("said-huge.bin", _sent(b"x"), "LOAD_TOO_LARGE", told=MOST + 1),
    Served(
        "small-said-huge.bin",
        lambda: httpx.Response(200, content=stream(b"x"), headers={"Content-Length": "99999999"}),
        "LOAD_TOO_LARGE",
    ),
    Served(
        "less-than-said.bin",
        lambda: httpx.Response(200, content=stream(b"x"), headers={"Content-Length": "500"}),
        "LOAD_CUT",
    ),
    Served(
        "more-than-said.bin",
        lambda: httpx.Response(200, content=stream(b"x" * 900), headers={"Content-Length": "5"}),
        "LOAD_CUT",
    ),
    Served(
        "zip-bomb.txt", _sent(gzip.compress(b"0" * 10**7), Content_Encoding="gzip"), "LOAD_PACKED"
    ),
    Served("broken.bin", lambda: httpx.Response(200, content=broken()), "UNREACHABLE_CUT"),
    Served("gone.pdf", _sent(b"", 404), "LOAD_REFUSED"),
    Served("login.pdf", _sent(b"<html>sign in</html>", 403), "LOAD_REFUSED"),
    Served("loop.pdf", _to("/loop.pdf"), "LOAD_ELSEWHERE"),
    Served("to-file.pdf", _to("file:///etc/passwd"), "LOAD_ELSEWHERE"),
    Served("to-here.pdf", _to("http://127.0.0.1:8080/control"), "LOAD_ELSEWHERE"),
    Served("to-decimal.pdf", _to("http://2130706433/"), "LOAD_ELSEWHERE"),
    Served("to-network.pdf", _to("http://192.168.1.1/admin"), "LOAD_ELSEWHERE"),
    Served("to-six.pdf", _to("http://[::1]/"), "LOAD_ELSEWHERE"),
    Served("to-cloud.pdf", _to("http://169.254.169.254/latest/meta-data/"), "LOAD_ELSEWHERE"),
    Served("to-user.pdf", _to("https://a@files.example/whole.pdf"), "LOAD_ELSEWHERE"),
)


def serve(request: httpx.Request) -> httpx.Response:
    """The server of all of them."""
    found = {each.path: each for each in SERVED}
    return found[request.url.path.lstrip("/")].answer()


def png(width: int, height: int, *, rows: int | None = None) -> bytes:
    """A grey picture; its head may promise more rows than there are."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    line = b"\0" + b"\x80" * min(width, 4096)
    data = zlib.compress(line * (height if rows is None else rows))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", data), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://evil.example/"/></svg>'
#: What lies in a file that is called a picture, and why it is not shown; "" when it is.
PICTURES: tuple[tuple[str, bytes, str], ...] = (
    ("plain.png", png(40, 30), ""),
    ("named.jpg", png(40, 30), ""),
    ("wide.png", png(2000, 10), ""),
    ("bomb.png", png(60_000, 60_000, rows=1), "pixels"),
    ("long.png", png(30_000, 1), "pixels"),
    ("many.png", png(10_000, 10_000, rows=1), "pixels"),
    ("bomb.gif", b"GIF89a\xff\xff\xff\xff\x00\x00\x00", "broken"),
    (
        "bomb.bmp",
        b"BM" + struct.pack("<IIIIiiHHII", 0, 0, 54, 40, 65_000, 65_000, 1, 24, 0, 0),
        "broken",
    ),
    ("cut.png", png(400, 300)[:60], "broken"),
    ("empty.png", b"", "type"),
    ("page.png", b"<html><img src=http://evil.example/></html>", "type"),
    ("drawing.png", _SVG, "type"),
    ("drawing.svg", _SVG, "type"),
    ("program.jpg", b"MZ\x90\x00" + b"\0" * 100, "type"),
    ("broken.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 100, "broken"),
    ("broken.webp", b"RIFF\x10\0\0\0WEBPVP8 " + b"\0" * 40, "broken"),
    ("head.gif", b"GIF89a", "broken"),
    ("icon.ico", b"\0\0\1\0\1\0\x10\x10", "type"),
    ("big.tiff", b"II*\0" + b"\xff" * 60, "type"),
)
