"""What the doctor looks at, in the order in which a message travels, and what it says of it.

Reasons are codes; the window has the words. Knows no calls.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Group(StrEnum):
    """The stations of a message's way."""

    SIGN_IN = "sign_in"
    APPLICATION = "application"
    CONNECTOR = "connector"
    LINE = "line"
    LINK = "link"
    EVENTS = "events"


class Verdict(StrEnum):
    """WAITING was not looked at yet; UNKNOWN could not be judged, for a reason that is told."""

    WAITING = "waiting"
    PASSED = "passed"
    WARNING = "warning"
    FAILED = "failed"
    UNKNOWN = "unknown"


class Remedy(StrEnum):
    """What a call of ours can do about a finding."""

    SIGN_IN = "sign_in"  # not a call: the window leads to the sign-in
    ACTIVATE = "activate"
    WRITE_DATA = "write_data"
    REGISTER = "register"
    SWITCH_LINE_ON = "switch_line_on"
    BIND_EVENTS = "bind_events"
    UNBIND_TWINS = "unbind_twins"
    RELEASE_QUEUE = "release_queue"
    JOIN_QUEUE = "join_queue"  # the signed-in user becomes an operator of the line
    UNBIND_PAGES = "unbind_pages"  # settings pages of earlier addresses


class Reason(StrEnum):
    """Why a verdict is not PASSED. The values that belong to each are in `FACTS`."""

    # Of any check.
    CONSEQUENCE = "consequence"  # not judged: another check explains it
    CALL_REFUSED = "call_refused"  # not judged: the portal refused the call that would tell
    CALL_UNANSWERED = "call_unanswered"  # not judged: no good answer to that call
    READ_ONLY = "read_only"  # not judged: it needs a write, and this profile allows none
    NEEDS_FEATURE = "needs_feature"  # not judged: the plan lacks what it needs
    NO_RECORD = "no_record"  # not judged: another installation did it, the portal cannot tell

    # The way to the portal, and the sign-in.
    NO_ANSWER = "no_answer"
    CERTIFICATE = "certificate"
    NETWORK_SETTINGS = "network_settings"  # the file of authorities or the proxy of this profile
    NOT_A_PORTAL = "not_a_portal"  # a page, or anything else that is no answer of REST
    PORTAL_BROKEN = "portal_broken"
    PORTAL_OVERLOADED = "portal_overloaded"
    MOVED_UNPROVEN = "moved_unproven"  # redirects to a host that nobody vouched for
    RENAMED = "renamed"  # answers elsewhere, vouched for by the authorisation server
    SIGNED_OUT = "signed_out"
    REFRESH_DEAD = "refresh_dead"
    REFRESH_OLD = "refresh_old"
    CLOCK_OFF = "clock_off"

    # The application on the portal.
    NOT_INSTALLED = "not_installed"
    NO_REST_ON_PLAN = "no_rest_on_plan"
    PAYMENT_ENDED = "payment_ended"
    SCOPE_MISSING = "scope_missing"
    EVENTS_NOT_OFFERED = "events_not_offered"
    NOT_ADMIN = "not_admin"
    NO_CONFIRM = "no_confirm"  # the queue can only be read by emptying it
    METHOD_BLOCKED = "method_blocked"  # operating time used up

    # The connector.
    NOT_REGISTERED = "not_registered"
    BUILT_IN = "built_in"
    OTHER_OWNER = "other_owner"
    HANDLER_UNSOUND = "handler_unsound"
    LOOKS_UNSOUND = "looks_unsound"

    # The line.
    NO_SUCH_LINE = "no_such_line"
    LINE_OFF = "line_off"
    QUEUE_EMPTY = "queue_empty"
    OPERATORS_DISMISSED = "operators_dismissed"  # all of them
    SOME_DISMISSED = "some_dismissed"
    OUT_OF_HOURS = "out_of_hours"
    CLOSES_SOON = "closes_soon"
    TRACKING_OFF = "tracking_off"

    # The connector on the line.
    DATA_NEVER_WRITTEN = "data_never_written"
    DATA_LOST = "data_lost"  # written, and then the connector was disconnected in between
    NOT_ACTIVE = "not_active"
    ERROR_SET = "error_set"
    PAGE_MISSING = "page_missing"
    PAGE_TWICE = "page_twice"

    # Events, and the queue.
    NOT_BOUND = "not_bound"
    FILTERED = "filtered"  # bound, but for a queue that this console does not read
    TWINS = "twins"  # one handler under two spellings
    FOREIGN_HANDLERS = "foreign_handlers"  # other programs of this application listen as well
    ROWS_RESERVED = "rows_reserved"
    ROWS_ASIDE = "rows_aside"
    ROWS_OLD = "rows_old"
    OTHER_RECEIVER = "other_receiver"
    CANARY_LOST = "canary_lost"

    # The message that goes round, on request.
    MESSAGE_REFUSED = "message_refused"
    MESSAGE_LOST = "message_lost"
    ANSWER_ELSEWHERE = "answer_elsewhere"  # bound, readable, and yet it came to no queue of ours
    MESSAGE_LEFT = "message_left"  # went round, but its dialog could not be closed


