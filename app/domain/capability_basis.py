"""What every rule of the checklist is made with: permissions, methods, and rows without a name."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from app.domain.capability import Advice, Area, Capability, Evidence, MethodState, Reason, Works

Rule: TypeAlias = Callable[[Evidence], Capability]

#: Permissions that only some portals ask for.
_ADVISED = ("imconnector",)


def allowed(evidence: Evidence, scopes: tuple[str, ...], *methods: str) -> Capability:
    """Whether permissions and methods allow it. Every scope and every method is needed."""
    if evidence.scopes is None:
        return unanswered(evidence, "scope")
    states = {method: evidence.methods.get(method) for method in methods}
    missing = [scope for scope in scopes if scope not in evidence.scopes]
    for method, state in states.items():
        if state is MethodState.MISSING:
            reason, advice = Reason.METHOD_MISSING, Advice.UPDATE_PORTAL
            return row(Works.NOT, reason, {"method": method}, advice)
    named = {"scopes": ", ".join(missing or scopes)}
    proved = bool(states) and set(states.values()) == {MethodState.AVAILABLE}
    needed = set(missing).difference(_ADVISED)
    if MethodState.FORBIDDEN in states.values() or (needed and not proved):
        return row(Works.NOT, Reason.SCOPE_MISSING, named, Advice.ADD_SCOPE)
    for method, state in states.items():
        if state is None:
            return unanswered(evidence, "method.get", of=method)
    if missing:
        return row(Works.PARTLY, Reason.SCOPE_ADVISED, named, Advice.ADD_SCOPE)
    return row(Works.WORKS)


def unanswered(evidence: Evidence, method: str, *, of: str = "") -> Capability:
    """The portal said nothing to this question (`of` names the method that was asked about)."""
    refusal = evidence.refusals.get(of or method)
    facts = {"method": method, "code": refusal.code if refusal else ""}
    return row(Works.UNKNOWN, Reason.UNANSWERED, facts, Advice.CHECK_AGAIN)


def no_admin(evidence: Evidence) -> Capability:
    """Only administrators may do that."""
    facts = {"user": name_of(evidence)}
    return row(Works.NOT, Reason.NO_ADMIN, facts, Advice.SIGN_IN_AS_ADMIN)


def name_of(evidence: Evidence) -> str:
    """Who is signed in, or ""."""
    return evidence.user.name if evidence.user else ""


def row(
    state: Works,
    reason: Reason = Reason.NONE,
    facts: Mapping[str, str] | None = None,
    advice: Advice = Advice.NONE,
) -> Capability:
    """A row that does not know its name yet."""
    return Capability("", Area.APPLICATION, state, reason, facts or {}, advice)


def by(scopes: tuple[str, ...], *methods: str) -> Rule:
    """A row that stands on nothing but permissions and methods."""
    return partial(_allowed_by, scopes, methods)


def _allowed_by(
    scopes: tuple[str, ...], methods: tuple[str, ...], evidence: Evidence
) -> Capability:
    return allowed(evidence, scopes, *methods)


NOT_INSTALLED = row(Works.NOT, Reason.NOT_INSTALLED, advice=Advice.FINISH_INSTALLATION)
