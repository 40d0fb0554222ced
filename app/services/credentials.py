"""Recognises what somebody pastes who has a sign-in elsewhere: requests, events, tokens, keys.

Reads JSON, forms, raw requests, settings of PHP programs, `.env` files and dumps of PHP arrays.
Asks nobody; what it finds is claimed, not proved.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import msgspec

from app.bitrix.oauth import KNOWN_SERVERS
from app.domain.address import AddressError, is_webhook, parse_portal
from app.domain.credentials import Credentials, CredentialsError, Doubt, Form, Kind

LONGEST = 100_000
_DEEPEST = 12

#: Our name -> how it is called in what people paste, in lower case.
_NAMES = {
    "access": ("access_token", "accesstoken", "auth_id"),
    "refresh": ("refresh_token", "refreshtoken", "refresh_id"),
    "client_id": ("client_id", "clientid"),
    "client_secret": ("client_secret", "clientsecret"),
    "member_id": ("member_id", "memberid"),
    "domain": ("domain", "portal", "portal_url"),
    "protocol": ("protocol",),
    "endpoint": ("client_endpoint", "clientendpoint"),
    "server": ("server_endpoint", "serverendpoint"),
    "server_domain": ("server_domain",),
    "expires": ("expires",),
    "expires_in": ("expires_in", "expiresin", "auth_expires"),
    "ts": ("ts",),
    "user_id": ("user_id", "userid"),
    "scope": ("scope", "application_scope"),
    "application_token": ("application_token", "applicationtoken"),
    "app_sid": ("app_sid",),
    "event": ("event",),
    "code": ("code",),
    "state": ("state",),
}
_OURS = {name: ours for ours, names in _NAMES.items() for name in names}
#: These may have a name of the program before them: C_REST_CLIENT_ID, B24_CLIENT_SECRET.
_WITH_PREFIX = ("client_id", "client_secret", "access_token", "refresh_token", "member_id")

_ARGUMENT = re.compile(r"[^\s&?'\"<>=]{1,60}=[^\s'\"<>]*")
_WORDS = "|".join(sorted((re.escape(name) for name in _OURS), key=len, reverse=True))
_SETTING = re.compile(
    rf"""(?<![\w-])(?P<name>[\w-]{{0,40}}?(?:{_WORDS}))
    (?:['"]?\]?[^\S\n]*(?:=>|[=:])|['"][^\S\n]*,)[^\S\n]*
    ['"]?(?P<value>[^\s'"&;,)\]}}{{\[(]+)""",
    re.IGNORECASE | re.VERBOSE,
)
_CLIENT_ID = re.compile(r"\b(?:local|app)\.[0-9a-f]{8,}(?:\.\d+)?\b")
_SECRET = re.compile(r"^[A-Za-z0-9]{40,64}$", re.MULTILINE)

Found = dict[str, str]


def read_credentials(text: str, now: datetime | None = None) -> Credentials:
    """What there is in a pasted text to sign in with.

    Raises:
        CredentialsError: `kind` says what it is instead; the text is not repeated.
    """
    text = text.strip().strip("\ufeff\u200b")
    if not text:
        raise CredentialsError("empty")
    if len(text) > LONGEST:
        raise CredentialsError("too_long")
    webhook = is_webhook(text)
    found = _collect(text)
    kind = _refusal(found, webhook=webhook)
    if kind is not None:
        raise CredentialsError(kind)
    return _sorted(found, webhook=webhook, now=now or datetime.now(UTC))


def _collect(text: str) -> Found:
    """Everything with a name that we know. The first reader that finds it counts."""
    found: Found = {}
    for pairs in (_from_json(text), _from_form(text), _from_settings(text), _from_card(text)):
        for name, value in pairs:
            ours = _our_name(name)
            if ours and value.strip():
                found.setdefault(ours, value.strip())
                if name.casefold() == "auth_id":
                    found["frame"] = "1"
    return found


def _our_name(name: str) -> str:
    last = name.rstrip("]").rpartition("[")[2].strip().casefold().replace("-", "_")
    ours = _OURS.get(last)
    if ours is None:
        ours = next((_OURS[each] for each in _WITH_PREFIX if last.endswith(f"_{each}")), "")
    return ours


def _from_json(text: str) -> Iterator[tuple[str, str]]:
    start, end = text.find("{"), text.rfind("}")
    if start < 0 or end < start:
        return
    for part in (text, text[start : end + 1]):
        try:
            decoded = msgspec.json.decode(part)
        except (msgspec.DecodeError, RecursionError, ValueError):
            continue
        yield from _flat(decoded, 0)
        return


def _flat(value: Any, depth: int) -> Iterator[tuple[str, str]]:
    """Names and texts of a decoded value; an `auth` block before everything beside it."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _flat(each, depth + 1)
    elif isinstance(value, Mapping):
        inner = [(k, v) for k, v in value.items() if isinstance(v, list | Mapping)]
        inner.sort(key=lambda pair: str(pair[0]).casefold() != "auth")
        for name, each in value.items():
            if isinstance(each, str | int | float) and not isinstance(each, bool):
                yield str(name), str(each)
        for _name, each in inner:
            yield from _flat(each, depth + 1)


def _from_form(text: str) -> Iterator[tuple[str, str]]:
    """Queries and bodies of requests, wherever they stand in the text."""
    for chunk in _ARGUMENT.findall(text.replace("?", "\n")):
        if "&" in chunk or "%" in chunk or "[" in chunk:
            try:
                yield from parse_qsl(chunk, max_num_fields=500)
            except ValueError:  # far more fields than any of these requests has
                return


def _from_settings(text: str) -> Iterator[tuple[str, str]]:
    """`NAME=value`, `name: value`, `'name' => 'value'`, `define('NAME', 'value')`."""
    for match in _SETTING.finditer(text):
        yield match["name"], unquote(match["value"].replace("\\/", "/"))


def _from_card(text: str) -> Iterator[tuple[str, str]]:
    """Both keys as they are copied from the application's card, without their names."""
    client_id = _CLIENT_ID.search(text)
    if client_id is None:
        return
    yield "client_id", client_id[0]
    secret = _SECRET.search(text)
    if secret is not None:
        yield "client_secret", secret[0]


def _refusal(found: Found, *, webhook: bool) -> Kind | None:
    if found.get("event", "").upper() == "ONAPPUNINSTALL":
        return "uninstall"
    if {"access", "refresh", "client_id", "client_secret"} & found.keys():
        return None
    if webhook:
        return "webhook"
    if "code" in found and {"state", "server_domain", "member_id"} & found.keys():
        return "redirect"
    only: tuple[Kind, Kind] = ("application_token", "app_sid")
    return next((kind for kind in only if kind in found), "nothing")


def _sorted(found: Found, *, webhook: bool, now: datetime) -> Credentials:
    endpoint = _endpoint(found.get("endpoint", ""))
    server = _origin(found.get("server", "")) or _origin(found.get("server_domain", ""))
    domain = _origin(found.get("domain", ""), found.get("protocol", ""))
    mistaken = bool(domain) and (domain == server or urlsplit(domain).netloc in KNOWN_SERVERS)
    portal = _origin(endpoint) or ("" if mistaken else domain)
    seconds = _seconds_left(found, now)
    proved = {"refresh", "client_id", "client_secret"} <= found.keys()
    tokens = bool({"access", "refresh"} & found.keys())
    doubts = {
        Doubt.EXPIRED: "access" in found and seconds is not None and seconds <= 0,
        Doubt.NO_REFRESH: "access" in found and "refresh" not in found,
        Doubt.NO_SECRET: "refresh" in found and "client_secret" not in found,
        Doubt.SHARED: "refresh" in found,
        Doubt.APPLICATION_TOKEN: "application_token" in found,
        Doubt.APP_SID: "app_sid" in found,
        Doubt.DOMAIN_IS_SERVER: mistaken,
        Doubt.WEBHOOK: webhook,
        Doubt.NO_PORTAL: tokens and not proved and not portal,
        Doubt.NO_MEMBER: tokens and not proved and "member_id" not in found,
    }
    return Credentials(
        form=_form(found),
        client_id=found.get("client_id", ""),
        client_secret=found.get("client_secret", ""),
        access=found.get("access", ""),
        refresh=found.get("refresh", ""),
        portal=portal,
        endpoint=endpoint or (f"{portal}/rest/" if portal else ""),
        server=server,
        member_id=found.get("member_id", ""),
        user_id=_number(found.get("user_id", "")) or 0,
        seconds=seconds,
        scopes=frozenset(found.get("scope", "").replace(",", " ").split()),
        doubts=tuple(doubt for doubt, here in doubts.items() if here),
    )


def _form(found: Found) -> Form:
    if not {"access", "refresh"} & found.keys():
        return Form.KEYS
    if found.get("event", "").upper() == "ONAPPINSTALL":
        return Form.INSTALL
    if "frame" in found:
        return Form.FRAME
    return Form.EVENT if "event" in found else Form.TOKENS


def _seconds_left(found: Found, now: datetime) -> int | None:
    """By the moment of the end, else by the moment of the request, else from now on."""
    present = int(now.timestamp())
    end = _number(found.get("expires", ""))
    if end is not None and end > 1_000_000_000:
        return end - present
    span = _number(found.get("expires_in", "")) or end
    sent = _number(found.get("ts", ""))
    if span is not None and sent is not None:
        return sent + span - present
    return span


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else None


def _endpoint(text: str) -> str:
    origin = _origin(text)
    return f"{origin}/rest/" if origin else ""


def _origin(text: str, protocol: str = "") -> str:
    """An origin that a person could have typed, or "". On-premise portals may be plain http: such
    an address is kept out here and has to be typed, where its danger is told.
    """
    if not text:
        return ""
    named = text if "://" in text or protocol != "0" else f"http://{text}"
    try:
        return parse_portal(named)
    except AddressError:
        return ""
