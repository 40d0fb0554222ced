"""A session by the line's rules: who gets it, what is said by itself, when it ends."""

import pytest

from .colleagues import ANN, OLEG
from .kit import SEVEN
from .scenes import chat_of, texts

ADD, FINISH = SEVEN[0], SEVEN[4]
UPDATE_LINE = "imopenlines.config.update"

pytestmark = pytest.mark.pins(UPDATE_LINE)


async def rules(portal, **settings):
    params = {"CONFIG_ID": portal.lines[0], "PARAMS": settings}
    assert await portal.ok(UPDATE_LINE, params) is True


async def assigned(portal, chat):
    return (await chat_of(portal, chat))["sessions"][-1]["assigned"]


async def state_of(portal, chat):
    return (await chat_of(portal, chat))["state"]


async def words(portal):
    return [data["MESSAGES"][0]["message"]["text"] for data in await portal.events(ADD)]


async def handed_out(portal, count=4):
    chats = [await portal.open_dialog(chat=f"conv-{n}", user=f"u-{n}") for n in range(count)]
    return [await assigned(portal, chat) for chat in chats]


async def test_an_even_queue_takes_turns(shop):
    await rules(shop, QUEUE_TYPE="evenly")

    assert await handed_out(shop) == [ANN, OLEG, ANN, OLEG]


async def test_a_strict_queue_begins_with_the_first(shop):
    await rules(shop, QUEUE_TYPE="strictly")

    assert await handed_out(shop) == [ANN, ANN, ANN, ANN]


async def test_a_queue_of_all_lets_anybody_answer(shop):
    await rules(shop, QUEUE_TYPE="all")
    chat = await shop.open_dialog()

    await shop.control("answer", chat_id=chat, user_id=OLEG)

    assert (await chat_of(shop, chat))["operator"] == OLEG


async def test_a_dialog_nobody_takes_goes_to_the_next_after_the_queue_s_time(shop):
    await rules(shop, QUEUE_TYPE="strictly", QUEUE_TIME=60)
    chat = await shop.open_dialog()

    await shop.advance(61)

    assert await assigned(shop, chat) == OLEG


async def test_nobody_gets_more_dialogs_than_the_line_allows(shop):
    await rules(shop, QUEUE_TYPE="strictly", MAX_CHAT=1, TYPE_MAX_CHAT="answered_new")

    assert await handed_out(shop, 2) == [ANN, OLEG]


async def test_an_empty_queue_gives_the_dialog_to_nobody(shop):
    await rules(shop, QUEUE=[])
    chat = await shop.open_dialog()

    assert await assigned(shop, chat) is None


async def test_a_greeting_is_sent_once_unless_each_session_has_it(open_shop):
    await rules(open_shop, WELCOME_MESSAGE="Y", WELCOME_MESSAGE_TEXT="Hello!")
    await open_shop.write()
    first = await words(open_shop)
    await open_shop.control("close", chat_id=(await open_shop.state())["chats"][0]["id"])
    await open_shop.write(message="m-2")
    second = await words(open_shop)

    await rules(open_shop, SEND_WELCOME_EACH_SESSION="Y")
    await open_shop.control("close", chat_id=(await open_shop.state())["chats"][0]["id"])
    await open_shop.write(message="m-3")

    assert (first, second, await words(open_shop)) == (["Hello!"], [], ["Hello!"])


async def test_out_of_hours_the_line_says_so(open_shop):
    week = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    await rules(
        open_shop,
        WORKTIME_ENABLE="Y",
        WORKTIME_DAYOFF=week,
        WORKTIME_DAYOFF_RULE="text",
        WORKTIME_DAYOFF_TEXT="We are closed",
    )

    await open_shop.write()

    assert await words(open_shop) == ["We are closed"]


async def test_a_customer_who_waits_too_long_is_told(shop):
    await rules(shop, NO_ANSWER_RULE="text", NO_ANSWER_TEXT="One moment", NO_ANSWER_TIME=60)
    await shop.open_dialog()

    await shop.advance(600)

    assert (await words(shop)).count("One moment") == 1


async def test_a_customer_who_was_answered_is_not_told_to_wait(shop):
    await rules(shop, NO_ANSWER_RULE="text", NO_ANSWER_TEXT="One moment", NO_ANSWER_TIME=60)
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="Here I am")
    await shop.queue()

    await shop.advance(120)

    assert "One moment" not in await words(shop)


