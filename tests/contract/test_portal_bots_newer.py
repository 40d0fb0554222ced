"""What newer bots are told: each event in their log, and at an address when they have one."""

import pytest

from .colleagues import carried

V2 = "imbot.v2."


async def polling(portal, **changes):
    fields = {"code": "acme_poller", "properties": {"name": "Poller"}, **changes}
    return (await portal.ok(V2 + "Bot.register", {"fields": fields}))["bot"]["id"]


async def fetched(portal, bot, event):
    """Data of the waiting events of one kind."""
    got = await portal.ok(V2 + "Event.get", {"botId": bot})
    return [row["data"] for row in got["events"] if row["type"] == event]


async def say(portal, bot, text="Hello"):
    return await portal.ok("im.message.add", {"DIALOG_ID": str(bot), "MESSAGE": text})


@pytest.mark.pins("ONIMBOTV2MESSAGEADD", "ONIMBOTV2JOINCHAT")
async def test_a_newer_bot_is_told_who_said_what_and_where(portal):
    bot = await polling(portal)
    message = await say(portal, bot)

    (joined,) = await fetched(portal, bot, "ONIMBOTV2JOINCHAT")
    (data,) = await fetched(portal, bot, "ONIMBOTV2MESSAGEADD")

    assert set(joined) >= {"bot", "dialogId", "chat", "user", "language"}
    assert set(data) >= {"bot", "message", "chat", "user", "language"}
    assert data["bot"]["id"] == bot
    assert "auth" not in data["bot"]
    keys = {"id", "chatId", "authorId", "date", "text", "isSystem", "uuid", "forward", "params"}
    assert set(data["message"]) >= keys
    assert (data["message"]["id"], data["message"]["text"]) == (message, "Hello")
    assert data["message"]["authorId"] == data["user"]["id"]
    assert set(data["chat"]) >= {"id", "dialogId", "type", "name", "entityType", "owner", "color"}


@pytest.mark.pins("ONIMBOTV2MESSAGEUPDATE", "ONIMBOTV2MESSAGEDELETE")
async def test_a_newer_bot_is_told_of_edits_and_deletions(portal):
    bot = await polling(portal)
    message = await say(portal, bot)
    await portal.ok("im.message.update", {"MESSAGE_ID": message, "MESSAGE": "Good day"})
    await portal.ok("im.message.delete", {"MESSAGE_ID": message})

    (edited,) = await fetched(portal, bot, "ONIMBOTV2MESSAGEUPDATE")
    (deleted,) = await fetched(portal, bot, "ONIMBOTV2MESSAGEDELETE")

    assert edited["message"]["text"] == "Good day"
    assert deleted["messageId"] == message


@pytest.mark.pins("ONIMBOTV2COMMANDADD", V2 + "Command.register")
async def test_a_newer_bot_is_called_by_its_command(portal):
    bot = await polling(portal)
    fields = {"command": "help", "title": {"en": "Help"}}
    made = await portal.ok(V2 + "Command.register", {"botId": bot, "fields": fields})
    await say(portal, bot, "/help topic")

    (data,) = await fetched(portal, bot, "ONIMBOTV2COMMANDADD")

    assert data["command"] == {
        "id": made["command"]["id"],
        "command": "/help",
        "params": "topic",
        "context": "textarea",
    }
    assert await fetched(portal, bot, "ONIMBOTV2MESSAGEADD") == []


@pytest.mark.pins("ONIMBOTV2REACTIONCHANGE", "im.message.like")
async def test_a_newer_bot_is_told_of_likes_of_its_words(portal):
    bot = await polling(portal)
    given = {"botId": bot, "dialogId": "1", "fields": {"message": "Hello"}}
    message = (await portal.ok(V2 + "Chat.Message.send", given))["id"]
    await portal.ok("im.message.like", {"MESSAGE_ID": message, "ACTION": "plus"})

    (data,) = await fetched(portal, bot, "ONIMBOTV2REACTIONCHANGE")

    assert (data["reaction"], data["action"]) == ("like", "add")
    assert data["message"]["id"] == message


@pytest.mark.pins("ONIMBOTV2DELETE", "ONIMBOTV2MESSAGEADD", V2 + "Bot.unregister")
async def test_a_newer_bot_with_an_address_is_told_there(portal, handler):
    mode = {"eventMode": "webhook", "webhookUrl": handler.address}
    bot = await polling(portal, **mode)
    await say(portal, bot)
    await portal.ok(V2 + "Bot.unregister", {"botId": bot})
    await carried(portal)

    (said,) = handler.of("ONIMBOTV2MESSAGEADD")
    (ended,) = handler.of("ONIMBOTV2DELETE")

    about = said.form["data"]["bot"]
    assert (about["id"], about["code"]) == (str(bot), "acme_poller")
    assert about["auth"]["access_token"]
    assert about["auth"]["refresh_token"]
    assert said.form["data"]["message"]["text"] == "Hello"
    assert ended.form["data"]["bot"]["id"] == str(bot)
