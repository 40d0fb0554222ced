"""The client against the portal: two readings of one protocol must understand each other."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from types import SimpleNamespace

import httpx
import pytest

from app.bitrix.app import App, capabilities_of
from app.bitrix.errors import (
    AccessDenied,
    BitrixError,
    Garbled,
    MethodMissing,
    PortalBroken,
    Refused,
    SignedOut,
    Throttled,
)
from app.bitrix.events import CONNECTOR_EVENTS, Binding, EventQueue, decode
from app.bitrix.im import Im
from app.bitrix.imconnector import Ack, ImConnector, MessageRef, OutgoingMessage
from app.bitrix.imopenlines import LineConfigs
from app.bitrix.oauth import OAuth, TokenKeeper
from app.bitrix.operator_acts import OperatorActs
from app.bitrix.pacing import Pacer
from app.bitrix.transport import Transport, open_http
from app.bitrix.users import Users
from app.domain.acts import Act
from app.domain.connector import ChannelData, Icon, LineState, Registration
from app.domain.dialog import Customer
from app.domain.events import (
    DialogFinished,
    DialogStarted,
    LineDeleted,
    MessageAdded,
    MessageDeleted,
    MessageUpdated,
    StatusDeleted,
)

from .kit import SHOP, SVG, open_portal

AT = datetime(2026, 1, 2, tzinfo=UTC)
IVO = Customer(id="u-1", name="Ivo", chat="conv-1")
LAMPS = Registration(SHOP, "Lamps", "https://acme.example/", Icon(SVG))


@asynccontextmanager
async def open_pair(**switches):
    """A portal, and the program's client signed in to it."""
    async with open_portal(signed_in=False, **switches) as portal:
        portal.lines = [int(line["id"]) for line in (await portal.state())["lines"]]
        transport = httpx.ASGITransport(app=portal.sandbox.app)
        async with open_http(transport=transport) as http:
            saved = []

            async def save(tokens):
                saved.append(tokens)

            about = portal.details
            keys = (about["oauth"], about["client_id"], about["client_secret"])
            oauth = OAuth(http, *keys, lambda record: None)
            tokens = await oauth.exchange((await portal.redirected())["code"])
            keeper = TokenKeeper(oauth, tokens, save)
            pacer = Pacer(10_000, 10_000, patience=0)
            caller = Transport(http, keeper, pacer, lambda record: None)
            yield SimpleNamespace(
                portal=portal,
                oauth=oauth,
                saved=saved,
                caller=caller,
                connectors=ImConnector(caller),
                queue=EventQueue(caller),
                line=portal.lines[0],
            )
            await keeper.close()


@pytest.fixture
async def pair():
    async with open_pair() as opened:
        yield opened


async def connect(pair):
    await pair.connectors.register(LAMPS)
    await pair.connectors.activate(SHOP, pair.line)
    for event in CONNECTOR_EVENTS:
        await pair.queue.bind_offline(event)


async def write(pair, text="Is the lamp in stock?", number=1):
    message = OutgoingMessage(IVO, f"m-{number}", text, AT)
    (sent,) = await pair.connectors.send_messages(SHOP, pair.line, [message])
    assert sent.ok
    return sent


async def events(pair):
    batch = await pair.queue.get(clear=False)
    found = [event for raw in batch.raw for event in decode(raw).events]
    await pair.queue.clear(batch.process_id)
    return found


async def test_the_client_learns_what_the_portal_can_do(pair):
    got = capabilities_of(await App(pair.caller).examine())

    assert (got.installed, got.admin, got.missing_scopes) == (True, True, ())
    assert (got.offline_extended, got.auth_connector) == (True, True)
    assert got.user == await Users(pair.caller).profile()


async def test_the_client_learns_what_the_portal_cannot_do():
    async with open_pair(role="user", offline_extended=False, installed=False, scope="im") as pair:
        got = capabilities_of(await App(pair.caller).examine())

    assert (got.installed, got.admin, got.offline_extended) == (False, False, False)
    assert set(got.missing_scopes) == {"imopenlines", "imconnector", "user"}


