"""Messages of the messenger: what they carry, how they change, how they are read."""

import json

import pytest

from .chatting import ANN, OLGA, as_ann, new_chat, newest, refused, say, shown

BUTTON = {"TEXT": "Help", "COMMAND": "help"}
ATTACH = [{"MESSAGE": "[b]Two left[/b]"}, {"GRID": [{"DISPLAY": "ROW", "NAME": "a", "VALUE": "b"}]}]


async def test_an_attachment_is_shown_in_camel_case(desk):
    chat = await new_chat(desk)
    whole = {"ID": 4, "COLOR_TOKEN": "primary", "COLOR": "#29619b", "BLOCKS": ATTACH}

    await say(desk, chat, "", ATTACH=whole)

    (attach,) = (await newest(desk, chat))["params"]["ATTACH"]
    assert (attach["id"], attach["colorToken"], attach["color"]) == (4, "primary", "#29619b")
    assert attach["blocks"][1] == {"grid": [{"display": "ROW", "name": "a", "value": "b"}]}


@pytest.mark.parametrize(
    "attach",
    [
        ATTACH,
        json.dumps(ATTACH),
        {"BLOCKS": ATTACH},
        [{"LINK": {"LINK": "https://a.example"}}],
        [{"USER": {"NAME": "Ann"}}, {"DELIMITER": {"SIZE": 200}}],
        [{"IMAGE": [{"LINK": "https://a.example/i.png"}]}, {"FILE": {"LINK": "https://a.example"}}],
    ],
    ids=str,
)
async def test_a_sound_attachment_is_taken(desk, attach):
    chat = await new_chat(desk)

    assert await say(desk, chat, "", ATTACH=attach)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("ATTACH", "no json", "ATTACH_ERROR"),
        ("ATTACH", 7, "ATTACH_ERROR"),
        ("ATTACH", ["text"], "ATTACH_ERROR"),
        ("ATTACH", {"MESSAGE": "x"}, "ATTACH_ERROR"),
        ("ATTACH", [{"MESSAGE": ""}], "ATTACH_ERROR"),
        ("ATTACH", [{"UNKNOWN": "x"}], "ATTACH_ERROR"),
        ("ATTACH", [{"LINK": {"NAME": "x"}}], "ATTACH_ERROR"),
        ("ATTACH", [{"USER": {"LINK": "x"}}], "ATTACH_ERROR"),
        ("ATTACH", [{"GRID": [{"NAME": "x"}]}], "ATTACH_ERROR"),
        ("ATTACH", [{"IMAGE": []}], "ATTACH_ERROR"),
        ("ATTACH", {"BLOCKS": "x"}, "ATTACH_ERROR"),
        ("ATTACH", [{"MESSAGE": "x" * 60_000}], "ATTACH_OVERSIZE"),
        ("ATTACH", json.dumps([{"MESSAGE": "x" * 60_000}]), "ATTACH_OVERSIZE"),
        ("KEYBOARD", "no json", "KEYBOARD_ERROR"),
        ("KEYBOARD", [{"TEXT": "x"}], "KEYBOARD_ERROR"),
        ("KEYBOARD", [{"LINK": "https://a.example"}], "KEYBOARD_ERROR"),
        ("KEYBOARD", [{"TEXT": "x", "LINK": "ftp://a"}], "KEYBOARD_ERROR"),
        ("KEYBOARD", [{"TEXT": "x", "ACTION": "FLY", "ACTION_VALUE": "1"}], "KEYBOARD_ERROR"),
        ("KEYBOARD", [{"TEXT": "x", "ACTION": "PUT"}], "KEYBOARD_ERROR"),
        ("KEYBOARD", [{**BUTTON, "TEXT": "x" * 31_000}], "KEYBOARD_OVERSIZE"),
        ("MENU", [{"TYPE": "NEWLINE"}], "MENU_ERROR"),
        ("MENU", {"ITEMS": "x"}, "MENU_ERROR"),
        ("MENU", [{**BUTTON, "TEXT": "x" * 31_000}], "MENU_OVERSIZE"),
    ],
    ids=lambda value: str(value)[:40],
)
async def test_what_a_message_cannot_carry_is_refused(desk, name, value, code):
    chat = await new_chat(desk)
    message = await say(desk, chat)
    given = {"DIALOG_ID": f"chat{chat}", "MESSAGE": "x", name: value}

    assert await refused(desk, "im.message.add", given) == (400, code)
    changed = {"MESSAGE_ID": message, name: value}
    assert await refused(desk, "im.message.update", changed) == (400, code)
    assert (await newest(desk, chat))["params"] == []


