"""Bots of an application: registered, listed, changed, removed; whose they are."""

import base64

import pytest

from .bots import Robot, dialog
from .handlers import listening

HOOK = "http://127.0.0.1:9/bot"
PNG = base64.b64encode(
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x05\0\0\0\x07\x08\x02\0\0\0" + b"\0" * 20
).decode()


def card(code="helper", **changes):
    given = {
        "CODE": code,
        "TYPE": "B",
        "EVENT_HANDLER": HOOK,
        "PROPERTIES": {"NAME": "Helper", "LAST_NAME": "Bot"},
        **changes,
    }
    return {key: value for key, value in given.items() if value is not None}


async def refusal(desk, method, params):
    answer = await desk.call(method, params)
    return answer.get("error", "nothing was refused"), answer.get("error_description")


async def webhook(desk, method, params):
    return (await desk.http.post(desk.about["webhook"] + method, json=params)).json()


@pytest.fixture
async def robot(desk):
    async with listening() as handler:
        robot = Robot(desk, handler)
        await robot.register()
        yield robot


async def test_the_same_code_is_the_same_bot(desk):
    first = await desk.ok("imbot.register", card())

    again = await desk.ok("imbot.register", card(PROPERTIES={"NAME": "Other"}))

    assert again == first
    assert await desk.ok("imbot.bot.list") == {
        str(first): {"ID": first, "NAME": "Helper Bot", "CODE": "helper", "OPENLINE": "N"}
    }


@pytest.mark.parametrize(
    ("given", "openline"),
    [("O", "Y"), ("o", "Y"), ("B", "N"), ("S", "N"), ("BO", "N"), ("", "N"), ([], "N")],
)
async def test_a_bot_of_the_type_for_open_lines_serves_them(desk, given, openline):
    bot = await desk.ok("imbot.register", card(TYPE=given))

    assert (await desk.ok("imbot.bot.list"))[str(bot)]["OPENLINE"] == openline


async def test_a_bots_number_is_nobody_elses(desk):
    await desk.open_shop()
    for _ in range(347):  # as many came and went
        desk.sandbox.portal.next_id("bot")
    bot = await desk.ok("imbot.register", card())

    await desk.write("Hello")

    (shown,) = (await desk.state())["chats"]
    assert shown["customer"]["id"] != bot


async def test_no_bots_are_an_empty_array(desk):
    assert await desk.ok("imbot.bot.list") == []


@pytest.mark.parametrize(
    ("changes", "code", "text"),
    [
        ({"CODE": None}, "CODE_ERROR", "Bot code isn't specified"),
        ({"CODE": ["x"]}, "CODE_ERROR", "Bot code isn't specified"),
        ({"PROPERTIES": None}, "NAME_ERROR", "Bot name isn't specified"),
        ({"PROPERTIES": {"NAME": "", "LAST_NAME": " "}}, "NAME_ERROR", "Bot name isn't specified"),
        (
            {"EVENT_HANDLER": None},
            "EVENT_MESSAGE_ADD_ERROR",
            'Handler for "Message add" event isn\'t specified',
        ),
        (
            {"EVENT_HANDLER": None, "EVENT_MESSAGE_ADD": HOOK},
            "EVENT_WELCOME_MESSAGE_ERROR",
            'Handler for "Welcome message" event isn\'t specified',
        ),
        (
            {"EVENT_HANDLER": None, "EVENT_MESSAGE_ADD": HOOK, "EVENT_WELCOME_MESSAGE": HOOK},
            "EVENT_BOT_DELETE_ERROR",
            'Handler for "Bot delete" event isn\'t specified',
        ),
        ({"EVENT_HANDLER": "no address"}, "EVENT_MESSAGE_ADD_ERROR", "Wrong handler URL"),
        (
            {
                "EVENT_HANDLER": None,
                "EVENT_MESSAGE_ADD": HOOK,
                "EVENT_MESSAGE_UPDATE": "ftp://acme.example/",
            },
            "EVENT_MESSAGE_UPDATE_ERROR",
            "Wrong handler URL",
        ),
        ({"EVENT_HANDLER": "http://[::1"}, "EVENT_MESSAGE_ADD_ERROR", "Wrong handler URL"),
    ],
)
async def test_a_registration_that_lacks_something_is_refused(desk, changes, code, text):
    assert await refusal(desk, "imbot.register", card(**changes)) == (code, text)
    assert await desk.ok("imbot.bot.list") == []


