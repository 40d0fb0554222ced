"""What a profile's network settings mean: whom TLS believes, and which proxy is used.

The person's own authorities are added to the system's, never instead of them. There is nothing here
that switches the checking of certificates off. Knows no portals and sends nothing.
"""

import ssl
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass_environment  # type: ignore[attr-defined]

import httpx

from app.bitrix.errors import NetworkError
from app.domain.portal import Network

USUAL = Network()

_SOCKS = ("socks5", "socks5h")
_LARGEST_FILE = 4 * 1024 * 1024


def trust(network: Network = USUAL) -> ssl.SSLContext:
    """Checks certificates against the system's authorities, those that come with the HTTP library,
    and the profile's own file (PEM, or one certificate as DER). Writes no keys of connections into
    a file, whatever the environment says: with them tokens can be read from recorded traffic.

    Raises:
        NetworkError: `ca_missing`, `ca_unreadable`.
    """
    try:
        context = httpx.create_ssl_context()
        context.load_default_certs()
        context.keylog_filename = None  # type: ignore[assignment]  # how it is switched off
    except OSError as error:  # SSL_CERT_FILE or SSL_CERT_DIR lead nowhere
        raise NetworkError("ca_unreadable", f"SSL_CERT_FILE: {error.strerror or error}") from None
    if network.ca_file:
        _believe(context, Path(network.ca_file).expanduser())
    return context


def _believe(context: ssl.SSLContext, path: Path) -> None:
    content = read_authorities(path)
    data = content.decode("ascii", "ignore") if b"-----BEGIN" in content else content
    try:
        context.load_verify_locations(cadata=data)
    except (ssl.SSLError, ValueError):
        raise NetworkError("ca_unreadable", f"{path}: no certificate") from None


def read_authorities(path: Path) -> bytes:
    """The file as it is. Raises NetworkError."""
    try:
        if path.exists() and not path.is_file():
            raise NetworkError("ca_unreadable", f"{path}: not a file")
        if path.stat().st_size > _LARGEST_FILE:
            raise NetworkError("ca_unreadable", f"{path}: too large")
        return path.read_bytes()
    except FileNotFoundError:
        raise NetworkError("ca_missing", str(path)) from None
    except (OSError, ValueError) as error:
        raise NetworkError("ca_unreadable", f"{path}: {getattr(error, 'strerror', '')}") from None


def proxy_of(network: Network, context: ssl.SSLContext | None) -> httpx.Proxy | None:
    """The profile's proxy, None for the system's ways. An https proxy is checked like a portal.

    Raises:
        NetworkError: `proxy`, no address of one, or of a kind that this program does not speak;
            `proxy_password`, profiles are plain files, so a password may not stand in one.
    """
    if not network.proxy:
        return None
    try:
        parts = urlsplit(network.proxy)
        port, host = parts.port, parts.hostname
    except ValueError:
        raise NetworkError("proxy", "not an address") from None
    if "@" in parts.netloc:
        raise NetworkError("proxy_password")
    if not network.proxy.isprintable() or " " in network.proxy:
        raise NetworkError("proxy", "not an address")
    if parts.scheme not in ("http", "https", *_SOCKS):
        raise NetworkError("proxy", f"unknown kind: {parts.scheme}")
    if parts.scheme in _SOCKS and find_spec("socksio") is None:
        raise NetworkError("proxy", f"this program does not speak {parts.scheme}")
    if not host or port == 0 or parts.path.strip("/") or parts.query or parts.fragment:
        raise NetworkError("proxy", "not an address")
    try:
        return httpx.Proxy(network.proxy, ssl_context=context if parts.scheme == "https" else None)
    except (ValueError, httpx.InvalidURL) as error:
        raise NetworkError("proxy", str(error)) from None


def proxy_finder(network: Network) -> Callable[[str, str], str]:
    """Says which proxy a request takes, by its scheme and host with port: "" for none.

    The system's proxies are asked for once, as the HTTP library does.
    """
    if network.proxy:
        return lambda _scheme, _host: network.proxy
    proxies = getproxies()

    def find(scheme: str, host: str) -> str:
        if not proxies or proxy_bypass_environment(host, proxies):
            return ""
        return proxies.get(scheme) or proxies.get("all") or ""

    return find


def check_network(network: Network) -> None:
    """Whether a client could be opened with these settings; for the form they are typed into.

    Raises:
        NetworkError: which of them cannot be used, and why.
    """
    proxy_of(network, trust(network))
