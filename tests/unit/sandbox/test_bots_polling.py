"""Bots of the newer methods: they poll, or hear at one address."""

import pytest

from .bots import LINE, Robot, chat_state, dialog, refused, sent_outside
from .handlers import listening


def card(code="poller", **changes):
    fields = {"code": code, "properties": {"name": "Poll", "lastName": "Bot"}, **changes}
    return {"fields": {key: value for key, value in fields.items() if value is not None}}


async def poller(desk, **changes):
    return (await desk.ok("imbot.v2.Bot.register", card(**changes)))["bot"]["id"]


async def poll(desk, bot, **more):
    return await desk.ok("imbot.v2.Event.get", {"botId": bot, **more})


async def welcome(desk, bot):
    rules = {"WELCOME_BOT_ENABLE": "Y", "WELCOME_BOT_ID": bot, "WELCOME_BOT_JOIN": "always"}
    await desk.ok("imopenlines.config.update", {"CONFIG_ID": LINE, "PARAMS": rules})


async def test_a_polling_bot_is_registered_once(desk):
    first = await desk.ok("imbot.v2.Bot.register", card())

    assert await desk.ok("imbot.v2.Bot.register", card(type="personal")) == first
    assert first["bot"] == {
        "id": first["users"][0]["id"],
        "code": "poller",
        "type": "bot",
        "isHidden": False,
        "isSupportOpenline": False,
        "isReactionsEnabled": True,
        "backgroundId": None,
        "language": "en",
        "moduleId": "rest",
        "eventMode": "fetch",
        "countMessage": 0,
        "countCommand": 0,
        "countChat": 0,
        "countUser": 0,
    }
    assert first["users"][0]["name"] == "Poll Bot"
    assert first["users"][0]["bot"] is True


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"code": None}, "BOT_CODE_REQUIRED"),
        ({"properties": None}, "BOT_PROPERTIES_REQUIRED"),
        ({"properties": {"name": ""}}, "BOT_PROPERTIES_REQUIRED"),
        ({"type": "human"}, "BOT_INVALID_TYPE"),
        ({"eventMode": "push"}, "BOT_INVALID_EVENT_MODE"),
        ({"eventMode": "webhook"}, "BOT_WEBHOOK_URL_REQUIRED"),
        ({"eventMode": "webhook", "webhookUrl": "nowhere"}, "BOT_INVALID_CALLBACK"),
        ({"properties": {"name": "X", "avatar": "aGVsbG8="}}, "BOT_AVATAR_INCORRECT_TYPE"),
    ],
)
async def test_a_registration_is_refused_with_the_newer_codes(desk, changes, code):
    assert await refused(desk, "imbot.v2.Bot.register", card(**changes)) == code
    assert (await desk.ok("imbot.v2.Bot.list"))["bots"] == []


@pytest.mark.parametrize(
    "method",
    [
        *("imbot.v2.Bot.unregister", "imbot.v2.Event.get", "imbot.v2.Chat.Message.send"),
        *("imbot.v2.Command.register", "imbot.v2.Chat.InputAction.notify"),
    ],
)
async def test_the_bot_has_to_be_named_and_known(desk, method):
    assert await refused(desk, method, {}) == "BOT_ID_REQUIRED"
    assert await refused(desk, method, {"botId": 7}) == "BOT_NOT_FOUND"


async def test_a_webhook_names_itself_by_a_token(desk):
    async def call(method, params):
        return (await desk.http.post(desk.about["webhook"] + method, json=params)).json()

    nameless = await call("imbot.v2.Bot.register", card())
    assert nameless["error"] == "BOT_TOKEN_NOT_SPECIFIED"
    bot = (await call("imbot.v2.Bot.register", card(botToken="t1")))["result"]["bot"]["id"]

    own = await call("imbot.v2.Event.get", {"botId": bot, "botToken": "t1"})
    assert own["result"] == {"events": [], "nextOffset": 0, "hasMore": False}
    other = await call("imbot.v2.Event.get", {"botId": bot, "botToken": "t2"})
    assert other["error"] == "BOT_OWNERSHIP_ERROR"
    assert await refused(desk, "imbot.v2.Event.get", {"botId": bot}) == "BOT_OWNERSHIP_ERROR"


