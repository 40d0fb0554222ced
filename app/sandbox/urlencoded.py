"""Url-encoded parameters: of an address, of a form, of a command in a batch. Knows no HTTP."""

from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from app.sandbox.errors import VendorError, system_error
from app.sandbox.params import Params, from_pairs

MAX_FIELDS = 20_000
#: What is longer is read in pieces, and in a thread if it is a body.
AT_ONCE = 64 * 1024


def parse_query(text: str | bytes) -> Params:
    """Url-encoded bracket form; the later of two plain names wins."""
    return from_pairs(_pairs(text.encode("utf-8", "replace") if isinstance(text, str) else text))


def _pairs(raw: bytes) -> list[tuple[str, str]]:
    if raw.count(b"&") >= MAX_FIELDS:
        raise too_many()
    pairs = (part.partition(b"=") for part in raw.split(b"&") if part)
    return [(_decode(name), _decode(value)) for name, _, value in pairs]


def _decode(raw: bytes) -> str:
    try:
        return _unquoted(raw.replace(b"+", b" ")).decode("utf-8")
    except UnicodeDecodeError:
        raise system_error("WRONG_ENCODING") from None


def too_many() -> VendorError:
    """The refusal of a form with more fields than are read."""
    return VendorError("INVALID_REQUEST", "Too many parameters", 400)


def _unquoted(raw: bytes) -> bytes:
    if len(raw) <= AT_ONCE:
        return unquote_to_bytes(raw)
    return b"".join(map(unquote_to_bytes, _pieces(raw)))


def _pieces(raw: bytes) -> Iterator[bytes]:
    """A long text in pieces, none of which ends within an escape: others wait for one at most."""
    begin = 0
    while begin < len(raw):
        end = raw.rfind(b"%", begin + 1, begin + AT_ONCE) if len(raw) - begin > AT_ONCE else -1
        end = end if end > 0 else begin + AT_ONCE
        yield raw[begin:end]
        begin = end
