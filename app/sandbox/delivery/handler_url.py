"""The rules for an address that an application gives the portal. Nothing is called here."""

from urllib.parse import urlsplit

from app.sandbox.errors import VendorError

MAX_URL = 2000


def check_handler(handler: str) -> None:
    """Refuse what the portal would not call: other protocols, and hosts without a dot."""
    try:
        parts = urlsplit(handler)
        host, scheme = parts.hostname or "", parts.scheme
    except ValueError:
        host = scheme = ""
    if scheme and scheme not in ("http", "https"):
        raise VendorError("ERROR_UNSUPPORTED_PROTOCOL", "Unsupported event handler protocol", 400)
    if not scheme or "." not in host or len(handler) > MAX_URL:
        raise VendorError("ERROR_WRONG_HANDLER_URL", "Wrong handler URL", 400)
