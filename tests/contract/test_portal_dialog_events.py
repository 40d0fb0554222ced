"""Events of dialogs, channels and lines: start, finish, disconnection, deletion."""

import pytest

from .kit import SEVEN, SHOP, incoming, open_portal

ADD, UPDATE, DELETE, START, FINISH, STATUS, LINE = SEVEN


@pytest.mark.pins("ONIMCONNECTORDIALOGSTART")
async def test_a_first_message_starts_a_dialog(open_shop):
    item = await open_shop.write(user="u-7", chat="conv-7")

    (data,) = await open_shop.events(START)

    assert set(data) == {"CONNECTOR", "LINE", "DATA"}
    assert (data["CONNECTOR"], data["LINE"]) == (SHOP, str(open_shop.lines[0]))
    (row,) = data["DATA"]
    assert row["connector"]["connector_id"] == SHOP
    assert str(row["connector"]["line_id"]) == str(open_shop.lines[0])
    assert row["connector"]["chat_id"] == row["chat"]["id"] == "conv-7"
    assert str(row["connector"]["user_id"]) == str(row["user"]["id"]) == item["user"]
    assert str(row["session"]["id"]) == item["session"]["ID"]
    assert row["session"]["closed"] == "N"
    assert str(row["session"]["parent_id"]) == "0"
    assert int(row["session"]["close_term"]) >= 0


@pytest.mark.pins("ONIMCONNECTORDIALOGSTART")
async def test_a_second_message_of_the_session_starts_nothing(open_shop):
    await open_shop.write()
    await open_shop.queue()
    await open_shop.write(message="m-2")

    assert await open_shop.events(START) == []


@pytest.mark.pins("ONIMCONNECTORDIALOGSTART")
async def test_a_group_dialog_starts_with_user_zero():
    async with open_portal(self_exclusion=False) as portal:
        await portal.connect(CHAT_GROUP=True)
        await portal.bind()
        await portal.write()
        (data,) = await portal.events(START)

    assert str(data["DATA"][0]["connector"]["user_id"]) == "0"


@pytest.mark.pins("ONIMCONNECTORDIALOGSTART", "ONIMCONNECTORDIALOGFINISH")
async def test_a_dialog_after_a_closed_one_names_its_parent(open_shop):
    first = await open_shop.write()
    await open_shop.control("close", chat_id=int(first["session"]["CHAT_ID"]))
    await open_shop.queue()
    second = await open_shop.write(message="m-2")

    (data,) = await open_shop.events(START)

    session = data["DATA"][0]["session"]
    assert str(session["parent_id"]) == first["session"]["ID"]
    assert str(session["id"]) == second["session"]["ID"]


@pytest.mark.pins("ONIMCONNECTORDIALOGFINISH")
@pytest.mark.parametrize("act", ["close", "spam"])
async def test_closing_a_dialog_in_the_portal_finishes_it(shop, act):
    item = await shop.write(user="u-7", chat="conv-7")
    await shop.control(act, chat_id=int(item["session"]["CHAT_ID"]))

    (data,) = await shop.events(FINISH)

    assert (data["CONNECTOR"], data["LINE"]) == (SHOP, str(shop.lines[0]))
    (row,) = data["DATA"]
    assert row["connector"]["chat_id"] == row["chat"]["id"] == "conv-7"
    assert str(row["user"]["id"]) == item["user"]
    assert str(row["session"]["id"]) == item["session"]["ID"]
    assert row["session"]["closed"] == "Y"


@pytest.mark.pins("ONIMCONNECTORSTATUSDELETE")
async def test_a_disconnected_connector_is_told_in_lower_case_keys(shop):
    await shop.control("disconnect", connector=SHOP, line=shop.lines[0])

    assert await shop.events(STATUS) == [{"connector": SHOP, "line": shop.lines[0]}]
    assert (await shop.status())["CONFIGURED"] is False


@pytest.mark.pins("ONIMCONNECTORSTATUSDELETE", "ONIMCONNECTORLINEDELETE")
async def test_a_deleted_line_is_told_as_a_bare_number_after_its_connectors(shop):
    await shop.control("delete-line", line=shop.lines[0])
    rows = [
        row for row in await shop.queue() if row["EVENT_NAME"] in {STATUS.upper(), LINE.upper()}
    ]

    assert [row["EVENT_NAME"] for row in rows] == [STATUS.upper(), LINE.upper()]
    assert rows[0]["EVENT_DATA"] == {"connector": SHOP, "line": shop.lines[0]}
    assert int(rows[1]["EVENT_DATA"]) == shop.lines[0]
    assert not isinstance(rows[1]["EVENT_DATA"], dict | list)


