"""Bodies and query strings into parameters: JSON, url-encoded, multipart.

Everything malformed ends in a vendor's error or in empty parameters, as the real portal does it.
However large a body is, the portal goes on answering others: what takes long is read beside it, in
a thread, and what a thread cannot interrupt is bounded.
"""

import asyncio
import json
import logging
import math
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from typing import Any

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser

from app.sandbox.errors import VendorError, system_error
from app.sandbox.params import MAX_DEPTH, Params, from_pairs, json_depth
from app.sandbox.urlencoded import AT_ONCE, parse_query, too_many

# what clients send wrongly is told to them, and is no news for who runs the sandbox
logging.getLogger("python_multipart").setLevel(logging.ERROR)

MAX_BODY = 16 * 1024 * 1024
#: Commas and brackets of one JSON text, not counting those in its strings.
MAX_MARKS = 200_000
#: Digits of one number in JSON.
MAX_DIGITS = 1000
_NO_MARKS = bytes(set(range(256)) - set(b",[]{}"))
_WEIGHTS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1, ord(","): 0}
_beside = ThreadPoolExecutor(1, "sandbox-forms")


async def parse_body(headers: Headers, body: bytes) -> Params:
    """The parameters of a request's body by its content type; an unknown type has none."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if not body:
        return {}
    if kind == "application/json" or kind.endswith("+json"):
        return await beside(parse_json, body)
    if kind == "multipart/form-data":
        return await _multipart(headers, body)
    if kind in ("", "application/x-www-form-urlencoded"):
        return await beside(parse_query, body)
    return {}


async def beside(parse: Callable[[bytes], Params], body: bytes) -> Params:
    """Read a body; a long one in a thread, so that others are answered meanwhile."""
    if len(body) <= AT_ONCE:
        return parse(body)
    return await asyncio.get_running_loop().run_in_executor(_beside, parse, body)


def parse_json(body: bytes) -> Params:
    """A JSON object; anything malformed or nested too deeply is the same as nothing."""
    try:
        return read_object(body)
    except ValueError:
        return {}


def read_object(body: bytes) -> Params:
    """A JSON object; raises ValueError that says why not for anything else."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise system_error("WRONG_ENCODING") from None
    if _depth(body) <= MAX_DEPTH:
        value = json.loads(
            text, parse_constant=_refuse_constant, parse_float=_finite, parse_int=_short
        )
        if isinstance(value, dict) and json_depth(value) <= MAX_DEPTH:
            return value
    raise ValueError("it is none, or nested too deeply")


def _depth(body: bytes) -> int:
    """How deeply brackets are nested at most; asked before anything is built, let alone called."""
    brackets = body.count(b"[") + body.count(b"{")
    if brackets <= MAX_DEPTH and body.count(b",") <= MAX_MARKS:
        return brackets
    bare = body.replace(rb"\\", b"").replace(rb"\"", b"")
    if bare.count(b'"') > 4 * MAX_MARKS:
        raise too_many()
    marks = b"".join(bare.split(b'"')[::2]).translate(None, _NO_MARKS)
    if len(marks) > MAX_MARKS:
        raise too_many()
    return max(accumulate(map(_WEIGHTS.__getitem__, marks)), default=0)


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError("a number is too large")
    return value


def _short(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise ValueError("a number is too long")
    return int(text)


async def _multipart(headers: Headers, body: bytes) -> Params:
    parser = MultiPartParser(
        headers, in_pieces(body), max_files=100, max_fields=1000, max_part_size=MAX_BODY
    )
    try:
        form = await parser.parse()
    except (MultiPartException, HTTPException, KeyError, UnicodeError):
        raise VendorError("INVALID_REQUEST", "The multipart body cannot be read", 400) from None
    pairs = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    await form.close()
    return from_pairs(pairs)


async def in_pieces(body: bytes) -> AsyncGenerator[bytes, None]:
    """A body for a parser, with a breath for the others after each piece."""
    for begin in range(0, len(body), AT_ONCE):
        yield body[begin : begin + AT_ONCE]
        await asyncio.sleep(0)
