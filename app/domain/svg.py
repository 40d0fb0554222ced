"""Whether a text is an SVG picture that can do nothing but be drawn.

A picture that runs scripts, loads something or refers to another place is refused, not repaired:
what people see here has to be what the portal shows.
"""

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import quote, unquote_to_bytes
from xml.etree import ElementTree as ET

SvgProblem = Literal["ICON_EMPTY", "ICON_TOO_LARGE", "ICON_NOT_SVG", "ICON_SCRIPT", "ICON_REMOTE"]

LARGEST = 100_000

_SVG, _XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_HEAD = "data:image/svg+xml"
_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
_INSTRUCTION = re.compile(r"<\?(?!xml[\s?])", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp)[;,]", re.IGNORECASE)
_URL = re.compile(r"url\s*+\(\s*+[\"']?+\s*+(?!#)", re.IGNORECASE)
_ENCODING = re.compile(r"<\?xml[^>]{0,100}encoding\s*=\s*[\"'](?!utf-?8[\"'])", re.IGNORECASE)
_STYLE_TRICKS = re.compile(r"@import|@font-face|expression\s*\(|\\|behavior\s*:", re.IGNORECASE)
_SCRIPT = re.compile(r"^\s*(?:javascript|vbscript|data:(?!image/))", re.IGNORECASE)
_ACTIVE = frozenset(
    (
        *("script", "handler", "listener", "foreignobject", "iframe", "object", "embed", "audio"),
        *("video", "canvas", "animate", "animatemotion", "animatetransform", "animatecolor"),
        *("set", "discard", "a"),
    )
)


def to_data_uri(svg: str) -> str:
    """The form that `imconnector.register` takes."""
    return f"{_HEAD},{quote(svg.strip(), safe='')}"


def from_data_uri(text: str) -> str | None:
    """The picture's source, or null when the text is something else."""
    head, comma, data = text.strip().partition(",")
    if not comma or not head.casefold().startswith(_HEAD):
        return None
    parameters = head[len(_HEAD) :].casefold().split(";")
    if parameters[0]:
        return None
    try:
        raw = unquote_to_bytes(data)
        if "base64" in parameters:
            raw = base64.b64decode(b"".join(raw.split()), validate=True)
        return raw.decode("utf-8")
    except (ValueError, binascii.Error):
        return None


def check_svg(svg: str) -> SvgProblem | None:
    """The first reason why the picture cannot be used, or null."""
    svg = svg.strip().removeprefix("\ufeff")
    if not svg:
        return "ICON_EMPTY"
    if len(svg) > LARGEST:
        return "ICON_TOO_LARGE"
    if _DECLARATION.search(svg) or _INSTRUCTION.search(svg):
        return "ICON_REMOTE"
    root = _root(svg)
    if root is None:
        return "ICON_NOT_SVG"
    return next((found for each in root.iter() for found in _problems(each)), None)


def _root(svg: str) -> ET.Element | None:
    if _ENCODING.match(svg):
        return None
    try:
        root = ET.fromstring(svg)  # noqa: S314 - it holds no declarations
    except (ET.ParseError, ValueError, LookupError, RecursionError):
        return None
    return root if root.tag == f"{{{_SVG}}}svg" else None


def _problems(element: ET.Element) -> Iterator[SvgProblem]:
    space, _, name = str(element.tag).removeprefix("{").rpartition("}")
    name = name.casefold()
    if name in _ACTIVE or space == _XHTML:
        yield "ICON_SCRIPT"
    if name == "style" and _styles_reach_out(element.text or ""):
        yield "ICON_REMOTE"
    for key, value in element.attrib.items():
        yield from _attribute(key.rpartition("}")[2].casefold(), value)


def _attribute(name: str, value: str) -> Iterator[SvgProblem]:
    value = re.sub(r"[\x00-\x20]+", " ", value)
    if name.startswith("on") or _SCRIPT.match(value.replace(" ", "")):
        yield "ICON_SCRIPT"
    if name in ("href", "src") and not _stays_inside(value):
        yield "ICON_REMOTE"
    if _URL.search(value) or (name == "style" and _styles_reach_out(value)):
        yield "ICON_REMOTE"


def _stays_inside(value: str) -> bool:
    value = value.strip()
    return value.startswith("#") or not value or bool(_PICTURE.match(value))


def _styles_reach_out(text: str) -> bool:
    return bool(_STYLE_TRICKS.search(text) or _URL.search(text))