@pytest.mark.pins("ONIMCONNECTORLINEDELETE")
async def test_a_deleted_line_is_told_even_when_no_own_connector_was_on_it(shop):
    await shop.control("delete-line", line=shop.lines[1])

    assert [int(data) for data in await shop.events(LINE)] == [shop.lines[1]]


async def test_a_deleted_line_is_gone_from_the_list_and_refuses_messages(shop):
    await shop.control("delete-line", line=shop.lines[0])

    left = [int(line["ID"]) for line in await shop.ok("imopenlines.config.list.get")]
    assert left == shop.lines[1:]
    got = await shop.call("imconnector.send.messages", shop.about(MESSAGES=[incoming()]))
    assert got.refusal == (400, "NOT_ACTIVE_LINE")


async def greeting_line(portal):
    """The portal's second line greets customers and closes dialogs a minute late."""
    lines = await portal.ok("imopenlines.config.list.get")
    (found,) = [line for line in lines if line["WELCOME_MESSAGE"] == "Y"]
    portal.lines = [int(found["ID"])]
    return found


@pytest.mark.pins("ONIMCONNECTORDIALOGSTART")
@pytest.mark.parametrize("wanted", [True, False])
async def test_a_greeting_reaches_the_channels_that_want_system_messages(wanted):
    async with open_portal(self_exclusion=False) as portal:
        line = await greeting_line(portal)
        await portal.connect(NEED_SYSTEM_MESSAGES=wanted)
        await portal.bind()
        await portal.write()
        found = await portal.events(ADD)

    texts = [each["MESSAGES"][0]["message"]["text"] for each in found]
    assert texts == ([line["WELCOME_MESSAGE_TEXT"]] if wanted else [])
    authors = {str(each["MESSAGES"][0]["message"].get("user_id", 0)) for each in found}
    assert authors <= {"0"}


async def test_a_greeting_is_the_application_s_own_doing(portal):
    await greeting_line(portal)
    await portal.connect()
    await portal.bind()
    await portal.write()

    assert await portal.queue() == []


@pytest.mark.pins("ONIMCONNECTORDIALOGFINISH")
async def test_a_line_may_finish_its_dialogs_only_after_a_while(portal):
    line = await greeting_line(portal)
    await portal.connect()
    await portal.bind()
    chat = await portal.open_dialog()
    await portal.control("close", chat_id=chat)
    at_once = await portal.events(FINISH)
    await portal.advance(int(line["FULL_CLOSE_TIME"]) * 60 + 1)
    later = await portal.events(FINISH)

    assert (len(at_once), len(later)) == (0, 1)
    assert later[0]["DATA"][0]["session"]["close_term"] == line["FULL_CLOSE_TIME"]


async def test_a_scripted_operator_answers_a_new_dialog_after_a_moment():
    async with open_portal(auto_operator=True, operator_delay=5) as portal:
        await portal.connect()
        await portal.bind()
        await portal.write()
        at_once = await portal.events(ADD)
        await portal.advance(6)
        later = await portal.events(ADD)

    assert (len(at_once), len(later)) == (0, 1)
    assert later[0]["MESSAGES"][0]["chat"] == {"id": "conv-1"}


@pytest.mark.parametrize(("on", "answers"), [(True, 1), (False, 0)])
async def test_the_scripted_operator_can_be_switched(shop, on, answers):
    await shop.control("auto-operator", on=on, delay=1)
    await shop.write()
    await shop.advance(2)

    assert len(await shop.events(ADD)) == answers


@pytest.mark.pins("ONIMCONNECTORDIALOGSTART", "ONIMCONNECTORDIALOGFINISH")
async def test_an_operator_who_writes_after_the_close_starts_a_session(shop):
    item = await shop.write()
    chat = int(item["session"]["CHAT_ID"])
    await shop.control("close", chat_id=chat)
    await shop.queue()

    await shop.control("reply", chat_id=chat, text="One more thing")

    names = [row["EVENT_NAME"] for row in await shop.queue()]
    assert names == [START.upper(), ADD.upper()]


@pytest.mark.pins(
    "ONIMCONNECTORDIALOGFINISH", "ONIMCONNECTORSTATUSDELETE", "ONIMCONNECTORLINEDELETE"
)
async def test_a_deleted_line_finishes_its_dialogs_and_disconnects_every_channel(shop):
    await shop.connect("acme_second")
    await shop.open_dialog()
    await shop.control("delete-line", line=shop.lines[0])

    rows = await shop.queue()
    gone = {row["EVENT_DATA"]["connector"] for row in rows if row["EVENT_NAME"] == STATUS.upper()}
    assert gone == {SHOP, "acme_second"}
    assert [row["EVENT_NAME"] for row in rows][-1] == LINE.upper()
    assert FINISH.upper() in [row["EVENT_NAME"] for row in rows]
