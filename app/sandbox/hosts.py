"""Names and addresses of this machine, and under which of them the portal is reached.

When the portal was renamed only the address of REST and of the sign-in page changes; tokens are
asked for where they ever were.
"""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from app.sandbox.portal import Portal

_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::[0-9]{1,5})?")


def host_of(header: str | None) -> str:
    """The name in a Host header, without the port; empty when it is no host and port."""
    found = _HOST.fullmatch((header or "").strip().lower())
    return (found[1] or found[2]) if found else ""


def is_loopback(host: str) -> bool:
    """Whether a name or address means this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def current(portal: Portal, origin: str) -> str:
    """The portal's address for somebody who came by `origin`."""
    if not portal.host:
        return origin
    return f"{urlsplit(origin).scheme}://{portal.host}"


def serve_at(portal: Portal, origin: str) -> None:
    """The portal is served here from now on; under its other name it has the same port."""
    portal.origin = origin
    if portal.host:
        name, port = host_of(portal.host), urlsplit(origin).port
        name = f"[{name}]" if ":" in name else name
        portal.host = f"{name}:{port}" if port else name
