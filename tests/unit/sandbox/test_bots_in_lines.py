"""A bot in an open line: the dialog is its first, until it or the clock gives it away."""

import pytest

from .bots import Robot, chat_state, dialog, sent_outside
from .handlers import listening


@pytest.fixture
async def robot(open_desk):
    async with open_desk(self_exclusion=False) as desk, listening() as handler:
        await desk.open_shop()
        robot = Robot(desk, handler)
        await robot.register()
        yield robot


async def test_customer_bot_and_operator_play_the_whole_story(robot):
    desk = robot.desk
    await robot.welcome()
    chat = await dialog(desk, "Is the lamp in stock?")

    joined, asked = await robot.heard()
    assert joined["event"] == "ONIMBOTJOINCHAT"
    assert joined["data"]["PARAMS"]["CHAT_ENTITY_TYPE"] == "LINES"
    assert asked["event"] == "ONIMBOTMESSAGEADD"
    params = asked["data"]["PARAMS"]
    assert params["MESSAGE"] == "Is the lamp in stock?"
    assert params["DIALOG_ID"] == f"chat{chat}"
    assert params["MESSAGE_TYPE"] == "L"
    assert params["CHAT_ENTITY_ID"] == (await chat_state(desk, chat))["user_code"]
    assert asked["data"]["USER"]["IS_CONNECTOR"] == "Y"
    assert asked["data"]["USER"]["NAME"] == "Ivo"

    await robot.say(chat, "Yes, two of them.")
    assert (await sent_outside(desk))[-1] == "[b]Helper:[/b] [br]Yes, two of them."
    assert (await chat_state(desk, chat))["operator"] == robot.id

    await desk.write("I want a human", message="m-2")
    (wish,) = await robot.heard()
    assert wish["data"]["PARAMS"]["MESSAGE"] == "I want a human"
    assert await desk.ok("imopenlines.bot.session.operator", {"CHAT_ID": chat}) is True
    session = (await chat_state(desk, chat))["sessions"][-1]
    assert (session["operator"], session["bot"], session["assigned"]) == (None, None, 12)

    await desk.order("reply", chat_id=chat, text="A human here.", user_id=12)
    assert (await sent_outside(desk))[-1] == "[b]Ann Lee:[/b] [br]A human here."
    await desk.write("Thanks", message="m-3")
    assert await robot.heard() == []
    assert (await chat_state(desk, chat))["operator"] == 12


async def test_the_tokens_in_an_event_are_the_bots_own_and_long_lived(robot):
    desk = robot.desk
    await robot.welcome()
    await dialog(desk)

    (_, asked) = await robot.heard()
    block = asked["data"]["BOT"][str(robot.id)]
    assert block["user_id"] == str(robot.id)
    assert block["client_id"] == desk.about["client_id"]
    assert (block["BOT_ID"], block["BOT_CODE"]) == (str(robot.id), "helper")
    assert block["AUTH"]["access_token"] == block["access_token"]

    mine, desk.token = desk.token, block["access_token"]
    assert (await desk.ok("profile"))["ID"] == str(robot.id)
    fresh = await desk.ask_tokens(grant_type="refresh_token", refresh_token=block["refresh_token"])
    desk.token = fresh["access_token"]
    assert (await desk.ok("profile"))["ID"] == str(robot.id)
    desk.token = mine


async def test_a_silent_bot_loses_the_dialog_to_the_queue(robot):
    await robot.welcome(WELCOME_BOT_TIME=60)
    chat = await dialog(robot.desk)

    await robot.desk.order("clock", advance=59)
    assert (await chat_state(robot.desk, chat))["operator"] == robot.id
    await robot.desk.order("clock", advance=1)

    session = (await chat_state(robot.desk, chat))["sessions"][-1]
    assert (session["bot"], session["assigned"]) == (None, 12)


async def test_a_bot_that_answers_in_time_keeps_the_dialog(robot):
    await robot.welcome(WELCOME_BOT_TIME=60)
    chat = await dialog(robot.desk)
    await robot.say(chat, "One moment.")

    await robot.desk.order("clock", advance=60)

    assert (await chat_state(robot.desk, chat))["operator"] == robot.id


async def test_a_silent_bot_ends_the_dialog_where_the_line_wants_that(robot):
    await robot.welcome(WELCOME_BOT_TIME=60, WELCOME_BOT_LEFT="close")
    chat = await dialog(robot.desk)

    await robot.desk.order("clock", advance=60)

    assert (await chat_state(robot.desk, chat))["state"] == "closed"


@pytest.mark.parametrize(("join", "second"), [("first", 12), ("always", None)])
async def test_join_says_whether_the_bot_meets_a_customer_again(robot, join, second):
    await robot.welcome(WELCOME_BOT_JOIN=join)
    chat = await dialog(robot.desk)
    await robot.desk.ok("imopenlines.bot.session.finish", {"CHAT_ID": chat})

    await robot.desk.write("Again", message="m-2")

    session = (await chat_state(robot.desk, chat))["sessions"][-1]
    assert session["bot"] == (None if second else robot.id)


@pytest.mark.parametrize(("left", "state"), [("queue", "new"), ("close", "closed")])
async def test_a_bot_that_leaves_obeys_the_line(robot, left, state):
    await robot.welcome(WELCOME_BOT_LEFT=left)
    chat = await dialog(robot.desk)

    assert await robot.desk.ok("imbot.chat.leave", {"CHAT_ID": chat}) is True

    assert (await chat_state(robot.desk, chat))["state"] == state