async def test_all_seven_events_reach_the_client_as_values(pair):
    await connect(pair)
    sent = await write(pair)
    chat, line = sent.portal_chat, pair.line
    await pair.portal.control("reply", chat_id=chat, text="Yes, two left.")
    (added,) = await events(pair)
    ack = Ack(added.portal_chat, added.im, ("x-1",), added.chat, AT)
    await pair.connectors.send_status_delivery(SHOP, line, [ack])
    await pair.portal.control("edit", message_id=added.im, text="Three.")
    await pair.portal.control("delete", message_id=added.im)
    await pair.portal.control("close", chat_id=chat)
    await pair.portal.control("reply", chat_id=chat, text="Still there?")
    await pair.portal.control("disconnect", connector=SHOP, line=line)
    await pair.portal.control("delete-line", line=pair.portal.lines[1])

    found = await events(pair)

    kinds = [type(event) for event in (added, *found)]
    assert kinds == [
        MessageAdded,
        MessageUpdated,
        MessageDeleted,
        DialogFinished,
        DialogStarted,
        MessageAdded,
        StatusDeleted,
        LineDeleted,
    ]
    updated, deleted, finished, started, _, disconnected, gone = found
    assert (updated.im, updated.external_ids) == (added.im, ("x-1",))
    assert (deleted.im, deleted.external_ids) == (added.im, ("x-1",))
    assert (finished.session, finished.chat) == (sent.session, "conv-1")
    assert started.session != sent.session
    assert disconnected == StatusDeleted(SHOP, line)
    assert gone == LineDeleted(pair.portal.lines[1])


async def test_a_line_goes_through_all_its_states(pair):
    connectors, line = pair.connectors, pair.line
    await connectors.register(LAMPS)
    states = [(await connectors.status(SHOP, line)).state]
    await connectors.activate(SHOP, line)
    states.append((await connectors.status(SHOP, line)).state)
    await connectors.data_set(SHOP, line, ChannelData("c", "https://a", "https://a", "C"))
    await connectors.set_error(SHOP, line)
    states.append((await connectors.status(SHOP, line)).state)
    await connectors.activate(SHOP, line, active=False)
    states.append((await connectors.status(SHOP, line)).state)

    assert states == [
        LineState.NOT_CONNECTED,
        LineState.WORKING,
        LineState.ERROR,
        LineState.NOT_CONNECTED,
    ]
    assert (await connectors.list())[SHOP] == "Lamps"
    with pytest.raises(MethodMissing):
        await connectors.deactivate(SHOP, line)


async def test_edits_deletions_and_names_of_a_customer_are_accepted(pair):
    await connect(pair)
    await write(pair)

    better = OutgoingMessage(IVO, "m-1", "Better", AT)
    (updated,) = await pair.connectors.update_messages(SHOP, pair.line, [better])
    gone = MessageRef("u-1", "conv-1", "m-1")
    (deleted,) = await pair.connectors.delete_messages(SHOP, pair.line, [gone])
    await pair.connectors.chat_name_set(SHOP, pair.line, "conv-1", "VIP", "u-1")

    assert (updated.ok, deleted.ok) == (True, True)


async def test_a_refused_item_is_told_apart_from_its_neighbours(pair):
    await connect(pair)
    messages = [OutgoingMessage(IVO, "m-1", "", AT), OutgoingMessage(IVO, "m-2", "fine", AT)]

    refused, accepted = await pair.connectors.send_messages(SHOP, pair.line, messages)

    assert (refused.ok, bool(refused.errors), accepted.ok) == (False, True, True)


async def test_the_client_acts_as_an_operator(pair):
    await connect(pair)
    chat = (await write(pair)).portal_chat
    lines = await LineConfigs(pair.caller).list()
    await OperatorActs(pair.caller).act(Act.ANSWER, chat)
    message = await Im(pair.caller).message_add(chat, "Mine")
    await Im(pair.caller).message_update(message, "Better")
    await Im(pair.caller).message_delete(message)
    await OperatorActs(pair.caller).act(Act.FINISH, chat)

    assert [line.id for line in lines] == pair.portal.lines
    assert await events(pair) == []


