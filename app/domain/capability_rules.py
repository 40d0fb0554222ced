"""From the portal's answers to the checklist: what will work, what will not, why, what to do.

Where the portal says of a method that it may be called, that counts; the names of permissions only
say what is missing, since the vendor's documents disagree about which of them a method needs.
"""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.capability import (
    Advice,
    Area,
    Capability,
    Evidence,
    MissingScope,
    Reason,
    Works,
)
from app.domain.capability_basis import (
    NOT_INSTALLED,
    Rule,
    allowed,
    by,
    name_of,
    no_admin,
    row,
    unanswered,
)
from app.domain.problem import Problem

#: A difference of clocks that nobody would notice, in seconds.
TOLERATED_SKEW = 60.0
PEOPLE_SCOPES = ("user", "user_basic", "user_brief")

_LINES, _CONNECTORS = ("imopenlines",), ("imopenlines", "imconnector")
#: Permissions that the console asks for; any one of a group is enough.
REQUIRED_SCOPES = (*((each,) for each in _CONNECTORS), ("im",), PEOPLE_SCOPES)
#: Whether connectors can be worked with at all stands and falls with this method.
CONNECTING = "imconnector.register"
_DEACTIVATE = "imconnector.deactivate"
_READING = "imconnector.send.status.reading"
_UPLOAD = "im.v2.file.upload"

#: Every method that is asked about.
METHODS = (
    *(_READING, _DEACTIVATE, _UPLOAD),
    *(CONNECTING, "imconnector.set.error", "imconnector.send.messages"),
    *("imconnector.send.status.delivery", "imopenlines.config.list.get"),
    *("imopenlines.session.open", "imopenlines.operator.answer", "im.message.add"),
    *("user.get", "crm.contact.list", "imbot.register", "placement.bind"),
)


def judge(evidence: Evidence | None, ended: Problem | None = None) -> tuple[Capability, ...]:
    """The whole checklist. `ended` is why nothing can be called any more, whatever was answered."""
    if evidence is None or ended is not None:
        return tuple(_after_the_end(ended or Problem("")))
    hosted = evidence.self_hosted
    rules = {key: rule for key, rule in _RULES.items() if key != "server" or hosted}
    return tuple(replace(rule(evidence), key=key, area=AREAS[key]) for key, rule in rules.items())


#: Whether connectors can be registered: the rule that the doctor asks, too.
connecting = by(_CONNECTORS, CONNECTING)


def missing_scopes(rows: Iterable[Capability]) -> tuple[MissingScope, ...]:
    """Which permissions are missing, and which rows each of them breaks."""
    breaks: dict[str, list[str]] = {}
    for each in rows:
        if each.reason in (Reason.SCOPE_MISSING, Reason.SCOPE_ADVISED):
            for scope in each.facts["scopes"].split(", "):
                breaks.setdefault(scope, []).append(each.key)
    return tuple(MissingScope(scope, tuple(keys)) for scope, keys in breaks.items())


def is_plan(problem: Problem) -> bool:
    """Whether a refusal speaks of the plan: the vendor has one code for rights and for plans."""
    return problem.code == "ACCESS_DENIED" and "commercial plan" in problem.text


def _after_the_end(ended: Problem) -> Iterable[Capability]:
    """Nothing can be called: one row says why, the others wait for it."""
    advice = Advice.SIGN_IN_AGAIN if ended.code else Advice.CHECK_AGAIN
    if ended.code == "PAYMENT_REQUIRED":
        advice = Advice.PAY
    elif is_plan(ended):
        advice = Advice.CHANGE_PLAN
    facts = {"code": "PLAN" if is_plan(ended) else ended.code}
    for key, area in AREAS.items():
        if key == "calls":
            yield Capability(key, area, Works.NOT, Reason.ENDED, facts, advice)
        elif key != "server":
            yield Capability(key, area, Works.UNKNOWN, Reason.ENDED, facts)


def _calls(evidence: Evidence) -> Capability:
    if evidence.user is None:
        return unanswered(evidence, "profile")
    return row(Works.WORKS, Reason.SIGNED_IN, {"user": evidence.user.name})


def _installation(evidence: Evidence) -> Capability:
    if evidence.application is None:
        return unanswered(evidence, "app.info")
    if evidence.application.installed:
        return row(Works.WORKS, Reason.INSTALLED)
    return NOT_INSTALLED


def _role(evidence: Evidence) -> Capability:
    if evidence.admin is None:
        return unanswered(evidence, "user.admin")
    if evidence.admin:
        return row(Works.WORKS, Reason.ADMIN, {"user": name_of(evidence)})
    return replace(no_admin(evidence), state=Works.PARTLY)


def _licence(evidence: Evidence) -> Capability:
    application = evidence.application
    if application is None:
        return unanswered(evidence, "app.info")
    facts = {"licence": application.licence, "status": application.status}
    if application.days is not None:
        facts["days"] = str(application.days)
    if application.payment_expired:
        return row(Works.NOT, Reason.PAYMENT_EXPIRED, facts, Advice.PAY)
    if application.days is not None:
        return row(Works.PARTLY, Reason.TRIAL, facts, Advice.PAY)
    return row(Works.WORKS, Reason.LICENCE, facts)


def _clock(evidence: Evidence) -> Capability:
    if evidence.skew is None:
        return unanswered(evidence, "server.time")
    facts = {"seconds": f"{abs(evidence.skew):.0f}"}
    if abs(evidence.skew) <= TOLERATED_SKEW:
        return row(Works.WORKS, Reason.CLOCK, facts)
    reason = Reason.CLOCK_AHEAD if evidence.skew > 0 else Reason.CLOCK_BEHIND
    return row(Works.PARTLY, reason, facts, Advice.SET_CLOCK)


