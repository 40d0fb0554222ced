"""Bots: registered, listed, changed; they write, lead chats and obey commands."""

import pytest

from .colleagues import MINE, competitor
from .scenes import (
    BOT_HANDLER,
    HELP,
    answered,
    bot_card,
    bot_on_line,
    operator_of,
    registered_bot,
    row,
    shown,
    talk_with_bot,
)


@pytest.mark.pins("imbot.register", "im.user.get")
async def test_a_bot_is_a_user_of_the_messenger(portal):
    bot = await registered_bot(portal)

    user = await portal.ok("im.user.get", {"ID": bot})

    assert type(bot) is int
    assert (user["id"], user["first_name"], user["bot"]) == (bot, "Helper", True)


@pytest.mark.pins("imbot.register", "user.get")
async def test_a_bot_is_no_employee(portal):
    bot = await registered_bot(portal)

    assert str(bot) not in {user["ID"] for user in await portal.ok("user.get")}


@pytest.mark.pins("imbot.register", "imbot.bot.list")
async def test_the_same_code_is_the_same_bot(portal):
    assert await registered_bot(portal) == await registered_bot(portal)
    assert len(await portal.ok("imbot.bot.list")) == 1


@pytest.mark.pins("imbot.register")
@pytest.mark.parametrize("kind", ["B", "O", "H", "S"])
async def test_a_bot_is_of_one_of_four_kinds(portal, kind):
    assert await registered_bot(portal, TYPE=kind) > 0


@pytest.mark.pins("imbot.register")
async def test_a_bot_may_have_an_address_for_each_event(portal):
    names = ("EVENT_MESSAGE_ADD", "EVENT_WELCOME_MESSAGE", "EVENT_BOT_DELETE")
    each = dict.fromkeys(names, BOT_HANDLER)

    assert await registered_bot(portal, EVENT_HANDLER=None, **each) > 0


@pytest.mark.pins("imbot.register", "imbot.bot.list")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"CODE": None}, "CODE_ERROR"),
        ({"CODE": ""}, "CODE_ERROR"),
        ({"PROPERTIES": None}, "NAME_ERROR"),
        ({"PROPERTIES": {"COLOR": "RED"}}, "NAME_ERROR"),
        ({"EVENT_HANDLER": None}, "EVENT_MESSAGE_ADD_ERROR"),
        (
            {"EVENT_HANDLER": None, "EVENT_MESSAGE_ADD": BOT_HANDLER},
            "EVENT_WELCOME_MESSAGE_ERROR",
        ),
        (
            {
                "EVENT_HANDLER": None,
                "EVENT_MESSAGE_ADD": BOT_HANDLER,
                "EVENT_WELCOME_MESSAGE": BOT_HANDLER,
            },
            "EVENT_BOT_DELETE_ERROR",
        ),
        ({"EVENT_HANDLER": "not an address"}, "EVENT_MESSAGE_ADD_ERROR"),
    ],
)
async def test_a_wrong_registration_is_refused(portal, changes, code):
    got = await portal.call("imbot.register", bot_card(**changes))

    assert got.refusal == (400, code)
    assert await portal.ok("imbot.bot.list") == []


@pytest.mark.pins("imbot.register")
async def test_an_application_has_a_handful_of_bots(portal):
    for number in range(5):
        await registered_bot(portal, CODE=f"bot-{number}")

    got = await portal.call("imbot.register", bot_card(CODE="bot-5"))

    assert got.refusal == (400, "MAX_COUNT_ERROR")


@pytest.mark.pins("imbot.bot.list")
async def test_bots_are_listed_by_number(portal):
    bot = await registered_bot(portal)

    (found,) = (await portal.ok("imbot.bot.list")).items()

    assert found[0] == str(bot)
    assert found[1]["ID"] == bot
    assert (found[1]["CODE"], found[1]["OPENLINE"]) == ("acme_helper", "Y")
    assert found[1]["NAME"].startswith("Helper")