#: The facts of each reason. Times are ISO 8601, lists are joined by ", ", numbers are plain digits;
#: a value that is not known is "". `text` is the other side's own words.
FACTS: Mapping[Reason, tuple[str, ...]] = {
    Reason.CONSEQUENCE: ("cause",),  # the key of the check that explains it
    Reason.CALL_REFUSED: ("method", "code", "text"),
    Reason.CALL_UNANSWERED: ("method", "code", "text"),
    Reason.READ_ONLY: (),
    Reason.NEEDS_FEATURE: ("feature",),
    Reason.NO_RECORD: ("connector",),
    Reason.NO_ANSWER: ("host", "code", "text"),  # code: UNREACHABLE_DNS, _REFUSED, _TIMEOUT ...
    Reason.CERTIFICATE: ("host", "text"),
    Reason.NETWORK_SETTINGS: ("kind", "text"),  # kind: ca_missing, ca_unreadable, proxy
    Reason.NOT_A_PORTAL: ("host", "status", "text"),
    Reason.PORTAL_BROKEN: ("host", "status", "code", "text"),
    Reason.PORTAL_OVERLOADED: ("host", "code", "text"),
    Reason.MOVED_UNPROVEN: ("old", "new"),  # hosts
    Reason.RENAMED: ("old", "new"),
    Reason.SIGNED_OUT: ("code", "text"),
    Reason.REFRESH_DEAD: ("code", "text"),
    Reason.REFRESH_OLD: ("days", "of"),
    Reason.CLOCK_OFF: ("seconds", "slow", "round_trip"),  # slow: portal, computer; milliseconds
    Reason.NOT_INSTALLED: (),
    Reason.NO_REST_ON_PLAN: ("code", "text"),
    Reason.PAYMENT_ENDED: ("code", "text"),
    Reason.SCOPE_MISSING: ("missing",),
    Reason.EVENTS_NOT_OFFERED: ("missing",),
    Reason.NOT_ADMIN: ("user",),
    Reason.NO_CONFIRM: (),
    Reason.METHOD_BLOCKED: ("method", "until"),
    Reason.NOT_REGISTERED: ("connector",),  # the list may be an hour old
    Reason.BUILT_IN: ("connector",),
    Reason.OTHER_OWNER: ("connector", "proof", "listed", "ours"),  # proof: name, no_page
    Reason.HANDLER_UNSOUND: ("handler", "code"),  # codes of app/domain/rules
    Reason.LOOKS_UNSOUND: ("fields", "code"),
    Reason.NO_SUCH_LINE: ("line", "others"),  # others: the lines that there are
    Reason.LINE_OFF: ("line", "name"),
    Reason.QUEUE_EMPTY: ("line", "name"),
    Reason.OPERATORS_DISMISSED: ("name", "operators"),
    Reason.SOME_DISMISSED: ("name", "operators"),
    Reason.OUT_OF_HOURS: ("name", "hours", "zone", "rule"),  # rule: none, text
    Reason.CLOSES_SOON: ("name", "minutes"),
    Reason.TRACKING_OFF: ("settings",),  # CHAT_GROUP, CRM_CHAT_TRACKER
    Reason.DATA_NEVER_WRITTEN: ("connector", "line"),
    Reason.DATA_LOST: ("connector", "line", "at", "lost_at"),
    Reason.NOT_ACTIVE: ("connector", "line", "name"),
    Reason.ERROR_SET: ("name", "at", "call"),  # when this console set it, and the call's number
    Reason.PAGE_MISSING: ("handler",),
    Reason.PAGE_TWICE: ("handlers",),
    Reason.NOT_BOUND: ("missing", "count"),
    Reason.FILTERED: ("events", "filter"),
    Reason.TWINS: ("handlers",),
    Reason.FOREIGN_HANDLERS: ("handlers", "events"),
    Reason.ROWS_RESERVED: ("rows", "processes", "oldest"),
    Reason.ROWS_ASIDE: ("rows", "oldest"),
    Reason.ROWS_OLD: ("rows", "oldest", "minutes"),
    Reason.OTHER_RECEIVER: ("proof",),  # proof: taken, moving
    Reason.CANARY_LOST: ("seconds",),
    Reason.MESSAGE_REFUSED: ("code", "text"),
    Reason.MESSAGE_LOST: ("step", "chat"),  # step: read, answer
    Reason.ANSWER_ELSEWHERE: ("connector", "chat"),
    Reason.MESSAGE_LEFT: ("chat", "session", "code"),
}


#: Their remedies take something from another program: asked for one by one, never in a row.
AGAINST_OTHERS = frozenset({Reason.OTHER_OWNER, Reason.FOREIGN_HANDLERS, Reason.ANSWER_ELSEWHERE})


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at. `key` is stable: reports and tests name it."""

    key: str
    group: Group


#: Not part of an examination: it sends a message of a made-up customer.
MESSAGE_CANARY = Check("message_canary", Group.EVENTS)


@dataclass(frozen=True, slots=True)
class Proof:
    """A call and what the portal said, as JSON texts without secrets. `status` is HTTP's, 0 for
    none.
    """

    method: str
    params: str
    answer: str
    status: int
    milliseconds: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found. `reason` is a `Reason`, "" where all is well; `facts` are the values that
    belong into its words (see `FACTS`; a check that passed can have some of its own).
    """

    check: Check
    verdict: Verdict
    reason: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    proofs: tuple[Proof, ...] = ()
    remedy: Remedy | None = None
    milliseconds: int = 0
