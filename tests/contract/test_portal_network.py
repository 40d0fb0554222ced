"""Lines of other portals: joined by their code; they write to an employee once a week."""

import pytest

from .colleagues import ANN, MINE, OLEG

JOIN, WRITE = "imopenlines.network.join", "imopenlines.network.message.add"
OPEN, CLOSED = "ab515f5d85a8b844d484f6ea75a2e494", "f1d0a2b3c4958677768594a3b2c1d0ef"
HI = {"CODE": OPEN, "USER_ID": ANN, "MESSAGE": "Hello"}


@pytest.mark.pins(JOIN, "im.user.get")
async def test_a_joined_line_is_a_bot(portal):
    bot = await portal.ok(JOIN, {"CODE": OPEN})

    assert type(bot) is int
    assert await portal.ok(JOIN, {"CODE": OPEN}) == bot
    assert (await portal.ok("im.user.get", {"ID": bot}))["bot"] is True


@pytest.mark.pins(JOIN)
@pytest.mark.parametrize(("code", "refusal"), [("0" * 32, "NOT_FOUND"), (CLOSED, "INACTIVE")])
async def test_a_line_that_cannot_be_joined_is_refused(portal, code, refusal):
    assert (await portal.call(JOIN, {"CODE": code})).refusal == (400, refusal)


@pytest.mark.pins(WRITE, JOIN, "im.dialog.messages.get")
async def test_a_line_writes_to_an_employee(portal):
    given = {**HI, "USER_ID": MINE, "MESSAGE": "Bulbs are here", "URL_PREVIEW": "N"}

    assert await portal.ok(WRITE, given) is True

    bot = await portal.ok(JOIN, {"CODE": OPEN})
    got = await portal.ok("im.dialog.messages.get", {"DIALOG_ID": str(bot)})
    assert "Bulbs are here" in [each["text"] for each in got["messages"]]


@pytest.mark.pins(WRITE)
async def test_a_line_writes_to_each_employee_once_a_week(portal):
    assert await portal.ok(WRITE, HI) is True
    again = await portal.call(WRITE, HI)
    other = await portal.ok(WRITE, {**HI, "USER_ID": OLEG})
    await portal.advance(7 * 86_400 + 60)
    await portal.sign_in()

    assert again.refusal == (400, "USER_MESSAGE_LIMIT")
    assert other is True
    assert await portal.ok(WRITE, HI) is True


@pytest.mark.pins(WRITE)
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"CODE": "0" * 32}, "NOT_FOUND"),
        ({"USER_ID": ""}, "USER_ID_EMPTY"),
        ({"USER_ID": 0}, "USER_ID_EMPTY"),
        ({"MESSAGE": ""}, "MESSAGE_EMPTY"),
        ({"ATTACH": "nonsense"}, "ATTACH_ERROR"),
        ({"ATTACH": [{"MESSAGE": "x" * 31_000}]}, "ATTACH_OVERSIZE"),
        ({"KEYBOARD": "nonsense"}, "KEYBOARD_ERROR"),
        ({"USER_ID": 424_242}, "WRONG_REQUEST"),
    ],
)
async def test_a_message_of_a_line_that_lacks_something_is_refused(portal, change, code):
    assert (await portal.call(WRITE, {**HI, **change})).refusal == (400, code)

    assert await portal.ok(WRITE, HI) is True
