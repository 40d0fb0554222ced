"""What bots hear and say in private chats and in groups."""

import pytest

from .bots import group, refused, said, write

ME = 1


async def test_a_private_word_reaches_the_bot_and_its_answer_the_person(robot):
    number = await write(robot.desk, robot.id, "Hello")

    joined, heard = await robot.heard()
    assert joined["event"] == "ONIMBOTJOINCHAT"
    assert joined["data"]["PARAMS"]["DIALOG_ID"] == str(ME)
    params = heard["data"]["PARAMS"]
    assert params["MESSAGE_ID"] == str(number)
    assert (params["MESSAGE_TYPE"], params["DIALOG_ID"]) == ("P", str(ME))
    assert (params["FROM_USER_ID"], params["TO_USER_ID"]) == (str(ME), str(robot.id))
    assert heard["data"]["USER"]["NAME"] == "Olga Demina"
    assert heard["data"]["USER"]["IS_BOT"] == "N"

    answer = {"BOT_ID": robot.id, "DIALOG_ID": params["DIALOG_ID"], "MESSAGE": "Hi!"}
    sent = await robot.desk.ok("imbot.message.add", answer)
    shown = await robot.desk.ok("im.dialog.messages.get", {"DIALOG_ID": str(robot.id)})
    assert (shown["messages"][0]["id"], shown["messages"][0]["author_id"]) == (sent, robot.id)
    assert await robot.heard() == []


async def test_in_a_group_the_bot_hears_only_what_names_it(robot):
    chat = await group(robot)

    await write(robot.desk, f"chat{chat}", "Among ourselves")
    await write(robot.desk, f"chat{chat}", f"[USER={robot.id}]Helper[/USER], what time is it?")

    (heard,) = await robot.heard()
    params = heard["data"]["PARAMS"]
    assert params["MESSAGE"] == "what time is it?"
    assert params["MESSAGE_ORIGINAL"].startswith("[USER=")
    assert params["TO_USER_ID"] == str(robot.id)
    assert (params["CHAT_ID"], params["CHAT_TITLE"]) == (str(chat), "Team")


async def test_a_supervisor_hears_everything(robot):
    await robot.register("boss", TYPE="S")
    chat = await group(robot)

    await write(robot.desk, f"chat{chat}", "Among ourselves")

    assert said(await robot.heard()) == ["Among ourselves"]


async def test_bots_of_one_address_hear_once_together(robot):
    first = robot.id
    await robot.register("second", TYPE="B")
    chat = await group(robot, first)

    text = f"[USER={first}]A[/USER] [USER={robot.id}]B[/USER] both of you"
    await write(robot.desk, f"chat{chat}", text)

    (heard,) = await robot.heard()
    assert set(heard["data"]["BOT"]) == {str(first), str(robot.id)}


async def test_a_bot_that_is_invited_hears_of_it(robot):
    chat = await robot.desk.ok("im.chat.add", {"TITLE": "Team", "USERS": [7]})
    assert await robot.heard() == []

    await robot.desk.ok("im.chat.user.add", {"CHAT_ID": chat, "USERS": [robot.id]})

    (heard,) = await robot.heard()
    assert heard["event"] == "ONIMBOTJOINCHAT"
    assert heard["data"]["PARAMS"]["USER_ID"] == str(ME)
    assert heard["data"]["PARAMS"]["CHAT_ID"] == str(chat)


async def listen_to_changes(robot):
    given = {"BOT_ID": robot.id, "FIELDS": {"EVENT_HANDLER": robot.handler.url}}
    assert await robot.desk.ok("imbot.update", given) is True


@pytest.mark.parametrize(
    ("kind", "heard"),
    [
        ({"TYPE": "B"}, 0),
        ({"TYPE": "H"}, 0),
        ({"TYPE": "X", "OPENLINE": "N"}, 0),
        ({"TYPE": "B", "OPENLINE": "Y"}, 2),
        ({"TYPE": "S"}, 2),
        ({"TYPE": "O"}, 2),
    ],
)
async def test_a_registration_binds_changes_for_some_kinds_of_bots_only(robot, kind, heard):
    await robot.register("another", **kind)
    number = await write(robot.desk, robot.id, "Helo")
    await robot.heard()

    await robot.desk.ok("im.message.update", {"MESSAGE_ID": number, "MESSAGE": "Hello"})
    await robot.desk.ok("im.message.delete", {"MESSAGE_ID": number})

    assert len(await robot.heard()) == heard


async def test_edits_and_deletions_in_a_group_say_what_their_pages_say(robot):
    await listen_to_changes(robot)
    chat = await group(robot)
    text = f"[USER={robot.id}]Helper[/USER], what time is it?"
    number = await write(robot.desk, f"chat{chat}", text)
    await robot.heard()

    await robot.desk.ok("im.message.update", {"MESSAGE_ID": number, "MESSAGE": f"{text} Now?"})
    await robot.desk.ok("im.message.delete", {"MESSAGE_ID": number})

    edited, deleted = (row["data"]["PARAMS"] for row in await robot.heard())
    bot = str(robot.id)
    assert (edited["MESSAGE"], edited["TO_USER_ID"]) == ("what time is it? Now?", bot)
    assert edited["MESSAGE_ORIGINAL"] == f"{text} Now?"
    assert edited["MENTIONED_LIST"] == {bot: bot}
    assert edited["CHAT_USER_COUNT"] == "3"
    assert "FROM_USER_ID" not in edited
    only_edited = {"CHAT_USER_COUNT", "MENTIONED_LIST", "MESSAGE_ORIGINAL", "PLATFORM_CONTEXT"}
    assert edited.keys() - deleted.keys() == {*only_edited, "TO_USER_ID"}


