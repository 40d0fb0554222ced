"""The rules for an address that an application gives the portal. Nothing is called here."""

from urllib.parse import urlsplit

from app.sandbox.errors import VendorError

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