async def test_a_polling_bot_serves_a_line(open_desk):
    async with open_desk(self_exclusion=False) as desk:
        await desk.open_shop()
        bot = await poller(desk, type="openline")
        await welcome(desk, bot)
        chat = await dialog(desk, "Is the lamp in stock?")

        got = await poll(desk, bot)
        joined, heard = got["events"]
        assert (joined["type"], heard["type"]) == ("ONIMBOTV2JOINCHAT", "ONIMBOTV2MESSAGEADD")
        assert joined["data"]["dialogId"] == f"chat{chat}"
        assert heard["data"]["message"]["text"] == "Is the lamp in stock?"
        assert heard["data"]["chat"]["entityType"] == "LINES"
        assert (heard["data"]["user"]["name"], heard["data"]["user"]["connector"]) == ("Ivo", True)
        assert heard["data"]["bot"]["eventMode"] == "fetch"
        assert "auth" not in heard["data"]["bot"]

        given = {"botId": bot, "dialogId": f"chat{chat}", "fields": {"message": "Two left."}}
        sent = await desk.ok("imbot.v2.Chat.Message.send", given)
        assert sent["id"] > heard["data"]["message"]["id"]
        assert (await sent_outside(desk))[-1] == "[b]Poll Bot:[/b] [br]Two left."
        assert await desk.ok("imopenlines.bot.session.operator", {"CHAT_ID": chat}) is True
        assert (await chat_state(desk, chat))["sessions"][-1]["assigned"] == 12


async def test_an_offset_confirms_what_is_before_it(desk):
    bot = await poller(desk)
    for text in ("one", "two", "three"):
        await desk.ok("im.message.add", {"DIALOG_ID": str(bot), "MESSAGE": text})

    first = await poll(desk, bot, limit=2)
    assert (len(first["events"]), first["hasMore"]) == (2, True)
    assert await poll(desk, bot, limit=2) == first

    rest = await poll(desk, bot, offset=first["nextOffset"])
    assert [row["data"]["message"]["text"] for row in rest["events"]] == ["two", "three"]
    assert rest["hasMore"] is False
    assert (await poll(desk, bot, offset=rest["nextOffset"]))["events"] == []
    assert (await poll(desk, bot))["events"] == []


async def test_what_nobody_fetched_is_forgotten_after_a_day(desk):
    bot = await poller(desk)
    await desk.ok("im.message.add", {"DIALOG_ID": str(bot), "MESSAGE": "old"})

    await desk.order("clock", advance=86_400)

    assert await refused(desk, "imbot.v2.Event.get", {"botId": bot}) == "expired_token"
    await desk.sign_in()
    assert (await poll(desk, bot))["events"] == []


async def test_the_users_own_happenings_come_along_when_wanted(desk):
    bot = await poller(desk)
    wanted = {"botId": bot, "withUserEvents": True}
    assert await refused(desk, "imbot.v2.Event.get", wanted) == "USER_NOT_SUBSCRIBED"
    await desk.ok("im.v2.Event.subscribe")
    await desk.ok("im.message.add", {"DIALOG_ID": str(bot), "MESSAGE": "Hello"})

    got = await poll(desk, bot, withUserEvents=True)

    types = [row["type"] for row in got["events"]]
    assert sorted(types) == ["ONIMBOTV2JOINCHAT", "ONIMBOTV2MESSAGEADD", "ONIMV2MESSAGEADD"]
    ids = [row["eventId"] for row in got["events"]]
    assert ids == sorted(ids)
    after = await poll(desk, bot, withUserEvents=True, offset=got["nextOffset"])
    assert after["events"] == []


async def test_edits_deletions_and_commands_are_in_the_log(desk):
    bot = await poller(desk)
    fields = {"command": "/help", "title": {"en": "Help"}}
    made = await desk.ok("imbot.v2.Command.register", {"botId": bot, "fields": fields})
    again = await desk.ok("imbot.v2.Command.register", {"botId": bot, "fields": fields})
    assert made == again
    assert (made["command"]["command"], made["command"]["botId"]) == ("/help", bot)
    number = await desk.ok("im.message.add", {"DIALOG_ID": str(bot), "MESSAGE": "Helo"})
    await desk.ok("im.message.update", {"MESSAGE_ID": number, "MESSAGE": "Hello"})
    await desk.ok("im.message.delete", {"MESSAGE_ID": number})
    await desk.ok("im.message.add", {"DIALOG_ID": str(bot), "MESSAGE": "/help lamps"})

    events = {row["type"]: row["data"] for row in (await poll(desk, bot))["events"]}

    assert events["ONIMBOTV2MESSAGEUPDATE"]["message"]["text"] == "Hello"
    assert events["ONIMBOTV2MESSAGEDELETE"]["messageId"] == number
    called = events["ONIMBOTV2COMMANDADD"]["command"]
    assert (called["command"], called["params"], called["context"]) == (
        "/help",
        "lamps",
        "textarea",
    )


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "COMMAND_REQUIRED"),
        ({"command": ""}, "COMMAND_REQUIRED"),
        ({"command": ["help"]}, "COMMAND_NAME_INVALID"),
        ({"command": "help"}, "COMMAND_TITLE_REQUIRED"),
    ],
)
async def test_a_newer_command_that_lacks_something_is_refused(desk, fields, code):
    bot = await poller(desk)

    given = {"botId": bot, "fields": fields}
    assert await refused(desk, "imbot.v2.Command.register", given) == code