@pytest.mark.parametrize("shape", ["nested", "top-level"])
async def test_a_refused_registration_is_understood_in_both_shapes(shape):
    async with open_pair(error_shape=shape) as pair:
        with pytest.raises(Refused, match="NO_PLACEMENT_HANDLER"):
            await pair.connectors.register(Registration(SHOP, "Lamps", "", Icon(SVG)))
        got = await pair.caller.batch({"bad": ("imconnector.register", {"ID": "a.b"})})

    assert got.errors["bad"].code == "APPLICATION_REGISTRATION_ERROR_POINT"


async def test_binding_twice_and_unbinding_are_understood(pair):
    assert await pair.queue.bind_offline(CONNECTOR_EVENTS[0]) is True
    assert await pair.queue.bind_offline(CONNECTOR_EVENTS[0]) is False
    assert [each.event for each in await pair.queue.get_bindings()] == [CONNECTOR_EVENTS[0]]
    assert set(CONNECTOR_EVENTS) <= await pair.queue.events()
    assert await pair.queue.unbind(Binding(CONNECTOR_EVENTS[0], offline=True)) == 1


async def test_reservations_are_found_read_again_and_set_aside(pair):
    await connect(pair)
    chat = (await write(pair)).portal_chat
    for number in range(3):
        await pair.portal.control("reply", chat_id=chat, text=str(number))
    first = await pair.queue.get(clear=False, limit=2)

    page = await pair.queue.list(filter={">PROCESS_ID": "", "=ERROR": 0})
    again = await pair.queue.get(clear=False, process_id=page.rows[0].process_id)
    await pair.queue.error(again.process_id, [again.rows[0].message_id])
    await pair.queue.clear(again.process_id, [again.rows[1].id])

    assert [row.id for row in again.rows] == [row.id for row in first.rows]
    assert page.total == 2
    left = (await pair.queue.list()).rows
    assert [(row.id, row.error) for row in left] == [
        (first.rows[0].id, True),
        (first.rows[1].id + 1, False),
    ]
    failed = await pair.queue.get(clear=True, errors=True)
    assert [row.id for row in failed.rows] == [first.rows[0].id]


async def test_fifty_calls_with_an_expired_token_cause_one_refresh(pair):
    await pair.portal.control("tokens", action="expire", which="access")

    users = await asyncio.gather(*(Users(pair.caller).profile() for _ in range(50)))

    assert len(users) == 50
    assert len(pair.saved) == 1


async def test_revoked_access_is_mended_by_a_refresh_and_revoked_everything_is_not(pair):
    await pair.portal.control("tokens", action="revoke", which="access")
    assert (await Users(pair.caller).profile()).id
    await pair.portal.control("tokens", action="revoke", which="all")

    with pytest.raises(SignedOut):
        await Users(pair.caller).profile()


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("html", Garbled),
        ("empty", Garbled),
        ("internal_error", PortalBroken),
        ("query_limit", Throttled),
        ("operation_time", Throttled),
        ("ACCESS_DENIED", AccessDenied),
        ("WRONG_LICENSE", Refused),
        ("CONNECTION_ERROR", PortalBroken),
    ],
)
async def test_an_ordered_fault_is_the_failure_that_the_client_knows(pair, kind, error):
    await pair.portal.control("fault", kind=kind, count=1)

    with pytest.raises(error):
        await Users(pair.caller).profile()


async def test_a_person_without_rights_is_told_so():
    async with open_pair(role="user") as pair:
        for ask in (
            pair.queue.get(clear=False),
            pair.queue.list(),
            pair.queue.bind_offline(CONNECTOR_EVENTS[0]),
            pair.connectors.list(),
        ):
            with pytest.raises(AccessDenied):
                await ask


async def test_an_exchange_comes_too_late(pair):
    code = (await pair.portal.redirected())["code"]
    await pair.portal.advance(31)

    with pytest.raises(BitrixError) as caught:
        await pair.oauth.exchange(code)

    assert caught.value.code == "invalid_grant"
    assert not isinstance(caught.value, SignedOut)
