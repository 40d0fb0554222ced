"""Checks of what the application may do on the portal."""

from datetime import timedelta

from app.bitrix.app import is_on, read_method, read_scopes
from app.bitrix.errors import Throttled
from app.bitrix.users import read_user
from app.bitrix.wire import as_bool, as_list, as_text, field
from app.domain.binding import CONNECTOR_EVENTS
from app.domain.capability import Evidence
from app.domain.capability import Reason as Lack
from app.domain.capability_rules import CONNECTING, REQUIRED_SCOPES, connecting
from app.domain.doctor import Reason
from app.services.doctor.bench import Bench, Examiners
from app.services.doctor.case import heard_earlier, sure
from app.services.doctor.ruling import Ruling, failed, passed, warned

#: Something beside the connector needs these, too.
_USEFUL = (*REQUIRED_SCOPES, ("placement",))
#: How long a portal counts a method's work, and therefore how long a refusal says something.
_WINDOW = timedelta(minutes=10)


async def plan(bench: Bench) -> Ruling:
    """Whether the plan has REST at all, and the application is paid for. `server.time` needs no
    right: who is denied even that is denied by the plan.
    """
    heard = next((each for each in bench.times if each.error is None), bench.times[-1])
    error = heard.error
    if error is not None and error.has_code("PAYMENT_REQUIRED"):
        return failed(Reason.PAYMENT_ENDED, heard, code=error.code, text=error.description)
    if error is not None and error.has_code("ACCESS_DENIED"):
        return failed(Reason.NO_REST_ON_PLAN, heard, code=error.code, text=error.description)
    info = await bench.case.know("app")
    if as_bool(field(info.value, "PAYMENT_EXPIRED")):
        return failed(Reason.PAYMENT_ENDED, info, code="PAYMENT_EXPIRED", text="")
    return passed(info, licence=as_text(field(info.value, "LICENSE")))


async def installed(bench: Bench) -> Ruling:
    """Whether the installation was finished: until then no event is ever told."""
    info = await bench.case.hear("app")
    if info.error is not None and info.error.has_code("ERROR_OAUTH", "NOT_INSTALLED"):
        return failed(Reason.NOT_INSTALLED, info)
    if not as_bool(field(sure(info).value, "INSTALLED")):
        return failed(Reason.NOT_INSTALLED, info)
    return passed(info)


async def scopes(bench: Bench) -> Ruling:
    """Whether the application's card grants what a connector needs. Portals differ in what they
    ask for: where its methods may be called, a missing name is only worth a word.
    """
    heard, method = await bench.case.know("scope"), await bench.case.hear("connecting")
    granted = read_scopes(heard.value)
    states = {} if method.error is not None else {CONNECTING: read_method(method.value)}
    able = connecting(Evidence(bench.clock(), scopes=granted, methods=states))
    lacking = able.reason in (Lack.SCOPE_MISSING, Lack.SCOPE_ADVISED)
    named = able.facts["scopes"].split(", ") if lacking else []
    named += [group[0] for group in _USEFUL if not granted & set(group)]
    missing = ", ".join(dict.fromkeys(named))
    if able.reason is Lack.SCOPE_MISSING:
        return failed(Reason.SCOPE_MISSING, heard, method, missing=missing)
    if missing:
        return warned(Reason.SCOPE_MISSING, heard, method, missing=missing)
    return passed(heard)


async def events_offered(bench: Bench) -> Ruling:
    """Whether the portal knows the seven events; older ones may lack one."""
    heard = await bench.case.know("events")
    offered = {as_text(name).upper() for name in as_list(heard.value)}
    missing = [name for name in CONNECTOR_EVENTS if name not in offered]
    if missing:
        return failed(Reason.EVENTS_NOT_OFFERED, heard, missing=", ".join(missing))
    return passed(heard)


async def administrator(bench: Bench) -> Ruling:
    """Whether the signed-in user may read the queue of events."""
    heard = await bench.case.know("profile")
    user = read_user(heard.value)
    if not user.admin:
        return failed(Reason.NOT_ADMIN, heard, user=user.name)
    return passed(heard, user=user.name)


async def offline_confirm(bench: Bench) -> Ruling:
    """Whether rows of the queue can be reserved and confirmed."""
    heard = await bench.case.know("offline_extended")
    return passed(heard) if is_on(heard.value) else warned(Reason.NO_CONFIRM, heard)


async def auth_connector(bench: Bench) -> Ruling:
    """Whether the plan has queues of their own: this console needs none, so it only tells."""
    heard = await bench.case.know("auth_connector")
    return passed(heard, available="yes" if is_on(heard.value) else "no")


async def operating_time(bench: Bench) -> Ruling:
    """Whether the portal has blocked a method of ours because of the time that it took."""
    await bench.case.hear("profile")
    now = bench.clock()
    blocked: dict[str, str] = {}
    for record in bench.calls:
        if now - record.at > _WINDOW:
            continue
        if record.error.upper() == "OPERATION_TIME_LIMIT":
            blocked[record.method] = ""
        elif not record.error:
            blocked.pop(record.method, None)
    for error in bench.case.errors:
        if isinstance(error, Throttled) and not error.whole_portal:
            blocked[error.method] = ""
    if not blocked:
        return passed()
    method = next(iter(blocked))
    refused = [each for each in bench.calls if each.method == method and each.error]
    proof = heard_earlier(refused[-1] if refused else None)
    return failed(Reason.METHOD_BLOCKED, *proof, method=method, until=_until(bench, method))


def _until(bench: Bench, method: str) -> str:
    """When the portal said last that this method's oldest minute is dropped."""
    told = [
        each.operating_reset_at
        for each in bench.calls
        if each.method == method and each.operating_reset_at is not None
    ]
    return told[-1].isoformat() if told else ""


EXAMINERS: Examiners = {
    "plan": plan,
    "installed": installed,
    "scopes": scopes,
    "events_offered": events_offered,
    "administrator": administrator,
    "offline_confirm": offline_confirm,
    "auth_connector": auth_connector,
    "operating_time": operating_time,
}
