"""Two applications at one portal: each has its own connectors, bindings and events."""

import pytest

from .colleagues import carried, competitor, listen
from .kit import SEVEN, Portal, registration

ADD, _UPDATE, _DELETE, START, FINISH, STATUS, LINE = SEVEN


async def heard_by(portal: Portal, handler) -> list[str]:
    await carried(portal)
    return [post.event for post in handler.posts]


@pytest.mark.pins("event.bind", "imconnector.activate", "imconnector.send.messages")
async def test_events_of_a_connector_go_to_its_own_application_only(shop, handler):
    other = await competitor(shop)
    await listen(other, handler.address, ADD, START, FINISH, STATUS)
    await other.bind(ADD, START)
    chat = int((await shop.write())["session"]["CHAT_ID"])
    await shop.control("reply", chat_id=chat, text="Yes")
    await shop.control("close", chat_id=chat)
    await shop.activate(shop.lines[0], active=0)

    assert await heard_by(other, handler) == []
    assert await other.queue() == []


@pytest.mark.pins("ONIMCONNECTORLINEDELETE")
async def test_a_deleted_line_is_told_to_every_application(shop, handler):
    other = await competitor(shop)
    await listen(other, handler.address, LINE)
    await other.bind(LINE)

    await shop.control("delete-line", line=shop.lines[1])

    assert await heard_by(other, handler) == [LINE.upper()]
    assert [str(row["EVENT_DATA"]) for row in await other.queue()] == [str(shop.lines[1])]


@pytest.mark.pins("imconnector.register", "ONIMCONNECTORMESSAGEADD")
async def test_who_registers_a_connector_last_gets_its_events(shop):
    chat, other = await shop.open_dialog(), await competitor(shop)
    await other.bind(ADD)
    await other.ok("imconnector.register", registration())

    await shop.control("reply", chat_id=chat, text="To the new owner")

    assert len(await other.events(ADD)) == 1
    assert await shop.events(ADD) == []


@pytest.mark.pins("imconnector.send.messages", "ONIMCONNECTORDIALOGSTART")
async def test_what_another_application_did_is_told(shop):
    other = await competitor(shop)

    await other.write(chat="conv-other")

    assert [data["DATA"][0]["chat"]["id"] for data in await shop.events(START)] == ["conv-other"]


@pytest.mark.pins("event.get")
async def test_an_application_sees_its_own_bindings_only(shop):
    other = await competitor(shop)

    assert await other.ok("event.get") == []
    assert len(await shop.ok("event.get")) == len(SEVEN)


@pytest.mark.pins("imconnector.status", "imconnector.list")
async def test_a_removed_application_takes_its_connectors_along(shop):
    other = await competitor(shop)
    await other.connect("acme_rival")

    await shop.control("uninstall", client_id=other.details["client_id"])

    assert (await shop.status("acme_rival"))["STATUS"] is False
    assert "acme_rival" not in await shop.ok("imconnector.list")


@pytest.mark.pins("imconnector.status", "imconnector.list")
@pytest.mark.parametrize("state", ["active", "installed"])
async def test_an_application_that_stops_working_loses_its_connectors(shop, state):
    other = await competitor(shop)
    await other.connect("acme_rival")

    await shop.control("app", client_id=other.details["client_id"], **{state: False})

    assert (await shop.status("acme_rival"))["CONFIGURED"] is False
    assert "acme_rival" not in await shop.ok("imconnector.list")


@pytest.mark.pins("event.offline.get")
@pytest.mark.parametrize("state", [{"active": False}, {"payment_expired": True}])
async def test_an_application_that_may_not_work_is_told_nothing(shop, handler, state):
    other = await competitor(shop)
    await listen(other, handler.address, LINE)
    await other.bind(LINE)
    which = {"client_id": other.details["client_id"]}
    await shop.control("app", **which, **state)

    await shop.control("delete-line", line=shop.lines[1])
    await shop.control("app", **which, **{name: not value for name, value in state.items()})

    assert await heard_by(other, handler) == []
    assert await other.queue() == []


@pytest.mark.pins("ONIMCONNECTORSTATUSDELETE")
async def test_a_taken_channel_is_told_to_its_new_owner(shop):
    other = await competitor(shop)
    await other.bind(STATUS)
    await other.ok("imconnector.register", registration())

    await shop.control("disconnect", connector="acme_shopchat", line=shop.lines[0])

    assert await other.events(STATUS) == [{"connector": "acme_shopchat", "line": shop.lines[0]}]
    assert await shop.events(STATUS) == []
