"""What bots may cost: memory has its bounds, and work is counted, never timed."""

import pytest

from app.sandbox.bot_records import Bot, Command, Told
from app.sandbox.bots import books, hearing, payloads, telling
from app.sandbox.messenger import drive


class Counted(dict):
    """A dict that nobody may walk through."""

    def values(self):
        raise AssertionError("all of them were walked through")

    items = keys = __iter__ = values


async def poller(desk, code="poller"):
    fields = {"code": code, "properties": {"name": "Poll"}}
    return (await desk.ok("imbot.v2.Bot.register", {"fields": fields}))["bot"]["id"]


async def test_a_bot_s_chats_are_counted_without_looking_at_those_of_others(desk, monkeypatch):
    bot = await poller(desk)
    await desk.ok("im.message.add", {"DIALOG_ID": str(bot), "MESSAGE": "Hello"})
    left = await desk.ok("im.chat.add", {"USERS": [bot, 7]})
    await desk.ok("im.chat.add", {"USERS": [bot, 7, 12]})
    await desk.ok("im.chat.user.delete", {"CHAT_ID": left, "USER_ID": bot})
    portal = desk.sandbox.portal
    with monkeypatch.context() as patched:
        patched.setattr(portal, "chats", Counted(portal.chats))
        about = payloads.bot_object(portal, portal.bots[bot])

    assert (about["countChat"], about["countUser"]) == (2, 3)


async def test_chats_that_a_bot_has_left_are_forgotten(desk, monkeypatch):
    monkeypatch.setattr(books, "_LEFT", 2)
    bot = await poller(desk)
    for _ in range(5):
        chat = await desk.ok("im.chat.add", {"USERS": [bot, 7]})
        await desk.ok("im.chat.user.delete", {"CHAT_ID": chat, "USER_ID": bot})

    assert len(desk.sandbox.portal.bots[bot].chats) == 1


async def test_a_bot_that_writes_into_an_open_chat_sits_there(desk):
    bot = await poller(desk)
    chat = await desk.ok("im.chat.add", {"TYPE": "OPEN", "USERS": [7]})

    said = {"botId": bot, "dialogId": f"chat{chat}", "fields": {"message": "Hello"}}
    await desk.ok("imbot.v2.Chat.Message.send", said)

    assert (await desk.ok("imbot.v2.Bot.list"))["bots"][0]["countChat"] == 1


async def test_the_logs_of_all_polling_bots_are_bounded_together(desk, monkeypatch):
    monkeypatch.setattr(books, "MAX_LOGS", 5)
    portal = desk.sandbox.portal
    first, second = [portal.bots[await poller(desk, code)] for code in ("one", "two")]
    first.log = [Told(number, portal.now, "X", {}) for number in range(4)]

    for number in range(3):
        books.remember(portal, second, "Y", {"n": number})

    assert [row.id for row in first.log] == [2, 3]
    assert [row.data["n"] for row in second.log] == [0, 1, 2]


async def test_commands_of_all_bots_are_bounded_together(desk, monkeypatch):
    monkeypatch.setattr(books, "MAX_ALL_COMMANDS", 1)
    bot = await poller(desk)
    given = [{"botId": bot, "fields": {"command": word, "hidden": True}} for word in ("a", "b")]

    assert "error" not in await desk.call("imbot.v2.Command.register", given[0])
    answer = await desk.call("imbot.v2.Command.register", given[1])

    assert answer["error"] == "COMMAND_REGISTER_FAILED"
    assert len(desk.sandbox.portal.commands) == 1


async def test_one_message_calls_a_few_commands_only(desk, monkeypatch):
    called = []
    monkeypatch.setattr(telling, "tell_command", lambda *about: called.append(about[1].id))
    portal, chat = desk.sandbox.portal, await desk.ok("im.chat.add", {"USERS": [7]})
    for number in range(1, 50):
        portal.bots[number + 500] = Bot(number + 500, f"b{number}", "custom", 1)
        assert books.add_command(portal, Command(0, number + 500, "echo", common=True))

    await desk.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "/echo\n" * 40})

    assert called == list(portal.commands)[: hearing.MAX_CALLS]


