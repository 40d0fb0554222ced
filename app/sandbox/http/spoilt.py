"""Answers that a fault has spoilt: late, lost, cut, dripping, HTML, nothing at all, or silence.

A connection is dropped through the transport that `serving` puts into the scope. In memory there is
none: who loses an answer there gets an empty 504.
"""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

from starlette.responses import Response, StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from app.sandbox.faults import Fault

_HTML = """<!DOCTYPE html><html><head><title>Lamp &amp; Co</title></head>
<body><h1>The portal is being updated</h1><p>Please come back in a few minutes.</p></body></html>"""
_PIECES = 20
#: Where the scope holds the connection.
TRANSPORT = "sandbox.transport"


async def before(fault: Fault | None) -> None:
    """Wait, when the request is ordered to be executed late."""
    if fault and fault.kind == "delay_before":
        await asyncio.sleep(fault.seconds)


async def carry_out(fault: Fault | None, answer: Response) -> Response:
    """The answer as the fault lets it through."""
    if fault is None:
        return answer
    if fault.kind == "delay_after":
        await asyncio.sleep(fault.seconds)
    spoil = _SPOILT.get(fault.kind)
    return spoil(fault, answer) if spoil else answer


class CutAnswer(Response):
    """Promises the whole body and sends half of it; the server then drops the connection."""

    media_type = "application/json"

    def __init__(self, whole: bytes | memoryview) -> None:
        half = bytes(whole)[: len(whole) // 2]
        super().__init__(half, headers={"content-length": str(len(whole))})


async def _pieces(body: bytes, seconds: float) -> AsyncIterator[bytes]:
    size = len(body) // _PIECES + 1
    for begin in range(0, len(body), size):
        await asyncio.sleep(seconds / _PIECES)
        yield body[begin : begin + size]


class NoAnswer(Response):
    """No answer: silence until the other side gives up, or the connection is lost or reset."""

    def __init__(self, kind: str) -> None:
        super().__init__(status_code=504)
        self._kind = kind

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait for the disconnect; a server that lets us go on gets an empty 504."""
        dropped = self._kind == "timeout" or _drop(scope, reset=self._kind == "reset")
        message: Message = {"type": ""}
        while dropped and message["type"] != "http.disconnect":
            message = await receive()
        await super().__call__(scope, receive, send)


def _drop(scope: Scope, *, reset: bool) -> bool:
    """Close the connection, which the server has put into the scope. Whether there is one."""
    transport: Any = scope.get(TRANSPORT)
    if transport is None:
        return False
    line = transport.get_extra_info("socket")
    if reset and line is not None:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    else:
        transport.close()
    return True


def _page(fault: Fault, _answer: Response) -> Response:
    return Response(_HTML, fault.status, media_type="text/html")


def _nothing(fault: Fault, _answer: Response) -> Response:
    return Response(b"", fault.status, media_type="application/json")


def _as_page(_fault: Fault, answer: Response) -> Response:
    return Response(answer.body, answer.status_code, media_type="text/html")


def _dripping(fault: Fault, answer: Response) -> Response:
    drops = _pieces(bytes(answer.body), fault.seconds)
    return StreamingResponse(drops, answer.status_code, dict(answer.headers))


def _cut(_fault: Fault, answer: Response) -> Response:
    return CutAnswer(answer.body)


def _silence(fault: Fault, _answer: Response) -> Response:
    return NoAnswer(fault.kind)


_SPOILT: Mapping[str, Callable[[Fault, Response], Response]] = {
    "html": _page,
    "empty": _nothing,
    "wrong_type": _as_page,
    "slow_drip": _dripping,
    "cut": _cut,
    "timeout": _silence,
    "lost": _silence,
    "reset": _silence,
}
