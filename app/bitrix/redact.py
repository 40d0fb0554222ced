"""Takes secrets out of what is shown, logged or stored of a call.

Three nets, each enough for the usual case: values known to be secret, in every encoding that a
call can give them; values under a secret's name, in JSON, forms, query strings and headers; and
whatever an address must not be shown with (see `app.domain.address`). What it removes becomes
`MASK`. Knows no calls and no portals.
"""

import base64
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote, quote_plus

from app.bitrix.wire import Json, decode, encode
from app.domain.address import without_secrets

MASK = "\u2022\u2022\u2022"

_NAMES = (
    "access_token|refresh_token|client_secret|application_token|bot_?token|auth_?id|refresh_?id"
    "|app_?sid|sessid|password|passwd|api_?key|authorization|proxy-authorization|cookie|set-cookie"
    "|id_token|webhook_?code"
)
#: Names that are secrets only in some places: `auth` holds a token or an object, `code` is an
#: authorisation code in an address and a harmless word in most answers.
_SECRET_NAME = re.compile(rf"(?:.*\[)?(?:{_NAMES})\]?", re.IGNORECASE)
_AUTH_NAME = re.compile(r"auth", re.IGNORECASE)

#: A run of backslashes is looked at once, from its beginning: a portal may send a million of them.
_QUOTE = r"(?:(?<!\\)\\*+[\"']|%22|%27|%5C%22|&quot;)"
_IN_JSON = re.compile(
    rf"(?P<head>{_QUOTE}(?:{_NAMES}|auth){_QUOTE}\s*(?::|=>|%3A)\s*(?P<open>{_QUOTE}))"
    rf"(?P<value>.{{0,4096}}?)(?P=open)",
    re.IGNORECASE | re.DOTALL,
)
#: A secret in pieces: a list or an object where a word should stand.
_IN_PIECES = re.compile(
    rf"(?P<head>{_QUOTE}(?:{_NAMES}){_QUOTE}\s*(?::|=>)\s*)(?P<value>[\[{{(][^\])}}]{{0,4096}}[\])}}])",
    re.IGNORECASE,
)
_IN_QUERY = re.compile(
    rf"(?P<head>(?:^|[?&;\s\"'\[{{(,]|%(?:25)*(?:3F|26|5B)|&amp;)(?:{_NAMES}|auth|code)"
    rf"(?:\]|%(?:25)*5D)?(?:=|%(?:25)*3D))(?P<value>[^&\s\"'<>#;,)}}]+)",
    re.IGNORECASE,
)
_IN_HEADER = re.compile(
    r"(?P<head>\b(?:Bearer|Basic)\s+)(?P<value>[A-Za-z0-9._~+/=-]{6,})", re.IGNORECASE
)
_SLASH = r"(?:(?<!\\)\\*/|%(?:25)*2F)"
_WEBHOOK = re.compile(
    rf"(?P<head>{_SLASH}rest{_SLASH}[0-9]{{1,20}}{_SLASH})(?P<value>[A-Za-z0-9_~-]{{6,}})",
    re.IGNORECASE,
)
#: The password of a proxy, or of whatever else is reached by an address.
_IN_ADDRESS = re.compile(
    r"(?P<head>[a-z][a-z0-9+.-]{0,15}://[^\s/:@\"']{0,100}:)(?P<value>[^\s/@\"']{1,200})(?=@)",
    re.IGNORECASE,
)
#: A whole address, up to a quote around it.
_ADDRESS = re.compile(r"https?(?::|%(?:25)*3A)(?:\\(?![\"'])|[^\s\"'<>\\])+", re.IGNORECASE)
_PATTERNS = (_IN_JSON, _IN_PIECES, _IN_QUERY, _IN_HEADER, _WEBHOOK, _IN_ADDRESS)
_SHORTEST = 6
_PERCENT = re.compile("%[0-9A-F]{2}")


def redact(value: Json, *, secrets: Iterable[str] = ()) -> str:
    """`value` as text without secrets: objects become JSON, JSON text stays JSON."""
    known = variants(secrets)
    try:
        if isinstance(value, str):
            return _redact_text(value, known)
        return encode(_redact_json(value, known)).decode("utf-8", "replace")
    except RecursionError:  # JSON in JSON in JSON, on purpose
        text = value if isinstance(value, str) else encode(value).decode("utf-8", "replace")
        return _scrub(text, known)


def variants(secrets: Iterable[str]) -> tuple[str, ...]:
    """Every spelling that a secret can take on its way, longest first."""
    found: set[str] = set()
    for given in secrets:
        secret = given.encode("utf-8", "replace").decode()
        if len(secret) < _SHORTEST:
            continue
        quoted = quote(secret, safe="")
        found |= {secret, quoted, quote_plus(secret), quote(quoted, safe=""), quote(secret)}
        found |= {quoted.lower(), _PERCENT.sub(lambda octet: octet[0].lower(), quoted)}
        for literal in (encode(secret).decode(), json.dumps(secret), repr(secret)):
            escaped = literal[1:-1]
            found |= {escaped, escaped.replace("/", "\\/")}
        found |= _in_base64(secret.encode())
    return tuple(sorted(found, key=len, reverse=True))


def _in_base64(secret: bytes) -> set[str]:
    """What stays the same of it wherever in a longer text that was encoded it stands."""
    found = set()
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + secret).decode()
        first, last = (0, 2, 3)[before], (before + len(secret)) * 8 // 6
        found |= {encoded[first:last], encoded[first:last].replace("+", "-").replace("/", "_")}
    return found


def _redact_text(text: str, known: tuple[str, ...]) -> str:
    if text.lstrip()[:1] in ("{", "["):
        try:
            value = decode(text.encode("utf-8", "replace"))
        except ValueError:
            return _scrub(text, known)
        return encode(_redact_json(value, known)).decode("utf-8", "replace")
    return _scrub(text, known)


def _redact_json(value: Json, known: tuple[str, ...]) -> Json:
    if isinstance(value, str):
        return _redact_text(value, known)
    if isinstance(value, Mapping):
        return {_scrub(key, known): _redact_named(key, item, known) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_redact_json(item, known) for item in value]
    if value is not None and str(value) in known:
        return MASK
    return value


def _redact_named(name: str, value: Json, known: tuple[str, ...]) -> Json:
    if _SECRET_NAME.fullmatch(name) and value not in (None, "", [], {}):
        return MASK
    if _AUTH_NAME.fullmatch(name) and isinstance(value, str) and value:
        return MASK
    return _redact_json(value, known)


def _scrub(text: str, known: tuple[str, ...]) -> str:
    for secret in known:
        text = text.replace(secret, MASK)
    for pattern in _PATTERNS:
        text = pattern.sub(_mask, text)
    return _ADDRESS.sub(lambda address: without_secrets(address[0]), text)


def _mask(match: re.Match[str]) -> str:
    closing = match.groupdict().get("open") or ""
    return f"{match['head']}{MASK}{closing}"
