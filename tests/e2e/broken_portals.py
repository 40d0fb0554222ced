"""Portals that are broken in one way each, and what the doctor should say of them.

A healthy portal, a signed-in desk and a connector at work come first; then one thing goes wrong, as
it does in life: at the portal, by another application, by another computer, or on the way there.
"""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeAlias

import httpx

from app.bitrix.connection import open_http
from app.bitrix.events import CONNECTOR_EVENTS, EventQueue
from app.bitrix.transport import Params
from app.bitrix.wire import as_text
from app.bitrix.wire import field as at
from app.domain.doctor import Finding, Reason, Verdict
from app.domain.portal import Network
from app.sandbox.clock import Clock
from app.sandbox.http.server import Options, create
from app.services.clock import utc_now
from app.services.desk import Desk
from app.services.session import Session
from tests.helpers.desk import (
    CONNECTOR,
    DATA,
    LINE,
    ORIGIN,
    OTHER_LINE,
    REGISTRATION,
    Portal,
    connected,
    open_test_desk,
)

#: A port of this machine that nobody listens on.
NOBODY = "127.0.0.1:9"
#: Seconds by which rows are old, where that matters.
BEHIND = 3000


class Wire(httpx.AsyncBaseTransport):
    """The way to the portal; what is at its other end can change."""

    def __init__(self, end: httpx.AsyncBaseTransport) -> None:
        self.end = end

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Whatever is at the other end answers."""
        return await self.end.handle_async_request(request)


@dataclass
class Patient:
    """A connector at work, and everything that can happen to it. `connector` is examined."""

    portal: Portal
    desk: Desk
    wire: Wire
    connector: str = CONNECTOR
    line: int = LINE
    strangers: list[Session] = field(default_factory=list)

    async def call(self, method: str, params: Params | None = None) -> Any:
        """The same application at work on another computer."""
        if not self.strangers:
            self.strangers.append(await self.portal.sign_in())
        return await self.strangers[0].caller.call(method, params)

    async def other_application(self) -> Session:
        """Somebody else's application on the same portal."""
        card = await self.portal.order("install", title="BrightDesk bridge")
        keys = ("client_id", "client_secret", "redirect_uri")
        about = {**self.portal.about, **{key: str(card[key]) for key in keys}}
        return await Portal(self.portal.http, about).sign_in()

    async def order(self, act: str, **fields: Any) -> None:
        """Something happens at the portal."""
        await self.portal.order(act, **fields)

    async def operator_writes(self) -> None:
        """A customer has written, and an operator answers: a row waits in the queue."""
        message = {"id": "m-1", "text": "Hello"}
        row: Params = {"user": {"id": "u-1"}, "message": message, "chat": {"id": "c-1"}}
        given: Params = {"CONNECTOR": CONNECTOR, "LINE": LINE, "MESSAGES": [row]}
        await self.call("imconnector.send.messages", given)
        chat = (await self.portal.state())["chats"][0]["id"]
        await self.order("reply", chat_id=chat, text="Good day")

    async def examine(self, *, whole: bool = False) -> list[Finding]:
        """What the doctor finds."""
        doctor = self.desk.doctor
        return [each async for each in doctor.examine(self.connector, self.line, whole=whole)]


async def _no_sleep(_: float) -> None:
    """A portal in memory needs no time."""


@asynccontextmanager
async def patient(folder: Path, behind: float = 0, **options: Any) -> AsyncIterator[Patient]:
    """A healthy portal in memory with a connector at work; its clock is `behind` by seconds."""
    clock = Clock(lambda: time.time() - behind)
    usual = {"auto_consent": True, "rate_limit": False}
    sandbox = create(Options(**(usual | options)), clock=clock)
    wire = Wire(httpx.ASGITransport(app=sandbox.app))
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(open_http(transport=wire))
        portal = Portal(http, sandbox.describe(ORIGIN))
        yield await connected_patient(stack, portal, wire, folder)


async def connected_patient(
    stack: AsyncExitStack, portal: Portal, wire: Wire, folder: Path
) -> Patient:
    """A connector at work on this portal, its events bound."""
    desk = await stack.enter_async_context(open_test_desk(portal, folder, run=False))
    desk.doctor.sleep = _no_sleep
    await desk.connectors.refresh()
    await connected(desk)
    queue = EventQueue(desk.session.caller)
    for event in CONNECTOR_EVENTS if desk.session.capabilities.admin else ():
        await queue.bind_offline(event)
    return Patient(portal, desk, wire)


