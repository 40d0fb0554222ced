"""Is there a Bitrix24 portal at this address? Asked before anybody types keys. Sends no secret."""

from app.bitrix.answers import garbled, read_object
from app.bitrix.connection import Http, host_of, is_safe, send
from app.bitrix.errors import Moved, Refused

_METHOD = "server.time"


async def check_portal(http: Http, origin: str) -> None:
    """Returns when `origin` answers like a portal: even the refusal of a call proves it.

    Raises:
        BitrixError: Unreachable; Moved to another host; Garbled, this is no portal; Refused with
            INSECURE_ADDRESS, this is plain http to another machine.
    """
    if not is_safe(origin):
        raise Refused("INSECURE_ADDRESS", host_of(origin), method=_METHOD)
    url = f"{origin}/rest/{_METHOD}.json"
    raw = await send(http, http.build_request("GET", url), method=_METHOD)
    if 300 <= raw.status < 400 and raw.location:
        host = host_of(url, raw.location)
        if host and host != host_of(url):
            raise Moved(host, method=_METHOD, status=raw.status)
    answer = read_object(_METHOD, raw.status, raw.body)
    if "error" not in answer and "result" not in answer:
        raise garbled(_METHOD, raw.status, raw.body)
