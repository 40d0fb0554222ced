"""A bot in an open line: it takes the dialog first and hands it over, transfers or closes it."""

import pytest

from .colleagues import ANN, OLEG, competitor
from .scenes import answered, bot_on_line, chat_of, operator_of, row, texts

BOT = "imopenlines.bot.session."
ALL = [BOT + name for name in ("operator", "transfer", "finish", "message.send")]


async def welcomed(shop, **settings):
    """A dialog in the hands of the line's bot, and the bot."""
    bot = await bot_on_line(shop, **settings)
    return await shop.open_dialog(), bot


@pytest.mark.pins("imbot.register")
async def test_the_line_s_bot_takes_the_dialog_first(shop):
    chat, bot = await welcomed(shop)

    assert await operator_of(shop, chat) == bot


@pytest.mark.pins("imopenlines.config.update")
async def test_a_bot_that_says_nothing_for_too_long_loses_the_dialog(shop):
    chat, bot = await welcomed(shop, WELCOME_BOT_TIME=60)

    await shop.advance(61)

    session = (await chat_of(shop, chat))["sessions"][-1]
    assert await operator_of(shop, chat) != bot
    assert (session["operator"] or session["assigned"]) == ANN


@pytest.mark.pins("imopenlines.config.update")
@pytest.mark.parametrize(("join", "again"), [("first", False), ("always", True)])
async def test_a_bot_welcomes_once_or_always(shop, join, again):
    chat, bot = await welcomed(shop, WELCOME_BOT_JOIN=join)
    await shop.ok(BOT + "finish", {"CHAT_ID": chat})

    await shop.write(message="m-2", text="Another question")

    assert (await operator_of(shop, chat) == bot) is again


@pytest.mark.pins(BOT + "operator")
async def test_a_bot_hands_over_to_a_free_operator(shop):
    chat, _ = await welcomed(shop)

    assert await shop.ok(BOT + "operator", {"CHAT_ID": chat}) is True

    session = (await chat_of(shop, chat))["sessions"][-1]
    assert (session["operator"] or session["assigned"]) == ANN


@pytest.mark.pins(BOT + "operator")
async def test_only_a_bot_hands_over(shop):
    await bot_on_line(shop, WELCOME_BOT_ENABLE="N")
    chat = await answered(shop)

    got = await shop.call(BOT + "operator", {"CHAT_ID": chat})

    assert got.refusal == (400, "WRONG_CHAT")
    assert got.text == "Operator is not a bot"


@pytest.mark.pins(BOT + "transfer")
@pytest.mark.parametrize(
    "target",
    [{"USER_ID": OLEG}, {"TRANSFER_ID": OLEG}, {"QUEUE_ID": 57}, {"TRANSFER_ID": "queue57"}],
)
@pytest.mark.parametrize("leave", ["Y", "N"])
async def test_a_bot_transfers_the_dialog(shop, target, leave):
    chat, _ = await welcomed(shop)

    assert await shop.ok(BOT + "transfer", {"CHAT_ID": chat, "LEAVE": leave, **target}) is True

    await shop.control("answer", chat_id=chat, user_id=OLEG)
    assert await operator_of(shop, chat) == OLEG


@pytest.mark.pins(BOT + "transfer")
@pytest.mark.parametrize(
    ("target", "code"),
    [
        ({}, "TRANSFER_ID_EMPTY"),
        ({"USER_ID": 0}, "USER_ID_EMPTY"),
        ({"QUEUE_ID": 0}, "QUEUE_ID_EMPTY"),
        ({"TRANSFER_ID": "queue0"}, "QUEUE_ID_EMPTY"),
        ({"USER_ID": 424_242}, "OPERATOR_WRONG"),
        ({"QUEUE_ID": 424_242}, "OPERATOR_WRONG"),
    ],
)
async def test_a_bot_s_transfer_to_nowhere_is_refused(shop, target, code):
    chat, bot = await welcomed(shop)

    got = await shop.call(BOT + "transfer", {"CHAT_ID": chat, **target})

    assert got.refusal == (400, code)
    assert await operator_of(shop, chat) == bot


