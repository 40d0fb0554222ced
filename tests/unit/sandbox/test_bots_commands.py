"""The commands that call bots, and what bots do with chats of their own."""

import pytest

from .bots import dialog, group, refused, said, write

ME = 1


async def command(robot, word="help", **more):
    lang = [{"LANGUAGE_ID": "en", "TITLE": "Help", "PARAMS": "topic"}]
    given = {"COMMAND": word, "EVENT_COMMAND_ADD": robot.handler.url, "LANG": lang, **more}
    return await robot.desk.ok("imbot.command.register", {"BOT_ID": robot.id, **given})


async def test_a_command_is_heard_as_a_command_and_answered_in_its_chat(robot):
    number = await command(robot)
    chat = await group(robot)
    message = await write(robot.desk, f"chat{chat}", "/help with lamps")

    (called,) = await robot.heard()
    assert called["event"] == "ONIMCOMMANDADD"
    block = called["data"]["COMMAND"][str(number)]
    assert (block["COMMAND"], block["COMMAND_PARAMS"]) == ("help", "with lamps")
    assert (block["COMMAND_CONTEXT"], block["COMMAND_ID"]) == ("TEXTAREA", str(number))
    assert (block["MESSAGE_ID"], block["BOT_ID"]) == (str(message), str(robot.id))
    assert block["access_token"]
    params = called["data"]["PARAMS"]
    assert (params["SKIP_USER_CHECK"], params["CHAT_PARENT_ID"]) == ("Y", "0")
    assert params["BOT_IN_CHAT"] == {str(robot.id): str(robot.id)}
    more = {"COMMAND_CONTEXT", "PLATFORM_CONTEXT", "CHAT_USER_COUNT", "MESSAGE_ORIGINAL"}
    assert not more & params.keys()
    assert set(called["data"]["USER"]) == {"ID", "NAME", "FIRST_NAME", "LAST_NAME", "GENDER"}

    given = {"COMMAND_ID": number, "MESSAGE_ID": message, "MESSAGE": "Which lamp?"}
    answer = await robot.desk.ok("imbot.command.answer", given)
    shown = await robot.desk.ok("im.dialog.messages.get", {"DIALOG_ID": f"chat{chat}"})
    assert shown["messages"][0]["id"] == answer


@pytest.mark.parametrize(("common", "calls"), [("Y", 1), ("N", 0)])
async def test_a_common_command_works_where_the_bot_is_not(robot, common, calls):
    await command(robot, COMMON=common)
    chat = await robot.desk.ok("im.chat.add", {"TITLE": "Without a bot", "USERS": [7]})

    message = await write(robot.desk, f"chat{chat}", "/help")

    assert len(await robot.heard()) == calls
    given = {"COMMAND": "help", "MESSAGE_ID": message, "MESSAGE": "Here"}
    if calls:
        assert await robot.desk.ok("imbot.command.answer", given) > message
    else:
        assert await refused(robot.desk, "imbot.command.answer", given) == "WRONG_REQUEST"
    members = await robot.desk.ok("im.chat.user.list", {"CHAT_ID": chat})
    assert robot.id not in members


async def test_the_button_of_a_keyboard_calls_the_bot(robot):
    number = await command(robot, "repeat")
    await write(robot.desk, robot.id, "Hello")
    await robot.heard()
    keyboard = {"BUTTONS": [{"TEXT": "Again", "COMMAND": "repeat", "COMMAND_PARAMS": "x"}]}
    given = {"DIALOG_ID": "1", "MESSAGE": "Press", "KEYBOARD": keyboard}
    message = await robot.desk.ok("imbot.message.add", given)

    pressed = {"MESSAGE_ID": message, "BOT_ID": robot.id, "COMMAND": "repeat"}
    assert await robot.desk.ok("im.message.command", {**pressed, "COMMAND_PARAMS": "x"}) is True

    (called,) = await robot.heard()
    block = called["data"]["COMMAND"][str(number)]
    assert (block["COMMAND_CONTEXT"], block["COMMAND_PARAMS"]) == ("KEYBOARD", "x")