async def test_bots_that_come_and_go_do_not_fill_the_portal(desk, monkeypatch):
    monkeypatch.setattr(books, "MAX_EVER", 2)
    for code in ("first", "second"):
        bot = await poller(desk, code)
        said = {"botId": bot, "dialogId": "7", "fields": {"message": "Hello"}}
        await desk.ok("imbot.v2.Chat.Message.send", said)
        await desk.ok("imbot.v2.Bot.unregister", {"botId": bot})

    answer = await desk.call(
        "imbot.v2.Bot.register", {"fields": {"code": "third", "properties": {"name": "P"}}}
    )

    assert answer["error"] == "BOT_REGISTER_FAILED"


async def test_the_room_of_a_bot_s_private_talk_is_free_again_when_it_goes(desk):
    portal, bot = desk.sandbox.portal, await poller(desk)
    before = portal.message_room
    for number in range(3):
        await desk.ok("im.message.add", {"DIALOG_ID": str(bot), "MESSAGE": f"Hello {number}"})
    assert portal.message_room > before

    await desk.ok("imbot.v2.Bot.unregister", {"botId": bot})

    assert portal.message_room == before
    assert all(chat.id in portal.chats for chat, _ in portal.messages.values())


async def test_the_files_of_a_bot_s_private_talk_go_with_it(desk):
    portal, bot = desk.sandbox.portal, await poller(desk)
    await desk.ok("im.message.add", {"DIALOG_ID": str(bot), "MESSAGE": "Hello"})
    chat = max(portal.chats)
    folder = (await desk.ok("im.disk.folder.get", {"CHAT_ID": chat}))["ID"]
    assert drive.put(portal, folder, 1, "a.txt", b"hello")
    assert portal.drive.size == len("hello")

    await desk.ok("imbot.v2.Bot.unregister", {"botId": bot})

    assert (portal.drive.size, portal.drive.files) == (0, {})


async def test_files_of_a_bot_s_private_talk_go_with_it(desk):
    drive, bot = desk.sandbox.portal.drive, await poller(desk)
    fields = {"name": "lamp.txt", "content": "aGVsbG8="}
    await desk.ok("im.v2.File.upload", {"dialogId": str(bot), "fields": fields})
    assert drive.count == 1

    await desk.ok("imbot.v2.Bot.unregister", {"botId": bot})

    assert (drive.count, drive.size, drive.files, drive.folders) == (0, 0, {}, {})


async def test_a_bot_s_commands_go_with_it(desk):
    bot = await poller(desk)
    given = {"botId": bot, "fields": {"command": "a", "hidden": True}}
    await desk.ok("imbot.v2.Command.register", given)
    assert (await desk.ok("imbot.v2.Bot.list"))["bots"][0]["countCommand"] == 1

    await desk.ok("imbot.v2.Bot.unregister", {"botId": bot})

    assert desk.sandbox.portal.commands == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[USER=7]Ann[/USER], come", [7]),
        ("[user=7 REPLACE]Ann[/user] and [USER=12]Bob[/USER]", [7, 12]),
        ("[USER=7][/USER]", [7]),
        ("[USER=7]Ann", []),
        ("[USER=7[USER=12]Bob[/USER]", [12]),
        ("[USER=x]Ann[/USER]", []),
    ],
)
def test_a_mention_has_a_beginning_and_an_end(text, found):
    assert payloads.mentioned(text) == found


@pytest.mark.parametrize(("length", "code"), [(40, None), (41, "BOT_TOKEN_INVALID_LENGTH")])
async def test_a_bot_s_token_has_forty_characters_at_most(desk, length, code):
    hook = desk.about["webhook"]
    fields = {"code": "hooked", "properties": {"name": "H"}, "botToken": "t" * length}

    answer = (await desk.http.post(f"{hook}imbot.v2.Bot.register", json={"fields": fields})).json()

    assert answer.get("error") == code
