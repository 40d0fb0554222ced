"""How sessions end: by hand, by the clock, as spam, with their line; and how they are rated."""

import pytest

from .line_scenes import (
    ANN,
    OLEG,
    OLGA,
    chat_of,
    dialog,
    events,
    line_with,
    said,
    session_of,
    write,
)

VOTE = {
    "VOTE_MESSAGE": "Y",
    "VOTE_MESSAGE_2_TEXT": "Rate us: 1 or 0",
    "VOTE_MESSAGE_2_LIKE": "Thanks!",
    "VOTE_MESSAGE_2_DISLIKE": "Sorry!",
}
FINISH = "OnImConnectorDialogFinish"


async def answered(desk, line):
    chat = await dialog(desk, line)
    await desk.order("reply", chat_id=chat, text="Yes", user_id=OLEG)
    await events(desk, FINISH)
    return chat


async def test_the_line_s_last_words_go_out_before_the_end(open_desk):
    settings = {"CLOSE_RULE": "text", "CLOSE_TEXT": "Good bye"}
    async with line_with(open_desk, settings) as (desk, line):
        chat = await answered(desk, line)
        await desk.order("close", chat_id=chat, user_id=OLEG)
        rows = await desk.ok("event.offline.get", {"limit": 100, "order": {"ID": "ASC"}})

    names = [row["EVENT_NAME"] for row in rows["events"]]
    assert names == ["ONIMCONNECTORMESSAGEADD", FINISH.upper()]
    assert "Good bye" in str(rows["events"][0]["EVENT_DATA"])


async def test_a_second_close_does_not_wait(open_desk):
    async with line_with(open_desk, {"FULL_CLOSE_TIME": 10}) as (desk, line):
        chat = await answered(desk, line)
        await desk.order("close", chat_id=chat, user_id=OLEG)
        waiting = await session_of(desk, chat)
        await desk.order("close", chat_id=chat, user_id=OLEG)

        assert waiting["status"] == 50
        assert (await session_of(desk, chat))["status"] == 60


@pytest.mark.parametrize("minutes", [0, 10])
@pytest.mark.parametrize(
    ("text", "shown", "vote", "thanks"),
    [
        ("1", "[like]", 5, "Thanks!"),
        ("0", "[dislike]", 1, "Sorry!"),
        ("1 very nice", "[like] very nice", 5, "Thanks!"),
    ],
)
async def test_a_digit_is_the_rating_while_one_is_waited_for(
    open_desk, minutes, text, shown, vote, thanks
):
    async with line_with(open_desk, {**VOTE, "FULL_CLOSE_TIME": minutes}) as (desk, line):
        chat = await answered(desk, line)
        await desk.order("close", chat_id=chat, user_id=OLEG)
        await write(desk, line, text)

        session = await session_of(desk, chat)
        assert len((await chat_of(desk, chat))["sessions"]) == 1
        assert session["vote"] == vote
        assert (await said(desk, chat, "customer"))[-1] == shown
        assert (await said(desk, chat, "automatic")) == ["Rate us: 1 or 0", thanks]


async def test_the_request_for_a_rating_is_marked(open_desk):
    async with line_with(open_desk, VOTE) as (desk, line):
        chat = await answered(desk, line)
        await desk.order("close", chat_id=chat, user_id=OLEG)
        number = (await session_of(desk, chat))["id"]
        *_, asked = await events(desk, "OnImConnectorMessageAdd")

    assert asked["MESSAGES"][0]["message"]["params"]["IMOL_VOTE"] == str(number)


@pytest.mark.parametrize("text", ["10", "1st", "yes", "01"])
async def test_any_other_text_goes_on_with_the_dialog(open_desk, text):
    async with line_with(open_desk, {**VOTE, "FULL_CLOSE_TIME": 10}) as (desk, line):
        chat = await answered(desk, line)
        await desk.order("close", chat_id=chat, user_id=OLEG)
        await write(desk, line, text)
        await write(desk, line, "1")

        session = await session_of(desk, chat)
        assert (session["vote"], session["status"]) == (None, 25)
        assert await said(desk, chat, "customer") == ["Hello", text, "1"]


async def test_a_digit_is_a_text_where_no_rating_is_waited_for(open_desk):
    async with line_with(open_desk, VOTE) as (desk, line):
        chat = await answered(desk, line)
        await write(desk, line, "1")

        assert await said(desk, chat, "customer") == ["Hello", "1"]


async def test_a_rating_after_its_time_is_a_text_of_a_new_session(open_desk):
    async with line_with(open_desk, {**VOTE, "VOTE_TIME_LIMIT": 60}) as (desk, line):
        chat = await answered(desk, line)
        await desk.order("close", chat_id=chat, user_id=OLEG)
        await desk.order("clock", advance=61)
        await write(desk, line, "1")

        assert len((await chat_of(desk, chat))["sessions"]) == 2


@pytest.mark.parametrize(("at_once", "status"), [("Y", 60), ("N", 50)])
async def test_the_line_may_end_the_dialog_with_the_rating(open_desk, at_once, status):
    settings = {**VOTE, "FULL_CLOSE_TIME": 10, "VOTE_CLOSING_DELAY": at_once}
    async with line_with(open_desk, settings) as (desk, line):
        chat = await answered(desk, line)
        await desk.order("close", chat_id=chat, user_id=OLEG)
        await write(desk, line, "1")

        assert (await session_of(desk, chat))["status"] == status


