"""Addresses of handlers: whether two lead to the same place, and whether a portal can reach one.

Asks nobody; knows no subscription.
"""

import ipaddress
from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import SplitResult, urlsplit

_PORTS = {"http": 80, "https": 443}
_LOCAL_ENDINGS = (".local", ".localhost", ".internal", ".lan", ".home", ".test", ".invalid")


class Likeness(StrEnum):
    """In what two addresses differ that lead to the same place."""

    SLASH = "slash"
    SPELLING = "spelling"  # upper and lower case above all
    PORT = "port"
    SCHEME = "scheme"


def likeness(one: str, other: str) -> frozenset[Likeness]:
    """In what two addresses differ that lead to the same place; empty for the same text and for
    addresses that lead to different places.
    """
    if one == other:
        return frozenset()
    left, right = _split(one), _split(other)
    if left is None or right is None:
        return frozenset()
    if _plain(left) != _plain(right):
        return frozenset()
    return frozenset(_differences(left, right)) or frozenset({Likeness.SPELLING})


def unreachable(handler: str) -> bool:
    """Whether no portal on the internet could ever call this address."""
    parts = _split(handler)
    host = (parts.hostname or "") if parts is not None else ""
    if parts is None or parts.scheme not in _PORTS or not host:
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        name = host.rstrip(".")
        return "." not in name or name.endswith(_LOCAL_ENDINGS)


def place_of(address: str) -> tuple[str, int | None]:
    """Host and port, "" and None for what is no address."""
    parts = _split(address)
    return ("", None) if parts is None else _plain(parts)[:2]


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address.strip())
        parts.port  # noqa: B018 - refuses what is no number
    except ValueError:
        return None
    return parts


def _port(parts: SplitResult) -> int | None:
    return None if parts.port == _PORTS.get(parts.scheme) else parts.port


def _plain(parts: SplitResult) -> tuple[str, int | None, str, str]:
    """What is left of an address without the differences that do not matter."""
    host = (parts.hostname or "").rstrip(".")
    return host, _port(parts), parts.path.rstrip("/").casefold(), parts.query


def _differences(left: SplitResult, right: SplitResult) -> Iterator[Likeness]:
    if left.scheme != right.scheme:
        yield Likeness.SCHEME
    if (left.port is None) != (right.port is None):
        yield Likeness.PORT
    if left.path.endswith("/") != right.path.endswith("/"):
        yield Likeness.SLASH
    if _spelled(left) != _spelled(right):
        yield Likeness.SPELLING


def _spelled(parts: SplitResult) -> tuple[str, str, str]:
    host = parts.netloc.rpartition("@")[2].partition(":")[0]
    return host, parts.path.rstrip("/"), parts.fragment
