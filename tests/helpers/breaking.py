"""What goes wrong in life: at the portal, by another application, by another computer, on the way
to it. Each breaks a healthy connector in one way.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeAlias

import httpx

from app.bitrix.events import CONNECTOR_EVENTS, EventQueue
from app.bitrix.transport import Params
from app.bitrix.wire import as_text
from app.bitrix.wire import field as at
from app.domain.feed import FeedSource
from app.domain.portal import Network
from app.sandbox.http.server import Options
from app.services.clock import utc_now
from app.services.drawing import Drawer

from .desk import CONNECTOR, LINE, OTHER_LINE, REGISTRATION
from .patients import BEHIND, NOBODY, Patient

Break: TypeAlias = Callable[[Patient], Awaitable[None]]


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


async def no_refresh(patient: Patient) -> None:
    """The access token has run out, and the authorisation server is not there."""
    await patient.order("tokens", action="expire", which="access")
    portal = patient.wire.end

    async def refuse(request: httpx.Request) -> httpx.Response:
        if "/oauth/" in request.url.path:
            raise httpx.ConnectError("refused", request=request) from ConnectionRefusedError()
        return await portal.handle_async_request(request)

    patient.wire.end = httpx.MockTransport(refuse)


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


async def connected_again(patient: Patient) -> None:
    """The administrator disconnects the connector, this console hears of it, and another program
    connects it again.
    """
    await patient.order("disconnect", connector=CONNECTOR, line=LINE)
    await Drawer(EventQueue(patient.desk.session.caller), patient.inbox, FeedSource.PEEKED).draw()
    given: Params = {"CONNECTOR": CONNECTOR, "LINE": LINE, "ACTIVE": 1}
    await patient.call("imconnector.activate", given)


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


async def closes_soon(patient: Patient) -> None:
    """The line's day ends in ten minutes."""
    began, ends = utc_now() - timedelta(hours=1), utc_now() + timedelta(minutes=10)
    fields: Params = {
        "WORKTIME_ENABLE": "Y",
        "WORKTIME_TIMEZONE": "UTC",
        "WORKTIME_FROM": f"{began:%H:%M}",
        "WORKTIME_TO": f"{ends:%H:%M}",
    }
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


async def confirmed_elsewhere(patient: Patient) -> None:
    """Another computer reads the queue carefully: it has reserved a row, and confirms it soon."""
    await patient.operator_writes()
    batch = await patient.call("event.offline.get", {"clear": 0})

    async def confirm(_: float) -> None:
        await patient.call("event.offline.clear", {"process_id": batch["process_id"]})

    patient.desk.doctor.sleep = confirm


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
