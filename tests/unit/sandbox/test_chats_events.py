"""Polling a user's happenings: `im.v2.Event.*`."""

import pytest

from app.sandbox.messenger import im_records, userlog

from .chatting import ANN, OLGA, as_ann, new_chat, say


async def poll(desk, **given):
    return await desk.ok("im.v2.Event.get", given)


async def heard(desk, **given):
    return [row["type"] for row in (await poll(desk, **given))["events"]]


@pytest.fixture
async def chat(desk):
    number = await new_chat(desk, ANN)
    await desk.ok("im.v2.Event.subscribe")
    return number


async def test_nothing_is_recorded_before_the_subscription(desk):
    await say(desk, await new_chat(desk))

    assert await poll(desk) == {"events": [], "nextOffset": 0, "hasMore": False}


async def test_every_happening_has_its_event(desk, chat):
    message = await say(desk, chat)
    await desk.ok("im.message.update", {"MESSAGE_ID": message, "MESSAGE": "Better"})
    await desk.ok("im.message.like", {"MESSAGE_ID": message})
    await desk.ok("im.message.delete", {"MESSAGE_ID": message})
    await desk.ok("im.chat.user.add", {"CHAT_ID": chat, "USERS": [7]})

    assert await heard(desk) == [
        userlog.MESSAGE_ADD,
        userlog.MESSAGE_UPDATE,
        userlog.REACTION,
        userlog.MESSAGE_DELETE,
        userlog.MESSAGE_ADD,
        userlog.JOIN,
    ]


async def test_an_event_keeps_what_was_when_it_happened(desk, chat):
    message = await say(desk, chat, "First")
    await desk.ok("im.message.update", {"MESSAGE_ID": message, "MESSAGE": "Second"})

    texts = [row["data"]["message"]["text"] for row in (await poll(desk))["events"]]

    assert texts == ["First", "Second"]


async def test_an_event_shows_chat_and_person_alike_to_everybody(desk, chat):
    await say(desk, chat)

    (event,) = (await poll(desk))["events"]

    data = event["data"]
    assert data["chat"]["dialogId"] == f"chat{chat}"
    assert not {"role", "muteList"} & set(data["chat"])
    assert not {"network", "botData", "avatarHr"} & set(data["user"])
    assert (data["user"]["id"], data["user"]["lastActivityDate"]) == (OLGA, False)
    assert data["language"] == "en"


async def test_a_customer_s_words_and_acts_are_heard(desk):
    await desk.open_shop()
    number = int((await desk.write("Hello"))["session"]["CHAT_ID"])
    await desk.ok("imopenlines.operator.answer", {"CHAT_ID": number})
    await desk.ok("im.v2.Event.subscribe")
    await desk.write("Is it blue?", message="m-2")
    about = {"user": {"id": "u-1"}, "chat": {"id": "c-1"}, "message": {"id": "m-2", "text": "Red?"}}
    where = {"CONNECTOR": "lamp_chat", "LINE": 42, "MESSAGES": [about]}
    await desk.ok("imconnector.update.messages", where)
    await desk.ok("imconnector.delete.messages", where)

    rows = (await poll(desk))["events"]

    kinds = [userlog.MESSAGE_ADD, userlog.MESSAGE_UPDATE, userlog.MESSAGE_DELETE]
    assert [row["type"] for row in rows] == kinds
    assert {row["data"]["chat"]["entityType"] for row in rows} == {"LINES"}
    assert rows[0]["data"]["user"]["connector"] is True


async def test_an_offset_confirms_what_was_before_it(desk, chat):
    for _ in range(3):
        await say(desk, chat)
    first = await poll(desk, limit=2)
    assert (len(first["events"]), first["hasMore"]) == (2, True)

    second = await poll(desk, offset=first["nextOffset"])
    third = await poll(desk, offset=second["nextOffset"])

    assert (len(second["events"]), second["hasMore"]) == (1, False)
    assert third == {"events": [], "nextOffset": second["nextOffset"], "hasMore": False}
    assert (await poll(desk))["events"] == []


async def test_without_an_offset_nothing_is_confirmed(desk, chat):
    await say(desk, chat)

    assert await poll(desk) == await poll(desk)


async def test_names_of_parameters_keep_their_case(desk, chat):
    await say(desk, chat)
    await say(desk, chat)

    assert len((await poll(desk, LIMIT=1, OFFSET=10**9))["events"]) == 2


@pytest.mark.parametrize("limit", [0, -1, 1001, "x", None, [], 10**30])
async def test_a_strange_limit_is_brought_into_its_bounds(desk, chat, limit):
    await say(desk, chat)

    assert len((await poll(desk, limit=limit, offset=-5))["events"]) == 1


async def test_events_are_kept_for_a_day(desk, chat, clock):
    await say(desk, chat)
    clock.advance(86_399)
    await desk.sign_in()
    assert len(await heard(desk)) == 1

    clock.advance(1)

    assert await heard(desk) == []


async def test_what_is_recorded_outlives_the_subscription(desk, chat):
    await say(desk, chat, "Recorded")
    await desk.ok("im.v2.Event.unsubscribe")
    await say(desk, chat, "Lost")

    rows = (await poll(desk))["events"]

    assert [row["data"]["message"]["text"] for row in rows] == ["Recorded"]


async def test_each_user_has_events_of_his_own_chats_only(desk, chat):
    ann = await as_ann(desk)
    await ann.ok("im.v2.Event.subscribe")
    await say(desk, chat)
    await say(desk, await new_chat(desk))

    assert await heard(ann) == [userlog.MESSAGE_ADD]
    (event,) = (await poll(ann))["events"]
    assert await poll(ann, offset=event["eventId"] + 1) != await poll(desk)


async def test_the_number_of_waiting_events_is_bounded(desk, chat):
    log = desk.sandbox.portal.user_logs[OLGA]

    assert log.entries.maxlen == im_records.MAX_EVENTS
