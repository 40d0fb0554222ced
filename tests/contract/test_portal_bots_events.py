"""What bots are told at their addresses, and the newer bots that poll instead."""

import pytest

from .colleagues import ANN, MINE, carried
from .scenes import bot_card, bot_on_line, operator_of

CARD = {"TYPE": "B", "OPENLINE": "N"}
USER_KEYS = {
    *("ID", "NAME", "FIRST_NAME", "LAST_NAME", "IS_BOT", "IS_CONNECTOR", "IS_NETWORK"),
    "IS_EXTRANET",
}
V2 = "imbot.v2."


async def listening(portal, handler, **changes):
    card = {**CARD, "EVENT_HANDLER": handler.address, **changes}
    return await portal.ok("imbot.register", bot_card(**card))


async def told(portal, handler, event):
    await carried(portal)
    return [post.form for post in handler.of(event)]


async def private(portal, bot, text="Hello"):
    return await portal.ok("im.message.add", {"DIALOG_ID": str(bot), "MESSAGE": text})


@pytest.mark.pins("imbot.register", "im.message.add", "ONIMBOTMESSAGEADD")
async def test_a_bot_hears_what_is_said_to_it(portal, handler):
    bot = await listening(portal, handler)
    message = await private(portal, bot)

    (form,) = await told(portal, handler, "ONIMBOTMESSAGEADD")

    data = form["data"]
    assert set(data) >= {"BOT", "PARAMS", "USER"}
    ((number, card),) = data["BOT"].items()
    assert (number, card["BOT_ID"], card["BOT_CODE"]) == (str(bot), str(bot), "acme_helper")
    assert {"access_token", "refresh_token", "client_id", "user_id"} <= set(card)
    params = data["PARAMS"]
    assert (params["MESSAGE"], params["MESSAGE_ID"]) == ("Hello", str(message))
    assert (params["FROM_USER_ID"], params["MESSAGE_TYPE"]) == (str(MINE), "P")
    assert set(data["USER"]) >= USER_KEYS
    assert (data["USER"]["ID"], data["USER"]["IS_BOT"]) == (str(MINE), "N")


@pytest.mark.pins("ONIMBOTMESSAGEADD")
async def test_the_tokens_of_a_bot_s_event_last(portal, handler):
    bot = await listening(portal, handler)
    await private(portal, bot)

    (form,) = await told(portal, handler, "ONIMBOTMESSAGEADD")

    assert form["auth"]["refresh_token"]
    assert form["auth"]["application_token"]


@pytest.mark.pins("ONIMBOTMESSAGEADD")
async def test_a_line_s_bot_hears_the_customer(shop, handler):
    bot = await bot_on_line(shop)
    await shop.ok("imbot.update", {"BOT_ID": bot, "FIELDS": {"EVENT_HANDLER": handler.address}})

    item = await shop.write("Is the lamp in stock?")

    forms = await told(shop, handler, "ONIMBOTMESSAGEADD")
    params = forms[-1]["data"]["PARAMS"]
    assert (params["MESSAGE"], params["MESSAGE_TYPE"]) == ("Is the lamp in stock?", "L")
    assert params["CHAT_ENTITY_TYPE"] == "LINES"
    assert params["CHAT_ENTITY_ID"].split("|")[0] == "acme_shopchat"
    assert params["TO_CHAT_ID"] == str(item["session"]["CHAT_ID"])
    assert forms[-1]["data"]["USER"]["IS_CONNECTOR"] == "Y"
    assert await operator_of(shop, int(item["session"]["CHAT_ID"])) == bot


@pytest.mark.pins("ONIMBOTMESSAGEUPDATE", "ONIMBOTMESSAGEDELETE")
async def test_a_bot_hears_of_edits_and_deletions(portal, handler):
    bot = await listening(portal, handler)
    more = dict.fromkeys(("EVENT_MESSAGE_UPDATE", "EVENT_MESSAGE_DELETE"), handler.address)
    await portal.ok("imbot.update", {"BOT_ID": bot, "FIELDS": more})
    message = await private(portal, bot)
    await portal.ok("im.message.update", {"MESSAGE_ID": message, "MESSAGE": "Other"})
    await portal.ok("im.message.delete", {"MESSAGE_ID": message})

    (edited,) = await told(portal, handler, "ONIMBOTMESSAGEUPDATE")
    (deleted,) = await told(portal, handler, "ONIMBOTMESSAGEDELETE")

    assert edited["data"]["PARAMS"]["MESSAGE_ID"] == str(message)
    assert deleted["data"]["PARAMS"]["MESSAGE_ID"] == str(message)


