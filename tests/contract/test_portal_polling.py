"""Events of the messenger that a user polls instead of being called."""

import pytest

from .colleagues import ANN, employee
from .scenes import chat_with, say


@pytest.mark.pins("im.v2.Event.subscribe", "im.v2.Event.get", "ONIMV2MESSAGEADD")
async def test_a_subscriber_polls_messages_of_his_chats(portal):
    dialog, _ = await chat_with(portal)
    assert await portal.ok("im.v2.Event.subscribe") is True
    assert await portal.ok("im.v2.Event.subscribe") is True
    message = await say(portal, dialog, "Heard")

    got = await portal.ok("im.v2.Event.get")

    assert set(got) == {"events", "nextOffset", "hasMore"}
    found = [each for each in got["events"] if each["type"] == "ONIMV2MESSAGEADD"]
    (event,) = [each for each in found if each["data"]["message"]["id"] == message]
    assert set(event) >= {"eventId", "type", "date", "data"}
    data = event["data"]
    assert set(data["message"]) >= {"id", "chatId", "authorId", "date", "text", "isSystem"}
    assert set(data["chat"]) >= {"id", "dialogId", "type", "entityType", "entityId"}
    assert (data["chat"]["dialogId"], data["message"]["text"]) == (dialog, "Heard")
    assert got["nextOffset"] == max(each["eventId"] for each in got["events"]) + 1


@pytest.mark.pins("im.v2.Event.get")
async def test_an_operator_s_reply_in_a_line_is_polled_without_administrators_rights(shop):
    chat, ann = await shop.open_dialog(), await employee(shop)
    await ann.ok("imopenlines.operator.answer", {"CHAT_ID": chat})
    await ann.ok("im.v2.Event.subscribe")

    await shop.control("reply", chat_id=chat, text="From the portal", user_id=ANN)

    events = (await ann.ok("im.v2.Event.get"))["events"]
    added = [each["data"] for each in events if each["type"] == "ONIMV2MESSAGEADD"]
    assert [each["message"]["text"] for each in added] == ["From the portal"]
    assert added[0]["chat"]["entityType"] == "LINES"


CHANGES = [
    ("ONIMV2MESSAGEUPDATE", "im.message.update", {"MESSAGE": "Other"}),
    ("ONIMV2MESSAGEDELETE", "im.message.delete", {}),
    ("ONIMV2REACTIONCHANGE", "im.message.like", {"ACTION": "plus"}),
]


@pytest.mark.parametrize(
    ("method", "event", "more"),
    [
        pytest.param(method, event, more, marks=pytest.mark.pins(method, event))
        for event, method, more in CHANGES
    ],
)
async def test_a_change_of_a_message_is_polled(portal, method, event, more):
    _, (message,) = await chat_with(portal, "Hello")
    await portal.ok("im.v2.Event.subscribe")

    await portal.ok(method, {"MESSAGE_ID": message, **more})

    events = (await portal.ok("im.v2.Event.get"))["events"]
    assert event in {each["type"] for each in events}


@pytest.mark.pins("im.v2.Event.get", "ONIMV2JOINCHAT")
async def test_who_is_taken_into_a_chat_hears_of_it(portal):
    ann = await employee(portal)
    await ann.ok("im.v2.Event.subscribe")

    await chat_with(portal)

    assert "ONIMV2JOINCHAT" in {
        each["type"] for each in (await ann.ok("im.v2.Event.get"))["events"]
    }


@pytest.mark.pins("im.v2.Event.get")
async def test_an_offset_confirms_what_lies_below(portal):
    dialog, _ = await chat_with(portal)
    await portal.ok("im.v2.Event.subscribe")
    for text in "abc":
        await say(portal, dialog, text)

    first = await portal.ok("im.v2.Event.get", {"limit": 2})
    rest = await portal.ok("im.v2.Event.get", {"offset": first["nextOffset"]})
    again = await portal.ok("im.v2.Event.get")

    assert (len(first["events"]), first["hasMore"]) == (2, True)
    assert [each["data"]["message"]["text"] for each in rest["events"]] == ["c"]
    assert [each["eventId"] for each in again["events"]] == [
        each["eventId"] for each in rest["events"]
    ]


@pytest.mark.pins("im.v2.Event.unsubscribe", "im.v2.Event.get")
async def test_after_the_end_of_a_subscription_nothing_is_recorded(portal):
    dialog, _ = await chat_with(portal)
    await portal.ok("im.v2.Event.subscribe")
    assert await portal.ok("im.v2.Event.unsubscribe") is True

    await say(portal, dialog, "Unheard")
    await portal.ok("im.v2.Event.subscribe")

    texts = [
        each["data"]["message"]["text"] for each in (await portal.ok("im.v2.Event.get"))["events"]
    ]
    assert "Unheard" not in texts


@pytest.mark.pins("im.v2.Event.get")
async def test_polled_events_are_kept_for_a_day(portal):
    dialog, _ = await chat_with(portal)
    await portal.ok("im.v2.Event.subscribe")
    await say(portal, dialog, "Yesterday")

    await portal.advance(86_400 + 60)
    await portal.sign_in()

    assert (await portal.ok("im.v2.Event.get"))["events"] == []
