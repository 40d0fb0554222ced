"""Whose turn it is: the queue types, the time of a turn, and who is there to have one."""

import pytest

from .line_scenes import ANN, OLEG, OLGA, chat_of, dialog, line_with, said, session_of, write


async def assigned(desk, line, customers):
    chats = [await dialog(desk, line, user=f"u-{n}") for n in range(customers)]
    return [(await session_of(desk, chat))["assigned"] for chat in chats]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("evenly", [OLEG, ANN, OLEG]), ("strictly", [OLEG, OLEG, OLEG]), ("all", [None, None, None])],
)
async def test_the_queue_gives_dialogs_by_its_type(open_desk, kind, expected):
    async with line_with(open_desk, {"QUEUE_TYPE": kind}) as (desk, line):
        assert await assigned(desk, line, 3) == expected


async def test_in_a_line_that_asks_all_everybody_sits_in_the_chat_until_one_answers(open_desk):
    async with line_with(open_desk, {"QUEUE_TYPE": "all"}) as (desk, line):
        chat = await dialog(desk, line)
        before = (await chat_of(desk, chat))["members"]
        await desk.order("answer", chat_id=chat, user_id=ANN)

        assert before == [OLEG, ANN]
        assert (await chat_of(desk, chat))["members"] == [ANN]


async def test_a_turn_passes_to_the_next_operator_after_queue_time_and_a_note_says_so(open_desk):
    async with line_with(open_desk, {"QUEUE_TIME": 30}) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("clock", advance=29)
        first = (await session_of(desk, chat))["assigned"]
        await desk.order("clock", advance=1)

        assert (first, (await session_of(desk, chat))["assigned"]) == (OLEG, ANN)
        (note,) = await said(desk, chat, "system")
        assert "Ann Lee" in note


async def test_the_turn_goes_round_once_and_again_when_the_customer_writes(open_desk):
    async with line_with(open_desk, {"QUEUE_TIME": 30, "AUTO_EXPIRE_TIME": 0}) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("clock", advance=40 * 86_400)
        rested = (await session_of(desk, chat))["assigned"]
        notes = len(await said(desk, chat, "system"))
        await write(desk, line, "Anybody?")
        await desk.order("clock", advance=30)

        assert (rested, notes) == (ANN, 1)
        assert (await session_of(desk, chat))["assigned"] == OLEG


async def test_an_answered_dialog_is_passed_to_nobody(open_desk):
    async with line_with(open_desk, {"QUEUE_TIME": 30}) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("answer", chat_id=chat, user_id=OLEG)
        await desk.order("clock", advance=300)

        assert (await session_of(desk, chat))["operator"] == OLEG


@pytest.mark.parametrize(("checked", "expected"), [("Y", ANN), ("N", OLEG)])
async def test_who_is_away_gets_nothing_when_the_line_looks_at_it(open_desk, checked, expected):
    async with line_with(open_desk, {"CHECK_AVAILABLE": checked}) as (desk, line):
        await desk.order("online", user_id=OLEG, on=False)

        assert await assigned(desk, line, 1) == [expected]


async def test_a_dialog_that_nobody_can_take_waits_for_the_first_who_can(open_desk):
    async with line_with(open_desk, {"QUEUE": [ANN]}) as (desk, line):
        await desk.order("pause", user_id=ANN, on=True)
        chat = await dialog(desk, line)
        waiting = await session_of(desk, chat)
        await desk.order("pause", user_id=ANN, on=False)

        assert (waiting["assigned"], waiting["status"]) == (None, 0)
        assert (await session_of(desk, chat))["assigned"] == ANN


@pytest.mark.parametrize(
    ("counted", "acts", "expected"),
    [
        ("answered_new", [], [ANN, None]),
        ("answered", ["answer"], [ANN, None]),
        ("answered", ["answer", "reply"], [ANN, ANN]),
        ("answered_new", ["answer", "reply"], [ANN, ANN]),
        ("closed", ["answer", "reply"], [ANN, None]),
        ("closed", ["answer", "reply", "close"], [ANN, ANN]),
    ],
)
async def test_an_operator_has_at_most_max_chat_dialogs(open_desk, counted, acts, expected):
    settings = {"QUEUE": [ANN], "MAX_CHAT": 1, "TYPE_MAX_CHAT": counted}
    async with line_with(open_desk, settings) as (desk, line):
        first = await dialog(desk, line)
        begun = (await session_of(desk, first))["assigned"]
        for act in acts:
            await desk.order(act, chat_id=first, user_id=ANN, text="Yes")
        second = await dialog(desk, line, user="u-2")

        assert [begun, (await session_of(desk, second))["assigned"]] == expected