async def test_a_bot_at_an_address_hears_the_newer_events_there(desk):
    async with listening() as handler:
        robot = Robot(desk, handler)
        robot.id = await poller(desk, eventMode="webhook", webhookUrl=handler.url)
        await desk.ok("im.message.add", {"DIALOG_ID": str(robot.id), "MESSAGE": "Hello"})

        joined, heard = await robot.heard()
        assert joined["event"] == "ONIMBOTV2JOINCHAT"
        assert heard["event"] == "ONIMBOTV2MESSAGEADD"
        about = heard["data"]["bot"]
        assert (about["id"], about["code"]) == (str(robot.id), "poller")
        assert heard["data"]["message"]["text"] == "Hello"

        await desk.ok("imbot.v2.Bot.unregister", {"botId": robot.id})
        assert [row["event"] for row in await robot.heard()] == ["ONIMBOTV2DELETE"]

        desk.token = about["auth"]["access_token"]
        assert "error" in await desk.call("profile")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"dialogId": "chat424242", "fields": {"message": "x"}}, "ACCESS_DENIED"),
        ({"dialogId": "nobody", "fields": {"message": "x"}}, "ACCESS_DENIED"),
        ({"dialogId": "1", "fields": {"message": " "}}, "EMPTY_MESSAGE"),
        ({"dialogId": "1"}, "EMPTY_MESSAGE"),
    ],
)
async def test_a_message_that_cannot_be_is_refused_with_the_newer_codes(desk, given, code):
    bot = await poller(desk)

    assert await refused(desk, "imbot.v2.Chat.Message.send", {"botId": bot, **given}) == code


async def test_bots_are_listed_by_pages_and_by_type(desk):
    for number in range(3):
        await poller(desk, code=f"b{number}", type="personal" if number else "bot")

    page = await desk.ok("imbot.v2.Bot.list", {"limit": 2})
    assert [row["code"] for row in page["bots"]] == ["b0", "b1"]
    assert page["hasNextPage"] is True
    some = await desk.ok("imbot.v2.Bot.list", {"filter": {"type": "personal"}})
    assert [row["code"] for row in some["bots"]] == ["b1", "b2"]
    assert len(some["users"]) == 2


async def test_what_the_bot_does_is_shown_for_a_while(desk):
    bot = await poller(desk)
    given = {"botId": bot, "dialogId": "1", "duration": 5}
    thinking = {**given, "statusMessageCode": "IMBOT_AGENT_ACTION_THINKING"}

    assert await desk.ok("imbot.v2.Chat.InputAction.notify", thinking) == {"result": True}

    assert (await desk.state())["bots"][0]["typing"] == ["1"]
    await desk.order("clock", advance=6)
    assert (await desk.state())["bots"][0]["typing"] == []


@pytest.mark.parametrize(("wanted", "heard"), [(True, ["add", "delete"]), (False, [])])
async def test_a_like_of_its_message_reaches_a_bot_that_wants_reactions(desk, wanted, heard):
    bot = await poller(desk, isReactionsEnabled=wanted)
    given = {"botId": bot, "dialogId": "1", "fields": {"message": "Hello"}}
    sent = (await desk.ok("imbot.v2.Chat.Message.send", given))["id"]

    await desk.ok("im.message.like", {"MESSAGE_ID": sent})
    await desk.ok("im.message.like", {"MESSAGE_ID": sent})

    events = (await poll(desk, bot))["events"]
    reactions = [row["data"] for row in events if row["type"] == "ONIMBOTV2REACTIONCHANGE"]
    assert [row["action"] for row in reactions] == heard
    assert all(row["message"]["id"] == sent for row in reactions)