async def test_a_private_deletion_names_both_ends(robot):
    await listen_to_changes(robot)
    number = await write(robot.desk, robot.id, "Hello")
    await robot.heard()

    await robot.desk.ok("im.message.delete", {"MESSAGE_ID": number})

    ((params,),) = ([row["data"]["PARAMS"]] for row in await robot.heard())
    assert (params["FROM_USER_ID"], params["TO_USER_ID"]) == (str(ME), str(robot.id))
    assert "CHAT_USER_COUNT" not in params


async def test_who_brought_the_bot_in_is_described_without_marks(robot):
    await robot.desk.ok("im.chat.add", {"TITLE": "Team", "USERS": [robot.id]})

    (heard,) = await robot.heard()
    assert set(heard["data"]["USER"]) == {
        *("ID", "NAME", "FIRST_NAME", "LAST_NAME", "WORK_POSITION", "GENDER")
    }
    assert "SILENT_JOIN" not in heard["data"]["PARAMS"]


async def test_edits_and_deletions_of_what_it_heard_reach_the_bot(robot):
    await listen_to_changes(robot)
    number = await write(robot.desk, robot.id, "Helo")
    await robot.heard()

    await robot.desk.ok("im.message.update", {"MESSAGE_ID": number, "MESSAGE": "Hello"})
    await robot.desk.ok("im.message.delete", {"MESSAGE_ID": number})

    edited, deleted = await robot.heard()
    assert (edited["event"], deleted["event"]) == ("ONIMBOTMESSAGEUPDATE", "ONIMBOTMESSAGEDELETE")
    assert edited["data"]["PARAMS"]["MESSAGE"] == "Hello"
    assert deleted["data"]["PARAMS"]["MESSAGE_ID"] == str(number)


async def test_a_bot_edits_likes_and_deletes(robot):
    desk = robot.desk
    theirs = await write(desk, robot.id, "Hello")
    mine = await desk.ok("imbot.message.add", {"DIALOG_ID": "1", "MESSAGE": "Hi"})

    assert await desk.ok("imbot.message.update", {"MESSAGE_ID": mine, "MESSAGE": "Hi!"}) is True
    assert await desk.ok("imbot.message.like", {"MESSAGE_ID": theirs, "ACTION": "plus"}) is True
    again = {"MESSAGE_ID": theirs, "ACTION": "plus"}
    assert await refused(desk, "imbot.message.like", again) == "WITHOUT_CHANGES"

    shown = await desk.ok("im.dialog.messages.get", {"DIALOG_ID": str(robot.id)})
    rows = {row["id"]: row for row in shown["messages"]}
    assert (rows[mine]["text"], rows[theirs]["params"]["LIKE"]) == ("Hi!", [robot.id])

    assert await desk.ok("imbot.message.delete", {"MESSAGE_ID": mine}) is True
    assert await refused(desk, "imbot.message.delete", {"MESSAGE_ID": mine}) == "CANT_EDIT_MESSAGE"


async def test_a_bot_changes_no_word_of_others(robot):
    theirs = await write(robot.desk, robot.id, "Hello")

    given = {"MESSAGE_ID": theirs, "MESSAGE": "x"}
    assert await refused(robot.desk, "imbot.message.update", given) == "CANT_EDIT_MESSAGE"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"DIALOG_ID": None}, "DIALOG_ID_EMPTY"),
        ({"DIALOG_ID": "nobody"}, "DIALOG_ID_EMPTY"),
        ({"MESSAGE": "  "}, "MESSAGE_EMPTY"),
        ({"DIALOG_ID": "chat424242"}, "WRONG_REQUEST"),
        ({"DIALOG_ID": "424242"}, "WRONG_REQUEST"),
        ({"ATTACH": "text"}, "ATTACH_ERROR"),
        ({"KEYBOARD": [{"TEXT": ""}]}, "KEYBOARD_ERROR"),
        ({"MENU": {"ITEMS": []}}, "MENU_ERROR"),
        ({"FROM_USER_ID": 7, "TO_USER_ID": 424242}, "WRONG_REQUEST"),
        ({"BOT_ID": 7}, "BOT_ID_ERROR"),
    ],
)
async def test_what_a_bot_cannot_say_is_refused(robot, changes, code):
    given = {"DIALOG_ID": "7", "MESSAGE": "Hi", **changes}

    assert await refused(robot.desk, "imbot.message.add", given) == code


async def test_two_numbers_make_a_system_note_between_people(robot):
    given = {"FROM_USER_ID": 7, "TO_USER_ID": ME, "MESSAGE": "Note"}
    await robot.desk.ok("imbot.message.add", given)

    shown = await robot.desk.ok("im.dialog.messages.get", {"DIALOG_ID": "7"})
    assert [row["text"] for row in shown["messages"]] == ["Note"]


async def test_what_one_bot_says_no_bot_hears(robot):
    first = robot.id
    await robot.register("boss", TYPE="S")
    chat = await group(robot, first)

    await robot.say(chat, f"[USER={first}]You[/USER]")

    assert await robot.heard() == []


async def test_an_application_may_bind_the_events_of_its_bots_itself(robot):
    bind = {"event": "OnImBotMessageAdd", "handler": robot.handler.url + "/bound"}
    assert await robot.desk.ok("event.bind", bind) is True
    offline = {"event": "OnImBotMessageAdd", "event_type": "offline"}
    assert await refused(robot.desk, "event.bind", offline) == "ERROR_ARGUMENT"

    await write(robot.desk, robot.id, "Hello")

    joined, *heard = await robot.heard()
    assert joined["event"] == "ONIMBOTJOINCHAT"
    assert said(heard) == ["Hello", "Hello"]
    assert all(row["auth"]["refresh_token"] for row in heard)