async def test_a_closed_dialog_makes_room_for_one_that_waits(open_desk):
    settings = {"QUEUE": [ANN], "MAX_CHAT": 1, "TYPE_MAX_CHAT": "closed"}
    async with line_with(open_desk, settings) as (desk, line):
        first, second = await dialog(desk, line), await dialog(desk, line, user="u-2")
        await desk.order("close", chat_id=first)

        assert (await session_of(desk, second))["assigned"] == ANN


async def test_a_refused_dialog_goes_to_the_next_and_never_back_in_the_same_round(open_desk):
    async with line_with(open_desk, {}) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("skip", chat_id=chat, user_id=OLEG)
        then = await session_of(desk, chat)
        await desk.order("skip", chat_id=chat, user_id=ANN)

        assert (then["assigned"], then["status"]) == (ANN, 5)
        assert (await session_of(desk, chat))["assigned"] is None


async def test_a_queue_of_a_department_holds_its_people(open_desk):
    queue = [{"ENTITY_TYPE": "department", "ENTITY_ID": "1"}]
    async with line_with(open_desk, {"QUEUE": queue}) as (desk, line):
        shown = await desk.ok("imopenlines.config.get", {"CONFIG_ID": line})
        listed = await desk.ok(
            "imopenlines.config.list.get",
            {"PARAMS": {"filter": {"ID": line}}, "OPTIONS": {"CONFIG_QUEUE": "Y"}},
        )

    assert shown["QUEUE"] == [str(user) for user in (OLGA, OLEG, ANN)]
    assert shown["QUEUE_FULL"]["7"]["DEPARTMENT_ID"] == "1"
    assert listed[0]["CONFIG_QUEUE"] == [{"ENTITY_ID": "1", "ENTITY_TYPE": "department"}]


async def test_users_who_are_none_are_dropped_from_a_queue_without_a_word(open_desk):
    queue = [{"ENTITY_TYPE": "user", "ENTITY_ID": "404"}, {"ENTITY_TYPE": "x"}, [], "12", None]
    async with line_with(open_desk, {"QUEUE": queue}) as (desk, line):
        assert (await desk.ok("imopenlines.config.get", {"CONFIG_ID": line}))["QUEUE"] == ["12"]


async def test_the_customer_is_told_once_that_nobody_answers(open_desk):
    settings = {"NO_ANSWER_RULE": "text", "NO_ANSWER_TEXT": "All are busy", "NO_ANSWER_TIME": 60}
    async with line_with(open_desk, settings) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("clock", advance=59)
        early = await said(desk, chat, "automatic")
        await desk.order("clock", advance=3600)

        assert (early, await said(desk, chat, "automatic")) == ([], ["All are busy"])


async def test_an_answer_in_time_saves_the_customer_that_text(open_desk):
    settings = {"NO_ANSWER_RULE": "text", "NO_ANSWER_TEXT": "All are busy", "NO_ANSWER_TIME": 60}
    async with line_with(open_desk, settings) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("answer", chat_id=chat, user_id=OLEG)
        await desk.order("clock", advance=3600)

        assert await said(desk, chat, "automatic") == []


async def test_waiting_dialogs_of_a_full_line_are_given_out_one_by_one(open_desk):
    settings = {"QUEUE": [ANN], "MAX_CHAT": 2, "TYPE_MAX_CHAT": "closed"}
    async with line_with(open_desk, settings) as (desk, line):
        chats = [await dialog(desk, line, user=f"u-{n}") for n in range(5)]
        counts = []
        for chat in chats[:3]:
            await desk.order("close", chat_id=chat)
            rows = [await session_of(desk, row) for row in chats]
            counts.append(sum(row["assigned"] == ANN and not row["closed"] for row in rows))

    assert counts == [2, 2, 2]