@pytest.mark.parametrize(
    "keyboard",
    [
        [BUTTON],
        {"BUTTONS": [BUTTON, {"TYPE": "NEWLINE"}]},
        [{"TEXT": "x", "LINK": "/shop/"}],
        [{"TEXT": "x", "ACTION": "PUT", "ACTION_VALUE": "y"}],
        json.dumps([{"text": "x", "app_id": 3}]),
    ],
    ids=str,
)
async def test_a_sound_keyboard_is_taken(desk, keyboard):
    chat = await new_chat(desk)

    await say(desk, chat, KEYBOARD=keyboard, MENU=[BUTTON])

    params = (await newest(desk, chat))["params"]
    assert "text" in params["KEYBOARD"][0]
    assert params["MENU"] == [{"text": "Help", "command": "help"}]


@pytest.mark.parametrize("nothing", ["N", "", [], {}, None])
async def test_what_a_message_carries_can_be_taken_away(desk, nothing):
    chat = await new_chat(desk)
    message = await say(desk, chat, ATTACH=ATTACH, KEYBOARD=[BUTTON], MENU=[BUTTON])

    given = {"MESSAGE_ID": message, "ATTACH": nothing, "KEYBOARD": nothing, "MENU": nothing}
    await desk.ok("im.message.update", {**given, "IS_EDITED": "N"})

    assert (await newest(desk, chat))["params"] == []


async def test_an_edited_message_says_so(desk):
    chat = await new_chat(desk)
    message = await say(desk, chat)

    await desk.ok("im.message.update", {"MESSAGE_ID": message, "MESSAGE": "Better"})

    row = await newest(desk, chat)
    assert (row["text"], row["params"]) == ("Better", {"IS_EDITED": "Y"})


async def test_a_deleted_message_leaves_a_trace(desk):
    chat = await new_chat(desk)
    message = await say(desk, chat, ATTACH=ATTACH)

    await desk.ok("im.message.delete", {"MESSAGE_ID": message})

    row = await newest(desk, chat)
    assert (row["text"], row["params"]) == ("This message was deleted", {"IS_DELETED": "Y"})
    given = {"MESSAGE_ID": message}
    assert await refused(desk, "im.message.delete", given) == (403, "CANT_EDIT_MESSAGE")


async def test_a_message_is_cut_with_dots(desk):
    chat = await new_chat(desk)

    await say(desk, chat, "x" * 20_001)

    assert (await newest(desk, chat))["text"] == "x" * 20_000 + " (...)"


async def test_an_answer_names_what_it_answers(desk):
    chat = await new_chat(desk)
    first = await say(desk, chat)

    await say(desk, chat, "Indeed", REPLY_ID=first)

    assert (await newest(desk, chat))["params"] == {"REPLY_ID": first}


async def test_an_answer_stays_in_its_chat(desk):
    ann = await as_ann(desk)
    here, there, hidden = await new_chat(desk), await new_chat(desk), await new_chat(ann)
    seen, secret = await say(desk, there), await say(ann, hidden)
    given = {"DIALOG_ID": f"chat{here}", "MESSAGE": "x"}

    codes = [
        await refused(desk, "im.message.add", {**given, "REPLY_ID": reply})
        for reply in (seen, secret, 424_242, "abc", -1)
    ]

    other = (400, "REPLY_FROM_OTHER_CHAT_ERROR")
    assert codes == [other, *[(400, "REPLY_ACCESS_ERROR")] * 4]


async def test_an_answer_in_an_open_line_names_what_it_answers(desk):
    await desk.open_shop()
    chat = int((await desk.write("Hello"))["session"]["CHAT_ID"])
    await desk.ok("imopenlines.operator.answer", {"CHAT_ID": chat})
    first = next(row["id"] for row in await shown(desk, chat) if row["text"] == "Hello")

    await say(desk, chat, "Good day", REPLY_ID=first)

    assert (await newest(desk, chat))["params"]["REPLY_ID"] == first


async def test_a_like_is_seen_by_all(desk):
    ann = await as_ann(desk)
    chat = await new_chat(desk, ANN)
    message = await say(desk, chat)

    await ann.ok("im.message.like", {"MESSAGE_ID": message})

    assert (await newest(desk, chat))["params"] == {"LIKE": [ANN]}
    again = {"MESSAGE_ID": message, "ACTION": "plus"}
    assert await refused(ann, "im.message.like", again) == (400, "WITHOUT_CHANGES")
    await ann.ok("im.message.like", {"MESSAGE_ID": message})
    assert (await newest(desk, chat))["params"] == []


