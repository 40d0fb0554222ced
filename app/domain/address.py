"""A portal's address, in any form that a person pastes it.

A pasted webhook address is recognised and never repeated: it is a password.
"""

import ipaddress
import re
from typing import Literal
from urllib.parse import SplitResult, unquote, urlsplit

AddressKind = Literal["empty", "webhook", "not_an_address", "http_not_allowed", "credentials"]

_EDGES = " \t\r\n\f\v\u00a0\u200b\u200e\u200f\u2060\ufeff<>\"'`\u00ab\u00bb\u201c\u201d,;"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.IGNORECASE)
#: Names and addresses of this machine.
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class AddressError(Exception):
    """The text names no portal that we may talk to. Never holds the text itself."""

    def __init__(self, kind: AddressKind) -> None:
        super().__init__(kind)
        self.kind: AddressKind = kind


#: What the name of a parameter says of its value: it is nobody's business.
_TELLING = "token|auth|secret|key|pass|pwd|code|sid|sig|cookie"
#: An address may be packed into another one.
_SECRET_VALUE = re.compile(
    rf"(?P<head>(?:[?&;#]|%(?:25)*(?:3F|26|23))[^?=&;#]{{0,80}}?(?:{_TELLING})"
    r"[^?=&;#]{0,80}?(?:=|%(?:25)*3D))[^&#]+",
    re.IGNORECASE,
)
_SLASH = "(?:/|%(?:25)*2F)"
_REST = "(?:r|%72)(?:e|%65)(?:s|%73)(?:t|%74)"
_HOOK = rf"(?P<head>{_SLASH}{_REST}{_SLASH}\d{{1,20}}{_SLASH})"
_CODE = re.compile(rf"{_HOOK}[^/?#&%]+", re.IGNORECASE)
_WEBHOOK = re.compile(rf"{_HOOK}[^/?#&%\s\"'<>]", re.IGNORECASE)
_PASSWORD = re.compile(r"(?P<head>//[^/:@?#]{0,100}:)[^/@?#]{1,200}(?=@)")
_TOKEN = re.compile(r"(?P<head>//)[^/:@?#]{1,200}(?=@)")
_DOTS = "\\g<head>\u2022\u2022\u2022"


def parse_portal(text: str) -> str:
    """The origin of a portal: `https://host[:port]`, http only on this machine.

    Raises:
        AddressError: `kind` says why.
    """
    text = text.strip(_EDGES)
    if not text:
        raise AddressError("empty")
    if is_webhook(text):
        raise AddressError("webhook")
    parts = _split(text)
    if parts.username is not None or parts.password is not None:
        raise AddressError("credentials")
    host, port = _host(parts), _port(parts)
    if parts.scheme == "http" and host not in LOOPBACK:
        raise AddressError("http_not_allowed")
    if not _is_host(host, named=bool(_SCHEME.match(text))):
        raise AddressError("not_an_address")
    shown = f"[{host}]" if ":" in host else host
    standard = {"https": 443, "http": 80}[parts.scheme]
    return f"{parts.scheme}://{shown}" + ("" if port in (None, standard) else f":{port}")


def is_webhook(text: str) -> bool:
    """Whether the address of an incoming webhook stands in a text, encoded or not."""
    return bool(_WEBHOOK.search(unquote(text).replace("\\/", "/")))


def hide_webhook(text: str) -> str:
    """The same text without the secret part of a webhook's address."""
    return _CODE.sub("\\g<head>" + "\u2022" * 16, text)


def without_secrets(address: str) -> str:
    """An address as it may be shown: the values of its query that look like secrets by their names,
    the code of a webhook, and a password before its host, are dots.
    """
    for pattern in (_SECRET_VALUE, _CODE, _PASSWORD, _TOKEN):
        address = pattern.sub(_DOTS, address)
    return address


def holds_secret(address: str) -> bool:
    """Whether an address must not be written anywhere as it is."""
    return without_secrets(address) != address


def _split(text: str) -> SplitResult:
    if re.search(r"[\s\\\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text):
        raise AddressError("not_an_address")
    match = _SCHEME.match(text)
    if match is None:
        text = f"{_scheme_for(text)}://{text.lstrip('/')}"
    try:
        parts = urlsplit(text)
    except ValueError:
        raise AddressError("not_an_address") from None
    if parts.scheme not in ("http", "https"):
        raise AddressError("not_an_address")
    if match is None and "@" in parts.netloc:
        raise AddressError("not_an_address")
    return parts


def _scheme_for(text: str) -> str:
    """Nobody types the scheme; this machine has no certificate, everybody else needs one."""
    return (
        "http"
        if re.match(r"(localhost|127\.0\.0\.1|\[::1\])([:/]|$)", text, re.IGNORECASE)
        else "https"
    )


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".").lower()
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise AddressError("not_an_address") from None


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        raise AddressError("not_an_address") from None


def _is_host(host: str, *, named: bool) -> bool:
    """A name with a dot, an IP address, or a bare name if a scheme was typed before it."""
    if host in LOOPBACK:
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        labels = host.split(".")
        good = all(_LABEL.fullmatch(label) for label in labels) and len(host) <= 253
        return good and (named or len(labels) > 1) and not labels[-1].isdecimal()
    return True
