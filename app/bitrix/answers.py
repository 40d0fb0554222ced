"""The one mapping from an HTTP answer to a value or an error.

Decides by the key `error`, not by the status: portals disagree on statuses, and some refusals come
with 200. Knows no tokens, no retries and no HTTP library.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.bitrix.errors import (
    AccessDenied,
    BitrixError,
    Garbled,
    MethodMissing,
    PortalBroken,
    Refused,
    ScopeMissing,
    SignedOut,
    Throttled,
)
from app.bitrix.redact import redact
from app.bitrix.wire import (
    Json,
    as_bool,
    as_int,
    as_list,
    as_map,
    as_number,
    as_text,
    decode,
    each_map,
)
from app.bitrix.wire import field as at

#: Stands for the empty code that some old methods answer.
NO_CODE = "NO_CODE"

_CLASSES: dict[str, type[BitrixError]] = {
    "error_method_not_found": MethodMissing,
    "insufficient_scope": ScopeMissing,
    "invalid_scope": ScopeMissing,
    "access_denied": AccessDenied,
    "access_error": AccessDenied,
    "user_access_error": AccessDenied,
    "invalid_credentials": AccessDenied,
    "allowed_only_intranet_user": AccessDenied,
    "config_wrong_user_permission": AccessDenied,
    "expired_token": SignedOut,
    "invalid_token": SignedOut,
    "no_auth_found": SignedOut,
    "application_not_found": SignedOut,
    "authorization_error": SignedOut,
    "query_limit_exceeded": Throttled,
    "operation_time_limit": Throttled,
    "overload_limit": Throttled,
    "connection_error": PortalBroken,
    "internal_server_error": PortalBroken,
    "error_unexpected_answer": PortalBroken,
}
#: Methods whose success is never `false`: they write, or they fail.
_NEVER_FALSE = frozenset(
    {
        "imconnector.register",
        "imconnector.unregister",
        "imconnector.send.messages",
        "imconnector.update.messages",
        "imconnector.delete.messages",
        "imconnector.send.status.delivery",
        "imconnector.send.status.reading",
        "imconnector.chat.name.set",
        "imconnector.set.error",
        "im.message.add",
        "im.message.update",
        "im.message.delete",
    }
)
#: Those of them that make a message each time: an answer without a word about it is no refusal.
_MAKING = frozenset({"imconnector.send.messages", "im.message.add"})
#: Seconds to wait when the portal does not say how long.
_PATIENCE = {"query_limit_exceeded": 1.0, "operation_time_limit": 60.0, "overload_limit": 600.0}


#: Characters of a vendor's text that are looked at; far fewer are shown.
_READABLE = 20_000


@dataclass(frozen=True, slots=True)
class Time:
    """The `time` block. `reset_in` is seconds until the oldest operating minute is dropped,
    `finish` when the answer was made by the portal's clock.
    """

    duration: float | None = None
    operating: float | None = None
    operating_reset_at: float | None = None
    reset_in: float | None = None
    finish: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A successful answer. `next` is the offset of the next page, null on the last one."""

    result: Json
    next: int | None = None
    total: int | None = None
    time: Time = field(default_factory=Time)


def read_answer(method: str, status: int, body: bytes) -> Answer:
    """The answer of a REST call.

    Raises:
        BitrixError: the portal said no, or nothing that can be read.
    """
    envelope = read_object(method, status, body)
    if method.casefold() in _MAKING and status < 400 and _says_nothing(envelope):
        raise garbled(method, status, body)
    raise_error(method, status, envelope)
    if status >= 400 or "result" not in envelope:
        raise garbled(method, status, body)
    result = envelope["result"]
    _raise_nested(method, status, result)
    return Answer(
        result, as_int(envelope.get("next")), as_int(envelope.get("total")), read_time(envelope)
    )


def read_object(method: str, status: int, body: bytes) -> Mapping[str, Json]:
    """The body as an object; a throttled answer needs none."""
    try:
        value = decode(body)
    except ValueError:
        value = None
    if isinstance(value, Mapping):
        return value
    if status in (429, 503):
        code = "QUERY_LIMIT_EXCEEDED" if status == 503 else "OPERATION_TIME_LIMIT"
        raise error_of(code, "", method=method, status=status)
    raise garbled(method, status, body)


def raise_error(method: str, status: int, envelope: Mapping[str, Json]) -> None:
    """Raise what the key `error` says; its mere presence is a failure, even when it is empty."""
    if "error" in envelope:
        raise error_from(envelope, method=method, status=status)


def error_from(envelope: Mapping[str, Json], *, method: str, status: int) -> BitrixError:
    """The error that an error envelope, or an entry of a batch's `result_error`, stands for."""
    code = as_text(envelope.get("error")) or NO_CODE
    text = as_text(envelope.get("error_description"))
    return error_of(code, text, method=method, status=status)


def error_of(code: str, text: str, *, method: str, status: int) -> BitrixError:
    """One table from code to class; what is not in it is a refusal."""
    code, text = redact(code[:_READABLE])[:100], redact(text[:_READABLE])
    kind = _CLASSES.get(code.casefold(), PortalBroken if status >= 500 else Refused)
    if kind is PortalBroken and code.casefold() == "portal_deleted":
        kind = Refused
    if issubclass(kind, Throttled):
        after = _PATIENCE[code.casefold()]
        return kind(code, text, retry_after=after, method=method, status=status)
    return kind(code, text, method=method, status=status)


def garbled(method: str, status: int, body: bytes) -> Garbled:
    """An unreadable answer, with the beginning that a person can recognise it by."""
    snippet = redact(body[:2000].decode("utf-8", "replace"))
    return Garbled(snippet, method=method, status=status)


def read_time(envelope: Mapping[str, Json]) -> Time:
    """The `time` block, as far as it is there."""
    block = as_map(envelope.get("time"))
    finish, reset = as_number(block.get("finish")), as_number(block.get("operating_reset_at"))
    return Time(
        as_number(block.get("duration")),
        as_number(block.get("operating")),
        reset,
        max(reset - finish, 0.0) if reset is not None and finish is not None else None,
        finish,
    )


def _raise_nested(method: str, status: int, result: Json) -> None:
    """Some methods say no with HTTP 200 inside `result`: `imconnector.register` and `unregister`
    name an error there, those that write messages may say no more than `false`.
    """
    if isinstance(result, Mapping) and "error" in result and result.get("result") is False:
        raise error_from(result, method=method, status=status)
    if method.casefold() in _NEVER_FALSE and _says_no(result):
        texts = as_list(as_map(result).get("ERRORS"))
        raise Refused(NO_CODE, "; ".join(map(as_text, texts)), method=method, status=status)


def _says_nothing(envelope: Mapping[str, Json]) -> bool:
    """Neither a result nor an error with a code or a text: nobody knows what was done."""
    words = (as_text(envelope.get(key)) for key in ("error", "error_description"))
    return envelope.get("result") is None and not any(words)


def _says_no(result: Json) -> bool:
    """An answer that reports on single items is no refusal of all of them."""
    if result is False or result is None:
        return True
    success = as_map(result).get("SUCCESS", True)
    return not as_bool(success) and not list(each_map(at(result, "DATA", "RESULT")))