def cause(findings: list[Finding]) -> Finding:
    """What the doctor names first: a failure, else a warning, else what could not be judged."""
    for verdict in (Verdict.FAILED, Verdict.WARNING, Verdict.UNKNOWN):
        for each in findings:
            if each.verdict is verdict:
                return each
    return findings[-1]


Break: TypeAlias = Callable[[Patient], Awaitable[None]]


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


def order(act: str, **fields: Any) -> Break:
    """Broken by one order to the portal."""

    async def give(patient: Patient) -> None:
        await patient.order(act, **fields)

    return give


def call(method: str, params: Params) -> Break:
    """Broken by one call of the same application on another computer."""

    async def give(patient: Patient) -> None:
        await patient.call(method, params)

    return give


def fault(kind: str, **fields: Any) -> Break:
    """Broken by an answer that is always the same."""
    return order("fault", kind=kind, count=None, **fields)


def answered(status: int, body: str = "", **headers: str) -> Break:
    """Something else answers at the portal's address."""

    async def swap(patient: Patient) -> None:
        patient.desk.doctor.patience = 0.2
        answer = httpx.Response(status, text=body, headers=headers)
        patient.wire.end = httpx.MockTransport(lambda _: answer)

    return swap


async def nobody_listens(patient: Patient) -> None:
    """The portal's machine is off."""

    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request) from ConnectionRefusedError()

    patient.wire.end = httpx.MockTransport(refuse)


async def dead_proxy(patient: Patient) -> None:
    """The proxy of the profile does not answer."""
    session = patient.desk.session
    network = Network(proxy=f"http://{NOBODY}")
    endpoint = "https://lamp.example/rest/"  # this machine is never reached through a proxy
    session.profile = replace(session.profile, network=network, endpoint=endpoint)
    patient.wire.end = httpx.AsyncHTTPTransport(proxy=network.proxy)


async def look_alike(patient: Patient) -> None:
    """Somebody sends the portal's requests to a host of nearly the same name."""
    portal, target = patient.wire.end, "https://lamp.example.evil.example/rest/"

    async def redirect(request: httpx.Request) -> httpx.Response:
        if "/rest/" in request.url.path:
            return httpx.Response(302, headers={"Location": target})
        return await portal.handle_async_request(request)

    patient.wire.end = httpx.MockTransport(redirect)


async def dead_tokens(patient: Patient) -> None:
    """The access token has run out, and the refresh token was revoked."""
    await patient.order("tokens", action="expire", which="access")
    await patient.order("tokens", action="revoke", which="refresh")


async def long_ago(patient: Patient) -> None:
    """Nobody has opened the console for five months."""
    patient.desk.doctor.clock = lambda: utc_now() + timedelta(days=160)


async def not_paid(patient: Patient) -> None:
    """The application's subscription has ended."""
    await patient.order("app", payment_expired=True)


async def taken_over(patient: Patient) -> None:
    """Another application registers the same id."""
    other = await patient.other_application()
    await other.caller.call("imconnector.register", registration("Bridge", "https://b.example/s"))


async def error_from_here(patient: Patient) -> None:
    """This console has set the error flag."""
    await patient.desk.connectors.set_error(CONNECTOR, LINE)


async def another_line(patient: Patient) -> None:
    """Activated on another line, but never described there."""
    await patient.desk.connectors.activate(CONNECTOR, OTHER_LINE)
    patient.line = OTHER_LINE


async def undescribed(patient: Patient) -> None:
    """Registered and activated, and nobody has ever described the channel."""
    await patient.desk.connectors.register(replace(REGISTRATION, id="acme_kiosk", name="Kiosk"))
    await patient.desk.connectors.activate("acme_kiosk", LINE)
    patient.connector = "acme_kiosk"


async def healthy(_: Patient) -> None:
    """It was broken from the beginning."""


async def built_in(patient: Patient) -> None:
    """Somebody asks about one of the portal's own channels."""
    patient.connector = "telegrambot"


async def unknown_line(patient: Patient) -> None:
    """The line is deleted, not only disconnected."""
    await patient.order("delete-line", line=LINE)


