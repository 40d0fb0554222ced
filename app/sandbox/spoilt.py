"""Answers that a fault has spoilt: HTML, nothing at all, half an answer, or silence."""

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from app.sandbox.faults import Fault

_HTML = """<!DOCTYPE html><html><head><title>Lamp &amp; Co</title></head>
<body><h1>The portal is being updated</h1><p>Please come back in a few minutes.</p></body></html>"""


def carry_out(fault: Fault, answer: Response) -> Response:
    """The answer as the fault lets it through."""
    if fault.kind == "html":
        return Response(_HTML, fault.status, media_type="text/html")
    if fault.kind == "empty":
        return Response(b"", fault.status, media_type="application/json")
    if fault.kind == "cut":
        return CutAnswer(answer.body)
    if fault.kind == "timeout":
        return NoAnswer()
    return answer


class CutAnswer(Response):
    """Promises the whole body and sends half of it; the server then drops the connection."""

    media_type = "application/json"

    def __init__(self, whole: bytes | memoryview) -> None:
        half = bytes(whole)[: len(whole) // 2]
        super().__init__(half, headers={"content-length": str(len(whole))})


class NoAnswer(Response):
    """Stays silent until the other side gives up."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait for the disconnect; a server that lets us go on gets an empty 504."""
        message: Message = {"type": ""}
        while message["type"] != "http.disconnect":
            message = await receive()
        self.status_code = 504
        await super().__call__(scope, receive, send)
