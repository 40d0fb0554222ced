"""Bodies and query strings into parameters: JSON, url-encoded, multipart.

Everything malformed ends in a vendor's error or in empty parameters, as the real portal does it.
"""

import json
import math
from collections.abc import AsyncGenerator
from typing import Any
from urllib.parse import unquote_to_bytes

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser

from app.sandbox.errors import VendorError, system_error
from app.sandbox.params import MAX_DEPTH, Params, from_pairs, json_depth

MAX_BODY = 16 * 1024 * 1024
MAX_FIELDS = 20_000


def parse_query(text: str | bytes) -> Params:
    """Url-encoded bracket form; the later of two plain names wins."""
    return from_pairs(_pairs(text.encode("utf-8", "replace") if isinstance(text, str) else text))


def _pairs(raw: bytes) -> list[tuple[str, str]]:
    parts = [part for part in raw.split(b"&") if part]
    if len(parts) > MAX_FIELDS:
        raise VendorError("INVALID_REQUEST", "Too many parameters", 400)
    pairs = (part.partition(b"=") for part in parts)
    return [(_decode(name), _decode(value)) for name, _, value in pairs]


def _decode(raw: bytes) -> str:
    try:
        return unquote_to_bytes(raw.replace(b"+", b" ")).decode("utf-8")
    except UnicodeDecodeError:
        raise system_error("WRONG_ENCODING") from None


async def parse_body(headers: Headers, body: bytes) -> Params:
    """The parameters of a request's body by its content type; an unknown type has none."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if not body:
        return {}
    if kind == "application/json" or kind.endswith("+json"):
        return parse_json(body)
    if kind == "multipart/form-data":
        return await _multipart(headers, body)
    if kind in ("", "application/x-www-form-urlencoded"):
        return parse_query(body)
    return {}


def parse_json(body: bytes) -> Params:
    """A JSON object; anything malformed or nested too deeply is the same as nothing."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise system_error("WRONG_ENCODING") from None
    try:
        value = json.loads(text, parse_constant=_refuse_constant, parse_float=_finite)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) and json_depth(value) <= MAX_DEPTH else {}


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


async def _multipart(headers: Headers, body: bytes) -> Params:
    parser = MultiPartParser(
        headers, _once(body), max_files=100, max_fields=1000, max_part_size=MAX_BODY
    )
    try:
        form = await parser.parse()
    except (MultiPartException, HTTPException, KeyError, UnicodeError):
        raise VendorError("INVALID_REQUEST", "The multipart body cannot be read", 400) from None
    pairs = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    await form.close()
    return from_pairs(pairs)


async def _once(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body