async def dismissed(patient: Patient) -> None:
    """Everybody in the queue has left the company."""
    for user in (7, 12):
        await patient.order("dismiss", user_id=user)


async def always_closed(patient: Patient) -> None:
    """No day of the week is a working day."""
    days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    fields: Params = {"WORKTIME_ENABLE": "Y", "WORKTIME_DAYOFF": days}
    await patient.call("imopenlines.config.update", {"CONFIG_ID": LINE, "PARAMS": fields})


async def group_chat(patient: Patient) -> None:
    """Registered as a group chat."""
    flags = REGISTRATION.flags | {"CHAT_GROUP": True}
    await patient.desk.connectors.register(replace(REGISTRATION, flags=flags))


async def moved_page(patient: Patient) -> None:
    """Registered with another address, and the page of the earlier one stays."""
    await patient.desk.connectors.register(
        replace(REGISTRATION, handler="https://lamp.example/new-settings")
    )


async def odd_page(patient: Patient) -> None:
    """Registered with an address that no browser opens."""
    await patient.desk.connectors.register(replace(REGISTRATION, handler="lamp"))


async def odd_icon(patient: Patient) -> None:
    """Registered with an icon that is no picture."""
    icon = replace(REGISTRATION.icon, data_image="https://lamp.example/icon.svg")
    await patient.desk.connectors.register(replace(REGISTRATION, icon=icon))


async def nothing_bound(patient: Patient) -> None:
    """No event is bound any more."""
    for event in CONNECTOR_EVENTS:
        await unbound(event)(patient)


def unbound(event: str) -> Break:
    """One event is no longer bound."""
    return call("event.unbind", {"event": event, "event_type": "offline"})


async def bound_apart(patient: Patient) -> None:
    """Another program has moved the events into a queue of its own."""
    await nothing_bound(patient)
    for event in CONNECTOR_EVENTS:
        given = {"event": event, "event_type": "offline", "auth_connector": "site"}
        await patient.call("event.bind", given)


def online(*handlers: str) -> Break:
    """Programs of this application listen at addresses of their own."""

    async def bind(patient: Patient) -> None:
        for handler in handlers:
            given = {"event": "OnImConnectorMessageAdd", "handler": handler}
            await patient.call("event.bind", given)

    return bind


async def reserved(patient: Patient) -> None:
    """Somebody has reserved a row and died."""
    await patient.operator_writes()
    await patient.call("event.offline.get", {"clear": 0})


async def put_aside(patient: Patient) -> None:
    """Somebody has put a row aside as a failure."""
    await patient.operator_writes()
    batch = await patient.call("event.offline.get", {"clear": 0})
    ids = [as_text(at(row, "MESSAGE_ID")) for row in batch["events"]]
    given: Params = {"process_id": batch["process_id"], "message_id": ids}
    await patient.call("event.offline.error", given)


async def waiting(patient: Patient) -> None:
    """Rows wait, and nobody reads them."""
    await patient.operator_writes()
    await patient.order("clock", advance=BEHIND)


async def drained(patient: Patient) -> None:
    """Another computer empties the queue every now and then."""

    async def drain(_: float) -> None:
        await patient.call("event.offline.get", {"clear": 1})

    patient.desk.doctor.sleep = drain


async def no_events(patient: Patient) -> None:
    """The portal accepts subscriptions and tells nothing."""
    await patient.order("fault", kind="event_lost", method="ONAPPTEST", count=None)


def registration(name: str, handler: str) -> Params:
    """What another program sends to register the same id."""
    icon = {"DATA_IMAGE": REGISTRATION.icon.data_image}
    return {"ID": CONNECTOR, "NAME": name, "ICON": icon, "PLACEMENT_HANDLER": handler}


def without(name: str) -> Break:
    """The application's card lacks a permission."""
    names = Options().scope.split(",")
    return order("app", scope=",".join(each for each in names if each != name))


def line(**fields: Any) -> Break:
    """The line's settings are changed."""
    return call("imopenlines.config.update", {"CONFIG_ID": LINE, "PARAMS": fields})


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
    Broken("events do not arrive", no_events, "canary", Reason.CANARY_LOST),
)

#: What a test may want to know about the connector that is at work.
__all__ = ["BROKEN", "DATA", "Broken", "Patient", "Wire", "cause", "connected_patient", "patient"]