async def test_an_application_has_five_bots_at_most(desk):
    for number in range(5):
        await desk.ok("imbot.register", card(f"bot{number}"))

    got = await refusal(desk, "imbot.register", card("one more"))

    text = "Has reached the maximum number of bots for application (max: 5)"
    assert got == ("MAX_COUNT_ERROR", text)
    assert await desk.ok("imbot.register", card("bot0"))


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("imbot.unregister", {}),
        ("imbot.unregister", {"BOT_ID": 1}),
        ("imbot.unregister", {"BOT_ID": "abc"}),
        ("imbot.update", {"BOT_ID": 999, "FIELDS": {"CODE": "x"}}),
        ("imbot.message.add", {"DIALOG_ID": "7", "MESSAGE": "Hi"}),
        ("imbot.chat.sendTyping", {"DIALOG_ID": "7"}),
        ("imbot.command.register", {"COMMAND": "help", "EVENT_COMMAND_ADD": HOOK}),
    ],
)
async def test_what_no_bot_can_do_is_refused(desk, method, params):
    assert await refusal(desk, method, params) == ("BOT_ID_ERROR", "Bot not found")


async def test_another_applications_bot_obeys_nobody_else(desk):
    bot = await desk.ok("imbot.register", card())
    keys = await desk.order("install", title="Other")
    desk.about |= {name: keys[name] for name in ("client_id", "client_secret")}
    await desk.sign_in()

    for method in ("imbot.unregister", "imbot.message.add", "imbot.chat.leave"):
        code, _ = await refusal(desk, method, {"BOT_ID": bot, "CHAT_ID": 1})
        assert code == "APP_ID_ERROR"
    code, text = await refusal(desk, "imbot.register", card())
    assert (code, text) == ("WRONG_REQUEST", "Bot can't be created")


async def test_a_webhook_names_itself_by_a_client_id(desk):
    nameless = await webhook(desk, "imbot.register", card())
    assert nameless["error"] == "ACCESS_DENIED"
    bot = (await webhook(desk, "imbot.register", card(CLIENT_ID="k1")))["result"]

    stranger = await webhook(desk, "imbot.unregister", {"BOT_ID": bot, "CLIENT_ID": "k2"})
    assert stranger["error"] == "APP_ID_ERROR"
    assert (await refusal(desk, "imbot.unregister", {"BOT_ID": bot}))[0] == "APP_ID_ERROR"
    owner = await webhook(desk, "imbot.unregister", {"BOT_ID": bot, "CLIENT_ID": "k1"})
    assert owner["result"] is True


async def test_the_bot_of_a_webhook_hears_without_tokens(desk):
    async with listening() as handler:
        robot = Robot(desk, handler)
        given = card(CLIENT_ID="k1", EVENT_HANDLER=handler.url)
        bot = (await webhook(desk, "imbot.register", given))["result"]

        await desk.ok("im.message.add", {"DIALOG_ID": str(bot), "MESSAGE": "Hello"})

        events = await robot.heard()
        assert [row["event"] for row in events] == ["ONIMBOTJOINCHAT", "ONIMBOTMESSAGEADD"]
        assert "access_token" not in events[1]["data"]["BOT"][str(bot)]


async def test_a_bot_changes_its_name_code_and_address(robot):
    desk = robot.desk
    fields = {"CODE": "renamed", "PROPERTIES": {"LAST_NAME": "Two", "PERSONAL_PHOTO": PNG}}

    given = {"BOT_ID": robot.id, "FIELDS": fields}
    assert await desk.ok("imbot.update", given) is True

    row = (await desk.ok("imbot.bot.list"))[str(robot.id)]
    assert (row["NAME"], row["CODE"]) == ("Helper Two", "renamed")
    person = await desk.ok("im.user.get", {"ID": robot.id})
    assert (person["bot"], person["name"], person["type"]) == (True, "Helper Two", "bot")
    assert person["avatar"].startswith("http://127.0.0.1")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "WRONG_REQUEST"),
        ("text", "WRONG_REQUEST"),
        ({"PROPERTIES": {"NAME": "", "LAST_NAME": ""}}, "NAME_ERROR"),
        ({"EVENT_MESSAGE_DELETE": "nowhere"}, "EVENT_MESSAGE_DELETE_ERROR"),
        ({"CODE": "second"}, "WRONG_REQUEST"),
    ],
)
async def test_a_change_that_cannot_be_is_refused_and_changes_nothing(robot, fields, code):
    await robot.desk.ok("imbot.register", card("second"))
    before = await robot.desk.ok("imbot.bot.list")

    got = await refusal(robot.desk, "imbot.update", {"BOT_ID": robot.id, "FIELDS": fields})

    assert got[0] == code
    assert await robot.desk.ok("imbot.bot.list") == before


