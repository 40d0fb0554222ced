"""Portals that are broken in one way each, and what the doctor should say of them."""

from dataclasses import dataclass, field
from typing import Any

from app.domain.doctor import Reason
from tests.helpers.breaking import (
    Break,
    always_closed,
    another_line,
    answered,
    bound_apart,
    built_in,
    call,
    closes_soon,
    confirmed_elsewhere,
    connected_again,
    dead_proxy,
    dead_tokens,
    dismissed,
    drained,
    error_from_here,
    fault,
    group_chat,
    healthy,
    line,
    long_ago,
    look_alike,
    moved_page,
    no_events,
    no_refresh,
    nobody_listens,
    not_paid,
    nothing_bound,
    odd_icon,
    odd_page,
    online,
    order,
    put_aside,
    reserved,
    taken_over,
    unbound,
    undescribed,
    unknown_line,
    waiting,
    without,
)
from tests.helpers.desk import CONNECTOR, LINE
from tests.helpers.patients import BEHIND


@dataclass(frozen=True)
class Broken:
    """A way to be broken. `mends`: a call of ours mends it; then `after` is the next real cause,
    "" for none. `once`: looking at it mends it. `also` are failures that are not consequences.
    """

    name: str
    break_it: Break
    check: str
    reason: Reason
    mends: bool = False
    after: str = ""
    once: bool = False
    also: tuple[str, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)