@pytest.mark.pins("imbot.update", "im.user.get")
async def test_a_bot_changes_its_name(portal):
    bot = await registered_bot(portal)
    fields = {"PROPERTIES": {"NAME": "Renamed", "LAST_NAME": ""}}

    assert await portal.ok("imbot.update", {"BOT_ID": bot, "FIELDS": fields}) is True

    assert (await portal.ok("im.user.get", {"ID": bot}))["first_name"] == "Renamed"


@pytest.mark.pins("imbot.unregister", "imbot.bot.list")
async def test_an_unregistered_bot_is_gone(portal):
    bot = await registered_bot(portal)

    assert await portal.ok("imbot.unregister", {"BOT_ID": bot}) is True

    assert await portal.ok("imbot.bot.list") == []


BY_NUMBER = [
    row("imbot.unregister", {}),
    row("imbot.update", {"FIELDS": {"CODE": "x"}}),
    row("imbot.command.register", HELP),
]


@pytest.mark.parametrize(("method", "given"), BY_NUMBER)
@pytest.mark.parametrize("bot", [None, "", 0, "abc", 424_242, 7])
async def test_a_bot_must_be_named(portal, method, given, bot):
    params = given if bot is None else {**given, "BOT_ID": bot}

    assert (await portal.call(method, params)).refusal == (400, "BOT_ID_ERROR")


FOREIGN = [
    *BY_NUMBER,
    row("imbot.message.add", {"DIALOG_ID": "chat1", "MESSAGE": "x"}),
    row("imbot.chat.sendTyping", {"DIALOG_ID": "chat1"}),
]


@pytest.mark.parametrize(("method", "given"), FOREIGN)
async def test_a_bot_of_another_application_is_not_obeyed(portal, method, given):
    bot, other = await registered_bot(portal), await competitor(portal)

    got = await other.call(method, {**given, "BOT_ID": bot})

    assert got.refusal == (400, "APP_ID_ERROR")


@pytest.mark.pins("imbot.message.add", "im.dialog.messages.get")
async def test_a_bot_writes_into_a_chat(portal):
    bot, chat, message = await talk_with_bot(portal)

    found = await shown(portal, chat, message)

    assert type(message) is int
    assert (found["author_id"], found["text"]) == (bot, "I am here")


@pytest.mark.pins("imbot.message.add", "im.dialog.messages.get")
async def test_the_first_bot_writes_when_none_is_named(portal):
    bot = await registered_bot(portal, TYPE="B")
    given = {"DIALOG_ID": str(MINE), "MESSAGE": "Privately"}

    message = await portal.ok("imbot.message.add", given)

    got = await portal.ok("im.dialog.messages.get", {"DIALOG_ID": str(bot)})
    assert message in [each["id"] for each in got["messages"]]


@pytest.mark.pins("imbot.message.add")
@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"MESSAGE": "x"}, {"DIALOG_ID_EMPTY"}),
        ({"DIALOG_ID": "chat1"}, {"MESSAGE_EMPTY"}),
        ({"DIALOG_ID": "chat1", "MESSAGE": ""}, {"MESSAGE_EMPTY"}),
        ({"DIALOG_ID": "CHAT", "MESSAGE": "x", "ATTACH": "nonsense"}, {"ATTACH_ERROR"}),
        ({"DIALOG_ID": "CHAT", "MESSAGE": "x", "KEYBOARD": "nonsense"}, {"KEYBOARD_ERROR"}),
        ({"DIALOG_ID": "CHAT", "MESSAGE": "x", "MENU": "nonsense"}, {"MENU_ERROR"}),
        (
            {"DIALOG_ID": "CHAT", "MESSAGE": "x", "ATTACH": [{"MESSAGE": "x" * 60_001}]},
            {"ATTACH_OVERSIZE"},
        ),
    ],
)
async def test_a_bot_s_message_that_lacks_something_is_refused(portal, given, codes):
    _, chat, _ = await talk_with_bot(portal)
    dialog = f"chat{chat}"
    params = {key: dialog if value == "CHAT" else value for key, value in given.items()}

    got = await portal.call("imbot.message.add", params)

    assert got.status == 400
    assert got.body["error"] in codes


