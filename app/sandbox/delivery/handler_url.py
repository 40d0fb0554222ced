"""The rules for an address that an application gives the portal. Nothing is called here."""

from urllib.parse import urlsplit

from app.sandbox.errors import VendorError
from app.sandbox.hosts import is_loopback

MAX_URL = 2000
PORTS = range(1, 65_536)


def check_handler(handler: str) -> None:
    """Refuse what the portal would not call: other protocols, no dot in the host, no such port."""
    try:
        parts = urlsplit(handler)
        host, scheme, port = parts.hostname or "", parts.scheme, parts.port
    except ValueError:
        host, scheme, port = "", "", None
    if scheme and scheme not in ("http", "https"):
        raise VendorError("ERROR_UNSUPPORTED_PROTOCOL", "Unsupported event handler protocol", 400)
    known_port = port is None or port in PORTS
    if not scheme or "." not in host or not known_port or len(handler) > MAX_URL:
        raise VendorError("ERROR_WRONG_HANDLER_URL", "Wrong handler URL", 400)


def why_not(handler: str, allowed: str) -> str:
    """The reason in words why this address is not called; empty when it is."""
    import httpx

    try:
        address = httpx.URL(handler)
        host, port = address.host.lower(), address.port
    except (httpx.InvalidURL, ValueError):
        return "the address cannot be read"
    if address.scheme not in ("http", "https") or not host:
        return "the address is neither http nor https"
    if port is not None and port not in PORTS:
        return "the address has no port that there is"
    names = {name.strip().lower() for name in allowed.split(",")}
    if is_loopback(host) or host in names:
        return ""
    return f"{host} is not this machine and not allowed by --allow-host"