@pytest.mark.parametrize(("extranet", "calls"), [("Y", ["ONIMCOMMANDADD"]), ("N", [])])
async def test_a_customer_calls_only_what_is_meant_for_outsiders(robot, extranet, calls):
    await robot.desk.open_shop()
    await command(robot, COMMON="Y", EXTRANET_SUPPORT=extranet)

    await dialog(robot.desk, "/help")

    assert [row["event"] for row in await robot.heard()] == calls


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"COMMAND": ""}, "COMMAND_ERROR"),
        ({"COMMAND": "two words"}, "COMMAND_ERROR"),
        ({"EVENT_COMMAND_ADD": ""}, "EVENT_COMMAND_ADD_ERROR"),
        ({"EVENT_COMMAND_ADD": "nowhere"}, "EVENT_COMMAND_ADD_ERROR"),
        ({"LANG": []}, "LANG_ERROR"),
        ({"LANG": [{"LANGUAGE_ID": "en"}]}, "LANG_ERROR"),
        ({"BOT_ID": 999}, "BOT_ID_ERROR"),
    ],
)
async def test_a_command_that_lacks_something_is_refused(robot, changes, code):
    lang = [{"LANGUAGE_ID": "en", "TITLE": "Help"}]
    given = {"COMMAND": "help", "EVENT_COMMAND_ADD": robot.handler.url, "LANG": lang}
    given = {"BOT_ID": robot.id, **given, **changes}

    assert await refused(robot.desk, "imbot.command.register", given) == code


async def test_a_command_is_renamed_and_removed(robot):
    desk = robot.desk
    number = await command(robot)
    empty = {"COMMAND_ID": number, "FIELDS": {}}
    assert await refused(desk, "imbot.command.update", empty) == "WRONG_REQUEST"

    fields = {"COMMAND": "assist", "HIDDEN": "Y"}
    assert await desk.ok("imbot.command.update", {"COMMAND_ID": number, "FIELDS": fields}) is True
    await write(desk, robot.id, "/assist")
    assert (await robot.heard())[-1]["event"] == "ONIMCOMMANDADD"

    assert await desk.ok("imbot.command.unregister", {"COMMAND_ID": number}) is True
    await write(desk, robot.id, "/assist")
    assert said(await robot.heard()) == ["/assist"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"COMMAND_ID": 999}, "COMMAND_ID_ERROR"),
        ({}, "COMMAND_ID_ERROR"),
        ({"COMMAND": "help"}, "MESSAGE_ID_EMPTY"),
        ({"COMMAND": "help", "MESSAGE_ID": 1}, "MESSAGE_EMPTY"),
        ({"COMMAND": "help", "MESSAGE_ID": 1, "MESSAGE": "x"}, "WRONG_REQUEST"),
    ],
)
async def test_an_answer_needs_a_command_and_a_message(robot, given, code):
    await command(robot)

    assert await refused(robot.desk, "imbot.command.answer", given) == code


async def test_a_bot_leads_a_chat_of_its_own(robot):
    desk, own = robot.desk, {"BOT_ID": robot.id}
    entity = {"ENTITY_TYPE": "ACME", "ENTITY_ID": "17"}
    made = {**own, "TITLE": "Bots", "USERS": [7], **entity}
    chat = await desk.ok("imbot.chat.add", made)
    here = {**own, "CHAT_ID": chat}

    assert await desk.ok("imbot.chat.get", entity) == {"ID": chat}
    assert await desk.ok("imbot.chat.user.add", {**here, "USERS": [12]}) is True
    assert await desk.ok("imbot.chat.setManager", {**here, "USER_ID": 7}) is True
    assert await desk.ok("imbot.chat.updateTitle", {**here, "TITLE": "Robots"}) is True
    assert await desk.ok("imbot.chat.updateColor", {**here, "COLOR": "MINT"}) is True
    assert await desk.ok("imbot.chat.user.delete", {**here, "USER_ID": 12}) is True
    assert await desk.ok("imbot.chat.user.list", here) == [7, robot.id]
    shown = await desk.ok("imbot.dialog.get", {**own, "DIALOG_ID": f"chat{chat}"})
    assert (shown["name"], shown["owner"], shown["manager_list"]) == (
        "Robots",
        robot.id,
        [7, robot.id],
    )
    assert await desk.ok("imbot.chat.setOwner", {**here, "USER_ID": 7}) is True
    assert await desk.ok("imbot.chat.leave", here) is True
    assert await refused(desk, "imbot.chat.user.list", here) == "ACCESS_ERROR"


