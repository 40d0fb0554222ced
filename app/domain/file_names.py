"""Names of files that somebody else chose: what is odd about one, and a harmless one to save it
under. Knows no disk.
"""

import re
import unicodedata
from enum import StrEnum

_LONGEST = 150  # bytes; file systems allow 255, and a folder or two must fit beside
_LONGEST_ENDING = 16
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SLASHES = re.compile(r"[/\\]")
_FORBIDDEN = re.compile('[<>:"|?*/\\\\\u2044\u2215\u29f8\uff0f\uff3c\uff1a\ua789]')
_RESERVED = frozenset(
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"]
    + [f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789\u00b9\u00b2\u00b3"]
)


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_PROGRAMS = _words(
    "exe com scr pif bat cmd msi msp mst cpl dll sys drv hta js jse vbs vbe wsf wsh wsc ps1 psm1",
    "psd1 jar lnk url scf inf reg chm hlp gadget application appref-ms msc sct shb sh bash zsh",
    "csh run bin command app pkg dmg deb rpm appimage desktop apk ipa py pyw pl rb php iso img",
    "vhd vhdx xll xlam xlsm docm dotm pptm ppam xltm one library-ms search-ms workflow action",
    "settingcontent-ms terminal fileloc webloc inetloc svg svgz htm html xhtml mht mhtml xml xsl",
)
_KINDS = {
    "image": _words("png jpg jpeg jpe jfif gif webp bmp heic heif avif tif tiff ico"),
    "video": _words("mp4 m4v mov avi mkv webm mpg mpeg 3gp wmv ogv"),
    "audio": _words("mp3 m4a ogg oga opus wav flac aac amr wma"),
}
_DOCUMENTS = _words("pdf doc docx xls xlsx ppt pptx txt rtf odt ods csv zip")
_HARMLESS = _DOCUMENTS.union(*_KINDS.values())


class NameDoubt(StrEnum):
    """What is odd about a name.

    DOUBLE: it looks like one kind and ends like a program. PROGRAM: it ends like something that
    runs, or holds scripts. HIDDEN: parts of it cannot be seen, or turn others around. PLACE: it
    names a folder. KIND: its ending does not fit what the file is said to be.
    """

    DOUBLE = "double"
    PROGRAM = "program"
    HIDDEN = "hidden"
    PLACE = "place"
    KIND = "kind"


def doubts(name: str, kind: str = "file") -> tuple[NameDoubt, ...]:
    """What a person should know about a name before saving, the worst first."""
    found = []
    bare = _bare(name).replace(":", ".").strip(". ")
    parts = [part.strip().casefold() for part in bare.split(".")]
    ending = parts[-1] if len(parts) > 1 else ""
    if ending in _PROGRAMS:
        disguised = any(part in _HARMLESS for part in parts[1:-1])
        found.append(NameDoubt.DOUBLE if disguised else NameDoubt.PROGRAM)
    if _UNSEEN.search(name.strip()) or re.search(r"\s{4,}", name.strip()):
        found.append(NameDoubt.HIDDEN)
    if _SLASHES.search(name) or re.match(r"[A-Za-z]:", name):
        found.append(NameDoubt.PLACE)
    if kind in _KINDS and ending and ending not in _KINDS[kind] and not found:
        found.append(NameDoubt.KIND)
    return tuple(found)


def safe_name(name: str) -> str:
    """A name without folders, devices, streams and hidden characters, that every system takes. Its
    ending stays what it is, so that it can be seen.
    """
    bare = _FORBIDDEN.sub("_", _bare(name))
    bare = re.sub(r"\s+", " ", bare).strip(". ")
    if bare.partition(".")[0].strip().upper() in _RESERVED:
        bare = f"_{bare}"
    return _shortened(bare) or "file"


def _bare(name: str) -> str:
    seen = _UNSEEN.sub("", unicodedata.normalize("NFC", name.encode("utf-8", "ignore").decode()))
    parts = [part for part in _SLASHES.split(seen) if part.strip(". ")]
    return parts[-1].strip() if parts else ""


def _shortened(name: str) -> str:
    if len(name.encode()) <= _LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem or len(ending.encode()) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    room = _LONGEST - len(f"{dot}{ending}".encode())
    return f"{stem.encode()[:room].decode('utf-8', 'ignore').rstrip('. ')}{dot}{ending}"