@pytest.mark.pins("imbot.register")
async def test_a_plain_bot_s_registration_does_not_bind_edits_and_deletions(portal, handler):
    bot = await listening(portal, handler)
    message = await private(portal, bot)
    await portal.ok("im.message.update", {"MESSAGE_ID": message, "MESSAGE": "Other"})
    await portal.ok("im.message.delete", {"MESSAGE_ID": message})

    assert await told(portal, handler, "ONIMBOTMESSAGEUPDATE") == []
    assert await told(portal, handler, "ONIMBOTMESSAGEDELETE") == []


@pytest.mark.pins("ONIMBOTJOINCHAT", "im.chat.add")
async def test_a_bot_hears_that_it_was_taken_into_a_chat(portal, handler):
    bot = await listening(portal, handler)

    chat = await portal.ok("im.chat.add", {"USERS": [bot, ANN], "TITLE": "Come in"})

    (form,) = await told(portal, handler, "ONIMBOTJOINCHAT")
    assert form["data"]["PARAMS"]["DIALOG_ID"] == f"chat{chat}"
    assert str(bot) in form["data"]["BOT"]


@pytest.mark.pins("ONIMBOTDELETE", "imbot.unregister")
async def test_a_bot_hears_of_its_end(portal, handler):
    bot = await listening(portal, handler)

    await portal.ok("imbot.unregister", {"BOT_ID": bot})

    (form,) = await told(portal, handler, "ONIMBOTDELETE")
    assert form["data"]["BOT_ID"] == str(bot)
    assert form["data"]["BOT_CODE"] == "acme_helper"


@pytest.mark.pins("ONIMCOMMANDADD", "imbot.command.register")
async def test_a_bot_hears_a_command(portal, handler):
    bot = await listening(portal, handler)
    given = {
        "BOT_ID": bot,
        "COMMAND": "help",
        "EVENT_COMMAND_ADD": handler.address,
        "LANG": [{"LANGUAGE_ID": "en", "TITLE": "Help", "PARAMS": "text"}],
    }
    number = await portal.ok("imbot.command.register", given)
    message = await private(portal, bot, "/help me please")

    (form,) = await told(portal, handler, "ONIMCOMMANDADD")

    (command,) = form["data"]["COMMAND"].values()
    assert (command["COMMAND"], command["COMMAND_PARAMS"]) == ("help", "me please")
    assert (command["BOT_ID"], command["BOT_CODE"]) == (str(bot), "acme_helper")
    assert (command["COMMAND_ID"], command["MESSAGE_ID"]) == (str(number), str(message))
    assert command["access_token"]
    assert command["COMMAND_CONTEXT"]


@pytest.mark.pins("im.message.command", "ONIMCOMMANDADD")
async def test_a_command_may_be_run_on_a_message(portal, handler):
    bot = await listening(portal, handler)
    given = {
        "BOT_ID": bot,
        "COMMAND": "help",
        "EVENT_COMMAND_ADD": handler.address,
        "LANG": [{"LANGUAGE_ID": "en", "TITLE": "Help"}],
    }
    await portal.ok("imbot.command.register", given)
    keys = {"BOT_ID": bot, "DIALOG_ID": str(MINE), "MESSAGE": "Press"}
    button = {"BUTTONS": [{"TEXT": "Help", "COMMAND": "help", "COMMAND_PARAMS": "now"}]}
    message = await portal.ok("imbot.message.add", {**keys, "KEYBOARD": button})

    run = {"MESSAGE_ID": message, "BOT_ID": bot, "COMMAND": "help", "COMMAND_PARAMS": "now"}
    assert await portal.ok("im.message.command", run) is True

    (form,) = await told(portal, handler, "ONIMCOMMANDADD")
    (command,) = form["data"]["COMMAND"].values()
    assert command["COMMAND_PARAMS"] == "now"