NO_MEMBER_TO_ADD = "You don't have access or user already member in chat"
COMING_AND_GOING = [
    ("user.add", {"USERS": 7}, "WRONG_REQUEST", "User IDs must be passed in array format"),
    ("user.add", {}, "WRONG_REQUEST", "User IDs must be passed in array format"),
    ("user.add", {"USERS": [ME]}, "WRONG_REQUEST", NO_MEMBER_TO_ADD),
    ("user.add", {"USERS": [999]}, "WRONG_REQUEST", NO_MEMBER_TO_ADD),
    ("user.add", {"CHAT_ID": 99_999, "USERS": [12]}, "ACCESS_ERROR", "Action unavailable"),
    ("user.delete", {"USER_ID": ""}, "USER_ID_EMPTY", "User ID can't be empty"),
    (
        "user.delete",
        {"USER_ID": 12},
        "WRONG_REQUEST",
        "You don't have access or user isn't a member of the chat",
    ),
    ("user.delete", {"USER_ID": ME}, "ACCESS_ERROR", "LEAVE_OWNER_FORBIDDEN"),
    ("leave", {"CHAT_ID": 99_999}, "ACCESS_ERROR", "Action unavailable"),
]


@pytest.mark.parametrize(("method", "given", "code", "text"), COMING_AND_GOING)
async def test_coming_and_going_is_refused_in_words_of_its_own(robot, method, given, code, text):
    chat = await group(robot)

    answer = await robot.desk.call(f"imbot.chat.{method}", {"CHAT_ID": chat, **given})

    assert (answer["error"], answer["error_description"]) == (code, text)


@pytest.mark.parametrize(
    ("method", "given", "text"),
    [
        ("leave", {}, "You don't have access or user isn't a member in chat"),
        ("user.add", {"USERS": [12]}, NO_MEMBER_TO_ADD),
        (
            "user.delete",
            {"USER_ID": 7},
            "You don't have access or user isn't a member of the chat",
        ),
    ],
)
async def test_a_bot_outside_changes_nothing_inside(robot, method, given, text):
    chat = await robot.desk.ok("im.chat.add", {"USERS": [7]})

    answer = await robot.desk.call(f"imbot.chat.{method}", {"CHAT_ID": chat, **given})

    assert (answer["error"], answer["error_description"]) == ("WRONG_REQUEST", text)
    assert await robot.desk.ok("im.chat.user.list", {"CHAT_ID": chat}) == [ME, 7]


async def test_the_owner_of_a_chat_does_not_leave_it(robot):
    chat = await robot.desk.ok("imbot.chat.add", {"USERS": [7]})

    answer = await robot.desk.call("imbot.chat.leave", {"CHAT_ID": chat})

    assert (answer["error"], answer["error_description"]) == (
        "ACCESS_ERROR",
        "LEAVE_OWNER_FORBIDDEN",
    )


async def test_only_who_may_see_a_chat_finds_it_by_what_it_belongs_to(robot):
    entity = {"ENTITY_TYPE": "ACME", "ENTITY_ID": "18"}
    chat = await robot.desk.ok("im.chat.add", {"USERS": [7], **entity})
    assert await robot.desk.ok("imbot.chat.get", entity) == {"ID": chat}
    robot.desk.sandbox.portal.chats[chat].members = {7}

    answer = await robot.desk.call("imbot.chat.get", entity)

    assert (answer["error"], answer["error_description"]) == (
        "ACCESS_ERROR",
        "You don't have access to this chat",
    )
    assert await robot.desk.ok("imbot.chat.get", {**entity, "ENTITY_ID": "x"}) is None


@pytest.mark.parametrize(
    ("method", "given", "code"),
    [
        ("imbot.chat.add", {"USERS": 7}, "INVALID_FORMAT"),
        ("imbot.chat.leave", {}, "CHAT_ID_EMPTY"),
        ("imbot.chat.updateTitle", {"CHAT_ID": 1, "TITLE": ""}, "TITLE_EMPTY"),
        ("imbot.chat.updateColor", {"CHAT_ID": 1, "COLOR": "OCHRE"}, "WRONG_COLOR"),
        ("imbot.chat.setOwner", {"CHAT_ID": 1}, "USER_ID_EMPTY"),
        ("imbot.dialog.get", {}, "DIALOG_ID_EMPTY"),
        ("imbot.chat.sendTyping", {}, "DIALOG_ID_EMPTY"),
    ],
)
async def test_an_act_in_a_chat_is_refused_in_the_vendors_words(robot, method, given, code):
    assert await refused(robot.desk, method, given) == code


async def test_typing_is_seen_for_a_while(robot):
    chat = await group(robot)

    given = {"DIALOG_ID": f"chat{chat}"}
    assert await robot.desk.ok("imbot.chat.sendTyping", given) is True
    assert (await robot.desk.state())["bots"][0]["typing"] == [f"chat{chat}"]

    await robot.desk.order("clock", advance=31)
    assert (await robot.desk.state())["bots"][0]["typing"] == []