@pytest.mark.parametrize(("leave", "hears"), [("Y", []), ("N", ["Still there?"])])
async def test_leave_says_whether_the_bot_stays_until_the_colleague_comes(robot, leave, hears):
    desk = robot.desk
    await robot.welcome()
    chat = await dialog(desk)
    await robot.heard()

    given = {"CHAT_ID": chat, "USER_ID": 7, "LEAVE": leave}
    await desk.ok("imopenlines.bot.session.transfer", given)
    await desk.write("Still there?", message="m-2")
    assert [event["data"]["PARAMS"]["MESSAGE"] for event in await robot.heard()] == hears

    await desk.order("answer", chat_id=chat, user_id=7)
    await desk.write("Hello", message="m-3")
    assert await robot.heard() == []


async def test_a_bot_takes_no_dialog_away_from_the_operator_who_writes_first(robot):
    await robot.welcome()
    chat = await dialog(robot.desk)

    await robot.desk.order("reply", chat_id=chat, text="Mine.", user_id=7)

    session = (await chat_state(robot.desk, chat))["sessions"][-1]
    assert (session["operator"], session["bot"]) == (7, None)


async def test_what_skips_the_connector_stays_inside(robot):
    await robot.welcome()
    chat = await dialog(robot.desk)
    before = await sent_outside(robot.desk)

    message = await robot.say(chat, "Between us.", SKIP_CONNECTOR="Y")

    assert await sent_outside(robot.desk) == before
    rows = (await chat_state(robot.desk, chat))["messages"]
    assert [row["text"] for row in rows if row["id"] == message] == ["Between us."]


async def test_the_greeting_is_the_bots_to_say(robot):
    await robot.welcome(WELCOME_MESSAGE="Y", WELCOME_MESSAGE_TEXT="Good day")
    chat = await dialog(robot.desk)
    assert await sent_outside(robot.desk) == []

    given = {"CHAT_ID": chat, "NAME": "WELCOME"}
    await robot.desk.ok("imopenlines.bot.session.message.send", given)

    assert await sent_outside(robot.desk) == ["Good day"]


async def test_the_older_name_of_the_automatic_text_works_too(robot):
    await robot.welcome()
    chat = await dialog(robot.desk)

    given = {"CHAT_ID": chat, "NAME": "DEFAULT", "MESSAGE": "Wait"}
    await robot.desk.ok("imopenlines.bot.session.send.message", given)

    assert await sent_outside(robot.desk) == ["Wait"]


async def test_a_new_dialog_begins_with_the_message_the_bot_names(robot):
    await robot.welcome()
    chat = await dialog(robot.desk)
    message = (await chat_state(robot.desk, chat))["messages"][-1]["id"]

    given = {"CHAT_ID": chat, "OPERATOR_ID": 7, "MESSAGE_ID": message}
    assert await robot.desk.ok("imopenlines.bot.session.dialog.new", given) is True

    shown = await chat_state(robot.desk, chat)
    assert [row["state"] for row in shown["sessions"]] == ["closed", "open"]
    assert shown["operator"] == 7
    moved = [row["session"] for row in shown["messages"] if row["id"] == message]
    assert moved == [shown["sessions"][-1]["id"]]


async def test_the_scripted_operator_waits_until_the_bot_hands_over(robot):
    desk = robot.desk
    await desk.order("auto-operator", on=True, delay=1)
    await robot.welcome()
    chat = await dialog(desk)
    await desk.order("clock", advance=5)
    assert (await chat_state(desk, chat))["operator"] == robot.id

    await desk.ok("imopenlines.bot.session.operator", {"CHAT_ID": chat})
    await desk.order("clock", advance=5)

    assert (await chat_state(desk, chat))["operator"] == 12


async def test_the_customers_edit_and_deletion_reach_the_bot(robot):
    desk = robot.desk
    await robot.welcome()
    await dialog(desk, "One lamp")
    await robot.heard()
    where = {"CONNECTOR": "lamp_chat", "LINE": 42}
    ids = {"user": {"id": "u-1"}, "chat": {"id": "c-1"}}

    edited = {**ids, "message": {"id": "m-1", "text": "Two lamps"}}
    await desk.ok("imconnector.update.messages", {**where, "MESSAGES": [edited]})
    removed = {**ids, "message": {"id": "m-1"}}
    await desk.ok("imconnector.delete.messages", {**where, "MESSAGES": [removed]})

    events = await robot.heard()
    assert [row["event"] for row in events] == ["ONIMBOTMESSAGEUPDATE", "ONIMBOTMESSAGEDELETE"]
    assert events[0]["data"]["PARAMS"]["MESSAGE"] == "Two lamps"
    assert events[0]["data"]["PARAMS"]["ID"] == events[1]["data"]["PARAMS"]["ID"]


async def test_an_unregistered_bot_leaves_its_dialogs_to_the_queue(robot):
    await robot.welcome()
    chat = await dialog(robot.desk)
    await robot.say(chat, "Bye.")
    await robot.heard()

    assert await robot.desk.ok("imbot.unregister", {"BOT_ID": robot.id}) is True

    (end,) = await robot.heard()
    assert end["event"] == "ONIMBOTDELETE"
    assert end["data"] == {"BOT_ID": str(robot.id), "BOT_CODE": "helper"}
    session = (await chat_state(robot.desk, chat))["sessions"][-1]
    assert (session["bot"], session["assigned"]) == (None, 12)


async def test_a_bot_is_no_employee_of_a_line(robot):
    given = {"CONFIG_ID": 42, "PARAMS": {"QUEUE": [robot.id]}}
    await robot.desk.ok("imopenlines.config.update", given)

    line = await robot.desk.ok("imopenlines.config.get", {"CONFIG_ID": 42})

    assert line["QUEUE"] == []
