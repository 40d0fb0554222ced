"""Loads one file that a message names: only when asked, without keys, never more than allowed.

The address may be anybody's. Redirects are followed by hand, so that none leads from the internet
into this machine or its network, or to anything but http and https.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import httpx

from app.bitrix.connection import Http, unreachable
from app.bitrix.errors import BitrixError
from app.domain.calls import Purpose
from app.domain.links import parse_link

_REDIRECTS = 5
_SILENCE, _TOTAL = 20.0, 300.0
_PIECE = 1 << 18
#: Addresses in other spellings: 127.1, 2130706433, 0x7f000001.
_NUMBER = re.compile(r"(?:0x)?[0-9a-f.]*[0-9]", re.IGNORECASE)
_INSIDE = (".localhost", ".local", ".internal", ".lan", ".home.arpa")

Write = Callable[[bytes], Awaitable[None]]


class DownloadError(BitrixError):
    """A file did not come. Codes: LOAD_ADDRESS, LOAD_ELSEWHERE (a redirect that is not followed),
    LOAD_REFUSED (the server said no), LOAD_TOO_LARGE, LOAD_PACKED, LOAD_CUT, LOAD_SLOW.
    """


class Beginning(NamedTuple):
    """What a server says before the file: its size, None when it does not say."""

    host: str
    size: int | None


async def download(
    http: Http, url: str, most: int, begun: Callable[[Beginning], None], write: Write
) -> int:
    """Load a file piece by piece; answers its size.

    Raises:
        BitrixError: DownloadError or Unreachable; what was written is not the whole file.
    """
    try:
        async with asyncio.timeout(_TOTAL):
            return await _follow(http, url, most, begun, write)
    except TimeoutError:
        raise DownloadError("LOAD_SLOW") from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        if isinstance(error, httpx.RemoteProtocolError):
            raise DownloadError("LOAD_CUT") from None
        raise unreachable(error) from None
    finally:
        http.cookies.clear()  # nobody who serves files recognises us the next time


async def _follow(
    http: Http, url: str, most: int, begun: Callable[[Beginning], None], write: Write
) -> int:
    start = url
    for _ in range(_REDIRECTS + 1):
        link = parse_link(url)
        if link is None:
            raise DownloadError("LOAD_ADDRESS" if url == start else "LOAD_ELSEWHERE")
        if _is_inside(link.url) and not _is_inside(start):
            raise DownloadError("LOAD_ELSEWHERE", link.host)
        request = http.build_request(
            "GET",
            link.url,
            headers={"Accept": "*/*", "Accept-Encoding": "identity"},
            timeout=httpx.Timeout(_SILENCE),
            extensions={"purpose": Purpose.FILES},
        )
        answer = await http.send(request, stream=True)
        try:
            if answer.is_redirect and answer.headers.get("Location"):
                url = urljoin(link.url, answer.headers["Location"])
                continue
            return await _read(answer, link.host, most, begun, write)
        finally:
            await answer.aclose()
    raise DownloadError("LOAD_ELSEWHERE")


async def _read(
    answer: httpx.Response,
    host: str,
    most: int,
    begun: Callable[[Beginning], None],
    write: Write,
) -> int:
    if answer.status_code != httpx.codes.OK:
        raise DownloadError("LOAD_REFUSED", str(answer.status_code), status=answer.status_code)
    if answer.headers.get("Content-Encoding", "identity").strip().lower() not in ("", "identity"):
        raise DownloadError("LOAD_PACKED", host)  # what is small here may be huge unpacked
    told = _size(answer.headers.get("Content-Length", ""))
    if told is not None and told > most:
        raise DownloadError("LOAD_TOO_LARGE", host)
    begun(Beginning(host, told))
    size = 0
    async for piece in answer.aiter_raw(_PIECE):
        size += len(piece)
        if size > most:
            raise DownloadError("LOAD_TOO_LARGE", host)
        await write(piece)
    if told is not None and size != told:
        raise DownloadError("LOAD_CUT", host)
    return size


def _size(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 15 else None


def _is_inside(url: str) -> bool:
    """Whether an address names this machine or its own network, in whatever spelling."""
    host = urlsplit(url).hostname or ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return bool(_NUMBER.fullmatch(host)) or host.endswith(_INSIDE) or "." not in host
