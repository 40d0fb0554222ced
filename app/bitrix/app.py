"""`app.info`, `scope`, `feature.get`, `method.get` in one batch: what this sign-in can do."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from app.bitrix.answers import error_from
from app.bitrix.errors import Garbled
from app.bitrix.transport import BatchAnswer, Command, PagedCaller
from app.bitrix.users import read_user
from app.bitrix.wire import Json, as_bool, as_int, as_list, as_map, as_text, as_time, field
from app.domain.capability import Application, Evidence, MethodState
from app.domain.capability_rules import METHODS, REQUIRED_SCOPES
from app.domain.portal import Capabilities, User
from app.domain.problem import Problem

OFFLINE_EXTENDED, AUTH_CONNECTOR = "rest_offline_extended", "rest_auth_connector"
_SELF_HOSTED = "_selfhosted"


class App:
    """What the portal tells about the application itself."""

    def __init__(self, caller: PagedCaller) -> None:
        self._caller = caller

    async def examine(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Evidence:
        """Everything that decides what the console can offer, in one batch. What the portal does
        not answer is None in it; the permissions that a token names are never believed.

        Raises:
            BitrixError: the batch as a whole failed.
        """
        began = clock()
        answer = await self._caller.batch(_QUESTIONS)
        return _evidence(answer, began, clock())


def capabilities_of(evidence: Evidence) -> Capabilities:
    """What the services have to know of it. Where the portal said nothing of the installation or
    of permissions, they are taken for good: the calls themselves will tell.

    Raises:
        Refused: the portal will not say who is signed in. Garbled: nobody is.
    """
    refusal = evidence.refusals.get("profile")
    if refusal is not None:
        said: Mapping[str, Json] = {"error": refusal.code, "error_description": refusal.text}
        raise error_from(said, method="profile", status=200)
    if evidence.user is None:
        raise Garbled("", description="no user in the profile", method="profile")
    scopes, application = evidence.scopes or frozenset(), evidence.application
    missing = tuple(group[0] for group in REQUIRED_SCOPES if not scopes & set(group))
    return Capabilities(
        user=evidence.user,
        installed=application is None or application.installed,
        admin=evidence.user.admin if evidence.admin is None else evidence.admin,
        scopes=scopes,
        missing_scopes=() if evidence.scopes is None else missing,
        offline_extended=bool(evidence.offline_extended),
        auth_connector=bool(evidence.auth_connector),
        licence=application.licence if application else "",
    )


_QUESTIONS: Mapping[str, Command] = {
    "info": ("app.info", {}),
    "profile": ("profile", {}),
    "admin": ("user.admin", {}),
    "scope": ("scope", {}),
    "time": ("server.time", {}),
    "offline": ("feature.get", {"CODE": OFFLINE_EXTENDED}),
    "auth": ("feature.get", {"CODE": AUTH_CONNECTOR}),
    **{f"method_{place}": ("method.get", {"name": name}) for place, name in enumerate(METHODS)},
}


def _evidence(answer: BatchAnswer, began: datetime, ended: datetime) -> Evidence:
    found, user = answer.results, read_user(answer.results.get("profile"))
    application = _application(found["info"]) if "info" in found else None
    licence = as_text(as_map(found.get("info")).get("LICENSE_TYPE")).casefold()
    features = [as_text(field(found.get(key), "value")) for key in ("offline", "auth")]
    moment = as_time(found.get("time"))
    return Evidence(
        asked_at=ended,
        application=application,
        user=user if user.id else None,
        admin=as_bool(found["admin"]) if "admin" in found else _admin_of(user),
        scopes=read_scopes(found["scope"]) if "scope" in found else None,
        skew=None if moment is None else (moment - began - (ended - began) / 2).total_seconds(),
        offline_extended=is_on(found["offline"]) if "offline" in found else None,
        auth_connector=is_on(found["auth"]) if "auth" in found else None,
        self_hosted=any(text.endswith(_SELF_HOSTED) for text in (*features, f"_{licence}")),
        methods={
            name: read_method(found[f"method_{place}"])
            for place, name in enumerate(METHODS)
            if f"method_{place}" in found
        },
        refusals=_refusals(answer),
    )


def _admin_of(user: User) -> bool | None:
    return user.admin if user.id else None


def _refusals(answer: BatchAnswer) -> dict[str, Problem]:
    """By the method that was called, or that `method.get` was asked about."""
    told: dict[str, Problem] = {}
    for key, error in answer.errors.items():
        method, params = _QUESTIONS[key]
        told[as_text(params.get("name")) or method] = Problem(error.code, error.description)
    return told


def _application(value: Json) -> Application:
    row = as_map(value)
    return Application(
        code=as_text(row.get("CODE")),
        installed=as_bool(row.get("INSTALLED")),
        status=as_text(row.get("STATUS")),
        licence=as_text(row.get("LICENSE")),
        payment_expired=as_bool(row.get("PAYMENT_EXPIRED")),
        days=as_int(row.get("DAYS")),
    )


def read_scopes(value: Json) -> frozenset[str]:
    """What `scope` answers."""
    return frozenset(as_text(name) for name in as_list(value) if name)


def read_method(value: Json) -> MethodState:
    """What `method.get` answers."""
    if not as_bool(field(value, "isExisting")):
        return MethodState.MISSING
    available = as_bool(field(value, "isAvailable"))
    return MethodState.AVAILABLE if available else MethodState.FORBIDDEN


def is_on(value: Json) -> bool:
    """Whether an answer of `feature.get` says that the portal has the feature."""
    text = as_text(field(value, "value"))
    return text.upper() == "Y" or text.endswith(_SELF_HOSTED)