async def test_an_answered_dialog_ends_when_the_customer_keeps_silent(open_desk):
    settings = {
        "AUTO_CLOSE_TIME": 600,
        "AUTO_CLOSE_RULE": "text",
        "AUTO_CLOSE_TEXT": "Are you there?",
    }
    async with line_with(open_desk, settings) as (desk, line):
        chat = await answered(desk, line)
        await desk.order("clock", advance=599)
        before = await session_of(desk, chat)
        await desk.order("clock", advance=1)

        assert before["status"] == 40
        assert (await session_of(desk, chat))["status"] == 60
        assert await said(desk, chat, "automatic") == ["Are you there?"]
        assert len(await events(desk, FINISH)) == 1


async def test_a_word_of_the_customer_keeps_the_dialog_from_its_end(open_desk):
    async with line_with(open_desk, {"AUTO_CLOSE_TIME": 600}) as (desk, line):
        chat = await answered(desk, line)
        await desk.order("clock", advance=500)
        await write(desk, line, "Wait")
        await desk.order("clock", advance=5000)

        assert (await session_of(desk, chat))["status"] == 25


async def test_a_dialog_that_nobody_continues_ends_silently_after_its_life(open_desk):
    async with line_with(open_desk, {"AUTO_EXPIRE_TIME": 3600}) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("clock", advance=3600)
        ended = await session_of(desk, chat)
        again = await write(desk, line, "Again")

    assert ended["status"] == 75
    assert again["session"]["ID"] != str(ended["id"])


async def test_a_pinned_dialog_does_not_end_by_the_clock(open_desk):
    async with line_with(open_desk, {"AUTO_CLOSE_TIME": 600}) as (desk, line):
        chat = await dialog(desk, line)
        await desk.ok("imopenlines.operator.answer", {"CHAT_ID": chat})
        await desk.order("reply", chat_id=chat, text="Yes", user_id=OLGA)
        await desk.ok("imopenlines.session.mode.pin", {"CHAT_ID": chat})
        await desk.order("clock", advance=40 * 86_400)
        pinned = await session_of(desk, chat)
        await desk.ok("imopenlines.session.mode.unpinAll")
        await desk.order("clock", advance=600)

        assert (pinned["status"], pinned["pinned"]) == (40, True)
        assert (await session_of(desk, chat))["status"] == 60


async def test_spam_ends_at_once_without_words(open_desk):
    settings = {**VOTE, "FULL_CLOSE_TIME": 10, "CLOSE_RULE": "text", "CLOSE_TEXT": "Good bye"}
    async with line_with(open_desk, settings) as (desk, line):
        chat = await answered(desk, line)
        await desk.ok("imopenlines.operator.spam", {"CHAT_ID": chat})

        assert (await session_of(desk, chat))["status"] == 65
        assert await said(desk, chat, "automatic") == []


async def test_the_line_s_deletion_ends_its_dialogs_and_those_that_came_to_it(open_desk):
    async with line_with(open_desk, {}) as (desk, line):
        own = await dialog(desk, line)
        await desk.ok("imconnector.activate", {"CONNECTOR": "lamp_chat", "LINE": 42, "ACTIVE": 1})
        other = await dialog(desk, 42, user="u-2")
        await desk.order("transfer", chat_id=other, to_line=line)
        assert await desk.ok("imopenlines.config.delete", {"CONFIG_ID": line}) is True

        assert [(await session_of(desk, chat))["status"] for chat in (own, other)] == [60, 60]
        assert len(await events(desk, FINISH)) == 2
        assert await desk.ok("imopenlines.config.get", {"CONFIG_ID": line}) is False


@pytest.mark.parametrize(("made_permanent", "left"), [(True, True), (False, False)])
async def test_a_temporary_line_lives_eight_hours_unless_it_is_kept(
    open_desk, made_permanent, left
):
    async with line_with(open_desk, {"TEMPORARY": "Y"}) as (desk, line):
        if made_permanent:
            given = {"CONFIG_ID": line, "PARAMS": {"TEMPORARY": "N"}}
            await desk.ok("imopenlines.config.update", given)
        await desk.order("clock", advance=8 * 3600)

        assert bool(await desk.ok("imopenlines.config.get", {"CONFIG_ID": line})) is left


async def test_statuses_follow_the_conversation(open_desk):
    async with line_with(open_desk, {"FULL_CLOSE_TIME": 1}) as (desk, line):
        chat = await dialog(desk, line)
        seen = [(await session_of(desk, chat))["status"]]
        for act in ("skip", "answer", "write", "reply", "write", "close"):
            if act == "write":
                await write(desk, line, f"Again {len(seen)}")
            else:
                user = OLEG if act == "skip" else ANN
                await desk.order(act, chat_id=chat, user_id=user, text="Yes")
            seen.append((await session_of(desk, chat))["status"])
        await desk.order("clock", advance=60)
        seen.append((await session_of(desk, chat))["status"])

    assert seen == [0, 5, 10, 20, 40, 25, 50, 60]