@pytest.mark.pins(BOT + "finish")
async def test_a_bot_closes_the_dialog(shop):
    chat, _ = await welcomed(shop)

    assert await shop.ok(BOT + "finish", {"CHAT_ID": chat}) is True

    assert (await chat_of(shop, chat))["state"] == "closed"


@pytest.mark.pins(BOT + "message.send")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"NAME": "DEFAULT", "MESSAGE": "One moment"}, "One moment"),
        ({"NAME": "WELCOME"}, "Hello there"),
    ],
)
async def test_a_bot_says_an_automatic_text(shop, given, said):
    chat, _ = await welcomed(shop, WELCOME_MESSAGE="N", WELCOME_MESSAGE_TEXT="Hello there")

    assert await shop.ok(BOT + "message.send", {"CHAT_ID": chat, **given}) is True

    assert said in await texts(shop, chat)


@pytest.mark.pins(BOT + "message.send")
async def test_an_empty_automatic_text_is_not_said(shop):
    chat, _ = await welcomed(shop)
    before = await texts(shop, chat)

    assert await shop.ok(BOT + "message.send", {"CHAT_ID": chat, "NAME": "DEFAULT"}) is True

    assert await texts(shop, chat) == before


@pytest.mark.pins(BOT + "send.message")
async def test_an_automatic_text_has_an_older_name(shop):
    chat, _ = await welcomed(shop)
    given = {"CHAT_ID": chat, "NAME": "DEFAULT", "MESSAGE": "By the old name"}

    assert await shop.ok(BOT + "send.message", given) is True

    assert "By the old name" in await texts(shop, chat)


@pytest.mark.parametrize("method", [row(name) for name in ALL])
@pytest.mark.parametrize("chat", [None, "", 0, "abc"])
async def test_a_bot_s_act_needs_a_chat(shop, method, chat):
    await bot_on_line(shop)
    params = {"USER_ID": OLEG} | ({} if chat is None else {"CHAT_ID": chat})

    assert (await shop.call(method, params)).refusal == (400, "CHAT_ID_EMPTY")


@pytest.mark.parametrize("method", [row(BOT + "transfer"), row(BOT + "finish")])
async def test_an_application_without_the_bot_cannot_act_for_it(shop, method):
    chat, bot = await welcomed(shop)
    other = await competitor(shop)

    got = await other.call(method, {"CHAT_ID": chat, "USER_ID": OLEG})

    assert got.refusal == (400, "BOT_ID_ERROR")
    assert await operator_of(shop, chat) == bot


@pytest.mark.pins(BOT + "dialog.new")
@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"OPERATOR_ID": OLEG, "MESSAGE_ID": 1}, "EMPTY_CHAT_ID"),
        ({"CHAT_ID": 7734, "MESSAGE_ID": 1}, "EMPTY_OPERATOR_ID"),
        ({"CHAT_ID": 7734, "OPERATOR_ID": OLEG}, "EMPTY_MESSAGE_ID"),
    ],
)
async def test_a_dialog_that_a_bot_opens_anew_needs_three_numbers(shop, given, code):
    await welcomed(shop)

    assert (await shop.call(BOT + "dialog.new", given)).refusal == (400, code)


@pytest.mark.pins("imopenlines.network.join")
@pytest.mark.parametrize("given", [{}, {"CODE": ""}, {"CODE": "short"}, {"CODE": "x" * 31}])
async def test_a_line_of_another_portal_is_joined_by_32_characters(portal, given):
    assert (await portal.call("imopenlines.network.join", given)).refusal == (400, "CODE")


@pytest.mark.pins("imopenlines.network.message.add")
@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "CODE"),
        ({"CODE": "short", "USER_ID": ANN, "MESSAGE": "Hi"}, "CODE"),
        ({"CODE": "a" * 32, "USER_ID": ANN, "MESSAGE": "Hi"}, "NOT_FOUND"),
    ],
)
async def test_a_message_of_a_network_line_needs_its_code(portal, given, code):
    got = await portal.call("imopenlines.network.message.add", given)

    assert got.refusal == (400, code)
