"""What open lines keep is bounded and whole: files of replies, sessions, temporary lines."""

import base64

import pytest

from app.sandbox.lines import sessions
from app.sandbox.messenger import drive, posting

from .line_scenes import ANN, OLEG, dialog, events, line_with, said, write

FILE = {"name": "lamp.txt", "content": base64.b64encode(b"x" * 1_000).decode()}
HOURS = 3_600


async def reply(desk, chat, **fields):
    return await desk.http.post("/sandbox/reply", json={"chat_id": chat, **fields})


def kept(desk):
    held = desk.sandbox.portal.drive
    return held.count, held.size


@pytest.fixture
async def talk(open_desk):
    async with line_with(open_desk, {}) as (desk, line):
        yield desk, await dialog(desk, line)


@pytest.mark.parametrize(
    "given",
    [
        {"user_id": 999, "files": [FILE]},
        {"files": [FILE, {"content": "no base64"}]},
        {"files": [FILE, FILE, FILE]},
        {"text": "x" * 10_000, "files": [FILE]},
    ],
    ids=["nobody of that number", "a bad second file", "no room for a file", "no room for words"],
)
async def test_a_refused_reply_keeps_none_of_its_files(talk, given, monkeypatch):
    desk, chat = talk
    monkeypatch.setattr(drive, "MAX_SIZE", 2_500)
    monkeypatch.setattr(posting, "MAX_ROOM", 20_000)

    answer = await reply(desk, chat, **given)

    assert (answer.status_code >= 400, kept(desk)) == (True, (0, 0))


async def test_a_deleted_message_gives_its_files_back(talk):
    desk, chat = talk
    sent = (await reply(desk, chat, user_id=ANN, files=[FILE])).json()
    await desk.order("delete", message_id=sent["message_id"])

    assert kept(desk) == (0, 0)


async def test_a_message_that_makes_room_gives_its_files_back(talk, monkeypatch):
    desk, chat = talk
    monkeypatch.setattr(posting, "MAX_MESSAGES", 3)
    await reply(desk, chat, user_id=ANN, files=[FILE])
    assert kept(desk) == (1, 1_000)
    for number in range(3):
        await reply(desk, chat, user_id=ANN, text=f"{number}")

    assert kept(desk) == (0, 0)


async def test_the_scripted_operator_is_silent_when_there_is_no_room(
    open_desk, monkeypatch, caplog
):
    async with line_with(open_desk, {}, auto_operator=True) as (desk, line):
        chat = await dialog(desk, line)
        monkeypatch.setattr(posting, "MAX_ROOM", desk.sandbox.portal.message_room)
        await desk.order("clock", advance=600)

        assert await said(desk, chat, "operator") == []
        assert caplog.messages == []


async def test_nobody_hears_of_changes_of_a_message_that_was_not_told(open_desk):
    async with line_with(open_desk, {}) as (desk, line):
        chat = await dialog(desk, line)
        await desk.order("answer", chat_id=chat, user_id=OLEG)
        for act in ("Add", "Update", "Delete"):
            event = f"OnOpenLineMessage{act}"
            await desk.ok("event.bind", {"event": event, "event_type": "offline"})
        await desk.ok("imopenlines.session.mode.silent", {"CHAT_ID": chat, "ACTIVATE": "Y"})
        sent = (await reply(desk, chat, user_id=OLEG, text="Among us")).json()["message_id"]
        await desk.order("edit", message_id=sent, text="Between us")
        await desk.order("delete", message_id=sent)

        assert await events(desk, "OnOpenLineMessageUpdate") == []


async def test_a_chat_remembers_its_newest_sessions(open_desk, monkeypatch):
    monkeypatch.setattr(sessions, "MAX_SESSIONS", 3)
    async with line_with(open_desk, {}) as (desk, line):
        chat = await dialog(desk, line)
        for number in range(5):
            await desk.order("close", chat_id=chat, user_id=OLEG)
            await write(desk, line, f"Again {number}")
        portal = desk.sandbox.portal
        numbers = [row.id for row in portal.line_chats[chat].sessions]

        assert len(numbers) == 3
        assert [number for number, of in portal.session_chats.items() if of.id == chat] == numbers


async def temporary(desk, line, word):
    given = {"CONFIG_ID": line, "PARAMS": {"TEMPORARY": word}}
    await desk.ok("imopenlines.config.update", given)


async def there_is(desk, line):
    return bool(await desk.ok("imopenlines.config.get", {"CONFIG_ID": line}))


async def test_a_line_that_is_made_temporary_again_lives_eight_hours_from_then(open_desk):
    async with line_with(open_desk, {"TEMPORARY": "Y"}) as (desk, line):
        await temporary(desk, line, "N")
        await desk.order("clock", advance=7 * HOURS)
        await temporary(desk, line, "Y")
        seen = []
        for hours in (1, 6, 1):
            await desk.order("clock", advance=hours * HOURS)
            seen.append(await there_is(desk, line))

        assert seen == [True, True, False]


async def test_changes_of_a_temporary_line_make_no_more_work(open_desk):
    async with line_with(open_desk, {"TEMPORARY": "Y"}) as (desk, line):
        before = len(desk.sandbox.portal.schedule._due)
        for _ in range(5):
            for word in "YNYY":
                await temporary(desk, line, word)

        assert len(desk.sandbox.portal.schedule._due) == before