async def test_bots_are_not_among_the_employees(robot):
    desk = robot.desk
    everybody = {row["ID"] for row in await desk.ok("user.get")}
    assert str(robot.id) not in everybody
    page = await desk.http.get(
        "/oauth/authorize/", params={"client_id": desk.about["client_id"], "state": "s"}
    )
    assert "Helper" not in page.text


async def test_no_bot_acts_for_an_operator(robot):
    desk = robot.desk
    await desk.open_shop()
    chat = await dialog(desk)

    got = await desk.http.post(
        "/sandbox/reply", json={"chat_id": chat, "text": "Hi", "user_id": robot.id}
    )

    assert got.status_code == 404


async def test_a_removed_bot_is_gone_with_its_chats_commands_and_tokens(robot):
    desk = robot.desk
    await desk.ok("im.message.add", {"DIALOG_ID": str(robot.id), "MESSAGE": "Hello"})
    events = await robot.heard()
    token = events[-1]["data"]["BOT"][str(robot.id)]["access_token"]
    await desk.ok("imbot.message.add", {"DIALOG_ID": "1", "MESSAGE": "Hello to you"})
    lang = [{"LANGUAGE_ID": "en", "TITLE": "Help"}]
    word = {"BOT_ID": robot.id, "COMMAND": "help", "EVENT_COMMAND_ADD": HOOK, "LANG": lang}
    command = await desk.ok("imbot.command.register", word)

    await desk.ok("imbot.unregister", {"BOT_ID": robot.id})

    assert await desk.ok("imbot.bot.list") == []
    gone = await refusal(desk, "imbot.command.unregister", {"COMMAND_ID": command})
    assert gone[0] == "COMMAND_ID_ERROR"
    assert (await refusal(desk, "im.dialog.messages.get", {"DIALOG_ID": str(robot.id)}))[0]
    desk.token = token
    assert "error" in await desk.call("profile")


async def test_bots_of_a_removed_application_disappear(robot):
    desk = robot.desk
    await desk.order("uninstall", client_id=desk.about["client_id"])

    state = await desk.state()
    assert state["bots"] == []
    assert robot.id not in {row["id"] for row in state["users"]}


async def test_nothing_is_told_while_the_installation_is_not_finished(robot):
    desk = robot.desk
    await desk.order("options", installed=False)

    await desk.ok("im.message.add", {"DIALOG_ID": str(robot.id), "MESSAGE": "Hello"})

    assert await robot.heard() == []


async def test_without_the_scope_there_are_no_bots(open_desk):
    async with open_desk(scope="im,imopenlines") as desk:
        assert (await refusal(desk, "imbot.bot.list", {}))[0] == "insufficient_scope"
        act = await refusal(desk, "imopenlines.bot.session.operator", {"CHAT_ID": 7734})
        assert act[0] == "insufficient_scope"


@pytest.mark.parametrize("odd", [10**30, -1, 1.5, True, [], {}, [[1]], {"a": {"b": 1}}, "x" * 5000])
@pytest.mark.parametrize(
    "method",
    [
        *("imbot.register", "imbot.update", "imbot.unregister", "imbot.message.add"),
        *("imbot.message.update", "imbot.message.like", "imbot.chat.add", "imbot.chat.sendTyping"),
        *("imbot.command.register", "imbot.command.answer", "imbot.v2.Bot.register"),
        *("imbot.v2.Event.get", "imbot.v2.Chat.Message.send", "imbot.v2.Command.register"),
        *("imopenlines.bot.session.transfer", "imopenlines.network.message.add"),
    ],
)
async def test_odd_parameters_end_in_an_answer(robot, method, odd):
    names = ("CODE", "BOT_ID", "FIELDS", "PROPERTIES", "DIALOG_ID", "MESSAGE", "MESSAGE_ID")
    others = ("COMMAND", "LANG", "CHAT_ID", "USERS", "fields", "botId", "offset", "limit", "TYPE")
    for name in (*names, *others, "EVENT_HANDLER", "EVENT_COMMAND_ADD", "ATTACH", "KEYBOARD"):
        answer = await robot.desk.http.post(
            f"/rest/{method}",
            json={"BOT_ID": robot.id, "botId": robot.id, name: odd},
            headers={"Authorization": f"Bearer {robot.desk.token}"},
        )
        assert answer.status_code < 500
