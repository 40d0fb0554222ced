"""What an examiner says: a verdict with its reason, facts and proofs. Knows no calls of its own."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from app.bitrix.errors import (
    AccessDenied,
    BitrixError,
    Garbled,
    PortalBroken,
    ReadOnly,
    ScopeMissing,
    SignedOut,
    Throttled,
    Unreachable,
)
from app.bitrix.wire import Json
from app.domain.doctor import Proof, Reason, Remedy, Verdict


@dataclass(frozen=True, slots=True)
class Heard:
    """What one question brought: a value, or the error that came instead of it. `at` is when it
    left, where it was asked by itself.
    """

    method: str
    proofs: tuple[Proof, ...]
    value: Json = None
    error: BitrixError | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A finding before it is known which check it belongs to."""

    verdict: Verdict
    reason: Reason | None = None
    facts: dict[str, str] = field(default_factory=dict)
    proofs: tuple[Proof, ...] = ()
    remedy: Remedy | None = None

    def mended_by(self, remedy: Remedy | None) -> Self:
        """The same with what a call can do about it."""
        return replace(self, remedy=remedy)


class Unjudged(Exception):
    """The question that would tell had no answer."""

    def __init__(self, heard: Heard) -> None:
        super().__init__(heard.method)
        self.heard = heard


def passed(*heard: Heard, **facts: str) -> Ruling:
    """All is well."""
    return Ruling(Verdict.PASSED, None, facts, _proofs(heard))


def failed(reason: Reason, *heard: Heard, **facts: str) -> Ruling:
    """Messages do not travel, for this reason."""
    return Ruling(Verdict.FAILED, reason, facts, _proofs(heard))


def warned(reason: Reason, *heard: Heard, **facts: str) -> Ruling:
    """Messages travel, but something should be looked at."""
    return Ruling(Verdict.WARNING, reason, facts, _proofs(heard))


def unknown(reason: Reason, *heard: Heard, **facts: str) -> Ruling:
    """Nothing can be said, for this reason."""
    return Ruling(Verdict.UNKNOWN, reason, facts, _proofs(heard))


def unjudged(heard: Heard) -> Ruling:
    """Nothing can be said, since the call that would tell did not succeed."""
    error = heard.error
    if error is None:
        return unknown(Reason.CALL_UNANSWERED, heard, method=heard.method, code="", text="")
    if isinstance(error, ReadOnly):
        return unknown(Reason.READ_ONLY, heard)
    silent = isinstance(error, Unreachable | Garbled | PortalBroken | Throttled)
    reason = Reason.CALL_UNANSWERED if silent else Reason.CALL_REFUSED
    text = error.snippet if isinstance(error, Garbled) else error.description
    return unknown(reason, heard, method=heard.method, code=error.code, text=text)


def explained_by(error: BitrixError | None) -> str:
    """The key of the check that such an error belongs to, "" for none."""
    if isinstance(error, SignedOut):
        return "access_valid"
    if isinstance(error, ScopeMissing):
        return "scopes"
    if isinstance(error, Throttled) and not error.whole_portal:
        return "operating_time"
    if error is not None and error.has_code("PAYMENT_REQUIRED"):
        return "plan"
    return "administrator" if isinstance(error, AccessDenied) else ""


def _proofs(heard: tuple[Heard, ...]) -> tuple[Proof, ...]:
    return tuple(dict.fromkeys(proof for each in heard for proof in each.proofs))