async def test_a_close_may_say_goodbye(shop):
    await rules(shop, CLOSE_RULE="text", CLOSE_TEXT="Goodbye", FULL_CLOSE_TIME=0)
    chat = await shop.open_dialog()
    await shop.control("answer", chat_id=chat)

    await shop.control("close", chat_id=chat)

    assert await words(shop) == ["Goodbye"]
    assert await state_of(shop, chat) == "closed"


async def test_a_dialog_that_rests_is_closed_by_itself(shop):
    await rules(
        shop,
        AUTO_CLOSE_RULE="text",
        AUTO_CLOSE_TEXT="Closed for silence",
        AUTO_CLOSE_TIME=600,
        FULL_CLOSE_TIME=0,
    )
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="Anything else?")
    await shop.queue()
    await shop.advance(599)
    early = await state_of(shop, chat)

    await shop.advance(2)

    assert early == "open"
    assert await state_of(shop, chat) == "closed"
    rows = await shop.queue()
    assert [each["EVENT_NAME"] for each in rows] == [ADD.upper(), FINISH.upper()]
    assert rows[0]["EVENT_DATA"]["MESSAGES"][0]["message"]["text"] == "Closed for silence"


async def test_a_customer_s_word_keeps_the_dialog_open(shop):
    await rules(shop, AUTO_CLOSE_RULE="none", AUTO_CLOSE_TIME=600, FULL_CLOSE_TIME=0)
    chat = await shop.open_dialog()
    await shop.control("reply", chat_id=chat, text="Anything else?")
    await shop.advance(500)
    await shop.write(message="m-2", text="Yes!")

    await shop.advance(500)

    assert await state_of(shop, chat) == "open"


async def test_the_close_waits_the_minutes_of_the_line(shop):
    await rules(shop, FULL_CLOSE_TIME=10)
    chat = await shop.open_dialog()
    await shop.control("answer", chat_id=chat)
    await shop.control("close", chat_id=chat)
    waiting = await chat_of(shop, chat)

    await shop.advance(601)

    assert (waiting["state"], waiting["sessions"][-1]["status"]) == ("closing", 50)
    assert await state_of(shop, chat) == "closed"
    (data,) = await shop.events(FINISH)
    assert data["DATA"][0]["session"]["close_term"] == "10"


@pytest.mark.parametrize(("digit", "shown"), [("1", "[like]"), ("0", "[dislike]")])
async def test_a_closing_dialog_asks_for_a_rating_and_takes_it(shop, digit, shown):
    await rules(shop, VOTE_MESSAGE="Y", VOTE_MESSAGE_2_TEXT="Rate us: 1 or 0", FULL_CLOSE_TIME=10)
    chat = await shop.open_dialog()
    await shop.control("answer", chat_id=chat)
    await shop.control("close", chat_id=chat)
    asked = await words(shop)

    await shop.write(message="m-2", text=digit)

    assert asked == ["Rate us: 1 or 0"]
    assert shown in await texts(shop, chat)


async def test_a_digit_is_a_digit_when_nobody_asked_for_a_rating(shop):
    await rules(shop, VOTE_MESSAGE="N")
    chat = await shop.open_dialog()

    await shop.write(message="m-2", text="1")

    assert (await texts(shop, chat))[-1] == "1"


@pytest.mark.parametrize(("setting", "prefixed"), [("hide", False), ("profile", True)])
async def test_the_line_decides_whether_operators_have_names(shop, setting, prefixed):
    await rules(shop, OPERATOR_DATA=setting)

    message = await shop.replied(await shop.open_dialog(), "Yes")

    assert message["message"]["text"].startswith("[b]") is prefixed


async def test_the_line_may_give_its_operators_one_name(shop):
    common = {"NAME": "Lamp shop", "AVATAR": "", "AVATAR_ID": ""}
    await rules(shop, OPERATOR_DATA="queue", DEFAULT_OPERATOR_DATA=common)

    message = await shop.replied(await shop.open_dialog(), "Yes")

    assert message["message"]["text"] == "[b]Lamp shop:[/b] [br]Yes"


async def test_a_connector_without_system_messages_is_spared_automatic_texts(portal):
    await portal.connect(NEED_SYSTEM_MESSAGES=False)
    await portal.bind()
    await rules(portal, CLOSE_RULE="text", CLOSE_TEXT="Goodbye", FULL_CLOSE_TIME=0)
    chat = await portal.open_dialog()
    await portal.control("answer", chat_id=chat)

    await portal.control("close", chat_id=chat)

    assert await portal.events(ADD) == []
    assert "Goodbye" in await texts(portal, chat)
