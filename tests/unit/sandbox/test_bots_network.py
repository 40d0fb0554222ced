"""Lines of other portals: joined once, writing to a person once a week."""

import pytest

from .bots import refused

WHOLESALE = "ab515f5d85a8b844d484f6ea75a2e494"
CLOSED = "f1d0a2b3c4958677768594a3b2c1d0ef"
WEEK = 7 * 86_400


async def test_a_line_of_the_network_is_joined_once(desk):
    bot = await desk.ok("imopenlines.network.join", {"CODE": WHOLESALE})

    assert await desk.ok("imopenlines.network.join", {"CODE": WHOLESALE}) == bot
    person = await desk.ok("im.user.get", {"ID": bot})
    assert (person["name"], person["bot"]) == ("Bulbs Wholesale", True)
    assert await refused(desk, "imopenlines.network.join", {"CODE": CLOSED}) == "INACTIVE"


async def test_a_line_of_the_network_writes_to_a_person_once_a_week(desk):
    given = {"CODE": WHOLESALE, "USER_ID": 1, "MESSAGE": "New prices"}
    assert await desk.ok("imopenlines.network.message.add", given) is True
    bot = await desk.ok("imopenlines.network.join", {"CODE": WHOLESALE})
    shown = await desk.ok("im.dialog.messages.get", {"DIALOG_ID": str(bot)})
    assert [row["text"] for row in shown["messages"]] == ["New prices"]

    again = "imopenlines.network.message.add"
    assert await refused(desk, again, given) == "USER_MESSAGE_LIMIT"
    assert await desk.ok(again, {**given, "USER_ID": 7}) is True
    await desk.order("clock", advance=WEEK)
    await desk.sign_in()
    assert await desk.ok(again, given) is True


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"USER_ID": 0}, "USER_ID_EMPTY"),
        ({"USER_ID": 424242}, "WRONG_REQUEST"),
        ({"MESSAGE": ""}, "MESSAGE_EMPTY"),
        ({"CODE": CLOSED}, "WRONG_REQUEST"),
        ({"ATTACH": [{"MESSAGE": "x" * 31_000}]}, "ATTACH_OVERSIZE"),
        ({"ATTACH": "text"}, "ATTACH_ERROR"),
        ({"KEYBOARD": [{"TEXT": "Go", "COMMAND": "go"}]}, "KEYBOARD_ERROR"),
    ],
)
async def test_a_message_of_the_network_is_refused_in_the_vendors_words(desk, changes, code):
    given = {"CODE": WHOLESALE, "USER_ID": 7, "MESSAGE": "Hi", **changes}

    assert await refused(desk, "imopenlines.network.message.add", given) == code
    assert await desk.ok("imopenlines.network.message.add", {**given, **_good()}) is True


def _good():
    return {"CODE": WHOLESALE, "USER_ID": 7, "MESSAGE": "Hi", "ATTACH": None, "KEYBOARD": None}