def _server(_evidence: Evidence) -> Capability:
    return row(Works.WORKS, Reason.SELF_HOSTED)


def _list(evidence: Evidence) -> Capability:
    """`imconnector.list` needs a right of Open Channels that no question tells of."""
    found = allowed(evidence, _LINES)
    if found.state is Works.WORKS and evidence.admin is not True:
        return row(Works.PARTLY, Reason.LIST_NEEDS_RIGHT)
    return found


def _deactivate(evidence: Evidence) -> Capability:
    """Many portals do not have the method that an index of the vendor names; another does it."""
    found = allowed(evidence, _LINES, _DEACTIVATE)
    if found.reason is not Reason.METHOD_MISSING:
        return found
    other = allowed(evidence, _LINES)
    return row(Works.WORKS, Reason.SWITCHED_OFF_OTHERWISE) if other.state is Works.WORKS else other


def _events(evidence: Evidence) -> Capability:
    """Who is no administrator hears of his own chats, and reads known ones back."""
    if evidence.application is not None and not evidence.application.installed:
        return NOT_INSTALLED
    found = allowed(evidence, _LINES)
    if found.state is not Works.WORKS:
        return found
    if evidence.admin is False:
        return row(Works.PARTLY, Reason.OWN_CHATS, advice=Advice.SIGN_IN_AS_ADMIN)
    return _guarantee(evidence)


def _guarantee(evidence: Evidence) -> Capability:
    asked = {
        "user.admin": evidence.admin,
        "app.info": evidence.application,
        "feature.get": evidence.offline_extended,
    }
    for method, answer in asked.items():
        if answer is None:
            return unanswered(evidence, method)
    if evidence.offline_extended:
        return row(Works.WORKS, Reason.CONFIRMED)
    return row(Works.PARTLY, Reason.PEEKED, advice=Advice.ONE_READER)


def _own_queue(evidence: Evidence) -> Capability:
    if evidence.auth_connector is None:
        return unanswered(evidence, "feature.get")
    if evidence.auth_connector:
        return row(Works.WORKS, Reason.OWN_QUEUE)
    return row(Works.NOT, Reason.COMMON_QUEUE, advice=Advice.ONE_READER)


def _operator(evidence: Evidence) -> Capability:
    methods = ("imopenlines.operator.answer", "im.message.add")
    found = allowed(evidence, ("imopenlines", "im"), *methods)
    if found.state is Works.WORKS and evidence.admin is False:
        return row(Works.PARTLY, Reason.OWN_LINES_ONLY, advice=Advice.JOIN_QUEUES)
    return found


def _reading(evidence: Evidence) -> Capability:
    """Where the method exists it is said to do nothing: a delivery marks as read as well."""
    found = allowed(evidence, _LINES, _READING)
    return row(Works.PARTLY, Reason.READING_DOUBTFUL) if found.state is Works.WORKS else found


def _files(evidence: Evidence) -> Capability:
    """An older portal takes files by way of its drive."""
    found = allowed(evidence, ("im",), _UPLOAD)
    if found.reason is not Reason.METHOD_MISSING:
        return found
    older = allowed(evidence, ("im", "disk"))
    return row(Works.WORKS, Reason.OLDER_UPLOAD) if older.state is Works.WORKS else older


def _people(evidence: Evidence) -> Capability:
    granted = set(PEOPLE_SCOPES) & (evidence.scopes or frozenset())
    found = allowed(evidence, () if granted else ("user",), "user.get")
    if found.state is Works.WORKS and granted == {"user_brief"}:
        return row(Works.PARTLY, Reason.PEOPLE_BRIEF)
    return found


def _tile(evidence: Evidence) -> Capability:
    found = allowed(evidence, ("placement", "contact_center"), "placement.bind")
    if found.state is not Works.WORKS:
        return found
    if evidence.admin is None:
        return unanswered(evidence, "user.admin")
    if not evidence.admin:
        return no_admin(evidence)
    if evidence.application is not None and not evidence.application.installed:
        return NOT_INSTALLED
    return found


def _statistics(evidence: Evidence) -> Capability:
    """Counted from events, so never complete for a time in which nothing fetched them."""
    events = _events(evidence)
    if events.state is Works.UNKNOWN:
        return events
    if events.state is Works.NOT:
        return row(Works.NOT, Reason.NEEDS_EVENTS, advice=Advice.MEND_ABOVE)
    return row(Works.PARTLY, Reason.ONLY_WATCHED)


_TABLE: dict[Area, dict[str, Rule]] = {
    Area.APPLICATION: {
        "calls": _calls,
        "installation": _installation,
        "role": _role,
        "licence": _licence,
        "clock": _clock,
        "server": _server,
    },
    Area.CONNECTORS: {
        "list": _list,
        "register": connecting,
        "deactivate": _deactivate,
        "error_flag": by(_LINES, "imconnector.set.error"),
        "lines": by(_LINES, "imopenlines.config.list.get"),
    },
    Area.EVENTS: {"events": _events, "own_queue": _own_queue},
    Area.MESSAGES: {
        "customer": by(_CONNECTORS, "imconnector.send.messages"),
        "operator": _operator,
        "open_dialog": by(_LINES, "imopenlines.session.open"),
        "files": _files,
        "delivery": by(_LINES, "imconnector.send.status.delivery"),
        "reading": _reading,
    },
    Area.AROUND: {
        "people": _people,
        "crm": by(("crm",), "crm.contact.list"),
        "bots": by(("imbot",), "imbot.register"),
        "tile": _tile,
        "statistics": _statistics,
    },
}
_RULES = {key: rule for rules in _TABLE.values() for key, rule in rules.items()}
#: Every row in its order, with its group. "server" is shown for portals on the customer's own one.
AREAS = {key: area for area, rules in _TABLE.items() for key in rules}
