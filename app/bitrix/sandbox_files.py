"""Hands a file to a sandbox portal, which serves it on this machine: the one place that does.

A real portal downloads files from public addresses and takes none from a connector; the sandbox's
control interface does, so that a file of this machine gets an address that its portal can read.
"""

import base64
from urllib.parse import urlsplit

from app.bitrix.connection import Http, is_loopback, send
from app.bitrix.errors import Garbled, Refused
from app.bitrix.wire import as_text, decode, encode, field

#: What the sandbox keeps of one file.
LARGEST_FILE = 10 * 1024 * 1024


class SandboxFiles:
    """The sandbox at one address."""

    def __init__(self, http: Http, address: str) -> None:
        """Raises ValueError for an address that is not on this machine."""
        if not is_loopback(address):
            raise ValueError("files are handed to a sandbox on this machine only")
        parts = urlsplit(address)
        self._http, self._order = http, f"{parts.scheme}://{parts.netloc}/sandbox/file"

    async def keep(self, name: str, content: bytes) -> str:
        """The address under which the sandbox serves a file from now on.

        Raises:
            BitrixError: it does not answer, or there is no room for the file.
        """
        body = encode({"name": name, "content": base64.b64encode(content).decode()})
        headers = {"Content-Type": "application/json"}
        request = self._http.build_request("POST", self._order, content=body, headers=headers)
        answer = await send(self._http, request, method="sandbox/file")
        try:
            result = decode(answer.body)
        except ValueError:
            raise Garbled("", description="no JSON", method="sandbox/file") from None
        url = as_text(field(result, "url"))
        if answer.status != 200 or not url:
            raise Refused("SANDBOX_FILE", as_text(field(result, "error")), method="sandbox/file")
        return url