@pytest.mark.pins("imbot.message.update", "im.dialog.messages.get")
async def test_a_bot_edits_its_message(portal):
    bot, chat, message = await talk_with_bot(portal)
    given = {"BOT_ID": bot, "MESSAGE_ID": message, "MESSAGE": "Better"}

    assert await portal.ok("imbot.message.update", given) is True

    assert (await shown(portal, chat, message))["text"] == "Better"


@pytest.mark.pins("imbot.message.delete", "im.dialog.messages.get")
@pytest.mark.parametrize("complete", ["N", "Y"])
async def test_a_bot_deletes_its_message(portal, complete):
    bot, chat, message = await talk_with_bot(portal)
    given = {"BOT_ID": bot, "MESSAGE_ID": message, "COMPLETE": complete}

    assert await portal.ok("imbot.message.delete", given) is True

    got = await portal.ok("im.dialog.messages.get", {"DIALOG_ID": f"chat{chat}"})
    assert "I am here" not in [each["text"] for each in got["messages"]]


@pytest.mark.pins("imbot.message.like", "im.dialog.messages.get")
async def test_a_bot_likes_a_message(portal):
    bot, chat, _ = await talk_with_bot(portal)
    question = {"DIALOG_ID": f"chat{chat}", "MESSAGE": "Good?"}
    message = await portal.ok("im.message.add", question)
    given = {"BOT_ID": bot, "MESSAGE_ID": message, "ACTION": "plus"}

    assert await portal.ok("imbot.message.like", given) is True

    likes = (await shown(portal, chat, message))["params"]["LIKE"]
    assert [int(user) for user in likes] == [bot]


@pytest.mark.pins("imbot.message.update", "imbot.message.delete")
async def test_a_bot_changes_messages_of_its_own_only(portal):
    bot, chat, _ = await talk_with_bot(portal)
    mine = await portal.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "Mine"})
    for verb in ("update", "delete"):
        given = {"BOT_ID": bot, "MESSAGE_ID": mine, "MESSAGE": "Taken"}
        got = await portal.call(f"imbot.message.{verb}", given)
        assert got.status in {400, 403}

    assert (await shown(portal, chat, mine))["text"] == "Mine"


@pytest.mark.pins("imbot.chat.sendTyping")
async def test_a_bot_types(portal):
    bot, chat, _ = await talk_with_bot(portal)
    given = {"BOT_ID": bot, "DIALOG_ID": f"chat{chat}"}

    assert await portal.ok("imbot.chat.sendTyping", given) is True
    got = await portal.call("imbot.chat.sendTyping", {"BOT_ID": bot})
    assert got.refusal == (400, "DIALOG_ID_EMPTY")


@pytest.mark.pins("imbot.message.add", "imopenlines.config.update")
async def test_a_bot_talks_to_a_customer_and_hands_over(shop):
    bot = await bot_on_line(shop)
    chat = await shop.open_dialog()
    await shop.control("options", self_exclusion=False)
    given = {"BOT_ID": bot, "DIALOG_ID": f"chat{chat}"}
    await shop.ok("imbot.message.add", {**given, "MESSAGE": "What may I do?"})
    quiet = {**given, "MESSAGE": "Between us", "SKIP_CONNECTOR": "Y"}
    await shop.ok("imbot.message.add", quiet)

    heard = await shop.events("OnImConnectorMessageAdd")

    assert len(heard) == 1
    assert heard[0]["MESSAGES"][0]["message"]["text"].endswith("What may I do?")
    assert str(heard[0]["MESSAGES"][0]["message"]["user_id"]) == str(bot)
    await shop.ok("imopenlines.bot.session.operator", {"CHAT_ID": chat})
    assert await operator_of(shop, chat) != bot


@pytest.mark.pins("imbot.message.add")
async def test_a_bot_outside_the_dialog_says_nothing_in_it(shop):
    bot = await registered_bot(shop)
    chat = await answered(shop)
    given = {"BOT_ID": bot, "DIALOG_ID": f"chat{chat}", "MESSAGE": "x"}

    got = await shop.call("imbot.message.add", given)

    assert got.status in {400, 403}
    assert "error" in got.body