BROKEN = (
    Broken("the portal's machine is off", nobody_listens, "portal_answers", Reason.NO_ANSWER),
    Broken("a page instead of answers", fault("html"), "portal_answers", Reason.NOT_A_PORTAL),
    Broken(
        "a gateway without a portal behind it",
        answered(502, "<h1>Bad gateway</h1>"),
        *("portal_answers", Reason.PORTAL_BROKEN),
    ),
    Broken("503 to everything", answered(503), "portal_answers", Reason.PORTAL_OVERLOADED),
    Broken("overload", fault("overload"), "portal_answers", Reason.PORTAL_OVERLOADED),
    Broken("internal errors", fault("internal_error"), "portal_answers", Reason.PORTAL_BROKEN),
    Broken(
        "proxy is dead",
        dead_proxy,
        *("portal_answers", Reason.NETWORK_SETTINGS),
    ),
    Broken(
        "redirect to a look-alike",
        look_alike,
        *("address_unchanged", Reason.MOVED_UNPROVEN),
        facts={"old": "127.0.0.1:8080", "new": "lamp.example.evil.example"},
    ),
    Broken(
        "renamed portal",
        order("rename", to="localhost:8080"),
        *("address_unchanged", Reason.RENAMED),
        once=True,
        facts={"old": "127.0.0.1:8080", "new": "localhost:8080"},
    ),
    Broken(
        "tokens revoked",
        order("tokens", action="revoke", which="all"),
        *("access_valid", Reason.REFRESH_DEAD),
    ),
    Broken("refresh token dead", dead_tokens, "access_valid", Reason.REFRESH_DEAD),
    Broken("application removed", order("uninstall"), "access_valid", Reason.SIGNED_OUT),
    Broken(
        "authorisation server is off",
        no_refresh,
        *("portal_answers", Reason.NO_ANSWER),
        facts={"code": "UNREACHABLE_REFUSED"},
    ),
    Broken("refresh token about to die", long_ago, "refresh_age", Reason.REFRESH_OLD),
    Broken(
        "clock off by an hour",
        order("skew", seconds=3600),
        *("clock", Reason.CLOCK_OFF),
        facts={"slow": "computer"},
    ),
    Broken("free plan", order("options", plan="free"), "plan", Reason.NO_REST_ON_PLAN),
    Broken("subscription ended", not_paid, "plan", Reason.PAYMENT_ENDED),
    Broken("not installed", order("app", installed=False), "installed", Reason.NOT_INSTALLED),
    Broken(
        "application switched off", order("app", active=False), "installed", Reason.NOT_INSTALLED
    ),
    *(
        Broken(
            f"no permission {name}",
            without(name),
            *("scopes", Reason.SCOPE_MISSING),
            facts={"missing": name},
        )
        for name in ("imopenlines", "imconnector", "im", "user", "placement")
    ),
    Broken(
        "not an administrator",
        healthy,
        *("administrator", Reason.NOT_ADMIN),
        options={"role": "user"},
    ),
    Broken(
        "queue without confirmation",
        order("options", offline_extended=False),
        *("offline_confirm", Reason.NO_CONFIRM),
    ),
    Broken(
        "operating limit",
        fault("operation_time", method="imconnector.status"),
        *("operating_time", Reason.METHOD_BLOCKED),
        facts={"method": "imconnector.status"},
    ),
    Broken(
        "connector unregistered",
        call("imconnector.unregister", {"ID": CONNECTOR}),
        *("registered", Reason.NOT_REGISTERED),
        mends=True,
        after="active",
    ),
    Broken(
        "taken over by another application", taken_over, "owned", Reason.OTHER_OWNER, mends=True
    ),
    Broken("a channel of the portal's own", built_in, "owned", Reason.BUILT_IN, also=("active",)),
    Broken("address of no page", odd_page, "handler", Reason.HANDLER_UNSOUND),
    Broken("icon is no picture", odd_icon, "looks", Reason.LOOKS_UNSOUND),
    Broken("line deleted", unknown_line, "line_exists", Reason.NO_SUCH_LINE),
    Broken("line switched off", line(ACTIVE="N"), "line_on", Reason.LINE_OFF, mends=True),
    Broken("queue without operators", line(QUEUE=[]), "operators", Reason.QUEUE_EMPTY, mends=True),
    Broken("operators dismissed", dismissed, "operators", Reason.OPERATORS_DISMISSED, mends=True),
    Broken(
        "an operator dismissed",
        order("dismiss", user_id=7),
        *("operators", Reason.SOME_DISMISSED),
        facts={"operators": "Олег Иванов"},
    ),
    Broken("closes in ten minutes", closes_soon, "hours", Reason.CLOSES_SOON),
    Broken("out of hours", always_closed, "hours", Reason.OUT_OF_HOURS),
    Broken(
        "group chat", group_chat, "tracking", Reason.TRACKING_OFF, facts={"settings": "CHAT_GROUP"}
    ),
    Broken(
        "disconnected by the administrator",
        order("disconnect", connector=CONNECTOR, line=LINE),
        *("active", Reason.NOT_ACTIVE),
        mends=True,
    ),
    Broken("error set from here", error_from_here, "no_error", Reason.ERROR_SET, mends=True),
    Broken(
        "error set from elsewhere",
        call("imconnector.set.error", {"CONNECTOR": CONNECTOR, "LINE": LINE}),
        *("no_error", Reason.ERROR_SET),
        mends=True,
        facts={"at": "", "call": ""},
    ),
    Broken("channel never described", undescribed, "channel_data", Reason.DATA_NEVER_WRITTEN),
    Broken(
        "described on another line only",
        another_line,
        *("channel_data", Reason.DATA_NEVER_WRITTEN),
        mends=True,
    ),
    Broken(
        "disconnected and connected again",
        connected_again,
        *("channel_data", Reason.DATA_LOST),
        mends=True,
    ),
    Broken(
        "settings page unbound",
        call("placement.unbind", {"PLACEMENT": "SETTING_CONNECTOR"}),
        *("settings_page", Reason.PAGE_MISSING),
        mends=True,
    ),
    Broken("settings page twice", moved_page, "settings_page", Reason.PAGE_TWICE, mends=True),
    Broken("no event bound", nothing_bound, "events_bound", Reason.NOT_BOUND, mends=True),
    Broken(
        "one event not bound",
        unbound("OnImConnectorMessageAdd"),
        *("events_bound", Reason.NOT_BOUND),
        mends=True,
        facts={"missing": "ONIMCONNECTORMESSAGEADD", "count": "1"},
    ),
    Broken("bound to another queue", bound_apart, "events_bound", Reason.FILTERED, mends=True),
    Broken(
        "one handler twice",
        online("https://lamp.example/h", "https://lamp.example/h/"),
        *("no_twins", Reason.TWINS),
        mends=True,
    ),
    Broken(
        "handler of an old server",
        online("https://old.example/h"),
        *("no_twins", Reason.FOREIGN_HANDLERS),
        mends=True,
        facts={"handlers": "https://old.example/h"},
    ),
    Broken(
        "reserved by a dead process", reserved, "queue_reserved", Reason.ROWS_RESERVED, mends=True
    ),
    Broken("rows put aside", put_aside, "queue_aside", Reason.ROWS_ASIDE, mends=True),
    Broken(
        "nobody reads the queue",
        waiting,
        *("queue_age", Reason.ROWS_OLD),
        mends=True,
        options={"behind": BEHIND},
    ),
    Broken("somebody else reads the queue", drained, "one_receiver", Reason.OTHER_RECEIVER),
    Broken(
        "somebody else reads it carefully",
        confirmed_elsewhere,
        *("one_receiver", Reason.OTHER_RECEIVER),
        once=True,
        facts={"proof": "moving"},
    ),
    Broken("events do not arrive", no_events, "canary", Reason.CANARY_LOST),
)
