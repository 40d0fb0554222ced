"""From an error to words: what happened, what it means, what to do. The only place that does it.

The words stand in `error_words.py`. A code that we do not know keeps the vendor's own words.
"""

import errno
from dataclasses import dataclass, replace

from app.bitrix.errors import (
    SETTINGS_CODES,
    AccessDenied,
    BitrixError,
    Garbled,
    ListenerError,
    MethodMissing,
    Moved,
    PasteError,
    PortalBroken,
    ScopeMissing,
    SignedOut,
    Throttled,
)
from app.domain.address import AddressError
from app.domain.credentials import CredentialsError
from app.domain.problem import Problem
from app.ui.error_words import Errors
from app.ui.reading_words import ReadingErrors

#: Several names of one thing.
_SAME = {
    "INVALID_REQUEST_ERROR": "INVALID_REQUEST",
    "PAYMENT_EXPIRED": "PAYMENT_REQUIRED",
    "EMPTY_CHAT_ID": "CHAT_ID_EMPTY",
    "EMPTY_SESSION_ID": "SESSION_ID_EMPTY",
    "CRM_CHAT_EMPTY_USER": "USER_ID_EMPTY",
    "MESSAGE_ID_ERROR": "MESSAGE_ID",
    "USER_NOT_EXISTS": "USER_NOT_FOUND",
}

#: Codes that are only keys of the table: a person has no use for them.
_PLAIN = (
    "ADDRESS_",
    "CREDENTIALS_",
    "PASTE_",
    "LISTENER_",
    "CLIENT_ID_",
    "SECRET_",
    "OWN_",
    "FILE_",
    "NOT_A_PORTAL",
)

#: Errors with a kind instead of a code, and the beginning of their codes here.
_KINDS = {
    PasteError: "PASTE",
    ListenerError: "LISTENER",
    AddressError: "ADDRESS",
    CredentialsError: "CREDENTIALS",
}

#: Permissions that are called like the methods which need them.
_SCOPES = frozenset({"crm", "disk", "im", "imbot", "imconnector", "imopenlines", "log", "user"})

#: Codes of what is wrong in a profile's network settings.
SETTINGS = SETTINGS_CODES
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR)
#: Errors of the system that are about no file.
_NETWORK = (ConnectionError, TimeoutError)

#: What an unknown code of a class most nearly means. The first match counts.
_CLASSES: tuple[tuple[type[BitrixError], str], ...] = (
    (SignedOut, "EXPIRED_TOKEN"),
    (ScopeMissing, "INSUFFICIENT_SCOPE"),
    (AccessDenied, "ACCESS_DENIED"),
    (MethodMissing, "ERROR_METHOD_NOT_FOUND"),
    (Moved, "PORTAL_MOVED"),
    (Throttled, "QUERY_LIMIT_EXCEEDED"),
    (PortalBroken, "INTERNAL_SERVER_ERROR"),
    (Garbled, "GARBLED"),
)


@dataclass(frozen=True, slots=True)
class Explained:
    """`code` is the vendor's (or our) code as it stands; the rest is translated.

    `vendor` are the vendor's own words, in the portal's language, or "".
    """

    title: str
    text: str = ""
    advice: str = ""
    code: str = ""
    vendor: str = ""


def explain(error: BaseException) -> Explained:
    """Words for any error that a task or a service raised."""
    if isinstance(error, BitrixError):
        told = _explained(error.code, error.description, _class_code(error))
        if error.reads:
            told = _without_doubt(told, error)
        return _with_scope(told, error) if isinstance(error, ScopeMissing) else told
    problem = getattr(error, "problem", None)
    if isinstance(problem, Problem):
        return explain_problem(problem)
    code = _kind_code(error)
    if code:
        return _explained(code, _system_words(error), "")
    return _explained("OWN_MISTAKE", type(error).__name__, "")


def _without_doubt(told: Explained, error: BitrixError) -> Explained:
    """What only looks has changed nothing, whatever became of it."""
    words = ReadingErrors().table()
    found = words.get(error.code.upper()) or words.get(_class_code(error))
    return replace(told, text=found[0], advice=found[1]) if found is not None else told


def _with_scope(told: Explained, error: ScopeMissing) -> Explained:
    """The permission that this very method needs, where its name tells it."""
    family = error.method.partition(".")[0]
    if family not in _SCOPES:
        return told
    return replace(told, advice=Errors().scope_advice(family))


def explain_problem(problem: Problem) -> Explained:
    """Words for a refusal that was stored."""
    return _explained(problem.code, problem.text, "")


def code_of(error: BaseException) -> str:
    """The vendor's code or ours, or "" for an error that has none."""
    problem = getattr(error, "problem", None)
    code = getattr(problem if isinstance(problem, Problem) else error, "code", "")
    return str(code) or _kind_code(error)


def _class_code(error: BitrixError) -> str:
    return next((code for kind, code in _CLASSES if isinstance(error, kind)), "")


def _kind_code(error: BaseException) -> str:
    """Errors of the sign-in carry a kind instead of a vendor's code, those of files a number."""
    for kind, name in _KINDS.items():
        if isinstance(error, kind):
            return f"{name}_{getattr(error, 'kind', '').upper()}"
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return "FILE_NO_ROOM"
    if isinstance(error, OSError) and error.errno in _NOT_THERE:
        return "FILE_NOT_THERE"
    if isinstance(error, OSError) and error.errno and not isinstance(error, _NETWORK):
        return "FILE_REFUSED"
    return ""


def _system_words(error: BaseException) -> str:
    """What the system says of a file, and which file it is."""
    if not isinstance(error, OSError):
        return ""
    return ": ".join(str(part) for part in (error.strerror, error.filename) if part)


def _explained(code: str, vendor: str, fallback: str) -> Explained:
    table = Errors().table()
    known = _SAME.get(code.upper(), code.upper())
    if known == "ACCESS_DENIED" and "commercial plan" in vendor:
        known = "PLAN"  # the vendor uses one code for rights and for plans; only the text differs
    words = table.get(known) or table.get(fallback)
    if words is None:
        title, no_reason, advice = table["UNKNOWN_CODE"]
        return Explained(title, vendor or no_reason, advice, code, vendor)
    title, text, advice = words
    vendor = "" if vendor.isdecimal() else vendor  # a figure of ours, no word of the vendor
    return Explained(title, text, advice, "" if known.startswith(_PLAIN) else code, vendor)
