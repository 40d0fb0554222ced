"""What a sign-in can do on a portal: the portal's own answers, and what follows from each.

`Evidence` is what was answered, None for every question that was not. `Capability` is a row of the
checklist made from it (by `capability_rules`). Reasons and advice are codes; the window has the
words. Knows no calls.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.portal import User
from app.domain.problem import Problem


class Area(StrEnum):
    """The groups of the checklist."""

    APPLICATION = "application"
    CONNECTORS = "connectors"
    EVENTS = "events"
    MESSAGES = "messages"
    AROUND = "around"


class Works(StrEnum):
    """PARTLY works with a limit that is told; UNKNOWN could not be judged."""

    WORKS = "works"
    PARTLY = "partly"
    NOT = "not"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a row is as it is. The facts that belong to a reason are named beside it."""

    NONE = ""
    UNANSWERED = "unanswered"  # method, code
    ENDED = "ended"  # code
    SIGNED_IN = "signed_in"  # user
    INSTALLED = "installed"
    NOT_INSTALLED = "not_installed"
    ADMIN = "admin"  # user
    NO_ADMIN = "no_admin"  # user
    LICENCE = "licence"  # licence, status
    TRIAL = "trial"  # licence, days
    PAYMENT_EXPIRED = "payment_expired"  # licence
    CLOCK = "clock"  # seconds
    CLOCK_AHEAD = "clock_ahead"  # seconds: the portal's clock is ahead of this computer's
    CLOCK_BEHIND = "clock_behind"  # seconds
    SELF_HOSTED = "self_hosted"
    SCOPE_MISSING = "scope_missing"  # scopes, comma separated
    SCOPE_ADVISED = "scope_advised"  # scopes
    METHOD_MISSING = "method_missing"  # method
    SWITCHED_OFF_OTHERWISE = "switched_off_otherwise"
    LIST_NEEDS_RIGHT = "list_needs_right"
    CONFIRMED = "confirmed"
    PEEKED = "peeked"
    OWN_CHATS = "own_chats"
    OWN_QUEUE = "own_queue"
    COMMON_QUEUE = "common_queue"
    OWN_LINES_ONLY = "own_lines_only"
    READING_DOUBTFUL = "reading_doubtful"
    OLDER_UPLOAD = "older_upload"
    PEOPLE_BRIEF = "people_brief"
    ONLY_WATCHED = "only_watched"
    NEEDS_EVENTS = "needs_events"


class Advice(StrEnum):
    """What to do about it."""

    NONE = ""
    CHECK_AGAIN = "check_again"
    SIGN_IN_AGAIN = "sign_in_again"
    ADD_SCOPE = "add_scope"  # scopes
    SIGN_IN_AS_ADMIN = "sign_in_as_admin"
    FINISH_INSTALLATION = "finish_installation"
    CHANGE_PLAN = "change_plan"
    PAY = "pay"
    SET_CLOCK = "set_clock"
    UPDATE_PORTAL = "update_portal"
    ONE_READER = "one_reader"
    JOIN_QUEUES = "join_queues"
    MEND_ABOVE = "mend_above"


class MethodState(StrEnum):
    """FORBIDDEN: the method exists, the application's permissions do not cover it."""

    AVAILABLE = "available"
    FORBIDDEN = "forbidden"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Application:
    """The portal's card of this application. `status` is the vendor's letter: L local, F free,
    D demo, T trial, P paid. `days` are left of a trial or subscription, None where nothing ends.
    """

    code: str
    installed: bool
    status: str = ""
    licence: str = ""
    payment_expired: bool = False
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The answers of one batch. `refusals` tell by method why an answer is missing.

    `skew` is how many seconds the portal's clock is ahead of this computer's.
    """

    asked_at: datetime
    application: Application | None = None
    user: User | None = None
    admin: bool | None = None
    scopes: frozenset[str] | None = None
    skew: float | None = None
    offline_extended: bool | None = None
    auth_connector: bool | None = None
    self_hosted: bool = False
    methods: Mapping[str, MethodState] = field(default_factory=dict)
    refusals: Mapping[str, Problem] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Capability:
    """One row: what it is about, whether it works, why, and what to do. `facts` fill the words."""

    key: str
    area: Area
    state: Works
    reason: Reason = Reason.NONE
    facts: Mapping[str, str] = field(default_factory=dict)
    advice: Advice = Advice.NONE


@dataclass(frozen=True, slots=True)
class MissingScope:
    """A permission that the application does not have, and the rows that suffer from it."""

    scope: str
    breaks: tuple[str, ...]