async def polling(portal, **changes):
    fields = {
        "code": "acme_poller",
        "properties": {"name": "Poller"},
        "type": "bot",
        "eventMode": "fetch",
        **changes,
    }
    return (await portal.ok(V2 + "Bot.register", {"fields": fields}))["bot"]


async def polled(portal, bot, **params):
    return await portal.ok(V2 + "Event.get", {"botId": bot, **params})


@pytest.mark.pins(V2 + "Bot.register", V2 + "Bot.list")
async def test_a_newer_bot_polls_and_needs_no_address(portal):
    got = await portal.ok(
        V2 + "Bot.register",
        {
            "fields": {
                "code": "acme_poller",
                "properties": {"name": "Poller"},
                "eventMode": "fetch",
            }
        },
    )
    listed = await portal.ok(V2 + "Bot.list")

    assert set(got) >= {"bot", "users"}
    assert set(got["bot"]) >= {"id", "code", "type", "eventMode"}
    assert (got["bot"]["code"], got["bot"]["eventMode"]) == ("acme_poller", "fetch")
    assert set(listed) >= {"bots", "users", "hasNextPage"}
    assert [each["id"] for each in listed["bots"]] == [got["bot"]["id"]]
    assert listed["hasNextPage"] is False


@pytest.mark.pins(V2 + "Bot.register", V2 + "Event.get")
async def test_a_newer_bot_fetches_what_is_said_to_it(portal):
    bot = (await polling(portal))["id"]
    await private(portal, bot, "Psst")

    got = await polled(portal, bot)

    assert set(got) >= {"events", "nextOffset", "hasMore"}
    event = next(each for each in got["events"] if "MESSAGEADD" in each["type"].upper())
    assert set(event) >= {"eventId", "type", "date", "data"}
    assert "Psst" in str(event["data"])
    assert got["nextOffset"] > event["eventId"]
    assert (await polled(portal, bot, offset=got["nextOffset"]))["events"] == []


@pytest.mark.pins(V2 + "Chat.Message.send", V2 + "Chat.InputAction.notify")
async def test_a_newer_bot_types_and_writes(portal):
    bot = (await polling(portal))["id"]
    where = {"botId": bot, "dialogId": str(MINE)}

    typed = await portal.ok(V2 + "Chat.InputAction.notify", where)
    got = await portal.ok(V2 + "Chat.Message.send", {**where, "fields": {"message": "Hello"}})

    assert typed == {"result": True}
    assert set(got) >= {"id", "uuidMap"}
    seen = await portal.ok("im.dialog.messages.get", {"DIALOG_ID": str(bot)})
    assert got["id"] in [each["id"] for each in seen["messages"]]


@pytest.mark.pins(V2 + "Command.register")
async def test_a_newer_bot_has_commands(portal):
    bot = (await polling(portal))["id"]
    fields = {"command": "help", "title": {"en": "Help"}, "params": {"en": "text"}}

    got = await portal.ok(V2 + "Command.register", {"botId": bot, "fields": fields})

    assert type(got["command"]["id"]) is int


@pytest.mark.pins(V2 + "Bot.unregister", V2 + "Bot.list")
async def test_a_newer_bot_is_unregistered(portal):
    bot = (await polling(portal))["id"]

    assert await portal.ok(V2 + "Bot.unregister", {"botId": bot}) == {"result": True}

    assert (await portal.ok(V2 + "Bot.list"))["bots"] == []


@pytest.mark.pins(V2 + "Bot.register", V2 + "Event.get", V2 + "Chat.Message.send")
async def test_newer_methods_refuse_what_lacks_something(portal):
    for method, given in (
        ("Bot.register", {}),
        ("Bot.register", {"fields": {"properties": {"name": "x"}}}),
        ("Event.get", {}),
        ("Event.get", {"botId": 424_242}),
        ("Chat.Message.send", {"botId": 424_242, "dialogId": "1", "fields": {"message": "x"}}),
    ):
        got = await portal.call(V2 + method, given)
        assert got.status == 400
        assert "error" in got.body
