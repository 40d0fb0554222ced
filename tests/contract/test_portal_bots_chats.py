"""Bots lead chats of their own and obey commands."""

import pytest

from .colleagues import ANN, MINE, OLEG
from .scenes import HELP, PNG, registered_bot, row, shown, talk_with_bot


async def command(portal, bot, **changes):
    return await portal.ok("imbot.command.register", {"BOT_ID": bot, **HELP, **changes})


@pytest.mark.pins("imbot.chat.add", "imbot.dialog.get", "imbot.chat.user.list")
async def test_a_bot_makes_a_chat_of_its_own(portal):
    bot = await registered_bot(portal, TYPE="B")
    given = {"BOT_ID": bot, "USERS": [ANN, OLEG], "TITLE": "By the bot", "TYPE": "CHAT"}

    chat = await portal.ok("imbot.chat.add", given)

    found = await portal.ok("imbot.dialog.get", {"BOT_ID": bot, "DIALOG_ID": f"chat{chat}"})
    assert (found["name"], found["owner"]) == ("By the bot", bot)
    members = await portal.ok("imbot.chat.user.list", {"BOT_ID": bot, "CHAT_ID": chat})
    assert sorted(members) == sorted([OLEG, ANN, bot])


@pytest.mark.pins("imbot.chat.get", "imbot.chat.add")
async def test_a_bot_finds_a_chat_by_its_thing(portal):
    bot = await registered_bot(portal, TYPE="B")
    thing = {"ENTITY_TYPE": "ORDER", "ENTITY_ID": "5"}
    chat = await portal.ok("imbot.chat.add", {"BOT_ID": bot, "USERS": [ANN], **thing})

    assert await portal.ok("imbot.chat.get", {"BOT_ID": bot, **thing}) == {"ID": chat}


LEAD = [
    row("imbot.chat.updateTitle", {"TITLE": "New"}, "name", "New"),
    row("imbot.chat.setOwner", {"USER_ID": ANN}, "owner", ANN),
    row("imbot.chat.user.add", {"USERS": [MINE]}, "user_counter", 4),
    row("imbot.chat.user.delete", {"USER_ID": OLEG}, "user_counter", 2),
]


@pytest.mark.parametrize(("method", "change", "key", "value"), LEAD)
async def test_a_bot_leads_its_chat(portal, method, change, key, value):
    bot = await registered_bot(portal, TYPE="B")
    chat = await portal.ok("imbot.chat.add", {"BOT_ID": bot, "USERS": [ANN, OLEG], "TITLE": "Old"})

    assert await portal.ok(method, {"BOT_ID": bot, "CHAT_ID": chat, **change}) is True

    found = await portal.ok("imbot.dialog.get", {"BOT_ID": bot, "DIALOG_ID": f"chat{chat}"})
    assert found[key] == value


@pytest.mark.pins("imbot.chat.updateColor", "imbot.chat.setManager", "imbot.dialog.get")
async def test_a_bot_paints_its_chat_and_names_managers(portal):
    bot = await registered_bot(portal, TYPE="B")
    chat = await portal.ok("imbot.chat.add", {"BOT_ID": bot, "USERS": [ANN, OLEG], "COLOR": "RED"})
    where = {"BOT_ID": bot, "DIALOG_ID": f"chat{chat}"}
    before = await portal.ok("imbot.dialog.get", where)
    for verb, change in (("updateColor", {"COLOR": "MINT"}), ("setManager", {"USER_ID": ANN})):
        given = {"BOT_ID": bot, "CHAT_ID": chat, **change}
        assert await portal.ok(f"imbot.chat.{verb}", given) is True

    after = await portal.ok("imbot.dialog.get", where)

    assert after["color"] != before["color"]
    assert ANN not in [int(user) for user in before["manager_list"]]
    assert ANN in [int(user) for user in after["manager_list"]]


@pytest.mark.pins("imbot.chat.updateAvatar", "imbot.chat.add")
async def test_a_bot_gives_its_chat_a_picture(portal):
    bot = await registered_bot(portal, TYPE="B")
    chat = await portal.ok("imbot.chat.add", {"BOT_ID": bot, "USERS": [ANN]})
    given = {"BOT_ID": bot, "CHAT_ID": chat, "AVATAR": PNG}

    assert await portal.ok("imbot.chat.updateAvatar", given) is True

    found = await portal.ok("imbot.dialog.get", {"BOT_ID": bot, "DIALOG_ID": f"chat{chat}"})
    assert found["avatar"]


@pytest.mark.pins("imbot.chat.leave", "im.chat.user.list")
async def test_a_bot_leaves_a_chat(portal):
    bot, chat, _ = await talk_with_bot(portal)

    assert await portal.ok("imbot.chat.leave", {"BOT_ID": bot, "CHAT_ID": chat}) is True

    assert bot not in await portal.ok("im.chat.user.list", {"CHAT_ID": chat})


@pytest.mark.pins("imbot.command.register", "imbot.command.update", "imbot.command.unregister")
async def test_a_command_is_registered_changed_and_removed(portal):
    bot = await registered_bot(portal, TYPE="B")

    number = await command(portal, bot)
    change = {"COMMAND_ID": number, "FIELDS": {"HIDDEN": "Y"}}

    assert type(number) is int
    assert await portal.ok("imbot.command.update", change) is True
    assert await portal.ok("imbot.command.unregister", {"COMMAND_ID": number}) is True
    gone = await portal.call("imbot.command.unregister", {"COMMAND_ID": number})
    assert gone.status == 400


@pytest.mark.pins("imbot.command.update", "imbot.command.answer")
async def test_a_changed_command_goes_by_its_new_name(portal):
    bot, chat, _ = await talk_with_bot(portal)
    number = await command(portal, bot)
    fields = {"COMMAND": "assist"}
    assert await portal.ok("imbot.command.update", {"COMMAND_ID": number, "FIELDS": fields}) is True
    asked = await portal.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "/assist"})

    given = {"COMMAND": "assist", "MESSAGE_ID": asked, "MESSAGE": "Here"}
    answer = await portal.ok("imbot.command.answer", given)

    assert (await shown(portal, chat, answer))["author_id"] == bot


@pytest.mark.pins("imbot.command.register")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"COMMAND": ""}, "COMMAND_ERROR"),
        ({"EVENT_COMMAND_ADD": ""}, "EVENT_COMMAND_ADD_ERROR"),
        ({"LANG": []}, "LANG_ERROR"),
        ({"LANG": "en"}, "LANG_ERROR"),
    ],
)
async def test_a_wrong_command_is_refused(portal, changes, code):
    bot = await registered_bot(portal, TYPE="B")

    got = await portal.call("imbot.command.register", {"BOT_ID": bot, **HELP, **changes})

    assert got.refusal == (400, code)


@pytest.mark.pins("imbot.command.answer", "im.dialog.messages.get")
@pytest.mark.parametrize("by", ["COMMAND_ID", "COMMAND"])
async def test_a_bot_answers_a_command(portal, by):
    bot, chat, _ = await talk_with_bot(portal)
    number = await command(portal, bot)
    asked = await portal.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "/help me"})
    given = {by: number if by == "COMMAND_ID" else "help", "MESSAGE_ID": asked}

    answer = await portal.ok("imbot.command.answer", {**given, "MESSAGE": "Here you are"})

    found = await shown(portal, chat, answer)
    assert (found["author_id"], found["text"]) == (bot, "Here you are")
