"""What a line says by itself, when it works, and under which name its people write."""

from datetime import UTC, datetime

import pytest

from app.sandbox.http.server import Clock

from .line_scenes import ANN, OLEG, dialog, events, line_with, said, write

#: A Monday.
MONDAY = datetime(2026, 1, 5, 12, 0, tzinfo=UTC).timestamp()
GREETING = {"WELCOME_MESSAGE": "Y", "WELCOME_MESSAGE_TEXT": "Welcome"}
HOURS = {
    "WORKTIME_ENABLE": "Y",
    "WORKTIME_FROM": "09:00",
    "WORKTIME_TO": "18:30",
    "WORKTIME_TIMEZONE": "Europe/Riga",
    "WORKTIME_DAYOFF_RULE": "text",
    "WORKTIME_DAYOFF_TEXT": "We are closed",
}


@pytest.fixture
def clock() -> Clock:
    return Clock.frozen(MONDAY)


@pytest.mark.parametrize(("each", "count"), [("N", 1), ("Y", 2)])
async def test_the_greeting_comes_once_or_with_each_session(open_desk, each, count):
    settings = {**GREETING, "SEND_WELCOME_EACH_SESSION": each}
    async with line_with(open_desk, settings) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("close", chat_id=chat)
        await write(desk, line, "Again")

        assert await said(desk, chat, "automatic") == ["Welcome"] * count


@pytest.mark.parametrize(
    ("hours_later", "changes", "closed"),
    [
        (0, {}, False),
        (4.4, {}, False),
        (4.6, {}, True),
        (-5.1, {}, True),
        (-4.9, {}, False),
        (0, {"WORKTIME_TIMEZONE": "America/New_York"}, True),
        (0, {"WORKTIME_TIMEZONE": "No/Where"}, False),
        (0, {"WORKTIME_DAYOFF": ["SA", "SU"]}, False),
        (0, {"WORKTIME_DAYOFF": ["MO"]}, True),
        (0, {"WORKTIME_HOLIDAYS": "01.01,05.01"}, True),
        (0, {"WORKTIME_HOLIDAYS": "06.01"}, False),
        (0, {"WORKTIME_FROM": "22:00", "WORKTIME_TO": "6"}, True),
        (10, {"WORKTIME_FROM": "22:00", "WORKTIME_TO": "6"}, False),
        (4.6, {"WORKTIME_DAYOFF_RULE": "none"}, False),
        (4.6, {"WORKTIME_ENABLE": "N"}, False),
    ],
)
async def test_outside_working_hours_the_line_says_so(open_desk, hours_later, changes, closed):
    start = Clock.frozen(MONDAY + min(0, hours_later) * 3600)
    async with line_with(open_desk, {**HOURS, **changes}) as (desk, line):
        desk.sandbox.portal.clock = start
        if hours_later > 0:
            start.advance(hours_later * 3600)
        chat = await dialog(desk, line)

        assert await said(desk, chat, "automatic") == (["We are closed"] if closed else [])


@pytest.mark.parametrize(
    ("given", "stored"),
    [("09:00", "9"), ("18:30", "18.30"), ("9.05", "9.05"), (7, "7"), ("x", "9"), ("25:00", "9")],
)
async def test_times_come_back_with_a_dot(open_desk, given, stored):
    async with line_with(open_desk, {"WORKTIME_FROM": given}) as (desk, line):
        shown = await desk.ok("imopenlines.config.get", {"CONFIG_ID": line})

    assert shown["WORKTIME_FROM"] == stored


@pytest.mark.parametrize(
    ("settings", "prefix"),
    [
        ({"OPERATOR_DATA": "profile"}, "[b]Ann Lee:[/b] [br]"),
        ({"OPERATOR_DATA": "hide"}, ""),
        ({"OPERATOR_DATA": "queue"}, "[b]Ann Lee:[/b] [br]"),
        (
            {"OPERATOR_DATA": "queue", "DEFAULT_OPERATOR_DATA": {"NAME": "Support"}},
            "[b]Support:[/b] [br]",
        ),
        (
            {
                "OPERATOR_DATA": "queue",
                "DEFAULT_OPERATOR_DATA": {"NAME": "Support"},
                "QUEUE_USERS_FIELDS": {"12": {"USER_NAME": "Miss Lamp"}},
            },
            "[b]Miss Lamp:[/b] [br]",
        ),
    ],
)
async def test_the_line_decides_under_which_name_its_people_write(open_desk, settings, prefix):
    async with line_with(open_desk, settings) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("reply", chat_id=chat, text="Yes", user_id=ANN)
        (data,) = await events(desk, "OnImConnectorMessageAdd")

    assert data["MESSAGES"][0]["message"]["text"] == f"{prefix}Yes"


async def test_a_line_that_is_switched_off_takes_messages_says_so_inside_and_ends_the_dialog(
    open_desk,
):
    async with line_with(open_desk, {**GREETING, "FULL_CLOSE_TIME": 2}) as (desk, line):
        await desk.ok("imopenlines.config.update", {"CONFIG_ID": line, "PARAMS": {"ACTIVE": "N"}})
        chat = await dialog(desk, line)
        before = await said(desk, chat, "system")
        refused = await desk.http.post("/sandbox/reply", json={"chat_id": chat, "text": "Yes"})
        await desk.order("clock", advance=121)
        finished = await events(desk, "OnImConnectorDialogFinish")

    assert before == ["The open line is deactivated"]
    assert refused.status_code >= 400
    assert len(finished) == 1


async def test_messages_in_silent_mode_stay_inside(open_desk):
    async with line_with(open_desk, {}) as (desk, line):
        chat = await dialog(desk, line)
        await desk.ok("imopenlines.session.mode.silent", {"CHAT_ID": chat, "ACTIVATE": "Y"})
        await desk.order("reply", chat_id=chat, text="He is rude", user_id=OLEG)
        hidden = await events(desk, "OnImConnectorMessageAdd")
        await desk.ok("imopenlines.session.mode.silent", {"CHAT_ID": chat, "ACTIVATE": "N"})
        await desk.order("reply", chat_id=chat, text="Yes, sir", user_id=OLEG)
        told = await events(desk, "OnImConnectorMessageAdd")

    assert hidden == []
    assert [row["MESSAGES"][0]["message"]["text"][-8:] for row in told] == ["Yes, sir"]