async def test_a_message_becomes_a_chat(desk):
    chat = await new_chat(desk, ANN)
    message = await say(desk, chat, "The blue lamp")
    given = {"MESSAGE_ID": message, "DIALOG_ID": f"chat{chat}", "TYPE": "CHAT"}

    await desk.ok("im.message.share", given)

    newer = (await desk.ok("im.recent.get"))[1]
    text = (await newest(desk, newer["chat_id"]))["text"]
    assert "Olga Demina [" in text
    assert "The blue lamp" in text
    assert await desk.ok("im.chat.user.list", {"CHAT_ID": newer["chat_id"]}) == [OLGA, ANN]


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"MESSAGE_ID": 424_242, "TYPE": "CHAT"}, (400, "MESSAGE_ID_ERROR")),
        ({"TYPE": "FAX"}, (400, "PARAMS_ERROR")),
        ({"DIALOG_ID": "", "TYPE": "CHAT"}, (400, "DIALOG_ID_EMPTY")),
        ({"DIALOG_ID": "chat424242", "TYPE": "CHAT"}, (403, "ACCESS_ERROR")),
        ({"DIALOG_ID": "12", "TYPE": "CHAT"}, (400, "PARAMS_ERROR")),
    ],
)
async def test_nothing_becomes_of_what_is_not_there(desk, given, refusal):
    chat = await new_chat(desk)
    whole = {"MESSAGE_ID": await say(desk, chat), "DIALOG_ID": f"chat{chat}", **given}

    assert await refused(desk, "im.message.share", whole) == refusal


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"MESSAGE_ID": 0}, (400, "MESSAGE_ID_ERROR")),
        ({"BOT_ID": 424_242}, (400, "BOT_ID_ERROR")),
        ({"BOT_ID": ANN}, (400, "BOT_ID_ERROR")),
    ],
)
async def test_a_command_needs_a_bot(desk, given, refusal):
    chat = await new_chat(desk)
    whole = {"MESSAGE_ID": await say(desk, chat), "COMMAND": "help", **given}

    assert await refused(desk, "im.message.command", whole) == refusal


async def test_messages_are_read_backwards_and_forwards(desk):
    chat = await new_chat(desk)
    made = [await say(desk, chat, f"No. {number}") for number in range(5)]

    latest = [row["id"] for row in await shown(desk, chat, LIMIT=2)]
    older = [row["id"] for row in await shown(desk, chat, LIMIT=2, LAST_ID=latest[-1])]
    newer = [row["id"] for row in await shown(desk, chat, LIMIT=2, FIRST_ID=made[0])]

    assert (latest, older, newer) == (made[:2:-1], made[2:0:-1], made[1:3])


@pytest.mark.parametrize("name", ["LAST_ID", "FIRST_ID"])
async def test_a_place_that_does_not_exist_has_no_neighbours(desk, name):
    chat = await new_chat(desk)
    await say(desk, chat)

    assert await shown(desk, chat, **{name: 424_242}) == []
    given = {"DIALOG_ID": f"chat{chat}", name: "abc"}
    assert await refused(desk, "im.dialog.messages.get", given) == (400, f"{name}_STRING")


async def test_no_more_than_fifty_messages_come_at_once(open_desk):
    limits = (None, 0, -3, 50, 1000, "x")
    async with open_desk(rate_limit=False) as desk:
        chat = await new_chat(desk)
        for number in range(60):
            await say(desk, chat, str(number))

        counts = [len(await shown(desk, chat, LIMIT=limit)) for limit in limits]

    assert counts == [20, 20, 20, 50, 50, 20]


async def test_a_private_message_is_no_customer_s_business(desk):
    await say(desk, str(ANN), "Psst")

    assert (await desk.state())["queue"] == []


@pytest.mark.parametrize(
    ("dialog", "refusal"),
    [
        (None, (400, "USER_ID_EMPTY")),
        ("x", (400, "USER_ID_EMPTY")),
        ("424242", (400, "USER_NOT_FOUND")),
        ("sg3", (403, "ACCESS_ERROR")),
        ("chat424242", (403, "ACCESS_ERROR")),
    ],
)
async def test_a_message_without_an_address_is_refused(desk, dialog, refusal):
    got = await refused(desk, "im.message.add", {"DIALOG_ID": dialog, "MESSAGE": "x"})

    assert got == refusal
