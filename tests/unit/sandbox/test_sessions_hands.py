"""A dialog changes hands, and what others hear of it: transfers, taking over, events of lines."""

import pytest

from .line_scenes import (
    ANN,
    OLEG,
    OLGA,
    chat_of,
    dialog,
    events,
    line_with,
    said,
    session_of,
    write,
)

NAMES = (
    "OnOpenLineMessageAdd",
    "OnOpenLineMessageUpdate",
    "OnOpenLineMessageDelete",
    "OnSessionStart",
    "OnSessionFinish",
)


async def listen(desk):
    for name in NAMES:
        await desk.ok("event.bind", {"event": name, "event_type": "offline"})


async def test_a_transferred_dialog_belongs_to_the_colleague_and_a_note_names_both(open_desk):
    async with line_with(open_desk, {}) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("answer", chat_id=chat, user_id=OLEG)
        given = {"CHAT_ID": chat, "TRANSFER_ID": str(ANN)}
        assert await desk.ok("imopenlines.operator.transfer", given) is True

        assert (await session_of(desk, chat))["operator"] == ANN
        assert (await chat_of(desk, chat))["members"] == [ANN]
        note = (await said(desk, chat, "system"))[-1]
        assert ("Olga Demina" in note, "Ann Lee" in note) == (True, True)


async def test_after_a_transfer_to_a_line_its_people_and_settings_count_but_events_keep_the_line(
    open_desk,
):
    async with line_with(open_desk, {}) as (desk, line):
        settings = {"QUEUE": [ANN], "OPERATOR_DATA": "hide"}
        other = await desk.ok("imopenlines.config.add", {"PARAMS": settings})
        chat = await dialog(desk, line)
        await desk.order("transfer", chat_id=chat, to_line=other)
        session = await session_of(desk, chat)
        await desk.order("reply", chat_id=chat, text="Yes", user_id=ANN)
        (data,) = await events(desk, "OnImConnectorMessageAdd")
        shown = await desk.ok("imopenlines.dialog.get", {"CHAT_ID": chat})

    assert (session["assigned"], session["line"]) == (ANN, other)
    assert data["LINE"] == str(line)
    assert data["MESSAGES"][0]["message"]["text"] == "Yes"
    assert shown["entity_data_1"].split("|")[7] == str(other)


@pytest.mark.parametrize("target", ["queue404", "404", "queue42x", str(OLGA)])
async def test_a_closed_dialog_goes_nowhere(open_desk, target):
    async with line_with(open_desk, {}) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("close", chat_id=chat)
        given = {"CHAT_ID": chat, "TRANSFER_ID": target}
        answer = await desk.call("imopenlines.operator.transfer", given)

    assert answer["error"] == "OPERATOR_WRONG"


async def test_an_interceptor_sits_alone_with_the_customer(open_desk):
    async with line_with(open_desk, {}) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("answer", chat_id=chat, user_id=OLEG)
        assert await desk.ok("imopenlines.session.intercept", {"CHAT_ID": chat}) is True
        again = await desk.call("imopenlines.session.intercept", {"CHAT_ID": chat})

        assert (await chat_of(desk, chat))["members"] == [OLGA]
        assert again["error"] == "OPERATOR_WRONG"


async def test_a_session_started_from_a_message_takes_what_came_after_it_along(open_desk):
    async with line_with(open_desk, {}) as (desk, line):
        chat = await dialog(desk, line)
        await write(desk, line, "Another matter")
        rows = (await chat_of(desk, chat))["messages"]
        second = next(row for row in rows if row["text"] == "Another matter")
        given = {"CHAT_ID": chat, "MESSAGE_ID": second["id"]}
        assert await desk.ok("imopenlines.message.session.start", given) is True
        history = await desk.ok("imopenlines.session.history.get", {"CHAT_ID": chat})

    texts = [row["text"] for row in history["message"].values()]
    assert "Another matter" in texts
    assert "Hello" not in texts


async def test_a_quick_answer_is_kept_with_its_line(open_desk):
    async with line_with(open_desk, {}) as (desk, line):
        chat = await dialog(desk, line)
        message = (await chat_of(desk, chat))["messages"][0]["id"]
        given = {"CHAT_ID": chat, "MESSAGE_ID": message}
        assert await desk.ok("imopenlines.message.quick.save", given) is True

        assert (await desk.state())["quick_answers"] == [{"id": 1, "line": line, "text": "Hello"}]


async def test_the_server_tells_customers_messages_and_answers_in_two_shapes(open_desk):
    async with line_with(open_desk, {}) as (desk, line):
        await listen(desk)
        chat = await dialog(desk, line)
        (incoming,) = await events(desk, "OnOpenLineMessageAdd")
        await desk.order("reply", chat_id=chat, text="Yes", user_id=ANN)
        (outgoing,) = await events(desk, "OnOpenLineMessageAdd")

    assert set(incoming) == {"DATA"}
    assert set(incoming["DATA"]) == {"connector", "chat", "message", "ref", "extra"}
    assert incoming["DATA"]["message"]["text"] == "Hello"
    assert set(outgoing) == {"CONNECTOR", "LINE", "DATA"}
    message = outgoing["DATA"]["message"]
    assert (message["text"], message["user_id"], message["system"]) == ("Yes", ANN, "N")


async def test_the_docs_tell_everything_as_arrays(open_desk):
    async with line_with(open_desk, {}, openline_shape="docs") as (desk, line):
        await listen(desk)
        chat = await dialog(desk, line)
        rows = await desk.ok("event.offline.get", {"limit": 100})
        await desk.order("reply", chat_id=chat, text="Yes", user_id=ANN)
        message = (await chat_of(desk, chat))["messages"][-1]["id"]
        await desk.order("edit", message_id=message, text="No")
        (changed,) = await events(desk, "OnOpenLineMessageUpdate")

    told = {row["EVENT_NAME"]: row["EVENT_DATA"]["DATA"] for row in rows["events"]}
    assert told["ONOPENLINEMESSAGEADD"][0]["message"]["text"] == "Hello"
    assert told["ONOPENLINEMESSAGEADD"][0]["chat"] == {"id": chat}
    assert told["ONSESSIONSTART"][0]["session"]["closed"] == "N"
    assert changed["DATA"] == [
        {
            "im": {"chat_id": chat, "message_id": message},
            "message": {"id": message},
            "chat": {"id": chat},
        }
    ]


async def test_notes_of_the_portal_are_no_messages_for_those_who_listen(open_desk):
    async with line_with(open_desk, {}) as (desk, line):
        await listen(desk)
        chat = await dialog(desk, line)
        await desk.ok("event.offline.get", {"limit": 100})
        await desk.order("answer", chat_id=chat, user_id=OLEG)

        assert await events(desk, "OnOpenLineMessageAdd") == []


async def test_a_pause_that_others_look_up_is_the_administrator_s_business(open_desk):
    async with line_with(open_desk, {}) as (desk, _line):
        await desk.ok("imopenlines.operator.pause.start")
        await desk.order("clock", advance=60)
        await desk.ok("imopenlines.operator.pause.stop")
        given = {"DATE_START": "2025-01-01", "USER_ID": OLGA}
        (row,) = await desk.ok("imopenlines.operator.pause.getHistory", given)

    assert row["USER_ID"] == str(OLGA)
    assert row["DATE_START"] < row["DATE_END"]
