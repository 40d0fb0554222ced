"""Whose doing an event was: own acts stay out of the own queue, everything else is told."""

import pytest

from .kit import SEVEN, SHOP, incoming, registration
from .scenes import answered

ADD, UPDATE, DELETE, START, FINISH, STATUS, LINE = SEVEN


async def own_send(portal, chat):
    await portal.write(chat="conv-new")


async def own_reply(portal, chat):
    await portal.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "Mine"})


async def own_finish(portal, chat):
    await portal.ok("imopenlines.operator.finish", {"CHAT_ID": chat})


async def own_deactivation(portal, chat):
    await portal.activate(portal.lines[0], active=0)


async def own_unregister(portal, chat):
    await portal.ok("imconnector.unregister", {"ID": SHOP})


OWN_ACTS = [
    (own_send, START),
    (own_reply, ADD),
    (own_finish, FINISH),
    (own_deactivation, STATUS),
    (own_unregister, STATUS),
]


@pytest.mark.parametrize(("act", "event"), OWN_ACTS)
async def test_what_the_application_did_itself_does_not_come_back(shop, act, event):
    await act(shop, await answered(shop))

    assert await shop.events(event) == []


@pytest.mark.parametrize(("act", "event"), OWN_ACTS)
async def test_the_switch_brings_back_what_the_application_did_itself(open_shop, act, event):
    await act(open_shop, await answered(open_shop))

    assert len(await open_shop.events(event)) == 1


@pytest.mark.parametrize(("act", "event"), OWN_ACTS)
async def test_a_queue_with_another_connector_name_sees_own_acts(shop, act, event):
    await shop.bind(*SEVEN, auth_connector="console")
    chat = await answered(shop)
    await shop.queue(auth_connector="console")

    await act(shop, chat)

    assert await shop.events(event) == []
    assert len(await shop.events(event, auth_connector="console")) == 1


async def test_calls_under_the_same_connector_name_are_excluded_from_that_queue(shop):
    await shop.bind(*SEVEN, auth_connector="console")
    given = shop.about(MESSAGES=[incoming()], auth_connector="console")
    await shop.ok("imconnector.send.messages", given)

    assert await shop.events(START, auth_connector="console") == []
    assert len(await shop.events(START)) == 1


async def test_own_acts_inside_a_batch_are_excluded_too(shop):
    where = f"CONNECTOR={SHOP}&LINE={shop.lines[0]}"
    await shop.batch({"off": f"imconnector.activate?{where}&ACTIVE=0"})

    assert await shop.events(STATUS) == []


async def test_acts_of_operators_are_always_told(shop):
    chat = await answered(shop)
    await shop.control("reply", chat_id=chat, text="Yes")
    await shop.control("close", chat_id=chat)
    await shop.control("disconnect", connector=SHOP, line=shop.lines[0])

    names = [row["EVENT_NAME"] for row in await shop.queue()]
    assert names[-3:] == [ADD.upper(), FINISH.upper(), STATUS.upper()]


async def test_unregistering_tells_of_each_line(open_shop):
    await open_shop.activate(open_shop.lines[1])
    await open_shop.ok("imconnector.unregister", {"ID": SHOP})

    told = sorted(data["line"] for data in await open_shop.events(STATUS))
    assert told == sorted(open_shop.lines[:2])


async def test_switching_off_what_was_never_on_is_told_as_well(open_shop):
    await open_shop.activate(open_shop.lines[1], active=0)

    assert await open_shop.events(STATUS) == [{"connector": SHOP, "line": open_shop.lines[1]}]


async def test_events_of_connectors_of_others_are_not_told(open_shop):
    await open_shop.activate(open_shop.lines[0], "livechat")
    await open_shop.activate(open_shop.lines[0], "livechat", active=0)

    assert await open_shop.events(STATUS) == []


async def test_online_bindings_fill_no_queue(portal):
    await portal.ok("imconnector.register", registration())
    await portal.activate(portal.lines[0])
    await portal.ok("event.bind", {"event": ADD, "handler": "https://acme.example/h"})
    chat = await portal.open_dialog()
    await portal.control("reply", chat_id=chat, text="Yes")

    assert await portal.queue() == []
